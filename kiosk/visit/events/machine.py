"""What devices and outbox answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from drivers.id_card_reader.card import IdCard
from drivers.model import ErrorCode
from kiosk.visit.application import ScannedPage
from kiosk.visit.case_events import MachineCaseEvent
from kiosk.visit.letter_events import MachineLetterEvent
from kiosk.visit.results import Result
from kiosk.visit.staff.events import MachineStaffEvent


@dataclass(frozen=True)
class CardSeen:
    """A card lies on the reader and is being read."""


@dataclass(frozen=True, repr=False)
class CardRead:
    """The reader read a card."""

    card: IdCard


@dataclass(frozen=True)
class CardFailed:
    """The reader could not."""

    code: ErrorCode


@dataclass(frozen=True)
class CardTaken:
    """The card is no longer on the reader, or nobody can tell."""


@dataclass(frozen=True)
class RoomChanged:
    """Whether the disk has room for another visit."""

    room: bool


@dataclass(frozen=True)
class DeviceBack:
    """A device that was in trouble is well again; `device` is its class (`id_card_reader`, …)."""

    device: str


@dataclass(frozen=True)
class PageSeen:
    """What is in the live picture now: a page that lies still, one that does not yet, or (None) no page."""

    still: bool | None


@dataclass(frozen=True, repr=False)
class PageTaken:
    """The scanner took a page."""

    page: ScannedPage


@dataclass(frozen=True)
class PageFailed:
    """The scanner could not."""

    code: ErrorCode


@dataclass(frozen=True, repr=False)
class SharedTold:
    """The city said which of the papers its records hold, each with a reference; `proof` is its signed answer."""

    held: tuple[tuple[str, str], ...]
    proof: str


@dataclass(frozen=True)
class SharedUnreached:
    """The city could not be asked."""


@dataclass(frozen=True)
class Sealed:
    """The application is durable on disk: submission id and offline number of each of its services, in their order."""

    kept: tuple[tuple[str, str], ...]
    now: datetime


@dataclass(frozen=True)
class SealFailed:
    """The application could not be written; nothing was sent."""


@dataclass(frozen=True)
class NumberKnown:
    """The city answered with its own number, told when it received the submission, and perhaps gave the result."""

    submission: str
    number: str
    received_at: datetime | None = None
    result: Result | None = None


@dataclass(frozen=True)
class NumberRefused:
    """The city refused this submission for good; it is set aside here for staff."""

    submission: str


@dataclass(frozen=True)
class SlipPrinted:
    """The printer was given the slip; `certain` when it said that the paper is out."""

    certain: bool


@dataclass(frozen=True)
class SlipFailed:
    """The printer could not print."""

    code: ErrorCode


MachineEvent = (
    CardSeen
    | CardRead
    | CardFailed
    | CardTaken
    | RoomChanged
    | DeviceBack
    | PageSeen
    | PageTaken
    | PageFailed
    | SharedTold
    | SharedUnreached
    | Sealed
    | SealFailed
    | NumberKnown
    | NumberRefused
    | SlipPrinted
    | SlipFailed
    | MachineCaseEvent
    | MachineLetterEvent
    | MachineStaffEvent
)
