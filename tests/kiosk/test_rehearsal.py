"""Whole visits in processes of their own."""

from __future__ import annotations

import json
import re
import signal
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from config.scenario import SCENARIOS, Given, read
from kiosk.rehearsal.arrived import given_since
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.rig import Rig

SHIPPED = sorted(file.stem for file in SCENARIOS.glob("*.toml") if file.stem != "first-visit")
"""All but the one that `make run` plays, which has a test of its own."""


@pytest.fixture(scope="module")
def played(tmp_path_factory, kiosk):
    """The scenarios that ship, in one process: its folder and what it said."""
    folder = tmp_path_factory.mktemp("shipped")
    process = kiosk("scenario", "run", *SHIPPED, "--data", str(folder), "--json")
    said, _ = process.communicate()
    return folder, said


@pytest.mark.timeout(60 + 30 * len(SHIPPED))
@pytest.mark.parametrize("name", SHIPPED)
def test_scenarios_that_ship_pass(played, name):
    folder, said = played
    summary = folder / name / "summary.json"
    assert summary.is_file(), said
    assert json.loads(summary.read_text())["acceptance_number"]


def test_of_several_scenarios_the_failed_ones_are_named(tmp_path, kiosk):
    nowhere = tmp_path / "nowhere.toml"
    nowhere.write_text('title = "x"\ntimeout = 1.0\n[[steps]]\npage = "nowhere"')
    process = kiosk("scenario", "run", str(tmp_path / "missing.toml"), str(nowhere), "--data", str(tmp_path / "data"))
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 3
    assert "the page nowhere did not come" in said
    assert "not passed: missing, nowhere" in said


FAILS = """
title = "A <b>failure</b> & its place"
timeout = 1.0
steps = [
  { page = "attract", knobs = { "printer.paper" = "near_end" }, touch = "start" },
  { page = "home", sees = ["no such <words>"] },
]
"""

PASSES = """
title = "Passes"
steps = [{ page = "attract", touch = "start" }, { page = "home", queue = { waiting = 0 }, arrived = 0 }]
"""


def test_a_report_shows_what_was_done_expected_and_seen(tmp_path, kiosk):
    for name, text in (("passes", PASSES), ("fails", FAILS)):
        (tmp_path / f"{name}.toml").write_text(text)
    report = tmp_path / "report"
    files = [str(tmp_path / f"{name}.toml") for name in ("passes", "fails", "missing")]
    process = kiosk("scenario", "run", *files, "--data", str(tmp_path / "data"), "--report", str(report))
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 3
    assert "[1/3] Passes: passed" in said
    suite = ElementTree.parse(report / "junit.xml").getroot()
    assert (suite.get("tests"), suite.get("failures")) == ("3", "2")
    cases = {case.get("name"): case.find("failure") for case in suite}
    assert cases["passes"] is None
    for words in ("step 2", "page waited for: home", "expected: the words no such <words>", "pictures/fails/002.jpg"):
        assert words in cases["fails"].text
    page = (report / "index.html").read_text()
    for words in (
        "2 of 3 did not pass",
        "A &lt;b&gt;failure&lt;/b&gt; &amp; its place",
        '<li class="missed">the words no such &lt;words&gt;</li>',
        '<li class="fault">printer.paper near_end</li>',
        "0 waiting, 0 set aside",
    ):
        assert words in page
    pictures = re.findall(r'src="([^"]+)"', page)
    assert {"pictures/passes/001.jpg", "pictures/passes/002.jpg", "pictures/fails/002.jpg"} <= set(pictures)
    assert all((report / picture).stat().st_size > 3_000 for picture in pictures)


def test_make_runs_summary_is_as_promised(tmp_path, kiosk):
    process = kiosk("demo", "--headless", "--folder", str(tmp_path / "run"))
    said, _ = process.communicate(timeout=110)
    assert process.returncode == 0, said
    summary = json.loads((tmp_path / "run" / "summary.json").read_text())
    names = {"acceptance_number", "service_code", "pages", "receipt_png", "receipt_text", "screens", "seconds"}
    assert names <= set(summary)
    assert summary["service_code"] == "jn-residence-registration"
    assert summary["pages"][0] == summary["pages"][-1] == "attract"
    assert all(Path(screen).stat().st_size > 5_000 for screen in summary["screens"])
    assert summary["acceptance_number"] in summary["receipt_text"].replace(" ", "")


@pytest.mark.parametrize(
    ("content", "code", "named"),
    [
        ('title = "x"', 2, "steps"),
        ('title = "x"\n[[steps]]\npage = "nowhere"', 3, "nowhere"),
        ('title = "x"\n[[steps]]\npage = "attract"\nsees = ["no such words"]', 3, "no such words"),
        ('title = "x"\n[[steps]]\npage = "attract"\ninsert_card = "nobody"', 3, "nobody"),
    ],
)
def test_a_scenario_that_is_not_met_fails_and_says_where(tmp_path, content, code, named, kiosk):
    (tmp_path / "scenario.toml").write_text(content.replace('"x"\n', '"x"\ntimeout = 1.0\n'))
    process = kiosk("scenario", "run", str(tmp_path / "scenario.toml"), "--data", str(tmp_path / "data"))
    said, _ = process.communicate(timeout=60)
    assert process.returncode == code
    assert named in said


@pytest.mark.timeout(60 + 30 * len(SHIPPED))
def test_a_panel_ends_when_the_service_manager_says_so(played, kiosk):
    """Its window refuses to be closed by anybody else."""
    folder, _ = played
    panel = kiosk("run", "--config", str(folder / "stage-1" / "kiosk.toml"))
    end = time.monotonic() + 60
    while not catches(panel.pid, signal.SIGTERM):
        assert panel.poll() is None, panel.stdout.read()
        assert time.monotonic() < end
        time.sleep(0.05)
    panel.send_signal(signal.SIGTERM)
    said, _ = panel.communicate(timeout=60)
    assert panel.returncode == 0, said


def catches(pid, number):
    """Whether a process has a handler for a signal."""
    status = Path(f"/proc/{pid}/status").read_text()
    caught = next(line for line in status.splitlines() if line.startswith("SigCgt"))
    return int(caught.split()[1], 16) >> (number - 1) & 1


@pytest.mark.timeout(60 + 30 * len(SHIPPED))
def test_what_the_city_got_is_told_as_the_scenarios_tell_it(played):
    """So a recorded session says itself what must be there after it."""
    folder, said = played
    stages = sorted(folder.glob("stage-*"))
    told = [given for stage in stages for given in given_since(Rig(stage, Bench()), before=())]
    expected = [given for name in SHIPPED for given in read(SCENARIOS / f"{name}.toml").submissions]
    assert in_any_order(Given.model_validate(given) for given in told) == in_any_order(expected), said


def in_any_order(submissions):
    """As they can be compared: a supplement tells nothing but its papers."""
    told = []
    for given in submissions:
        kept = Given(service_code=given.service_code, papers=given.papers, supplement=True)
        lists = {name: tuple(sorted(getattr(given, name))) for name in ("deferred", "shared")}
        told.append(str(kept if given.supplement else given.model_copy(update=lists)))
    return sorted(told)
