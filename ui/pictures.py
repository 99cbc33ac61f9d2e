"""Pictures for QML: tinted icons, drawings, QR codes, and the page's own pictures, forgotten with the page."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).parent / "icons"
DRAWINGS = Path(__file__).parent / "drawings"

ROLES = ("ink", "tone", "spring", "soft", "sheet")
"""What stands for a colour in a drawing, in the order in which an address gives the colours."""

STROKE = "1.75"
"""Width of an icon's line on its grid of 24."""

QUIET_ZONE = 4
"""Modules around a QR code (ISO/IEC 18004)."""


@lru_cache(maxsize=256)
def icon(name: str, colour: str, width: int, height: int) -> QImage:
    """A drawing of lines in one colour."""
    source = (ICONS / f"{name}.svg").read_text("utf-8")
    drawn = source.replace("currentColor", f"#{colour}").replace('stroke-width="2"\n', f'stroke-width="{STROKE}"\n')
    return _rendered(drawn, width, height)


@lru_cache(maxsize=64)
def drawing(name: str, colours: str, width: int, height: int) -> QImage:
    """A drawing in several colours."""
    source = (DRAWINGS / f"{name}.svg").read_text("utf-8")
    for role, colour in zip(ROLES, colours.split("-"), strict=True):
        source = source.replace(f'"{role}"', f'"#{colour}"')
    return _rendered(source, width, height)


def _rendered(source: str, width: int, height: int) -> QImage:
    """A picture of this size, the drawing as large as its shape allows in the middle of it."""
    renderer = QSvgRenderer(QByteArray(source.encode()))
    size = renderer.defaultSize().scaled(width, height, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    left, top = (width - size.width()) / 2, (height - size.height()) / 2
    renderer.render(painter, QRectF(left, top, size.width(), size.height()))
    painter.end()
    return image


class SvgProvider(QQuickImageProvider):
    """`image://icon/NAME/RRGGBB`; `image://drawing/NAME/RRGGBB-RRGGBB-…`, the colours in the order of ROLES."""

    def __init__(self, draw: Callable[[str, str, int, int], QImage]) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._draw = draw

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:
        """The drawing in the size asked for."""
        del size
        name, _, colours = id.partition("/")
        width, height = max(requested.width(), 1), max(requested.height(), 1)
        return self._draw(Path(name).name, colours, width, height)


class QrProvider(QQuickImageProvider):
    """`image://qr/TEXT`: black on white, whole modules. The text is percent-encoded: it may be an address."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:
        """The code, as large as whole modules allow."""
        del size
        import segno

        matrix = segno.make_qr(unquote(id), error="m").matrix
        modules = len(matrix) + 2 * QUIET_ZONE
        module = max(1, requested.width() // modules)
        image = QImage(modules * module, modules * module, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        for y, row in enumerate(matrix):
            for x, dark in enumerate(row):
                if dark:
                    corner = ((x + QUIET_ZONE) * module, (y + QUIET_ZONE) * module)
                    painter.fillRect(*corner, module, module, QColor("black"))
        painter.end()
        return image


class PageProvider(QQuickImageProvider):
    """`image://page/TOKEN`: pictures that stand in the page value, kept only as long as it shows."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._held: dict[str, bytes] = {}

    def add(self, pictures: Mapping[str, bytes]) -> None:
        """Hold these too, while one page gives way to the next."""
        self._held.update(pictures)

    def keep(self, pictures: Mapping[str, bytes]) -> None:
        """Hold these and no others."""
        self._held = dict(pictures)

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:
        """The picture, no larger than asked for; an empty one when it is gone."""
        del size
        image = QImage.fromData(self._held.get(id, b""))
        if image.isNull():
            return QImage(1, 1, QImage.Format.Format_RGB32)
        wanted = image.size() if requested.isEmpty() else requested
        return image.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


def token_of(picture: bytes) -> str:
    """A name for a picture within this process."""
    return hashlib.blake2s(picture, digest_size=8).hexdigest()
