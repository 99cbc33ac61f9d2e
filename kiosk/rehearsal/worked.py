"""A terminal of this process, and everything that a player of scenarios does at it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from config.settings import Settings
from kiosk.page import Page, ScanBody, ScanStage
from kiosk.rehearsal.clock import Clock
from kiosk.rehearsal.hand import GlassClock, Hand, pump
from kiosk.terminal import Terminal
from ui.engine import encoded
from ui.live_picture import frames
from ui.screens import Screens

REST = 0.05
"""Seconds for a page to be drawn before its picture is taken; nothing moves by itself in a rehearsal."""

PIECE = 1.0
"""Seconds that pass in one go when time is let pass, so that what follows from them can happen in between."""

EXPOSED = 30.0
"""Seconds for the window to be there."""

_STATVFS = os.statvfs


@dataclass(frozen=True)
class Seen:
    """The page that shows; whether it is `ready` for the next resident; what the screens complained of."""

    page: Page
    ready: bool
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Heard:
    """Something that was touched, and the page on which it was."""

    page: Page
    intent: str
    value: str


class Worked:
    """The terminal of `settings` with a window of `size`; what is touched is told to `heard` before it takes effect.

    It differs from `kiosk run` in its window's size, in that nothing moves by itself, and in that time can be put ahead
    and the wall clock set wrong. What is not there to touch gives False.
    """

    def __init__(self, settings: Settings, size: tuple[int, int], heard: Callable[[Heard], object]) -> None:
        glass, self._clock = GlassClock(), Clock()
        screens = Screens(width=size[0], height=size[1], motion=False, clock=glass)
        self._heard, self._touches = heard, 0
        # before the terminal hears of it, which leads on to the next page
        screens.intent.connect(self._hear)
        still = settings.screen.model_copy(update={"motion": False})
        self._terminal = Terminal(settings.model_copy(update={"screen": still}), screens, now=self._clock.now)
        self._hand = Hand(self._terminal, glass)
        window, end = screens.window, time.monotonic() + EXPOSED
        window.requestActivate()
        while not window.isExposed() and time.monotonic() < end:
            pump(0.01)

    def _hear(self, name: str, value: str) -> None:
        self._touches += 1
        self._heard(Heard(self._terminal.shell.page, name, value))

    def see(self) -> Seen:
        """How it stands."""
        shell = self._terminal.shell
        return Seen(shell.page, shell.ready, tuple(self._terminal.screens.warnings))

    def press(self, name: str, taps: int) -> bool:
        """Touch the item of this name, so many times in a row; False, too, when nothing came of it.

        A page that comes or moves under a finger takes no touch, and whoever stands there touches again.
        """
        before = self._touches
        return self._hand.press(name, taps) and self._touches > before

    def type(self, text: str) -> bool:
        """Write into the text field."""
        return self._hand.type(text)

    def sign(self) -> bool:
        """Sign on the sheet."""
        return self._hand.sign()

    def turn(self, day: date) -> bool:
        """Turn the wheels to a day."""
        self._hand.turn(day)
        return True

    def call_staff(self) -> bool:
        """Press the keys by which staff are let in."""
        self._hand.call_staff()
        return True

    def picture(self, kind: str, width: int = 0) -> bytes:
        """What is seen, as PNG or JPG, so many pixels across; empty while the live picture is still to come."""
        body = self._terminal.shell.page.body
        if isinstance(body, ScanBody) and body.stage is ScanStage.LIVE and frames.image is None:
            return b""
        pump(REST)
        seen = self._hand.seen()
        if width:
            seen = seen.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        return encoded(seen, kind, 85 if kind == "JPG" else -1)

    def pass_time(self, seconds: float) -> bool:
        """Put the visit's clock ahead."""
        while seconds > 0:
            self._terminal.shell.pass_time(min(PIECE, seconds))
            QCoreApplication.processEvents()
            seconds -= PIECE
        return True

    def set_clock(self, at: str) -> bool:
        """Set the wall clock to a local time in ISO; empty: right again."""
        self._clock.set(at)
        return True

    def fill_disk(self, full: bool) -> bool:
        """Have the disk say that there is no room on it, or what is true."""
        os.statvfs = _no_room if full else _STATVFS
        return True

    def close(self) -> None:
        """End in order."""
        self._terminal.close()
        QCoreApplication.processEvents()


def _no_room(path: Any) -> os.statvfs_result:
    found = list(_STATVFS(path))
    found[3] = found[4] = 0  # f_bfree, f_bavail
    return os.statvfs_result(found)
