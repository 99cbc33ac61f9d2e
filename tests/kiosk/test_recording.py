"""A session at the bench, written down: what is in the file, what is not, and that it plays."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from config import catalogue
from config.scenario import Scenario, read
from kiosk.page import Action, Overlay, Page
from kiosk.pages.present import present
from kiosk.pages.scene import Scene
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.knobs import turn
from kiosk.rehearsal.recorder import Recorder
from kiosk.rehearsal.recording import NotNow, Recording
from kiosk.visit import events as ev
from kiosk.visit.browsing import Searching

VISIT = """
title = "A look round"
[[steps]]
page = "attract"
knobs = { "clock.at" = "2027-03-05T09:30" }
touch = "start"
[[steps]]
page = "home"
touch = "search"
[[steps]]
page = "search"
type = "参保"
[[steps]]
page = "search"
type = "参保缴费证明"
touch = "choose_service"
value = "jn-insurance-proof"
[[steps]]
page = "guide"
knobs = { "line.mode" = "down" }
touch = "forward"
[[steps]]
page = "identify"
insert_card = "other_card"
[[steps]]
page = "identify"
insert_card = "resident"
[[steps]]
page = "field-proof_kind"
touch = "draft"
value = "pension"
[[steps]]
page = "field-proof_kind"
touch = "forward"
[[steps]]
page = "field-from_month"
remove_card = true
day = 2026-03-01
[[steps]]
page = "field-from_month"
touch = "leave"
[[steps]]
touch = "leave_confirmed"
[[steps]]
page = "attract"
"""


def test_what_was_recorded_plays(tmp_path):
    (tmp_path / "visit.toml").write_text(VISIT)
    script = Path(__file__).with_name("record_and_replay.py")
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "visit.toml"), str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    steps = read(tmp_path / "recording.toml").steps
    done_there = [step for step in steps if step.touch or step.insert_card or step.remove_card]
    assert [step.insert_card for step in steps if step.insert_card] == ["other_card", "resident"]
    assert {name: value for step in steps for name, value in step.knobs.items()} == {
        "clock.at": "2027-03-05T09:30",
        "line.mode": "down",
    }
    assert [step.type for step in steps if step.type] == ["参保缴费证明"], "only what was typed in the end"
    assert done_there[-1].touch == "leave_confirmed"
    assert "您好，今天办什么？" in steps[1].sees
    assert steps[-1].page == "attract"


@pytest.fixture
def at():
    """A recorder that sees the page it is told."""

    class Seen:
        page: Page | None = None

    with Bench() as bench:
        recorder = Recorder(bench)
        recorder.watch(lambda: Seen.page)
        yield bench, recorder, Seen


@pytest.fixture
def shown(player, words):
    def after(*events: ev.Event) -> Page:
        return present(player.play(*events).visit, Scene(catalogue.load(), "站", words, "zh"))

    return after


def test_nothing_is_written_down_before_the_start(at, shown):
    bench, recorder, seen = at
    seen.page = shown()
    bench.insert("elder")
    recorder.touched("start", "")
    assert recorder.steps is None
    assert recorder.stop() == [{"page": "attract"}]


def test_a_recording_begins_with_the_bench_as_it_stands(at, shown):
    bench, recorder, seen = at
    seen.page = shown()
    bench.insert("elder")
    bench.lay("lease")
    turn(bench, "camera.condition", "glare")
    turn(bench, "printer.runs_out_after_mm", "40")
    turn(bench, "reader.unplug", "")
    recorder.start()
    first = recorder.stop()[0]
    assert (first["insert_card"], first["lay_paper"]) == ("elder", "lease")
    assert first["knobs"] == {"camera.condition": "glare", "printer.runs_out_after_mm": "40", "reader.unplug": ""}


def test_the_staffs_pin_and_own_pictures_stay_out(at, shown, words):
    bench, recorder, seen = at
    seen.page = shown(ev.Started(None))
    recorder.start()
    recorder.touched("staff", "")
    seen.page = Page("staff-pin", *[None] * 11)
    for digit in "4711":
        recorder.touched("key", digit)
    bench.lay_picture([])
    steps = recorder.stop()
    assert "4711" not in str(steps)
    assert not any("keys" in step or "own_picture" in step for step in steps)
    assert recorder.notes == ["staff", "own-picture"]


def test_typing_joins_and_what_comes_over_the_page_is_waited_for(at, shown, now):
    _, recorder, seen = at
    seen.page = shown(ev.Started(now), ev.Went(Searching()))
    recorder.start()
    recorder.touched("draft", "参")
    recorder.touched("draft", "参保")
    over = Overlay("还在吗？", "", (Action("more_time", "还在"),))
    seen.page = Page(**(vars(seen.page) | {"overlay": over}))
    recorder.touched("more_time", "")
    steps = recorder.stop()
    assert steps[-2]["type"] == "参保"
    assert steps[-1] == {"page": "search", "sees": ["还在吗？"], "touch": "more_time"}


def test_a_recording_waits_for_the_resting_screen(at, shown):
    _, recorder, seen = at
    seen.page = shown(ev.Started(None))
    with pytest.raises(NotNow):
        Recording(recorder).start()


def test_without_a_screen_the_file_says_so_and_can_still_be_read(tmp_path):
    with Bench() as bench:
        recording = Recording(Recorder(bench))
        recording.start()
        turn(bench, "printer.cover_open", "true")
        bench.insert("hmt")
        recording.stop('A "name"\nof two lines \\ and 汉字')
    assert recording.text.startswith("# No screen was watched")
    (tmp_path / "recording.toml").write_text(recording.text)
    scenario = read(tmp_path / "recording.toml")
    assert isinstance(scenario, Scenario)
    assert scenario.title == 'A "name" of two lines \\ and 汉字'
    assert scenario.steps[0].knobs == {"printer.cover_open": "true"}
