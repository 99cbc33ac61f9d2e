"""A finger on a real terminal, and a clock: `python -m bench.touching CONFIG` prints what each touch took, as JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPointF
from PySide6.QtTest import QTest

from bench.start import SIZE
from config.settings import load
from kiosk.reading_in import uncollected
from kiosk.rehearsal.hand import find
from kiosk.terminal import Terminal
from offline_queue.outbox import Attachment, Outbox
from ui.application import make_application
from ui.screens import Screens

ROUNDS = 100
BACKLOG = 60
"""Submissions of 1 MB that wait at least, so that the agent never rests."""

SERVICE = "jn-residence-registration"
WAY = (
    ("action:start:", "home"),
    ("action:group:living", "group"),
    (f"action:choose_service:{SERVICE}", "guide"),
    ("action:forward:", "identify"),
    ("action:type_instead:", "type-number"),
    ("action:key:3", "type-number"),
    ("action:back:", "identify"),
    ("action:leave:", "identify"),
    ("action:leave_confirmed:", "attract"),
)
"""What is touched, and the page that shows then."""

REST = 5.0
"""Seconds that the terminal stands before anyone comes: devices are looked at, pages read in."""

PATIENCE = 10.0


class Touching:
    """Touches one thing after the other."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._finger = QTest.createTouchDevice()
        self.taps: list[float] = []
        began = time.monotonic()
        self._until(lambda: time.monotonic() > began + REST, "the end of the rest")

    def tap(self, name: str, page: str) -> None:
        """Touch what is called `name` and wait for the first frame of `page`."""
        window = self._terminal.screens.window
        place = self._middle(name).toPoint()
        frames: list[float] = []

        def swapped() -> None:
            if self._terminal.shell.page is not before and self._terminal.shell.page.name == page:
                frames.append(time.perf_counter())

        before = self._terminal.shell.page
        connection = window.frameSwapped.connect(swapped)
        began = time.perf_counter()
        QTest.touchEvent(window, self._finger).press(1, place, window).commit()
        QTest.touchEvent(window, self._finger).release(1, place, window).commit()
        self._until(lambda: frames, page)
        self.taps.append(frames[0] - began)
        window.frameSwapped.disconnect(connection)
        # a person looks before touching again
        self._until(lambda: time.perf_counter() > began + 0.4, page)

    def _middle(self, name: str) -> QPointF:
        root = self._terminal.screens.window.contentItem()
        self._until(lambda: find(root, name), name)
        item = find(root, name)
        if item is None:
            raise RuntimeError(f"{name} is gone again")
        return item.mapToScene(item.boundingRect().center())

    def _until(self, condition: Callable[[], object], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                raise RuntimeError(f"{what} did not come; the page is {self._terminal.shell.page.name}")
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            time.sleep(0.0005)


def main() -> None:
    """Touch along the way, `ROUNDS` times, with a backlog that never ends."""
    settings = load(Path(sys.argv[1]))
    application = make_application(["bench"])
    with uncollected():
        terminal = Terminal(settings, Screens(width=SIZE[0], height=SIZE[1]))
    touching = Touching(terminal)
    made = 0
    scan = os.urandom(1 << 20)
    with Outbox.open(settings.data_dir) as outbox:
        for _ in range(ROUNDS):
            while outbox.waiting() < BACKLOG:
                form = {"service_code": SERVICE, "applicant": {}, "answers": {}}
                outbox.submit(form, [Attachment("lease", "image/jpeg", scan)], now=datetime.now(UTC))
                made += 1
            for name, page in WAY:
                touching.tap(name, page)
        left = outbox.waiting()
    sys.stdout.write(json.dumps({"taps": touching.taps, "sent": made - left}) + "\n")
    terminal.close()
    application.processEvents()


if __name__ == "__main__":
    main()
