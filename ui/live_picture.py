"""The live picture of the scanner, with the found page outlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Corners = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]

OUTLINE = 0.006
"""Width of the outline as a part of the picture's width."""


class FrameSource(QObject):
    """The newest frame. One for the process: a terminal has one live picture."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.image: QImage | None = None
        self.corners: Corners | None = None

    def put(self, pixels: NDArray[np.uint8] | None, corners: Corners | None) -> None:
        """A frame (rows by columns by 3, blue-green-red), or nothing."""
        if pixels is None:
            self.image, self.corners = None, None
        else:
            import numpy as np

            height, width = pixels.shape[:2]
            data = np.ascontiguousarray(pixels)
            self.image = QImage(data.data, width, height, 3 * width, QImage.Format.Format_BGR888).copy()
            self.corners = corners
        self.changed.emit()


frames = FrameSource()


class LivePicture(QQuickPaintedItem):
    """Paints the newest frame, whole, in the middle of its room."""

    outlineChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._outline = QColor("white")
        frames.changed.connect(self.update)

    def _get_outline(self) -> QColor:
        return self._outline

    def _set_outline(self, colour: QColor) -> None:
        self._outline = colour
        self.outlineChanged.emit()
        self.update()

    outline = Property(QColor, _get_outline, _set_outline, notify=outlineChanged)

    def paint(self, painter: QPainter) -> None:
        """Called by Qt."""
        image = frames.image
        if image is None:
            return
        scale = min(self.width() / image.width(), self.height() / image.height())
        width, height = image.width() * scale, image.height() * scale
        left, top = (self.width() - width) / 2, (self.height() - height) / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left, top, width, height), image)
        if frames.corners is None:
            return
        points = [QPointF(left + x * scale, top + y * scale) for x, y in frames.corners]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._outline, max(3.0, width * OUTLINE)))
        soft = QColor(self._outline)
        soft.setAlpha(40)
        painter.setBrush(soft)
        painter.drawPolygon(QPolygonF(points))
        painter.setBrush(self._outline)
        for point in points:
            painter.drawEllipse(point, width * OUTLINE * 2, width * OUTLINE * 2)
