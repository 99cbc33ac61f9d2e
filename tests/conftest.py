"""Shared by all tests: pictures without a display, and a real intake as a process of its own."""

from __future__ import annotations

import base64
import json
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import settings
from typer.testing import CliRunner

from intake.cli import app
from offline_queue import credentials
from offline_queue.enrol import enrol
from offline_queue.sealing import generate, public_bytes
from offline_queue.wire import Registered, SealingKey, Suite

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

# how long an example takes says how busy the machine is; what CI asks of hypothesis stays
settings.register_profile("unhurried", settings(), deadline=None)
settings.load_profile("unhurried")


SLOW = (
    "kiosk/test_library.py",
    "kiosk/test_soak.py",
    "kiosk/test_rehearsal.py",
    "ui/test_views.py",
    "ui/test_pages.py",
    "crash/test_kills.py",
    "offline_queue/test_faults.py",
    "drivers/id_card_reader/test_samv.py",
    "offline_queue/test_database.py",
    "kiosk/test_commands.py",
    "drivers/conformance/test_kit.py",
)
"""Files of half a minute and more, longest first: begun last, one of them would keep a single core busy at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slow files first; the others as they stand."""
    place = {Path(__file__).parent / file: number for number, file in enumerate(SLOW)}
    items.sort(key=lambda item: place.get(item.path, len(place)))


@dataclass
class IntakeProcess:
    """The reference intake; may be stopped and started again on the same port and data."""

    data: Path
    port: int
    process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self, *more: str) -> None:
        arguments = ["serve", "--port", str(self.port), "--data", str(self.data), *more]
        self.process = subprocess.Popen([sys.executable, "-c", "from intake.cli import main; main()", *arguments])
        end = time.monotonic() + 30
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                assert time.monotonic() < end, "the intake did not start"
                assert self.process.poll() is None
                time.sleep(0.05)

    def stop(self) -> None:
        if self.process is not None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(timeout=15)
            self.process = None

    def call(self, *arguments: str) -> str:
        done = CliRunner().invoke(app, [*arguments, "--data", str(self.data)])
        assert done.exit_code == 0, done.output
        return done.stdout

    def stored(self) -> list[dict]:
        return json.loads(self.call("list", "--json"))


@pytest.fixture(scope="session")
def free_port():
    def find() -> int:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            return probe.getsockname()[1]

    return find


@pytest.fixture(scope="session")
def intake_process():
    """The class, for tests that share one intake among many."""
    return IntakeProcess


@pytest.fixture
def intake(tmp_path, free_port):
    process = IntakeProcess(tmp_path / "intake", free_port())
    process.start()
    yield process
    process.stop()


@pytest.fixture
def enrolled(tmp_path, intake):
    """Data folder of a terminal that is enrolled with the running intake."""
    data = tmp_path / "terminal"
    enrol(data, intake.url, None, intake.call("enrol-code").strip(), "370102", "甸柳社区")
    return data


@pytest.fixture
def run_kiosk(tmp_path):
    """Run a `kiosk` command in a process of its own, with a configuration of its own."""

    def run(*arguments: str, config: Path | None = None, **options) -> subprocess.CompletedProcess:
        command = [sys.executable, "-c", "from kiosk.cli import main; main()", *arguments]
        environment = {k: v for k, v in os.environ.items() if not k.startswith("KIOSK_")}
        if config is not None:
            environment["KIOSK_CONFIG"] = str(config)
        return subprocess.run(
            command, capture_output=True, text=True, timeout=60, env=environment, check=False, **options
        )

    return run


@pytest.fixture
def city():
    """The private keys of an invented city: opening and signing."""
    return generate(Suite.X25519), Ed25519PrivateKey.generate()


@pytest.fixture
def alone(tmp_path, city):
    """Data folder of a terminal that is enrolled with an invented city, without a server."""
    data = tmp_path / "alone"
    opening, signing = city
    credentials.terminal_key(data)
    key = base64.b64encode(public_bytes(Suite.X25519, opening)).decode()
    public = base64.b64encode(signing.public_key().public_bytes_raw()).decode()
    sealing = SealingKey(key_id="k1", suite=Suite.X25519, public_key=key)
    credentials.store_city(data, Registered(terminal="0042", sealing_key=sealing, signing_key=public))
    return data
