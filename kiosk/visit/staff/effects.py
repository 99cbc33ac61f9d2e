"""What staff ask of the world. Whatever changes something, or is tried, is a deed and says which."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from kiosk.visit.staff.places import Issued, Restart


class Deed(StrEnum):
    """What staff did, as it is written down."""

    SEND_NOW = "send_now"
    EXPORT = "export"
    TAKE_IN = "take_in"
    REPRINT = "reprint"
    TRIAL = "trial"
    RESET_DEVICES = "reset_devices"
    RESTART_APPLICATION = "restart_application"
    RESTART_MACHINE = "restart_machine"
    VOLUME = "volume"
    BRIGHTNESS = "brightness"


@dataclass(frozen=True, repr=False)
class CheckPin:
    """Compare a PIN; with none only say whether one may be tried."""

    digits: str


@dataclass(frozen=True)
class ReadStaffCard:
    """Wait for a card and say whether it is a staff card."""


@dataclass(frozen=True)
class TryCard:
    """Wait for a card and say what can be read on it, masked."""


@dataclass(frozen=True)
class LookAround:
    """Say how the terminal is."""


@dataclass(frozen=True)
class LookForStick:
    """Say which stick is in."""


@dataclass(frozen=True)
class StopCarrying:
    """Whoever asked for it is gone: end it after what is under way."""


@dataclass(frozen=True)
class FindSlips:
    """Find the slips whose number ends so; with nothing those of today."""

    tail: str


@dataclass(frozen=True)
class SeeLevels:
    """Say how loud and how bright it is."""


@dataclass(frozen=True)
class CountToday:
    """Say today's figures."""


class TrialOf(StrEnum):
    """What is tried."""

    CARD = "card"
    CAMERA = "camera"
    SLIP = "slip"
    SOUND = "sound"
    TOUCH = "touch"


@dataclass(frozen=True)
class Try:
    """Try a part. A test slip is printed, a sound played; card and camera are tried by effects of their own, and the
    glass by touching it."""

    deed: ClassVar = Deed.TRIAL
    what: TrialOf
    language: str


@dataclass(frozen=True)
class SendNow:
    """Have what waits sent now."""

    deed: ClassVar = Deed.SEND_NOW


@dataclass(frozen=True)
class Export:
    """Write what waits to the stick of this name."""

    deed: ClassVar = Deed.EXPORT
    stick: str


@dataclass(frozen=True)
class TakeIn:
    """Take in the city's acknowledgements from the stick of this name."""

    deed: ClassVar = Deed.TAKE_IN
    stick: str


@dataclass(frozen=True)
class Reprint:
    """Print a slip again."""

    deed: ClassVar = Deed.REPRINT
    issued: Issued
    language: str


@dataclass(frozen=True)
class SetVolume:
    """So loud from now on, in percent."""

    deed: ClassVar = Deed.VOLUME
    percent: int


@dataclass(frozen=True)
class SetBrightness:
    """So bright from now on, in percent."""

    deed: ClassVar = Deed.BRIGHTNESS
    percent: int


@dataclass(frozen=True)
class KeepClosed:
    """Remember that the terminal is closed, and why; empty when it serves again."""

    reason: str


_RESTARTS = {
    Restart.DEVICES: Deed.RESET_DEVICES,
    Restart.APPLICATION: Deed.RESTART_APPLICATION,
    Restart.MACHINE: Deed.RESTART_MACHINE,
}


@dataclass(frozen=True)
class BeginAnew:
    """Close and open all devices, end the program so that it is started again, or restart the machine."""

    what: Restart

    @property
    def deed(self) -> Deed:
        """Which of the three it is."""
        return _RESTARTS[self.what]


DeedEffect = Try | SendNow | Export | TakeIn | Reprint | SetVolume | SetBrightness | BeginAnew

StaffEffect = (
    CheckPin
    | ReadStaffCard
    | TryCard
    | LookAround
    | LookForStick
    | StopCarrying
    | FindSlips
    | SeeLevels
    | CountToday
    | KeepClosed
    | DeedEffect
)
