"""Every way of every service and package, played on the visit alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from config import catalogue
from config.scenario import SCENARIOS, read
from kiosk.cli import app
from kiosk.rehearsal.dry import DryRun
from kiosk.rehearsal.failure import ScenarioFailed

FILES = sorted((SCENARIOS / "services").glob("*.toml"))
CATALOGUE = catalogue.load()


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_a_way_of_a_service(file, words):
    assert DryRun(read(file), CATALOGUE, words).play()


def test_every_service_and_package_has_its_scenarios():
    """One that is handed in, and one that goes another way: a stop, a paper that follows, a line that is down."""
    played = [read(file) for file in FILES]
    handed_in = [given.service_code for scenario in played for given in scenario.submissions]
    chosen = [
        step.value
        for scenario in played
        for step in scenario.steps
        if step.touch in ("choose_service", "choose_package")
    ]
    for service in CATALOGUE:
        assert service.code in handed_in
        assert chosen.count(service.code) >= 2 or service.code == "jn-residence-registration", service.code
    assert all(chosen.count(package.code) >= 3 for package in CATALOGUE.packages)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('phone = "13805317216"', 'phone = "13805317217"'), "answers are"),
        (('shared = ["photo"]', "shared = []"), "shared are"),
        (('value = "plastic"', 'value = "golden"'), "nothing to touch: draft golden"),
        (('slip = ["老年人优待证"', 'slip = ["不在上面"'), "the slip does not say: 不在上面"),
        (('page = "review"', 'page = "nowhere"'), "the page nowhere did not come"),
    ],
)
def test_what_is_not_met_is_said(tmp_path, words, change, said):
    text = (SCENARIOS / "services" / "elderly-card-happy.toml").read_text()
    assert change[0] in text
    (tmp_path / "scenario.toml").write_text(text.replace(*change))
    with pytest.raises(ScenarioFailed, match=said):
        DryRun(read(tmp_path / "scenario.toml"), CATALOGUE, words).play()


def test_from_the_command_line(tmp_path):
    told = CliRunner().invoke(app, ["scenario", "run", "--dry", "elderly-card-happy", "land-record-spouse"])
    assert (told.exit_code, len(told.stdout.splitlines())) == (0, 2)
    told = CliRunner().invoke(app, ["scenario", "run", "--dry", "offline", str(tmp_path / "nothing.toml")])
    assert told.exit_code == 3
    assert "play it without --dry" in told.stderr
    assert "not passed: offline, nothing" in told.stderr
    library = Path("tests/config/library")
    told = CliRunner().invoke(app, ["scenario", "run", "--dry", "elderly-card-happy", "--catalogue", str(library)])
    assert told.exit_code == 3, "it is none of this catalogue"
