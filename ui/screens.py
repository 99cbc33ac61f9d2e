"""The bridge: a page value goes in, intents come out."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.page import Page
from ui.ahead import Ahead
from ui.engine import QML, ScreensError, load, make_engine
from ui.guard import Guard
from ui.live_picture import Corners, frames
from ui.pictures import PageProvider
from ui.plain import plain

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Screens(QObject):
    """The window. `intent` carries a name and a value, `focused` the name of the item to which a
    resident moved the keys; `stirred` tells that someone touched glass or keys; `turned` how many seconds went by
    from a touch to the first frame of the page that it led to.

    `fullscreen` is for the panel, where nothing but `close` ends the window. Needs a QGuiApplication; used on its
    thread only.
    """

    intent = Signal(str, str)
    focused = Signal(str)
    stirred = Signal()
    turned = Signal(float)

    def __init__(
        self,
        *,
        width: int,
        height: int,
        fullscreen: bool = False,
        motion: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.warnings: list[str] = []
        self._size = (width, height)
        self._fullscreen = fullscreen
        self._motion = motion
        self._clock = clock
        self._guard: Guard | None = None
        self._ahead: Ahead | None = None
        self._shown: tuple[object, ...] = ()
        self._touched: float | None = None
        self._pictures = PageProvider()
        self._engine = make_engine(self._pictures)
        self._engine.warnings.connect(self._warned)
        self._window: QQuickWindow | None = None

    @property
    def window(self) -> QQuickWindow:
        """The window; there once a page was shown."""
        if self._window is None:
            raise ScreensError("no page was shown yet")
        return self._window

    @property
    def deaf(self) -> bool:
        """Whether the page has only just changed, so that a touch would not count."""
        return self._guard is not None and self._guard.deaf

    def show(self, page: Page) -> None:
        """Show a page. Raises ScreensError when the QML does not load."""
        place = _place(page)
        turned_at = self._touched if self._guard is not None and place != self._shown else None
        if self._guard is not None and place != self._shown:
            self._guard.deafen()
        self._shown = place
        pictures: dict[str, bytes] = {}
        value = plain(page, pictures)
        self._pictures.add(pictures)
        if self._window is None:
            self._load(value)
        else:
            self._window.take(value)  # type: ignore[attr-defined]
        self._pictures.keep(pictures)
        if turned_at is not None:
            self._time(turned_at)

    def _time(self, touched: float) -> None:
        """Tell when the page that was just shown is on the glass."""

        def swapped() -> None:
            self.turned.emit(self._clock() - touched)

        self.window.frameSwapped.connect(swapped, Qt.ConnectionType.SingleShotConnection)

    def _load(self, value: Any) -> None:
        width, height = self._size
        shown = {"page": value, "panel": self._fullscreen, "still": not self._motion, "width": width, "height": height}
        self._window = load(self._engine, QML / "Main.qml", shown)
        if self._window is None:
            raise ScreensError("\n".join(self.warnings) or "the window could not be made")
        self._window.intent.connect(self._heard)  # type: ignore[attr-defined]
        self._window.moved.connect(self._moved)  # type: ignore[attr-defined]
        self._guard = Guard(self._window, panel=self._fullscreen, clock=self._clock)
        self._guard.stirred.connect(self.stirred)
        self._ahead = Ahead(self._engine, QML / "pages")

    def show_frame(self, pixels: NDArray[np.uint8], corners: Corners | None) -> None:
        """Show a live frame with the page found in it."""
        frames.put(pixels, corners)

    def forget(self) -> None:
        """Drop pictures, frame, and whatever a field or the keyboard holds."""
        self._pictures.keep({})
        frames.put(None, None)
        if self._window is not None:
            self._window.forget()  # type: ignore[attr-defined]
        self._engine.collectGarbage()

    def close(self) -> None:
        """Close the window."""
        if self._guard is not None:
            self._guard.leave()
        if self._ahead is not None:
            self._ahead.stop()
        if self._window is not None:
            self._window.close()
            self._window = None
        self._engine.deleteLater()

    @Slot(str, str)
    def _heard(self, name: str, value: str) -> None:
        self._touched = self._clock()
        self.intent.emit(name, value)
        # what shows later does so for another reason: a card was read, a number came
        self._touched = None

    @Slot(str)
    def _moved(self, name: str) -> None:
        self.focused.emit(name)

    def _warned(self, warnings: list[Any]) -> None:
        self.warnings += [warning.toString() for warning in warnings]


def _place(page: Page) -> tuple[object, ...]:
    """What makes a touch meant for one page a mistake on the next."""
    return page.name, page.overlay is None, getattr(page.body, "stage", None)
