"""What can happen in an enquiry."""

from __future__ import annotations

from dataclasses import dataclass

from config.service import Service
from kiosk.visit.cases import Case


@dataclass(frozen=True)
class CasesAsked:
    """My cases."""


@dataclass(frozen=True)
class SlipChosen:
    """I have a slip: scan its code."""


@dataclass(frozen=True, repr=False)
class CaseChosen:
    """One of the listed cases."""

    number: str


@dataclass(frozen=True)
class SupplementAsked:
    """Hand in what is missing; `service` is the case's, None where nobody can tell."""

    service: Service | None


@dataclass(frozen=True)
class ResultAsked:
    """Show what the service gave."""


@dataclass(frozen=True, repr=False)
class CodeSeen:
    """A code was read under the scanner: ours or any."""

    text: str


@dataclass(frozen=True)
class CodeMissed:
    """A picture was taken, and no code was on it."""


@dataclass(frozen=True, repr=False)
class CasesHeld:
    """What this terminal knows by itself. `asked`: the number, or that of the card, that this answers."""

    asked: str
    cases: tuple[Case, ...]


@dataclass(frozen=True, repr=False)
class CasesTold:
    """The city answered."""

    asked: str
    cases: tuple[Case, ...]


@dataclass(frozen=True, repr=False)
class CasesUnreached:
    """The city did not answer in time."""

    asked: str


ResidentCaseEvent = CasesAsked | SlipChosen | CaseChosen | SupplementAsked | ResultAsked
MachineCaseEvent = CodeSeen | CodeMissed | CasesHeld | CasesTold | CasesUnreached
