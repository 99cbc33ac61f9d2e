"""The steps of a visit, one frozen value each, holding only what makes sense there."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as attribute
from datetime import datetime
from enum import StrEnum

from config.divisions import NOWHERE, Locality
from config.papers import Material
from config.questions import FormField
from config.service import Service
from drivers.model import ErrorCode
from kiosk.visit.answers import Fault
from kiosk.visit.application import Application, ScannedPage
from kiosk.visit.asides import Aside
from kiosk.visit.browsing import HOME, Place
from kiosk.visit.case_steps import CaseStep
from kiosk.visit.course import Fallen
from kiosk.visit.matter import Matter
from kiosk.visit.promises import Years
from kiosk.visit.receipts import Known, Receipt
from kiosk.visit.staff.steps import StaffStep
from kiosk.visit.view import PLAIN, View


@dataclass(frozen=True)
class Welcome:
    """Nobody is here."""


@dataclass(frozen=True)
class Choosing:
    """Which matter? `place` is where the resident looks for it."""

    place: Place = HOME


CARD = "card"
"""The identity card among the papers of a guide."""


@dataclass(frozen=True)
class Guiding:
    """What it needs, costs and gives, before anything is asked; `found_in` is where it was found."""

    service: Service
    found_in: Place = HOME

    @property
    def papers(self) -> tuple[str, ...]:
        """What can be looked at: the card and each material."""
        return (CARD, *(material.id for material in self.service.materials))


@dataclass(frozen=True)
class Sampling:
    """A sample of one paper, large."""

    guiding: Guiding
    paper: str


@dataclass(frozen=True, repr=False)
class Identifying:
    """The card is awaited, or `reading` for `waited` seconds; `failed` is why the last try did not work.

    `late`: the application as it goes on once its resident was told that the card has expired.
    """

    matter: Matter
    failed: ErrorCode | None = None
    reading: bool = False
    waited: float = 0.0
    late: Application | None = None


@dataclass(frozen=True, repr=False)
class TypingNumber:
    """No card: the identity number on a pad. `wrong` after a number whose check digit fails."""

    matter: Matter
    number: str = ""
    wrong: bool = False


@dataclass(frozen=True, repr=False)
class TypingName:
    """No card: the name as written on it."""

    matter: Matter
    number: str
    name: str = ""
    wrong: bool = False


@dataclass(frozen=True, repr=False)
class Advising:
    """A service is not for this applicant: why, what to do instead, and from which day it is."""

    application: Application
    fallen: Fallen
    returning: bool = False


@dataclass(frozen=True, repr=False)
class Matching:
    """Which services of a package apply, and which fall away."""

    application: Application
    returning: bool = False


@dataclass(frozen=True, repr=False)
class Filling:
    """One question. `wrong` is what was found wrong with it, `returning` leads back to the check page.

    Of an address, `place` is what was picked, `initial` the letter that is looked under, and the draft the rest.
    Of a number that is typed twice, `first` is what was typed the first time.
    """

    application: Application
    field: FormField
    draft: str
    wrong: Fault | None = None
    returning: bool = False
    place: Locality = NOWHERE
    initial: str = ""
    first: str = ""


@dataclass(frozen=True, repr=False)
class Consulting:
    """May the city's records be asked for the papers that it may hold? `asking` while it is, for `waited` seconds."""

    application: Application
    returning: bool = False
    asking: bool = False
    waited: float = 0.0


@dataclass(frozen=True, repr=False)
class Declaring:
    """A paper that a declaration replaces, if the resident so chooses."""

    application: Application
    material: Material
    returning: bool = False


class Camera(StrEnum):
    """Where the taking of a page stands.

    GLASS: the scanner has no live picture, papers go onto or into it. KEPT: it rests, a kept page is looked at.
    """

    LIVE = "live"
    GLASS = "glass"
    TAKING = "taking"
    CHECK = "check"
    KEPT = "kept"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, repr=False)
