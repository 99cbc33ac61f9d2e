"""What can happen while staff are at the terminal."""

from __future__ import annotations

from dataclasses import dataclass

from drivers.model import ErrorCode
from kiosk.visit.staff.lights import Lights
from kiosk.visit.staff.places import Issued, Stick, StickTrouble, Taken, Today
from kiosk.visit.staff.steps import CardCheck, PinVerdict
from kiosk.visit.staff.tasks import Task


@dataclass(frozen=True)
class StaffCalled:
    """The hidden gesture."""


@dataclass(frozen=True)
class SendingAsked:
    """Send what waits now."""


@dataclass(frozen=True)
class PlaceChosen:
    """To another page of staff, by its name (see staff.working.PLACES)."""

    name: str


@dataclass(frozen=True)
class TaskOpened:
    """How is this done?"""

    task: Task


@dataclass(frozen=True)
class TrialAsked:
    """Try it, or once more."""


@dataclass(frozen=True)
class Picked:
    """One of what a page offers: a slip by its id, a reason to close, what to restart, what to do with a stick, a place
    on the glass."""

    what: str


@dataclass(frozen=True)
class KnobTurned:
    """Volume or brightness by this many steps."""

    knob: str
    steps: int


@dataclass(frozen=True)
class Reopened:
    """The terminal serves again."""


@dataclass(frozen=True)
class PinAnswered:
    """What became of the PIN; `wait` is seconds until another is looked at, `card` whether a staff card is needed."""

    verdict: PinVerdict
    wait: float = 0.0
    card: CardCheck = CardCheck.NOT_NEEDED


@dataclass(frozen=True)
class StaffCardRead:
    """A card was read before the PIN; whether it is a staff card."""

    known: bool


@dataclass(frozen=True)
class StaffCardFailed:
    """The reader could not read a card, a staff card or one on trial."""

    code: ErrorCode


@dataclass(frozen=True)
class SoundPlayed:
    """A sound and a sentence were played; or nothing is there to hear them from."""

    played: bool


@dataclass(frozen=True)
class LightsSeen:
    """How the terminal is now."""

    lights: Lights


@dataclass(frozen=True, repr=False)
class CardTried:
    """A card was read on trial: which document, and what is left of name and number once they are masked."""

    document: str
    name: str
    number: str


@dataclass(frozen=True)
class StickSeen:
    """The stick that is in, if there is one."""

    stick: Stick | None


@dataclass(frozen=True)
class Carried:
    """So many are on the stick, or were looked at."""

    done: int
    total: int


@dataclass(frozen=True)
class CarryingEnded:
    """All of it is done, and safe; or `trouble` stood in the way."""

    trouble: StickTrouble | None = None


@dataclass(frozen=True)
class TakenIn:
    """The acknowledgements on the stick were gone through."""

    taken: Taken


@dataclass(frozen=True)
class SlipsFound:
    """The slips that can be printed again, newest first."""

    found: tuple[Issued, ...]


@dataclass(frozen=True)
class LevelsSeen:
    """Volume and brightness in percent; brightness None where it cannot be set."""

    volume: int
    brightness: int | None


@dataclass(frozen=True)
class RestartFailed:
    """The machine does not let itself be restarted from here."""


@dataclass(frozen=True)
class TodayCounted:
    """The figures of today."""

    today: Today


ResidentStaffEvent = StaffCalled | SendingAsked | PlaceChosen | TaskOpened | TrialAsked | Picked | KnobTurned | Reopened
MachineStaffEvent = (
    PinAnswered
    | StaffCardRead
    | StaffCardFailed
    | SoundPlayed
    | LightsSeen
    | CardTried
    | StickSeen
    | Carried
    | CarryingEnded
    | TakenIn
    | SlipsFound
    | LevelsSeen
    | RestartFailed
    | TodayCounted
)
