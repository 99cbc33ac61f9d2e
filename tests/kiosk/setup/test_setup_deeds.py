"""What a first start does, with a real intake and simulated devices: on the glass and from a file alike."""

from __future__ import annotations

import os
import signal
import socket
import ssl
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from config.settings import DevicesSettings, Settings, load
from drivers.model import ErrorCode, Status
from drivers.simulators.id_card_reader import SimulatedReader
from drivers.simulators.receipt_printer import Paper, SimulatedPrinter
from kiosk import device_drivers
from kiosk.rehearsal.certificates import HOST, Authority
from kiosk.setup import finding
from kiosk.setup.deeds import deeds_of, standing
from kiosk.setup.effects import NoteDraft
from kiosk.setup.going import begin
from kiosk.setup.steps import Draft, Greeting
from kiosk.setup.wanted import DRAFT, wanted
from kiosk.staff.pin import StaffPin
from kiosk.visit.staff.steps import PinVerdict

PIN = "193746"


class Elsewhere(BaseHTTPRequestHandler):
    """What answers where a log-in page or another server is."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<html>please log in</html>")

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def elsewhere():
    with HTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_what_is_wrong_with_the_line_is_told_apart(tmp_path, office, elsewhere, free_port, deeds):
    made = deeds(tmp_path / "data", tmp_path / "kiosk.toml")
    trouble, clock_off = made.try_line(office.url)
    assert (trouble, abs(clock_off) < 5) == ("", True)
    assert made.try_line(f"http://127.0.0.1:{elsewhere.server_port}")[0] == "portal"
    assert made.try_line(f"http://127.0.0.1:{free_port()}")[0] == "line"
    draft = Draft("站", "370102", office.url)
    assert made.enrol(draft, "0000-0000-0000-0000") == "code"
    assert made.enrol(Draft("站", "370102", f"http://127.0.0.1:{free_port()}"), "0000-0000") == "line"
    assert wanted(tmp_path / "data")
    assert made.enrol(draft, office.call("enrol-code").strip()) == ""
    assert not wanted(tmp_path / "data")


def test_an_authority_beside_the_configuration_is_trusted_and_no_other_is(tmp_path, elsewhere):
    authority = Authority()
    elsewhere.socket = authority.context().wrap_socket(elsewhere.socket, server_side=True)
    url = f"https://{HOST}:{elsewhere.server_port}"
    config = tmp_path / "kiosk.toml"
    assert deeds_of(Settings(data_dir=tmp_path), config).try_line(url)[0] == "certificate"
    (tmp_path / "ca.pem").write_bytes(authority.pem)
    known = deeds_of(Settings(data_dir=tmp_path), config)
    assert known.try_line(url)[0] == "portal", "its certificate is good, it is no intake"
    assert known.keep(Draft("站", "370102", url))
    assert load(config).intake.ca_file == tmp_path / "ca.pem"
    assert ssl.create_default_context(cafile=load(config).intake.ca_file)


def test_a_full_disk_is_said_so_and_what_was_there_stays(tmp_path, deeds):
    config = tmp_path / "kiosk.toml"
    config.write_text('[station]\nname = "旧"\n')
    blocked = tmp_path / "file"
    blocked.write_text("")
    made = deeds(blocked / "data", config)
    assert not made.keep_pin(PIN)
    assert made.enrol(Draft("站", "370102", "https://a.example"), "0000-0000") == "disk"
    made.note(NoteDraft(Draft(), "name"))
    assert not deeds(tmp_path / "data", blocked / "kiosk.toml").keep(Draft("站", "370102", "https://a.example"))
    assert load(config).station.name == "旧"


def test_what_else_stands_in_the_configuration_stays(tmp_path, deeds):
    config = tmp_path / "kiosk.toml"
    config.write_text('[station]\nname = "旧"\nphone = "123"\n[devices.receipt_printer]\ndriver = "x"\n')
    assert deeds(tmp_path / "data", config).keep(Draft("新", "370102", "https://a.example"))
    kept = load(config)
    assert (kept.station.name, kept.station.phone, kept.devices.receipt_printer) == ("新", "123", None)


@pytest.mark.parametrize("text", ["", "{", '{"at": 3}', '{"at":"x","name":"","area":"","url":"","devices":[]}'])
def test_a_note_that_cannot_be_read_begins_at_the_beginning(tmp_path, text):
    (tmp_path / DRAFT).write_text(text)
    setup, at, kept = standing(Settings(data_dir=tmp_path), tmp_path / "kiosk.toml")
    assert (setup.draft, at, kept) == (Draft(), "", False)


def test_what_was_written_beforehand_is_there_to_be_changed(tmp_path):
    config = tmp_path / "kiosk.toml"
    config.write_text('data_dir = "/nowhere"\n[station]\nname = "历山"\n')
    setup, _ = begin(*standing(load(config), config))
    assert (setup.step, setup.draft) == (Greeting(), Draft("历山"))


def test_enrolled_just_before_the_cut_no_second_code_is_needed(alone, tmp_path, deeds):
    draft = Draft("站", "370102", "https://a.example")
    made = deeds(alone, tmp_path / "kiosk.toml")
    made.note(NoteDraft(draft, "enrol"))
    setup, at, _ = standing(made.settings, made.file)
    assert (setup.enrolled, at) == (True, "enrol")


def test_devices_are_found_where_they_are_plugged_in(tmp_path):
    ports = tmp_path / "serial" / "by-id"
    ports.mkdir(parents=True)
    with SimulatedPrinter() as printer, SimulatedReader() as reader:
        (ports / "usb-a").symlink_to(reader.pty)
        (ports / "usb-b").symlink_to(printer.pty)
        printer.paper = Paper.OUT

        def make(kind, driver, options):
            # drivers know a serial port by its folder
            return device_drivers.make(kind, driver, {"port": str(Path(options["port"]).resolve())})

        found = {device.kind: device for device in finding.find(DevicesSettings(), tmp_path, make)}
        assert found["receipt_printer"].options == {"port": str(ports / "usb-b")}
        assert found["receipt_printer"].health.error is ErrorCode.PAPER_OUT
        assert found["id_card_reader"].options == {"port": str(ports / "usb-a")}
        assert found["id_card_reader"].health.status is Status.ONLINE
        assert (found["document_scanner"].driver, found["document_scanner"].health) == ("", finding.NOWHERE)


def test_what_is_configured_goes_before_what_is_there_and_a_broken_driver_ends_no_search(tmp_path):
    configured = DevicesSettings.model_validate(
        {
            "id_card_reader": {"driver": "nobody"},
            "document_scanner": {"driver": "camera", "source": "/nowhere"},
            "receipt_printer": {"driver": "escpos", "port": "socket://127.0.0.1:1"},
        }
    )

    def make(kind, driver, options):
        raise RuntimeError(options)

    found = finding.find(configured, tmp_path, make)
    assert [device.driver for device in found] == ["nobody", "camera", "escpos"]
    assert {device.health.error for device in found} == {ErrorCode.HARDWARE}


FINGER = """
import sys
from PySide6.QtCore import QTimer
from kiosk import first_start

