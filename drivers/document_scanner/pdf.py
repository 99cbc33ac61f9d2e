"""Several pages of one paper as one PDF: the JPEGs as they are, not encoded again."""

from __future__ import annotations

from collections.abc import Sequence

from drivers.document_scanner.page import CARD_MM

POINTS_PER_MM = 72 / 25.4

SIZES_MM = ((210.0, 297.0), CARD_MM)
"""A4 (ISO 216) and cards."""

ALIKE = 0.04
"""Part by which a page's proportions may differ from a known size to be printed as large."""

PIXELS_PER_MM = 8.0
"""For pages of no known size: about 200 dots per inch."""


def as_pdf(pages: Sequence[bytes]) -> bytes:
    """One PDF out of JPEGs, a page each, upright or lying as the picture is. Raises ValueError for none or no JPEG."""
    if not pages:
        raise ValueError("a PDF needs a page")
    # late: it takes longer to read in than all the rest of a terminal
    import img2pdf

    try:
        return bytes(img2pdf.convert(list(pages), layout_fun=_layout, rotation=img2pdf.Rotation.ifvalid))
    except (img2pdf.ImageOpenError, img2pdf.JpegColorspaceError, TypeError) as error:
        raise ValueError("a page is no JPEG") from error


def _layout(width: int, height: int, _: object) -> tuple[float, float, float, float]:
    """Page and picture in points, from the picture's pixels."""
    wide, high = (side * POINTS_PER_MM for side in _millimetres(width, height))
    return wide, high, wide, high


def _millimetres(width: int, height: int) -> tuple[float, float]:
    for short, long in SIZES_MM:
        for wide, high in ((short, long), (long, short)):
            if abs(width / height / (wide / high) - 1) < ALIKE:
                return wide, high
    return width / PIXELS_PER_MM, height / PIXELS_PER_MM
