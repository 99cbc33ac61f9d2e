"""From the check page to goodbye: consent, sealing, the number, the slip, the rating."""

from __future__ import annotations

from dataclasses import replace

from kiosk.visit import delays
from kiosk.visit import events as ev
from kiosk.visit import letter_events as le
from kiosk.visit.application import Application
from kiosk.visit.asides import WORDS_LENGTH
from kiosk.visit.onward import before_papers, fill, lay
from kiosk.visit.receipts import Known, receipt_of
from kiosk.visit.steps import (
    Done,
    Leaving,
    Numbering,
    Rating,
    Reviewing,
    Sealing,
    SlipState,
    Step,
)


def reviewing(step: Reviewing, event: ev.Event) -> Step | None:
    """Everything once more."""
    application = step.application
    match event:
        case ev.ConsentToggled(""):
            return replace(step, consented=not step.consented, failed=False)
        case ev.ConsentToggled(consent) if consent in {asked.id for asked in application.consents_asked}:
            others = tuple(other for other in step.ticked if other != consent)
            ticked = others if consent in step.ticked else (*others, consent)
            return replace(step, ticked=ticked, failed=False)
        case ev.EditAsked(item):
            return _edit(application, item)
        case ev.Forward() if step.agreed:
            consents = tuple(consent.id for consent in application.consents_asked)
            return Sealing(replace(application, consents=consents))
        case ev.Back() if application.signatures:
            return fill(application, application.signatures[-1], returning=True)
        case ev.Back() if application.to_scan:
            return lay(application, application.to_scan[-1], returning=True)
        case ev.Back():
            return before_papers(application, returning=True)
    return None


def _edit(application: Application, item: str) -> Step | None:
    for field in (*application.questions, *application.signatures):
        if field.id == item:
            return fill(application, field, returning=True)
    for material in application.to_scan:
        if material.id == item:
            return lay(application, material, returning=True)
    return None


def sealing(step: Sealing, event: ev.Event) -> Step | None:
    """Waiting for the disk."""
    match event:
        case ev.Sealed(kept, now) if len(kept) == len(step.application.services):
            return Numbering(step.application, kept, now)
        case ev.SealFailed():
            ticked = step.application.consents
            return Reviewing(step.application, consented=True, ticked=ticked, failed=True)
    return None


def numbering(step: Numbering, event: ev.Event, language: str) -> Step | None:
    """Waiting a moment for the city's numbers."""
    match event:
        case ev.NumberKnown(submission, number, received_at, result) if submission in step.unanswered:
            return _told(step, Known(submission, number, received_at, result), language)
        case ev.NumberRefused(submission) if submission in step.unanswered:
            return _told(step, Known(submission, "", refused=True), language)
        case ev.TimePassed(seconds) if step.waited + seconds >= delays.NUMBER_GRACE:
            return _done(step, language)
        case ev.TimePassed(seconds):
            return replace(step, waited=step.waited + seconds)
    return None


def _told(step: Numbering, known: Known, language: str) -> Step:
    later = replace(step, known=(*step.known, known))
    return later if later.unanswered else _done(later, language)


def _done(step: Numbering, language: str) -> Done:
    return Done(receipt_of(step.application, step.kept, step.known, step.sealed, language))


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
            return Rating(step.receipt.lines[0].service.code)
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
