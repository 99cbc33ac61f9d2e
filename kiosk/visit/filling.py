"""The questions of the form, one a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from config.divisions import NOWHERE
from config.questions import FieldKind, FormField
from config.regions import regions
from kiosk.visit import events as ev
from kiosk.visit.answers import Fault, chosen, fault, room, settled, toggled
from kiosk.visit.application import Application
from kiosk.visit.case_steps import ReadingCase
from kiosk.visit.checks import month_of, nearest_day
from kiosk.visit.pads import keyed
from kiosk.visit.signature import NAMED, strokes_of
from kiosk.visit.steps import Filling, Guiding, Reviewing, Step
from kiosk.visit.taking_up import take_up


def next_step(application: Application, returning: bool = False) -> Step:
    """Where the first open question or paper is, else the check page."""
    item = application.first_open()
    if item is None and application.supplement is not None and not any(paper.pages for paper in application.papers):
        # everything was left for another time: there is nothing to hand in
        return ReadingCase(application.supplement.enquiry, application.supplement.case)
    if item is None:
        return Reviewing(application.settled)
    if isinstance(item, FormField):
        return fill(application, application.service.fields.index(item), returning)
    return take_up(application, application.to_scan.index(item), returning)


def fill(application: Application, index: int, returning: bool = False) -> Filling:
    """The page of one question, with the answer given before; a date or month begins with that of the visit."""
    field = application.service.fields[index]
    draft, place = application.answer(field.id), application.place(field.id)
    wrong = application.clash(field) if draft else None
    if not draft and field.kind in (FieldKind.DATE, FieldKind.MONTH):
        draft = application.started.isoformat()[: 10 if field.kind is FieldKind.DATE else 7]
    if field.kind is FieldKind.ADDRESS:
        draft = draft.removeprefix(place.words).strip()
    return Filling(application, index, draft, wrong, returning=returning, place=place)


def filling(step: Filling, event: ev.Event, now: datetime) -> Step | None:
    """One question."""
    field = step.application.service.fields[step.index]
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
    if not step.returning and step.index + 1 < len(application.questions):
        return fill(application, step.index + 1)
    return next_step(application, step.returning)


def _before(step: Filling) -> Step:
    application = step.application
    field = application.service.fields[step.index]
    if step.place not in (NOWHERE, application.place(field.id)) and step.place.path:
        return replace(step, place=step.place.above, initial="", wrong=None)
    if step.first:
        return replace(step, draft=step.first, first="", wrong=None)
    if field.kind is FieldKind.REGION and step.draft != application.answer(field.id) and regions().listed(step.draft):
        return replace(step, draft="", initial="", wrong=None)
    if step.returning and application.first_open() is None:
        return Reviewing(application.settled)
    if field is application.signature and application.to_scan:
        return take_up(application, len(application.to_scan) - 1, step.returning)
    if step.index > 0:
        return fill(application, step.index - 1, step.returning)
    return Guiding(application.service)
