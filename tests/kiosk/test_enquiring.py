"""My cases: found by card, code or number; told by the city or by this terminal; papers added without asking who."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from drivers.model import ErrorCode
from kiosk.form import form_of, scans_of
from kiosk.intents import event_for
from kiosk.pages.present import present
from kiosk.receipt import acceptance_slip
from kiosk.visit import case_events as ce
from kiosk.visit import delays
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit.case_steps import Enquiring, Listing, LookingUp, PickingPapers, ReadingCase, ShowingSlip, TypingCase
from kiosk.visit.cases import Case, CaseMoment, CaseState, OpenPaper
from kiosk.visit.results import Result
from kiosk.visit.steps import CardPlace, Choosing, Done, Leaving, Reviewing, Scanning, Welcome

NUMBER = "37010226112400013"
OFFLINE = "L000126112400017"
RECEIVED = datetime(2026, 11, 20, 9, 5)
CASE = Case(
    NUMBER,
    CaseState.ACCEPTED,
    "jn-residence-registration",
    RECEIVED,
    moments=(CaseMoment(date(2026, 11, 21), CaseState.ACCEPTED),),
    open=(OpenPaper("lease", date(2026, 11, 25)), OpenPaper("host_note", date(2026, 11, 29))),
)


@pytest.fixture
def asking(player, now):
    return player.play(ev.Started(now), ce.CasesAsked())


@pytest.fixture
def service(services):
    return services.find("jn-residence-registration")


def shown(player, scene):
    return present(player.visit, replace(scene, language=player.visit.language))


def words(body):
    return "\n".join([body.state.title, body.state.hint, *(f"{m.when} {m.what}" for m in body.timeline)])


def test_a_card_leads_to_ones_own_cases(asking, person, scene):
    assert ef.ReadCard() in asking.effects
    asking.play(ev.CardSeen(), ev.CardRead(person))
    assert isinstance(asking.step, LookingUp)
    assert asking.visit.card is CardPlace.LYING
    assert ef.AskCases(person, "") in asking.effects
    asking.play(ce.CasesTold(person.id_number, (CASE, replace(CASE, number=OFFLINE, state=CaseState.DONE, open=()))))
    page = shown(asking, scene)
    assert [card.badge.label for card in page.body.cases] == ["要补材料", "办好了"]
    assert person.name not in repr(page)
    asking.play(ce.CaseChosen(NUMBER))
    assert isinstance(asking.step, ReadingCase)
    asking.play(ev.Back())
    assert isinstance(asking.step, Listing)
    asking.play(ev.Forward())
    assert isinstance(asking.step, Leaving)


def test_a_card_that_someone_left_is_not_read_for_the_next(player, now, person):
    player.visit = replace(player.visit, card=CardPlace.FORGOTTEN)
    player.play(ev.Started(now), ce.CasesAsked())
    assert ef.ReadCard() not in player.effects
    player.play(ev.CardRead(person))
    assert isinstance(player.step, Enquiring)


def test_a_reader_in_trouble_leaves_slip_and_number(asking, scene):
    asking.play(ev.CardFailed(ErrorCode.NO_DEVICE))
    page = shown(asking, scene)
    assert [way.action.intent for way in page.body.ways] == ["slip", "type_instead", "retry_card"]
    asking.play(ev.DeviceBack("id_card_reader"))
    assert asking.step == Enquiring()


def test_a_slips_code_is_seen_by_itself_and_others_are_not(asking, scene):
    asking.play(ce.SlipChosen())
    assert ef.WatchForCode() in asking.effects
    asking.play(ce.CodeSeen("https://example.org"))
    assert shown(asking, scene).error
    asking.play(ce.CodeSeen(NUMBER[:-1] + "4"))
    assert isinstance(asking.step, ShowingSlip), "the check digit is wrong"
    asking.play(ce.CodeSeen(OFFLINE))
    assert asking.step == LookingUp(None, OFFLINE)
    assert asking.effects[-2:] == [ef.StopScanner(), ef.AskCases(None, OFFLINE)]


def test_a_picture_is_taken_for_its_code_where_no_live_picture_is(asking, scene):
    asking.play(ce.SlipChosen(), ev.PageFailed(ErrorCode.UNSUPPORTED))
    assert shown(asking, scene).body.stage == "glass"
    asking.play(ev.PictureAsked())
    assert asking.effects[-1] == ef.TakeCode()
    assert not shown(asking, scene).primary.enabled
    asking.play(ce.CodeMissed())
    assert asking.step == ShowingSlip(glass=True, unread=True)


def test_a_scanner_out_of_order_leaves_the_number_and_comes_back(asking, scene):
    asking.play(ce.SlipChosen(), ev.PageFailed(ErrorCode.NO_DEVICE))
    page = shown(asking, scene)
    assert page.body.stage == "unavailable"
    assert "type_instead" in {action.intent for action in page.body.actions}
    asking.play(ev.DeviceBack("document_scanner"))
    assert asking.effects[-1] == ef.WatchForCode()


@pytest.mark.parametrize("number", [NUMBER, OFFLINE])
def test_a_number_is_typed_with_its_letter_and_checked(asking, scene, number):
    asking.play(ev.TypingChosen(), *(ev.KeyPressed(key) for key in number))
    asking.play(ev.KeyPressed("L"), ev.KeyPressed("?"))
    assert asking.step == TypingCase(number)
    asking.play(ev.KeyPressed("erase"), ev.Forward())
    assert shown(asking, scene).error
    asking.play(ev.KeyPressed(number[-1]), ev.Forward())
    assert asking.step == LookingUp(None, number)


def looked_up(player, *events):
    return player.play(ev.TypingChosen(), *(ev.KeyPressed(key) for key in NUMBER), ev.Forward(), *events)


def test_one_case_tells_times_steps_and_what_is_missing(asking, scene):
    looked_up(asking, ce.CasesTold(NUMBER, (CASE,)))
    page = shown(asking, scene)
    text = words(page.body)
    for expected in ("正在办", "2026 年 11 月 20 日 09:05", "2026 年 11 月 25 日前", "补交：租房合同", "个工作日内"):
        assert expected in text
    assert [fact.value for fact in page.body.facts][1] == "4 天"
    assert page.primary.intent == "supplement"
    assert page.primary.value == "jn-residence-registration"


def test_a_refusal_says_what_can_be_done_in_both_languages(asking, scene):
    said = CaseMoment(date(2026, 11, 23), CaseState.REFUSED, "可先办居住登记", "Register first")
    looked_up(asking, ce.CasesTold(NUMBER, (replace(CASE, state=CaseState.REFUSED, moments=(said,), open=()),)))
    page = shown(asking, scene)
    assert page.body.state.hint == "可先办居住登记"
    assert [fact.value for fact in page.body.facts][1] == "3 天"
    assert page.primary.intent == "forward"
    assert "help" in {way.action.intent for way in page.body.ways}
    asking.play(ev.LanguageChosen("en"))
    assert shown(asking, scene).body.state.hint == "Register first"
    asking.play(ce.SupplementAsked(None))
    assert isinstance(asking.step, ReadingCase), "nothing can be added to what is over"


def test_without_the_line_the_terminal_tells_what_it_knows(asking, scene):
    kept = Case(OFFLINE, CaseState.KEPT, "jn-residence-registration", RECEIVED)
    looked_up(asking, ce.CasesHeld(NUMBER, (kept,)), ev.TimePassed(delays.LOOKUP_LIMIT - 1))
    assert isinstance(asking.step, LookingUp)
    asking.play(ev.TimePassed(1.0))
    page = shown(asking, scene)
    assert "线路暂时不通" in page.lead
    assert "收好" in page.body.state.title
    asking.play(ce.CasesTold(NUMBER, ()))
    assert shown(asking, scene) == page, "an answer that comes late changes nothing under the reader's eyes"


def test_a_card_without_the_line_leads_to_slip_and_number(asking, person, scene):
    asking.play(ev.CardRead(person), ce.CasesUnreached(person.id_number))
    page = shown(asking, scene)
    assert page.title == "线路暂时不通"
    assert [way.action.intent for way in page.body.ways] == ["slip", "type_instead", "help"]


@pytest.mark.parametrize(
    ("answer", "state"),
    [(ce.CasesTold(NUMBER, ()), CaseState.UNFOUND), (ce.CasesUnreached(NUMBER), CaseState.UNHEARD)],
)
def test_a_number_that_nobody_knows_is_no_dead_end(asking, scene, answer, state):
    looked_up(asking, answer)
    assert asking.step.case.state is state
    page = shown(asking, scene)
    assert {way.action.intent for way in page.body.ways} == {"type_instead", "supplement", "help"}


def test_what_waits_here_is_told_though_the_city_does_not_know_it_yet(asking):
    looked_up(asking, ce.CasesHeld(NUMBER, (Case(OFFLINE, CaseState.KEPT),)), ce.CasesTold(NUMBER, ()))
    assert asking.step.case.state is CaseState.KEPT


def handed_in(player, page, now):
    player.play(ev.PictureAsked(), ev.PageTaken(page), ev.Forward())
    return player.play(ev.ConsentToggled(), ev.Forward(), ev.Sealed((("id-1", OFFLINE),), now))


def test_missing_papers_are_scanned_at_once_and_carry_the_number(asking, service, scene, page, now):
    looked_up(asking, ce.CasesTold(NUMBER, (CASE,)), ce.SupplementAsked(service))
    assert isinstance(asking.step, Scanning)
    assert [material.id for material in asking.step.application.to_scan] == ["lease", "host_note"]
    asking.play(ev.PictureAsked(), ev.PageTaken(page), ev.Forward(), ev.Deferred())
    review = shown(asking, scene)
    assert review.progress.pieces == 3
    assert [row.value for group in review.body.groups for row in group.rows][-2:] == ["1 页", "这次不补"]
    application = asking.step.application
    form = form_of(application, "zh")
    assert form["supplement_of"] == NUMBER
    assert form["identified_by"] == "slip"
    assert "applicant" not in form
    assert [scan.part for scan in scans_of(application)] == ["lease"]
    asking.play(ev.ConsentToggled(), ev.Forward(), ev.Sealed((("id-1", OFFLINE),), now), ev.TimePassed(9.0))
    step = asking.step
    assert isinstance(step, Done)
    done = shown(asking, scene).body
    assert done.number.replace(" ", "") == NUMBER, "residents keep the one number"
    assert OFFLINE in done.number_note.replace(" ", "")
    assert "租房合同" in done.timeline[0].what
    assert done.timeline[1].what.startswith("补交")
    slip = "\n".join(
        str(getattr(item, "text", getattr(item, "data", "")))
        for item in acceptance_slip(step.receipt, scene.words, "站")
    )
    assert "补交凭条" in slip
    assert NUMBER in slip.splitlines()
    asking.play(ev.Forward(), ev.Skipped(), ev.Forward())
    assert isinstance(asking.step, Welcome)


def test_by_card_the_supplement_says_whose_it_is(asking, service, person, page):
    asking.play(
        ev.CardRead(person), ce.CasesTold(person.id_number, (CASE,)), ce.CaseChosen(NUMBER), ce.SupplementAsked(service)
    )
    form = form_of(asking.step.application, "zh")
    assert form["identified_by"] == "card"
    assert form["applicant"] == person.as_json()
    asking.play(ev.Back())
    assert isinstance(asking.step, ReadingCase)


def test_leaving_every_paper_for_later_leads_back_to_the_case(asking, service):
    looked_up(asking, ce.CasesTold(NUMBER, (CASE,)), ce.SupplementAsked(service), ev.Deferred(), ev.Deferred())
    assert isinstance(asking.step, ReadingCase)


def test_offline_the_resident_says_which_matter_and_which_papers(asking, service, scene, services, page, now):
    looked_up(asking, ce.CasesUnreached(NUMBER), ce.SupplementAsked(services.find("")))
    assert isinstance(asking.step, PickingPapers)
    assert {choice.action.value for choice in shown(asking, scene).body.choices} == {item.code for item in services}
    asking.play(ev.ServiceChosen(service))
    assert not shown(asking, scene).primary.enabled
    asking.play(ev.Drafted("nothing"), ev.Drafted("lease"), ev.Drafted("title"), ev.Drafted("lease"))
    asking.play(ev.Drafted("lease"), ev.Back())
    assert asking.step.service is None
    asking.play(ev.ServiceChosen(service), ev.Drafted("lease"), ev.Forward())
    handed_in(asking, page, now)
    assert form_of(asking.step.application, "zh")["supplement_of"] == NUMBER


def test_what_the_city_asks_for_beside_the_deferred_is_chosen(asking, service):
    wanted = replace(CASE, state=CaseState.SUPPLEMENT, open=())
    looked_up(asking, ce.CasesTold(NUMBER, (wanted,)), ce.SupplementAsked(service))
    assert isinstance(asking.step, PickingPapers)
    asking.play(ev.Back())
    assert isinstance(asking.step, ReadingCase)


def test_an_answer_to_a_request_for_help_is_read_by_its_number(asking, scene):
    request = Case("123456789018", CaseState.ASKED, received=RECEIVED)
    looked_up(asking, ce.CasesTold(NUMBER, (request,)))
    page = shown(asking, scene)
    assert "留了电话的" in page.body.state.hint
    assert {way.action.intent for way in page.body.ways} == {"help"}
    said = CaseMoment(date(2026, 11, 22), CaseState.ANSWERED, "周四上午社区小李上门", "Li visits on Thursday")
    asking.play(ev.Back(), ev.TypingChosen(), *(ev.KeyPressed(key) for key in NUMBER), ev.Forward())
    asking.play(ce.CasesTold(NUMBER, (replace(request, state=CaseState.ANSWERED, moments=(said,)),)))
    assert shown(asking, scene).body.state.hint == "周四上午社区小李上门"


def test_a_failed_seal_keeps_the_papers(asking, service, page):
    looked_up(asking, ce.CasesTold(NUMBER, (CASE,)), ce.SupplementAsked(service))
    asking.play(ev.PictureAsked(), ev.PageTaken(page), ev.Forward(), ev.Deferred())
    asking.play(ev.ConsentToggled(), ev.Forward(), ev.SealFailed())
    assert isinstance(asking.step, Reviewing)
    assert asking.step.failed


def test_an_answer_to_another_question_is_not_shown(asking, person):
    looked_up(asking, ev.Back(), ev.CardRead(person), ce.CasesTold(NUMBER, (CASE,)), ce.CasesUnreached(NUMBER))
    assert asking.step == LookingUp(person)


def test_back_leads_home(asking):
    asking.play(ce.SlipChosen(), ev.Back(), ev.TypingChosen(), ev.Back(), ev.Back())
    assert isinstance(asking.step, Choosing)


def test_intents_of_an_enquiry(services, now):
    def meant(name, value=""):
        return event_for(name, value, services, ("zh", "en"), now)

    assert meant("cases") == ce.CasesAsked()
    assert meant("slip") == ce.SlipChosen()
    assert meant("case", NUMBER) == ce.CaseChosen(NUMBER)
    assert meant("supplement", "jn-elderly-card").service.code == "jn-elderly-card"
    assert meant("supplement", "gone") == ce.SupplementAsked(None)


PROOF = Result("参保证明", "Proof of insurance", "https://city.example/v/" + "x" * 32, "AB2D-9XYZ", date(2027, 2, 22))


def test_a_proof_is_shown_for_others_to_scan(asking, scene, person):
    case = replace(CASE, state=CaseState.DONE, open=(), result=PROOF)
    asking.play(ev.CardRead(person), ce.CasesTold(person.id_number, (case,)), ce.CaseChosen(NUMBER))
    page = shown(asking, scene)
    assert page.primary.intent == "result"
    asking.play(event_for("result", "", scene.catalogue, ("zh", "en"), RECEIVED))
    page = shown(asking, scene)
    assert (page.name, page.body.headline, page.body.number, page.body.qr) == (
        "proof",
        "参保证明",
        "AB2D-9XYZ",
        PROOF.url,
    )
    assert "2027 年 2 月 22 日" in page.body.timeline[-1].when
    assert person.name not in repr(page)
    asking.play(ev.Back())
    assert isinstance(asking.step, ReadingCase)
    asking.play(ce.ResultAsked(), ev.Forward())
    assert isinstance(asking.step, Leaving)


def test_by_when_is_said_as_the_day_that_the_city_told(asking, scene):
    looked_up(asking, ce.CasesTold(NUMBER, (replace(CASE, promised=date(2026, 12, 1)),)))
    assert "2026 年 12 月 1 日前" in {fact.value for fact in shown(asking, scene).body.facts}
    about = replace(CASE, promised=date(2027, 1, 6), promised_about=True)
    asking.play(ev.Back(), ev.TypingChosen(), *(ev.KeyPressed(key) for key in NUMBER), ev.Forward())
    asking.play(ce.CasesTold(NUMBER, (about,)))
    assert any(moment.when == "约2027 年 1 月 6 日前" for moment in shown(asking, scene).body.timeline)


def test_after_a_refusal_an_office_is_named_and_another_service_begins(asking, scene, services):
    said = CaseMoment(date(2026, 11, 22), CaseState.REFUSED, "先办居住登记", "Register first")
    office = next(iter(services.offices.values()))
    refused = replace(
        CASE,
        state=CaseState.REFUSED,
        open=(),
        moments=(said,),
        office=office.id,
        successor="jn-residence-registration",
    )
    looked_up(asking, ce.CasesTold(NUMBER, (refused,)))
    page = shown(asking, scene)
    assert any(office.name.zh in moment.what for moment in page.body.timeline)
    assert any(office.phone in moment.what for moment in page.body.timeline)
    [instead] = [way.action for way in page.body.ways if way.action.intent == "choose_service"]
    asking.play(event_for(instead.intent, "jn-elderly-card", services, ("zh", "en"), RECEIVED))
    assert isinstance(asking.step, ReadingCase), "only the service that was named"
    asking.play(event_for(instead.intent, instead.value, services, ("zh", "en"), RECEIVED))
    assert asking.step.service.code == "jn-residence-registration"
