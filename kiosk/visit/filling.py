"""The questions of the form, one a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from config.divisions import NOWHERE
from config.questions import FieldKind, FormField
from config.regions import regions
from kiosk.visit import events as ev
from kiosk.visit.answers import Fault, chosen, fault, room, settled, toggled
from kiosk.visit.checks import month_of, nearest_day
from kiosk.visit.onward import back_to_check, before, before_papers, fill, lay, next_step, to_tell
from kiosk.visit.pads import keyed
from kiosk.visit.signature import NAMED, strokes_of
from kiosk.visit.steps import Filling, Step


def filling(step: Filling, event: ev.Event, now: datetime) -> Step | None:
    """One question."""
    field = step.field
    match event:
        case ev.Drafted(text):
            draft = _drafted(step, field, text)
            return None if draft is None else _with_draft(step, draft)
        case ev.KeyPressed(key) if not _picking(step, field):
            return replace(step, draft=keyed(field, step.draft, key), wrong=None)
        case ev.PlaceChosen(place) if field.kind is FieldKind.ADDRESS:
            return replace(step, place=place, initial="", wrong=None)
        case ev.InitialChosen(letter) if field.kind is FieldKind.REGION or _picking(step, field):
            return replace(step, initial="" if letter == step.initial else letter)
        case ev.Forward():
            wrong = _fault(step, field, now)
            if wrong is None and field.twice and step.draft not in (step.first, step.application.answer(field.id)):
                return replace(step, first=step.draft, draft="", wrong=None)
            return _answered(step, field) if wrong is None else replace(step, wrong=wrong)
        case ev.Back():
            return _before(step)
    return None


def _picking(step: Filling, field: FormField) -> bool:
    """Whether a division is still to be picked before anything can be written."""
    return field.kind is FieldKind.ADDRESS and step.place.open


def _fault(step: Filling, field: FormField, now: datetime) -> Fault | None:
    if _picking(step, field):
        return Fault.ADDRESS
    if step.first and step.draft != step.first:
        return Fault.TWICE
    return fault(field, step.draft, now.date(), dict(step.application.answers))


def _with_draft(step: Filling, draft: str) -> Filling:
    """With another draft; of regions another list begins under no letter."""
    same = step.initial and regions().listed(draft) == regions().listed(step.draft)
    return replace(step, draft=draft, wrong=None, initial=step.initial if same else "")


def _drafted(step: Filling, field: FormField, text: str) -> str | None:
    """What the draft becomes, None when the text means nothing here."""
    match field.kind:
        case FieldKind.DATE:
            day = nearest_day(text)
            return None if day is None else day.isoformat()
        case FieldKind.MONTH:
            return None if month_of(text) is None else text
        case FieldKind.CHOICES:
            return toggled(field, step.draft, text) if chosen(field, text) == (text,) else None
        case FieldKind.REGION:
            return text if text == "" or regions().path(text) else None
        case FieldKind.SIGNATURE:
            return text if text == NAMED or strokes_of(text) else None
        case FieldKind.AMOUNT | FieldKind.NUMBER:
            return None
        case FieldKind.ADDRESS if step.place.open:
            return None
    return text[: room(field)]


def _answered(step: Filling, field: FormField) -> Step:
    application, answer = step.application, settled(field, step.draft)
    if field.kind is FieldKind.ADDRESS:
        answer = f"{step.place.words} {answer}"
        application = application.with_place(field.id, step.place)
    application = application.with_answer(field.id, answer)
    told = to_tell(application, step.returning)
    if told is not None:
        return told
    asked = [question.id for question in application.questions]
    following = application.questions[asked.index(field.id) + 1 :] if field.id in asked else ()
    if not step.returning and following:
        return fill(application, following[0])
    return next_step(application, step.returning)


def _before(step: Filling) -> Step:
    application, field = step.application, step.field
    if step.place not in (NOWHERE, application.place(field.id)) and step.place.path:
        return replace(step, place=step.place.above, initial="", wrong=None)
    if step.first:
        return replace(step, draft=step.first, first="", wrong=None)
    if field.kind is FieldKind.REGION and step.draft != application.answer(field.id) and regions().listed(step.draft):
        return replace(step, draft="", initial="", wrong=None)
    if step.returning and (checked := back_to_check(application)) is not None:
        return checked
    if field.kind is not FieldKind.SIGNATURE:
        return before(application, field, step.returning)
    signed = [signature.id for signature in application.signatures]
    if earlier := application.signatures[: signed.index(field.id)]:
        return fill(application, earlier[-1], step.returning)
    if application.to_scan:
        return lay(application, application.to_scan[-1], step.returning)
    return before_papers(application, step.returning)
