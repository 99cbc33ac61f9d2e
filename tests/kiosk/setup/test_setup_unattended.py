"""The first start from a file of answers: mistakes named, secrets erased, cut off anywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from config.settings import load
from kiosk.audit.ledger import files_of
from kiosk.cli import app
from kiosk.setup import answers_file, unattended
from kiosk.setup.deeds import standing
from kiosk.setup.draft_file import noted
from kiosk.setup.going import begin
from kiosk.setup.steps import Draft, Pending
from kiosk.setup.wanted import DRAFT, wanted
from kiosk.staff.pin import StaffPin, is_set
from kiosk.visit.staff.steps import PinVerdict
from offline_queue import files

PIN = "193746"
EXAMPLE = Path(__file__).parents[3] / "installer" / "answers.toml"


@pytest.fixture
def answers(tmp_path, office):
    """The shipped example, filled in for the running intake."""
    file = tmp_path / "answers.toml"
    text = EXAMPLE.read_text("utf-8").replace("https://intake.city.example", office.url)
    text = text.replace("0000-0000-0000-0000", office.call("enrol-code").strip())
    text = text.replace("find = true", "find = false").replace("# phone", "code = 'dl-1'\nphone")
    file.write_text(f'data_dir = "{tmp_path / "data"}"\n{text}', "utf-8")
    return file


def test_a_file_of_answers_sets_a_terminal_up_and_its_secrets_are_gone(run_kiosk, tmp_path, office, answers):
    config = tmp_path / "etc" / "kiosk.toml"
    code = answers_file.read(answers).enrolment.code
    config.parent.mkdir()
    (config.parent / "ca.pem").write_text("of a city that speaks TLS")
    done = run_kiosk("setup", "--answers", str(answers), "--config", str(config))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["enrolled", "PIN set", f"configuration: {config}"]
    kept = load(config)
    assert (kept.station.name, kept.station.phone) == ("甸柳社区便民服务站", "0531-00000000")
    assert (kept.intake.url, kept.intake.ca_file) == (office.url, config.parent / "ca.pem")
    assert StaffPin(tmp_path / "data").check(PIN)[0] is PinVerdict.OPEN
    assert [row["station"] for row in json.loads(office.call("terminals", "--json"))][-1] == "甸柳社区便民服务站"
    left = answers.read_text("utf-8")
    assert 'code = ""' in left
    assert 'pin = ""' in left
    assert "code = 'dl-1'" in left, "a station's code is no secret"
    for path in (path for path in tmp_path.rglob("*") if path.is_file()):
        assert code.encode() not in path.read_bytes(), path
    assert files_of(tmp_path / "data" / "audit")
    assert not wanted(tmp_path / "data")
    again = run_kiosk("setup", "--answers", str(answers), "--config", str(config))
    assert (again.returncode, "--again" in again.stderr) == (4, True)


def test_the_shipped_example_is_whole(tmp_path):
    given = ["setup", "--answers", str(EXAMPLE), "--config", str(tmp_path / "none.toml"), "--check"]
    done = CliRunner().invoke(app, given)
    assert (done.exit_code, done.stdout.strip()) == (0, "the answers are whole"), done.output


MISTAKES = {
    ('name = "甸柳社区便民服务站"', 'name = ""'): "station.name",
    ('area = "370102"', "area = 370102"): "station.area",
    ('area = "370102"', 'area = "37010"'): "station.area",
    ('area = "370102"', 'place = "370102"'): "station.place",
    ('url = "https://', 'url = "http://'): "intake.url",
    ('pin = "193746"', 'pin = "111111"'): "staff.pin",
    ('pin = "193746"', "pin = 193746"): "staff.pin",
    ('code = "0000', 'code = "0 '): "enrolment.code",
    ("find = true", "find = 3"): "devices.find",
    ("# driver =", "[devices.receipt_printer]\nport = 1\n#"): "devices.receipt_printer.driver",
    ("[staff]", "[staff"): "not TOML",
}


@pytest.mark.parametrize(("old", "new"), MISTAKES)
def test_every_mistake_is_named_by_its_key_and_nothing_is_done(tmp_path, old, new):
    file, config = tmp_path / "answers.toml", tmp_path / "kiosk.toml"
    text = EXAMPLE.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(answers_file.SettingsError) as caught:
        answers_file.read(file)
    said = str(caught.value)
    assert MISTAKES[old, new] in said
    assert str(file) in said
    for secret in ("193746", "111111", "0000"):
        assert secret not in said.replace("0000000", "")
    assert not config.exists()


WORDS = [
    *(
        "[station]",
        "[enrolment]",
        "[staff]",
        "[devices.x]",
        "name = ",
        "area = ",
        "code = ",
        "pin = ",
        "url = ",
        "find = ",
    ),
    *('"a"', '"370102"', '"193746"', "true", "-1", "[[]]", "{}", "\n", "=", "'", "\x00", "市"),
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.one_of(st.binary(max_size=80), st.lists(st.sampled_from(WORDS), max_size=30).map(lambda w: " ".join(w).encode()))
)
def test_hostile_files_are_answers_or_named_errors(tmp_path, raw):
    file = tmp_path / "answers.toml"
    file.write_bytes(raw)
    try:
        found = answers_file.read(file)
    except answers_file.SettingsError as error:
        assert str(file) in str(error)
        assert "193746" not in str(error)
    else:
        assert answers_file.erase(file, found) or found.staff.pin
    # a note that is no note begins at the beginning
    (tmp_path / DRAFT).write_bytes(raw)
    assert noted(tmp_path) is None


def test_what_the_file_does_not_give_is_asked_for_by_key(tmp_path, deeds):
    file = tmp_path / "answers.toml"
    file.write_text('[station]\nname = "a"\narea = "370102"\n[intake]\nurl = "https://a.example"\n')
    answered = answers_file.read(file)
    made = deeds(tmp_path / "data", tmp_path / "kiosk.toml")
    with pytest.raises(answers_file.SettingsError) as caught:
        [*unattended.set_up(answered, made)]
    assert [line.partition(":")[0] for line in str(caught.value).splitlines()] == ["enrolment.code", "staff.pin"]
    assert not (tmp_path / "data").exists()


class PowerCut(BaseException):
    """Nothing after it happens."""


def test_the_power_may_fail_behind_any_write_and_the_same_file_ends_it(tmp_path, office, monkeypatch, deeds):
    """Each round is cut one write later than the round before; the code is good once."""
    write = files.write_all_durably
    file = tmp_path / "answers.toml"
    for cut in range(1, 20):
        data, config = tmp_path / f"data{cut}", tmp_path / f"{cut}.toml"
        file.write_text(
            f'[station]\nname = "站"\narea = "370102"\n[intake]\nurl = "{office.url}"\n'
            f'[enrolment]\ncode = "{office.call("enrol-code").strip()}"\n'
            f'[staff]\npin = "{PIN}"\n[devices]\nfind = false\n'
        )
        writes = []

        def cutting(folder, contents, mode=0o600, writes=writes, cut=cut):
            if len(writes) == cut:
                raise PowerCut
            write(folder, contents, mode)
            writes.append(contents)

        monkeypatch.setattr(files, "write_all_durably", cutting)
        answered = answers_file.read(file)
        try:
            [*unattended.set_up(answered, deeds(data, config, office.url))]
        except PowerCut:
            assert wanted(data), "half a terminal does not begin to serve"
        else:
            assert cut >= 5, "note, key, city, PIN, configuration"
            return
        finally:
            monkeypatch.setattr(files, "write_all_durably", write)
        [*unattended.set_up(answered, deeds(data, config, office.url))]
        assert load(config).station.name == "站"
        assert not wanted(data)
        assert is_set(data)
    pytest.fail("it never came to an end")


def test_without_a_code_the_terminal_waits_for_it_behind_its_pin(tmp_path, deeds):
    file = tmp_path / "answers.toml"
    text = EXAMPLE.read_text("utf-8").replace('code = "0000-0000-0000-0000"', "later = true")
    file.write_text(text.replace("find = true", "find = false"), "utf-8")
    made = deeds(tmp_path / "data", tmp_path / "kiosk.toml")
    told = [*unattended.set_up(answers_file.read(file), made)]
    assert told == ["PIN set", f"configuration: {made.file}"]
    assert wanted(tmp_path / "data")
    there = load(made.file).model_copy(update={"data_dir": made.data_dir})
    setup, effects = begin(*standing(there, made.file))
    assert (setup.step, effects) == (Pending(), ())
    assert setup.draft == Draft("甸柳社区便民服务站", "370102", "https://intake.city.example")
