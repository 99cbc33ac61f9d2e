"""The settings of a terminal: one TOML file, any key overridable by environment (`KIOSK_INTAKE__URL`)."""

from __future__ import annotations

import ipaddress
import os
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

DEFAULT_FILE = Path("/etc/kiosk/kiosk.toml")

PREFIX = "KIOSK_"
"""Of the environment's names; two underscores lead into a table."""


class SettingsError(Exception):
    """The configuration cannot be used; the text names the key, what is wrong and what to write."""


class Section(BaseModel):
    """A table of the file; unknown keys are refused, so that a misspelt key does not pass in silence."""

    # built with its first use: a table inside another needs no validator of its own
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class IntakeSettings(Section):
    """The city's intake server. Certificate and key for mutual TLS; 0 bytes a second is no cap on sending."""

    url: str = "http://127.0.0.1:8420"
    ca_file: Path | None = None
    client_certificate: Path | None = None
    client_key: Path | None = None
    bytes_per_second: int = Field(default=0, ge=0)

    @property
    def identity(self) -> tuple[Path, Path] | None:
        """Certificate and key for mutual TLS, None without."""
        if self.client_certificate is None or self.client_key is None:
            return None
        return self.client_certificate, self.client_key

    @field_validator("url")
    @classmethod
    def _safe(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("must be an https:// address")
        if parts.scheme == "http" and not _is_loopback(parts.hostname):
            raise ValueError("plain http:// is accepted for loopback addresses only; use https://")
        return url.rstrip("/")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class StationSettings(Section):
    """Where the terminal stands. `area` is an administrative code; zones without one of their own may use any.

    `code` is the station's own, under which anonymous ratings and stops are counted; without one `area` is.

    Who helps there, as far as it is given: name, hours on duty (`hours_en` for the English pages), telephone; and
    within how many working days whoever asks for help is called back. `elsewhere`: where to go when this terminal is
    closed, another terminal or counter for example.
    """

    name: str = "社区便民服务站"
    area: str = Field(default="370102", pattern=r"^[0-9]{6}$")
    code: str = Field(default="", pattern=r"^[A-Za-z0-9-]{0,20}$")
    helper: str = Field(default="", max_length=20)
    hours: str = Field(default="", max_length=60)
    hours_en: str = Field(default="", max_length=60)
    phone: str = Field(default="", max_length=20)
    answer_days: int = Field(default=1, ge=1, le=30)
    elsewhere: str = Field(default="", max_length=80)
    elsewhere_en: str = Field(default="", max_length=160)

    @property
    def place(self) -> str:
        """The code that anonymous letters carry."""
        return self.code or self.area


class ScreenSettings(Section):
    """How the pages are shown. Without motion nothing moves but what a resident moves."""

    motion: bool = True


class SoundSettings(Section):
    """What is heard: `volume` in percent (0: nothing), short `cues`, pages read aloud (`speech`) for whoever asks.

    `private_aloud`: numbers and names too, where only the resident hears it: through headphones or a handset.
    """

    volume: int = Field(default=60, ge=0, le=100)
    cues: bool = True
    speech: bool = True
    private_aloud: bool = False


class StaffSettings(Section):
    """The staff's pages. `card_required`: a staff card (`kiosk staff add-card`) goes before the PIN.

    `reboot_command` restarts the machine, word by word; none: it cannot be.
    """

    card_required: bool = False
    reboot_command: tuple[str, ...] = ("systemctl", "reboot")


class DeviceSettings(BaseModel):
    """One device: the driver's name; all other keys are handed to the driver as they are."""

    model_config = ConfigDict(extra="allow", frozen=True)

    driver: str

    @property
    def options(self) -> dict[str, Any]:
        """The driver's own settings."""
        return dict(self.model_extra or {})


class DevicesSettings(Section):
    """The three device classes; a class that is left out is not there, and its services say so."""

    id_card_reader: DeviceSettings | None = None
    document_scanner: DeviceSettings | None = None
    receipt_printer: DeviceSettings | None = None


class Settings(Section):
    """All settings. Everything the terminal writes lies under `data_dir`."""

    data_dir: Path = Path("/var/lib/kiosk")
    intake: IntakeSettings = IntakeSettings()
    station: StationSettings = StationSettings()
    sound: SoundSettings = SoundSettings()
    devices: DevicesSettings = DevicesSettings()
    screen: ScreenSettings = ScreenSettings()
    staff: StaffSettings = StaffSettings()


def load(file: Path | None = None) -> Settings:
    """Settings from `file`, else `KIOSK_CONFIG`, else /etc/kiosk/kiosk.toml if it exists, else the defaults.

    What the environment says goes before the file. Raises SettingsError with one line per mistake.
    """
    chosen = file or (Path(os.environ["KIOSK_CONFIG"]) if os.environ.get("KIOSK_CONFIG") else None)
    if chosen is not None and not chosen.is_file():
        raise SettingsError(f"there is no configuration file {chosen}; give one with --config")
    if chosen is None and DEFAULT_FILE.is_file():
        chosen = DEFAULT_FILE
    try:
        table = {} if chosen is None else tomllib.loads(chosen.read_text("utf-8"))
        return Settings.model_validate(_merged(table, _environment()))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{chosen}: not TOML: {error}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{chosen}: cannot be read: {type(error).__name__}") from None
    except ValidationError as error:
        raise SettingsError("\n".join(explain(error))) from None


def _environment() -> dict[str, Any]:
    """The settings that the environment names: `KIOSK_INTAKE__URL` is `url` in the table `intake`."""
    found: dict[str, Any] = {}
    for name, text in os.environ.items():
        path = name.removeprefix(PREFIX).lower().split("__")
        if name.startswith(PREFIX) and path[0] in Settings.model_fields:
            value: Any = text
            for key in reversed(path):
                value = {key: value}
            found = _merged(found, value)
    return found


def _merged(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(under)
    for key, value in over.items():
        beneath = merged.get(key)
        merged[key] = _merged(beneath, value) if isinstance(beneath, dict) and isinstance(value, dict) else value
    return merged


def explain(error: ValidationError) -> list[str]:
    """One line a mistake: the key and what is wrong with it; never the value, which may be personal."""
    return [f"{'.'.join(str(part) for part in item['loc'])}: {item['msg']}" for item in error.errors()]
