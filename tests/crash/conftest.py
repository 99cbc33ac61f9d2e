"""An enrolled terminal, and processes that do only what the screens or the agent do, made to be killed."""

from __future__ import annotations

import os
import signal
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

LONG = bool(os.environ.get("KIOSK_LONG_RUN"))
"""Set for the long run: ten times the kills, a hundred power cuts."""


@pytest.fixture
def long_run():
    return LONG


class Victim:
    """A child of this process, all imports done, that runs `work(write)`; what it writes outlives it."""

    def __init__(self, work: Callable[[Callable[[str], None]], None]) -> None:
        self._reading, writing = os.pipe()
        self.process = os.fork()
        if self.process == 0:
            os.close(self._reading)
            code = 1
            try:
                work(lambda line: os.write(writing, f"{line}\n".encode()))
                code = 0
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(code)
        os.close(writing)

    def read(self) -> bytes:
        """What there is; empty at its end."""
        return os.read(self._reading, 1 << 16)

    def kill(self) -> list[str]:
        """-9; the lines that had been written and not yet read."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        written = b""
        while piece := self.read():
            written += piece
        os.close(self._reading)
        return written.decode().split("\n")[:-1]


@pytest.fixture
def victim():
    return Victim


@pytest.fixture
def parts_of():
    def find(data: Path) -> set[str]:
        return {path.name for path in (data / "parts").iterdir()}

    return find
