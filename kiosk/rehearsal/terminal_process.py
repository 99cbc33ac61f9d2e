"""A running terminal in a process of its own, as it is worked from outside, and may be killed."""

from __future__ import annotations

import socket
from collections.abc import Callable
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kiosk.exits import CommandError
from kiosk.page import Page
from kiosk.rehearsal.failure import ScenarioFailed
from kiosk.rehearsal.processes import ended, environment, start
from kiosk.rehearsal.worked import Heard, Seen

PATIENCE = 60.0
"""Seconds in which a request is answered at the latest."""

MAIN = "kiosk.rehearsal.terminal_main"


class TerminalProcess:
    """Started at once, with `places` for whatever it leaves lying about; `begin` once its queue is enrolled.

    Methods are those of Worked; what was touched is told to `heard` afterwards. What it complains of is appended to
    `log`. Raises ScenarioFailed when it is gone.
    """

    def __init__(self, config: Path, log: Path, places: Path, size: tuple[int, int]) -> None:
        self.heard: Callable[[Heard], object] = lambda _: None
        self._log = log
        ours, theirs = socket.socketpair()
        self._line = Connection(ours.detach())
        arguments = [str(theirs.fileno()), str(config), str(size[0]), str(size[1])]
        with log.open("ab") as file:
            around, kept_open = environment(places), [theirs.fileno()]
            self._process = start(MAIN, arguments, around=around, out=file, errors=file, kept_open=kept_open)
        theirs.close()

    def begin(self) -> None:
        """Show the first page. Raises CommandError."""
        try:
            self._line.send(None)
            self._answer()
        except (OSError, ScenarioFailed):
            raise CommandError("terminal", "the terminal did not start", f"read {self._log}") from None

    @property
    def runs(self) -> bool:
        """Whether its process is there."""
        return self._process.poll() is None

    @property
    def page(self) -> Page:
        """The page that shows."""
        return self.see().page

    def see(self) -> Seen:
        """How it stands."""
        seen: Seen = self._ask("see")
        return seen

    def press(self, name: str, taps: int = 1) -> bool:
        """Touch the item of this name, so many times in a row."""
        return bool(self._ask("press", name, taps))

    def type(self, text: str) -> bool:
        """Write into the text field."""
        return bool(self._ask("type", text))

    def sign(self) -> bool:
        """Sign on the sheet."""
        return bool(self._ask("sign"))

    def turn(self, day: date) -> bool:
        """Turn the wheels to a day."""
        return bool(self._ask("turn", day))

    def call_staff(self) -> bool:
        """Press the keys by which staff are let in."""
        return bool(self._ask("call_staff"))

    def picture(self, kind: str, width: int = 0) -> bytes:
        """What is seen, as PNG or JPG, so many pixels across; empty while the live picture is still to come."""
        return bytes(self._ask("picture", kind, width))

    def pass_time(self, seconds: float) -> None:
        """Put the visit's clock ahead."""
        self._ask("pass_time", seconds)

    def set_clock(self, at: str) -> None:
        """Set the wall clock to a local time in ISO; empty: right again."""
        self._ask("set_clock", at)

    def fill_disk(self, full: bool) -> None:
        """Have the disk say that there is no room on it, or what is true."""
        self._ask("fill_disk", full)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._process.kill()
        self._process.wait()
        self._line.close()

    def close(self) -> None:
        """End it in order, as it does when nobody works it any more; without effect on one that is gone."""
        self._line.close()
        ended(self._process, PATIENCE)

    def _ask(self, what: str, *arguments: Any) -> Any:
        try:
            self._line.send((what, arguments))
        except OSError:
            raise self._gone() from None
        return self._answer()

    def _answer(self) -> Any:
        try:
            if not self._line.poll(PATIENCE):
                raise self._gone()
            answer, heard = self._line.recv()
        except (EOFError, OSError):
            raise self._gone() from None
        for touched in heard:
            self.heard(touched)
        return answer

    def _gone(self) -> ScenarioFailed:
        return ScenarioFailed(f"the terminal's process is gone, or says nothing (code {self._process.poll()})")
