"""Who applies: the card, or number and name typed; then whether this service is for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from config.catalogue import Service, Stop
from drivers.id_card_reader.card import IdCard
from kiosk.visit import events as ev
from kiosk.visit.ages import birth_of, birthday, months_later
from kiosk.visit.application import Application, IdentifiedBy
from kiosk.visit.checks import ID_NUMBER_LENGTH, NAME_LENGTH, id_number_is_right, name_is_right, typed_person
from kiosk.visit.filling import next_step
from kiosk.visit.pads import pressed
from kiosk.visit.steps import Advising, Guiding, Identifying, Step, TypingName, TypingNumber


def identifying(step: Identifying, event: ev.Event, now: datetime) -> Step | None:
    """The card is awaited."""
    match event:
        case ev.CardRead(card):
            return begin(step.service, card, IdentifiedBy.CARD, now.date())
        case ev.CardSeen():
            return Identifying(step.service, reading=True)
        case ev.CardFailed(code):
            return Identifying(step.service, failed=code)
        case ev.CardRetried():
            return Identifying(step.service)
        case ev.DeviceBack("id_card_reader") if step.failed is not None:
            return Identifying(step.service)
        case ev.TypingChosen():
            return TypingNumber(step.service)
        case ev.Back():
            return Guiding(step.service)
    return None


def typing_number(step: TypingNumber, event: ev.Event, now: datetime) -> Step | None:
    """The number on a pad."""
    match event:
        case ev.KeyPressed(key):
            number = pressed(step.number, key, ID_NUMBER_LENGTH)
            return replace(step, number=number, wrong=False)
        case ev.Forward() if id_number_is_right(step.number, now.date()):
            return TypingName(step.service, step.number)
        case ev.Forward():
            return replace(step, wrong=True)
        case ev.Back():
            return Identifying(step.service)
    return None


def typing_name(step: TypingName, event: ev.Event, now: datetime) -> Step | None:
    """The name as on the card."""
    match event:
        case ev.Drafted(text):
            return replace(step, name=text[:NAME_LENGTH], wrong=False)
        case ev.Forward() if name_is_right(step.name):
            birth = birth_of(step.number)
            if birth is None:
                return TypingNumber(step.service)
            person = typed_person(step.number, step.name, birth)
            return begin(step.service, person, IdentifiedBy.TYPED, now.date())
        case ev.Forward():
            return replace(step, wrong=True)
        case ev.Back():
            return TypingNumber(step.service, step.number)
    return None


def begin(service: Service, person: IdCard, identified_by: IdentifiedBy, today: date) -> Step:
    """The first question, or the way for someone whom the service is not for."""
    application = Application(service, person, identified_by, today)
    for stop in service.stops:
        if application.holds(stop.when):
            return Advising(service, stop, possible_from(application, stop))
    return next_step(application)


def possible_from(application: Application, stop: Stop) -> date | None:
    """The day from which a stop does not hold any more, if that can be said."""
    rule = stop.possible
    if rule is None:
        return None
    if rule.age is not None:
        return birthday(application.applicant.birth_date, rule.age)
    return months_later(date.fromisoformat(application.answer(rule.field or "")), rule.months)
