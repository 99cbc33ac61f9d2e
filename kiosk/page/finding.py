"""Bodies of the pages on which a resident looks for a matter and reads what it needs."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.page.parts import Action, Badge, Choice, Fact, Note


@dataclass(frozen=True)
class AttractBody:
    """The resting screen: the whole of it is the button. `state`: how the line is; `notice`: what the city says."""

    clock: str
    headline: tuple[str, ...]
    lines: tuple[str, ...]
    notice: Note | None
    state: Note | None
    start: Action
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class HomeBody:
    """What can be done here: by a search, for an event of life, by matter, or by asking; first what cannot now."""

    notices: tuple[Note, ...]
    search: Action
    packages_heading: str
    packages: tuple[Choice, ...]
    matters_heading: str
    matters: tuple[Choice, ...]
    departments: Action | None
    others: tuple[Choice, ...]


@dataclass(frozen=True)
class Section:
    """A part of a list: what can be touched, and what is only to be read."""

    heading: str
    choices: tuple[Choice, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class ListBody:
    """Matters that belong together."""

    sections: tuple[Section, ...]


@dataclass(frozen=True, repr=False)
class SearchBody:
    """A field that sends `intent` with all that is typed so far, and what was found for it."""

    text: str
    placeholder: str
    intent: str
    max_length: int
    heading: str
    results: tuple[Choice, ...]


@dataclass(frozen=True)
class MaterialCard:
    """One paper of the guide; its sample shows it large. `drawing` is one of ui/drawings."""

    hint: str
    drawing: str
    badge: Badge
    sample: Action


@dataclass(frozen=True)
class GuideBody:
    """What a service needs, costs and gives, before the card is asked for; first what cannot be done now."""

    notices: tuple[Note, ...]
    facts: tuple[Fact, ...]
    materials_heading: str
    materials: tuple[MaterialCard, ...]
    results_heading: str
    results: tuple[Note, ...]


@dataclass(frozen=True)
class SampleBody:
    """A paper drawn large, what is looked at on it, and the papers that do instead."""

    drawing: str
    badge: Badge
    checks_heading: str
    checks: tuple[Note, ...]
    others_heading: str
    others: tuple[Choice, ...]
