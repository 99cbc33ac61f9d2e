"""Help beside the way, and the letters that begin there."""

from __future__ import annotations

from dataclasses import replace

from kiosk.visit import events as ev
from kiosk.visit import letter_events as le
from kiosk.visit.asides import (
    TOPICS,
    WORDS_LENGTH,
    Aside,
    Helping,
    Letter,
    LetterKind,
    LetterSafe,
    PhoneAsked,
    PictureOffered,
    Picturing,
    TopicAsked,
    WordsAsked,
)
from kiosk.visit.case_steps import PickingPapers, ReadingCase, ShowingResult
from kiosk.visit.checks import CONTACT_LENGTH, contact_is_right
from kiosk.visit.halts import halt
from kiosk.visit.masks import masked_phone
from kiosk.visit.pads import pressed
from kiosk.visit.picturing import may_offer, offered, picturing
from kiosk.visit.staff.steps import Staffing, Unlocking
from kiosk.visit.steps import (
    Advising,
    Consulting,
    Declaring,
    Done,
    Filling,
    Guiding,
    Identifying,
    Matching,
    Numbering,
    Rating,
    Reviewing,
    Scanning,
    Sealing,
    Step,
    TypingName,
    TypingNumber,
    Welcome,
)

PAGE_LENGTH = 50
"""Characters of a page's name in a fault report."""


def opened(event: ev.Event, step: Step) -> Aside | None:
    """The page beside the way that an event opens, None when it opens none. Neither at rest nor for staff."""
    if isinstance(step, Welcome | Unlocking | Staffing):
        return None
    match event:
        case ev.HelpAsked():
            return Helping()
        case le.AssistanceAsked():
            here = halt(step)
            return TopicAsked(Letter(LetterKind.ASSISTANCE, service_of(step), stop=here.reason, office=here.office))
        case le.ReportAsked(page):
            return TopicAsked(Letter(LetterKind.REPORT, page[:PAGE_LENGTH]))
    return None


def turned(aside: Aside, event: ev.Event, step: Step) -> Aside | None:
    """What the page beside the way becomes; None leads back to the step, where everything is as it was left."""
    match aside:
        case Helping():
            return None if isinstance(event, ev.Back) else opened(event, step) or aside
        case TopicAsked():
            return _topic(aside, event)
        case PhoneAsked():
            return _phone(aside, event)
        case WordsAsked():
            return _words(aside, event, step)
        case PictureOffered():
            return offered(aside, event)
        case Picturing():
            return picturing(aside, event)
        case LetterSafe():
            return None if isinstance(event, ev.Forward) else aside


def _topic(aside: TopicAsked, event: ev.Event) -> Aside | None:
    letter = aside.letter
    match event:
        case le.TopicChosen(topic) if topic in TOPICS[letter.kind]:
            chosen = replace(letter, topic=topic)
            return PhoneAsked(chosen) if letter.kind is LetterKind.ASSISTANCE else WordsAsked(chosen)
        case ev.Back():
            return Helping() if letter.kind is LetterKind.ASSISTANCE else None
    return aside


def _phone(aside: PhoneAsked, event: ev.Event) -> Aside:
    letter = aside.letter
    match event:
        case ev.KeyPressed(key):
            return PhoneAsked(replace(letter, phone=pressed(letter.phone, key, CONTACT_LENGTH)))
        case ev.Forward():
            return WordsAsked(letter) if contact_is_right(letter.phone) else replace(aside, wrong=True)
        case ev.Back():
            return TopicAsked(letter)
    return aside


def _words(aside: WordsAsked, event: ev.Event, step: Step) -> Aside:
    letter = aside.letter
    match event:
        case le.LetterKept(number) if aside.sending:
            return LetterSafe(letter.kind, letter.topic, number, masked_phone(letter.phone))
        case le.LetterFailed() if aside.sending:
            return replace(aside, sending=False, failed=True)
        case ev.Drafted(text) if not aside.sending:
            return WordsAsked(replace(letter, words=text[:WORDS_LENGTH]))
        case ev.Forward() if may_offer(aside, step):
            return PictureOffered(letter)
        case ev.Forward():
            return replace(aside, sending=True, failed=False)
        case ev.Back() if not aside.sending:
            return PhoneAsked(letter) if letter.kind is LetterKind.ASSISTANCE else TopicAsked(letter)
    return aside


def service_of(step: Step) -> str:
    """Code of the service that a step is about, empty where there is none yet."""
    match step:
        case Guiding():
            return step.service.code
        case Identifying() | TypingNumber() | TypingName():
            return step.matter.services[0].code
        case Advising():
            return step.fallen.service.code
        case Matching() | Filling() | Consulting() | Declaring() | Scanning() | Reviewing() | Sealing() | Numbering():
            return step.application.service.code
        case Done():
            return step.receipt.lines[0].service.code
        case Rating():
            return step.service_code
        case ReadingCase() | ShowingResult() | PickingPapers():
            return step.case.service_code
    return ""
