"""The questions of the form, one a page."""

from __future__ import annotations

import calendar
from datetime import date

from config.questions import FieldKind, FormField
from kiosk.intents import Intent
from kiosk.page import Action, Body, Choice, ChoiceBody, DateBody, NumberBody, Page, SignatureBody
from kiosk.pages.address import address, level, written
from kiosk.pages.amounts import capitals, thousands
from kiosk.pages.blank import blank
from kiosk.pages.person import keys
from kiosk.pages.scene import Scene
from kiosk.visit.checks import MOBILE_LENGTH, OLDEST
from kiosk.visit.signature import HEIGHT, NAMED, WIDTH, strokes_of
from kiosk.visit.steps import Filling


def question(step: Filling, scene: Scene) -> Page:
    """One question with the control of its kind."""
    field = step.field
    picking = field.kind is FieldKind.ADDRESS and step.place.open
    return blank(
        scene,
        f"field-{field.id}",
        scene.text(field.question),
        _body(step, field, scene),
        lead=_lead(step, field, scene),
        error=_error(step, field, scene),
        back=scene.action(Intent.BACK, "back", "arrow-left"),
        primary=None
        if picking
        else scene.action(Intent.FORWARD, "next", "arrow-right", enabled=bool(step.draft.strip())),
    )


def _lead(step: Filling, field: FormField, scene: Scene) -> str:
    if field.kind is FieldKind.ADDRESS and level(step) != "rest":
        return scene.say(f"address.{level(step)}")
    return scene.text(field.help)


def _error(step: Filling, field: FormField, scene: Scene) -> str:
    """Which field, and what to write there."""
    if not step.wrong:
        return ""
    bounds = (
        {"least": thousands(f"{field.least}"), "most": thousands(f"{field.most}")} if field.least is not None else {}
    )
    label = scene.text(field.label)
    return scene.say("wrong.field", label=label, remedy=scene.say(f"wrong.{field.kind.value}", **bounds))


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
            return written(step, field, why, scene)
        case FieldKind.DATE:
            return _wheels(step, why, scene)
        case FieldKind.ADDRESS:
            return address(step, field, why, scene)
        case FieldKind.AMOUNT:
            return _amount(step, field, why, scene)
        case FieldKind.SIGNATURE:
            return _signature(step, why, scene)
    raise NotImplementedError(field.kind)


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
        years=tuple(range(min(last - OLDEST, day.year), max(last, day.year) + 1)),
        days=calendar.monthrange(day.year, day.month)[1],
        unit_labels=(scene.say("date.year"), scene.say("date.month"), scene.say("date.day_of_month")),
        intent=Intent.DRAFT,
        why=why,
    )


def _amount(step: Filling, field: FormField, why: str, scene: Scene) -> NumberBody:
    bounds = scene.say("amount.bounds", least=thousands(f"{field.least}"), most=thousands(f"{field.most}"))
    # the characters that cannot be altered are a Chinese custom: other languages read the bounds all the time
    below = capitals(step.draft) if step.draft and scene.language == scene.words.languages[0] else bounds
    text = scene.say("amount.yuan", amount=thousands(step.draft)) if step.draft else ""
    return NumberBody(text, scene.say("amount.yuan", amount=0), "", keys(scene, "."), why, below)


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


def phone(digits: str) -> str:
    """A mobile number in groups of 3, 4 and 4."""
    return " ".join(part for part in (digits[:3], digits[3:7], digits[7:]) if part)
