"""The pages of staff once they are in, one frozen value each. Of a card that was tried only the masked rest is here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from drivers.model import ErrorCode
from kiosk.visit.asides import Lens
from kiosk.visit.staff.tasks import Task

TAIL_LEAST, TAIL_MOST = 4, 18
"""Digits from the end of a number that find a slip."""

TARGETS = tuple(str(number) for number in range(1, 26))
"""Places to touch: five rows of five have the corners, the edges and the middle."""

CLOSINGS = ("paper", "repair", "cleaning", "today")
"""Why a terminal is closed, as residents read it (`closed.NAME`)."""


@dataclass(frozen=True)
class Overview:
    """What is to do, the lights, and everything that can be done."""


OVERVIEW = Overview()


@dataclass(frozen=True)
class Guide:
    """One thing to do, in pictures; `asked` for from a trial, with no light that tells when it is done."""

    task: Task
    asked: bool = False


CLEAR_PICTURE = Guide(Task("document_scanner", "bad_picture"), asked=True)
"""What to do about pictures that come out poor: a camera does not know that of itself."""


@dataclass(frozen=True, repr=False)
class CardTrial:
    """A card is awaited or was read; name and number are masked before they come here."""

    reading: bool = True
    failed: ErrorCode | None = None
    document: str = ""
    name: str = ""
    number: str = ""


@dataclass(frozen=True, repr=False)
class CameraTrial:
    """A picture is taken; `shot` is a JPEG, `verdicts` what is said of it."""

    lens: Lens = Lens.LIVE
    shot: bytes = b""
    verdicts: tuple[str, ...] = ()
    failed: ErrorCode | None = None


class Printing(StrEnum):
    """What became of a slip that staff asked for; UNKNOWN: this printer cannot tell."""

    NOTHING = "nothing"
    PRINTING = "printing"
    PRINTED = "printed"
    UNKNOWN = "unknown"
    FAILED = "failed"


@dataclass(frozen=True)
class SlipTrial:
    """A test slip."""

    printing: Printing = Printing.PRINTING
    failed: ErrorCode | None = None


@dataclass(frozen=True)
class SoundTrial:
    """A sound and a sentence; `played` is whether there is anything to hear them from, None before that is known."""

    played: bool | None = None


@dataclass(frozen=True)
class TouchTrial:
    """Places to touch, by number; those that felt a finger."""

    touched: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Waiting:
    """What waits for the city. `sent` after "send now"."""

    sent: bool = False


@dataclass(frozen=True)
class Stick:
    """A stick to carry the queue on; `acknowledged`: how many acknowledgements of the city lie on it."""

    name: str
    free_bytes: int
    acknowledged: int = 0


@dataclass(frozen=True)
class Taken:
    """What became of the city's acknowledgements on a stick.

    Taken in now, known `before`, those of `others` (other terminals), and the files that prove nothing.
    """

    now: int = 0
    before: int = 0
    others: int = 0
    refused: tuple[str, ...] = ()


NOTHING_TAKEN = Taken()


class Carrying(StrEnum):
    """Where the carrying stands."""

    LOOKING = "looking"
    WRITING = "writing"
    WRITTEN = "written"
    READING = "reading"
    READ = "read"
    FAILED = "failed"


class StickTrouble(StrEnum):
    """Why it did not go: the stick was pulled or is broken, is full, may not be written; the queue cannot be read."""

    GONE = "gone"
    FULL = "full"
    READ_ONLY = "read_only"
    QUEUE = "queue"


@dataclass(frozen=True)
class Exporting:
    """The queue on its way to a stick (`done` of `total`), or the city's acknowledgements from it: `taken`."""

    stick: Stick | None = None
    stage: Carrying = Carrying.LOOKING
    done: int = 0
    total: int = 0
    trouble: StickTrouble | None = None
    taken: Taken = NOTHING_TAKEN


@dataclass(frozen=True)
class Issued:
    """What is readable of a submission whose slip may be printed again. `offline`: the city gave no number yet."""

    id: str
    number: str
    offline: bool
    service_code: str
    sealed: datetime


@dataclass(frozen=True)
class Reprinting:
    """Slips to choose from: today's, or those whose number ends in `tail`; None while they are looked for.

    `typing` while the digits are typed; `chosen` is being printed or was.
    """

    tail: str = ""
    typing: bool = False
    found: tuple[Issued, ...] | None = None
    chosen: Issued | None = None
    printing: Printing = Printing.NOTHING
    failed: ErrorCode | None = None


@dataclass(frozen=True)
class Levels:
    """Volume and brightness in percent; None: not known yet, or not to be set here."""

    volume: int | None = None
    brightness: int | None = None


@dataclass(frozen=True)
class Closing:
    """Why is the terminal closed?"""


class Restart(StrEnum):
    """What is begun anew."""

    DEVICES = "devices"
    APPLICATION = "application"
    MACHINE = "machine"


@dataclass(frozen=True)
class Restarting:
    """What is to begin anew; `chosen` is to be confirmed, `begun` once it was; `failed` when it cannot be done."""

    chosen: Restart | None = None
    begun: bool = False
    failed: bool = False


@dataclass(frozen=True)
class Today:
    """Figures of a day, of nobody in particular: visits, slips, submissions by service code, what waits.

    `last` is when a visit last began.
    """

    begun: int
    finished: int
    slips: int
    submitted: tuple[tuple[str, int], ...]
    waiting: int
    last: datetime | None


@dataclass(frozen=True)
class Counting:
    """Today's figures, None while they are gathered."""

    today: Today | None = None


Place = (
    Overview
    | Guide
    | CardTrial
    | CameraTrial
    | SlipTrial
    | SoundTrial
    | TouchTrial
    | Waiting
    | Exporting
    | Reprinting
    | Levels
    | Closing
    | Restarting
    | Counting
)
