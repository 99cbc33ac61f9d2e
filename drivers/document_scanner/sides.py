"""The sides of a quadrilateral held against the picture: how well the picture agrees, and where they truly run."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from drivers.document_scanner.candidates import Quad

SAMPLES = 48
"""Places along a side that are looked at."""

ENDS = 0.06
"""Part of a side left out at each end, where corners are rounded or curled."""

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Side:
    """What the picture says of one side: `support` is the part of it where inside differs from outside.

    `step` is by how much the inside is brighter than the outside, in grey levels.
    """

    support: float
    step: float
    at_border: bool


def judge(grey: NDArray[np.uint8], colour: NDArray[np.uint8], quad: Quad) -> list[Side]:
    """The four sides, from the top one clockwise."""
    height, width = grey.shape
    near = max(4.0, 0.008 * max(height, width))
    found = []
    for a, b, inward in _each(quad):
        t = np.linspace(ENDS, 1 - ENDS, SAMPLES, dtype=np.float32)[:, None]
        points = a + t * (b - a)
        inside, outside = points + inward * near, points - inward * near
        in_picture = (
            (outside[:, 0] > 0) & (outside[:, 0] < width - 1) & (outside[:, 1] > 0) & (outside[:, 1] < height - 1)
        )
        step = _at(grey, inside) - _at(grey, outside)
        apart = np.abs(_at(colour, inside) - _at(colour, outside)).max(axis=1)
        sign = np.sign(np.median(step))
        agrees = (apart > 12) & ((np.sign(step) == sign) | (np.abs(step) < 6))
        found.append(
            Side(
                support=float((agrees & in_picture).mean()),
                step=float(np.median(step)),
                at_border=float(in_picture.mean()) < 0.5,
            )
        )
    return found


def refine(grey: NDArray[np.uint8], quad: Quad, reach: float) -> Quad:
    """The corners where the true sides meet: each side is fitted to the strongest edge within `reach` pixels."""
    lines = []
    for a, b, inward in _each(quad):
        t = np.linspace(ENDS, 1 - ENDS, 2 * SAMPLES, dtype=np.float32)[:, None]
        points = a + t * (b - a)
        offsets = np.arange(-reach, reach + 1, 1.0, dtype=np.float32)
        places = points[:, None, :] + offsets[None, :, None] * inward
        profile = _at(grey, places.reshape(-1, 2)).reshape(len(points), len(offsets))
        profile = np.asarray(cv2.blur(profile, (3, 1)), dtype=np.float32)
        slope = np.abs(np.diff(profile, axis=1))
        best = slope.argmax(axis=1)
        strong = slope.max(axis=1) > 3
        if strong.sum() < SAMPLES // 2:
            lines.append((a, b - a))
            continue
        edge = points[strong] + (offsets[best[strong]] + 0.5)[:, None] * inward
        dx, dy, x, y = cv2.fitLine(edge.astype(np.float32), cv2.DIST_HUBER, 0, 0.01, 0.01).ravel()
        lines.append((np.array([x, y], np.float32), np.array([dx, dy], np.float32)))
    corners = [_meet(lines[index - 1], lines[index]) for index in range(4)]
    if any(corner is None for corner in corners):
        return quad
    refined = np.array(corners, dtype=np.float32)
    return refined if np.abs(refined - quad).max() < 4 * reach else quad


def _each(quad: Quad) -> list[tuple[Floats, Floats, Floats]]:
    """Start, end and inward normal of each side; with y downwards and corners clockwise, inward is to the right."""
    sides = []
    for index in range(4):
        a, b = quad[index], quad[(index + 1) % 4]
        along = (b - a) / max(float(np.linalg.norm(b - a)), 1e-6)
        sides.append((a, b, np.array([-along[1], along[0]], np.float32)))
    return sides


def _at(picture: NDArray[np.uint8], points: Floats) -> Floats:
    x, y = points[:, 0].astype(np.float32)[None], points[:, 1].astype(np.float32)[None]
    sampled = cv2.remap(picture, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(sampled[0], dtype=np.float32)


def _meet(first: tuple[Floats, Floats], second: tuple[Floats, Floats]) -> Floats | None:
    matrix = np.array([first[1], -second[1]], dtype=np.float64).T
    if abs(np.linalg.det(matrix)) < 1e-6:
        return None
    t = np.linalg.solve(matrix, (second[0] - first[0]).astype(np.float64))
    return np.asarray(first[0] + t[0] * first[1], dtype=np.float32)
