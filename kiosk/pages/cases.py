"""My cases: the ways to find one, the list of a card, and which papers are handed in now."""

from __future__ import annotations

from typing import assert_never

from kiosk.intents import Intent
from kiosk.page import (
    Action,
    Badge,
    CaseCard,
    CasesBody,
    Choice,
    ChoiceBody,
    IdentifyBody,
    NoticeBody,
    NumberBody,
    Page,
    ScanBody,
    ScanStage,
)
from kiosk.pages.blank import blank
from kiosk.pages.case import LOOKS, case_page
from kiosk.pages.person import keys, reader_state, retries
from kiosk.pages.proof import proof
from kiosk.pages.scene import Scene
from kiosk.receipt import grouped
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
from kiosk.visit.cases import Case
from kiosk.visit.checks import case_number_is_right
from kiosk.visit.enquiring import papers_of
from kiosk.visit.reading_card import UNREAD
from kiosk.visit.steps import CardPlace, Visit


def enquiry(visit: Visit, step: CaseStep, scene: Scene) -> Page:
    """Any page of an enquiry."""
    match step:
        case Enquiring():
            return _ways(step, scene, visit.card)
        case ShowingSlip():
            return _slip(step, scene)
        case TypingCase():
            return _number(step, scene)
        case LookingUp():
            return _wait(scene)
        case Listing():
            return _list(step, scene)
        case ReadingCase():
            return case_page(step, visit.started, scene)
        case ShowingResult():
            return proof(step, scene)
        case PickingPapers():
            return _papers(step, scene) if step.service is not None else _services(step, scene)
    assert_never(step)


def _ways(step: Enquiring, scene: Scene, card: CardPlace) -> Page:
    """Card, slip or number: whatever is at hand."""
    state = reader_state(step.failed, step.reading, card)
    status = scene.say("identify.reading" if step.reading else "identify.ready")
    if step.failed is not None:
        status = scene.trouble("reader", step.failed)
    left = card is CardPlace.FORGOTTEN
    ways = [by_slip(scene), by_number(scene), *retries(state, step.failed in UNREAD and not left, scene)]
    title, lead = ("identify.title_left", "identify.lead_left") if left else ("cases.title", "cases.lead")
    body = IdentifyBody(state, status, tuple(ways))
    return blank(scene, "cases", scene.say(title), body, lead=scene.say(lead), back=_back(scene))


def by_slip(scene: Scene) -> Choice:
    """The way by the slip's code."""
    return Choice(scene.action(Intent.SLIP, "cases.slip", "qr-code"), scene.say("cases.slip_hint"))


def by_number(scene: Scene) -> Choice:
    """The way by the slip's number."""
    return Choice(scene.action(Intent.TYPE_INSTEAD, "cases.number", "keyboard"), scene.say("cases.number_hint"))


def _slip(step: ShowingSlip, scene: Scene) -> Page:
    if step.failed is not None:
        stage = ScanStage.UNAVAILABLE
    elif step.taking:
        stage = ScanStage.TAKING
    else:
        stage = ScanStage.GLASS if step.glass else ScanStage.LIVE
    words = {ScanStage.LIVE: "cases.slip_live", ScanStage.GLASS: "scan.status_glass"}
    take = {ScanStage.UNAVAILABLE: ("scan.retry", "rotate-ccw"), ScanStage.GLASS: ("scan.scan", "file-text")}
    key, icon = take.get(stage, ("scan.take", "camera"))
    number = scene.action(Intent.TYPE_INSTEAD, "cases.number_short", "keyboard")
    helper = scene.action(Intent.HELP, "header.help", "hand-helping")
    error = scene.say("cases.slip_unread") if step.unread else ""
    return blank(
        scene,
        "cases-slip",
        scene.say("cases.slip_title"),
        ScanBody(
            stage=stage,
            status=scene.say(words.get(stage, f"scan.status_{stage.value}")),
            actions=(number, helper) if step.failed is not None else (number,),
        ),
        lead=scene.say("cases.slip_lead"),
        error=scene.trouble("scanner", step.failed) if step.failed is not None else error,
        back=_back(scene),
        primary=scene.action(Intent.TAKE, key, icon, enabled=not step.taking),
    )


