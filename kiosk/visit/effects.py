"""What a visit asks of the world; the shell carries it out and answers with events."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from drivers.id_card_reader.card import IdCard
from kiosk.visit.application import Application
from kiosk.visit.asides import Letter
from kiosk.visit.halts import Halt
from kiosk.visit.receipts import Receipt
from kiosk.visit.staff.effects import StaffEffect


@dataclass(frozen=True)
class ReadCard:
    """Wait for a card and read it."""


@dataclass(frozen=True)
class StopReader:
    """Stop waiting for a card."""


@dataclass(frozen=True)
class WatchCard:
    """Tell when the card that was read has been taken away."""


@dataclass(frozen=True)
class StartPreview:
    """Show the live picture of the scanner."""


@dataclass(frozen=True)
class TakePage:
    """Take one picture at full size; the preview ends."""


@dataclass(frozen=True)
class StopScanner:
    """The papers are done with: end preview or capture, let go of the camera."""


@dataclass(frozen=True, repr=False)
class Submit:
    """Seal the application, one submission for each service, and make all of them durable together."""

    application: Application
    language: str


@dataclass(frozen=True)
class AskNumbers:
    """Look whether the city has answered with its numbers."""

    submissions: tuple[str, ...]


@dataclass(frozen=True)
class WatchForCode:
    """Show the live picture of the scanner, and tell what codes are read in it."""


@dataclass(frozen=True)
class TakeCode:
    """Take one picture at full size for the code on it; the preview ends."""


@dataclass(frozen=True, repr=False)
class AskCases:
    """Ask the city after the cases of a person, or of a number; say first what this terminal knows of that number."""

    person: IdCard | None
    number: str


@dataclass(frozen=True, repr=False)
class AskShared:
    """Ask the city whether its records hold these papers of the applicant, who agreed."""

    application: Application
    materials: tuple[str, ...]


@dataclass(frozen=True)
class PrintSlip:
    """Print the acceptance slip."""

    receipt: Receipt


@dataclass(frozen=True)
class SendRating:
    """Hand in an anonymous rating."""

    service_code: str
    level: int
    tags: tuple[str, ...]
    words: str = field(default="", repr=False)


@dataclass(frozen=True)
class ReportStop:
    """Tell the city that someone could not go on here, nothing of whom."""

    halt: Halt


@dataclass(frozen=True, repr=False)
class KeepLetter:
    """Seal a letter and make it durable."""

    letter: Letter


class Milestone(StrEnum):
    """What is counted of visits, of nobody in particular."""

    BEGUN = "begun"
    FINISHED = "finished"
    SLIP = "slip"


@dataclass(frozen=True)
class Count:
    """Count one more of these today."""

    milestone: Milestone


@dataclass(frozen=True)
class Forget:
    """The visit is over: drop everything personal, everywhere."""


ScannerEffect = StartPreview | TakePage | WatchForCode | TakeCode | StopScanner

Effect = (
    ReadCard
    | StopReader
    | WatchCard
    | ScannerEffect
    | Submit
    | AskNumbers
    | AskShared
    | AskCases
    | PrintSlip
    | SendRating
    | ReportStop
    | KeepLetter
    | Count
    | StaffEffect
    | Forget
)
