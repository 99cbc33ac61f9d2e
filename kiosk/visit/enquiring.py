"""My cases: by card, by a slip's code or by its number; then one case, and the papers that it still needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from config.papers import Material
from config.service import Service
from drivers.model import ADVICE, ErrorCode, Mender
from kiosk.visit import case_events as ce
from kiosk.visit import delays
from kiosk.visit import events as ev
from kiosk.visit.application import NOBODY, Application, IdentifiedBy
from kiosk.visit.case_steps import (
    CaseStep,
    Enquiring,
    Listing,
    LookingUp,
    PickingPapers,
    ReadingCase,
    ShowingResult,
    ShowingSlip,
    TypingCase,
)
from kiosk.visit.cases import Case, CaseState, Enquiry, Supplement
from kiosk.visit.checks import CASE_NUMBER_LENGTHS, case_number_is_right
from kiosk.visit.matter import only
from kiosk.visit.reading_card import awaited
from kiosk.visit.steps import Choosing, Guiding, Leaving, Scanning, Step


def enquiring(step: CaseStep, event: ev.Event, now: datetime) -> Step | None:
    """Any step of an enquiry."""
    match step:
        case Enquiring():
            return _ways(step, event)
        case ShowingSlip():
            return _showing(step, event)
        case TypingCase():
            return _typing(step, event)
        case LookingUp():
            return _looking_up(step, event)
        case Listing():
            return _listing(step, event)
        case ReadingCase():
            return _reading(step, event, now)
        case ShowingResult():
            return _showing_result(step, event)
        case PickingPapers():
            return _picking(step, event, now)


def _ways(step: Enquiring, event: ev.Event) -> Step | None:
    match event:
        case ev.CardRead(card):
            return LookingUp(card)
        case ce.SlipChosen():
            return ShowingSlip()
        case ev.TypingChosen():
            return TypingCase()
        case ev.Back():
            return Choosing()
    return awaited(step, event)


def _showing(step: ShowingSlip, event: ev.Event) -> Step | None:
    match event:
        case ce.CodeSeen(text) if text.split() and all(map(case_number_is_right, text.split())):
            return LookingUp(None, " ".join(text.split()))
        case ce.CodeSeen() | ce.CodeMissed() if step.taking:
            return ShowingSlip(glass=step.glass, unread=True)
        case ce.CodeSeen() if not step.unread:
            return replace(step, unread=True)
        case ev.PageFailed(code):
            return _not_seen(step, code)
        case ev.PictureAsked() if step.failed is not None:
            return ShowingSlip()
        case ev.PictureAsked() if not step.taking:
            return replace(step, taking=True, unread=False)
        case ev.DeviceBack("document_scanner") if step.failed is not None:
            return ShowingSlip()
        case ev.TypingChosen():
            return TypingCase()
        case ev.Back():
            return Enquiring()
    return None


def _not_seen(step: ShowingSlip, code: ErrorCode) -> Step | None:
    if code is ErrorCode.UNSUPPORTED and not step.taking:
        return ShowingSlip(glass=True)
    if ADVICE[code].mender is Mender.RESIDENT:
        return ShowingSlip(glass=step.glass, unread=True)
    return ShowingSlip(failed=code)


def _typing(step: TypingCase, event: ev.Event) -> Step | None:
    match event:
        case ev.KeyPressed(key):
            return replace(step, number=_pressed(step.number, key), wrong=False)
        case ev.Forward() if case_number_is_right(step.number):
            return LookingUp(None, step.number)
        case ev.Forward():
            return replace(step, wrong=True)
        case ev.Back():
            return Enquiring()
    return None


def _pressed(number: str, key: str) -> str:
    """The number after a key; L stands at its beginning only."""
    match key:
        case "erase":
            return number[:-1]
        case "L" if not number:
            return key
        case digit if len(digit) == 1 and digit in "0123456789" and len(number) < CASE_NUMBER_LENGTHS[1]:
            return number + digit
    return number


def _looking_up(step: LookingUp, event: ev.Event) -> Step | None:
    match event:
        case ce.CasesHeld(asked, cases) if asked == step.asked:
            return replace(step, held=cases)
        case ce.CasesTold(asked, cases) if asked == step.asked:
            return _told(step, cases)
        case ce.CasesUnreached(asked) if asked == step.asked:
            return _unreached(step)
        case ev.TimePassed(seconds) if step.waited + seconds >= delays.LOOKUP_LIMIT:
            return _unreached(step)
        case ev.TimePassed(seconds):
            return replace(step, waited=step.waited + seconds)
        case ev.Back():
            return Enquiring()
    return None


def _told(step: LookingUp, cases: tuple[Case, ...]) -> Step:
    if step.person is not None:
        return Listing(Enquiry(step.person, cases, reached=True))
    # what is kept here is not with the city yet, so that the city cannot know its number
    return _found(step, cases or step.held, CaseState.UNFOUND, reached=True)


def _unreached(step: LookingUp) -> Step:
    if step.person is not None:
        return Listing(Enquiry(step.person, (), reached=False))
    return _found(step, step.held, CaseState.UNHEARD, reached=False)


def _found(step: LookingUp, cases: tuple[Case, ...], otherwise: CaseState, reached: bool) -> Step:
    """The case of a number, or the list of the cases of several."""
    found = cases or tuple(Case(number, otherwise) for number in step.number.split())
    enquiry = Enquiry(None, found, reached)
    return ReadingCase(enquiry, found[0]) if len(found) == 1 else Listing(enquiry)


def _listing(step: Listing, event: ev.Event) -> Step | None:
    match event:
        case ce.CaseChosen(number):
            chosen = next((case for case in step.enquiry.cases if case.number == number), None)
            return None if chosen is None else ReadingCase(step.enquiry, chosen)
        case ce.SlipChosen():
            return ShowingSlip()
        case ev.TypingChosen():
            return TypingCase()
        case ev.Back():
            return Enquiring()
        case ev.Forward():
            return Leaving()
    return None


def _reading(step: ReadingCase, event: ev.Event, now: datetime) -> Step | None:
    match event:
        case ce.SupplementAsked(service) if step.case.may_be_added_to:
            return _adding(step, service, now)
        case ce.ResultAsked() if step.case.result is not None:
            return ShowingResult(step.enquiry, step.case, step.case.result)
        case ev.ServiceChosen(service) if service.code == step.case.successor:
            return Guiding(service)
        case ev.TypingChosen():
            return TypingCase()
        case ev.Back() if step.enquiry.person is not None or len(step.enquiry.cases) > 1:
            return Listing(step.enquiry)
        case ev.Back():
            return Enquiring()
        case ev.Forward():
            return Leaving()
    return None


def _showing_result(step: ShowingResult, event: ev.Event) -> Step | None:
    match event:
        case ev.Back():
            return ReadingCase(step.enquiry, step.case)
        case ev.Forward():
            return Leaving()
    return None


def _adding(step: ReadingCase, service: Service | None, now: datetime) -> Step:
    """Straight to the papers that are open; where nobody can tell which, the resident does."""
    if service is not None:
        known = {material.id for material in papers_of(service)}
        wanted = tuple(paper.material for paper in step.case.open if paper.material in known)
        if wanted:
            return _scan(step.enquiry, step.case, service, wanted, now)
    return _pick(step.enquiry, step.case, service)


def _pick(enquiry: Enquiry, case: Case, service: Service | None) -> Step:
    """Of a service with one paper it is clear which one is meant."""
    papers = () if service is None else papers_of(service)
    return PickingPapers(enquiry, case, service, tuple(paper.id for paper in papers) if len(papers) == 1 else ())


def papers_of(service: Service) -> tuple[Material, ...]:
    """The materials of a service that can be handed in."""
    return service.materials


def _picking(step: PickingPapers, event: ev.Event, now: datetime) -> Step | None:
    service = step.service
    match event:
        case ev.ServiceChosen(chosen):
            return _pick(step.enquiry, step.case, chosen)
        case ev.Drafted(text) if service is not None and text in {material.id for material in papers_of(service)}:
            others = tuple(other for other in step.chosen if other != text)
            return replace(step, chosen=others if text in step.chosen else (*step.chosen, text))
        case ev.Forward() if service is not None and step.chosen:
            return _scan(step.enquiry, step.case, service, step.chosen, now)
        case ev.Back() if service is not None and service.code != step.case.service_code:
            return PickingPapers(step.enquiry, step.case, None)
        case ev.Back():
            return ReadingCase(step.enquiry, step.case)
    return None


def _scan(enquiry: Enquiry, case: Case, service: Service, materials: tuple[str, ...], now: datetime) -> Step:
    application = Application(
        matter=only(service),
        applicant=enquiry.person or NOBODY,
        identified_by=IdentifiedBy.CARD if enquiry.person else IdentifiedBy.SLIP,
        started=now.date(),
        supplement=Supplement(enquiry, case, materials),
    )
    return Scanning(application, application.to_scan[0])
