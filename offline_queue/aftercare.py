"""What nobody should wait for: done by a thread once no submission has come for a moment."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from time import monotonic

QUIET = 0.05
"""Seconds without a submission before anything is done that could hold one up."""

Undisturbed = Callable[[], bool]


class Aftercare:
    """Runs each of `jobs` after submissions. A job ends early when it is no longer undisturbed, and raises nothing."""

    def __init__(self, jobs: Sequence[Callable[[Undisturbed], None]]) -> None:
        self._jobs = jobs
        self._begin()

    def _begin(self) -> None:
        self._process = os.getpid()
        self._touched = 0.0
        self._due, self._closing = threading.Event(), threading.Event()
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None

    def due(self) -> None:
        """A submission is coming."""
        if self._process != os.getpid():
            self._begin()
        self._touched = monotonic()
        if not self._due.is_set():
            self._wake()

    def close(self) -> None:
        """Leave what is not done undone."""
        if self._process == os.getpid() and self._thread is not None:
            self._closing.set()
            self._due.set()
            self._thread.join()

    def _wake(self) -> None:
        with self._starting:
            self._due.set()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="aftercare", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while self._due.wait() and not self._closing.is_set():
            rest = self._touched + QUIET - monotonic()
            if rest > 0:
                self._closing.wait(rest)
                continue
            self._due.clear()
            for job in self._jobs:
                if self._undisturbed():
                    job(self._undisturbed)

    def _undisturbed(self) -> bool:
        return not self._due.is_set()
