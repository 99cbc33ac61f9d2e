"""Finding the page in a picture: candidates, judged side by side, the best one refined at full size.

Facts and weak points of the common recipes: white paper on a bright desk, paper at the border, boxes printed on a
flat scan. So a side counts only where the inside differs from the outside beyond the width of a printed line.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from drivers.document_scanner.candidates import Quad, quads
from drivers.document_scanner.page import Corners, Image
from drivers.document_scanner.reduce import reduced
from drivers.document_scanner.sides import Side, judge, refine

THOROUGH = 720
QUICK = 400
"""Longer side, in pixels, of the copy in which the page is sought: for a capture, and (about) for the live picture."""

FINE = 2000
"""Longer side of the copy in which corners are refined."""

LARGEST = 0.97
"""A candidate that covers more of the picture is the picture itself."""

SUPPORT = 0.62
MEAN_SUPPORT = 0.75
"""Part of each side, and of all sides, on which the picture must agree."""

SHARED = 0.05
"""Part of a page's diagonal within which two corners are one."""

BLACK = 60
COLOURLESS = 20
"""Levels up to which a thing darker than its desk is black and without colour: no paper, however dim the light."""

MARGIN = 0.02
SMALLEST_AROUND = 0.1
BRIGHT = 170
LETTER = (3, 30)
LETTERS = 15
"""Print around a box on a flat scan: beyond this part of the picture from box and border, on a ground of this level
that is at least this part of the picture, this many marks with sides of so many pixels of the small copy."""

DIFFERENCE = 5.0
"""Levels (of 255) by which a paper's median colour differs from its surroundings at least."""


@dataclass(frozen=True)
class Found:
    """The page's corners in pixels, or None; `cut_off` when a page runs out of the picture."""

    corners: Corners | None
    cut_off: bool = False


def find_page(image: Image, thorough: bool = True) -> Found:
    """The page in a picture; the top sheet of a pile. Never the whole picture, never an invented corner."""
    small, scale = _shrunk(image, THOROUGH) if thorough else _halved(image, QUICK)
    grey = _grey(small)
    scored: list[tuple[float, Quad]] = []
    cut_off = False
    for quad in quads(small, thorough):
        if not _plausible(quad, small.shape):
            continue
        sides = judge(grey, small, quad)
        if _runs_out(sides):
            cut_off = True
            continue
        score = _score(quad, sides, small, grey)
        if score is not None:
            scored.append((score, quad))
    if not scored:
        return Found(None, cut_off)
    page = _whole(scored)
    if thorough and _is_box(grey, page):
        return Found(None)
    return Found(_as_corners(_refined(image, page / scale)))


def _is_box(grey: NDArray[np.uint8], quad: Quad) -> bool:
    """A box on a flat scan: what lies around it is bright and printed on, so that is the page."""
    around = np.full_like(grey, 255)
    cv2.fillConvexPoly(around, quad.astype(np.int32), 0)
    margin = max(4, int(MARGIN * max(grey.shape)))
    kernel = np.ones((margin, margin), np.uint8)
    around = np.asarray(cv2.erode(around, kernel, borderType=cv2.BORDER_CONSTANT, borderValue=0), dtype=np.uint8)
    if float((around > 0).mean()) < SMALLEST_AROUND or float(np.median(grey[around > 0])) < BRIGHT:
        return False
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 21, 22)
    _, _, stats, _ = cv2.connectedComponentsWithStats(cv2.bitwise_and(ink, around))
    sides = np.maximum(stats[1:, cv2.CC_STAT_WIDTH], stats[1:, cv2.CC_STAT_HEIGHT])
    return int(((sides >= LETTER[0]) & (sides <= LETTER[1])).sum()) >= LETTERS


def _whole(scored: list[tuple[float, Quad]]) -> Quad:
    """The best candidate; where it is one half of an open booklet, the whole of it.

    Then a larger candidate has two corners next to each other in common with it.
    """
    best = max(scored, key=lambda one: one[0])[1]
    near = SHARED * float(np.linalg.norm(best[2] - best[0]))
    larger = [quad for _, quad in scored if cv2.contourArea(quad) > 1.3 * cv2.contourArea(best)]
    for quad in sorted(larger, key=lambda one: -float(cv2.contourArea(one))):
        shared = np.linalg.norm(best[:, None] - quad[None], axis=2).min(axis=1) < near
        if shared.sum() == 2 and bool((shared & np.roll(shared, 1)).any()):
            return quad
    return best


