"""Whenever the power goes, one whole version is left."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from datetime import datetime

import pytest

from kiosk.updates import apply as applying
from kiosk.updates import record, undo
from kiosk.updates.apply import Came
from kiosk.updates.machine import Machine
from offline_queue.database import FILE, VERSION
from offline_queue.errors import OutboxError
from offline_queue.health import UpdateState
from tests.kiosk.updates.stand import NEW_FAULT


@pytest.fixture
def migrated(stand):
    """The queue as a version of a later schema makes it."""
    copy = stand.folder / "migrates-1.1"
    with closing(sqlite3.connect(stand.data / FILE)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute(f"PRAGMA user_version = {VERSION + 1}")
    return copy


def test_a_queue_that_was_migrated_keeps_the_new_version_even_when_it_is_not_well(stand, migrated):
    stand.says("doctor-1.1", NEW_FAULT)
    assert stand.apply() is Came.STUCK
    assert stand.installed == "1.1"
    assert [call for call in stand.calls if call.startswith("dpkg")] == ["dpkg 1.1 1"]
    assert record.told(stand.settings.state_dir)[0].state is UpdateState.STUCK
    with pytest.raises(OutboxError, match="newer program"):
        stand.waiting()
    with closing(sqlite3.connect(stand.data / FILE)) as queue:
        assert queue.execute("SELECT count(*) FROM standing WHERE state = 'sealed'").fetchone() == (2,)


def test_a_power_cut_after_the_migration_goes_on_with_the_new_version(stand, migrated, monkeypatch):
    monkeypatch.setattr(Machine, "goes_on", lambda _: pull_the_plug())
    with pytest.raises(PowerCut):
        stand.apply()
    monkeypatch.undo()
    monkeypatch.setenv("PATH", f"{stand.folder.parent / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setenv("STAND", str(stand.folder))
    monkeypatch.setenv("QUEUE", str(stand.data / FILE))
    stand.boot()
    assert stand.installed == "1.1"
    assert stand.apply(datetime(2026, 11, 25, 10, 0)) is Came.INSTALLED


class PowerCut(BaseException):
    """The machine is off."""


def pull_the_plug():
    raise PowerCut


class Power:
    """Goes out at the n-th of the moments before, in and after each thing that an update does to the machine."""

    def __init__(self, stand, monkeypatch, cut_at):
        self._stand, self._left = stand, cut_at
        self.was_cut = False
        for owner, name in (
            *((Machine, name) for name in ("install", "stop", "start", "goes_on", "version", "faults")),
            (applying, "copied"),
            (record, "write"),
            (undo, "install"),
            (undo, "conclude"),
        ):
            monkeypatch.setattr(owner, name, self._watched(name, getattr(owner, name)))

    def _watched(self, name, work):
        def watched(*arguments):
            self._moment()
            if name == "install" and self._left == 1:
                self._stand.says("installed", "half of two")
                self._moment()
            done = work(*arguments)
            self._moment()
            return done

        return watched

    def _moment(self):
        self._left -= 1
        if self._left == 0:
            self.was_cut = True
            raise PowerCut


@pytest.mark.parametrize("good", [True, False], ids=["good", "bad"])
def test_a_power_cut_at_any_moment_ends_in_one_whole_version(stand, monkeypatch, good):
    if not good:
        stand.says("doctor-1.1", NEW_FAULT)
    fresh = stand.folder.parent / "fresh"
    shutil.copytree(stand.folder, fresh)
    # what a flush is worth, exceptions cannot tell
    monkeypatch.setattr(os, "fsync", lambda _: None)
    cut_at, ends = 0, set()
    while True:
        cut_at += 1
        shutil.rmtree(stand.settings.state_dir, ignore_errors=True)
        shutil.copytree(fresh, stand.folder, dirs_exist_ok=True)
        with monkeypatch.context() as patch:
            stand.quick(patch)
            power = Power(stand, patch, cut_at)
            with suppress(PowerCut):
                stand.apply()
        if not power.was_cut:
            break
        stand.boot()
        assert stand.installed in ("1.0", "1.1"), f"half a program after moment {cut_at}"
        with monkeypatch.context() as patch:
            stand.quick(patch)
            # the cut run, if it can go on, and if it was taken back another
            came = [stand.apply(), stand.apply()]
        assert came[-1] in (Came.NOTHING, Came.FAILED_BEFORE), "nothing is left to be done"
        state, trial = record.last(stand.settings.state_dir)
        ends.add((stand.installed, state, trial.why))
        assert not (stand.settings.state_dir / undo.TRIAL).exists()
    assert cut_at > 15
    assert ends == ({("1.1", UpdateState.INSTALLED, "")} if good else {("1.0", UpdateState.UNDONE, "doctor")})
    assert stand.waiting() == 2


def test_what_takes_it_back_needs_nothing_of_the_program(stand, monkeypatch, tmp_path):
    monkeypatch.setattr(Machine, "version", lambda _: pull_the_plug())
    with pytest.raises(PowerCut):
        stand.apply()
    for _ in range(2):
        command = [sys.executable, "-I", "-S", stand.settings.state_dir / undo.COPY]
        subprocess.run(command, timeout=60, check=True, cwd=tmp_path)
        assert stand.installed == "1.0"
    assert [call for call in stand.calls if call.startswith("dpkg")] == ["dpkg 1.1 1", "dpkg 1.0 1"]


def test_an_update_that_the_power_interrupts_every_night_is_given_up(stand, monkeypatch):
    monkeypatch.setattr(Machine, "start", lambda _: pull_the_plug())
    for _ in range(record.MOST_TRIES):
        with pytest.raises(PowerCut):
            stand.apply()
        stand.boot()
        assert stand.installed == "1.0"
    assert stand.apply() is Came.FAILED_BEFORE
    assert record.told(stand.settings.state_dir)[0].state is UpdateState.UNDONE
