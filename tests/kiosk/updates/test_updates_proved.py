"""A version is installed when nobody is there, proved, and kept or taken back."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, time

import pytest

from config.settings import Settings, UpdateSettings
from kiosk import starts
from kiosk.audit import AuditEvent
from kiosk.terminal import Terminal
from kiosk.updates import machine, record, telling
from kiosk.updates.apply import Came
from kiosk.updates.machine import Machine
from kiosk.updates.record import Why
from kiosk.updates.visitors import Presence, nobody_here
from offline_queue.health import UpdateState
from offline_queue.outbox import Outbox
from offline_queue.release_shelf import NEWEST
from tests.kiosk.test_catalogue_in_use import Glass
from tests.kiosk.updates.stand import NEW_FAULT
from ui.application import make_application


def test_a_new_version_is_installed_proved_and_kept(stand):
    assert stand.apply() is Came.INSTALLED
    assert stand.installed == "1.1"
    assert stand.calls == [
        "systemctl stop 1.0",
        "dpkg 1.1 1",
        "systemctl daemon-reload 1.1",
        "systemctl start 1.1",
        "systemctl show 1.1",
        "systemctl is-active 1.1",
        "systemctl show 1.1",
    ]
    assert stand.waiting() == 2
    state, trial = record.last(stand.settings.state_dir)
    assert (state, trial.version, trial.why) == (UpdateState.INSTALLED, "1.1", Why.INTERRUPTED)
    assert [path.name for path in stand.settings.state_dir.glob("*.deb")] == [f"{trial.digest}.deb"]
    assert stand.apply() is Came.NOTHING


TROUBLES = {
    "dpkg": Why.DPKG,
    "program": Why.PROGRAM,
    "not_started": Why.NOT_STARTED,
    "ended": Why.ENDED,
    "doctor": Why.DOCTOR,
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_version_that_is_not_well_is_taken_back_told_and_not_tried_again(stand, trouble):
    stand.says("doctor-1.0", '[{"check": "disk", "verdict": "bad"}]')
    stand.says(f"{trouble}-1.1", NEW_FAULT)
    starts.begun(stand.data)
    assert stand.apply() is Came.UNDONE
    assert starts.recent(stand.data) == 0, "the version before does not stay closed for crashes of the new one"
    assert stand.installed == "1.0"
    assert stand.calls[-2:] == ["systemctl daemon-reload 1.0", "systemctl start 1.0"]
    assert stand.waiting() == 2, "the version before finds all that was handed in"
    standing, _ = record.told(stand.settings.state_dir)
    assert (standing.version, standing.state, standing.why) == ("1.1", UpdateState.UNDONE, TROUBLES[trouble])
    before = stand.calls
    assert stand.apply() is Came.FAILED_BEFORE
    assert stand.calls == before
    newer = stand.offer(NEWEST, "1.2")
    assert stand.apply() is Came.INSTALLED
    assert [path.name for path in stand.settings.state_dir.glob("*.deb")] == [newer.name], (
        "nothing of the bad one stays"
    )
    assert record.last(stand.settings.state_dir)[1].number == 2


def test_what_failed_before_the_update_is_not_its_fault(stand):
    for version in ("1.0", "1.1"):
        stand.says(f"doctor-{version}", '[{"check": "receipt_printer", "verdict": "bad"}]')
    assert stand.apply() is Came.INSTALLED


def test_a_line_that_is_down_that_night_is_tried_again_another(stand):
    stand.says("doctor-1.1", '[{"check": "intake", "verdict": "bad"}]')
    for tries in range(1, record.MOST_TRIES + 1):
        assert stand.apply() is Came.UNDONE
        assert record.last(stand.settings.state_dir)[1].tries == tries
    assert stand.apply() is Came.FAILED_BEFORE
    standing, _ = record.told(stand.settings.state_dir)
    assert (standing.state, standing.why) == (UpdateState.UNDONE, "line")


def test_a_fault_that_passes_is_none(stand):
    stand.says("doctor-1.1", NEW_FAULT)
    stand.says("mends-itself-1.1")
    assert stand.apply() is Came.INSTALLED


def test_another_tool_that_installs_packages_is_waited_for(stand, monkeypatch):
    lock = stand.folder / "lock-frontend"
    lock.touch()
    monkeypatch.setattr(machine, "FRONTEND_LOCK", lock)
    holds = "import fcntl, sys; f = open(sys.argv[1], 'r+b'); fcntl.lockf(f, fcntl.LOCK_EX); print(flush=True); input()"
    other = subprocess.Popen(
        [sys.executable, "-c", holds, lock], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    other.stdout.readline()
    assert stand.apply() is Came.BUSY
    other.communicate("\n")
    assert stand.apply() is Came.INSTALLED


def test_it_waits_for_the_night_and_for_whoever_is_there(stand):
    assert stand.apply(datetime(2026, 11, 25, 10, 0)) is Came.OUTSIDE_WINDOW
    presence = Presence(stand.data)
    presence.tell(True)
    assert stand.apply() is Came.VISIT
    assert stand.apply(at_once=True) is Came.VISIT, "a hand that insists does not either"
    assert stand.calls == []
    presence.tell(False)
    assert stand.apply(datetime(2026, 11, 25, 10, 0), at_once=True) is Came.INSTALLED


def test_a_version_that_is_not_well_but_serves_someone_is_taken_back_after_that(stand, monkeypatch):
    presence = Presence(stand.data)
    goes_on = Machine.goes_on
    monkeypatch.setattr(Machine, "goes_on", lambda self: presence.tell(True) or goes_on(self))
    stand.says("doctor-1.1", NEW_FAULT)
    assert stand.apply() is Came.VISIT
    assert stand.apply() is Came.VISIT
    assert stand.installed == "1.1"
    presence.tell(False)
    assert stand.apply(datetime(2026, 11, 25, 10, 0)) is Came.UNDONE, "at any time of day: it is not well"
    assert record.last(stand.settings.state_dir)[1].why is Why.DOCTOR


def test_the_screens_hold_the_lock_from_the_first_touch_until_the_visit_is_forgotten(alone):
    make_application(["kiosk"])
    glass = Glass()
    terminal = Terminal(Settings(data_dir=alone), glass)

    def free():
        with nobody_here(alone) as nobody:
            return nobody

    try:
        assert free()
        glass.intent.emit("start", "")
        assert not free()
        while glass.page.name != "attract":
            terminal.shell.pass_time(30.0)
        terminal._tick()
        assert free()
        glass.intent.emit("start", "")
    finally:
        terminal.close()
    assert free()


def test_the_log_is_told_once_also_of_what_ends_while_the_agent_runs(stand, monkeypatch):
    monkeypatch.setattr(telling, "EVERY", 0.0)
    noted = []
    with Outbox.open(stand.data) as outbox:
        told = telling.Telling(
            stand.settings.state_dir, outbox.notes, lambda event, **fields: noted.append((event, fields))
        )
        told.keep()
        assert noted == []
        stand.says("doctor-1.1", NEW_FAULT)
        stand.apply()
        for _ in range(2):
            told.keep()
    assert noted == [(AuditEvent.UPDATE_ENDED, {"version": "1.1", "state": "undone", "why": "doctor"})]


@pytest.mark.parametrize(
    ("window", "moment", "is_time"),
    [
        ("01:00-05:00", time(1, 0), True),
        ("01:00-05:00", time(5, 0), False),
        ("22:00-05:30", time(23, 59), True),
        ("22:00-05:30", time(5, 29), True),
        ("22:00-05:30", time(12, 0), False),
    ],
)
def test_a_window_may_go_over_midnight(window, moment, is_time):
    assert UpdateSettings(window=window).is_time(moment) is is_time
