"""Has the page lain unmoved long enough to be taken by itself?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from drivers.document_scanner.page import Corners

LAIN = 1.0
"""Seconds that a page lies unmoved before it is still: long enough to have let go of it, tried by ourselves."""

SIGHTINGS = 3
"""Frames in which it was seen in that time at least."""

TOLERANCE = 0.01
"""Part of the page's diagonal by which a corner may stray from where it was first seen: 4 mm on A4."""


class Stillness:
    """Fed with each frame's corners and its time. One frame in which the page is missed or misplaced is forgiven."""

    def __init__(self) -> None:
        self._place: NDArray[np.float64] | None = None
        self._since = 0.0
        self._sightings = 0
        self._missed = False

    def feed(self, corners: Corners | None, at: float) -> bool:
        """Corners in pixels or None, seconds on any clock that never goes back; True once the page is still."""
        place = None if corners is None else np.array(corners, dtype=np.float64)
        if place is not None and self._place is not None and _same(self._place, place):
            self._sightings += 1
            self._missed = False
        elif self._place is not None and not self._missed:
            self._missed = True
        else:
            self._place, self._since, self._missed = place, at, False
            self._sightings = 1
        return self._place is not None and self._sightings >= SIGHTINGS and at - self._since >= LAIN


def _same(one: NDArray[np.float64], other: NDArray[np.float64]) -> bool:
    """The same place; the corners may be counted from another one, as happens at a turn of 45 degrees."""
    diagonal = float(max(np.linalg.norm(one[2] - one[0]), np.linalg.norm(one[3] - one[1])))
    strays = (float(np.linalg.norm(one - np.roll(other, turn, axis=0), axis=1).max()) for turn in range(4))
    return min(strays) <= TOLERANCE * diagonal
