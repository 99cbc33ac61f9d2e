"""A soak in small: the real shell, queue, agent and city, 300 visits; and that its proofs can fail."""

from __future__ import annotations

import json
import random
from datetime import date

import pytest
from typer.testing import CliRunner

from kiosk.commands.scenario import app
from kiosk.rehearsal.soak import memory, proofs
from kiosk.rehearsal.soak.plan import planned
from kiosk.rehearsal.soak.run import MAY_GROW

MATTERS = ("jn-elderly-card", "jn-package-retiring")


def plans(seed):
    return list(planned(seed, 400, MATTERS, ("zh", "en"), date(2026, 11, 25)))


@pytest.mark.timeout(480)
def test_three_hundred_visits_lose_nothing_and_leave_nothing(tmp_path):
    folders = ("--data", str(tmp_path / "data"), "--report", str(tmp_path / "report"))
    done = CliRunner().invoke(app, ["soak", "--visits", "300", "--seed", "42", *folders, "--json"])
    assert done.exit_code == 0, done.output
    told = json.loads((tmp_path / "report" / "soak.json").read_text())
    assert told == json.loads(done.stdout)
    assert (told["visits"], told["over_wires"], told["wrong"]) == (300, 3, [])
    assert told["submissions"] > 30
    assert told["endings"]["finished"] > 30
    assert told["endings"]["left"] > 0
    assert {"agent_killed", "intake_restarted", "screens_killed", "screens_killed_sealing"} <= told["faults"].keys()
    assert told["refused_by_full_disk"] > 0
    assert told["memory_mb"]["screens"]["least"] > 50


def test_a_seed_plans_the_same_visits_always():
    assert plans(3) == plans(3)
    assert plans(3) != plans(4)


def test_everybody_can_be_looked_for_and_nobody_is_somebody():
    for plan in plans(5):
        assert len(set(plan.personal)) >= 6
        assert plan.person.id_number.startswith("3701")
        assert plan.person.name not in repr(plan)


def ledger_of(kept, told=(), cut=()):
    ledger = proofs.Ledger()
    for number, (submission, said) in enumerate(kept.items()):
        ledger.begun(number, [said])
        ledger.ended(number, [submission])
    ledger.told.update(told)
    for number, together in enumerate(cut):
        ledger.begun(number, together)
    ledger.killed()
    return ledger


@pytest.mark.parametrize(
    ("city", "wrong"),
    [
        ([("a", "1"), ("b", "2")], []),
        ([("a", "1")], ["lost: b"]),
        ([("a", "1"), ("b", "2"), ("c", "3")], ["not ours: c"]),
        ([("a", "1"), ("b", "9")], ["other content: b"]),
        ([("a", "1"), ("b", "2"), ("b", "2")], ["twice: b"]),
        ([("a", "1"), ("b", "2"), ("c", "2")], ["not ours: c", "twice: b", "twice: c"]),
    ],
)
def test_what_the_city_holds_too_little_or_too_much_is_told(city, wrong):
    assert proofs.compared(ledger_of({"a": "1", "b": "2"}, ["a"]), city) == wrong


def test_what_was_told_and_never_kept_is_told():
    assert proofs.compared(ledger_of({}, ["a"]), []) == ["told but never kept: a"]


def test_what_the_desk_refused_may_not_arrive():
    ledger = proofs.Ledger()
    ledger.begun(0, ["1"])
    ledger.ended(0, [])
    ledger.killed()
    assert proofs.compared(ledger, []) == []
    assert proofs.compared(ledger, [("a", "1")]) == ["not ours: a"]


@pytest.mark.parametrize(
    ("city", "wrong"),
    [
        ([], []),
        ([("a", "1"), ("b", "2")], []),
        ([("a", "1")], ["1 of 2 kept"]),
        ([("a", "1"), ("b", "2"), ("c", "2")], ["twice: b", "twice: c"]),
    ],
)
def test_of_what_a_kill_cut_off_all_arrives_or_nothing(city, wrong):
    assert proofs.compared(ledger_of({}, cut=[["1", "2"]]), city) == wrong


def test_a_leak_of_two_kilobytes_a_visit_shows_through_jumps_and_a_long_run_without_one_is_flat():
    kilobyte, rng = 1 / 1024, random.Random(5)
    flat = [170 + rng.choice((0, 0, 0, 4)) + rng.random() for _ in range(50)]
    leaking = [megabytes + 2 * kilobyte * 100 * number for number, megabytes in enumerate(flat)]
    assert memory.growth(flat) < MAY_GROW / 5
    assert memory.growth(leaking) > MAY_GROW


@pytest.mark.parametrize("codec", proofs.CODECS)
def test_a_planted_name_is_found_wherever_it_lies(tmp_path, codec, monkeypatch):
    monkeypatch.setattr(proofs, "PIECE", 64)
    (tmp_path / "clean").write_bytes(b"\0" * 500)
    assert proofs.found_in([tmp_path], ["欧阳泉荷"]) == []
    planted = tmp_path / "deep" / "er"
    planted.mkdir(parents=True)
    # across the border of two pieces
    (planted / "log").write_bytes(b"x" * 60 + "欧阳泉荷".encode(codec) + b"x" * 60)
    assert proofs.found_in([tmp_path], ["13800001111", "欧阳泉荷"]) == [str(planted / "log")]


def test_a_planted_name_of_a_file_is_found(tmp_path):
    (tmp_path / "13800001111.pdf").write_bytes(b"")
    assert proofs.found_in([tmp_path], ["13800001111"]) == [str(tmp_path / "13800001111.pdf")]


def test_a_traceback_is_found_and_not_repeated(tmp_path):
    log = tmp_path / "sync.log"
    log.write_text("started\nTraceback (most recent call last):\nValueError: 欧阳泉荷\n")
    assert proofs.complaints([log]) == ["sync.log:2", "sync.log:3"]
