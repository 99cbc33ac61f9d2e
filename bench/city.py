"""The reference intake as a process of its own, for measurements."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import requests

from bench.work import work_of
from intake.objects import Folder
from intake.store import Store, Stored

UNPACED = 1 << 20
"""Slots so many that nobody is ever told to come later."""


class Intake:
    """An intake that may be stopped and started again. `database` is a URL; SQLite under `folder` when it is empty."""

    def __init__(self, folder: Path, database: str, workers: int, slots: int) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        folder.mkdir(parents=True, exist_ok=True)
        self.url = f"http://127.0.0.1:{self._port}"
        self._folder = folder
        self._database = database or f"sqlite:///{folder / 'intake.sqlite'}"
        self._options = ["--data", folder, "--database", self._database, "--port", self._port]
        self._options += ["--workers", workers, "--slots", slots]
        self._process: subprocess.Popen[bytes] | None = None
        self._began = self._past = 0.0

    def codes(self, count: int) -> list[str]:
        """Codes with which so many terminals may register."""
        store = self._store()
        codes = [store.new_code() for _ in range(count)]
        store.close()
        return codes

    def stored(self) -> list[Stored]:
        """All that arrived."""
        store = self._store()
        rows = store.submissions()
        store.close()
        return rows

    def _store(self) -> Store:
        return Store(self._database, Folder(self._folder / "parts"))

    def start(self) -> None:
        """Serve; returns once it answers."""
        serve = [sys.executable, "-c", "from intake.cli import main; main()", "serve", *map(str, self._options)]
        # a group of its own, so that its workers end with it
        self._process = subprocess.Popen(serve, start_new_session=True)
        while True:
            try:
                requests.get(f"{self.url}/v1/limits", timeout=5)
                self._began = work_of(self._process.pid)
                return
            except requests.ConnectionError:
                if self._process.poll() is not None:
                    sys.exit("the intake did not start")
                time.sleep(0.05)

    def worked(self) -> float:
        """Seconds of processor time of all its workers, without what each start took."""
        return self._past + (0.0 if self._process is None else work_of(self._process.pid) - self._began)

    def stop(self) -> None:
        """The line is down: killed in the middle of whatever it was doing."""
        if self._process is not None:
            self._past = self.worked()
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None
