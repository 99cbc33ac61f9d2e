"""Shadows off the page: what the paper alone would look like is estimated and divided out."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from drivers.document_scanner.page import CARD_MM, Image

SMALL = 360
"""Longer side of the copy on which the paper is estimated: print vanishes, shadows stay."""

GAP = 15
"""Pixels there that a stroke is wide at most, so that the paper closes over it."""

WHITE = 245
"""Level that the paper gets: not burnt out, so that faint print stays."""

PAPER = 0.6
"""Part of a page that has to be as bright as the paper around it; less of a photograph or a card is."""

NEAR = 0.88
"""Brightness, as a part of the estimated paper's, from which a place counts as paper."""

TINT = 24
"""Levels by which the colours of white paper differ at most; tinted paper keeps its tint."""

CARD = CARD_MM[0] / CARD_MM[1]
CARD_LIKE = 0.06
"""Proportions of a card, and by which part they may differ: its photograph would be washed out."""

BRIGHT = 160
PRINT = 0.005
INK = 0.75
"""Level from which a page is bright enough to be paper whatever is on it; part of a dimmer one that has to be print;
and brightness, as a part of the paper's, up to which a place is print."""

FOREIGN = 0.3
"""Part by which the colours of a place may differ from the middle colour and be paper still: a shadow changes all
colours alike, two lamps differ by 0.2, a face or a coloured ground by 0.55 and more (tried on drawn pictures)."""

PICTURE = 0.25
"""Part of a page that may be such a picture (a photo on a form); more, and the page is one."""

SHADE = 0.3
"""Part of the brightest paper's level that the darkest keeps in a shadow; dark clothes have 0.2."""


def whitened(page: Image) -> Image:
    """The page evenly lit, white paper white; photographs, cards and dark papers come back as they are."""
    if abs(max(page.shape[:2]) / min(page.shape[:2]) / CARD - 1) < CARD_LIKE:
        return page
    scale = SMALL / max(page.shape[:2])
    small = cv2.resize(page, None, fx=min(1.0, scale), fy=min(1.0, scale), interpolation=cv2.INTER_AREA)
    paper = _paper(np.asarray(small, dtype=np.uint8))
    if paper is None:
        return page
    tinted = float(np.ptp(np.median(paper.reshape(-1, 3), axis=0))) > TINT
    if not _is_paper(np.asarray(small, np.float32).max(axis=2), paper.max(axis=2), tinted):
        return page
    if tinted:
        paper = np.repeat(paper.max(axis=2)[:, :, None], 3, axis=2)
    under = cv2.resize(paper, (page.shape[1], page.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(page, under, scale=WHITE), dtype=np.uint8)


def _is_paper(seen: NDArray[np.float32], paper: Image, tinted: bool) -> bool:
    """Mostly as bright as the paper around it, and either bright or printed on."""
    part = seen / paper
    if float((part >= NEAR).mean()) < PAPER:
        return False
    return float(np.percentile(paper, 75)) >= BRIGHT or (not tinted and float((part < INK).mean()) >= PRINT)


def _paper(small: Image) -> Image | None:
    """The paper without its print: closed over strokes, calmed, and drawn on under photographs. None for a picture."""
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((GAP, GAP), np.uint8), borderType=cv2.BORDER_REPLICATE)
    calm = np.maximum(cv2.medianBlur(closed, 2 * GAP + 1), 1)
    colours = calm / np.median(calm.reshape(-1, 3), axis=0)
    foreign = np.asarray(np.ptp(colours, axis=2) > FOREIGN * colours.mean(axis=2), dtype=np.uint8)
    if float(foreign.mean()) > PICTURE:
        return None
    if foreign.any():
        calm = cv2.inpaint(calm, cv2.dilate(foreign, np.ones((GAP, GAP), np.uint8)), GAP, cv2.INPAINT_TELEA)
    darkest, brightest = np.percentile(calm.max(axis=2), (2, 98))
    if darkest < SHADE * brightest:
        return None
    return np.asarray(cv2.GaussianBlur(calm, (0, 0), GAP / 2), dtype=np.uint8)
