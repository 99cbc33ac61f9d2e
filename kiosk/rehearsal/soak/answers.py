"""What a resident of a soak answers to a question of the catalogue, and how a screen would say so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from config.catalogue import Catalogue
from config.questions import Check, FieldKind, FormField
from kiosk import samples
from kiosk.intents import Intent
from kiosk.rehearsal.soak.plan import Planned
from kiosk.visit import events as ev


def answers_to(field: FormField, plan: Planned, rng: Random, today: date) -> Iterator[samples.Way]:
    """Ways to answer a question, the person's own first."""
    match field.kind:
        case FieldKind.PHONE:
            yield from ((ev.Drafted(phone),) for phone in plan.phones)
        case FieldKind.ADDRESS:
            for way in samples.ways(field, 0, today):
                yield (*way[:-1], ev.Drafted(plan.home))
        case FieldKind.TEXT if field.check is not Check.CREDIT_CODE:
            yield (ev.Drafted(plan.contact[: field.max_length]),)
        case FieldKind.NUMBER if field.check is Check.ID_NUMBER:
            yield tuple(ev.KeyPressed(digit) for digit in plan.person.id_number)
    yield from samples.ways(field, rng.randrange(1000), today)


def fields_of(catalogue: Catalogue, matter: str, name: str) -> Iterator[FormField]:
    """The questions of this name in a service or package: what they take may differ."""
    package, service = catalogue.find_package(matter), catalogue.find(matter)
    services = (service,) if service is not None else () if package is None else catalogue.in_package(package)
    for field in (*(() if package is None else package.fields), *(it for one in services for it in one.fields)):
        if field.id == name:
            yield field


def touch_of(event: ev.Event) -> tuple[Intent, str]:
    """Intent and value by which a screen says so."""
    match event:
        case ev.KeyPressed(key):
            return Intent.KEY, key
        case ev.PlaceChosen(place):
            return Intent.PLACE, place.code
        case ev.Drafted(text):
            return Intent.DRAFT, text
    raise ValueError(f"no answer is given by {type(event).__name__}")
