"""What a document scanner gives: frames for the live picture, captures with the page found in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Image: TypeAlias = "NDArray[np.uint8]"
"""Pixels, rows by columns by 3, blue-green-red, 8 bit."""

Corners = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]
"""Four (x, y) in pixels, clockwise on the screen from the corner that is top left as the page lies."""


CARD_MM = (85.6, 54.0)
"""Millimetres of a card (ID-1, ISO/IEC 7810)."""


class Verdict(StrEnum):
    """What is wrong with a capture; none means it is good."""

    NO_PAGE = "no_page"
    BLURRED = "blurred"
    CUT_OFF = "cut_off"
    TOO_DARK = "too_dark"
    GLARE = "glare"


@dataclass(frozen=True, eq=False)
class PreviewFrame:
    """One live frame and the page found in it, in this frame's pixels, or None.

    `still` once that page has lain unmoved for about a second.
    """

    image: Image
    corners: Corners | None
    still: bool = False


@dataclass(frozen=True)
class Code:
    """A barcode or QR code read on the page."""

    kind: str
    text: str


@dataclass(frozen=True, eq=False, repr=False)
class Capture:
    """One picture taken. `page` is the rectified page as JPEG, None when no page was seen.

    `size` is (width, height) of the full picture in pixels; `sharpness` a figure without unit, higher is sharper.
    """

    size: tuple[int, int]
    corners: Corners | None
    verdicts: tuple[Verdict, ...]
    sharpness: float
    codes: tuple[Code, ...]
    page: bytes | None
