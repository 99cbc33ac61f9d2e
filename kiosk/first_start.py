"""The window of a first start: its pages until the terminal is set up."""

from __future__ import annotations

import signal
import sys
import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

import ui
from config.catalogue import Catalogue
from config.settings import Settings
from kiosk.crashes import guard_personal_data
from kiosk.pages.scene import Scene
from kiosk.pulse import Pulse
from kiosk.setup.deeds import Deeds
from kiosk.setup.events import Event, TimePassed, Touched
from kiosk.setup.running import Runner
from kiosk.words import Words
from ui.application import make_application
from ui.screens import Screens

TICK = 500
"""Milliseconds between two looks at the clock: a wait after wrong PINs is shown in seconds."""

HANG = 15
"""Seconds for which the loop may stand still: what takes longer is done by the worker."""


class FirstStart(QObject):
    """Pages, deeds and window of a first start. `ended` when the terminal may begin. Needs a QGuiApplication."""

    ended = Signal()
    _answered = Signal(object)

    def __init__(self, deeds: Deeds, screens: Screens) -> None:
        super().__init__()
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        words = Words.load(ui.TRANSLATIONS)
        scene = Scene(Catalogue([]), "", words, words.languages[0])
        self.runner = Runner(deeds, scene, screens, self._answered.emit, self.ended.emit)
        screens.intent.connect(self._touched)
        self._last = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK)

    def close(self) -> None:
        """No more time passes."""
        self._timer.stop()

    @Slot(object)
    def _deliver(self, event: Event) -> None:
        self.runner.handle(event)

    @Slot(str, str)
    def _touched(self, name: str, value: str) -> None:
        self.runner.handle(Touched(name, value))

    @Slot()
    def _tick(self) -> None:
        now = time.monotonic()
        passed, self._last = now - self._last, now
        self.runner.handle(TimePassed(passed))


def set_up(settings: Settings, deeds: Deeds, window: tuple[int, int, bool]) -> bool:
    """Show the pages of a first start; whether it came to its end, or was asked to end before."""
    guard_personal_data()
    width, height, fullscreen = window
    application = make_application(sys.argv[:1])
    screens = Screens(width=width, height=height, fullscreen=fullscreen, motion=settings.screen.motion)
    first, pulse, timer, done = FirstStart(deeds, screens), Pulse(HANG), QTimer(), []
    first.ended.connect(lambda: done.append(True))
    # quit() asks the window, which on a panel never closes
    first.ended.connect(application.exit)
    timer.timeout.connect(lambda: pulse.beat("is being set up"))
    timer.start(TICK)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: application.exit())
    pulse.start()
    application.exec()
    pulse.stop()
    timer.stop()
    first.close()
    screens.close()
    return bool(done)
