"""Page values: everything a screen shows and everything that can be done on it, ready to be drawn.

All words are already in the resident's language. An `Action` names an intent (see `kiosk.intents`); the screens
send that intent's name and value back and decide nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.visit.view import PLAIN, View


class Tone(StrEnum):
    """What a coloured mark means; the theme gives each its colours."""

    PLAIN = "plain"
    SPRING = "spring"
    GOOD = "good"
    ATTENTION = "attention"


@dataclass(frozen=True)
class Action:
    """Something the resident can touch. `icon` is the name of a drawing in ui/icons, or empty; `on` is whether a
    switch is on, None for what is no switch."""

    intent: str
    label: str
    icon: str = ""
    value: str = ""
    enabled: bool = True
    on: bool | None = None


@dataclass(frozen=True)
class Choice:
    """One of several cards or chips to touch."""

    action: Action
    hint: str = ""
    chosen: bool = False


@dataclass(frozen=True)
class Header:
    """Top of every page: where the terminal stands, and the tools that are always there."""

    station: str
    tools: tuple[Action, ...]


@dataclass(frozen=True)
class Progress:
    """`at` of `pieces` steps, 1-based; `label` says both in words."""

    pieces: int
    at: int
    label: str


@dataclass(frozen=True)
class Badge:
    """A small pill of words."""

    label: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Fact:
    """A figure and what it is."""

    value: str
    label: str


@dataclass(frozen=True)
class Note:
    """A line with an icon, a title and perhaps a second line."""

    title: str
    icon: str = ""
    hint: str = ""
    tone: Tone = Tone.PLAIN


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
    """What can be done here: by a search, for an event of life, by matter, or by asking."""

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
    """What a service needs, costs and gives, before the card is asked for."""

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


class ReaderState(StrEnum):
    """What the terminal sees on the card reader."""

    WAITING = "waiting"
    READING = "reading"
    FAILED = "failed"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True)
class IdentifyBody:
    """The moving drawing of the reader, what it sees, and the ways on without a card."""

    state: ReaderState
    status: str
    ways: tuple[Choice, ...]


@dataclass(frozen=True)
class ChoiceBody:
    """One of a few answers, each telling its consequence."""

    choices: tuple[Choice, ...]
    why: str


@dataclass(frozen=True, repr=False)
class NumberBody:
    """A number on a pad. `text` is grouped for reading; every key is an action, row by row of three.

    `hint` stands beside the number, `below` under it.
    """

    text: str
    placeholder: str
    hint: str
    keys: tuple[Action, ...]
    why: str
    below: str = ""


@dataclass(frozen=True, repr=False)
class TextBody:
    """Words typed on the keyboard. The field sends `intent` with the whole text at every change.

    `label` names the field, `left` says how much room is left, `chips` are what stands in front of the text and leads
    back to it, `keys` write what this field mostly needs.
    """

    field: str
    text: str
    placeholder: str
    intent: str
    max_length: int
    why: str
    label: str = ""
    left: str = ""
    clear: Action | None = None
    chips: tuple[Action, ...] = ()
    keys: tuple[Action, ...] = ()


@dataclass(frozen=True, repr=False)
class PlaceBody:
    """One level of an address. `chips` are the levels picked, `initials` the letters to look under.

    `unlisted` is the way on for who does not find theirs.
    """

    chips: tuple[Action, ...]
    initials: tuple[Choice, ...]
    places: tuple[Choice, ...]
    unlisted: Choice | None
    why: str


@dataclass(frozen=True, repr=False)
class SignatureBody:
    """A sheet to write on with a finger. The sheet sends `intent` with all `strokes` after each (see visit.signature).

    `named` is the way of those who cannot write on glass.
    """

    strokes: str
    sheet: tuple[int, int]
    placeholder: str
    intent: str
    undo: Action
    clear: Action
    named: Choice
    why: str


@dataclass(frozen=True)
class DateBody:
    """Year, month and day to turn. `intent` is sent with an ISO date; months and days are 1-based."""

    year: int
    month: int
    day: int
    years: tuple[int, ...]
    days: int
    unit_labels: tuple[str, str, str]
    intent: str
    why: str


class ScanStage(StrEnum):
    """Where the taking of one page stands."""

    LIVE = "live"
    GLASS = "glass"
    TAKING = "taking"
    CHECK = "check"
    KEPT = "kept"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, repr=False)
class PageThumb:
    """A page in the strip; its action shows it large. `chosen` is the one now shown."""

    action: Action
    picture: bytes
    chosen: bool = False


@dataclass(frozen=True, repr=False)
class ScanBody:
    """The live picture (LIVE, TAKING), a drawing of a paper (GLASS), or one page (CHECK, KEPT), as JPEG.

    `count` says how many pages there are and may be, `later` is the way of who has not brought the paper, and
    `notes` are the papers that need not be laid at all.
    """

    stage: ScanStage
    status: str
    picture: bytes = b""
    marks: tuple[Note, ...] = ()
    count: str = ""
    pages: tuple[PageThumb, ...] = ()
    actions: tuple[Action, ...] = ()
    later: Choice | None = None
    notes: tuple[Note, ...] = ()


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
class Moment:
    """A point of the timeline."""

    when: str
    what: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Proof:
    """A document that was given at once: what it is, its short code, and the address of its page as a code."""

    title: str
    hint: str
    qr: str


@dataclass(frozen=True)
class DoneBody:
    """The number first, or one for each of several services; then what happens next.

    `qr` holds the text of a code to photograph, or is empty. `proofs` were given at once.
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


@dataclass(frozen=True)
class StaffBody:
    """How the terminal is: what to do now, the lights, what can be tried."""

    heading: Note
    tasks: tuple[Note, ...]
    lights: tuple[Note, ...]
    actions_heading: str
    actions: tuple[Action, ...]


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
)


@dataclass(frozen=True)
class Countdown:
    """Whole seconds that are left, of how many; `unit` stands after the figure."""

    left: int
    of: int
    unit: str


@dataclass(frozen=True)
class Overlay:
    """A question laid over the page; the page under it cannot be touched.

    `close` is what Esc means, and with `anywhere` a touch beside the actions too.
    """

    title: str
    lead: str
    actions: tuple[Action, ...]
    countdown: Countdown | None = None
    close: Action = Action("close", "")
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