def _number(step: TypingCase, scene: Scene) -> Page:
    right = case_number_is_right(step.number)
    body = NumberBody(
        text=grouped(step.number),
        placeholder=scene.say("cases.type_placeholder"),
        hint=scene.say("number.complete") if right else "",
        keys=keys(scene, last="L"),
        why=scene.say("cases.type_why"),
    )
    return blank(
        scene,
        "cases-number",
        scene.say("cases.type_title"),
        body,
        lead=scene.say("cases.type_lead"),
        error=scene.say("cases.type_wrong") if step.wrong else "",
        back=_back(scene),
        primary=scene.action(Intent.FORWARD, "cases.look", "arrow-right", enabled=bool(step.number)),
    )


def _wait(scene: Scene) -> Page:
    body = NoticeBody("search", (scene.say("cases.waiting"),), ())
    return blank(scene, "cases-wait", scene.say("cases.wait"), body, back=_back(scene))


def _list(step: Listing, scene: Scene) -> Page:
    found = step.enquiry.cases
    state = "list" if found else "none" if step.enquiry.reached else "unreached"
    ways = [by_slip(scene), by_number(scene)]
    if not found:
        ways.append(Choice(scene.action(Intent.HELP, "cases.help", "hand-helping"), scene.say("cases.help_hint")))
    body = CasesBody(
        cases=tuple(_card(case, scene) for case in found),
        ways_heading=scene.say("cases.others") if found else "",
        ways=tuple(ways),
    )
    return blank(
        scene,
        "cases-list",
        scene.say(f"cases.title_{state}"),
        body,
        lead=scene.say(f"cases.lead_{state}"),
        back=_back(scene),
        primary=scene.action(Intent.FORWARD, "cases.finish", "check"),
    )


def _card(case: Case, scene: Scene) -> CaseCard:
    service = scene.catalogue.find(case.service_code)
    icon, tone = LOOKS[case.state]
    name = scene.text(service.name) if service is not None else grouped(case.number)
    day = "" if case.received is None else scene.say("cases.since", day=scene.day(case.received.date()))
    badge = Badge(scene.say("cases.to_bring" if case.open else f"case.badge_{case.state.value}"), tone)
    return CaseCard(Action(Intent.CASE, name, service.icon if service else icon, case.number), day, badge)


def _services(step: PickingPapers, scene: Scene) -> Page:
    choices = tuple(
        Choice(
            Action(Intent.CHOOSE_SERVICE, scene.text(service.name), service.icon, service.code),
            hint=scene.text(service.everyday),
        )
        for service in scene.catalogue
    )
    return blank(
        scene,
        "supplement-service",
        scene.say("supplement.service"),
        ChoiceBody(choices, scene.say("supplement.service_why")),
        lead=scene.say("supplement.number", number=grouped(step.case.number)),
        back=_back(scene),
    )


def _papers(step: PickingPapers, scene: Scene) -> Page:
    service = step.service
    choices = tuple(
        Choice(
            Action(Intent.DRAFT, scene.text(material.name), material.icon, material.id),
            hint=scene.text(material.hint),
            chosen=material.id in step.chosen,
        )
        for material in (papers_of(service) if service is not None else ())
    )
    return blank(
        scene,
        "supplement-papers",
        scene.say("supplement.papers"),
        ChoiceBody(choices, scene.say("supplement.papers_why"), several=True),
        lead=scene.text(service.name) if service is not None else "",
        back=_back(scene),
        primary=scene.action(Intent.FORWARD, "supplement.scan", "arrow-right", enabled=bool(step.chosen)),
    )


def _back(scene: Scene) -> Action:
    return scene.action(Intent.BACK, "back", "arrow-left")
