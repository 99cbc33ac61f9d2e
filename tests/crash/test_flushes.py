"""What a promise costs: one flush for a small submission, three with a scan of its own file, one to have it sent."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import pytest

ADD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from offline_queue.outbox import Attachment, Outbox
with Outbox.open(Path(sys.argv[1])) as outbox:
    scans = [Attachment("scan-1", "image/jpeg", bytes(300_000))]
    for mark in ("warm", "small", "large", "end"):
        print(mark, file=sys.stderr, flush=True)
        outbox.submit({"service_code": "x"}, scans if mark == "large" else [], now=datetime.now(UTC))
"""


DRAIN = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from offline_queue import credentials
from offline_queue.client import Client
from offline_queue.outbox import Outbox
from offline_queue.sync import Agent
data = Path(sys.argv[1])
with Outbox.open(data) as outbox:
    agent = Agent(outbox, Client(sys.argv[2], None, credentials.load(data)), lambda low, high: 0.0)
    for count in (1, 2, 22):
        for _ in range(count):
            outbox.submit({"service_code": "x"}, [], now=datetime.now(UTC))
        print(f"m{count}", file=sys.stderr, flush=True)
        agent.drain(60)
        print("rest", file=sys.stderr, flush=True)
"""


def flushes(script, *arguments):
    """How many flushes a script makes after each word that it prints."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    calls = "fsync,fdatasync,sync_file_range,msync,syncfs,write"
    command = ["strace", "-f", "-e", f"trace={calls}", sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    if "ptrace" in done.stderr and done.returncode:
        pytest.skip("this machine lets nobody trace a process")
    assert done.returncode == 0, done.stderr[-500:]
    flushes, mark, waiting = {}, "", ""
    for line in done.stderr.splitlines():
        who = re.match(r"(\[pid +\d+\])?", line)[0]
        if found := re.search(r'write\(2, "(\w+)', line):
            mark, waiting = found[1], who
        # what another thread does in a quiet moment nobody waits for
        if who == waiting and re.search(r"\b(fsync|fdatasync|msync|syncfs|sync_file_range)\(", line):
            flushes[mark] = flushes.get(mark, 0) + 1
    return flushes


def test_a_small_submission_is_one_flush(alone):
    found = flushes(ADD, str(alone))
    assert (found.get("small"), found.get("large")) == (1, 3)


def test_a_submission_that_is_sent_is_one_flush(enrolled, intake):
    found = flushes(DRAIN, str(enrolled), intake.url)
    # one more where the log, copied back in a quiet moment, is begun anew
    assert found["m22"] - found["m2"] in (20, 21), "one that is acknowledged and the next that is taken are one flush"
