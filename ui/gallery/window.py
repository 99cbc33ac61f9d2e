"""The gallery's window: shows a component in a look, leafs to the next, saves all as pictures."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

from PIL import Image
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.page import Action
from kiosk.visit.view import ViewAspect
from ui.engine import QML, ScreensError, load, make_engine, png
from ui.gallery.light import light
from ui.gallery.state import CONTENT, LOOKS, WIDTH, Look
from ui.gallery.table import COMPONENTS
from ui.pictures import PageProvider
from ui.plain import plain

ROOM = 2 * WIDTH - CONTENT
"""What the window shows from side to side, in pixels of a panel 1080 wide: a whole panel and a margin around it."""

PICTURE = ROOM // 3
"""Pixels of a saved picture from side to side: a third of a panel's."""


class Gallery(QObject):
    """A window of `width` pixels; with a height of 0 as high as what it shows, still and without tools."""

    def __init__(self, *, width: int, height: int = 0) -> None:
        super().__init__()
        self.warnings: list[str] = []
        self._size = {"width": width, "height": height} if height else {"width": width}
        self._bare = not height
        self._pictures = PageProvider()
        self._engine = make_engine(self._pictures)
        self._engine.warnings.connect(self._warned)
        self._window: QQuickWindow | None = None
        self._component = next(iter(COMPONENTS))
        self._look = Look()

    @property
    def window(self) -> QQuickWindow:
        """The window, made when it is first asked for. Raises ScreensError."""
        if self._window is None:
            values = {"sheet": self._sheet(), "bare": self._bare, **self._size}
            self._window = load(self._engine, QML / "gallery" / "Gallery.qml", values)
            if self._window is None:
                raise ScreensError("\n".join(self.warnings) or "the window could not be made")
            self._window.intent.connect(self._heard)  # type: ignore[attr-defined]
        return self._window

    def show(self, component: str, look: Look) -> None:
        """Show a component in all its states. Raises ScreensError."""
        self._component, self._look = component, look
        self.window.setProperty("sheet", self._sheet())

    def picture(self) -> bytes:
        """What is shown, as PNG. Things find their places while they are drawn, and then the window its height."""
        self.window.requestActivate()
        for _ in range(3):
            QGuiApplication.processEvents()
            self.window.grabWindow()
        return png(self.window)

    def close(self) -> None:
        """Close the window."""
        if self._window is not None:
            self._window.close()
            self._window = None
        self._engine.deleteLater()

    def _sheet(self) -> Any:
        pictures: dict[str, bytes] = {}
        states = COMPONENTS[self._component](self._look.say)
        values = {
            "component": self._component,
            "states": states,
            "view": self._look.view,
            "room": ROOM,
            "tools": self._tools(),
        }
        sheet = plain(values, pictures)
        self._pictures.keep(pictures)
        return sheet

    def _tools(self) -> tuple[Action, ...]:
        say, view = self._look.say, self._look.view
        large, contrast = ViewAspect.LARGE_PRINT, ViewAspect.HIGH_CONTRAST
        return (
            Action("leaf", say("上一个", "Previous"), "arrow-left", "-1"),
            Action("leaf", say("下一个", "Next"), "arrow-right", "1"),
            Action("view", say("黑底亮字", "Light on black"), "contrast", contrast, on=view.high_contrast),
            Action("view", say("大字", "Large"), "a-large-small", large, on=view.large_print),
            Action("language", say("English", "中文"), "languages", say("en", "zh")),
        )

    @Slot(str, str)
    def _heard(self, name: str, value: str) -> None:
        names, look = list(COMPONENTS), self._look
        match name:
            case "leaf":
                at = names.index(self._component) + int(value)
                self.show(names[at % len(names)], look)
            case "view":
                self.show(self._component, replace(look, view=look.view.toggled(ViewAspect(value))))
            case "language":
                self.show(self._component, replace(look, language=value))

    def _warned(self, warnings: list[Any]) -> None:
        self.warnings += [warning.toString() for warning in warnings]


def save_all(folder: Path) -> int:
    """Save every component in every look as `COMPONENT-LOOK.png`; how many there are. Raises OSError, ScreensError."""
    folder.mkdir(parents=True, exist_ok=True)
    gallery = Gallery(width=PICTURE)
    for component in COMPONENTS:
        for name, look in LOOKS.items():
            gallery.show(component, look)
            picture = Image.open(io.BytesIO(gallery.picture()))
            light(picture.convert("RGB")).save(folder / f"{component}-{name}.png", optimize=True)
    gallery.close()
    if gallery.warnings:
        raise ScreensError("\n".join(gallery.warnings))
    return len(COMPONENTS) * len(LOOKS)
