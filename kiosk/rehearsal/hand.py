"""A hand on the glass of a running terminal: finds what is shown by its name, and touches, types, signs."""

from __future__ import annotations

import time
from datetime import date

from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.page import SearchBody
from kiosk.rehearsal.page_words import turned
from kiosk.terminal import Terminal
from ui.guard import DEAF

PUMP = 0.02
"""Seconds that Qt works between two looks."""

SIGNATURE = (((0.2, 0.3), (0.4, 0.2), (0.45, 0.8)), ((0.6, 0.2), (0.5, 0.7)), ((0.6, 0.5), (0.8, 0.7)))
"""Strokes that a scenario signs with, in parts of the sheet."""

_STAFF = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class GlassClock:
    """A clock for the glass that can be put ahead: whoever waits until a new page listens need not do so in life."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self._ahead

    def skip(self, seconds: float) -> None:
        """Put it ahead."""
        self._ahead += seconds


class Hand:
    """Works on the window of `terminal`, whose screens go by `clock`. What is not there to touch gives False."""

    def __init__(self, terminal: Terminal, clock: GlassClock) -> None:
        self._terminal = terminal
        self._clock = clock

    @property
    def window(self) -> QQuickWindow:
        """The terminal's window."""
        return self._terminal.screens.window

    def press(self, name: str, taps: int = 1) -> bool:
        """Touch the item of this name; the place where it is, so many times in a row."""
        item = find(self.window.contentItem(), name)
        if item is None:
            return False
        item.forceActiveFocus()  # brings it into sight where the page scrolls
        pump(PUMP)  # a page that has only just come is not laid out yet
        self._listened_to()
        middle = item.mapToScene(item.boundingRect().center())
        for _ in range(taps):
            QTest.mouseClick(self.window, _LEFT, _NONE, QPoint(int(middle.x()), int(middle.y())))
            pump(PUMP)
        return True

    def type(self, text: str) -> bool:
        """Write into the text field, or the one that searches."""
        searching = isinstance(self._terminal.shell.page.body, SearchBody)
        field = find(self.window.contentItem(), "search-field" if searching else "text-field")
        if field is None:
            return False
        field.setProperty("text", text)
        pump(PUMP)
        return True

    def sign(self) -> bool:
        """Write on the sheet for the signature."""
        pad = find(self.window.contentItem(), "signature-pad")
        if pad is None:
            return False
        self._listened_to()

        def place(x: float, y: float) -> QPoint:
            return pad.mapToScene(QPointF(pad.width() * x, pad.height() * y)).toPoint()

        for stroke in SIGNATURE:
            QTest.mousePress(self.window, _LEFT, _NONE, place(*stroke[0]))
            for point in stroke[1:]:
                QTest.mouseMove(self.window, place(*point))
                pump(PUMP)
            QTest.mouseRelease(self.window, _LEFT, _NONE, place(*stroke[-1]))
            pump(PUMP)
        return True

    def turn(self, day: date) -> None:
        """Turn the wheels to a day."""
        self._terminal.screens.intent.emit("draft", turned(day, self._terminal.shell.page))

    def call_staff(self) -> None:
        """Press the keys by which staff are let in."""
        self._listened_to()
        QTest.keyClick(self.window, Qt.Key.Key_S, _STAFF)
        pump(PUMP)

    def seen(self) -> QImage:
        """What the window shows."""
        return self.window.grabWindow()

    def _listened_to(self) -> None:
        if self._terminal.screens.deaf:
            self._clock.skip(DEAF)


def pump(seconds: float) -> None:
    """Let Qt and the threads of the devices work, in a loop of its own: only there the parts of gone pages end."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def find(item: QQuickItem, name: str) -> QQuickItem | None:
    """The visible, enabled item of this name; of several the last, which lies on top."""
    if not item.isVisible():
        return None
    for child in reversed(item.childItems()):
        found = find(child, name)
        if found is not None:
            return found
    return item if item.objectName() == name and item.isEnabled() else None
