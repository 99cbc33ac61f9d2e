"""A signature as text: strokes between `;`, points between spaces, `x,y` on a sheet of 1000 by 360."""

from __future__ import annotations

import math
import re
from itertools import pairwise

WIDTH, HEIGHT = 1000, 360
"""The sheet on which the points lie."""

NAMED = "named"
"""The answer of those who cannot write on glass: their name, checked before, stands for the signature."""

LEAST_INK = 150.0
"""Length of all strokes together, in units of the sheet; less is a slip of the finger."""

LONGEST = 60_000
"""Characters of all strokes; far more than any name, and little to hold."""

Stroke = tuple[tuple[int, int], ...]

_STROKES = re.compile(r"\d{1,4},\d{1,4}( \d{1,4},\d{1,4})*(;\d{1,4},\d{1,4}( \d{1,4},\d{1,4})*)*")


def strokes_of(text: str) -> tuple[Stroke, ...]:
    """The strokes of a text; none where it is no signature."""
    if len(text) > LONGEST or not _STROKES.fullmatch(text):
        return ()
    return tuple(
        tuple((min(int(x), WIDTH), min(int(y), HEIGHT)) for x, y in (point.split(",") for point in stroke.split(" ")))
        for stroke in text.split(";")
    )


def is_written(text: str) -> bool:
    """Whether there is ink enough for a name."""
    length = sum(math.dist(one, other) for s in strokes_of(text) for one, other in pairwise(s))
    return length >= LEAST_INK


def without_last(text: str) -> str:
    """The signature without its last stroke."""
    return text.rpartition(";")[0]
