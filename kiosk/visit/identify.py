"""Who applies: the card, or number and name typed; then whether this matter is for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kiosk.visit import events as ev
from kiosk.visit.ages import birth_of
from kiosk.visit.application import Application, IdentifiedBy
from kiosk.visit.browsing import InPackage
from kiosk.visit.checks import (
    ID_NUMBER_LENGTH,
    NAME_LENGTH,
    has_expired,
    id_number_is_right,
    name_is_right,
    typed_person,
)
from kiosk.visit.onward import next_step
from kiosk.visit.pads import pressed
from kiosk.visit.promises import Years
from kiosk.visit.reading_card import awaited
from kiosk.visit.steps import Choosing, Guiding, Identifying, Step, TypingName, TypingNumber


def identifying(step: Identifying, event: ev.Event, now: datetime, years: Years) -> Step | None:
    """The card is awaited; of one that has expired it is said what that means, then it goes on."""
    matter = step.matter
    match event:
        case ev.CardRead(card) if step.late is None:
            application = Application(matter, card, IdentifiedBy.CARD, now.date(), years)
            return Identifying(matter, late=application) if has_expired(card, now.date()) else next_step(application)
        case ev.Forward() if step.late is not None:
            return next_step(step.late)
        case ev.TypingChosen() if step.late is None:
            return TypingNumber(matter)
        case ev.Back():
            return Guiding(matter.services[0]) if matter.package is None else Choosing(InPackage(matter.package))
    return awaited(step, event) if step.late is None else None


def typing_number(step: TypingNumber, event: ev.Event, now: datetime) -> Step | None:
    """The number on a pad."""
    match event:
        case ev.KeyPressed(key):
            number = pressed(step.number, key, ID_NUMBER_LENGTH)
            return replace(step, number=number, wrong=False)
        case ev.Forward() if id_number_is_right(step.number, now.date()):
            return TypingName(step.matter, step.number)
        case ev.Forward():
            return replace(step, wrong=True)
        case ev.Back():
            return Identifying(step.matter)
    return None


def typing_name(step: TypingName, event: ev.Event, now: datetime, years: Years) -> Step | None:
    """The name as on the card."""
    match event:
        case ev.Drafted(text):
            return replace(step, name=text[:NAME_LENGTH], wrong=False)
        case ev.Forward() if name_is_right(step.name):
            birth = birth_of(step.number)
            if birth is None:
                return TypingNumber(step.matter)
            person = typed_person(step.number, step.name, birth)
            return next_step(Application(step.matter, person, IdentifiedBy.TYPED, now.date(), years))
        case ev.Forward():
            return replace(step, wrong=True)
        case ev.Back():
            return TypingNumber(step.matter, step.number)
    return None
