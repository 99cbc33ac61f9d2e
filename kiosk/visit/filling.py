"""The questions of the form, one a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from config.catalogue import FieldKind, FormField
from kiosk.visit import events as ev
from kiosk.visit.application import Application
from kiosk.visit.case_steps import ReadingCase
from kiosk.visit.checks import MOBILE_LENGTH, answer_is_right, nearest_day
from kiosk.visit.steps import Filling, Guiding, Reviewing, Scanning, Step


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
    return Scanning(application, application.to_scan.index(item), returning=returning)


def fill(application: Application, index: int, returning: bool = False) -> Filling:
    """The page of one question, with the answer given before; a date begins with the day of the visit."""
    field = application.service.fields[index]
    draft = application.answer(field.id)
    if not draft and field.kind is FieldKind.DATE:
        draft = application.started.isoformat()
    return Filling(application, index, draft, returning=returning)


def filling(step: Filling, event: ev.Event, now: datetime) -> Step | None:
    """One question."""
    field = step.application.service.fields[step.index]
    match event:
        case ev.Drafted(text) if field.kind is FieldKind.DATE:
            day = nearest_day(text)
            return None if day is None else replace(step, draft=day.isoformat(), wrong=False)
        case ev.Drafted(text):
            return replace(step, draft=text[: field.max_length], wrong=False)
        case ev.KeyPressed(key) if field.kind is FieldKind.PHONE:
            return replace(step, draft=pressed(step.draft, key, MOBILE_LENGTH), wrong=False)
        case ev.Forward() if answer_is_right(field, step.draft, now.date()):
            return _answered(step, field)
        case ev.Forward():
            return replace(step, wrong=True)
        case ev.Back():
            return _before(step)
    return None


def _answered(step: Filling, field: FormField) -> Step:
    application = step.application.with_answer(field.id, step.draft.strip())
    if not step.returning and step.index + 1 < len(application.service.fields):
        return fill(application, step.index + 1)
    return next_step(application, step.returning)


def _before(step: Filling) -> Step:
    if step.returning and step.application.first_open() is None:
        return Reviewing(step.application.settled)
    if step.index > 0:
        return fill(step.application, step.index - 1, step.returning)
    return Guiding(step.application.service)


def pressed(text: str, key: str, length: int) -> str:
    """The text after a key of the number pad. X stands only at the last place of an identity number."""
    match key:
        case "clear":
            return ""
        case "erase":
            return text[:-1]
        case "X" if len(text) == length - 1 and length != MOBILE_LENGTH:
            return text + key
        case digit if len(digit) == 1 and digit in "0123456789" and len(text) < length:
            return text + digit
    return text
