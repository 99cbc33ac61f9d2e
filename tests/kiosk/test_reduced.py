"""A device is out of service: only what needs it is closed, it is said before anyone begins, and there is a way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from config.catalogue import Catalogue
from drivers.model import ErrorCode, Health, Status
from kiosk.device_host import out_of_service
from kiosk.intents import Intent, event_for
from kiosk.page import CasesBody
from kiosk.pages.present import present
from kiosk.pages.reduced import PRINTER, READER, SCANNER, Reach, reach
from kiosk.visit import case_events as ce
from kiosk.visit import events as ev
from kiosk.visit.asides import TopicAsked
from kiosk.visit.browsing import HOME, InPackage
from kiosk.visit.case_steps import LookingUp
from kiosk.visit.matter import only
from kiosk.visit.steps import Choosing, Guiding, Identifying, Visit, Welcome

REACHES = {
    "jn-insurance-proof": Reach.WHOLE,
    "jn-unemployment": Reach.LATER,
    "jn-treatment-elsewhere": Reach.PERHAPS,
    "jn-flexible-employment": Reach.CLOSED,
}


def page(step, scene, now, *out):
    return present(Visit(step, started=now), replace(scene, now=now, out=out))


@pytest.mark.parametrize(("code", "how"), REACHES.items())
def test_how_far_a_service_gets_without_the_scanner_is_read_from_its_papers(services, code, how):
    assert reach(services.find(code)) is how


@pytest.mark.parametrize("papers", ["one", "other", "both"])
def test_of_papers_that_stand_for_each_other_one_that_may_follow_is_enough_to_begin(services, papers):
    service = services.find("jn-flexible-employment")
    needed = next(item for item in service.materials if item.id == "debit_agreement").model_copy(
        update={"one_of": "either"}
    )
    later = next(item for item in services.find("jn-unemployment").materials).model_copy(update={"one_of": "either"})
    chosen = {"one": (needed,), "other": (later,), "both": (needed, later)}[papers]
    expected = {"one": Reach.CLOSED, "other": Reach.LATER, "both": Reach.PERHAPS}[papers]
    assert reach(service.model_copy(update={"materials": chosen})) is expected


def test_home_says_what_is_out_and_nothing_while_all_is_well(scene, now):
    assert page(Choosing(HOME), scene, now).body.notices == ()
    said = page(Choosing(HOME), scene, now, READER, SCANNER, PRINTER).body.notices
    assert [note.title for note in said] == ["身份证暂时读不了", "照片暂时拍不了", "凭条暂时打不出来"]
    assert all(note.hint for note in said), "each says what that means"
    english = page(Choosing(HOME), replace(scene, language="en"), now, PRINTER).body.notices
    assert english[0].title == "Slips cannot be printed just now"


@pytest.mark.parametrize(("device", "word"), [(READER, "手动输入"), (SCANNER, "拍不了"), (PRINTER, "显示在屏幕上")])
def test_the_resting_screen_says_it_before_anybody_begins(scene, now, device, word):
    for still in (False, True):
        body = page(Welcome(), replace(scene, still=still), now, device).body
        assert word in "".join(body.lines)
        assert body.start.enabled, "it stays open"


@pytest.mark.parametrize(("code", "how"), REACHES.items())
def test_a_guide_says_what_it_means_for_this_matter(scene, services, now, code, how):
    service = services.find(code)
    usual, without = page(Guiding(service), scene, now), page(Guiding(service), scene, now, SCANNER)
    notes = without.body.notices
    assert bool(notes) is (how is not Reach.WHOLE)
    assert (without.primary == usual.primary) is (how is not Reach.CLOSED), "only what needs it is closed"
    if how is Reach.LATER:
        assert "可以先申请，材料以后补" in notes[0].title
    if how in (Reach.PERHAPS, Reach.CLOSED):
        office = scene.catalogue.office(service.office)
        assert office.address.zh in notes[0].hint
        assert office.phone in notes[0].hint


def test_where_a_matter_is_closed_the_way_on_leads_to_somebody_who_helps(scene, services, now, player):
    service = services.find("jn-flexible-employment")
    way = page(Guiding(service), scene, now, SCANNER).primary
    assert way.intent == Intent.ASSISTANCE
    player.play(ev.Started(now), ev.ServiceChosen(service), event_for(way.intent, way.value, services, ("zh",), now))
    assert isinstance(player.visit.aside, TopicAsked)
    assert player.visit.aside.letter.about == service.code


def test_lists_mark_what_is_closed_and_leave_the_rest_as_it_is(scene, now, services):
    few = Catalogue([services.find(code) for code in REACHES])
    marks = {
        choice.action.value: choice.hint
        for choice in page(Choosing(HOME), replace(scene, catalogue=few), now, SCANNER).body.matters
    }
    assert "去哪里办" in marks["jn-flexible-employment"]
    assert "材料以后补" in marks["jn-unemployment"]
    assert marks["jn-insurance-proof"] == services.find("jn-insurance-proof").name.zh


def test_a_package_with_a_closed_service_leads_to_help_and_its_services_can_be_chosen_one_by_one(scene, now):
    closed = next(
        package
        for package in scene.catalogue.packages
        if any(reach(service) is Reach.CLOSED for service in scene.catalogue.in_package(package))
    )
    shown = page(Choosing(InPackage(closed)), scene, now, SCANNER)
    assert shown.primary.intent == Intent.ASSISTANCE
    assert shown.body.sections[0].notes[0].title == "照片暂时拍不了：这件事现在办不了"
    services = [choice.action.value for section in shown.body.sections for choice in section.choices]
    assert [service.code for service in scene.catalogue.in_package(closed)] == services[: len(closed.services)]


def test_without_the_reader_a_slip_still_tells_how_its_case_stands(scene, now, player):
    player.play(ev.Started(now), ce.CasesAsked(), ev.CardFailed(ErrorCode.NO_DEVICE))
    body = present(player.visit, replace(scene, out=(READER,))).body
    ways = body.ways
    assert Intent.SLIP in [way.action.intent for way in ways], "by the code"
    assert Intent.TYPE_INSTEAD in [way.action.intent for way in ways], "by the number"
    assert not isinstance(body, CasesBody)
    player.play(ce.SlipChosen(), ce.CodeSeen("37010226112400013"))
    assert isinstance(player.step, LookingUp)


def test_a_reader_that_is_out_does_not_ask_who_forgot_their_card(services, scene, now):
    step = Identifying(only(services.find("jn-land-record")), ErrorCode.NO_DEVICE)
    labels = [way.action.label for way in present(Visit(step=step, started=now), scene).body.ways]
    assert "改为手动填写" in labels
    assert not any("没带身份证" in label for label in labels)


@pytest.mark.parametrize(
    ("health", "out"),
    [
        (Health(Status.STARTING), False),
        (Health(Status.UNKNOWN), False),
        (Health(Status.ONLINE, None, ("paper_low",)), False),
        (Health(Status.OFFLINE, ErrorCode.PRESENTER_FULL), False),
        (Health(Status.OFFLINE, ErrorCode.PAPER_OUT), True),
        (Health(Status.NO_DEVICE, ErrorCode.NO_DEVICE), True),
        (Health(Status.HARDWARE_ERROR, ErrorCode.HARDWARE), True),
    ],
)
def test_out_of_service_is_what_no_resident_can_mend(health, out):
    assert out_of_service(health) is out
