"""Data keys made ready in quiet moments: wrapping one to the city's key takes as long as a flush of the disk.

They lie in memory only. What is lost with the process has sealed nothing yet.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from contextlib import suppress
from time import monotonic

from offline_queue.sealing import DataKey, data_key
from offline_queue.wire import SealingKey, WireError

SIZE = 64
"""Keys at most. One would do for residents, who come one after another; the rest is for a form handed in many times."""

QUIET = 0.05
"""Seconds without a submission before keys are made: nobody waits then who could be held up by it."""


class Stock:
    """The keys of one queue in one process. Safe from several threads; a forked child begins with none."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._process = os.getpid()
        self._ready: deque[DataKey] = deque()
        self._key: SealingKey | None = None
        self._taken_at = 0.0
        self._wanted, self._closing = threading.Event(), threading.Event()
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None

    def take(self, key: SealingKey) -> DataKey:
        """A data key that nobody had before, wrapped to `key`; made now when none is ready. Raises WireError."""
        # a key, and the id it is bound to, must not be used by a process and its child both
        if self._process != os.getpid():
            self._begin()
        self._key, self._taken_at = key, monotonic()
        if not self._wanted.is_set():
            self._ask()
        while True:
            try:
                found = self._ready.popleft()
            except IndexError:
                return data_key(key)
            # what was wrapped to an earlier key of the city is dropped
            if found.key == key:
                return found

    def close(self) -> None:
        """Make no more, forget those that are ready."""
        if self._process == os.getpid() and self._thread is not None:
            self._closing.set()
            self._wanted.set()
            self._thread.join()
        self._ready.clear()

    def _ask(self) -> None:
        with self._starting:
            self._wanted.set()
            if self._thread is None:
                self._thread = threading.Thread(target=self._fill, name="data keys", daemon=True)
                self._thread.start()

    def _fill(self) -> None:
        while self._wanted.wait() and not self._closing.is_set():
            rest = self._taken_at + QUIET - monotonic()
            if rest > 0:
                self._closing.wait(rest)
                continue
            self._wanted.clear()
            with suppress(WireError):  # told to whoever takes one
                while len(self._ready) < SIZE and not self._wanted.is_set() and self._key is not None:
                    self._ready.append(data_key(self._key))
