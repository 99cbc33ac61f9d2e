"""What screens and agent note for each other, also when something else stands in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offline_queue.notes import LineTrouble
from offline_queue.outbox import Outbox


@pytest.fixture(scope="module")
def notes(tmp_path_factory):
    with Outbox.open(tmp_path_factory.mktemp("queue")) as outbox:
        yield outbox.notes


def test_what_is_wrong_with_the_line_is_told_as_it_was_noted(notes):
    trouble = LineTrouble("portal", "2026-11-24T10:30:00+08:00")
    notes.state_trouble(trouble)
    assert notes.trouble() == trouble
    notes.state_trouble(None)
    assert notes.trouble() is None


@given(
    st.text() | st.sampled_from(["[]", "1", '"line"', "null", "{}", '{"kind": "line"}', '{"kind": null, "since": []}'])
)
def test_whatever_stands_there_staff_still_see_their_lights(notes, text):
    notes.state("trouble", text)
    assert notes.trouble() is None or notes.trouble().kind


def test_news_is_what_was_not_so_before(notes):
    assert notes.is_news("update_noted", "7")
    assert not notes.is_news("update_noted", "7")
    assert notes.is_news("update_noted", "8")
