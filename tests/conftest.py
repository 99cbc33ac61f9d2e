"""Shared by all tests: pictures without a display, and a real intake as a process of its own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")


@dataclass
class IntakeProcess:
    """The reference intake; may be stopped and started again on the same port and data."""

    data: Path
    port: int
    process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        arguments = ["serve", "--port", str(self.port), "--data", str(self.data)]
        self.process = subprocess.Popen([sys.executable, "-c", "from intake.cli import main; main()", *arguments])
        end = time.monotonic() + 30
        while True:
            try:
                urllib.request.urlopen(f"{self.url}/v1/limits", timeout=1).close()
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
        command = [sys.executable, "-c", "from intake.cli import main; main()", *arguments, "--data", str(self.data)]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout

    def stored(self) -> list[dict]:
        return json.loads(self.call("list", "--json"))


@pytest.fixture(scope="session")
def free_port():
    def find() -> int:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            return probe.getsockname()[1]

    return find


@pytest.fixture
def intake(tmp_path, free_port):
    process = IntakeProcess(tmp_path / "intake", free_port())
    process.start()
    yield process
    process.stop()


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
