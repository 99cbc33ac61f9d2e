"""A bell between the screens and the sync agent: something new is in the queue.

A named pipe, since it needs no port, wakes across processes and costs no flush. Nobody relies on it: a bell that is
not heard means that the agent finds the work at its next look.
"""

from __future__ import annotations

import os
import select
from contextlib import suppress
from pathlib import Path

NAME = "sync.bell"


def ring(folder: Path) -> None:
    """Wake the agent of this queue, if there is one."""
    try:
        pipe = os.open(f"{folder}/{NAME}", os.O_WRONLY | os.O_NONBLOCK)
    except OSError:
        return
    try:
        with suppress(OSError):
            os.write(pipe, b"!")
    finally:
        os.close(pipe)


class Doorbell:
    """The agent's end."""

    def __init__(self, folder: Path) -> None:
        path = folder / NAME
        with suppress(FileExistsError):
            os.mkfifo(path, 0o600)
        # open for writing too, so that the pipe never reports its end
        self._pipe = os.open(path, os.O_RDWR | os.O_NONBLOCK)

    def wait(self, seconds: float) -> None:
        """Until it rings, or the time is over."""
        readable, _, _ = select.select([self._pipe], [], [], max(0.0, seconds))
        if readable:
            with suppress(BlockingIOError):
                os.read(self._pipe, 4096)

    def close(self) -> None:
        """Take it down."""
        os.close(self._pipe)
