"""Bodies of the pages that tell: what was answered, what becomes of it, how a case stands."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.page.parts import Action, Badge, Choice, Fact, Moment, Note


@dataclass(frozen=True)
class ReviewRow:
    """One answer, masked; `full` is shown while the row is pressed, empty when nothing is hidden. `edit` changes it."""

    label: str
    value: str
    full: str = ""
    edit: Action | None = None


@dataclass(frozen=True)
class ReviewGroup:
    """Answers that belong together."""

    title: str
    badge: Badge | None
    rows: tuple[ReviewRow, ...]


@dataclass(frozen=True)
class ReviewBody:
    """Everything once more before it is sent, and what is agreed to: a sentence and a tick each."""

    groups: tuple[ReviewGroup, ...]
    consents: tuple[Choice, ...]
    note: str


@dataclass(frozen=True)
class Stage:
    """A part of work that takes a moment; `state` is "done", "now" or "next"."""

    label: str
    icon: str
    state: str


@dataclass(frozen=True)
class SealingBody:
    """The moment between submitting and the number: what is done, under way, and still to come."""

    stages: tuple[Stage, ...]


@dataclass(frozen=True)
class Proof:
    """A document that was given at once: what it is, its short code, and the address of its page as a code."""

    title: str
    hint: str
    qr: str


@dataclass(frozen=True)
class DoneBody:
    """The number first, or one for each of several services; then what happens next.

    `qr` holds the text of a code to photograph, or is empty. `proofs` were given at once. `icon`: before the headline.
    """

    headline: str
    number_label: str
    number: str
    number_note: str
    timeline_heading: str
    timeline: tuple[Moment, ...]
    slip: Note
    qr: str
    numbers: tuple[Fact, ...] = ()
    proofs: tuple[Proof, ...] = ()
    icon: str = "circle-check"


@dataclass(frozen=True)
class RateBody:
    """Five faces, then chips and own words; nothing is chosen before. `figures` is what others said, if known."""

    faces: tuple[Choice, ...]
    tags_heading: str
    tags: tuple[Choice, ...]
    write: Action
    written: str
    report: Choice
    note: str
    figures: str = ""


@dataclass(frozen=True)
class NoticeBody:
    """A quiet page of a few lines: goodbye, or what cannot be done here and the ways on."""

    icon: str
    lines: tuple[str, ...]
    ways: tuple[Choice, ...]


@dataclass(frozen=True, repr=False)
class CaseCard:
    """A case on the list: what it is about (the action's label), since when, where it stands."""

    action: Action
    when: str
    badge: Badge


@dataclass(frozen=True, repr=False)
class CasesBody:
    """A person's cases, and other ways to find one."""

    cases: tuple[CaseCard, ...]
    ways_heading: str
    ways: tuple[Choice, ...]


@dataclass(frozen=True, repr=False)
class CaseBody:
    """One case: where it stands and what comes next (`state`), its number, times promised and used, what happened."""

    state: Note
    number_label: str
    number: str
    facts: tuple[Fact, ...]
    timeline_heading: str
    timeline: tuple[Moment, ...]
    ways: tuple[Choice, ...]


@dataclass(frozen=True)
class WaysBody:
    """What is so, as cards to read, then the ways on, as cards to touch."""

    notes: tuple[Note, ...]
    ways: tuple[Choice, ...]


@dataclass(frozen=True)
class KeptBody:
    """A letter is safe: its number, and what happens next."""

    headline: str
    number_label: str
    number: str
    number_note: str
    timeline_heading: str
    timeline: tuple[Moment, ...]
    icon: str = "circle-check"
