"""Bodies of the pages for staff."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.page.finding import Section
from kiosk.page.parts import Action, Choice, Fact, Note


@dataclass(frozen=True)
class StaffBody:
    """How the terminal is: what to do now, each a way to its pictures; the lights; what can be done."""

    heading: Note
    tasks: tuple[Choice, ...]
    lights: tuple[Note, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class PictureStep:
    """One step of what is to be done; `drawing` is one of ui/drawings."""

    number: str
    drawing: str
    title: str


@dataclass(frozen=True)
class StepsBody:
    """One thing to do, step by step; `heading` says whether it is done."""

    heading: Note
    steps: tuple[PictureStep, ...]


@dataclass(frozen=True, repr=False)
class WorkBody:
    """One thing that staff do: how it stands, figures, what can be chosen."""

    heading: Note
    facts: tuple[Fact, ...] = ()
    choices_heading: str = ""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class TouchBody:
    """Places to touch, row by row of `columns`; one that is `on` has felt a finger."""

    heading: Note
    targets: tuple[Action, ...]
    columns: int


@dataclass(frozen=True)
class Level:
    """Something that is turned up and down; `percent` is how far it is."""

    label: str
    status: str
    percent: int
    less: Action
    more: Action


@dataclass(frozen=True)
class LevelsBody:
    """Volume and brightness."""

    levels: tuple[Level, ...]
    note: str
