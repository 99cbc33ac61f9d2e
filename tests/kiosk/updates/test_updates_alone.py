"""What an update needs of the program that it replaces, and its units."""

from __future__ import annotations

import base64
import configparser
import json
import os
import shutil
import subprocess
import sys

from config.settings import Settings, UpdateSettings
from kiosk.updates import record, undo
from kiosk.updates.machine import ANSWER_WAIT, LOOKS, SETTLE, START_WAIT, UNITS
from kiosk.updates.record import Why
from offline_queue.database import VERSION
from offline_queue.release_shelf import FOLDER, NEWEST, READY, RUNNING
from tests.kiosk.updates.stand import KEY, NEW_FAULT, ROOT

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
