"""The settings of a terminal: one TOML file, any key overridable by environment (`KIOSK_INTAKE__URL`)."""

from __future__ import annotations

import base64
import ipaddress
import os
import tomllib
from datetime import time
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, IPvAnyAddress, IPvAnyNetwork, ValidationError, field_validator

DEFAULT_FILE = Path("/etc/kiosk/kiosk.toml")

PREFIX = "KIOSK_"
"""Of the environment's names; two underscores lead into a table."""


Host = Annotated[str, Field(pattern=r"^[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?$")]
"""A name of the network, or an address."""


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


class MetricsSettings(Section):
    """What operators may watch: the file that the agent writes for Prometheus' node exporter (docs/metrics.md)."""

    textfile: Path | None = None


class UpdateSettings(Section):
    """New versions of the program: by whose keys (Ed25519, raw, base64) they must be signed, without one none is taken;
    between which hours they are installed; and where only root writes (docs/updates.md).
    """

    keys: tuple[str, ...] = ()
    window: str = Field(default="01:00-05:00", pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$")
    state_dir: Path = Path("/var/lib/kiosk-update")

    @field_validator("keys")
    @classmethod
    def _are_keys(cls, keys: tuple[str, ...]) -> tuple[str, ...]:
        for key in keys:
            try:
                right = len(base64.b64decode(key, validate=True)) == 32
            except ValueError:
                right = False
            if not right:
                raise ValueError("must be public keys as kiosk-intake release-key prints them")
        return keys

    def is_time(self, now: time) -> bool:
        """Whether updates may be installed at this time of day; 22:00-05:00 goes over midnight."""
        begin, end = (time.fromisoformat(part) for part in self.window.split("-"))
        return begin <= now < end if begin <= end else now >= begin or now < end


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


class LockdownSettings(Section):
    """What a terminal that is locked down may reach besides the intake and its own devices on the network.

    Addresses of name servers (empty: those of /etc/resolv.conf), time servers, servers of Debian's updates (empty: no
    updates by themselves), and networks from which somebody may log in by SSH to mend it.
    """

    dns: tuple[IPvAnyAddress, ...] = ()
    ntp: tuple[Host, ...] = ()
    updates: tuple[Host, ...] = ()
    maintenance: tuple[IPvAnyNetwork, ...] = ()


class Settings(Section):
    """All settings. Everything the terminal writes lies under `data_dir`."""

    data_dir: Path = Path("/var/lib/kiosk")
    intake: IntakeSettings = IntakeSettings()
    station: StationSettings = StationSettings()
    sound: SoundSettings = SoundSettings()
    devices: DevicesSettings = DevicesSettings()
    screen: ScreenSettings = ScreenSettings()
    staff: StaffSettings = StaffSettings()
    metrics: MetricsSettings = MetricsSettings()
    lockdown: LockdownSettings = LockdownSettings()
    updates: UpdateSettings = UpdateSettings()


def place(file: Path | None = None) -> Path:
    """Where the configuration is, or is to be: `file`, else `KIOSK_CONFIG`, else /etc/kiosk/kiosk.toml."""
    return file or Path(os.environ.get("KIOSK_CONFIG") or DEFAULT_FILE)


def load(file: Path | None = None, *, absent: bool = False) -> Settings:
    """Settings from `file`, else `KIOSK_CONFIG`, else /etc/kiosk/kiosk.toml if it exists, else the defaults.

    What the environment says goes before the file; `absent`: a file that is named need not be there yet. Raises
    SettingsError with one line per mistake.
    """
    chosen = place(file)
    if not (absent or chosen.is_file() or chosen == DEFAULT_FILE):
        raise SettingsError(f"there is no configuration file {chosen}; give one with --config")
    try:
        table = {} if not chosen.is_file() else tomllib.loads(chosen.read_text("utf-8"))
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