class Scanning:
    """One material under the scanner. `pages` are kept; `shot` is the one just taken, `looked` the kept one looked at.

    While `armed`, a page that lies still is taken by itself; after a take only once the desk was empty.
    """

    application: Application
    material: Material
    camera: Camera = Camera.LIVE
    armed: bool = True
    pages: tuple[ScannedPage, ...] = ()
    shot: ScannedPage | None = None
    looked: int = 0
    failed: ErrorCode | None = None
    returning: bool = False


@dataclass(frozen=True, repr=False)
class Reviewing:
    """Everything once more, and the consents: the general one, and those `ticked` that stand for themselves."""

    application: Application
    consented: bool = False
    ticked: tuple[str, ...] = ()
    failed: bool = False

    @property
    def agreed(self) -> bool:
        """Whether every tick is there."""
        return self.consented and all(consent.id in self.ticked for consent in self.application.consents_asked)


@dataclass(frozen=True, repr=False)
class Sealing:
    """Being encrypted and written to disk."""

    application: Application


@dataclass(frozen=True, repr=False)
class Numbering:
    """Safe on disk; the city may still answer with its own numbers for a moment.

    `kept` are submission id and offline number of each service, `known` what the city answered.
    """

    application: Application
    kept: tuple[tuple[str, str], ...]
    sealed: datetime
    known: tuple[Known, ...] = ()
    waited: float = 0.0

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The submissions whose numbers are not known yet."""
        answered = {known.submission for known in self.known}
        return tuple(submission for submission, _ in self.kept if submission not in answered)


class SlipState(StrEnum):
    """What became of the slip."""

    PRINTING = "printing"
    PRINTED = "printed"
    UNKNOWN = "unknown"
    FAILED = "failed"


@dataclass(frozen=True)
class Done:
    """The number, what happens next, and the slip."""

    receipt: Receipt
    slip: SlipState = SlipState.PRINTING
    slip_error: ErrorCode | None = None


@dataclass(frozen=True)
class Rating:
    """How was it? Nothing of the person or the application is left here but the service.

    `words` are the resident's own, while `writing` on a page of their own.
    """

    service_code: str
    level: int | None = None
    tags: tuple[str, ...] = ()
    words: str = attribute(default="", repr=False)
    writing: bool = False


@dataclass(frozen=True)
class Leaving:
    """Goodbye."""

    rated: bool = False


Step = (
    Welcome
    | Choosing
    | Guiding
    | Sampling
    | Identifying
    | TypingNumber
    | TypingName
    | Advising
    | Matching
    | Filling
    | Consulting
    | Declaring
    | Scanning
    | Reviewing
    | Sealing
    | Numbering
    | Done
    | Rating
    | Leaving
    | CaseStep
    | StaffStep
)


class Asking(StrEnum):
    """A question laid over the page."""

    NOTHING = "nothing"
    STILL_THERE = "still_there"
    LEAVE = "leave"
    LANGUAGE = "language"


class CardPlace(StrEnum):
    """Where the identity card is: away, lying on the reader, or left there by someone whose visit is over."""

    AWAY = "away"
    LYING = "lying"
    FORGOTTEN = "forgotten"


@dataclass(frozen=True)
class Visit:
    """One resident at the terminal, or nobody. `serial` numbers visits, so that late answers find nobody.

    `years` are the days off as they were announced when it began; `idle` is seconds since the last touch; `unhurried`:
    more time was asked for.
    `room`: the disk has room for another visit; this one finishes in any case. `closed`: why staff closed the terminal,
    empty while it serves.
    `aside` is a page beside the way, over a step that waits for the resident to come back.
    """

    step: Step = Welcome()
    serial: int = 0
    language: str = "zh"
    started: datetime | None = None
    years: Years = ()
    idle: float = 0.0
    asking: Asking = Asking.NOTHING
    card: CardPlace = CardPlace.AWAY
    room: bool = True
    closed: str = ""
    view: View = PLAIN
    aside: Aside | None = None
    unhurried: bool = False
