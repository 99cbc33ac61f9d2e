"""The guard before the window: one finger at a time, none while a page changes, and no key that leads out or copies.

Qt hands every finger to the item under it, so two fingers press two buttons and a palm presses a handful. The guard
takes all touches and passes the first finger on as the mouse that every item understands.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QEventPoint, QGuiApplication, QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

DEAF = 0.3
"""Seconds after a change of page in which nothing is pressed: a double tap is one wish, and belongs to the old page."""

STIR = 1.0
"""Seconds between two reports that someone is there."""

PALM = 120
"""Pixels, at 1080, of the largest fingertip (30 mm): what is wider is a palm or a sleeve."""

SHAKE = 24
"""Pixels, at 1080, by which a finger that presses may slip (6 mm) before it turns the page under it."""

FINGERS = 2
"""More at once is a palm too; of two, the first counts."""

Type = QEvent.Type
_NEVER = {Type.ContextMenu, Type.NativeGesture, Type.DragEnter, Type.DragMove, Type.DragLeave, Type.Drop}
_PRESS = {Type.TouchBegin, Type.MouseButtonPress, Type.MouseButtonDblClick, Type.KeyPress, Type.Wheel}

_LEFT = {Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton}
_ACTING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select}
_COPYING = {Qt.Key.Key_Copy, Qt.Key.Key_Cut, Qt.Key.Key_Paste, Qt.Key.Key_Insert, Qt.Key.Key_Undo, Qt.Key.Key_Menu}
# With Shift these cut, open a menu, or select what X11 then has on its clipboard.
_SHIFTED = {
    Qt.Key.Key_Delete, Qt.Key.Key_F10, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
}  # fmt: skip
_UP_AND_DOWN = {Qt.Key.Key_Up, Qt.Key.Key_Down}
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Guard(QObject):
    """Watches one window. `stirred` tells, at most once a second, that someone touched it or pressed a key."""

    stirred = Signal()

    def __init__(self, window: QQuickWindow, *, panel: bool, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._window = window
        self._panel = panel
        self._clock = clock
        self._deaf_until = 0.0
        self._next_stir = 0.0
        self._finger: int | None = None
        self._place = QPointF()
        self._now = 0
        self._ignoring = False
        self._passing = False
        self._hidden = False
        window.installEventFilter(self)
        if panel:
            self._hide_cursor(hide=True)

    @property
    def deaf(self) -> bool:
        """Whether the page has only just changed."""
        return self._clock() < self._deaf_until

    def deafen(self) -> None:
        """The page changes: what is being pressed is let go, and nothing is pressed for a moment."""
        self._deaf_until = self._clock() + DEAF
        self._let_go()

    def leave(self) -> None:
        """The window may be closed now."""
        self._window.removeEventFilter(self)
        self._hide_cursor(hide=False)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Called by Qt; True keeps an event from the window."""
        kind = event.type()
        if kind in _PRESS and not self._passing:
            self._stir()
            # who works by keys finds them on the first action of each page
            self._window.setProperty("keyed", kind is Type.KeyPress)
        match event:
            case QTouchEvent():
                event.accept()
                self._touch(event)
                return True
            case QMouseEvent():
                return not self._passing and self._stops_mouse(event)
            case QKeyEvent() if kind is not Type.ShortcutOverride:
                return self._stops_key(event)
        if kind in _NEVER or (kind is Type.Close and self._panel):
            event.ignore()
            return True
        return False

    def _stir(self) -> None:
        now = self._clock()
        if now >= self._next_stir:
            self._next_stir = now + STIR
            self.stirred.emit()

    def _stops_mouse(self, event: QMouseEvent) -> bool:
        if event.type() is Type.MouseMove:
            self._hide_cursor(hide=False)
        elif event.type() is not Type.MouseButtonRelease:
            self._ignoring = self.deaf
        return self._ignoring or self._finger is not None or event.button() not in _LEFT

    def _stops_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _HELD or event.key() in _COPYING:
            return True
        pressed = event.type() is Type.KeyPress
        if pressed and event.key() in _UP_AND_DOWN and self._window.leads(event.key()):  # type: ignore[attr-defined]
            return True
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if shifted and event.key() in _SHIFTED:
            return True
        return event.key() in _ACTING and pressed and (event.isAutoRepeat() or self.deaf)

    def _touch(self, event: QTouchEvent) -> None:
        self._hide_cursor(hide=self._panel)
        points = event.points()
        self._now = event.timestamp()
        scale = min(self._window.width(), self._window.height()) / 1080
        if event.type() is Type.TouchBegin:
            self._ignoring = self.deaf
            # Qt's own distance is in pixels, and on a fine panel less than hands tremble
            QGuiApplication.styleHints().setStartDragDistance(round(SHAKE * scale))
        elif event.type() is Type.TouchCancel:
            self._let_go()
        if is_palm(points, scale):
            self._let_go()
        for point in points:
            if not self._ignoring:
                self._follow(point)

    def _follow(self, point: QEventPoint) -> None:
        state = point.state()
        if state is QEventPoint.State.Pressed and (self._finger is None or self._on_keyboard(point.position())):
            if self._finger is not None:
                self._send(Type.MouseButtonRelease, self._place)
            self._finger = point.id()
            self._send(Type.MouseButtonPress, point.position())
        elif point.id() == self._finger and state is QEventPoint.State.Updated:
            self._send(Type.MouseMove, point.position())
        elif point.id() == self._finger and state is QEventPoint.State.Released:
            self._finger = None
            self._send(Type.MouseButtonRelease, point.position())

    def _on_keyboard(self, place: QPointF) -> bool:
        """Who types with two fingers puts the second down before the first is up; there the newer one counts."""
        keyboard = self._window.findChild(QQuickItem, "keyboard")
        if keyboard is None or not keyboard.isVisible():
            return False
        return all(keyboard.contains(keyboard.mapFromScene(point)) for point in (place, self._place))

    def _let_go(self) -> None:
        """Nothing comes of what is pressed now, nor of fingers that stay on the glass."""
        self._finger = None
        self._ignoring = True
        grabber = self._window.mouseGrabberItem()
        if grabber is not None:
            grabber.ungrabMouse()

    def _send(self, kind: QEvent.Type, place: QPointF) -> None:
        self._place = place
        button = Qt.MouseButton.NoButton if kind is Type.MouseMove else Qt.MouseButton.LeftButton
        held = Qt.MouseButton.NoButton if kind is Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        everywhere = self._window.mapToGlobal(place)
        event = QMouseEvent(kind, place, place, everywhere, button, held, Qt.KeyboardModifier.NoModifier)
        # a list goes on turning by how fast it was turned
        event.setTimestamp(self._now)
        self._passing = True
        try:
            QCoreApplication.sendEvent(self._window, event)
        finally:
            self._passing = False

    def _hide_cursor(self, *, hide: bool) -> None:
        if hide and not self._hidden:
            QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
        elif self._hidden and not hide:
            QGuiApplication.restoreOverrideCursor()
        self._hidden = hide


def is_palm(points: Sequence[QEventPoint], scale: float) -> bool:
    """Whether a hand lies on the glass rather than a finger; `scale` is of the theme, 1 on a panel 1080 wide."""
    sizes = [point.ellipseDiameters() for point in points]
    return len(points) > FINGERS or any(max(size.width(), size.height()) > PALM * scale for size in sizes)
