"""Cases as the visit gets them: from a real city, and from this terminal's queue while the line is down."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kiosk import case_jobs
from kiosk.case_desk import CityDesk
from kiosk.desk import OutboxDesk
from kiosk.visit import case_events as ce
from kiosk.visit.cases import Case, CaseState
from offline_queue import credentials
from offline_queue.client import Client
from offline_queue.dispatch import Dispatch
from offline_queue.numbers import offline_number
from offline_queue.outbox import Attachment, Outbox, OutboxError
from offline_queue.sync import Agent

NOW = datetime(2026, 11, 24, 10, 30).astimezone()


@pytest.fixture
def outbox(enrolled):
    with Outbox.open(enrolled) as opened:
        yield opened


@pytest.fixture
def connect(enrolled, intake):
    return lambda: Client(intake.url, None, credentials.load(enrolled))


@pytest.fixture
def desk(outbox, connect):
    return CityDesk(outbox, connect)


@pytest.fixture
def form(person):
    return {
        "service_code": "jn-elderly-card",
        "applicant": person.as_json(),
        "answers": {},
        "deferred": {"photo": "2026-11-29"},
    }


@pytest.fixture
def send(outbox, connect):
    def sent():
        client = connect()
        assert Agent(outbox, client, jitter=lambda low, high: 0.0).drain(20)
        client.close()

    return sent


def test_the_city_tells_by_card_and_by_number(desk, outbox, form, send, person, young, intake):
    submitted = outbox.submit(form, [], now=NOW)
    send()
    number = outbox.acceptance_number(submitted.id)
    intake.call("move", number, "--state", "accepted", "--zh", "在办", "--en", "Under way")
    added = {"service_code": "jn-elderly-card", "answers": {}, "supplement_of": submitted.offline_number}
    [before] = desk.told(None, number)
    assert [(paper.material, paper.until) for paper in before.open] == [("photo", date(2026, 11, 29))]
    outbox.submit(added, [Attachment("photo", "image/jpeg", b"\xff\xd8")], now=NOW)
    send()
    [case] = desk.told(person, "")
    assert (case.number, case.service_code, case.state) == (number, "jn-elderly-card", CaseState.ACCEPTED)
    assert [(moment.state, moment.zh) for moment in case.moments] == [(CaseState.ACCEPTED, "在办")]
    assert case.open == ()
    assert [papers.materials for papers in case.added] == [("photo",)]
    assert desk.told(None, submitted.offline_number) == (case,)
    assert desk.told(young, "") == ()
    assert desk.told(None, offline_number("0009", NOW.date(), 1)) == ()


def test_the_terminal_tells_what_waits_what_is_sent_and_what_it_heard(desk, outbox, form, send, connect, intake):
    submitted = outbox.submit(form, [], now=NOW)
    [kept] = desk.held(submitted.offline_number)
    assert (kept.state, kept.received, kept.service_code) == (CaseState.KEPT, NOW, "jn-elderly-card")
    send()
    number = outbox.acceptance_number(submitted.id)
    [received] = desk.held(submitted.offline_number)
    assert (received.state, received.number) == (CaseState.RECEIVED, number)
    intake.call("move", number, "--state", "done", "--zh", "请领证", "--en", "Collect it")
    client = connect()
    outbox.notes.take_news(client.news(0))
    client.close()
    [done] = desk.held(number)
    assert (done.state, done.moments[0].en) == (CaseState.DONE, "Collect it")
    assert desk.held(offline_number("0009", NOW.date(), 1)) == ()


def test_what_the_city_refused_is_told_as_refused_and_takes_no_papers(desk, outbox, form):
    submitted = outbox.submit(form, [], now=NOW)
    outgoing = Dispatch(outbox).next_outgoing()
    assert outgoing is not None
    Dispatch(outbox).quarantined(outgoing.sequence, "invalid")
    [aside] = desk.held(submitted.offline_number)
    assert (aside.state, aside.may_be_added_to) == (CaseState.ASIDE, False)


def test_a_proof_and_the_promised_day_come_with_a_persons_own_cases(desk, outbox, form, send, person, intake):
    intake.call("instant", "jn-elderly-card", "--zh", "优待证", "--en", "Senior card")
    outbox.submit({**form, "identified_by": "card", "deferred": {}}, [], now=NOW)
    send()
    [case] = desk.told(person, "")
    assert (case.state, case.result.zh, case.result.en) == (CaseState.DONE, "优待证", "Senior card")
    assert case.result.url.startswith(f"{intake.url}/v/")
    assert case.promised == case.received.date()
    [by_number] = desk.told(None, case.number)
    assert (by_number.result, by_number.promised) == (None, case.promised)


def test_a_city_that_does_not_answer_is_none_and_no_trouble(desk, person, intake):
    intake.stop()
    assert desk.told(person, "") is None
    assert desk.told(None, "37010226112400013") is None


def test_a_terminal_whose_keys_cannot_be_read_tells_nothing_and_lives(outbox, person):
    def broken():
        raise OutboxError("not enrolled")

    assert CityDesk(outbox, broken).told(person, "") is None


def test_a_slip_of_a_package_is_asked_for_number_by_number():
    class Desk:
        def held(self, number):
            return (Case(number, CaseState.KEPT),) if number == "1" else ()

        def told(self, person, number):
            return {"1": (), "2": (Case("2", CaseState.DONE),), "3": (), "4": None}[number]

    def asked(numbers):
        said = []
        case_jobs.ask(Desk(), None, numbers, said.append)
        return said

    held, told = asked("1 2 3")
    states = [[case.state for case in event.cases] for event in (held, told)]
    assert states == [
        [CaseState.KEPT, CaseState.UNHEARD, CaseState.UNHEARD],
        [CaseState.KEPT, CaseState.DONE, CaseState.UNFOUND],
    ]
    assert held.asked == told.asked == "1 2 3"
    assert asked("2 4")[-1] == ce.CasesUnreached("2 4")


def test_the_forms_of_a_package_are_kept_together(outbox, form):
    kept = OutboxDesk(outbox).submit_all([(form, ()), ({**form, "service_code": "jn-other"}, ())], NOW)
    assert [(item.id, item.offline_number) for item in outbox.items()] == list(kept)
