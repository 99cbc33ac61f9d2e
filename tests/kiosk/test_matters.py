"""One service or several in one visit: what is asked, who is stopped, what each service gets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from config import catalogue
from config.papers import Demand
from config.soundness import mistakes
from kiosk.form import forms_of
from kiosk.pages.narration import narration
from kiosk.pages.present import present
from kiosk.pages.scene import Scene
from kiosk.receipt import acceptance_slip
from kiosk.visit import case_events as ce
from kiosk.visit import delays
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit import letter_events as le
from kiosk.visit.browsing import InPackage
from kiosk.visit.case_steps import Listing, LookingUp
from kiosk.visit.promises import years_of
from kiosk.visit.receipts import Result
from kiosk.visit.steps import (
    Advising,
    Choosing,
    Consulting,
    Declaring,
    Done,
    Filling,
    Guiding,
    Matching,
    Numbering,
    Reviewing,
    Scanning,
    Sealing,
)

SMALL = catalogue.load(Path(__file__).parent / "small_catalogue")
PHONE = "13805317216"
NUMBERS = ("37010226112400013", "37010226112400021", "37010226112400030")


@pytest.fixture
def scene(words) -> Scene:
    return Scene(SMALL, "站", words, "zh")


@pytest.fixture
def begin(player, now, person):
    """Begins a matter of the small catalogue with a card."""

    def beginning(code, card=person):
        package = SMALL.find_package(code)
        chosen = [ev.ServiceChosen(SMALL.find(code)), ev.Forward()]
        if package is not None:
            chosen = [ev.PackageChosen(package, SMALL.in_package(package))]
        return player.play(ev.Started(now, years_of(SMALL.years)), *chosen, ev.CardRead(card))

    return beginning


@pytest.fixture
def scan(player, page):
    """Lays the paper that is asked for."""
    return lambda: player.play(ev.PictureAsked(), ev.PageTaken(page), ev.Forward())


def say(player, **answers):
    """Answers the questions by name, in the order in which they come."""
    for name, text in answers.items():
        assert isinstance(player.step, Filling), player.step
        assert player.step.field.id == name
        player.play(ev.Drafted(text), ev.Forward())
    return player


def texts(value):
    return "\n".join(
        str(text) for item in value for text in (getattr(item, "text", ""), getattr(item, "data", "")) if text
    )


def test_what_is_wrong_with_the_small_catalogue_is_meant():
    """Its ways are short, and what nobody should publish has to end well all the same."""
    assert {mistake.key for mistake in mistakes(SMALL)} == {
        "stops.young.way.zh",
        "stops.street.way.zh",
        "stops.half_year.way.zh",
        "materials.photo.demand",
        "materials.receipt.demand",
        "services.permit.code",
    }


def test_a_question_is_asked_only_where_its_rule_holds(begin):
    player = say(begin("home"), home="rented", since="2026-03-01")
    assert player.step.field.id == "phone"
    player.play(ev.Back(), ev.Back(), ev.Drafted("owned"), ev.Forward(), ev.Forward())
    say(player, floor="三楼", phone=PHONE)
    assert isinstance(player.step, Consulting)


def test_an_answer_that_is_no_longer_asked_for_goes_nowhere(begin, scan):
    player = say(begin("home"), home="owned", since="2026-03-01", floor="三楼", phone=PHONE)
    player.play(ev.PapersBrought(), ev.Declared())
    scan()
    player.play(ev.EditAsked("home"), ev.Drafted("rented"), ev.Forward())
    assert player.step.material.id == "lease"
    player.play(ev.Deferred())
    assert isinstance(player.step, Reviewing)
    application = player.step.application
    assert dict(application.answers) == {"home": "rented", "since": "2026-03-01", "phone": PHONE}
    assert [paper.material for paper in application.papers] == ["photo", "lease"]


def test_a_stop_is_judged_after_the_card(begin, young, scene):
    child = replace(young, birth_date=date(2012, 2, 29))
    player = begin("home", child)
    assert isinstance(player.step, Advising)
    page = present(player.visit, scene)
    assert page.title == "2028 年 2 月 29 日起可以自己办"
    assert [note.title for note in page.body.notes] == ["请家长来。", "派出所：一号"]
    assert isinstance(player.play(ev.Back()).step, Choosing)


def test_a_stop_by_an_answer_says_which_and_leads_back_to_it(begin, scene):
    player = say(begin("home"), home="street")
    page = present(player.visit, scene)
    assert (page.name, page.title) == ("advise", "街道先帮您安顿")
    said = [(note.title, note.hint) for note in page.body.notes]
    assert said == [
        ("因为您说，home：选street", ""),
        ("到街道登记。", ""),
        ("街道中心：一号", "工作日，电话 12345"),
        ("要带什么", "身份证"),
    ]
    player.play(ev.Back())
    assert player.step.field.id == "home"
    assert player.step.draft == "street"
    player.play(ev.Drafted("rented"), ev.Forward())
    assert player.step.field.id == "since"


def test_help_from_a_stop_names_its_service(begin):
    player = say(begin("permit"), since="2026-11-01").play(le.AssistanceAsked())
    assert player.visit.aside.letter.about == "permit"


def test_a_stop_leads_on_to_what_can_be_had_today(begin, scene):
    player = say(begin("permit"), since="2026-11-01")
    page = present(player.visit, scene)
    assert page.title == "2027 年 5 月 1 日起可以办居住证"
    instead = page.body.ways[0].action
    assert (instead.intent, instead.value) == ("choose_service", "home")
    player.play(ev.ServiceChosen(SMALL.find("insurance")))
    assert isinstance(player.step, Advising), "only the one that was offered"
    player.play(ev.ServiceChosen(SMALL.find("home")))
    say(player, home="rented")
    assert (player.step.field.id, player.step.application.answer("since")) == ("since", "2026-11-01")
    assert player.step.application.service.code == "home"


def test_an_answer_changed_on_the_check_page_may_stop(begin, scan):
    player = say(begin("home"), home="rented", since="2026-03-01", phone=PHONE).play(ev.PapersBrought())
    scan()
    scan()
    player.play(ev.EditAsked("home"), ev.Drafted("street"), ev.Forward())
    assert isinstance(player.step, Advising)
    player.play(ev.Back(), ev.Back())
    assert isinstance(player.step, Advising), "there is nothing to hand in"
    player.play(ev.Back(), ev.Drafted("rented"), ev.Forward())
    assert isinstance(player.step, Reviewing)


def moving(begin, work="none", home="rented", since="2026-03-01"):
    """A package as far as the papers."""
    player = say(begin("moving"), work=work)
    assert isinstance(player.step, Matching)
    say(player.play(ev.Forward()), home=home, since=since, phone=PHONE)
    if home != "owned" and since < "2026-06":
        say(player, job="yes", employer="小吃店", form="card", delivery="courier")
    return player


def test_a_package_asks_its_own_questions_then_says_what_applies(begin, scene):
    player = say(begin("moving"), work="employed")
    page = present(player.visit, scene)
    going, open_, fallen, _ = page.body.sections
    assert [note.title for note in going.notes] == ["登记"]
    assert [note.title for note in open_.notes] == ["居住证"]
    [insurance] = fallen.notes
    assert insurance.title == "参保"
    assert insurance.hint.splitlines() == [
        "因为您说，work：选employed",
        "单位替您参保，问单位就行。",
        "街道中心：一号",
        "工作日，电话 12345",
    ]
    player.play(ev.Back(), ev.Drafted("none"), ev.Forward())
    assert [service.code for service in player.step.application.services] == ["home", "insurance"]


def test_each_question_and_each_paper_once(begin, scan):
    player = moving(begin)
    assert player.step.field.id == "account", "since and phone are known"
    say(player, account="6222020200112233445")
    assert isinstance(player.step, Consulting)
    player.play(ev.Forward(), ev.SharedTold((("photo", "r-1"),), "proof"))
    wanted = [need.material.id for need in player.step.application.needs]
    assert wanted == ["lease", "photo", "letter", "receipt", "agreement"]
    assert player.step.application.need("photo").demand is Demand.DEFERRABLE, "one of the services wants to see it"


def to_review(player, begin, scan):
    say(moving(begin), account="6222020200112233445")
    player.play(ev.PapersBrought(), ev.Deferred())
    scan()
    player.play(ev.Declared(), ev.Deferred())
    scan()
    return player.play(ev.Drafted("named"), ev.Forward())


def test_one_check_page_grouped_by_service_with_a_tick_for_each_consent(player, begin, scan, scene):
    to_review(player, begin, scan)
    page = present(player.visit, scene)
    assert [group.title for group in page.body.groups] == ["您本人", "搬家", "登记", "居住证", "参保"]
    rows = {group.title: [row.label for row in group.rows] for group in page.body.groups}
    assert rows["登记"] == ["home", "since", "phone", "材料lease", "材料photo"]
    assert rows["居住证"] == ["job", "employer", "form", "delivery", "材料letter", "材料receipt"]
    assert [choice.action.value for choice in page.body.consents] == ["employer_data", ""]
    player.play(ev.ConsentToggled(), ev.Forward())
    assert isinstance(player.step, Reviewing), "the other tick is not there yet"
    player.play(ev.ConsentToggled("employer_data"), ev.ConsentToggled("unknown"), ev.Forward())
    assert isinstance(player.step, Sealing)


def test_one_submission_for_each_service_with_only_its_own(player, begin, scan):
    to_review(player, begin, scan).play(ev.ConsentToggled(), ev.ConsentToggled("employer_data"), ev.Forward())
    [submit] = [effect for effect in player.effects if isinstance(effect, ef.Submit)]
    assert submit.language == "zh"
    forms = forms_of(submit.application, submit.language)
    got = {form["service_code"]: (form, [scan.part for scan in scans]) for form, scans in forms}
    assert list(got) == ["home", "permit", "insurance"]
    home, permit, insurance = (got[code][0] for code in got)
    assert all(form["package"] == {"code": "moving", "version": 2} for form in (home, permit, insurance))
    assert home["answers"] == {"home": "rented", "since": "2026-03-01", "phone": PHONE}
    assert set(permit["answers"]) == {"since", "job", "employer", "form", "delivery", "phone"}
    assert insurance["answers"] == {"phone": PHONE, "account": "6222020200112233445", "signature": "named"}
    assert [got[code][1] for code in got] == [["photo"], ["photo"], ["agreement"]]
    assert (home["deferred"], permit["deferred"]) == ({"lease": "2026-11-29"}, {"receipt": "2026-11-29"})
    assert (permit["declared"], permit["consents"]) == (["letter"], ["employer_data"])
    assert not {"consents", "declared", "shared"} & set(home)
    assert permit["promised"] == "2026-12-15"


def test_a_slip_with_a_number_for_each_and_one_code(player, begin, scan, scene, words, now):
    to_review(player, begin, scan).play(ev.ConsentToggled(), ev.ConsentToggled("employer_data"), ev.Forward())
    player.play(ev.Sealed((("id-1", "L1"), ("id-2", "L2")), now))
    assert isinstance(player.step, Sealing), "not every service was kept"
    kept = tuple((f"id-{at}", f"L00012611240000{at}") for at in (1, 2, 3))
    player.play(ev.Sealed(kept, now))
    assert ef.AskNumbers(("id-1", "id-2", "id-3")) in player.effects
    accepted = datetime(2026, 11, 24, 10, 31)
    result = Result("参保凭证", "Proof of insurance", "https://example.org/v/AB12", "AB12", date(2027, 1, 1))
    player.play(ev.NumberKnown("id-1", NUMBERS[0], accepted), ev.NumberKnown("id-3", NUMBERS[2], accepted, result))
    assert isinstance(player.step, Numbering)
    assert ef.AskNumbers(("id-2",)) in player.effects
    player.play(ev.TimePassed(delays.NUMBER_GRACE))
    receipt = player.step.receipt
    assert receipt.code == f"{NUMBERS[0]} L000126112400002 {NUMBERS[2]}"
    page = present(player.visit, scene)
    assert [fact.label for fact in page.body.numbers] == ["登记", "居住证", "参保"]
    [proof] = page.body.proofs
    assert (proof.title, proof.qr) == ("参保凭证", "https://example.org/v/AB12")
    aloud = replace(page, view=replace(page.view, spoken=True))
    assert "AB12" not in str([heard.texts for heard in narration(aloud)])
    moments = {moment.when: moment.what for moment in page.body.timeline}
    assert moments["2026 年 12 月 1 日前办好"] == "登记：登记的结果"
    assert moments["约 2026 年 12 月 15 日前办好"] == "居住证：居住证的结果（选courier）"
    slip = texts(acceptance_slip(receipt, words, "站"))
    for said in ("3701 0226 1124 0001 3", "L000 1261 1240 0002", receipt.code, "核验码 AB12", result.url, "选courier"):
        assert said in slip
    assert "138 **** 7216" in slip


def test_a_stop_inside_a_package_drops_its_service_only(begin, scene, scan):
    player = say(begin("moving"), work="none").play(ev.Forward())
    say(player, home="rented", since="2026-11-01")
    page = present(player.visit, scene)
    assert (page.name, page.primary.label) == ("advise", "知道了，接着办别的")
    assert not [way for way in page.body.ways if way.action.intent == "choose_service"], "that one is settled anyway"
    player.play(ev.Forward())
    say(player, phone=PHONE, account="6222020200112233445").play(ev.PapersBrought(), ev.Deferred())
    scan()
    scan()
    player.play(ev.Drafted("named"), ev.Forward())
    groups = {group.title: group for group in present(player.visit, scene).body.groups}
    [row] = groups["这次先不一起办"].rows
    assert (row.label, row.edit.value) == ("居住证", "since")
    assert [form["service_code"] for form, _ in forms_of(player.step.application, "zh")] == ["home", "insurance"]
    player.play(ev.EditAsked("since"), ev.Drafted("2026-01-01"), ev.Forward())
    assert player.step.field.id == "job", "it goes on after all"


def test_a_package_whose_services_all_fall_away_shows_each_way(begin, young, scene, player):
    child = replace(young, birth_date=date(2012, 2, 28))
    begin("moving", child)
    say(player, work="employed").play(ev.Forward())
    say(player, since="2026-11-01").play(ev.Forward())
    page = present(player.visit, scene)
    assert page.name == "match"
    assert page.body.sections[-2].notes
    assert page.primary is not None


def test_back_through_a_package(begin):
    player = say(begin("moving"), work="none").play(ev.Forward())
    say(player, home="owned")
    assert isinstance(player.step, Advising), "told at once that the permit falls away"
    player.play(ev.Forward(), ev.Back())
    assert (player.step.field.id, player.step.draft) == ("home", "owned")
    player.play(ev.Back())
    assert isinstance(player.step, Matching)
    player.play(ev.Back())
    assert player.step.field.id == "work"
    player.play(ev.Back())
    assert isinstance(player.step.place, InPackage)


@pytest.mark.parametrize("events", [(ev.SharedUnreached(),), (ev.TimePassed(delays.LOOKUP_LIMIT),), ()])
def test_papers_that_the_city_does_not_tell_of_are_brought(begin, events):
    player = say(begin("home"), home="rented", since="2026-03-01", phone=PHONE)
    assert isinstance(player.step, Consulting)
    player.play(*((ev.Forward(), *events) if events else (ev.PapersBrought(),)))
    assert isinstance(player.step, Scanning)
    assert [material.id for material in player.step.application.to_scan] == ["lease", "photo"]


def test_papers_that_the_city_holds_are_not_asked_for(begin, scan):
    player = say(begin("home"), home="rented", since="2026-03-01", phone=PHONE).play(ev.Forward())
    [asked] = [effect for effect in player.effects if isinstance(effect, ef.AskShared)]
    assert asked.materials == ("photo",)
    player.play(ev.SharedTold((("photo", "r-1"), ("lease", "r-2")), "proof"))
    assert [material.id for material in player.step.application.to_scan] == ["lease"], "only what was asked for counts"
    scan()
    [(form, scans)] = forms_of(player.step.application, "zh")
    assert form["shared"] == {"materials": {"photo": "r-1"}, "proof": "proof"}
    assert [scan.part for scan in scans] == ["lease"]


def test_who_looked_up_may_choose_again(begin):
    player = say(begin("home"), home="rented", since="2026-03-01", phone=PHONE)
    player.play(ev.Forward(), ev.SharedTold((("photo", "r-1"),), "proof"), ev.Back())
    assert isinstance(player.step, Consulting)
    player.play(ev.PapersBrought())
    assert len(player.step.application.to_scan) == 2


def test_a_declaration_or_the_paper_as_the_resident_likes(begin, scene, scan):
    player = say(begin("home"), home="owned", since="2026-03-01", floor="三楼", phone=PHONE).play(ev.PapersBrought())
    assert isinstance(player.step, Declaring)
    page = present(player.visit, scene)
    assert [note.hint for note in page.body.notes] == ["要有工作", "我有工作", "不实则撤销"]
    player.play(ev.PapersBrought(), ev.Back())
    assert isinstance(player.step, Declaring)
    player.play(ev.PapersBrought())
    scan()
    scan()
    assert "declared" not in forms_of(player.step.application, "zh")[0][0]
    player.play(ev.EditAsked("title"), ev.PageRemoved(), ev.Back(), ev.Declared())


def test_nothing_may_follow_what_is_decided_at_once(begin):
    player = say(begin("permit"), since="2026-01-01", job="no", form="electronic", phone=PHONE)
    assert player.step.application.need("receipt").demand is Demand.REQUIRED
    player.play(ev.Deferred())
    assert player.step.material.id == "photo"


def test_a_paper_left_for_later_is_asked_for_once_nothing_may_follow(begin):
    player = say(begin("permit"), since="2026-01-01", job="no", form="card", delivery="pickup", phone=PHONE)
    player.play(ev.Deferred(), ev.Deferred())
    assert isinstance(player.step, Reviewing)
    player.play(ev.EditAsked("form"), ev.Drafted("electronic"), ev.Forward())
    assert player.step.material.id == "photo"


def test_what_may_be_wanted_next_is_told(begin, now, scene, scan):
    player = say(begin("permit"), since="2026-01-01", job="no", form="electronic", phone=PHONE)
    scan()
    scan()
    player.play(ev.ConsentToggled(), ev.Forward(), ev.Sealed((("id-1", "L000126112400017"),), now))
    player.play(ev.NumberKnown("id-1", NUMBERS[0]))
    assert isinstance(player.step, Done)
    moments = [(moment.when, moment.what) for moment in present(player.visit, scene).body.timeline]
    assert ("以后还可以办", "没有单位可以参保") in moments
    assert ("办好后，凭编号就能看", "居住证的结果") in moments


def test_the_way_back_from_the_first_question(begin):
    assert isinstance(begin("home").play(ev.Back()).step, Guiding)


def test_a_slip_of_several_numbers_lists_their_cases(player, now):
    text = " ".join(NUMBERS)
    player.play(ev.Started(now), ce.CasesAsked(), ce.SlipChosen(), ce.CodeSeen(text))
    assert player.step == LookingUp(None, text)
    player.play(ce.CasesUnreached(text))
    assert isinstance(player.step, Listing)
    assert [case.number for case in player.step.enquiry.cases] == list(NUMBERS)
    player.play(ce.CaseChosen(NUMBERS[1]), ev.Back())
    assert isinstance(player.step, Listing)


def test_the_day_of_a_stop_is_known_whenever_it_holds():
    permit = SMALL.find("permit")
    [stop] = permit.stops
    blind = permit.model_copy(update={"stops": (stop.model_copy(update={"when": "job == 'no'"}),)})
    others = [service for service in SMALL if service != permit]
    told = mistakes(catalogue.Catalogue([blind, *others], (), (), SMALL.offices.values()))
    [wrong] = [mistake for mistake in told if mistake.key.endswith("possible.field")]
    assert str(wrong).startswith("permit: stops.half_year.possible.field: the stop's rule has to speak of 'since'")
