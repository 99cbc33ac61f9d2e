"""Bodies of the pages that ask: for a card, an answer, a signature, a paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.page.parts import Action, Choice, Note


class ReaderState(StrEnum):
    """What the terminal sees on the card reader."""

    WAITING = "waiting"
    READING = "reading"
    FAILED = "failed"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True)
class IdentifyBody:
    """The moving drawing of the reader, what it sees, and the ways on without a card."""

    state: ReaderState
    status: str
    ways: tuple[Choice, ...]


@dataclass(frozen=True)
class ChoiceBody:
    """One of a few answers, or `several`, each telling its consequence."""

    choices: tuple[Choice, ...]
    why: str
    several: bool = False


@dataclass(frozen=True, repr=False)
class NumberBody:
    """A number on a pad. `text` is grouped for reading; every key is an action, row by row of three.

    `hint` stands beside the number, `below` under it.
    """

    text: str
    placeholder: str
    hint: str
    keys: tuple[Action, ...]
    why: str
    below: str = ""


@dataclass(frozen=True, repr=False)
class TextBody:
    """Words typed on the keyboard. The field sends `intent` with the whole text at every change.

    `label` names the field, `left` says how much room is left, `chips` are what stands in front of the text and leads
    back to it, `keys` write what this field mostly needs. `latin`: a code of digits and capital letters; `web`: an
    address of the network.
    """

    field: str
    text: str
    placeholder: str
    intent: str
    max_length: int
    why: str
    label: str = ""
    left: str = ""
    clear: Action | None = None
    chips: tuple[Action, ...] = ()
    keys: tuple[Action, ...] = ()
    latin: bool = False
    web: bool = False


@dataclass(frozen=True, repr=False)
class PlaceBody:
    """One level of an address or region. `chips` are the levels picked, `initials` the letters to look under.

    `unlisted` is the way on for who does not find theirs.
    """

    chips: tuple[Action, ...]
    initials: tuple[Choice, ...]
    places: tuple[Choice, ...]
    unlisted: Choice | None
    why: str


@dataclass(frozen=True, repr=False)
class SignatureBody:
    """A sheet to write on with a finger. The sheet sends `intent` with all `strokes` after each (see visit.signature).

    `named` is the way of those who cannot write on glass.
    """

    strokes: str
    sheet: tuple[int, int]
    placeholder: str
    intent: str
    undo: Action
    clear: Action
    named: Choice
    why: str


@dataclass(frozen=True)
class DateBody:
    """Year, month and day to turn. `intent` is sent with an ISO date; months and days are 1-based.

    Without `days` a month is turned, and sent as `2026-03`. `months` are the names of the twelve, `turned` is how the
    year, month and day in the middle of the wheels are written.
    """

    year: int
    month: int
    day: int
    years: tuple[int, ...]
    days: int
    unit_labels: tuple[str, ...]
    months: tuple[str, ...]
    turned: tuple[str, str, str]
    intent: str
    why: str


class ScanStage(StrEnum):
    """Where the taking of one page stands."""

    LIVE = "live"
    GLASS = "glass"
    TAKING = "taking"
    CHECK = "check"
    KEPT = "kept"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, repr=False)
class PageThumb:
    """A page in the strip; its action shows it large. `chosen` is the one now shown."""

    action: Action
    picture: bytes
    chosen: bool = False


@dataclass(frozen=True, repr=False)
class ScanBody:
    """The live picture (LIVE, TAKING), a drawing of a paper (GLASS), or one page (CHECK, KEPT), as JPEG.

    `count` says how many pages there are and may be, `later` is the way of who has not brought the paper, and
    `notes` are the papers that need not be laid at all.
    """

    stage: ScanStage
    status: str
    picture: bytes = b""
    marks: tuple[Note, ...] = ()
    count: str = ""
    pages: tuple[PageThumb, ...] = ()
    actions: tuple[Action, ...] = ()
    later: Choice | None = None
    notes: tuple[Note, ...] = ()
