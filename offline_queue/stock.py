"""Data keys made beforehand: wrapping one to the city's key takes as long as a flush of the disk.

They lie in memory only. What is lost with the process has sealed nothing yet.
"""

from __future__ import annotations

import os
from collections import deque
from contextlib import suppress

from offline_queue.aftercare import Undisturbed
from offline_queue.sealing import DataKey, data_key
from offline_queue.wire import SealingKey, WireError

SIZE = 64
"""Keys at most. A few would do for residents, who come one after another; the rest is for many forms at once."""


class Stock:
    """The keys of one queue in one process. Safe from several threads; a forked child begins with none."""

    def __init__(self) -> None:
        self._process = os.getpid()
        self._ready: deque[DataKey] = deque()
        self._key: SealingKey | None = None

    def __len__(self) -> int:
        return len(self._ready)

    def take(self, key: SealingKey) -> DataKey:
        """A data key that nobody had before, wrapped to `key`; made now when none is ready. Raises WireError."""
        # a key, and the id it is bound to, must not be used by a process and its child both
        if self._process != os.getpid():
            self._process, self._ready = os.getpid(), deque()
        self._key = key
        while True:
            try:
                found = self._ready.popleft()
            except IndexError:
                return data_key(key)
            # what was wrapped to an earlier key of the city is dropped
            if found.key == key:
                return found

    def fill(self, undisturbed: Undisturbed) -> None:
        """Make as many as are missing for the key last asked for."""
        ready = self._ready
        # whoever takes one is told of a key that is none
        with suppress(WireError):
            while self._key is not None and len(ready) < SIZE and undisturbed():
                ready.append(data_key(self._key))

    def clear(self) -> None:
        """Forget those that are ready."""
        self._ready.clear()
