"""Which way up is a straightened page? Told from its printed lines; left as it is where they do not tell.

Lines: letters stand closer to their neighbours in the line than to the next line, in Chinese too, so they join into
long runs along the lines first. Head or foot: marks that stand alone in their columns (full stops, commas; Chinese
and Latin) lie low in their line, and lines begin at one margin but end anywhere.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from drivers.document_scanner.page import Image

Mask = NDArray[np.uint8]

WORKING = 1400
"""Longer side, in pixels, of the copy that is looked at: marks of 12-point text are then 4 pixels large."""

REACHES = (5, 15)
"""Gaps, in pixels of that copy, over which letters join into lines."""

ALONG = 2.0
"""How many times more ink joins into lines along them than across, at least, to tell their direction."""

EDGE = 0.02
"""Part of the page at its edges that is not looked at: a sliver of the desk is no print."""

LINES = 5
"""Lines that a page has at least to tell its head: a card with three words does not."""

CERTAIN = 3.0
"""Standard deviations by which marks and margins must speak for a page lying upside-down.
Measured on 1,600 drawn pages (`drivers.simulators.printed_pages`): see tests/drivers/document_scanner."""


def quarter_turns(page: Image) -> int:
    """By how many quarter turns clockwise the page must be turned to be read, 0 to 3; 0 when it cannot be told."""
    ink = _ink(page)
    if ink is None:
        return 0
    across = _across(ink)
    if across >= ALONG:
        return 2 if _head(ink) <= -CERTAIN else 0
    if across <= 1 / ALONG:
        head = _head(np.ascontiguousarray(np.rot90(ink, -1)))
        if abs(head) >= CERTAIN:
            return 1 if head > 0 else 3
    return 0


def upright(page: Image) -> Image:
    """The page turned so that it can be read; as it is where its print does not tell."""
    return np.ascontiguousarray(np.rot90(page, -quarter_turns(page)))


def _ink(page: Image) -> Mask | None:
    """Printed marks of the size of letters; no lines of tables, pictures, edges. None when there is next to nothing."""
    grey = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)
    scale = WORKING / max(grey.shape)
    if min(grey.shape) < 16:
        return None
    if scale < 1:
        grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    dark = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 18)
    edge = max(2, int(EDGE * min(dark.shape)))
    framed = np.zeros_like(dark)
    framed[edge:-edge, edge:-edge] = dark[edge:-edge, edge:-edge]
    count, labels, stats, _ = cv2.connectedComponentsWithStats(framed)
    longest = 0.06 * max(grey.shape)
    sides = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    keep = (sides <= longest) & (stats[:, cv2.CC_STAT_AREA] >= 4)
    keep[0] = False
    if keep.sum() < 12 or count < 13:
        return None
    return np.asarray(keep[labels] * np.uint8(255), dtype=np.uint8)


def _across(ink: Mask) -> float:
    """How many times more ink joins into lines from side to side than from top to bottom."""
    return (_joined(ink) + 0.02) / (_joined(np.ascontiguousarray(ink.T)) + 0.02)


def _joined(ink: Mask) -> float:
    """Part of the ink that joins into lines from side to side, 0 to 1, over short gaps and wider ones."""
    parts = []
    for reach in REACHES:
        closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, reach), np.uint8))
        _, labels, stats, _ = cv2.connectedComponentsWithStats(np.asarray(closed, dtype=np.uint8))
        lines = stats[:, cv2.CC_STAT_WIDTH] > 4 * stats[:, cv2.CC_STAT_HEIGHT]
        lines &= stats[:, cv2.CC_STAT_HEIGHT] >= 6
        lines[0] = False
        parts.append(cv2.countNonZero(ink * lines[labels]) / max(cv2.countNonZero(ink), 1))
    return float(np.mean(parts))


def _head(ink: Mask) -> float:
    """How surely lines that run from side to side stand upright: standard deviations, negative when upside-down."""
    boxes = _line_boxes(ink)
    if len(boxes) < LINES:
        return 0.0
    return _marks(ink, boxes) + _margins(boxes)


def _line_boxes(ink: Mask) -> NDArray[np.int32]:
    """Left, top, width, height of runs of text, much wider than high."""
    reach = max(9, ink.shape[1] // 28)
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, reach), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(np.asarray(joined, dtype=np.uint8))
    boxes = stats[1:, :4]
    return np.asarray(boxes[(boxes[:, 2] > 3 * boxes[:, 3]) & (boxes[:, 3] >= 8)], dtype=np.int32)


def _marks(ink: Mask, boxes: NDArray[np.int32]) -> float:
    low = high = 0
    for left, top, width, height in boxes:
        line = ink[top : top + height, left : left + width]
        for centre in _lone_marks(line):
            low += centre > 0.64
            high += centre < 0.36
    return float((low - high) / np.sqrt(low + high)) if low + high else 0.0


def _lone_marks(line: Mask) -> list[float]:
    """Heights (0 top, 1 bottom) of small marks that are all the ink of their columns."""
    filled = np.concatenate(([0], (line.any(axis=0)).astype(np.int8), [0]))
    steps = np.flatnonzero(np.diff(filled))
    found = []
    for start, end in zip(steps[::2], steps[1::2], strict=True):
        rows = np.flatnonzero(line[:, start:end].any(axis=1))
        high = int(rows[-1] - rows[0]) + 1
        if end - start <= 0.45 * len(line) and high <= 0.45 * len(line):
            found.append(float(rows.mean() + 0.5) / len(line))
    return found


def _margins(boxes: NDArray[np.int32]) -> float:
    """Lines begin at one margin and end anywhere."""
    starts, ends = boxes[:, 0], boxes[:, 0] + boxes[:, 2]
    spread = [float(np.median(np.abs(side - np.median(side)))) + 2.0 for side in (starts, ends)]
    return float(np.clip(np.log(spread[1] / spread[0]), -1.5, 1.5))
