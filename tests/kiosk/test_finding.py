"""Looking for a matter: every place leads on and back, and nobody ends at an empty page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config import catalogue
from config.catalogue import Catalogue
from kiosk.intents import Intent, event_for
from kiosk.page import AttractBody, GuideBody, HomeBody, SampleBody, SearchBody
from kiosk.pages.arriving import LOOP, TURN
from kiosk.pages.finding import MOST_RESULTS
from kiosk.pages.guiding import entries_of
from kiosk.pages.outlook import Figures, Notice, Outlook
from kiosk.pages.present import present
from kiosk.visit import events as ev
from kiosk.visit.advance import advance
from kiosk.visit.browsing import HOME, Searching
from kiosk.visit.steps import Choosing, Guiding, Sampling, Visit
from kiosk.visit.view import View

CATALOGUE = catalogue.load()
LANGUAGES = ("zh", "en")
NOW = datetime(2026, 11, 24, 10, 30)


@pytest.fixture
def go(player, scene, services, now):
    """Touches a button of the page that shows, by intent and value, and answers with the page that comes."""

    class Finger:
        def __call__(self, intent, value=""):
            player.play(event_for(intent, value, services, LANGUAGES, now))
            return self.page

        @property
        def page(self):
            return present(player.visit, scene)

    finger = Finger()
    finger("start")
    return finger


def test_home_shows_every_matter_and_no_department(go, services):
    body = go.page.body
    assert isinstance(body, HomeBody)
    assert [choice.action.value for choice in body.packages] == [package.code for package in services.packages]
    assert [choice.action.value for choice in body.matters] == [group.id for group in services.groups]
    assert body.departments.intent == Intent.DEPARTMENTS


def test_in_large_print_home_has_fewer_choices_and_leads_to_all_matters(go, services):
    usual = go.page.body
    body = go("view", "large_print").body
    assert (body.packages, body.others) == (usual.packages, usual.others), "what is there stays where it is"
    assert [choice.action.intent for choice in body.matters] == [Intent.MATTERS]
    assert "住在这里" in body.matters[0].hint
    page = go("matters")
    matters, ways = page.body.sections
    assert matters.choices == usual.matters
    assert [choice.action.intent for choice in ways.choices] == [Intent.DEPARTMENTS, Intent.HELP]
    assert go("view", "large_print").body == page.body, "in any print"
    assert go("back").body == usual


def test_a_few_matters_stay_on_home_in_large_print(scene, now):
    few = list(CATALOGUE)[:3]
    scene = replace(scene, catalogue=Catalogue(few))
    body = present(Visit(Choosing(), started=now, view=View(large_print=True)), scene).body
    assert [choice.action.value for choice in body.matters] == [service.code for service in few]


def test_without_groups_the_matters_themselves_are_shown(scene, now):
    scene = replace(scene, catalogue=Catalogue(list(CATALOGUE)))
    body = present(Visit(Choosing(), started=now), scene).body
    assert [choice.action.value for choice in body.matters] == [service.code for service in CATALOGUE]


def test_every_group_leads_to_guides_or_says_who_where_and_when(go, services):
    for group in services.groups:
        page = go("group", group.id)
        choices = [choice.action for section in page.body.sections for choice in section.choices]
        notes = [note for section in page.body.sections for note in section.notes]
        assert [action.value for action in choices if action.intent == Intent.CHOOSE_SERVICE] or notes
        assert any(action.intent == Intent.HELP for action in choices)
        assert all(note.hint for note in notes)
        assert go("back").name == "home"


def test_the_way_back_from_a_guide_is_the_way_that_led_there(go, player):
    go("group", "living")
    go("choose_service", "jn-residence-registration")
    assert go("back").name == "group"
    go("search")
    go("draft", "jzdj")
    go("choose_service", "jn-residence-registration")
    page = go("back")
    assert (page.name, page.body.text) == ("search", "jzdj")
    go("departments")
    go("department", "市民政局")
    go("choose_service", "jn-elderly-card")
    assert go("back").name == "department"
    assert go("back").name == "departments"
    assert go("back").name == "home"
    assert go("back").name == "attract"


def test_a_package_says_what_to_bring_once_and_begins_with_the_card(go, services):
    page = go("package", "jn-package-settling-in")
    here, bring, excluded = page.body.sections
    package = services.find_package("jn-package-settling-in")
    assert [choice.action.value for choice in here.choices] == [part.code for part in package.services]
    assert len({note.title for note in bring.notes}) == len(bring.notes) >= 3
    assert [note.hint for note in excluded.notes], "what does not go together is said before anything is asked"
    page = go(page.primary.intent, page.primary.value)
    assert page.name == "identify"
    assert go("back").name == "package"


def test_search_finds_while_typing_and_always_shows_a_way_on(go):
    assert len(go("search").body.results) == MOST_RESULTS, "the usual ones"
    body = go("draft", "jzd").body
    assert isinstance(body, SearchBody)
    assert body.results[0].action.value == "jn-residence-registration"
    nothing = [choice.action.intent for choice in go("draft", "qqqq").body.results]
    assert nothing == [Intent.HELP, Intent.DEPARTMENTS]
    assert go("draft", "x" * 99).body.text == "x" * 40


def test_what_was_searched_is_not_told_by_a_representation():
    assert "jzdj" not in repr(Choosing(Searching("jzdj"))) + repr(ev.Drafted("jzdj"))


def test_places_that_are_not_there_lead_nowhere(go, player):
    for intent in ("group", "package", "department", "choose_service", "sample"):
        event = event_for(intent, "nothing", CATALOGUE, LANGUAGES, None)
        assert event is None or isinstance(event, ev.SampleAsked)
    player.play(ev.ServiceChosen(next(iter(CATALOGUE))), ev.SampleAsked("nothing"))
    assert isinstance(player.step, Guiding)


def test_each_paper_of_a_guide_is_shown_large(go, player, services):
    for service in services:
        go("choose_service", service.code)
        body = go.page.body
        assert isinstance(body, GuideBody)
        for material in body.materials:
            sample = go(material.sample.intent, material.sample.value)
            assert isinstance(sample.body, SampleBody)
            assert sample.body.checks
            for other in sample.body.others:
                assert go(other.action.intent, other.action.value).title == other.action.label
            assert isinstance(player.step, Sampling)
            assert go("forward").name == "guide"
        go("back")


def attract(scene, outlook=None, now=None, still=False):
    body = present(Visit(), replace(scene, now=now, outlook=outlook or Outlook(), still=still)).body
    assert isinstance(body, AttractBody)
    return body


def test_the_resting_screen_turns_slowly_and_shows_what_the_city_says(scene, now):
    outlook = Outlook(notices=(Notice("停电通知", "Power cut"),))
    seen = [attract(scene, outlook, now + timedelta(seconds=n)) for n in range(TURN * (len(LOOP) + 1))]
    turns = sum(one != other for one, other in pairwise(seen))
    assert turns <= len(LOOP) + 2, "eight seconds each, and perhaps a minute more on the clock"
    assert len({body.lines for body in seen}) == len(LOOP) + 1
    assert {body.notice.hint for body in seen if body.notice} == {"停电通知"}
    still = {attract(scene, outlook, now + timedelta(seconds=n), still=True).notice.hint for n in range(99)}
    assert still == {"停电通知"}


def test_a_card_left_behind_and_a_full_disk_come_before_what_the_city_says(scene, now):
    scene = replace(scene, now=now, outlook=Outlook(notices=(Notice("停电通知", "Power cut"),)), still=True)
    assert present(Visit(room=False), scene).body.notice is None


def test_a_full_terminal_promises_nothing_that_is_not_so(scene):
    body = present(Visit(room=False), scene).body
    shown = "".join((*body.headline, *body.lines, *(fact.value + fact.label for fact in body.facts)))
    for untrue in ("不打烊", "24 小时", "全天开放", "就能办", "这里能办"):
        assert untrue not in shown
    assert "12345" in shown


def test_figures_are_the_citys_when_there_are_enough_to_mean_something(scene):
    labels = {fact.label for fact in attract(scene, Outlook(figures=Figures(9, 9, 0))).facts}
    assert "本月好评" not in labels
    facts = {fact.label: fact.value for fact in attract(scene, Outlook(figures=Figures(152, 150, 1204))).facts}
    assert (facts["本月好评"], facts["本月办成"], len(facts)) == ("98.7%", "1 204", 4)


def test_line_and_queue_are_said_in_words(scene):
    told = {
        (line, waiting): attract(scene, Outlook(line=line, waiting=waiting)).state.title
        for line in (True, False)
        for waiting in (0, 3)
    }
    assert len(set(told.values())) == 4
    assert all("3" in text for (_, waiting), text in told.items() if waiting)


intents = st.sampled_from(
    [
        *(("group", group.id) for group in CATALOGUE.groups),
        *(("package", package.code) for package in CATALOGUE.packages),
        *(("department", department.zh) for department in CATALOGUE.departments),
        *(("choose_service", service.code) for service in CATALOGUE),
        *(("draft", text) for text in ("jz", "社保", "qq", "card")),
        ("search", ""),
        ("departments", ""),
        ("sample", "card"),
        ("sample", "lease"),
        ("back", ""),
    ]
)


@settings(max_examples=150)
@given(st.lists(intents, max_size=20))
def test_wherever_one_looks_home_is_a_few_steps_back(touches):
    visit = Visit(Choosing(), started=NOW)
    for intent, value in touches:
        event = event_for(intent, value, CATALOGUE, LANGUAGES, NOW)
        after, _ = advance(visit, event)
        visit = after if after.started is not None else visit
    for _ in range(5):
        if visit.step == Choosing(HOME):
            return
        visit, _ = advance(visit, ev.Back())
    raise AssertionError(visit.step)


def test_a_guide_says_which_papers_are_for_everybody_and_which_the_answers_decide(services, scene):
    home, photo = entries_of(services.find("jn-residence-registration"), scene)
    assert (home.sure, len(home.papers), home.name) == (True, 4, "租房合同、房产证等，选一样")
    assert (photo.sure, photo.papers[0].id) == (True, "photo")
    *_, perhaps = entries_of(services.find("jn-old-age-allowance"), scene)
    assert (perhaps.sure, [paper.id for paper in perhaps.papers]) == (False, ["agent_card", "mandate", "relation"])
    twice = entries_of(services.find("jn-elderly-card"), scene)[0]
    assert twice.name == "一寸照片", "two papers of one name are one to a resident"


def test_a_guide_turns_nobody_away_who_has_no_card_or_an_old_one(services, scene):
    service = services.find("jn-land-record")
    [card, *_] = present(Visit(step=Guiding(service)), scene).body.materials
    assert (card.badge.label, "没带，手动填写" in card.hint) == ("最好带", True)
    sample = present(Visit(step=Sampling(Guiding(service), "card")), scene).body
    assert "过期了也能先申请" in "".join(check.title for check in sample.checks)
