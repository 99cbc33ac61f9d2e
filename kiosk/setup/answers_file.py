"""The answers of a first start as a TOML file: mistakes named by line and key, secrets erased after use."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pydantic import Field, field_validator

from config.settings import (
    DevicesSettings,
    IntakeSettings,
    Section,
    Settings,
    SettingsError,
    StaffSettings,
    StationSettings,
)
from config.toml_files import model_of
from kiosk.setup.answers import NAME_LENGTH
from kiosk.staff.pin import PinRefused, good_pin
from offline_queue.files import write_durably


class StationAnswers(StationSettings):
    """As in the configuration; name and area must be given."""

    name: str = Field(min_length=1, max_length=NAME_LENGTH)
    area: str = Field(pattern=r"^[0-9]{6}$")


class IntakeAnswers(IntakeSettings):
    """As in the configuration; the address must be given."""

    url: str


class EnrolmentAnswers(Section):
    """The city's code, or `later`: the terminal then waits for it and does not serve."""

    code: str = Field(default="", pattern=r"^$|^\S{4,64}$")
    later: bool = False


class StaffAnswers(StaffSettings):
    """As in the configuration, and the PIN."""

    pin: str = ""

    @field_validator("pin")
    @classmethod
    def _good(cls, pin: str) -> str:
        try:
            if pin:
                good_pin(pin)
        except PinRefused as error:
            raise ValueError(str(error)) from None
        return pin


class DevicesAnswers(DevicesSettings):
    """As in the configuration; `find`: classes that are left out are looked for."""

    find: bool = True


class Answers(Settings):
    """The whole file: what the configuration may have, a code and a PIN."""

    station: StationAnswers
    intake: IntakeAnswers
    enrolment: EnrolmentAnswers = EnrolmentAnswers()
    staff: StaffAnswers = StaffAnswers()
    devices: DevicesAnswers = DevicesAnswers()

    def table(self) -> dict[str, Any]:
        """What of it goes into the configuration: what the file says, no code, no PIN."""
        said = self.model_dump(mode="json", exclude_unset=True, exclude={"enrolment": True, "staff": {"pin"}})
        said.get("devices", {}).pop("find", None)
        return {name: value for name, value in said.items() if value != {}}


def read(file: Path) -> Answers:
    """The answers. Raises SettingsError with a line for each mistake; no value stands in it."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise SettingsError(f"{file}: cannot be read: {error.strerror}") from None
    return model_of(Answers, raw, file, SettingsError)


_QUOTED = re.compile(r"""(?m)^(\s*(?:\w+\.)?(?:code|pin)\s*=\s*)(["'])([^"'\n]+)\2""")


def erase(file: Path, answers: Answers) -> bool:
    """Take code and PIN out of the file; whether they are not in it any more."""
    secrets = {answers.enrolment.code, answers.staff.pin} - {""}
    try:
        mode = file.stat().st_mode & 0o777
        # a station has a code too, which is no secret
        text = _QUOTED.sub(lambda at: f'{at[1]}""' if at[3] in secrets else at[0], file.read_text("utf-8"))
        if any(secret in text for secret in secrets):
            return False
        write_durably(file, text.encode(), mode)
    except OSError:
        return False
    return True
