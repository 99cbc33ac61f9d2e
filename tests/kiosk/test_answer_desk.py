"""The city's answer while the resident stands there: its number, when the clock began, what an instant service gave."""

from __future__ import annotations

import threading
from datetime import datetime

import pytest

from kiosk import answer_desk
from kiosk.answer_desk import Answer, AnswerDesk
from offline_queue import credentials
from offline_queue.client import Client
from offline_queue.dispatch import Dispatch
from offline_queue.outbox import Outbox
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
def kept(outbox, person, intake):
    intake.call("instant", "jn-x", "--zh", "证明", "--en", "Proof")
    form = {"service_code": "jn-x", "applicant": person.as_json(), "identified_by": "card", "answers": {}}
    return outbox.submit(form, [], now=NOW).id


def send(outbox, connect):
    client = connect()
    assert Agent(outbox, client, jitter=lambda low, high: 0.0).drain(20)
    client.close()


def test_number_acceptance_and_result(outbox, connect, kept, intake):
    desk = AnswerDesk(outbox, connect)
    assert desk.answer(kept, instant=True) is None, "not sent yet"
    send(outbox, connect)
    answer = desk.answer(kept, instant=True)
    assert answer.number == outbox.acceptance_number(kept)
    assert abs(answer.received_at - datetime.now().astimezone()).total_seconds() < 60
    assert (answer.result.zh, answer.result.en) == ("证明", "Proof")
    assert desk.answer(kept, instant=False).result is None, "nobody asks for what takes its time"
    intake.stop()
    assert desk.answer(kept, instant=True).number == answer.number, "the number does not wait for the result"


def test_a_refusal_is_an_answer_too(outbox, connect, kept):
    outgoing = Dispatch(outbox).next_outgoing()
    assert outgoing is not None
    assert AnswerDesk(outbox, connect).answer(kept, instant=False) is None, "on its way"
    Dispatch(outbox).quarantined(outgoing.sequence, "invalid")
    assert AnswerDesk(outbox, connect).answer(kept, instant=False) == Answer("", None, refused=True)


def test_two_ticks_ask_once(outbox, connect, kept, monkeypatch):
    send(outbox, connect)
    go_on, asked = threading.Event(), []

    def slow(client, submission):
        asked.append(submission)
        go_on.wait(10)

    monkeypatch.setattr("offline_queue.asking.ask_result", slow)
    desk = AnswerDesk(outbox, connect)
    first = threading.Thread(target=desk.answer, args=(kept, True))
    first.start()
    while not asked:
        pass
    assert desk.answer(kept, instant=True) is None, "the first will tell"
    go_on.set()
    first.join(10)
    assert len(asked) == 1
    assert desk.answer(kept, instant=True).result is None


def test_an_acknowledgement_that_is_not_kept_any_more_has_its_number_alone(outbox, connect, kept):
    send(outbox, connect)
    with outbox.database.writing() as connection:
        connection.execute("UPDATE delivery SET proof = NULL")
    answer = AnswerDesk(outbox, connect).answer(kept, instant=False)
    assert (answer.received_at, answer.number != "") == (None, True)


def test_a_queue_that_cannot_be_read_answers_nothing(outbox, connect, monkeypatch):
    outbox.close()
    assert AnswerDesk(outbox, connect).answer("x", instant=False) is None
    assert answer_desk.Answer("1", None).result is None
