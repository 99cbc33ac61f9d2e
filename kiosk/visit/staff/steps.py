"""What staff see: the PIN, then how the terminal is and what they can do. Nothing of any resident stands in here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from drivers.model import ErrorCode
from kiosk.visit.staff.lights import Lights
from kiosk.visit.staff.places import OVERVIEW, Place


class PinVerdict(StrEnum):
    """What became of a PIN: nothing yet, right, wrong, not looked at for a while, or there is none to be right."""

    READY = "ready"
    OPEN = "open"
    WRONG = "wrong"
    LOCKED = "locked"
    UNSET = "unset"


class CardCheck(StrEnum):
    """The staff card before the PIN: not asked yet whether one is needed, not needed, awaited, known or not, the
    reader cannot be used, or a card is needed and none was ever added."""

    UNASKED = "unasked"
    NOT_NEEDED = "not_needed"
    AWAITED = "awaited"
    KNOWN = "known"
    UNKNOWN = "unknown"
    UNAVAILABLE = "unavailable"
    NONE_ADDED = "none_added"


@dataclass(frozen=True, repr=False)
class Unlocking:
    """A staff card where one is needed, then the PIN on a pad.

    `checking` while the PIN is compared, `wait` seconds until another may be tried; `failed`: why no card was read.
    """

    digits: str = ""
    verdict: PinVerdict = PinVerdict.READY
    checking: bool = False
    wait: float = 0.0
    card: CardCheck = CardCheck.UNASKED
    failed: ErrorCode | None = None


@dataclass(frozen=True)
class Staffing:
    """Staff are in, on one of their pages; the lights are looked at anew every few seconds."""

    lights: Lights | None = None
    looked: float = 0.0
    at: Place = OVERVIEW


StaffStep = Unlocking | Staffing
