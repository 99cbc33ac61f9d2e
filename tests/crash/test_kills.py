"""Screens and agent killed at any instant, over and over: nothing lost, nothing twice, no file left behind."""

from __future__ import annotations

import random
import threading
from datetime import UTC, datetime

import pytest

from offline_queue import credentials
from offline_queue.client import Client
from offline_queue.dispatch import Dispatch
from offline_queue.outbox import Attachment, Outbox
from offline_queue.sync import Agent

SCAN = Attachment("scan-1", "image/jpeg", bytes(300_000))


def screens(data):
    """Submit for ever; each id is written once it is promised."""

    def work(write):
        with Outbox.open(data) as outbox:
            for number in range(1_000_000):
                scans = [SCAN] if number % 3 == 0 else []
                write(outbox.submit({"service_code": "x"}, scans, now=datetime.now(UTC)).id)

    return work


def agent(data, url):
    """Send for ever."""

    def work(_):
        with Outbox.open(data) as outbox:
            Agent(outbox, Client(url, None, credentials.load(data)), lambda low, high: 0.0).run(lambda: False)

    return work


@pytest.mark.timeout(1500)
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_whatever_is_killed_every_promise_is_kept_once(enrolled, intake, victim, parts_of, long_run):
    chance = random.Random(370100)
    kills = 2000 if long_run else 200
    promised = []
    sender = victim(agent(enrolled, intake.url))
    pause = threading.Event()
    for _ in range(kills // 2):
        taker = victim(screens(enrolled))
        pause.wait(chance.uniform(0.0, 0.06))
        promised += taker.kill()
        pause.wait(chance.uniform(0.0, 0.06))
        sender.kill()
        sender = victim(agent(enrolled, intake.url))
    sender.kill()
    with Outbox.open(enrolled) as outbox:
        client = Client(intake.url, None, credentials.load(enrolled))
        assert Agent(outbox, client, lambda low, high: 0.0).drain(300)
        client.close()
        Dispatch(outbox).sweep()
        numbers = {item.id: item.acceptance_number for item in outbox.items()}
        rows = outbox.database.rows("SELECT files FROM submission WHERE files NOTNULL")
        named = {name for row in rows for name in row["files"].split()}
    stored = intake.stored()
    # on a busy machine fewer come through between two kills
    assert len(promised) > kills // 10, "the kills came too early to show anything"
    assert set(promised) <= numbers.keys(), "lost"
    assert len({item["id"] for item in stored}) == len(stored), "twice"
    assert len({item["acceptance_number"] for item in stored}) == len(stored)
    assert {item["id"]: item["acceptance_number"] for item in stored} == numbers
    assert parts_of(enrolled) == named, "left behind"
