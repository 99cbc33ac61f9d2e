"""The conformance kit: ours conform, a wheel from outside is found and tried, and a driver that errs is told so."""

from __future__ import annotations

import os
import socketserver
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from drivers.conformance.report import Report, Standing
from drivers.conformance.rules import COMMON, RULES
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.bench_page import BenchPage

EXAMPLE = Path(__file__).parent / "example_driver"


def run_kit(folder, driver, port, *arguments, path=""):
    """`pytest --kiosk-driver` as a vendor types it, in a folder of their own."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--kiosk-driver", driver]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    return subprocess.run(
        [*command, "--port", port, "--kiosk-report", str(folder / "report.md"), *arguments],
        cwd=folder,
        env=environment | {"PYTHONPATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )


@pytest.mark.parametrize("driver", ["samv", "camera", "escpos"])
def test_our_drivers_conform(tmp_path, driver):
    with Bench() as bench, BenchPage(bench) as page:
        port = {"samv": bench.reader.url, "camera": bench.camera.url, "escpos": bench.printer.url}[driver]
        done = run_kit(tmp_path, driver, port, "--kiosk-bench", page.url)
    assert done.returncode == 0, done.stdout
    report = (tmp_path / "report.md").read_text("utf-8")
    assert f"`{driver}` conforms" in report
    assert "to do" not in report
    assert "欧阳泉" not in report + done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The example driver, built and installed into a folder as from a wheel."""
    built, installed = tmp_path_factory.mktemp("wheel"), tmp_path_factory.mktemp("installed")
    source = tmp_path_factory.mktemp("source") / "driver"
    source.mkdir()
    for file in EXAMPLE.iterdir():
        if file.is_file():
            (source / file.name).write_bytes(file.read_bytes())
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    build = ["wheel", "--no-deps", "--no-build-isolation", "-w", str(built), str(source)]
    subprocess.run([*pip, *build], check=True, capture_output=True)
    install = ["install", "--no-deps", "--target", str(installed), *map(str, built.glob("*.whl"))]
    subprocess.run([*pip, *install], check=True, capture_output=True)
    return installed


class Acme(socketserver.StreamRequestHandler):
    """The other end of the example's wire."""

    def handle(self):
        while data := self.connection.recv(65536):
            if data.endswith(b"\f"):
                self.server.slips.append(data[:-1].decode())
                self.connection.sendall(self.server.answer)


@pytest.fixture
def acme():
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Acme)
    server.daemon_threads = True
    server.slips, server.answer = [], b"OK"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    server.url = f"socket://127.0.0.1:{server.server_address[1]}"
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_wheel_from_outside_is_found_and_tried(tmp_path, wheel, acme):
    listed = subprocess.run(
        [sys.executable, "-c", "from kiosk.cli import main; main()", "devices", "list"],
        env=os.environ | {"PYTHONPATH": str(wheel), "KIOSK_CONFIG": "", "KIOSK_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "acme" in listed.stdout, listed.stderr
    done = run_kit(tmp_path, "acme", acme.url, path=str(wheel))
    assert done.returncode == 0, done.stdout
    report = (tmp_path / "report.md").read_text("utf-8")
    assert "`acme` conforms" in report
    assert "kiosk-driver-acme 1.0" in report
    assert "exempt: the printer has no cover" in report
    assert any("对接测试" in slip for slip in acme.slips)


def test_a_driver_that_claims_too_much_is_told(tmp_path, wheel, acme):
    acme.answer = b"??"
    done = run_kit(tmp_path, "acme", acme.url, path=str(wheel))
    assert done.returncode != 0
    report = (tmp_path / "report.md").read_text("utf-8")
    assert "does not conform yet" in report
    assert "| prints | prints a slip once, and says PRINTED only when the printer confirmed it | to do" in report


def test_rules_that_need_a_hand_are_left_to_do_without_one(tmp_path):
    with Bench() as bench:
        done = run_kit(tmp_path, "samv", bench.reader.url)
    assert done.returncode == 0, "nothing failed"
    report = (tmp_path / "report.md").read_text("utf-8")
    assert "does not conform yet" in report
    assert "to do: nobody was there to lay a card on the reader" in report


def test_an_unknown_driver_is_refused_with_the_names(tmp_path):
    done = run_kit(tmp_path, "typewriter", "socket://127.0.0.1:1")
    assert done.returncode == 4
    assert "escpos" in done.stderr + done.stdout


def test_a_rule_is_done_only_when_all_its_tests_say_so():
    report = Report("x", "receipt_printer", "x 1")
    for rule in RULES:
        if rule.kind in (COMMON, "receipt_printer"):
            report.note(rule.id, Standing.DONE)
    assert report.conforms
    report.note("bad-port", Standing.TO_DO, "raised TypeError")
    report.note("bad-port", Standing.DONE)
    assert not report.conforms
