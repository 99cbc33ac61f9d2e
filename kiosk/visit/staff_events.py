"""What can happen while staff are at the terminal."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.visit.staff_steps import Lights, PinVerdict


@dataclass(frozen=True)
class StaffCalled:
    """The hidden gesture."""


@dataclass(frozen=True)
class SendingAsked:
    """Send what waits now."""


@dataclass(frozen=True)
class PinAnswered:
    """What became of the PIN; `wait` is seconds until another is looked at."""

    verdict: PinVerdict
    wait: float = 0.0


@dataclass(frozen=True)
class LightsSeen:
    """How the terminal is now."""

    lights: Lights


ResidentStaffEvent = StaffCalled | SendingAsked
MachineStaffEvent = PinAnswered | LightsSeen
