"""The door from visit to page: picks the page of the step and puts header, progress and overlay around it."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from config.questions import FieldKind
from kiosk.intents import Intent
from kiosk.page import Header, Page, Progress
from kiosk.pages import (
    advising,
    arriving,
    cases,
    closed,
    finding,
    finishing,
    form,
    guiding,
    letters,
    narration,
    person,
    replacing,
    reviewing,
    scanning,
)
from kiosk.pages.overlays import overlay
from kiosk.pages.scene import Scene
from kiosk.pages.staff.door import staff
from kiosk.pages.tools import lower, short_name, tools
from kiosk.visit.advance import may_leave
from kiosk.visit.case_steps import CaseStep
from kiosk.visit.staff.steps import StaffStep
from kiosk.visit.steps import (
    Advising,
    Choosing,
    Consulting,
    Declaring,
    Done,
    Filling,
    Guiding,
    Identifying,
    Leaving,
    Matching,
    Numbering,
    Rating,
    Reviewing,
    Sampling,
    Scanning,
    Sealing,
    Step,
    TypingName,
    TypingNumber,
    Visit,
    Welcome,
)

STEPS = ("identify", "fill", "scan", "review", "done")
"""The pieces of the progress bar, in order; their words are `progress.<name>`."""

ADDING = ("scan", "review", "done")
"""The pieces when papers are added to a case."""


def present(visit: Visit, scene: Scene) -> Page:
    """The page of a visit. `scene.language` is the visit's."""
    page = _page(visit, scene)
    if visit.aside is not None:
        page = letters.beside(visit.aside, page.name, scene)
    page = replace(
        page,
        header=Header(scene.station, tools(visit, scene), short_name(scene)),
        progress=_progress(visit.step, scene) if visit.aside is None else None,
        cancel=scene.action(Intent.LEAVE, "leave.ask", "x") if may_leave(visit.step) else None,
        overlay=overlay(visit, scene),
        view=visit.view,
        lower=lower(visit, scene),
    )
    return replace(page, speech=narration.speech(page, scene))


def _page(visit: Visit, scene: Scene) -> Page:
    step = visit.step
    if isinstance(step, CaseStep):
        return cases.enquiry(visit, step, scene)
    if isinstance(step, StaffStep):
        return staff(visit, step, scene)
    match step:
        case Welcome() if visit.closed:
            return closed.closed(visit.closed, scene)
        case Welcome():
            return arriving.attract(scene, visit.card, visit.room)
        case Choosing(place):
            return finding.finding(place, scene, large=visit.view.large_print)
        case Guiding():
            return guiding.guide(step, scene)
        case Sampling():
            return guiding.sample(step, scene)
        case Identifying():
            return person.identify(step, scene, visit.card)
        case TypingNumber():
            return person.type_number(step, scene)
        case TypingName():
            return person.type_name(step, scene)
        case Advising() | Matching() | Consulting() | Declaring():
            return _deciding(step, scene)
        case Filling():
            return form.question(step, scene)
        case Scanning():
            return scanning.scan(step, scene)
        case Reviewing():
            return reviewing.review(step, scene)
        case Sealing() | Numbering():
            return finishing.sealing(step, scene)
        case Done():
            return finishing.done(step, scene, visit.card)
        case Rating():
            return finishing.rate(step, scene)
        case Leaving():
            return finishing.goodbye(step, scene, visit.card)
    assert_never(step)


def _deciding(step: Advising | Matching | Consulting | Declaring, scene: Scene) -> Page:
    match step:
        case Advising():
            return advising.advise(step, scene)
        case Matching():
            return advising.match(step, scene)
        case Consulting():
            return replacing.consult(step, scene)
        case Declaring():
            return replacing.declare(step, scene)


def _progress(step: Step, scene: Scene) -> Progress | None:
    match step:
        case Identifying() | TypingNumber() | TypingName():
            name, detail = "identify", scene.text(step.matter.name)
        case Matching() | Advising():
            name, detail = "fill", scene.text(step.application.matter.name)
        case Filling():
            # a signature comes after the papers, and progress never goes back
            name = "review" if step.field.kind is FieldKind.SIGNATURE else "fill"
            detail = scene.text(step.application.matter.name)
        case Consulting():
            name, detail = "scan", scene.text(step.application.matter.name)
        case Scanning() | Declaring():
            name = "scan"
            papers = [material.id for material in step.application.to_scan]
            detail = scene.say("scan.count", at=papers.index(step.material.id) + 1, of=len(papers))
        case Reviewing():
            name, detail = "review", scene.text(step.application.matter.name)
        case Sealing() | Numbering():
            name, detail = "done", scene.text(step.application.matter.name)
        case Done():
            name, detail = "done", scene.text(step.receipt.name)
        case _:
            return None
    pieces = ADDING if _adds(step) else STEPS
    at = pieces.index(name) + 1
    label = scene.say("progress.label", at=at, of=len(pieces), step=scene.say(f"progress.{name}"), detail=detail)
    return Progress(len(pieces), at, label)


def _adds(step: Step) -> bool:
    """Whether papers are added to a case."""
    match step:
        case Scanning() | Reviewing() | Sealing() | Numbering():
            return step.application.supplement is not None
        case Done():
            return step.receipt.supplement_of != ""
    return False
