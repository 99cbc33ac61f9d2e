"""What is said of a page that is read aloud: its title, lead and error, what its body tells, and the way on.

Bystanders hear it too. So of a body only what this module names is said, numbers and masked names are not, and what
was typed is no part of it: instead it is said that they stand on the screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from kiosk.intents import Intent
from kiosk.page import (
    Action,
    AttractBody,
    Badge,
    CaseCard,
    Choice,
    DateBody,
    Fact,
    GuideBody,
    MaterialCard,
    Moment,
    Note,
    Page,
    Proof,
    ReviewRow,
    Speech,
    Stage,
    WorkBody,
)
from kiosk.pages.scene import Scene
from kiosk.visit.view import FASTEST, LOUDEST

SAID = re.compile(r"(.+_)?(heading|headline|title|lines|status|hint|why|note|placeholder|label)")
"""Names of the fields of a body whose words are read."""

OWN = ("text", "number", "chips")
"""Names of those that hold what is the resident's own: typed, given, picked."""

UNREAD = ("initials",)
"""Names of those that are for eyes only: a way to leaf faster."""

ORDER = {"label": 0, "why": 2}
"""Where in a body something is said: what is asked for before its example, why it is asked after all answers."""

VALUE_FIRST = (AttractBody, GuideBody, WorkBody)
"""Bodies whose figures stand above what they count, as one says them: "3 matters, settled here"."""

PRIVATE = re.compile(r"\*|\d(?:[ -]?\d){5}")
"""A mask, or a number long enough to be somebody's."""

PUBLIC = re.compile(r"(?<!\d)(?:0\d{2,3}|400)-\d{3,4}-?\d{4}(?!\d)")
"""A line of an office, with its area code: whoever cannot see the screen is to hear whom to call."""

FEW = 5
"""With more choices than this their hints are left to the one that is being looked at."""


@dataclass(frozen=True)
class Utterance:
    """What belongs together, sentence by sentence. `private`: not for bystanders."""

    texts: tuple[str, ...]
    private: bool = False


def narration(page: Page) -> tuple[Utterance, ...]:
    """Everything that is said of a page, in the order of reading."""
    return tuple(_heard(_page(page), page.speech))


def news(before: Page | None, page: Page) -> tuple[Utterance, ...]:
    """What is said when one page gives way to another: of a page that stays only what is new on it."""
    said = narration(page)
    if before is None or _place(before) != _place(page):
        return said
    if page.overlay is not None or isinstance(page.body, AttractBody):
        # seconds that run down, and a clock
        return ()
    known = narration(before)
    return tuple(utterance for utterance in said if utterance not in known)


def _place(page: Page) -> tuple[object, ...]:
    overlay = None if page.overlay is None else page.overlay.title
    return page.name, page.title, page.language, overlay, page.view.repeats


def focused(page: Page, name: str) -> tuple[Utterance, ...]:
    """What is said of the item that has the keys, by its name on the screen (`action:INTENT:VALUE`)."""
    kind, _, rest = name.partition(":")
    if kind == "wheel" and isinstance(page.body, DateBody):
        turned = dict(zip(page.body.unit_labels, page.body.turned, strict=True))
        return (Utterance((rest, turned[rest])),)
    if kind == "hold":
        held = (row for row in _rows(page.body) if row.label == rest)
        return tuple(_heard((utterance for row in held for utterance in _part(row, page.speech, False)), page.speech))
    if kind.endswith("-field"):
        own = bool(getattr(page.body, "text", ""))
        asked = ("label", "hint") if own else ("label", "placeholder", "hint")
        return tuple(_said(*(getattr(page.body, name, "") for name in asked))) or tuple(_said(page.title))
    intent, _, value = rest.partition(":")
    for choice in _choices(page):
        if (choice.action.intent, choice.action.value) == (intent, value):
            said = _choice(choice, page.speech, hints=True)
            own = _is_digit(choice) or choice.action in getattr(page.body, "chips", ())
            return tuple(_heard((Utterance(said.texts, said.private or own),), page.speech))
    return ()


def speech(page: Page, scene: Scene) -> Speech | None:
    """The bar of a page that is read aloud, and the words that are only heard."""
    if not (page.view.spoken and scene.hearing.speech):
        return None
    private = any(utterance.private for utterance in _page(page)) or any(map(_is_digit, _choices(page.body)))
    actions = (
        scene.action(Intent.SAY_AGAIN, "speech.again", "rotate-ccw"),
        scene.action(Intent.VOLUME, "speech.quieter", "volume-1", "-", enabled=page.view.volume > 0),
        scene.action(Intent.VOLUME, "speech.louder", "volume-2", "+", enabled=page.view.volume < LOUDEST),
        scene.action(Intent.SPEED, "speech.slower", "turtle", "-", enabled=page.view.speed > 0),
        scene.action(Intent.SPEED, "speech.faster", "rabbit", "+", enabled=page.view.speed < FASTEST),
    )
    withheld = scene.say("speech.withheld") if private and not scene.hearing.private else ""
    return Speech(actions, scene.say("speech.chosen"), withheld, scene.hearing.private)


