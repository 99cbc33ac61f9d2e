"""Reads in the pages that were not shown yet, one at a time, so that nobody waits for it at a touch."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtQml import QQmlComponent, QQmlEngine

PAUSE = 100
"""Milliseconds from one to the next; each takes a few."""


class Ahead(QObject):
    """Makes the components of all QML files of a folder; the engine keeps what it has compiled as long as they live."""

    def __init__(self, engine: QQmlEngine, folder: Path) -> None:
        super().__init__()
        self._engine = engine
        self._left = iter(sorted(folder.glob("*.qml")))
        self._made: list[QQmlComponent] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)
        self._timer.start(PAUSE)

    @property
    def reading(self) -> bool:
        """Whether some are left."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Read in no more, and let go of all."""
        self._timer.stop()
        self._made.clear()

    @Slot()
    def _next(self) -> None:
        file = next(self._left, None)
        if file is None:
            self._timer.stop()
        else:
            self._made.append(QQmlComponent(self._engine, QUrl.fromLocalFile(str(file))))
