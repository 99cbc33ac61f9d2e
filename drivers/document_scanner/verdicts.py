"""What is wrong with a page as taken. Thresholds come from our own sheets: `tests/drivers/document_scanner`."""

from __future__ import annotations

import cv2
import numpy as np

from drivers.document_scanner.page import Image, Verdict

WORKING_WIDTH = 900
"""Width in pixels at which sharpness is measured, so that it does not depend on the camera."""

SHARP = 60.0
DARK = 90.0
GLARE_LEVEL = 250
GLARE_PART = 0.02
"""Sharpness below which a page is blurred; brightness of its paper (0 to 255) below which it is too dark; level and
part of the page in one spot above which it is glare."""


def sharpness(page: Image) -> float:
    """Variance of the Laplacian at the strongest tenth of the page's edges, at a common width."""
    grey = _common(page)
    spread = np.abs(cv2.Laplacian(grey, cv2.CV_32F))
    strongest = np.partition(spread.ravel(), -max(1, spread.size // 50))[-max(1, spread.size // 50) :]
    return float(strongest.mean())


def judge(page: Image, sharp: float) -> tuple[Verdict, ...]:
    """Everything that is wrong with a rectified page."""
    found: list[Verdict] = []
    grey = _common(page)
    paper = float(np.percentile(grey, 75))
    if sharp < SHARP * min(1.0, max(paper, 40.0) / 200):
        found.append(Verdict.BLURRED)
    if paper < DARK:
        found.append(Verdict.TOO_DARK)
    if _glare(grey, paper):
        found.append(Verdict.GLARE)
    return tuple(found)


def _glare(grey: Image, paper: float) -> bool:
    """A burnt spot that stands out from the paper around it."""
    if paper > GLARE_LEVEL - 12:
        return False
    burnt = np.asarray(grey >= GLARE_LEVEL, dtype=np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(
        cv2.morphologyEx(burnt, cv2.MORPH_OPEN, np.ones((9, 9), np.uint8))
    )
    return bool(stats[1:, cv2.CC_STAT_AREA].max(initial=0) > GLARE_PART * grey.size)


def _common(page: Image) -> Image:
    grey = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)
    scale = WORKING_WIDTH / max(grey.shape[1], 1)
    if scale < 1:
        grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(grey, dtype=np.uint8)
