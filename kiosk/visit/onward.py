"""Where an application goes on: what has to be told, the first open question, the city's records, the papers."""

from __future__ import annotations

from config.papers import Demand, Material
from config.questions import FieldKind, FormField
from kiosk.visit.application import Application
from kiosk.visit.browsing import InPackage
from kiosk.visit.case_steps import ReadingCase
from kiosk.visit.steps import (
    Advising,
    Camera,
    Choosing,
    Consulting,
    Declaring,
    Filling,
    Guiding,
    Matching,
    Reviewing,
    Scanning,
    Step,
)


def next_step(application: Application, returning: bool = False) -> Step:
    """What is to be told, else where the first open question or paper is, else the check page."""
    told = to_tell(application, returning)
    if told is not None:
        return told
    item = application.first_open()
    if item is None:
        return _finished(application)
    if isinstance(item, FormField):
        return fill(application, item, returning)
    if application.may_look_up:
        return Consulting(application, returning)
    return lay(application, item, returning)


def to_tell(application: Application, returning: bool) -> Step | None:
    """What applies of a package once its own questions are answered; then each service that falls away later."""
    standing, package = application.standing, application.matter.package
    if package is not None and any(not application.answer(field.id) for field in standing.own.asked):
        return None
    if package is not None and not application.matched:
        return Matching(application, returning)
    if untold := application.untold:
        return Advising(application, untold[0], returning)
    if not standing.going and not standing.open:
        return Matching(application, returning)
    return None


def back_to_check(application: Application) -> Step | None:
    """The check page for who came from there to change something, or what has to be told instead; None while something
    is open."""
    if application.first_open() is not None:
        return None
    return to_tell(application, returning=True) or Reviewing(application.settled)


def _finished(application: Application) -> Step:
    adds = application.supplement
    if adds is not None and not any(paper.pages for paper in application.papers):
        # everything was left for another time: there is nothing to hand in
        return ReadingCase(adds.enquiry, adds.case)
    return Reviewing(application.settled)


def fill(application: Application, field: FormField, returning: bool = False) -> Filling:
    """The page of one question, with the answer given before; a date or month begins with that of the visit."""
    draft, place = application.answer(field.id), application.place(field.id)
    wrong = application.clash(field) if draft else None
    if not draft and field.kind in (FieldKind.DATE, FieldKind.MONTH):
        draft = application.started.isoformat()[: 10 if field.kind is FieldKind.DATE else 7]
    if field.kind is FieldKind.ADDRESS:
        draft = draft.removeprefix(place.words).strip()
    return Filling(application, field, draft, wrong, returning=returning, place=place)


def before(application: Application, field: FormField, returning: bool) -> Step:
    """The page before a question: another one, what applies of the package, or the way into the matter."""
    own = {question.id for question in application.standing.own.asked}
    asked = [question.id for question in application.questions]
    place = asked.index(field.id) if field.id in asked else len(asked)
    earlier = application.questions[:place]
    if earlier and (earlier[-1].id not in own or field.id in own):
        return fill(application, earlier[-1], returning)
    if application.matter.package is not None and field.id not in own:
        return Matching(application, returning)
    return way_in(application)


def way_in(application: Application) -> Step:
    """Where the matter was chosen."""
    package = application.matter.package
    return Guiding(application.service) if package is None else Choosing(InPackage(package))


def lay(application: Application, material: Material, returning: bool = False, armed: bool = True) -> Step:
    """The page of one material: its declaration where one replaces it, else the scanner."""
    need, paper = application.need(material.id), application.paper(material.id)
    if need is not None and need.demand is Demand.DECLARED and not (paper and paper.pages):
        return Declaring(application, material, returning)
    return take_up(application, material, returning, armed)


def take_up(application: Application, material: Material, returning: bool = False, armed: bool = True) -> Scanning:
    """The scanner: with what was kept of a paper before, else with the live picture.

    Not `armed`, the paper that still lies there from before is not taken by itself.
    """
    paper = application.paper(material.id)
    pages = paper.pages if paper else ()
    camera = Camera.KEPT if pages else Camera.LIVE
    looked = max(len(pages) - 1, 0)
    return Scanning(application, material, camera, armed=armed, pages=pages, looked=looked, returning=returning)


def after_paper(application: Application, material: Material, returning: bool) -> Step:
    """The page after a paper that was settled."""
    following = application.to_scan[_place(application, material) + 1 :]
    if not returning and following:
        return lay(application, following[0], armed=False)
    return next_step(application, returning)


def before_paper(application: Application, material: Material, returning: bool) -> Step:
    """The page before a paper: another one, the question about the city's records, the last question."""
    if returning and (checked := back_to_check(application)) is not None:
        return checked
    if earlier := application.to_scan[: _place(application, material)]:
        return lay(application, earlier[-1], returning, armed=False)
    return before_papers(application, returning)


def before_papers(application: Application, returning: bool) -> Step:
    """The page before the first paper; whoever had the city's records looked up may choose again."""
    if application.held is not None and application.to_look_up:
        return Consulting(application, returning)
    return last_question(application, returning)


def last_question(application: Application, returning: bool) -> Step:
    """The last question before the papers."""
    if application.supplement is not None:
        return ReadingCase(application.supplement.enquiry, application.supplement.case)
    own = {field.id for field in application.standing.own.asked}
    if application.questions and application.questions[-1].id not in own:
        return fill(application, application.questions[-1], returning)
    return way_in(application) if application.matter.package is None else Matching(application, returning)


def _place(application: Application, material: Material) -> int:
    """Where a material stands among those to settle."""
    return [item.id for item in application.to_scan].index(material.id)
