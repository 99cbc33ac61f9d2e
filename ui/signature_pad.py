"""The sheet on which a resident signs with a finger."""

from __future__ import annotations

from PySide6.QtCore import Property, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

PEN = 0.007
"""Width of the line as a part of the sheet's width."""

STEP = 4
"""Units of the sheet between two points that are kept: a finger sends far more."""


class SignaturePad(QQuickPaintedItem):
    """Paints `strokes` and the one being written; `drawn` carries all of them once the finger is lifted.

    `sheetWidth` and `sheetHeight` are the sheet's own measures, in which points are told.
    """

    changed = Signal()
    drawn = Signal(str)

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._strokes = ""
        self._ink = QColor("black")
        self._sheet_width, self._sheet_height = 1000, 360
        self._points: list[tuple[int, int]] = []
        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton)
        self.setKeepMouseGrab(True)
        self.setAntialiasing(True)

    def _get_strokes(self) -> str:
        return self._strokes

    def _set_strokes(self, strokes: str) -> None:
        self._strokes = strokes
        self.changed.emit()
        self.update()

    def _get_ink(self) -> QColor:
        return self._ink

    def _set_ink(self, ink: QColor) -> None:
        self._ink = ink
        self.changed.emit()
        self.update()

    def _get_sheet(self) -> list[int]:
        return [self._sheet_width, self._sheet_height]

    def _set_sheet(self, sheet: list[int]) -> None:
        self._sheet_width, self._sheet_height = sheet
        self.changed.emit()

    strokes = Property(str, _get_strokes, _set_strokes, notify=changed)
    ink = Property(QColor, _get_ink, _set_ink, notify=changed)
    sheet = Property(list, _get_sheet, _set_sheet, notify=changed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Called by Qt: the finger is down."""
        self._points = [self._place(event.position())]
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Called by Qt: the finger writes."""
        place = self._place(event.position())
        if not self._points or max(abs(a - b) for a, b in zip(place, self._points[-1], strict=True)) >= STEP:
            self._points.append(place)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Called by Qt: the finger is lifted."""
        del event
        stroke = " ".join(f"{x},{y}" for x, y in self._points)
        self._points = []
        if stroke:
            self.drawn.emit(f"{self._strokes};{stroke}" if self._strokes else stroke)

    def mouseUngrabEvent(self) -> None:
        """Called by Qt: something else took the finger over."""
        self._points = []
        self.update()

    def paint(self, painter: QPainter) -> None:
        """Called by Qt."""
        scale = self.width() / self._sheet_width
        pen = QPen(self._ink, self.width() * PEN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        for stroke in [*self._strokes.split(";"), " ".join(f"{x},{y}" for x, y in self._points)]:
            points = [QPointF(*(int(part) * scale for part in point.split(","))) for point in stroke.split()]
            if len(points) == 1:
                painter.drawPoint(points[0])
            else:
                painter.drawPolyline(QPolygonF(points))

    def _place(self, position: QPointF) -> tuple[int, int]:
        """A point in the sheet's own measures; outside it, its edge."""
        x = round(position.x() / self.width() * self._sheet_width)
        y = round(position.y() / self.height() * self._sheet_height)
        return min(max(x, 0), self._sheet_width), min(max(y, 0), self._sheet_height)
