"""The questions of the form, one a page."""

from __future__ import annotations

import calendar
from datetime import date

from config.catalogue import FieldKind, FormField
from kiosk.intents import Intent
from kiosk.page import Action, Body, Choice, ChoiceBody, DateBody, NumberBody, Page, TextBody
from kiosk.pages.blank import blank
from kiosk.pages.person import keys
from kiosk.pages.scene import Scene
from kiosk.visit.checks import MOBILE_LENGTH
from kiosk.visit.steps import Filling

YEARS_BACK = 60
"""How many years the date wheel offers; older days are entered with staff's help."""


def question(step: Filling, scene: Scene) -> Page:
    """One question with the control of its kind."""
    field = step.application.service.fields[step.index]
    return blank(
        scene,
        f"field-{field.id}",
        scene.text(field.question),
        _body(step, field, scene),
        lead=scene.text(field.help),
        error=scene.say(f"wrong.{field.kind.value}") if step.wrong else "",
        back=scene.action(Intent.BACK, "back", "arrow-left"),
        primary=scene.action(Intent.FORWARD, "next", "arrow-right", enabled=bool(step.draft)),
    )


def _body(step: Filling, field: FormField, scene: Scene) -> Body:
    why = scene.text(field.why) if field.why else ""
    match field.kind:
        case FieldKind.CHOICE:
            return ChoiceBody(_choices(field, step.draft, scene), why)
        case FieldKind.PHONE:
            left = MOBILE_LENGTH - len(step.draft)
            hint = scene.say("number.left", left=left) if left else scene.say("number.complete")
            return NumberBody(phone(step.draft), scene.say("number.phone"), hint, keys(scene), why)
        case FieldKind.TEXT:
            placeholder = scene.say("text.placeholder")
            return TextBody(field.id, step.draft, placeholder, Intent.DRAFT, field.max_length, why)
        case FieldKind.DATE:
            return _wheels(step, why, scene)


def _choices(field: FormField, draft: str, scene: Scene) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            Action(Intent.DRAFT, scene.text(option.label), option.icon, option.value),
            hint=scene.text(option.hint) if option.hint else "",
            chosen=option.value == draft,
        )
        for option in field.options
    )


def _wheels(step: Filling, why: str, scene: Scene) -> DateBody:
    day = date.fromisoformat(step.draft)
    last = step.application.started.year
    return DateBody(
        year=day.year,
        month=day.month,
        day=day.day,
        years=tuple(range(min(last - YEARS_BACK, day.year), max(last, day.year) + 1)),
        days=calendar.monthrange(day.year, day.month)[1],
        unit_labels=(scene.say("date.year"), scene.say("date.month"), scene.say("date.day_of_month")),
        intent=Intent.DRAFT,
        why=why,
    )


def phone(digits: str) -> str:
    """A mobile number in groups of 3, 4 and 4."""
    return " ".join(part for part in (digits[:3], digits[3:7], digits[7:]) if part)