def _plausible(quad: Quad, shape: tuple[int, ...]) -> bool:
    height, width = shape[:2]
    if not cv2.isContourConvex(quad) or cv2.contourArea(quad) > LARGEST * height * width:
        return False
    sides = np.linalg.norm(np.roll(quad, -1, axis=0) - quad, axis=1)
    if sides.min() < 0.08 * max(height, width) * 0.6:
        return False
    for index in range(4):
        a, b = quad[index - 1] - quad[index], quad[(index + 1) % 4] - quad[index]
        cosine = float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b) + 1e-6))
        if abs(cosine) > 0.5:
            return False
    opposite = max(sides[0] / sides[2], sides[2] / sides[0], sides[1] / sides[3], sides[3] / sides[1])
    return float(opposite) < 2.0


def _runs_out(sides: list[Side]) -> bool:
    inside = [side for side in sides if not side.at_border]
    return len(inside) < 4 and len(inside) >= 2 and all(side.support > MEAN_SUPPORT for side in inside)


def _score(quad: Quad, sides: list[Side], small: Image, grey: NDArray[np.uint8]) -> float | None:
    support = [side.support for side in sides]
    if min(support) < SUPPORT or sum(support) / 4 < MEAN_SUPPORT:
        return None
    mask = np.zeros_like(grey)
    cv2.fillConvexPoly(mask, quad.astype(np.int32), 255)
    colour = np.median(small[mask > 0], axis=0)
    if _differs(small, mask, colour) < DIFFERENCE or _is_black(small, mask, colour):
        return None
    inside = float(cv2.mean(grey, mask)[0])
    outside = float(cv2.mean(grey, cv2.bitwise_not(mask))[0])
    if sum(side.step for side in sides) / 4 < -20 and outside > 190:
        return None
    area = float(cv2.contourArea(quad)) / grey.size
    brighter = max(-0.5, min(1.0, (inside - outside) / 80))
    return float(sum(support) / 4 + 0.5 * min(support) + 0.35 * area**0.5 + 0.25 * brighter)


def _is_black(small: Image, mask: NDArray[np.uint8], colour: NDArray[np.float64]) -> bool:
    """A switched-off screen: black, without colour, beside which all else is brighter."""
    if colour.max() >= BLACK or np.ptp(colour) >= COLOURLESS or not (mask == 0).any():
        return False
    return bool(colour.max() < np.median(small[mask == 0], axis=0).max())


def _differs(small: Image, mask: NDArray[np.uint8], colour: NDArray[np.float64]) -> float:
    """By how much the paper's colour differs from what lies around it: a cell of a pattern is like its neighbours."""
    width = max(9, max(mask.shape) // 16)
    around = cv2.subtract(cv2.dilate(mask, np.ones((width, width), np.uint8)), mask)
    if not around.any():
        return 255.0
    return float(np.abs(colour - np.median(small[around > 0], axis=0)).max())


def _refined(image: Image, quad: Quad) -> Quad:
    fine, scale = _shrunk(image, FINE)
    reach = max(6.0, 2.2 * max(fine.shape[:2]) / THOROUGH * 2)
    refined = refine(_grey(fine), (quad * scale).astype(np.float32), reach)
    return (refined / scale).astype(np.float32)


def _shrunk(image: Image, longest: int) -> tuple[Image, float]:
    scale = min(1.0, longest / max(image.shape[:2]))
    if scale == 1.0:
        return image, 1.0
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.uint8), scale


def _halved(image: Image, longest: int) -> tuple[Image, float]:
    small = reduced(image, longest)
    return small, small.shape[1] / image.shape[1]


def _grey(image: Image) -> NDArray[np.uint8]:
    return np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), dtype=np.uint8)


def _as_corners(quad: Quad) -> Corners:
    a, b, c, d = ((float(x), float(y)) for x, y in quad)
    return a, b, c, d
