"""A visit whose screens hang: the process ends itself, nothing personal stays, what was sealed is there, what was not
is not; and a terminal that ends again and again says that it is out of service."""

from __future__ import annotations

import os
import signal
import socket

import pytest

from drivers.simulators.people import PEOPLE
from kiosk import starts
from kiosk.pulse import HUNG
from kiosk.rehearsal.bench import Bench
from offline_queue.outbox import Outbox

VISIT = """
import sys, time
from PySide6.QtCore import QTimer
import kiosk.pulse as pulse, kiosk.running as running, kiosk.terminal as terminal
from kiosk.visit import events as ev
from kiosk.visit.steps import Filling, Sealing

pulse.LOOK, running.HANG, moment = 0.1, 600, sys.argv.pop(1)
made, handle = terminal.Terminal.__init__, terminal.Shell.handle
watches, start = [], pulse.Pulse.start

def started(self):
    watches.append(self)
    start(self)

def hang():
    # not before: on a busy machine the first page takes its time
    watches[0]._limit = 5
    while True:
        time.sleep(0.01)

def handled(self, serial, event):
    if moment == "sealed" and isinstance(event, ev.Sealed):
        hang()
    handle(self, serial, event)
    if moment == "answered" and isinstance(self._visit.step, Filling) and self._visit.step.draft == "13805317216":
        hang()

def init(self, *args, **kwargs):
    made(self, *args, **kwargs)
    self.steps = iter([("start", ""), ("choose_service", "jn-insurance-proof"), ("forward", "")])
    self.hand = QTimer(self)
    self.hand.timeout.connect(lambda: touch(self))
    self.hand.start(20)

ANSWERS = {"proof_kind": "pension", "phone": "13805317216"}

def touch(self):
    shell, step = self.shell, self.shell._visit.step
    for name, value in self.steps:
        return shell.intent(name, value)
    if isinstance(step, Filling):
        field = step.field
        draft = ANSWERS.get(field.id) or (field.options[0].value if field.options else "2026-01")
        if field.id == "phone":
            for key in draft:
                shell.intent("key", key)
        else:
            shell.intent("draft", draft)
        shell.intent("forward", "")
    elif shell.page.name == "review":
        shell.intent("consent", "")
        shell.intent("forward", "")

terminal.Terminal.__init__, terminal.Shell.handle, pulse.Pulse.start = init, handled, started
from kiosk.cli import main
main()
"""


@pytest.fixture
def bench():
    with Bench() as made:
        made.reader.insert(PEOPLE["resident"])
        yield made


@pytest.mark.parametrize(("moment", "kept"), [("answered", 0), ("sealed", 1)])
def test_a_hang_in_a_visit_ends_the_process_and_leaves_nothing_personal(
    tmp_path, alone, bench, start_python, moment, kept
):
    config = tmp_path / "kiosk.toml"
    config.write_text(f'data_dir = "{alone}"\n\n{bench.configuration()}')
    home = tmp_path / "home"
    home.mkdir()
    process = start_python(VISIT, moment, "run", "--config", str(config), "--windowed", env={"HOME": str(home)})
    said, _ = process.communicate(timeout=60)
    assert process.returncode == HUNG, said
    assert "error: the loop hangs at <string>:" in said
    person = PEOPLE["resident"].person
    for secret in (person.name, person.id_number, "13805317216"):
        assert secret not in said
        for path in (path for folder in (alone, home) for path in folder.rglob("*") if path.is_file()):
            assert secret.encode() not in path.read_bytes(), path
    with Outbox.open(alone) as outbox:
        assert outbox.waiting() == kept, "sealed, or not begun"
    assert starts.recent(alone) == 1


def test_after_three_crashes_in_a_row_the_panel_says_so_the_city_is_told_and_it_tries_again(tmp_path, alone, kiosk):
    for _ in range(starts.MOST):
        starts.begun(alone)
    config = tmp_path / "kiosk.toml"
    config.write_text(f'data_dir = "{alone}"\n')
    address = f"@kiosk-hung-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(address.replace("@", "\0"))
        manager.settimeout(30)
        process = kiosk("run", "--config", str(config), "--windowed", env={"NOTIFY_SOCKET": address})
        assert manager.recv(99) == b"READY=1"
        while b"out of service" not in manager.recv(99):
            pass
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=30)
    assert process.returncode == 3, said
    assert "3 times in a row" in said
    with Outbox.open(alone) as outbox:
        assert outbox.notes.devices()["screens"] == ("hardware_error", "crashes")
    assert starts.recent(alone) == starts.MOST, "this start does not count"
    starts.ended(alone)


def test_a_kill_by_the_service_manager_is_an_orderly_end(tmp_path, alone, kiosk):
    config = tmp_path / "kiosk.toml"
    config.write_text(f'data_dir = "{alone}"\n')
    address = f"@kiosk-end-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(address.replace("@", "\0"))
        manager.settimeout(30)
        process = kiosk("run", "--config", str(config), "--windowed", env={"NOTIFY_SOCKET": address})
        while b"at rest" not in (status := manager.recv(200)):
            pass
        assert b"out of service: id_card_reader, document_scanner, receipt_printer" in status
        assert starts.recent(alone) == 1
        second = kiosk("run", "--config", str(config), "--windowed")
        said, _ = second.communicate(timeout=30)
        assert second.returncode == 3
        assert "another terminal runs" in said
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=30)
    assert process.returncode == 0, said
    assert starts.recent(alone) == 0