def _heard(utterances: Iterable[Utterance], speech: Speech | None) -> Iterator[Utterance]:
    """For whoever listens: what is private gives way, once, to the word where it stands."""
    told = False
    for utterance in utterances:
        if not utterance.private or (speech is not None and speech.aloud):
            yield utterance
        elif not told and speech is not None and speech.withheld:
            told = True
            yield Utterance((speech.withheld,))


def _page(page: Page) -> Iterator[Utterance]:
    if page.overlay is not None:
        yield from _said(page.overlay.title, page.overlay.lead)
        for action in page.overlay.actions:
            yield from _said(action.label)
        return
    for text in (page.title, page.error, page.lead):
        yield from _said(text)
    hints = sum(1 for _ in _choices(page.body)) <= FEW
    yield from _inside(page.body, page.speech, hints)
    if page.primary is not None and page.primary.enabled:
        yield from _said(page.primary.label)


def _inside(value: Any, speech: Speech | None, hints: bool) -> Iterator[Utterance]:
    """The parts of a body, or of a group in it, in the order in which they are declared."""
    answered = bool(getattr(value, "text", ""))
    for field in sorted(fields(value), key=lambda field: ORDER.get(field.name, 1)):
        part = getattr(value, field.name)
        texts = part if isinstance(part, tuple) else (part,)
        if field.name in UNREAD or (answered and field.name == "placeholder"):
            continue
        if field.name in OWN:
            own = (item.label if isinstance(item, Action) else item for item in texts)
            yield from (Utterance((text,), private=True) for text in own if text)
            continue
        if SAID.fullmatch(field.name):
            yield from _said(*(text for text in texts if isinstance(text, str)))
        for item in texts:
            if isinstance(item, Fact) and isinstance(value, VALUE_FIRST):
                yield from _said(item.value, item.label)
            else:
                yield from _part(item, speech, hints)
    if isinstance(value, DateBody):
        yield from _said(*(value.turned if value.days else value.turned[:2]))


def _part(part: object, speech: Speech | None, hints: bool) -> Iterator[Utterance]:
    match part:
        case Action(intent=intent, label=label, enabled=enabled):
            if enabled and intent != Intent.KEY:
                yield from _said(label)
        case Choice():
            yield _choice(part, speech, hints)
        case Badge(label) | Stage(label, state="now"):
            yield from _said(label)
        case Note():
            yield from _said(part.title, part.hint)
        case MaterialCard(hint, _, badge, sample):
            yield from _said(sample.label, badge.label, hint)
        case CaseCard(action, when, badge):
            yield from _said(action.label, when, badge.label)
        case Fact(value, label):
            yield from _said(label, value)
        case Moment(when, what):
            yield from _said(when, what)
        case Proof(title, hint):
            yield from _said(title)
            # whoever hears the code could look it up
            yield Utterance((hint,), private=True)
        case ReviewRow(label, value):
            yield from _said(label)
            yield Utterance((value,), private=True)
        case Stage():
            pass
        case _ if is_dataclass(part):
            yield from _inside(part, speech, hints)


def _choice(choice: Choice, speech: Speech | None, hints: bool) -> Utterance:
    hint = choice.hint if hints else ""
    chosen = speech.chosen if speech is not None and choice.chosen else ""
    return next(_said(choice.action.label, hint, chosen))


def _is_digit(choice: Choice) -> bool:
    """Of a number pad: heard before it is pressed it tells the number."""
    return choice.action.intent == Intent.KEY and len(choice.action.value) == 1


def _said(*texts: str) -> Iterator[Utterance]:
    """One utterance of these sentences, or none when all are empty."""
    words = tuple(text for text in texts if text.strip())
    if words:
        yield Utterance(words, any(PRIVATE.search(PUBLIC.sub("", text)) for text in words))


def _rows(value: object) -> Iterator[ReviewRow]:
    """The answers on a page that checks them."""
    match value:
        case ReviewRow():
            yield value
        case _:
            for part in _parts(value):
                yield from _rows(part)


def _choices(value: object) -> Iterator[Choice]:
    """Everything below that can be touched, with what is to be said of it besides."""
    match value:
        case Choice():
            yield value
        case Action():
            yield Choice(value)
        case ReviewRow(label, edit=Action() as edit):
            yield Choice(edit, hint=label)
        case _:
            for part in _parts(value):
                yield from _choices(part)


def _parts(value: object) -> Iterator[object]:
    """What a tuple or a value of a page is made of."""
    match value:
        case tuple():
            yield from value
        case _ if is_dataclass(value):
            yield from (getattr(value, field.name) for field in fields(value))
