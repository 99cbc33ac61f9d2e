"""What a first start does, with a real intake and simulated devices: on the glass and from a file alike."""

from __future__ import annotations

import json
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
from kiosk.audit.ledger import files_of
from kiosk.rehearsal.certificates import HOST, Authority
from kiosk.setup import answers_file, finding, unattended
from kiosk.setup.deeds import Deeds, deeds_of, standing
from kiosk.setup.effects import NoteDraft
from kiosk.setup.going import begin
from kiosk.setup.steps import Draft, Greeting, Pending
from kiosk.setup.wanted import DRAFT, wanted
from kiosk.staff.pin import StaffPin, is_set
from kiosk.visit.staff.steps import PinVerdict
from offline_queue import files

PIN = "193746"
EXAMPLE = Path(__file__).parents[3] / "installer" / "answers.toml"


def deeds(data: Path, file: Path, url: str = "https://intake.city.example") -> Deeds:
    return Deeds(Settings.model_validate({"data_dir": data, "intake": {"url": url}}), file, tuple)


@pytest.fixture(scope="module")
def office(tmp_path_factory, free_port, intake_process):
    """One intake for all: a code is good once, whoever asks for it."""
    process = intake_process(tmp_path_factory.mktemp("city"), free_port())
    process.start()
    yield process
    process.stop()


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
    done = run_kiosk("setup", "--answers", str(answers), "--config", str(config))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["enrolled", "PIN set", f"configuration: {config}"]
    settings = load(config)
    assert (settings.station.name, settings.station.phone) == ("甸柳社区便民服务站", "0531-00000000")
    assert settings.intake.url == office.url
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


def test_the_shipped_example_is_whole(run_kiosk, tmp_path):
    done = run_kiosk("setup", "--answers", str(EXAMPLE), "--config", str(tmp_path / "none.toml"), "--check")
    assert (done.returncode, done.stdout.strip()) == (0, "the answers are whole"), done.stderr


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
def test_every_mistake_is_named_by_its_key_and_nothing_is_done(run_kiosk, tmp_path, old, new):
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


def test_what_the_file_does_not_give_is_asked_for_by_key(tmp_path):
    file = tmp_path / "answers.toml"
    file.write_text('[station]\nname = "a"\narea = "370102"\n[intake]\nurl = "https://a.example"\n')
    given = answers_file.read(file)
    made = deeds(tmp_path / "data", tmp_path / "kiosk.toml")
    with pytest.raises(answers_file.SettingsError) as caught:
        [*unattended.set_up(given, made)]
    assert [line.partition(":")[0] for line in str(caught.value).splitlines()] == ["enrolment.code", "staff.pin"]
    assert not (tmp_path / "data").exists()


class PowerCut(BaseException):
    """Nothing after it happens."""


def test_the_power_may_fail_behind_any_write_and_the_same_file_ends_it(tmp_path, office, monkeypatch):
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
        given = answers_file.read(file)
        try:
            [*unattended.set_up(given, deeds(data, config, office.url))]
        except PowerCut:
            assert wanted(data), "half a terminal does not begin to serve"
        else:
            assert cut >= 5, "note, key, city, PIN, configuration"
            return
        finally:
            monkeypatch.setattr(files, "write_all_durably", write)
        [*unattended.set_up(given, deeds(data, config, office.url))]
        assert load(config).station.name == "站"
        assert not wanted(data)
        assert is_set(data)
    pytest.fail("it never came to an end")


def test_what_is_wrong_with_the_line_is_told_apart(tmp_path, office, elsewhere, free_port):
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


def test_a_full_disk_is_said_so_and_what_was_there_stays(tmp_path):
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


def test_what_else_stands_in_the_configuration_stays(tmp_path):
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


def test_without_a_code_the_terminal_waits_for_it_behind_its_pin(tmp_path):
    file = tmp_path / "answers.toml"
    text = EXAMPLE.read_text("utf-8").replace('code = "0000-0000-0000-0000"', "later = true")
    file.write_text(text.replace("find = true", "find = false"), "utf-8")
    made = deeds(tmp_path / "data", tmp_path / "kiosk.toml")
    told = [*unattended.set_up(answers_file.read(file), made)]
    assert told == ["PIN set", f"configuration: {made.file}"]
    assert wanted(tmp_path / "data")
    settings = load(made.file).model_copy(update={"data_dir": made.data_dir})
    setup, effects = begin(*standing(settings, made.file))
    assert (setup.step, effects) == (Pending(), ())
    assert setup.draft == Draft("甸柳社区便民服务站", "370102", "https://intake.city.example")


def test_what_was_written_beforehand_is_there_to_be_changed(tmp_path):
    config = tmp_path / "kiosk.toml"
    config.write_text('data_dir = "/nowhere"\n[station]\nname = "历山"\n')
    setup, _ = begin(*standing(load(config), config))
    assert (setup.step, setup.draft) == (Greeting(), Draft("历山"))


def test_enrolled_just_before_the_cut_no_second_code_is_needed(alone, tmp_path):
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


def test_a_terminal_that_is_not_set_up_shows_the_first_start(tmp_path):
    config = tmp_path / "kiosk.toml"
    config.write_text(f'data_dir = "{tmp_path / "data"}"\n')
    address = f"@kiosk-setup-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(address.replace("@", "\0"))
        manager.settimeout(30)
        command = [sys.executable, "-c", "from kiosk.cli import main; main()", "run", "--config", str(config)]
        process = subprocess.Popen(
            [*command, "--windowed"], env=os.environ | {"NOTIFY_SOCKET": address}, stderr=subprocess.PIPE, text=True
        )
        assert manager.recv(99) == b"READY=1"
        while b"is being set up" not in manager.recv(99):
            pass
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 0, said
