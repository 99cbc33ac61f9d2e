"""From the check page to goodbye: consent, sealing, the number, the slip, the rating."""

from __future__ import annotations

from dataclasses import replace

from kiosk.visit import delays
from kiosk.visit import events as ev
from kiosk.visit import letter_events as le
from kiosk.visit.application import Application
from kiosk.visit.asides import WORDS_LENGTH
from kiosk.visit.filling import fill
from kiosk.visit.masks import masked_name, masked_phone
from kiosk.visit.steps import (
    Done,
    Leaving,
    Numbering,
    Rating,
    Receipt,
    Reviewing,
    Sealing,
    SlipState,
    Step,
)
from kiosk.visit.taking_up import take_up


def reviewing(step: Reviewing, event: ev.Event) -> Step | None:
    """Everything once more."""
    application = step.application
    match event:
        case ev.ConsentToggled():
            return replace(step, consented=not step.consented, failed=False)
        case ev.EditAsked(item):
            return _edit(application, item)
        case ev.Forward() if step.consented:
            return Sealing(application)
        case ev.Back() if application.to_scan and application.signature is None:
            return take_up(application, application.to_scan[-1], returning=True)
        case ev.Back():
            return fill(application, application.signature or application.questions[-1], returning=True)
    return None


def _edit(application: Application, item: str) -> Step | None:
    for field in (*application.questions, application.signature):
        if field is not None and field.id == item:
            return fill(application, field, returning=True)
    for material in application.to_scan:
        if material.id == item:
            return take_up(application, material, returning=True)
    return None


def sealing(step: Sealing, event: ev.Event) -> Step | None:
    """Waiting for the disk."""
    match event:
        case ev.Sealed(submission, offline_number, now):
            return Numbering(step.application, submission, offline_number, now)
        case ev.SealFailed():
            return Reviewing(step.application, consented=True, failed=True)
    return None


def numbering(step: Numbering, event: ev.Event, language: str) -> Step | None:
    """Waiting a moment for the city's number."""
    match event:
        case ev.NumberKnown(submission, number) if submission == step.submission:
            return Done(_receipt(step, number, False, language))
        case ev.TimePassed(seconds) if step.waited + seconds >= delays.NUMBER_GRACE:
            return Done(_receipt(step, step.offline_number, True, language))
        case ev.TimePassed(seconds):
            return replace(step, waited=step.waited + seconds)
    return None


def _receipt(step: Numbering, number: str, offline: bool, language: str) -> Receipt:
    application = step.application
    return Receipt(
        service=application.service,
        number=number,
        offline=offline,
        sealed=step.sealed,
        supplement_of="" if application.supplement is None else application.supplement.case.number,
        masked_name=masked_name(application.applicant.name or application.applicant.name_en),
        masked_phone=masked_phone(application.answer("phone")),
        received=tuple((paper.material, len(paper.pages)) for paper in application.papers if paper.pages),
        deferred=tuple((material.id, until) for material, until in application.deferred),
        language=language,
    )


def done(step: Done, event: ev.Event) -> Step | None:
    """The number on the screen, the slip on its way."""
    match event:
        case ev.SlipPrinted(certain):
            return replace(step, slip=SlipState.PRINTED if certain else SlipState.UNKNOWN)
        case ev.SlipFailed(code):
            return replace(step, slip=SlipState.FAILED, slip_error=code)
        case ev.DeviceBack("receipt_printer") if step.slip is SlipState.FAILED:
            return replace(step, slip=SlipState.PRINTING, slip_error=None)
        case ev.Forward():
            return Rating(step.receipt.service.code)
    return None


def rating(step: Rating, event: ev.Event) -> Step | None:
    """Five faces; handing in needs one, skipping costs one touch."""
    if step.writing:
        return _writing(step, event)
    match event:
        case le.WritingAsked():
            return replace(step, writing=True)
        case ev.LevelChosen(level) if 1 <= level <= 5:
            return replace(step, level=level, tags=())
        case ev.TagToggled(tag) if step.level is not None:
            tags = tuple(other for other in step.tags if other != tag)
            return replace(step, tags=tags if tag in step.tags else (*tags, tag))
        case ev.Forward() if step.level is not None:
            return Leaving(rated=True)
        case ev.Skipped():
            return Leaving()
    return None


def _writing(step: Rating, event: ev.Event) -> Step | None:
    match event:
        case ev.Drafted(text):
            return replace(step, words=text[:WORDS_LENGTH])
        case ev.Forward() | ev.Back():
            return replace(step, writing=False)
    return None
