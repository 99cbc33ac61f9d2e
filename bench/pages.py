"""Finding the page: how often, how exactly, how fast, beside OpenCV's bare contour recipe.

`python -m bench.pages --write` puts the table into docs/scanning.md. `KIOSK_SCENES` says how many photographs of each
paper on each desk.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

from bench.row import Row
from bench.synthetic_pages import DESKS, PAPER_KINDS, SIZE, Floats, Scene, empty_scenes, scene, scenes
from drivers.document_scanner.capturing import capture_of
from drivers.document_scanner.detect import find_page
from drivers.document_scanner.page import Image

COUNT = int(os.environ.get("KIOSK_SCENES", "5"))
RIGHT = 1.0
"""Worst corner error, in percent of the picture's diagonal, up to which a page counts as found rightly."""

PAGE = Path(__file__).parents[1] / "docs" / "scanning.md"
BEGIN, END = "<!-- page table: made by bench/pages.py -->", "<!-- end of page table -->"
PEER = "OpenCV contours"

Finder = Callable[[Image], Floats | None]


def ours(image: Image) -> Floats | None:
    """Our detector."""
    corners = find_page(image).corners
    return None if corners is None else np.array(corners, np.float32)


def bare(image: Image) -> Floats | None:
    """The recipe of most tutorials: shrink, blur, Canny, largest contour with four corners."""
    scale = 500 / image.shape[0]
    grey = cv2.cvtColor(cv2.resize(image, None, fx=scale, fy=scale), cv2.COLOR_BGR2GRAY)
    edges = cv2.Canny(cv2.GaussianBlur(grey, (5, 5), 0), 75, 200)
    contours, _ = cv2.findContours(edges, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    for contour in sorted(contours, key=cv2.contourArea, reverse=True)[:5]:
        four = cv2.approxPolyDP(contour, 0.02 * cv2.arcLength(contour, True), True)
        if len(four) == 4:
            return np.asarray(four.reshape(4, 2) / scale, dtype=np.float32)
    return None


@dataclass
class Score:
    """How a finder did on some photographs: worst corner errors in percent of the diagonal, overlaps 0 to 1."""

    shown: int = 0
    errors: list[float] = field(default_factory=list)
    overlaps: list[float] = field(default_factory=list)

    def add(self, found: Floats | None, true: Floats) -> None:
        """One photograph."""
        self.shown += 1
        if found is not None:
            self.errors.append(_error(found, true))
            self.overlaps.append(_overlap(found, true))

    @property
    def right(self) -> float:
        """Percent found rightly."""
        return 100 * sum(error <= RIGHT for error in self.errors) / max(self.shown, 1)

    @property
    def wrong(self) -> float:
        """Percent with a crop that is none of the page."""
        return 100 * sum(error > RIGHT for error in self.errors) / max(self.shown, 1)

    @property
    def error(self) -> tuple[float, float]:
        """Median and 95th percentile of the errors of what was found."""
        if not self.errors:
            return float("nan"), float("nan")
        return float(np.percentile(self.errors, 50)), float(np.percentile(self.errors, 95))

    @property
    def overlap(self) -> float:
        """Median intersection over union of what was found."""
        return float(np.median(self.overlaps)) if self.overlaps else 0.0


def _error(found: Floats, true: Floats) -> float:
    """Worst corner, whichever corner is called the first and whichever way round."""
    ways = [np.roll(turned, first, axis=0) for turned in (found, found[::-1]) for first in range(4)]
    return float(min(np.linalg.norm(way - true, axis=1).max() for way in ways) / np.hypot(*SIZE) * 100)


def _overlap(found: Floats, true: Floats) -> float:
    shared, _ = cv2.intersectConvexConvex(cv2.convexHull(found), true)
    whole = cv2.contourArea(cv2.convexHull(found)) + cv2.contourArea(true) - shared
    return float(shared / whole) if whole > 0 else 0.0


def score(finder: Finder, shown: Iterable[Scene]) -> Score:
    """A finder on photographs with a page."""
    total = Score()
    for one in shown:
        if one.corners is not None:
            total.add(finder(one.image), one.corners)
    return total


def table() -> dict[str, tuple[Score, Score]]:
    """Ours and the peer's score by paper and by desk, and of all."""
    found = {name: (Score(), Score()) for name in ("all", *PAPER_KINDS, *DESKS)}
    for one in scenes(COUNT):
        if one.corners is None:
            continue
        results = ours(one.image), bare(one.image)
        for name in ("all", one.paper, one.desk):
            for scored, result in zip(found[name], results, strict=True):
                scored.add(result, one.corners)
    return found


def rows() -> list[Row]:
    """The table as measurements, false pages on empty desks, and milliseconds for a picture of 12 million pixels."""
    found: list[Row] = []
    for name, (we, they) in table().items():
        found += [
            Row(f"pages {name}: found rightly", "%", we.right, they.right, PEER),
            Row(f"pages {name}: wrong crop", "%", we.wrong, they.wrong, PEER),
        ]
        if name == "all":
            found += [
                Row("pages all: worst corner, median", "% of diagonal", we.error[0], they.error[0], PEER),
                Row("pages all: worst corner, 95th percentile", "% of diagonal", we.error[1], they.error[1], PEER),
                Row("pages all: overlap, median", "of 1", we.overlap, they.overlap, PEER),
            ]
    nothing = list(empty_scenes(COUNT))
    mine, theirs = (sum(f(one.image) is not None for one in nothing) / len(nothing) * 100 for f in (ours, bare))
    found.append(Row("pages: false pages on empty desks", "%", mine, theirs, PEER))
    large = np.asarray(cv2.resize(scene("wood", "A4", 0).image, (4000, 3000)), dtype=np.uint8)
    found.append(Row("pages: found in 12 million pixels", "ms", _time(ours, large), _time(bare, large), PEER))
    found.append(Row("pages: whole capture of 12 million pixels", "ms", _time(capture_of, large)))
    return found


def _time(work: Callable[[Image], object], image: Image) -> float:
    times = []
    for _ in range(5):
        began = time.perf_counter()
        work(image)
        times.append(time.perf_counter() - began)
    return min(times) * 1000


def markdown() -> str:
    """The table for the page."""
    lines = [
        f"| {COUNT} photographs each | found rightly | wrong crop | worst corner, median / 95 % | overlap |",
        "|---|---|---|---|---|",
    ]
    for name, pair in table().items():
        cells = [f"{mine} ({theirs})" for mine, theirs in zip(_cells(pair[0]), _cells(pair[1]), strict=True)]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cells(one: Score) -> tuple[str, str, str, str]:
    median, most = one.error
    return f"{one.right:.0f} %", f"{one.wrong:.0f} %", f"{median:.2f} / {most:.2f}", f"{one.overlap:.3f}"


def main() -> None:
    """Print the table, or write it into the page."""
    made = markdown()
    if "--write" not in sys.argv:
        print(made)
        return
    head, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, _, tail = rest.partition(END)
    PAGE.write_text(f"{head}{BEGIN}\n\n{made}\n\n{END}{tail}", "utf-8")


if __name__ == "__main__":
    main()
