"""The page itself: what stands around a body, and what is laid over it."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.page.asking import (
    ChoiceBody,
    DateBody,
    IdentifyBody,
    NumberBody,
    PlaceBody,
    ScanBody,
    SignatureBody,
    TextBody,
)
from kiosk.page.finding import AttractBody, GuideBody, HomeBody, ListBody, SampleBody, SearchBody
from kiosk.page.parts import Action
from kiosk.page.serving import LevelsBody, StaffBody, StepsBody, TouchBody, WorkBody
from kiosk.page.telling import (
    CaseBody,
    CasesBody,
    DoneBody,
    KeptBody,
    NoticeBody,
    RateBody,
    ReviewBody,
    SealingBody,
    WaysBody,
)
from kiosk.visit.view import PLAIN, View


@dataclass(frozen=True)
class Header:
    """Top of every page: where the terminal stands (`short`: where there is no room for it), and the tools that are
    always there."""

    station: str
    tools: tuple[Action, ...]
    short: str = ""


@dataclass(frozen=True)
class Progress:
    """`at` of `pieces` steps, 1-based; `label` says both in words."""

    pieces: int
    at: int
    label: str


Body = (
    AttractBody
    | HomeBody
    | ListBody
    | SearchBody
    | GuideBody
    | SampleBody
    | IdentifyBody
    | ChoiceBody
    | NumberBody
    | TextBody
    | PlaceBody
    | SignatureBody
    | DateBody
    | ScanBody
    | ReviewBody
    | SealingBody
    | DoneBody
    | RateBody
    | NoticeBody
    | CasesBody
    | CaseBody
    | WaysBody
    | KeptBody
    | StaffBody
    | StepsBody
    | TouchBody
    | WorkBody
    | LevelsBody
)


@dataclass(frozen=True)
class Countdown:
    """Whole seconds that are left, of how many; `unit` stands after the figure."""

    left: int
    of: int
    unit: str


CLOSE = Action("close", "")
"""What Esc does to an overlay that says nothing else."""


@dataclass(frozen=True)
class Overlay:
    """A question laid over the page; the page under it cannot be touched.

    `close` is what Esc means, and with `anywhere` a touch beside the actions too.
    """

    title: str
    lead: str
    actions: tuple[Action, ...]
    countdown: Countdown | None = None
    close: Action = CLOSE
    anywhere: bool = False


@dataclass(frozen=True)
class Speech:
    """What a page that is read aloud has besides: the bar to steer it by, and words for the ear.

    `withheld` is shown and said in place of numbers and names, which bystanders would hear; empty where there are
    none, or where everything is said (`aloud`).
    """

    actions: tuple[Action, ...]
    chosen: str
    withheld: str = ""
    aloud: bool = False


@dataclass(frozen=True)
class Page:
    """One screen. `name` says which (for tests and pictures); the body's type says how it is drawn. `lower` brings
    it down to where a seated person reaches, and back; panels that are not tall leave it out."""

    name: str
    language: str
    header: Header
    progress: Progress | None
    cancel: Action | None
    title: str
    lead: str
    error: str
    body: Body
    back: Action | None
    primary: Action | None
    overlay: Overlay | None
    view: View = PLAIN
    lower: Action | None = None
    speech: Speech | None = None
