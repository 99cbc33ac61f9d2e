"""What may take the place of a paper: the city's records, or a declaration."""

from __future__ import annotations

from dataclasses import replace

from kiosk.visit import delays
from kiosk.visit import events as ev
from kiosk.visit.application import Paper
from kiosk.visit.onward import after_paper, before_paper, last_question, next_step, take_up
from kiosk.visit.steps import Consulting, Declaring, Step


def consulting(step: Consulting, event: ev.Event) -> Step | None:
    """May we look? Whatever becomes of it, the papers can be brought."""
    match event:
        case ev.Forward() if not step.asking:
            return replace(step, asking=True)
        case ev.PapersBrought():
            return _told(step, (), "")
        case ev.SharedTold(held, proof) if step.asking:
            return _told(step, held, proof)
        case ev.SharedUnreached() if step.asking:
            return _told(step, (), "")
        case ev.TimePassed(seconds) if step.asking:
            waited = step.waited + seconds
            return _told(step, (), "") if waited >= delays.LOOKUP_LIMIT else replace(step, waited=waited)
        case ev.Back():
            return last_question(step.application, step.returning)
    return None


def _told(step: Consulting, held: tuple[tuple[str, str], ...], proof: str) -> Step:
    application = step.application
    asked = application.to_look_up
    found = tuple(pair for pair in held if pair[0] in asked)
    return next_step(replace(application, held=found, consulted=asked, proof=proof), step.returning)


def declaring(step: Declaring, event: ev.Event) -> Step | None:
    """The resident chooses freely between the paper and the word for it."""
    application, material = step.application, step.material
    match event:
        case ev.Declared():
            return after_paper(application.with_paper(Paper(material.id, declared=True)), material, step.returning)
        case ev.PapersBrought():
            return take_up(application, material, step.returning)
        case ev.Back():
            return before_paper(application, material, step.returning)
    return None
