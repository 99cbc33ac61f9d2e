"""Cases as the screens know them: told by the city, or by this terminal alone while the line is down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from drivers.id_card_reader.card import IdCard
from kiosk.visit.results import Result


class CaseState(StrEnum):
    """Where a case stands.

    ASKED and ANSWERED are those of a request for assistance.
    KEPT: safe in this terminal, not yet with the city. ASIDE: safe in it, and refused by the city. UNHEARD: the line
    is down, and this terminal took in no such number. UNFOUND: the city knows no such number.
    """

    RECEIVED = "received"
    ACCEPTED = "accepted"
    SUPPLEMENT = "supplement"
    DONE = "done"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ASKED = "asked"
    ANSWERED = "answered"
    KEPT = "kept"
    ASIDE = "aside"
    UNHEARD = "unheard"
    UNFOUND = "unfound"


OVER = frozenset({CaseState.DONE, CaseState.REFUSED, CaseState.WITHDRAWN})
"""States in which nothing more is waited for."""


REQUESTS = frozenset({CaseState.ASKED, CaseState.ANSWERED})
"""States of requests for assistance, to which no papers belong."""


@dataclass(frozen=True, repr=False)
class CaseMoment:
    """Something that happened with a case, and what the city said then in Chinese and English."""

    day: date
    state: CaseState
    zh: str = ""
    en: str = ""


@dataclass(frozen=True, repr=False)
class OpenPaper:
    """A paper that is still to follow, and its last day."""

    material: str
    until: date


@dataclass(frozen=True, repr=False)
class AddedPapers:
    """Papers that were handed in later."""

    day: date
    materials: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class Case:
    """A case as its holder may know it. `number`: the one to show; `service_code` and `received` may be unknown.

    `promised`: the last day on which it is decided, as the city told, or about that day. After a refusal `office` says
    more, and `successor` is a service to be had instead. `result`: what an instant service gave.
    """

    number: str
    state: CaseState
    service_code: str = ""
    received: datetime | None = None
    moments: tuple[CaseMoment, ...] = ()
    open: tuple[OpenPaper, ...] = ()
    added: tuple[AddedPapers, ...] = ()
    promised: date | None = None
    promised_about: bool = False
    office: str = ""
    successor: str = ""
    result: Result | None = None

    @property
    def may_be_added_to(self) -> bool:
        """Whether papers can be handed in for it: not for a request, nor for one that is kept here (without a day)
        or that the city refused."""
        kept_request = self.state is CaseState.KEPT and self.received is None
        shut = OVER | REQUESTS | {CaseState.ASIDE}
        return self.state not in shut and not kept_request


@dataclass(frozen=True, repr=False)
class Enquiry:
    """What was asked and answered. `person`: whose card was laid, None when a number was given.

    `reached`: the city answered; else only what this terminal knows.
    """

    person: IdCard | None
    cases: tuple[Case, ...]
    reached: bool


@dataclass(frozen=True, repr=False)
class Supplement:
    """Papers handed in later: for which case, and which of them now."""

    enquiry: Enquiry
    case: Case
    materials: tuple[str, ...]
