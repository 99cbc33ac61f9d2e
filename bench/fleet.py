"""A fleet that was cut off comes back: `python -m bench.fleet --terminals 8,16,32`.

Each terminal is a real outbox on disk with a real sync agent in a thread of its own; the intake is a real one with
several workers on PostgreSQL. Waits of the agents are shortened by `--faster`, since nobody wants to measure sleep.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import requests

from bench.postgres import postgres
from offline_queue import credentials, doorbell
from offline_queue.client import Client
from offline_queue.disk import Reserve
from offline_queue.enrol import enrol
from offline_queue.outbox import Attachment, Outbox
from offline_queue.sync import Agent

PATIENCE = 600.0
"""Seconds after which a fleet that has not emptied its queues is given up."""


@dataclass(frozen=True)
class Outcome:
    """What became of one fleet. Times in seconds; `peak`: requests in the busiest second."""

    terminals: int
    submitted: int
    accepted: int
    duplicates: int
    lost: int
    drained_after: float
    peak: int
    requests: int
    fresh_after: float


class Intake:
    """The reference intake, which may be stopped and started again."""

    def __init__(self, folder: Path, database: str, workers: int, slots: int) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}"
        self._where = ["--data", str(folder), *(["--database", database] if database else [])]
        self._more = ["--port", str(self._port), "--workers", str(workers), "--slots", str(slots)]
        self._process: subprocess.Popen[bytes] | None = None

    def call(self, *arguments: str) -> str:
        """A command of `kiosk-intake`; what it printed."""
        return subprocess.run(
            [*_INTAKE, *arguments, *self._where], check=True, capture_output=True, text=True, timeout=120
        ).stdout

    def start(self) -> None:
        """Serve; returns once it answers."""
        self._process = subprocess.Popen([*_INTAKE, "serve", *self._where, *self._more])
        while True:
            try:
                requests.get(f"{self.url}/v1/limits", timeout=5)
                return
            except requests.ConnectionError:
                time.sleep(0.05)

    def stop(self) -> None:
        """The line is down."""
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait()
            self._process = None


_INTAKE = [sys.executable, "-c", "from intake.cli import main; main()"]


class Terminal:
    """A queue and its agent."""

    def __init__(self, folder: Path, intake: Intake, code: str, faster: float) -> None:
        enrol(folder, intake.url, None, code, "370102", folder.name)
        self.outbox = Outbox.open(folder, Reserve(folder, ballast=0, watermark=0))
        self._client = Client(intake.url, None, credentials.load(folder))
        self._agent = Agent(self.outbox, self._client, lambda low, high: random.uniform(low, high) / faster)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._agent.run, args=(self._ended.is_set,), daemon=True)

    def start(self) -> None:
        """Let the agent work."""
        self._thread.start()

    def close(self) -> None:
        """End the agent and close the queue."""
        self._ended.set()
        doorbell.ring(self.outbox.folder)
        self._thread.join()
        self._client.close()
        self.outbox.close()


@contextmanager
def counted() -> Iterator[Counter[int]]:
    """Requests of all agents in this process, by second."""
    seconds: Counter[int] = Counter()
    plain = requests.Session.send

    def send(session: requests.Session, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        seconds[int(time.monotonic())] += 1
        return plain(session, request, **options)

    requests.Session.send = send  # type: ignore[assignment, method-assign]
    try:
        yield seconds
    finally:
        requests.Session.send = plain  # type: ignore[method-assign]


def play(folder: Path, database: str, chosen: argparse.Namespace, count: int) -> Outcome:
    """One fleet of `count` terminals: an outage in which each takes in some submissions, then the line is back."""
    intake = Intake(folder / "intake", database, chosen.workers, chosen.slots)
    intake.start()
    terminals = [
        Terminal(folder / f"terminal-{n}", intake, intake.call("enrol-code").strip(), chosen.faster)
        for n in range(count)
    ]
    intake.stop()
    for terminal in terminals:
        terminal.start()
    given = {_submit(terminal, chosen.size) for terminal in terminals for _ in range(chosen.submissions)}
    try:
        with counted() as seconds:
            intake.start()
            began = time.monotonic()
            newest = _submit(terminals[0], chosen.size)
            _until(lambda: terminals[0].outbox.acceptance_number(newest) is not None)
            fresh_after = time.monotonic() - began
            _until(lambda: all(terminal.outbox.tally().waiting == 0 for terminal in terminals))
            drained_after = time.monotonic() - began
        held = [row["id"] for row in json.loads(intake.call("list", "--json"))]
    finally:
        for terminal in terminals:
            terminal.close()
        intake.stop()
    given.add(newest)
    return Outcome(
        terminals=count,
        submitted=len(given),
        accepted=len(given.intersection(held)),
        duplicates=len(held) - len(set(held)),
        lost=len(given.difference(held)),
        drained_after=round(drained_after, 1),
        peak=max(seconds.values()),
        requests=sum(seconds.values()),
        fresh_after=round(fresh_after, 2),
    )


def _submit(terminal: Terminal, size: int) -> str:
    form = {"service_code": "elderly_allowance", "answers": {"note": "x" * 2000}}
    scan = Attachment("scan-1", "image/jpeg", random.randbytes(size))
    return terminal.outbox.submit(form, [scan], now=datetime.now(UTC)).id


def _until(true: Any) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            sys.exit("the fleet did not empty its queues in time")
        time.sleep(0.1)


def main() -> None:
    """Play the fleets that are asked for, one after the other; a row each, and `build/bench/fleet.json`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--terminals", default="8,16,32", help="sizes of the fleets")
    parser.add_argument("--submissions", type=int, default=20, help="taken in by each terminal during the outage")
    parser.add_argument("--size", type=int, default=100_000, help="bytes of the scan in each")
    parser.add_argument("--workers", type=int, default=2, help="processes of the intake")
    parser.add_argument("--slots", type=int, default=8, help="terminals that empty their queues at a time, a worker")
    parser.add_argument("--faster", type=float, default=20.0, help="by which the agents' own waits are shortened")
    chosen = parser.parse_args()
    names = list(Outcome.__dataclass_fields__)
    print("  ".join(f"{name:>13}" for name in names))
    outcomes = []
    for count in (int(number) for number in chosen.terminals.split(",")):
        folder = Path(tempfile.mkdtemp(dir="/var/tmp"))
        folder.chmod(0o755)
        (folder / "pg").mkdir()
        try:
            with postgres(folder / "pg") as database:
                outcome = asdict(play(folder, database, chosen, count))
        finally:
            shutil.rmtree(folder)
        outcomes.append(outcome)
        print("  ".join(f"{outcome[name]:>13}" for name in names), flush=True)
    out = Path("build/bench/fleet.json")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps({"chosen": vars(chosen), "fleets": outcomes}, indent=1))


if __name__ == "__main__":
    main()
