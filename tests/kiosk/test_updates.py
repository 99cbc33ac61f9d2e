"""Updates on a machine whose dpkg, systemctl and program are scripts on the PATH, called as the real ones are."""

from __future__ import annotations

import base64
import configparser
import json
import os
import runpy
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from typer.testing import CliRunner

from config.settings import Settings, UpdateSettings
from kiosk import starts
from kiosk.audit import AuditEvent
from kiosk.commands.update import app
from kiosk.terminal import Terminal
from kiosk.updates import apply as applying
from kiosk.updates import machine, record, telling, undo
from kiosk.updates.apply import Came, Site
from kiosk.updates.machine import ANSWER_WAIT, LOOKS, SETTLE, START_WAIT, UNITS, Machine
from kiosk.updates.record import Why
from kiosk.updates.visitors import Presence, nobody_here
from offline_queue.database import FILE, VERSION
from offline_queue.errors import OutboxError
from offline_queue.health import UpdateState
from offline_queue.outbox import Outbox
from offline_queue.release_shelf import FOLDER, NEWEST, READY, RUNNING, Shelf
from offline_queue.releases import Architecture, Release
from offline_queue.wire import digest_of, sign
from ui.application import make_application

from .test_catalogue_in_use import Glass

ROOT = Path(__file__).parents[2]
DEB = b"!<arch>\ndebian-binary"
KEY = Ed25519PrivateKey.generate()
NIGHT = datetime(2026, 11, 25, 2, 30)
FORM = {"service_code": "jn-insurance-proof", "applicant": {"name": "欧阳泉"}, "answers": {}}

SCRIPTS = {
    "dpkg": """
        for last; do :; done
        version=$(sed -n 's/.*version=//p' "$last")
        echo "dpkg $version $SYSTEMD_OFFLINE" >> $STAND/calls
        [ ! -e $STAND/program ] || rm -rf $(cat $STAND/program)
        echo $version > $STAND/installed
        [ ! -e $STAND/dpkg-$version ]
    """,
    "systemctl": """
        version=$(cat $STAND/installed)
        echo "systemctl $1 $version" >> $STAND/calls
        case $1 in
        start)
            [ ! -e $STAND/migrates-$version ] || cp $STAND/migrates-$version $QUEUE
            [ ! -e $STAND/not_started-$version ] || exit 1 ;;
        show)
            [ ! -e $STAND/ended-$version ] || echo once more >> $STAND/restarts
            cat $STAND/restarts ;;
        esac
    """,
    "kiosk": """
        version=$(cat $STAND/installed)
        case $1 in
        update)
            [ ! -e $STAND/program-$version ] || exit 1
            echo "{\\"program\\": \\"$version\\"}" ;;
        doctor)
            cat $STAND/doctor-$version 2>/dev/null || echo '[{"check": "disk", "verdict": "good"}]'
            [ ! -e $STAND/mends-itself-$version ] || rm -f $STAND/doctor-$version ;;
        esac
    """,
}
"""The last word of dpkg is a package, in which only its version stands. A file that is named after a trouble and a
version makes that trouble."""


