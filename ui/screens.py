"""The bridge: a page value goes in, intents come out."""

from __future__ import annotations

import tempfile
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QIODevice, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QQmlApplicationEngine, qmlRegisterType
from PySide6.QtQuick import QQuickWindow

from kiosk.page import Page
from ui.live_picture import Corners, LivePicture, frames
from ui.pictures import DrawingProvider, IconProvider, PageProvider, QrProvider, token_of
from ui.signature_pad import SignaturePad

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

QML = Path(__file__).parent / "qml"


class ScreensError(Exception):
    """The screens cannot be shown: a mistake in QML, told line by line."""


class Screens(QObject):
    """The window. `intent` carries a name and a value, `focused` the name of the item that now has the keys.

    Needs a QGuiApplication; used on its thread only.
    """

    intent = Signal(str, str)
    focused = Signal(str)

    def __init__(self, *, width: int, height: int, fullscreen: bool = False, motion: bool = True) -> None:
        super().__init__()
        qmlRegisterType(LivePicture, "Kiosk", 1, 0, "LivePicture")  # type: ignore[call-overload]
        qmlRegisterType(SignaturePad, "Kiosk", 1, 0, "SignaturePad")  # type: ignore[call-overload]
        self.warnings: list[str] = []
        self._size = (width, height)
        self._fullscreen = fullscreen
        self._motion = motion
        self._engine = QQmlApplicationEngine()
        self._engine.warnings.connect(self._warned)
        self._engine.addImportPath(str(QML / "keyboard"))
        self._pictures = PageProvider()
        drawn = {"icon": IconProvider(), "drawing": DrawingProvider(), "qr": QrProvider(), "page": self._pictures}
        for name, provider in drawn.items():
            self._engine.addImageProvider(name, provider)
        self._window: QQuickWindow | None = None

    @property
    def window(self) -> QQuickWindow:
        """The window; there once a page was shown."""
        if self._window is None:
            raise ScreensError("no page was shown yet")
        return self._window

    def show(self, page: Page) -> None:
        """Show a page. Raises ScreensError when the QML does not load."""
        pictures: dict[str, bytes] = {}
        value = _plain(page, pictures)
        self._pictures.add(pictures)
        if self._window is None:
            self._load(value)
        else:
            self._window.take(value)  # type: ignore[attr-defined]
        self._pictures.keep(pictures)

    def _load(self, value: Any) -> None:
        width, height = self._size
        self._engine.setInitialProperties(
            {"page": value, "panel": self._fullscreen, "still": not self._motion, "width": width, "height": height}
        )
        self._engine.load(QUrl.fromLocalFile(str(QML / "Main.qml")))
        roots = self._engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise ScreensError("\n".join(self.warnings) or "the window could not be made")
        self._window = roots[0]
        self._window.intent.connect(self._heard)  # type: ignore[attr-defined]
        self._window.focusedChanged.connect(self._moved)  # type: ignore[attr-defined]

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

    def grab(self, path: Path) -> None:
        """Save what the window shows as PNG, whole or not at all. Raises OSError."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.window.grabWindow().save(buffer, "PNG")  # type: ignore[call-overload]
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(buffer.data().data())
        Path(file.name).replace(path)

    def close(self) -> None:
        """Close the window."""
        if self._window is not None:
            self._window.close()
            self._window = None
        self._engine.deleteLater()

    @Slot(str, str)
    def _heard(self, name: str, value: str) -> None:
        self.intent.emit(name, value)

    @Slot()
    def _moved(self) -> None:
        self.focused.emit(str(self.window.property("focused")))

    def _warned(self, warnings: list[Any]) -> None:
        self.warnings += [warning.toString() for warning in warnings]


def _plain(value: Any, pictures: dict[str, bytes]) -> Any:
    """A page value as QML reads it: dataclasses as objects, pictures as addresses, a body with its type's name."""
    if is_dataclass(value) and not isinstance(value, type):
        found = {field.name: _plain(getattr(value, field.name), pictures) for field in fields(value)}
        if type(value).__name__.endswith("Body"):
            found["type"] = type(value).__name__
        return found
    if isinstance(value, bytes):
        if not value:
            return ""
        token = token_of(value)
        pictures[token] = value
        return f"image://page/{token}"
    if isinstance(value, tuple):
        return [_plain(item, pictures) for item in value]
    return str(value) if isinstance(value, str) else value
