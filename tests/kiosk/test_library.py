"""The library of faults: every scenario is played over real wires, and no fault of the simulators is left out."""

from __future__ import annotations

import re

import pytest

from config.scenario import SCENARIOS, read
from drivers.simulators.document_camera import Wire
from drivers.simulators.module_logic import Fault
from drivers.simulators.people import CARDS
from drivers.simulators.receipt_printer import Paper
from kiosk.rehearsal.conditions import CONDITIONS
from kiosk.rehearsal.knobs import ALWAYS
from kiosk.rehearsal.line import Mode

FILES = sorted((SCENARIOS / "faults").glob("*.toml"), key=lambda file: (read(file).printer != "generic", file.stem))
"""Those of another printer last: each change of it needs another stage."""
WIRED = [*FILES, *sorted(SCENARIOS.glob("*.toml"))]


@pytest.fixture(scope="module")
def played(tmp_path_factory, kiosk):
    """What was said when all were played, one after the other."""
    process = kiosk("scenario", "run", *map(str, FILES), "--data", str(tmp_path_factory.mktemp("library")))
    said, _ = process.communicate()
    return said


@pytest.mark.timeout(60 + 30 * len(FILES))
@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_a_fault_is_survived(played, file):
    about = [line for line in played.splitlines() if line.startswith(f"{file.stem}: ")]
    assert f"] {read(file).title}: passed in " in played, about or played


def turned(name):
    """Every value to which some scenario turns a knob."""
    steps = [step.knobs for file in WIRED for step in read(file).steps]
    return {knobs[name].removeprefix(ALWAYS) for knobs in steps if name in knobs}


@pytest.mark.parametrize(
    ("knob", "values"),
    [
        ("reader.fault", set(Fault)),
        ("line.mode", set(Mode)),
        ("camera.condition", set(CONDITIONS)),
        ("camera.wire", set(Wire)),
        ("printer.paper", set(Paper)),
    ],
)
def test_no_fault_of_a_simulator_is_left_out(knob, values):
    assert values <= turned(knob)


def test_nothing_that_may_go_wrong_is_left_out():
    """Each device away, each stop of the printer, each card, each process."""
    text = "".join(file.read_text("utf-8") for file in WIRED)
    knobs = ("reader.unplug", "camera.unplug", "printer.unplug", "clock.at", "camera.broken", "printer.silent")
    stops = ("cover_open", "cutter_jam", "overheated", "paper_jam", "broken", "garbage", "presenter")
    for name in (*knobs, *(f"printer.{stop}" for stop in stops)):
        assert f'"{name}"' in text, name
    for said in ('terminal = "kill"', 'agent = "kill"', 'intake = "down"', 'disk = "full"', "chance"):
        assert said in text, said
    assert set(re.findall(r'insert_card = "(\w+)"', text)) >= set(CARDS) - {"child", "oldest"}


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_a_scenario_says_first_what_it_shows_and_expects_an_end(file):
    lines = file.read_text("utf-8").splitlines()
    assert lines[0] == "#:schema ../../schemas/scenario.json"
    assert lines[1].startswith("# ")
    scenario = read(file)
    assert scenario.submissions or any(step.queue or step.arrived is not None for step in scenario.steps)
