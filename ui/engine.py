"""What every window of ours is made with: the QML engine with our pictures, loading, and a picture of what is shown."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QUrl
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlApplicationEngine, qmlRegisterSingletonType
from PySide6.QtQuick import QQuickWindow

from ui.painters import Painters
from ui.pictures import PageProvider, QrProvider, SvgProvider, drawing, icon

QML = Path(__file__).parent / "qml"


class ScreensError(Exception):
    """The screens cannot be shown: a mistake in QML, told line by line."""


@cache
def _register() -> None:
    """Once in a process: after a second time nothing loads any more (PySide 6.11.3)."""
    qmlRegisterSingletonType(Painters, "Kiosk", 1, 0, "Painters")  # type: ignore[call-overload]


def make_engine(pictures: PageProvider) -> QQmlApplicationEngine:
    """An engine that knows our types, our keyboard's style, and where pictures come from."""
    _register()
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(QML / "keyboard"))
    drawn = {"icon": SvgProvider(icon), "drawing": SvgProvider(drawing), "qr": QrProvider(), "page": pictures}
    for name, provider in drawn.items():
        engine.addImageProvider(name, provider)
    return engine


def load(engine: QQmlApplicationEngine, file: Path, values: Mapping[str, Any]) -> QQuickWindow | None:
    """The window of a QML file, None when it could not be made."""
    engine.setInitialProperties(dict(values))
    engine.load(QUrl.fromLocalFile(str(file)))
    roots = engine.rootObjects()
    return roots[0] if roots and isinstance(roots[0], QQuickWindow) else None


def png(window: QQuickWindow) -> bytes:
    """What a window shows, as PNG."""
    return encoded(window.grabWindow())


def encoded(image: QImage, kind: str = "PNG", quality: int = -1) -> bytes:
    """An image as the bytes of a file: `kind` is PNG or JPG, `quality` 0 to 100, -1 for Qt's own."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, quality)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def save(window: QQuickWindow, path: Path) -> None:
    """Save what a window shows as PNG, whole or not at all. Raises OSError."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(png(window))
    Path(file.name).replace(path)
