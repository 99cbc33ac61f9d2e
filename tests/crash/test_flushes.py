"""What a promise costs: one flush for a small submission, three with a scan of its own file."""

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


def test_a_small_submission_is_one_flush(alone):
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    calls = "fsync,fdatasync,sync_file_range,msync,syncfs,write"
    command = ["strace", "-f", "-e", f"trace={calls}", sys.executable, "-c", ADD, str(alone)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    if "ptrace" in done.stderr and done.returncode:
        pytest.skip("this machine lets nobody trace a process")
    assert done.returncode == 0, done.stderr[-500:]
    flushes, mark = {}, ""
    for line in done.stderr.splitlines():
        if found := re.search(r'write\(2, "(\w+)', line):
            mark = found[1]
        if re.search(r"\b(fsync|fdatasync|msync|syncfs|sync_file_range)\(", line):
            flushes[mark] = flushes.get(mark, 0) + 1
    assert (flushes.get("small"), flushes.get("large")) == (1, 3)
