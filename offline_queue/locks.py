"""Advisory locks between processes: flock(2), which ends with the process that holds it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SENDER = "sync.lock"
"""Below `data_dir`: held by the sync agent."""

PARTS = "parts.lock"
"""Beside the queue: shared by whoever writes files that no row names yet, held alone by whoever sweeps."""

FETCHER = "updates.lock"
"""Below `data_dir`: held by whoever fetches a release, the agent or a command."""

VISIT = "visit.lock"
"""Below `data_dir`: held by the screens while someone is there, and by whoever replaces the program."""


@contextmanager
def held(path: Path, *, wait: bool, shared: bool = False) -> Iterator[None]:
    """Hold the lock of a file, which is made if need be. Raises OSError; BlockingIOError where another has it and none
    waits for it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | (0 if wait else fcntl.LOCK_NB))
        yield
    finally:
        os.close(descriptor)