@dataclass
class Stand:
    """A terminal of version 1.0 with two submissions that wait, to which 1.1 has come."""

    folder: Path
    data: Path
    settings: UpdateSettings

    def __post_init__(self):
        self.folder.mkdir()
        (self.folder / "calls").touch()
        (self.folder / "restarts").touch()
        self.says("installed", "1.0")
        self.shelf = Shelf(self.data, (KEY.public_key(),), Architecture.AMD64)
        with Outbox.open(self.data) as outbox:
            for _ in range(2):
                outbox.submit(FORM, [], now=datetime.now(UTC))
        self.offer(RUNNING, "1.0")
        self.offer(NEWEST, "1.1")

    def says(self, name, content=""):
        (self.folder / name).write_text(content)

    def offer(self, name, version, key=KEY, more=b"", **fields):
        content = DEB + more + f"\nversion={version}\n".encode()
        release = Release(
            version=version,
            architecture=Architecture.AMD64,
            **({"size": len(content), "digest": digest_of(content), "needs_bytes": 1} | fields),
        )
        self.shelf.keep(name, sign(release, key))
        self.shelf.package(release).write_bytes(content)
        return self.shelf.package(release)

    @property
    def installed(self):
        return (self.folder / "installed").read_text().strip()

    @property
    def calls(self):
        return (self.folder / "calls").read_text().splitlines()

    def site(self, now=NIGHT):
        return Site(
            settings=self.settings,
            shelf=self.shelf,
            queue=self.data / FILE,
            program=self.installed,
            schema=VERSION,
            home=self.data,
            machine=Machine(owner=os.getuid(), settle=0.0, looks=2),
            now=lambda: now,
            forget_crashes=lambda: starts.ended(self.data),
        )

    def apply(self, now=NIGHT, at_once=False):
        return applying.apply(self.site(now), at_once)

    def boot(self):
        """The machine is switched on, and the unit that takes back what was not proved runs before all else."""
        if (self.settings.state_dir / undo.TRIAL).exists():
            with pytest.raises(SystemExit) as ended:
                runpy.run_path(str(self.settings.state_dir / undo.COPY), run_name="__main__")
            assert ended.value.code == 0

    def quick(self, patch):
        """The scripts' work without their processes."""

        def installed(package):
            self.says("installed", package.read_text().partition("version=")[2].strip())
            return True

        def ran(command, *_):
            if command[1] == "update":
                return json.dumps({"program": self.installed}).encode()
            doctor = self.folder / f"doctor-{self.installed}"
            return doctor.read_bytes() if command[1] == "doctor" and doctor.exists() else b"[]"

        patch.setattr(undo, "install", installed)
        patch.setattr(machine, "install", installed)
        patch.setattr(machine, "_ran", ran)

    def waiting(self):
        """As the version before finds the queue."""
        with Outbox.open(self.data) as outbox:
            return outbox.tally().waiting


