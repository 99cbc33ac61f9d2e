"""What the city takes: known before anything is sealed, asked again when the city found something too large."""

from __future__ import annotations

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from offline_queue import credentials
from offline_queue.client import Client
from offline_queue.errors import OutboxError
from offline_queue.limits import OWN, Limits
from offline_queue.outbox import Attachment, Outbox
from offline_queue.sync import Agent


@pytest.fixture
def narrow(intake):
    """The running intake, started anew with smaller limits."""
    intake.stop()
    intake.start("--part-bytes", "100000", "--media-type", "image/jpeg", "--media-type", "application/pdf")
    return intake


def settle(agent):
    while agent.step() == 0.0:
        pass


def test_the_smaller_of_both_sides_counts_before_anything_is_sealed(enrolled, narrow, form, now):
    assert requests.get(f"{narrow.url}/v1/limits", timeout=20).json()["part_bytes"] == 100000
    with Outbox.open(enrolled) as outbox:
        assert outbox.notes.limits() == OWN
        client = Client(narrow.url, None, credentials.load(enrolled))
        settle(Agent(outbox, client, jitter=lambda low, high: 0.0))
        client.close()
        assert outbox.notes.limits().part_bytes == 100000
        assert outbox.notes.limits().parts == OWN.parts
        with pytest.raises(OutboxError, match="larger than the 100000 bytes"):
            outbox.submit(form, [Attachment("a", "image/jpeg", bytes(99_973))], now=now)
        with pytest.raises(OutboxError, match="image/tiff is not taken, only image/jpeg"):
            outbox.submit(form, [Attachment("a", "image/tiff", b"x")], now=now)
        assert outbox.items() == []
        outbox.submit(form, [Attachment("a", "image/jpeg", bytes(99_972))], now=now)


def test_what_the_city_finds_too_large_has_it_asked_again(enrolled, narrow, form, now):
    with Outbox.open(enrolled) as outbox:
        large = outbox.submit(form, [Attachment("a", "image/jpeg", bytes(200_000))], now=now)
        client = Client(narrow.url, None, credentials.load(enrolled))
        agent = Agent(outbox, client, jitter=lambda low, high: 0.0)
        # asked at the start, before the city changed its mind
        agent._errands._limits.due = float("inf")
        assert agent.drain(20)
        [item] = outbox.items()
        assert (item.id, item.state, item.reason) == (large.id, "quarantined", "too-large")
        settle(agent)
        client.close()
        assert outbox.notes.limits().part_bytes == 100000
    assert narrow.stored() == []


def test_a_manifest_with_another_format_is_refused_for_good(enrolled, narrow, form, now):
    with Outbox.open(enrolled) as outbox:
        outbox.submit(form, [Attachment("a", "image/tiff", b"x")], now=now)
        client = Client(narrow.url, None, credentials.load(enrolled))
        assert Agent(outbox, client, jitter=lambda low, high: 0.0).drain(20)
        client.close()
        assert outbox.items()[0].reason == "invalid"


sizes = st.integers(1, 2**40)


@given(st.builds(Limits, part_bytes=sizes, submission_bytes=sizes, manifest_bytes=sizes, parts=sizes))
def test_a_city_can_only_narrow(city):
    both = OWN.narrowed(city)
    for name in ("part_bytes", "submission_bytes", "manifest_bytes", "parts"):
        assert getattr(both, name) == min(getattr(OWN, name), getattr(city, name))


def test_a_city_may_add_limits_of_its_own():
    assert Limits.model_validate_json(b'{"part_bytes":1,"manifest_bytes":2,"parts":3,"per_day":9}').parts == 3


def test_limits_that_cannot_be_read_are_ours(outbox):
    with outbox.database.writing() as connection:
        connection.execute("INSERT INTO fact VALUES ('limits', '{\"part_bytes\": -1}')")
    assert outbox.notes.limits() == OWN
