"""Help, requests for assistance, fault reports, own words: beside the way, kept, and nothing lost under them."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date, datetime

import pytest
import sqlalchemy as sa
from PIL import Image
from stdnum.iso7064 import mod_11_10

from intake import figures as city_figures
from intake.commands.shared import open_store
from intake.tables import RATING, STOP
from kiosk.desk import OutboxDesk, Place
from kiosk.intents import event_for
from kiosk.page import NoticeBody, RateBody
from kiosk.pages.outlook import Figures, Outlook
from kiosk.pages.present import present
from kiosk.pages.scene import Helper, Scene
from kiosk.visit import delays
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit import letter_events as le
from kiosk.visit.asides import (
    WORDS_LENGTH,
    Helping,
    Letter,
    LetterKind,
    LetterSafe,
    PhoneAsked,
    TopicAsked,
    WordsAsked,
)
from kiosk.visit.checks import contact_is_right
from kiosk.visit.halts import Halt
from kiosk.visit.steps import Asking, Identifying, Leaving, Rating, Welcome
from offline_queue import credentials
from offline_queue.client import Client
from offline_queue.numbers import letter_number
from offline_queue.outbox import Outbox
from offline_queue.sync import Agent

PHONE = tuple(ev.KeyPressed(key) for key in "13805317216")
TO_WORDS = (ev.HelpAsked(), le.AssistanceAsked(), le.TopicChosen("papers"), *PHONE, ev.Forward())


def test_help_stands_beside_every_step_and_leads_back_to_it(player, to_review):
    for event in to_review:
        player.play(event)
        step = player.step
        if isinstance(step, Welcome):
            continue
        player.play(ev.HelpAsked())
        assert player.visit.aside == Helping()
        player.play(ev.Back())
        assert (player.step, player.visit.aside) == (step, None)


def test_nobody_is_helped_at_rest(player):
    player.play(ev.HelpAsked(), le.AssistanceAsked(), le.ReportAsked("attract"))
    assert player.visit.aside is None


def test_a_request_for_assistance_is_kept_and_the_way_goes_on(player, to_review, scene):
    before = player.play(*to_review).step
    player.play(*TO_WORDS, ev.Drafted("下午方便"), ev.Forward())
    [kept] = [effect for effect in player.effects if isinstance(effect, ef.KeepLetter)]
    expected = Letter(LetterKind.ASSISTANCE, "jn-residence-registration", "papers", "13805317216", "下午方便")
    assert kept.letter == expected
    player.play(ev.Forward())
    assert len([effect for effect in player.effects if isinstance(effect, ef.KeepLetter)]) == 1, "once is enough"
    player.play(le.LetterKept("302917645518"))
    assert player.visit.aside == LetterSafe(LetterKind.ASSISTANCE, "papers", "302917645518", "138 **** 7216")
    page = present(player.visit, scene)
    assert page.body.number == "3029 1764 5518"
    assert "1 个工作日内" in [moment.when for moment in page.body.timeline]
    assert "13805317216" not in str(page)
    player.play(ev.Forward())
    assert (player.step, player.visit.aside) == (before, None)


def test_what_could_not_be_kept_is_still_there(player, to_review, scene):
    player.play(*to_review, *TO_WORDS, ev.Drafted("下午方便"), ev.Forward(), le.LetterFailed())
    page = present(player.visit, scene)
    assert page.error
    assert page.body.text == "下午方便"
    player.play(ev.Forward())
    assert len([effect for effect in player.effects if isinstance(effect, ef.KeepLetter)]) == 2


def test_what_is_written_has_a_name_a_measure_and_a_way_to_clear_it(player, to_review, scene):
    player.play(*to_review, *TO_WORDS, ev.Drafted("下午方便"))
    body = present(player.visit, scene).body
    assert (body.label, body.left) == ("您的话", f"还能写 {WORDS_LENGTH - 4} 个字")
    assert body.clear.enabled
    player.play(event_for(body.clear.intent, body.clear.value, scene.catalogue, ("zh",), player.visit.started))
    assert not present(player.visit, scene).body.clear.enabled
    player.play(ev.Drafted("下午方便"), ev.Forward())
    assert not present(player.visit, scene).body.clear.enabled, "what is being kept stays as it is"


def test_each_page_leads_back_to_the_one_before(player, to_review):
    player.play(*to_review, *TO_WORDS)
    seen = [type(player.visit.aside)]
    while player.visit.aside is not None:
        player.play(ev.Back())
        seen.append(type(player.visit.aside))
    assert seen == [WordsAsked, PhoneAsked, TopicAsked, Helping, type(None)]


def test_a_fault_report_asks_for_nobody(player, to_review, scene):
    player.play(*to_review, ev.HelpAsked())
    [_, report] = present(player.visit, scene).body.ways
    assert (report.action.intent, report.action.value) == ("report", "review"), "it knows where it began"
    player.play(le.ReportAsked("review"), le.TopicChosen("page"), ev.Forward(), ev.Forward())
    [kept] = [effect for effect in player.effects if isinstance(effect, ef.KeepLetter)]
    assert kept.letter == Letter(LetterKind.REPORT, "review", "page")


def test_a_topic_that_is_none_is_not_taken(player, to_review):
    player.play(*to_review, ev.HelpAsked(), le.AssistanceAsked(), le.TopicChosen("broken"))
    assert isinstance(player.visit.aside, TopicAsked)


@pytest.mark.parametrize(
    ("number", "right"),
    [("13805317216", True), ("053188010000", True), ("02088010000", True), ("88010000", False), ("23805317216", False)],
)
def test_mobile_or_landline(number, right):
    assert contact_is_right(number) is right


def test_a_card_read_meanwhile_takes_the_step_on_under_the_help(player, services, now, person):
    player.play(ev.Started(now), ev.ServiceChosen(next(iter(services))), ev.Forward(), ev.HelpAsked())
    assert isinstance(player.step, Identifying)
    player.play(ev.CardRead(person))
    assert not isinstance(player.step, Identifying)
    assert player.visit.aside == Helping()


def test_who_goes_away_from_a_letter_is_asked_and_then_erased(player, to_review):
    player.play(*to_review, *TO_WORDS, ev.TimePassed(delays.IDLE_WARNING))
    assert player.visit.asking is Asking.STILL_THERE
    player.play(ev.OverlayClosed())
    assert isinstance(player.visit.aside, WordsAsked)
    player.play(ev.TimePassed(delays.IDLE_WARNING), ev.TimePassed(delays.WARNING_ANSWER))
    assert isinstance(player.step, Welcome)
    assert player.visit.aside is None


def test_the_goodbye_waits_while_someone_reports(player):
    player.visit = rating_of(player.visit)
    player.play(ev.Skipped())
    assert isinstance(player.step, Leaving)
    player.play(le.ReportAsked("goodbye"), ev.TimePassed(delays.GOODBYE_STAY + 1))
    assert isinstance(player.step, Leaving)
    player.play(ev.Back(), ev.TimePassed(delays.GOODBYE_STAY))
    assert isinstance(player.step, Welcome)


def rating_of(visit):
    """A visit that has come as far as the question for a rating."""
    return replace(visit, step=Rating("jn-elderly-card"), started=datetime(2026, 11, 24, 10, 30))


def test_own_words_go_with_a_rating(player, scene):
    player.visit = rating_of(player.visit)
    player.play(ev.LevelChosen(4), le.WritingAsked(), ev.Drafted("字很大"), ev.TimePassed(delays.RATE_STAY + 1))
    assert present(player.visit, scene).name == "rate-words", "whoever writes is not hurried"
    player.play(ev.Forward())
    body = present(player.visit, scene).body
    assert isinstance(body, RateBody)
    assert body.written == "字很大"
    player.play(ev.Forward())
    assert ef.SendRating("jn-elderly-card", 4, (), "字很大") in player.effects
    assert "字很大" not in repr(player.effects)


def test_the_way_to_a_report_is_on_rating_and_goodbye(player, scene):
    player.visit = rating_of(player.visit)
    assert present(player.visit, scene).body.report.action.value == "rate"
    player.play(ev.Skipped())
    body = present(player.visit, scene).body
    assert isinstance(body, NoticeBody)
    assert [way.action.intent for way in body.ways] == ["report"]


def test_the_station_says_who_helps_and_when(player, services, words, now):
    player.play(ev.Started(now), ev.HelpAsked())
    helper = Helper("张老师", "周一到周五 8:30–17:30", "Mon to Fri 8:30–17:30", "0531-88010000", 3)
    page = present(player.visit, Scene(services, "甸柳社区", words, "zh", helper=helper))
    shown = "\n".join(f"{note.title} {note.hint}" for note in page.body.notes)
    for said in ("张老师，甸柳社区", "周一到周五 8:30–17:30", "0531-88010000", "12345"):
        assert said in shown
    assert "3 个工作日内" in page.body.ways[0].hint
    english = present(player.visit, Scene(services, "甸柳社区", words, "en", helper=helper))
    assert "Mon to Fri" in english.body.notes[0].hint


def test_a_rating_or_a_stop_that_cannot_be_kept_breaks_nothing(alone):
    with Outbox.open(alone) as outbox:
        desk = OutboxDesk(outbox)
    desk.rate("jn-elderly-card", 5, ("clear",), "", date(2026, 11, 24))
    desk.stopped(Halt("jn-elderly-card", "too_young", "civil_affairs"), date(2026, 11, 24))
    with Outbox.open(alone) as outbox:
        assert OutboxDesk(outbox).queue_lights().letters == 0


def test_the_city_gets_the_letters_and_knows_them_by_the_same_numbers(enrolled, intake, now):
    with Outbox.open(enrolled) as outbox:
        desk = OutboxDesk(outbox, Place("370102", "370102-07"))
        moment = now.astimezone()
        numbers = [
            desk.keep_letter(Letter(LetterKind.REPORT, "rate", "broken", words=" 触摸屏不灵 "), moment),
            desk.keep_letter(Letter(LetterKind.ASSISTANCE, "jn-elderly-card", "home_visit", "053188010000"), moment),
            desk.keep_letter(
                Letter(LetterKind.ASSISTANCE, "", "other", "13805317216", "下午", "too_young", "civil_affairs"), moment
            ),
        ]
        desk.stopped(Halt("jn-elderly-card", "too_young", "civil_affairs"), date(2026, 11, 24))
        desk.rate("jn-elderly-card", 5, ("clear",), "字很大", date(2026, 11, 24))
        assert desk.queue_lights().letters == 5
        client = Client(intake.url, None, credentials.load(enrolled))
        assert Agent(outbox, client).drain(20)
        client.close()
    letters = {row["number"]: row for row in json.loads(intake.call("letters", "--json"))}
    assert set(letters) == set(numbers)
    report, visit, other = (letters[number] for number in numbers)
    assert (report["kind"], report["topic"], report["page"], report["words"]) == (
        "report",
        "broken",
        "rate",
        "触摸屏不灵",
    )
    assert (visit["kind"], visit["topic"], visit["service_code"], visit["contact"]) == (
        "assistance",
        "home_visit",
        "jn-elderly-card",
        "053188010000",
    )
    assert other["contact"] == "13805317216\n下午"
    assert (visit["office"], visit["stop"]) == ("hotline", "")
    assert (other["office"], other["stop"], other["area"]) == ("civil_affairs", "too_young", "370102")
    store = open_store(intake.data, "", "")
    assert city_figures.Figures(store.engine).stops(9) == [("jn-elderly-card · too_young", 1)]
    with store.engine.connect() as connection:
        kept = [dict(row) for table in (STOP, RATING) for row in connection.execute(sa.select(table)).mappings()]
    store.close()
    assert {(row["station"], row["day"]) for row in kept} == {("370102-07", "2026-11-24")}
    assert not {"terminal", "made_at"} & {name for row in kept for name in row}


def test_a_picture_arrives_small_enough(enrolled, intake, now, tmp_path):
    buffer = io.BytesIO()
    Image.new("RGB", (3000, 2000), "white").save(buffer, "JPEG")
    with Outbox.open(enrolled) as outbox:
        letter = Letter(LetterKind.REPORT, "home", "place", words="太暗", picture=buffer.getvalue())
        number = OutboxDesk(outbox).keep_letter(letter, now.astimezone())
        client = Client(intake.url, None, credentials.load(enrolled))
        assert Agent(outbox, client).drain(20)
        client.close()
    intake.call("letters", "--pictures", str(tmp_path / "pictures"))
    assert Image.open(io.BytesIO((tmp_path / "pictures" / f"{number}.jpg").read_bytes())).size == (1800, 1200)


def test_letters_have_numbers_that_can_be_read_over_the_telephone():
    number = letter_number("3f0b4f9e-58f1-4a57-9f2c-0a4f3f8f5d11")
    assert len(number) == 12
    assert mod_11_10.is_valid(number)
    assert number != letter_number("3f0b4f9e-58f1-4a57-9f2c-0a4f3f8f5d12")


def test_who_rates_sees_what_others_said_once_there_are_enough(player, scene):
    player.visit = rating_of(player.visit)
    assert present(player.visit, scene).body.figures == ""
    told = replace(scene, outlook=Outlook(figures=Figures(rated=200, good=198, settled=1204)))
    assert "99.0%" in present(player.visit, told).body.figures
    few = replace(scene, outlook=Outlook(figures=Figures(rated=3, good=3, settled=5)))
    assert present(player.visit, few).body.figures == ""
