"""The pulse: what the service manager hears, and what becomes of a loop that hangs."""

from __future__ import annotations

import configparser
import os
import re
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kiosk import pulse, starts
from kiosk.commands import sync
from kiosk.pages.broken import broken
from kiosk.running import HANG

UNITS = Path("installer/units")


@pytest.fixture(params=["path", "abstract"])
def manager(request, tmp_path, monkeypatch):
    """The service manager's end of the socket, in the file system or in Linux's own namespace."""
    address = str(tmp_path / "notify") if request.param == "path" else f"@kiosk-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as made:
        made.bind(address.replace("@", "\0"))
        made.settimeout(10)
        monkeypatch.setenv("NOTIFY_SOCKET", address)
        yield made


def test_the_service_manager_hears_of_the_start_each_second_and_the_end(manager, monkeypatch):
    monkeypatch.setattr(pulse, "LOOK", 0.02)
    beating = pulse.Pulse(5)
    beating.start()
    assert manager.recv(99) == b"READY=1"
    beating.beat("at rest")
    assert manager.recv(99) == b"STATUS=at rest"
    assert manager.recv(99) == b"WATCHDOG=1"
    beating.beat("at rest")
    beating.stop()
    assert manager.recv(99) in (b"STOPPING=1", b"WATCHDOG=1")


def test_without_a_service_manager_nothing_is_said_and_nothing_fails(tmp_path, monkeypatch):
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    assert not pulse.supervised()
    pulse.notify("READY=1")
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "nobody"))
    pulse.notify("READY=1")


def test_a_loop_that_beats_goes_on_and_one_that_does_not_is_found_where_it_stands(monkeypatch):
    monkeypatch.setattr(pulse, "LOOK", 0.02)
    found, release = [], threading.Event()

    def hangs_here(secret):
        release.wait(20)

    watched = pulse.Pulse(3, lambda place: (found.append(place), release.set()))
    watched.start()
    for _ in range(20):
        watched.beat()
        threading.Event().wait(0.01)
    assert found == [], "while it beats"
    hangs_here("欧阳泉")
    assert "test_pulse.py:" in found[0]
    assert "threading.py:" in found[0].split(" < ")[0], "the innermost first"
    assert "欧阳泉" not in found[0]
    assert "hangs_here" not in found[0]


def test_a_process_that_hangs_ends_with_its_own_code():
    child = "from kiosk import pulse\npulse.LOOK = 0.05\npulse.Pulse(2).start()\nwhile True: pass"
    done = subprocess.run([sys.executable, "-c", child], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == pulse.HUNG
    assert "error: the loop hangs at <string>:4" in done.stderr


HANGS = """
import sys, threading
from pathlib import Path
from kiosk import pulse
from kiosk.audit.recorder import Audit
pulse.LOOK = 0.05
audit = Audit(Path(sys.argv[1]), "screens")
pulse.Pulse(2, lambda place: pulse.end_noted(audit, place)).start()
threading.Event().wait()
"""


def test_the_audit_log_is_told_where_it_hung(tmp_path):
    done = subprocess.run([sys.executable, "-c", HANGS, tmp_path], capture_output=True, timeout=60, check=False)
    assert done.returncode == pulse.HUNG
    [line] = [
        line for file in tmp_path.rglob("*.jsonl") for line in file.read_text().splitlines() if "loop_hung" in line
    ]
    assert re.search(r'"threading\.py:\d+"', line)


@pytest.mark.parametrize("name", ["kiosk-screens", "kiosk-sync"])
def test_units_start_again_for_ever_and_are_slower_than_the_process_itself(name):
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    unit.read(UNITS / f"{name}.service", "utf-8")
    service = unit["Service"]
    assert unit["Unit"]["StartLimitIntervalSec"] == "0"
    assert (service["Type"], service["Restart"]) == ("notify", "always")
    own = {"kiosk-screens": HANG, "kiosk-sync": sync.HANG}[name]
    assert own < int(service["WatchdogSec"]) <= own + 60
    assert 1 <= int(service["RestartSec"]) <= 10
    assert service["User"] == "kiosk", "never root"
    assert service["LimitCORE"] == "0", "a core may hold a resident's data"
    assert service["NotifyAccess"] == {"kiosk-screens": "all", "kiosk-sync": "main"}[name]
    assert unit["Install"]["WantedBy"] == "multi-user.target", "after a boot, without hands"
    assert "network-online.target" not in (UNITS / f"{name}.service").read_text(), "a boot waits for no line"


def test_starts_that_did_not_end_well_are_counted_in_a_while_of_this_boot(tmp_path, monkeypatch):
    clock = [1000.0]
    monkeypatch.setattr(starts, "uptime", lambda: clock[0])
    for expected in range(starts.MOST):
        assert starts.recent(tmp_path) == expected
        starts.begun(tmp_path)
        clock[0] += 10
    assert starts.recent(tmp_path) == starts.MOST
    clock[0] += starts.WITHIN
    assert starts.recent(tmp_path) == 0, "it tries again by itself"
    starts.begun(tmp_path)
    monkeypatch.setattr(starts, "boot", lambda: "another")
    assert starts.recent(tmp_path) == 0
    starts.begun(tmp_path)
    starts.ended(tmp_path)
    assert starts.recent(tmp_path) == 0


@pytest.mark.parametrize("content", [b"", b"{", b'{"boot": 1, "at": ["x"]}', b"[]"])
def test_a_damaged_file_of_starts_counts_none(tmp_path, content):
    (tmp_path / starts.FILE).write_bytes(content)
    assert starts.recent(tmp_path) == 0
    starts.begun(tmp_path)
    assert starts.recent(tmp_path) == 1


def test_one_terminal_at_a_time(tmp_path):
    with starts.only_terminal(tmp_path), pytest.raises(starts.Running), starts.only_terminal(tmp_path):
        pass
    with starts.only_terminal(tmp_path):
        pass
    (tmp_path / "file").touch()
    with pytest.raises(starts.Unwritable), starts.only_terminal(tmp_path / "file"):
        pass


def test_the_page_of_a_terminal_that_cannot_start_speaks_every_language_and_offers_nothing_to_touch(scene):
    page = broken(scene)
    assert "本机暂停服务" in page.title
    assert "Out of service" in page.title
    assert any("12345" in line for line in page.body.lines)
    assert (page.header.tools, page.body.ways, page.back, page.primary) == ((), (), None, None)
