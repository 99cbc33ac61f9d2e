"""The steps of an enquiry, one frozen value each."""

from __future__ import annotations

from dataclasses import dataclass

from config.service import Service
from drivers.id_card_reader.card import IdCard
from drivers.model import ErrorCode
from kiosk.visit.cases import Case, Enquiry
from kiosk.visit.results import Result


@dataclass(frozen=True)
class Enquiring:
    """My cases: the card is awaited, or `reading` for `waited` seconds; a slip's code or number will do as well."""

    failed: ErrorCode | None = None
    reading: bool = False
    waited: float = 0.0


@dataclass(frozen=True)
class ShowingSlip:
    """A slip is held under the scanner, whose live picture is watched for a code.

    `glass`: the scanner has no live picture. `unread`: what lay there carried no code of ours.
    """

    failed: ErrorCode | None = None
    glass: bool = False
    taking: bool = False
    unread: bool = False


@dataclass(frozen=True, repr=False)
class TypingCase:
    """The number of a slip on a pad. `wrong` after one whose check digit fails."""

    number: str = ""
    wrong: bool = False


@dataclass(frozen=True, repr=False)
class LookingUp:
    """The city is asked, by card or by number. `held`: what this terminal knows meanwhile."""

    person: IdCard | None
    number: str = ""
    held: tuple[Case, ...] = ()
    waited: float = 0.0

    @property
    def asked(self) -> str:
        """What an answer has to name: another's cases never show because theirs came late."""
        return self.number if self.person is None else self.person.id_number


@dataclass(frozen=True, repr=False)
class Listing:
    """The cases of a card."""

    enquiry: Enquiry


@dataclass(frozen=True, repr=False)
class ReadingCase:
    """One case."""

    enquiry: Enquiry
    case: Case


@dataclass(frozen=True, repr=False)
class ShowingResult:
    """What an instant service gave, for others to scan."""

    enquiry: Enquiry
    case: Case
    result: Result


@dataclass(frozen=True, repr=False)
class PickingPapers:
    """Which papers are handed in now? Asked where nobody can tell; of an unknown `service` that one first."""

    enquiry: Enquiry
    case: Case
    service: Service | None
    chosen: tuple[str, ...] = ()


CaseStep = Enquiring | ShowingSlip | TypingCase | LookingUp | Listing | ReadingCase | ShowingResult | PickingPapers
