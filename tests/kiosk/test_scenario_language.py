"""The language of scenarios: mistakes are named with file, line and key; documents are not stale."""

from __future__ import annotations

from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from config import catalogue, schemas
from config.scenario import SCENARIOS, Chance, Scenario, ScenarioError, read
from config.toml_files import model_of
from kiosk.cli import app
from kiosk.rehearsal import vocabulary
from kiosk.rehearsal.checks import nothing_left
from kiosk.rehearsal.failure import ScenarioFailed
from kiosk.rehearsal.player import drawn
from kiosk.rehearsal.proofread import proofread

FILES = sorted(SCENARIOS.rglob("*.toml"))
SERVICES = catalogue.load()
DOCS = Path(__file__).parents[2] / "docs"

WRONG = """title = "x"
held = { nobody = ["photo"] }
[[submissions]]
service_code = "jn-land-recrd"
papers = ["lese"]
answers = { whoes = "own" }
[[steps]]
page = "atract"
touch = "starrt"
[[steps]]
page = "field-phon"
insert_card = "eldr"
lay_paper = "leese"
[[steps]]
knobs = { "line.mod" = "down", "line.mode" = "dwn", "camera.blur" = "much", "clock.at" = "noon" }
[[steps]]
touch = "choose_service"
value = "jn-elderly-crd"
[chance]
seed = 1
probability = 0.5
[[chance.faults]]
turn = { "reader.unplugg" = "" }
back = { "reader.plug" = "" }
"""


def told_of(tmp_path, text):
    file = tmp_path / "wrong.toml"
    file.write_text(text)
    return proofread(file, SERVICES)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (2, "held.nobody: there is no 'nobody'"),
        (4, "submissions.0.service_code: there is no 'jn-land-recrd'; did you mean 'jn-land-record'?"),
        (5, "did you mean 'lease'?"),
        (6, "did you mean 'whose'?"),
        (8, "steps.0.page: there is no 'atract'; did you mean 'attract'?"),
        (9, "did you mean 'start'?"),
        (11, "did you mean 'field-phone'?"),
        (12, "did you mean 'elder'?"),
        (13, "did you mean 'lease'?"),
        (15, "steps.2.knobs.line.mod: there is no 'line.mod'; did you mean 'line.mode'?"),
        (15, "line.mode does not take 'dwn'; it takes: ok, down"),
        (15, "camera.blur does not take 'much': it takes a number"),
        (15, "clock.at does not take 'noon'"),
        (18, "did you mean 'jn-elderly-card'?"),
        (23, "did you mean 'reader.unplug'?"),
    ],
)
def test_a_name_that_does_not_exist_is_told_with_its_line(tmp_path, line, words):
    told = told_of(tmp_path, WRONG)
    assert any(f"wrong.toml:{line}: " in mistake and words in mistake for mistake in told), told


def test_a_key_that_does_not_exist_is_told_with_the_one_that_was_meant(tmp_path):
    (tmp_path / "wrong.toml").write_text('title = "x"\n[[steps]]\npage = "home"\ntuch = "start"\n')
    told = CliRunner().invoke(app, ["scenario", "check", str(tmp_path / "wrong.toml")])
    assert told.exit_code == 2
    assert "wrong.toml:4: steps.0.tuch: is no key here; write touch" in told.stderr


def test_whatever_ships_is_in_order():
    told = CliRunner().invoke(app, ["scenario", "check", *map(str, FILES)])
    assert (told.exit_code, told.stdout.strip()) == (0, f"{len(FILES)} in order"), told.output


def test_the_schema_that_ships_is_not_stale():
    assert (schemas.FOLDER / "scenario.json").read_text("utf-8") == schemas.as_text(vocabulary.schema()), (
        "write it anew: kiosk scenario schema > config/schemas/scenario.json"
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_file_names_its_schema(file):
    first = file.read_text("utf-8").split("\n", 1)[0]
    assert (file.parent / first.removeprefix("#:schema ")).resolve() == (schemas.FOLDER / "scenario.json").resolve()


LINE = st.sampled_from(
    ['title = "x"', "[[steps]]", 'page = "home"', "keys = 7", "steps = [{}]", "timeout = nan", "size = [1]", "[chance]"]
)


@given(st.one_of(st.binary(max_size=200), st.lists(st.one_of(LINE, st.text(max_size=20)), max_size=9).map("\n".join)))
def test_whatever_is_written_is_read_or_refused_in_words(content):
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    try:
        assert model_of(Scenario, raw, Path("any.toml"), ScenarioError).steps
    except ScenarioError as error:
        assert str(error).startswith("any.toml")


def test_the_same_seed_gives_the_same_faults():
    faults = [{"turn": {"line.mode": mode}, "back": {"line.mode": "ok"}} for mode in ("down", "portal")]
    chance = Chance.model_validate({"seed": 7, "probability": 0.4, "faults": faults})

    def all_drawn(seed):
        random = Random(seed)
        return [drawn(chance, random) for _ in range(40)]

    assert all_drawn(7) == all_drawn(7) != all_drawn(8)
    assert 0 < sum(fault is not None for fault in all_drawn(7)) < 40


@pytest.mark.parametrize("content", [b"id 37010219510908002X", "秦淑兰".encode("gb18030"), b"\xff\xd8\xff scan"])
def test_what_a_terminal_leaves_of_a_person_fails_the_scenario(tmp_path, content):
    kept = tmp_path / "terminal" / "log"
    kept.parent.mkdir()
    stage = SimpleNamespace(folder=tmp_path, written=lambda: [kept])
    scenario = read(SCENARIOS / "offline.toml")
    kept.write_bytes(b"nothing of anybody")
    nothing_left(stage, scenario)
    kept.write_bytes(content)
    with pytest.raises(ScenarioFailed, match="something personal lies in terminal/log"):
        nothing_left(stage, scenario)
