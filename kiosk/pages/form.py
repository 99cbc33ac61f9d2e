"""The questions of the form, one a page."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date, timedelta

from config.questions import Check, FieldKind, FormField
from config.regions import regions
from kiosk.intents import Intent
from kiosk.page import Action, Body, Choice, ChoiceBody, DateBody, Page, SignatureBody, TextBody
from kiosk.pages import region
from kiosk.pages.address import KEYS, address, level
from kiosk.pages.blank import blank
from kiosk.pages.numbers import amount, missing, number
from kiosk.pages.scene import Scene
from kiosk.pages.writing import written
from kiosk.pages.wrong import wrong
from kiosk.visit.ages import OLDEST
from kiosk.visit.answers import chosen, room
from kiosk.visit.signature import HEIGHT, NAMED, WIDTH, strokes_of
from kiosk.visit.steps import Filling

AHEAD = 5
"""Years to come among which a day without a bound is chosen."""


def question(step: Filling, scene: Scene) -> Page:
    """One question with the control of its kind."""
    field = step.field
    picking = field.kind is FieldKind.ADDRESS and step.place.open
    label = scene.text(field.label)
    return blank(
        scene,
        f"field-{field.id}",
        scene.say("twice.title", label=label) if step.first else scene.text(field.question),
        _body(step, field, scene),
        lead=_lead(step, field, scene),
        error=wrong(step, field, scene),
        back=scene.action(Intent.BACK, "back", "arrow-left"),
        primary=None if picking else scene.action(Intent.FORWARD, "next", "arrow-right", enabled=_answers(step, field)),
    )


def _answers(step: Filling, field: FormField) -> bool:
    """Whether there is something to go on with; what is wrong with it is told then."""
    return regions().is_answer(step.draft) if field.kind is FieldKind.REGION else bool(step.draft.strip())


def _lead(step: Filling, field: FormField, scene: Scene) -> str:
    if field.kind is FieldKind.ADDRESS and level(step) != "rest":
        return scene.say(f"address.{level(step)}")
    help_ = scene.text(field.help)
    match field.kind:
        case FieldKind.CHOICES:
            return scene.say("choices.lead", help=help_)
        case FieldKind.REGION:
            return scene.say(f"region.{region.level(step)}", help=help_)
    return scene.say("twice.lead") if step.first else help_


def _body(step: Filling, field: FormField, scene: Scene) -> Body:
    why = scene.text(field.why) if field.why else ""
    match field.kind:
        case FieldKind.CHOICE:
            return ChoiceBody(_choices(field, (step.draft,), scene), why)
        case FieldKind.CHOICES:
            return ChoiceBody(_choices(field, chosen(field, step.draft), scene), why, several=True)
        case FieldKind.PHONE | FieldKind.NUMBER:
            return number(step, field, why, scene)
        case FieldKind.TEXT:
            return _words(step, field, why, scene)
        case FieldKind.DATE | FieldKind.MONTH:
            return _wheels(step, field, why, scene)
        case FieldKind.ADDRESS:
            return address(step, field, why, scene)
        case FieldKind.REGION:
            return region.region(step, why, scene)
        case FieldKind.AMOUNT:
            return amount(step, field, why, scene)
        case FieldKind.SIGNATURE:
            return _signature(step, why, scene)


def _words(step: Filling, field: FormField, why: str, scene: Scene) -> TextBody:
    """Words, or a code with its digits beside the letters."""
    label, longest = scene.text(field.label), room(field)
    if field.check is not Check.CREDIT_CODE:
        return written(scene, field.id, label, step.draft, longest, why=why)
    digits = tuple(Action(Intent.KEY, key, value=key) for key in KEYS)
    code = written(scene, field.id, label, step.draft, longest, placeholder="text.credit_code", why=why, keys=digits)
    return replace(code, left=missing(longest - len(step.draft), scene), latin=True)


def _choices(field: FormField, given: tuple[str, ...], scene: Scene) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            Action(Intent.DRAFT, scene.text(option.label), option.icon, option.value),
            hint=scene.text(option.hint) if option.hint else "",
            chosen=option.value in given,
        )
        for option in field.options
    )


def _wheels(step: Filling, field: FormField, why: str, scene: Scene) -> DateBody:
    """Year, month and day, or no day; as far ahead as may be answered."""
    whole = field.kind is FieldKind.DATE
    day = date.fromisoformat(step.draft if whole else f"{step.draft}-01")
    today = step.application.started
    last = today.year + AHEAD if field.latest is None else (today + timedelta(days=field.latest_days)).year
    units = ("date.year", "date.month", "date.day_of_month")
    return DateBody(
        year=day.year,
        month=day.month,
        day=day.day,
        years=tuple(range(min(today.year - OLDEST, day.year), max(last, day.year) + 1)),
        days=calendar.monthrange(day.year, day.month)[1] if whole else 0,
        unit_labels=tuple(scene.say(unit) for unit in units[: 3 if whole else 2]),
        months=scene.words.months(scene.language),
        turned=(
            scene.say("date.turned_year", year=day.year),
            scene.words.months(scene.language)[day.month - 1],
            scene.say("date.turned_day", day=day.day),
        ),
        intent=Intent.DRAFT,
        why=why,
    )


def _signature(step: Filling, why: str, scene: Scene) -> SignatureBody:
    written_on = bool(strokes_of(step.draft))
    return SignatureBody(
        strokes=step.draft if written_on else "",
        sheet=(WIDTH, HEIGHT),
        placeholder=scene.say("signature.here"),
        intent=Intent.DRAFT,
        undo=scene.action(Intent.KEY, "signature.undo", "undo-2", "erase", enabled=written_on),
        clear=scene.action(Intent.KEY, "signature.clear", "eraser", "clear", enabled=written_on),
        named=Choice(
            scene.action(Intent.DRAFT, "signature.named", "badge-check", NAMED),
            scene.say("signature.named_hint"),
            chosen=step.draft == NAMED,
        ),
        why=why,
    )