@pytest.fixture
def stand(tmp_path, alone, monkeypatch):
    path = tmp_path / "bin"
    path.mkdir()
    for name, script in SCRIPTS.items():
        (path / name).write_text(f"#!/bin/sh\n{script}")
        (path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{path}:{os.environ['PATH']}")
    monkeypatch.setenv("STAND", str(tmp_path / "stand"))
    monkeypatch.setenv("QUEUE", str(alone / FILE))
    return Stand(tmp_path / "stand", alone, UpdateSettings(state_dir=tmp_path / "state"))


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
NEW_FAULT = '[{"check": "queue", "verdict": "bad"}, {"check": "disk", "verdict": "bad"}]'


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


def swapped(package):
    package.write_bytes(package.read_bytes().replace(b"version=1.1", b"version=6.6"))


def linked(package):
    shutil.copy(package, package.with_suffix(".other"))
    package.unlink()
    package.symlink_to(package.with_suffix(".other"))


def piped(package):
    package.unlink()
    os.mkfifo(package)


@pytest.mark.parametrize("change", [swapped, linked, piped, lambda path: path.write_bytes(DEB), Path.unlink])
def test_nothing_of_the_folder_that_the_terminals_user_can_write_is_believed(stand, change):
    change(stand.offer(NEWEST, "1.1"))
    assert stand.apply() is Came.NOT_PROVED
    assert stand.calls == []
    assert record.read(stand.settings.state_dir) is None
    assert not stand.shelf.is_whole(stand.shelf.release(NEWEST)), "so that the agent fetches it anew"
    assert list(stand.settings.state_dir.glob("*.new")) == []


def test_what_is_foreign_older_too_large_or_without_a_way_back_is_not_installed(stand):
    stand.offer(NEWEST, "1.1", key=Ed25519PrivateKey.generate())
    assert stand.apply() is Came.NOTHING
    for version in ("0.9", "1.0", "1.0.0"):
        stand.offer(NEWEST, version)
        assert stand.apply(at_once=True) is Came.NOTHING, "a downgrade is refused"
    stand.offer(NEWEST, "1.1", needs_bytes=1 << 40)
    assert stand.apply() is Came.NO_ROOM
    stand.offer(NEWEST, "1.1")
    stand.offer(RUNNING, "0.9")
    assert stand.apply() is Came.NO_WAY_BACK
    assert stand.calls == []


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


PROGRAM = ("kiosk", "offline_queue", "config", "drivers")


def test_the_command_goes_on_while_its_own_program_is_replaced(stand, tmp_path):
    """The whole command as a process, whose files are gone as soon as dpkg has run."""
    copy = tmp_path / "program"
    for name in PROGRAM:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "services"))
    stand.says("program", " ".join(str(copy / name) for name in PROGRAM))
    stand.says("installed", "0.1.0")
    stand.says("doctor-9.0", NEW_FAULT)
    stand.offer(RUNNING, "0.1.0")
    stand.offer(NEWEST, "9.0")
    public = base64.b64encode(KEY.public_key().public_bytes_raw()).decode()
    config = tmp_path / "kiosk.toml"
    config.write_text(
        f'data_dir = "{stand.data}"\n[updates]\nkeys = ["{public}"]\nstate_dir = "{stand.settings.state_dir}"\n'
    )
    command = [sys.executable, "-c", "from kiosk.cli import main; main()", "update"]
    environment = os.environ | {"PYTHONPATH": str(copy)}

    def run(*words):
        return subprocess.run(
            [*command, *words, "--config", str(config), "--json"],
            env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip

    told = json.loads(run("status").stdout)
    assert (told["program"], told["newest"], told["queue_schema"]) == ("0.1.0", "9.0", VERSION)
    assert told["bytes"] == told["bytes_here"]
    # the last minute must not pass in a test
    (copy / "kiosk/updates/machine.py").write_text(
        (copy / "kiosk/updates/machine.py").read_text().replace("SETTLE = 60.0", "SETTLE = 0.0")
    )
    done = run("apply", "--now")
    assert json.loads(done.stdout)["error"]["code"] == "undone", done.stderr
    assert done.returncode == 3
    assert not (copy / "kiosk").exists()
    assert stand.installed == "0.1.0"
    assert record.last(stand.settings.state_dir)[1].why is Why.DOCTOR


def test_without_a_key_nothing_is_taken(tmp_path):
    config = tmp_path / "kiosk.toml"
    config.write_text(f'data_dir = "{tmp_path}"\n')
    done = CliRunner().invoke(app, ["apply", "--json", "--config", str(config)])
    assert done.exit_code == 4
    assert json.loads(done.stdout)["error"]["code"] == "no_release_key"
    config.write_text(f'data_dir = "{tmp_path}"\n[updates]\nkeys = ["AAAA"]\n')
    assert "updates.keys" in CliRunner().invoke(app, ["status", "--config", str(config)]).stderr


def unit(name):
    found = configparser.ConfigParser(strict=False, interpolation=None)
    found.optionxform = str
    found.read(ROOT / "installer/units" / name, "utf-8")
    return found


def test_the_units_look_for_what_is_written_and_the_undo_runs_before_all_else():
    state_dir, data_dir = UpdateSettings().state_dir, Settings().data_dir
    trial = f"ConditionPathExists=|{state_dir / undo.TRIAL}"
    text = (ROOT / "installer/units/kiosk-update.service").read_text("utf-8")
    assert trial in text
    assert f"ConditionPathExists=|{data_dir / FOLDER / READY}" in text
    assert unit("kiosk-update.service")["Service"]["StateDirectory"] == state_dir.name
    first = unit("kiosk-update-undo.service")
    assert first["Unit"]["ConditionPathExists"] == str(state_dir / undo.TRIAL)
    assert set(first["Unit"]["Before"].split()) == set(UNITS)
    assert first["Service"]["ExecStart"] == f"/usr/bin/python3 -I {state_dir / undo.COPY}"
    slowest = 2 * undo.INSTALL_WAIT + 2 * START_WAIT + LOOKS * (SETTLE + 4 * ANSWER_WAIT)
    assert int(unit("kiosk-update.service")["Service"]["TimeoutStartSec"]) > slowest
    assert int(first["Service"]["TimeoutStartSec"]) > undo.INSTALL_WAIT
