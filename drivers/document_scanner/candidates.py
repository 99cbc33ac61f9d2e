"""Where a page could be: quadrilaterals from edges and from brightness, in a small copy of the picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from drivers.document_scanner.page import Image

Grey = NDArray[np.uint8]
Points = NDArray[Any]
Quad = NDArray[np.float32]
"""Four (x, y), clockwise from the top left."""

SMALLEST = 0.05
"""Part of the picture that a page covers at least."""


def quads(image: Image, thorough: bool) -> list[Quad]:
    """Candidates, biggest first; `thorough` tries more ways."""
    found: list[Quad] = []
    for mask in _masks(image, thorough):
        contours, _ = cv2.findContours(mask, cv2.RETR_LIST if thorough else cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        for contour in sorted(contours, key=_extent, reverse=True)[:8]:
            quad = _quad_of(contour, image.shape[0] * image.shape[1])
            if quad is not None and not any(np.abs(quad - other).max() < 4 for other in found):
                found.append(quad)
    return sorted(found, key=lambda quad: -float(cv2.contourArea(quad)))


def in_order(points: NDArray[np.float32]) -> Quad:
    """Four points clockwise on the screen from the one nearest the top left."""
    centre = points.mean(axis=0)
    angles = np.arctan2(points[:, 1] - centre[1], points[:, 0] - centre[0])
    ordered = points[np.argsort(angles)]
    first = int(np.argmin(ordered.sum(axis=1)))
    return np.roll(ordered, -first, axis=0).astype(np.float32)


def _masks(image: Image, thorough: bool) -> Iterator[Grey]:
    hsv = cv2.cvtColor(image, cv2.COLOR_BGR2HSV)
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    channels = [grey, cv2.subtract(hsv[:, :, 2], hsv[:, :, 1])]
    if thorough:
        lab = cv2.cvtColor(image, cv2.COLOR_BGR2LAB)
        channels += [hsv[:, :, 1], lab[:, :, 2]]
    for channel in channels:
        calm = cv2.medianBlur(np.ascontiguousarray(channel), 7 if thorough else 5)
        yield from _edges(calm, thorough)
        yield from _bright(calm, thorough)


def _edges(calm: Points, thorough: bool) -> Iterator[Grey]:
    kernel = np.ones((3, 3), np.uint8)
    middle = float(np.median(calm))
    strengths = [(30, 90), (max(5.0, 0.4 * middle), max(15.0, 1.0 * middle)), (10, 30)] if thorough else [(30, 90)]
    for low, high in strengths:
        edges = cv2.Canny(calm, low, high)
        yield _grey(cv2.morphologyEx(edges, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8)))
        if thorough:
            yield _grey(cv2.dilate(edges, kernel, iterations=2))


def _bright(calm: Points, thorough: bool) -> Iterator[Grey]:
    otsu, mask = cv2.threshold(calm, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    kernel = np.ones((9, 9), np.uint8)
    yield _grey(cv2.morphologyEx(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, kernel), cv2.MORPH_OPEN, kernel))
    if thorough:
        for level in ((otsu + 255) / 2, (otsu + 510) / 3):
            _, mask = cv2.threshold(calm, level, 255, cv2.THRESH_BINARY)
            yield _grey(cv2.morphologyEx(mask, cv2.MORPH_OPEN, kernel))


def _grey(mask: object) -> Grey:
    return np.asarray(mask, dtype=np.uint8)


def _extent(contour: Points) -> float:
    _, _, width, height = cv2.boundingRect(contour)
    return float(width * height)


def _quad_of(contour: Points, picture: int) -> Quad | None:
    hull = cv2.convexHull(contour)
    if cv2.contourArea(hull) < SMALLEST * picture:
        return None
    around = cv2.arcLength(hull, True)
    for tolerance in (0.01, 0.02, 0.03, 0.045, 0.06, 0.08):
        corners = cv2.approxPolyDP(hull, tolerance * around, True)
        if len(corners) == 4:
            return in_order(corners.reshape(4, 2).astype(np.float32))
        if len(corners) < 4:
            break
    box = cv2.boxPoints(cv2.minAreaRect(hull))
    if cv2.contourArea(hull) > 0.9 * cv2.contourArea(box):
        return in_order(np.asarray(box, dtype=np.float32))
    return None