code, url = sys.argv.pop(), sys.argv.pop()
made = first_start.FirstStart.__init__

def touching(self, deeds, screens):
    made(self, deeds, screens)
    on, timer = ("forward", ""), QTimer(self)
    keys = lambda digits: [("key", digit) for digit in digits]
    left = [on, ("draft", "甸柳社区便民服务站"), on, *keys("370102"), on, ("draft", url), on]
    left += ["trouble", on, "found", on]
    left += [("type_instead", ""), *keys(code.replace("-", "")), on, "Pinning"]
    left += [*keys("193746"), on, *keys("193746"), on, "Summing", on, "Finished", on]

    def touch():
        step = self.runner.setup.step
        if not left:
            return
        if isinstance(left[0], tuple):
            screens.intent.emit(*left.pop(0))
        elif type(step).__name__ == left[0] or getattr(step, left[0], None) is not None:
            left.pop(0)

    timer.timeout.connect(touch)
    timer.start(5)

first_start.FirstStart.__init__ = touching
from kiosk.cli import main
main()
"""
"""`kiosk run` with somebody who touches: intents as from the glass, or the name of what is waited for."""


def test_from_a_terminal_that_is_not_set_up_to_the_resting_screen_in_one_run(tmp_path, office):
    config = tmp_path / "kiosk.toml"
    config.write_text(f'data_dir = "{tmp_path / "data"}"\n')
    address = f"@kiosk-setup-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(address.replace("@", "\0"))
        manager.settimeout(30)
        given = ["run", "--config", str(config), "--windowed", office.url, office.call("enrol-code").strip()]
        process = subprocess.Popen(
            [sys.executable, "-c", FINGER, *given],
            env=os.environ | {"NOTIFY_SOCKET": address},
            stderr=subprocess.PIPE,
            text=True,
        )
        told = [b""]
        while b"at rest" not in told[-1]:
            told.append(manager.recv(200))
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 0, said
    assert told[1] == b"READY=1"
    assert any(b"is being set up" in line for line in told)
    assert load(config).station.name == "甸柳社区便民服务站"
    assert StaffPin(tmp_path / "data").check(PIN)[0] is PinVerdict.OPEN
    assert not wanted(tmp_path / "data")
