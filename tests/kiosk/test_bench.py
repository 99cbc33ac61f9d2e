"""The bench's knobs, by name and over HTTP."""

from __future__ import annotations

import json
import urllib.error
import urllib.request

import pytest

from drivers.simulators.receipt_printer import Paper
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.bench_page import BenchPage
from kiosk.rehearsal.knobs import KnobError, knobs, turn

VALUES = {"reader.status": ["41"], "clock": ["2026-12-31T23:59", ""]}
"""What knobs take that are no numbers, by their group."""


@pytest.fixture
def bench():
    with Bench() as made:
        yield made


def test_every_knob_takes_what_it_says_it_takes(bench):
    for knob in knobs(bench):
        if knob.value is None:
            continue
        for value in knob.choices or (VALUES.get(knob.name.rpartition(".")[0], ["3", "0"])):
            turn(bench, knob.name, value)


@pytest.mark.parametrize(
    ("name", "value", "read", "expected"),
    [
        ("printer.paper", "near_end", lambda b: b.printer.paper, Paper.NEAR_END),
        ("printer.cover_open", "true", lambda b: b.printer.cover_open, True),
        ("printer.runs_out_after_mm", "12.5", lambda b: b.printer.runs_out_after_mm, 12.5),
        ("printer.runs_out_after_mm", "", lambda b: b.printer.runs_out_after_mm, None),
        ("camera.blur", "4", lambda b: b.camera.blur, 4),
        ("reader.rests_silent", "true", lambda b: b.reader.rests_silent, True),
    ],
)
def test_a_knob_is_turned(bench, name, value, read, expected):
    turn(bench, name, value)
    assert read(bench) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("printer.colour", "red"),
        ("printer.paper", "torn"),
        ("camera.blur", "much"),
        ("camera.blur", "nan"),
        ("clock.at", "1999-01-01"),
        ("clock.at", "noon"),
        ("reader._lock", "1"),
    ],
)
def test_what_is_no_knob_is_refused_with_what_there_is(bench, name, value):
    with pytest.raises(KnobError):
        turn(bench, name, value)


def test_knobs_over_http(bench):
    with BenchPage(bench) as page:
        request = urllib.request.Request(page.url + "do/knob/printer.overheated/true", method="POST")
        urllib.request.urlopen(request, timeout=5).close()
        assert bench.printer.overheated
        with urllib.request.urlopen(page.url + "state", timeout=5) as answer:
            listed = {knob["name"]: knob["value"] for knob in json.load(answer)["knobs"]}
        assert listed["printer.overheated"] is True
        bad = urllib.request.Request(page.url + "do/knob/printer.paper/torn", method="POST")
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(bad, timeout=5)
        assert caught.value.code == 422
        caught.value.close()
