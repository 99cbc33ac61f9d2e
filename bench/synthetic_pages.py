"""Photographs of papers on desks that never were: drawn from a seed, with their true corners.

They stand in for photographs that we may not have. What they vary: desk, paper, size, turn, perspective, light, shadow,
things lying about, a hand over an edge, blur, noise, JPEG.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from drivers.document_scanner.page import Image
from drivers.simulators.papers import PAPERS, sheet

Floats = NDArray[np.float32]

SIZE = (2000, 1500)
"""Pixels of a photograph, width and height."""

TURN = 30.0
"""Degrees by which a paper is turned at most."""


@dataclass(frozen=True, eq=False)
class Scene:
    """A photograph. `corners` are the true ones, (4, 2) pixels clockwise from the page's top left; None: no page."""

    desk: str
    paper: str
    seed: int
    image: Image
    corners: Floats | None


def scenes(count: int) -> Iterator[Scene]:
    """`count` photographs of every paper on every desk, seeds 0 and up."""
    for desk in DESKS:
        for paper in PAPER_KINDS:
            for seed in range(count):
                yield scene(desk, paper, seed)


def empty_scenes(count: int) -> Iterator[Scene]:
    """`count` photographs of every desk without a paper."""
    for desk, drawn in DESKS.items():
        for seed in range(count):
            rng = _rng(desk, "nothing", seed)
            yield Scene(desk, "nothing", seed, _taken(_cluttered(drawn(rng), rng), rng), None)


def scene(desk: str, paper: str, seed: int) -> Scene:
    """One photograph, always the same for the same names and seed."""
    rng = _rng(desk, paper, seed)
    under = _cluttered(DESKS[desk](rng), rng) if desk not in ("keyboard", "cloth") else DESKS[desk](rng)
    kind = PAPER_KINDS[paper]
    laid, corners = _lay(under, kind.picture(), kind, rng)
    if kind.hand:
        laid = _hand(laid, corners, rng)
    return Scene(desk, paper, seed, _taken(laid, rng), corners)


def _rng(desk: str, paper: str, seed: int) -> np.random.Generator:
    return np.random.default_rng([seed, *desk.encode(), 0, *paper.encode()])


def _grain(rng: np.random.Generator, strength: float, size: float) -> Floats:
    noise = rng.normal(0, 1, (SIZE[1] // 4, SIZE[0] // 4)).astype(np.float32)
    soft = cv2.GaussianBlur(noise, (0, 0), size)
    return np.asarray(cv2.resize(soft / (soft.std() + 1e-6) * strength, SIZE)[:, :, None], dtype=np.float32)


def _plain(colour: tuple[float, float, float], rng: np.random.Generator, strength: float = 4.0) -> Floats:
    return np.array(colour, np.float32) + _grain(rng, strength, 1.0)


def _wood(rng: np.random.Generator) -> Floats:
    y, x = np.mgrid[0 : SIZE[1], 0 : SIZE[0]].astype(np.float32)
    rings = np.sin(x / (18 + rng.random() * 20) + np.sin(y / 300) * 3) * 14
    return np.asarray(_plain((60, 100, 150), rng) + rings[:, :, None], dtype=np.float32)


def _marble(rng: np.random.Generator) -> Floats:
    return np.asarray(_plain((205, 208, 210), rng, 2.0) + np.clip(_grain(rng, 12, 12), -25, 15), dtype=np.float32)


def _glossy(rng: np.random.Generator) -> Floats:
    """A bright table with a lamp mirrored in it."""
    base = _plain((200, 206, 210), rng, 2.0)
    spot = np.zeros((SIZE[1], SIZE[0]), np.float32)
    place = (int(rng.integers(0, SIZE[0])), int(rng.integers(0, SIZE[1])))
    cv2.ellipse(spot, place, (260, 160), float(rng.uniform(0, 180)), 0, 360, 60.0, -1)
    return np.asarray(base + cv2.GaussianBlur(spot, (0, 0), 60)[:, :, None], dtype=np.float32)


def _cloth(rng: np.random.Generator) -> Floats:
    y, x = np.mgrid[0 : SIZE[1], 0 : SIZE[0]]
    checks = (((x // 70) + (y // 70)) % 2)[:, :, None] > 0
    light, red = np.array((190, 190, 205), np.float32), np.array((80, 80, 190), np.float32)
    return np.asarray(np.where(checks, light, red) + _grain(rng, 5, 1.0), dtype=np.float32)


def _keyboard(rng: np.random.Generator) -> Floats:
    base = _plain((40, 40, 40), rng)
    for x in range(0, SIZE[0], 110):
        for y in range(0, SIZE[1], 110):
            cv2.rectangle(base, (x + 8, y + 8), (x + 98, y + 98), (75, 75, 78), -1)
    return base


DESKS: dict[str, Callable[[np.random.Generator], Floats]] = {
    "dark mat": lambda rng: _plain((58, 56, 52), rng),
    "wood": _wood,
    "marble": _marble,
    "white desk": lambda rng: _plain((226, 228, 228), rng, 2.0),
    "glossy": _glossy,
    "cloth": _cloth,
    "keyboard": _keyboard,
}


@dataclass(frozen=True)
class PaperKind:
    """A paper: its picture, the parts of the photograph that it covers, rounded corners (part of its width)."""

    picture: Callable[[], Image]
    least: float
    most: float
    round_: float = 0.0
    hand: bool = False


@cache
def _a4() -> Image:
    return PAPERS["lease"]()


@cache
def _grey() -> Image:
    """Recycled paper with faint print."""
    return np.asarray(np.clip(_a4().astype(np.float32) * 0.35 + 118, 0, 255), dtype=np.uint8)


@cache
def _booklet() -> Image:
    """Two pages of an open booklet: one paper with a fold."""
    spread = np.hstack([_a4(), PAPERS["lease_back"]()]).astype(np.float32)
    middle = spread.shape[1] // 2
    x = np.abs(np.arange(spread.shape[1]) - middle) / middle
    return np.asarray(spread * (0.72 + 0.28 * np.clip(x * 6, 0, 1))[None, :, None], dtype=np.uint8)


@cache
def _card() -> Image:
    white = sheet("样例卡", ("范例", "号码 0000", "仅供测试"), size=(856, 540)).astype(np.float32)
    tint = np.linspace((235, 225, 205), (250, 240, 215), 856, dtype=np.float32)[None]
    card = np.asarray(white / 255 * tint, dtype=np.float32)
    cv2.rectangle(card, (600, 130), (800, 400), (150, 140, 130), -1)
    return np.asarray(card, dtype=np.uint8)


@cache
def _cover() -> Image:
    """A dark red certificate."""
    page = np.full((1200, 860, 3), (38, 30, 128), np.uint8)
    cv2.rectangle(page, (60, 60), (800, 1140), (60, 170, 200), 4)
    cv2.circle(page, (430, 420), 120, (60, 170, 200), -1)
    return page


@cache
def _receipt() -> Image:
    return sheet("凭条", ("样例凭条", "编号 0000 0000", "请保存", "谢谢"), size=(420, 1150))


PAPER_KINDS = {
    "A4": PaperKind(_a4, 0.25, 0.6),
    "A4 under a hand": PaperKind(_a4, 0.3, 0.5, hand=True),
    "grey paper": PaperKind(_grey, 0.25, 0.5),
    "booklet": PaperKind(_booklet, 0.3, 0.5),
    "certificate": PaperKind(_cover, 0.15, 0.4),
    "ID card": PaperKind(_card, 0.09, 0.25, round_=0.037),
    "receipt": PaperKind(_receipt, 0.08, 0.16),
}


def _lay(under: Floats, paper: Image, kind: PaperKind, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """The desk with the paper and its shadow on it, lit unevenly, and the paper's corners."""
    height, width = paper.shape[:2]
    corners = _place(width, height, rng.uniform(kind.least, kind.most), rng)
    flat = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, corners)
    mask = cv2.warpPerspective(_outline(width, height, kind.round_), matrix, SIZE)[:, :, None]
    away = tuple(int(v) for v in rng.integers(-10, 12, 2))
    shadow = cv2.GaussianBlur(np.roll(mask[:, :, 0], away, (0, 1)), (0, 0), rng.uniform(4, 16))[:, :, None]
    shown = cv2.warpPerspective(paper, matrix, SIZE, flags=cv2.INTER_AREA).astype(np.float32)
    laid = under * (1 - rng.uniform(0.1, 0.5) * shadow) * (1 - mask) + shown * mask
    across = np.linspace(rng.uniform(0.6, 1.05), rng.uniform(0.6, 1.05), SIZE[0], dtype=np.float32)[None, :, None]
    down = np.linspace(rng.uniform(0.75, 1.05), rng.uniform(0.75, 1.05), SIZE[1], dtype=np.float32)[:, None, None]
    return np.asarray(laid * across * down, dtype=np.float32), corners


def _outline(width: int, height: int, round_: float) -> Floats:
    mask = np.ones((height, width), np.float32)
    radius = int(round_ * width)
    if radius:
        mask[:] = 0
        cv2.rectangle(mask, (radius, 0), (width - radius, height), 1.0, -1)
        cv2.rectangle(mask, (0, radius), (width, height - radius), 1.0, -1)
        for x in (radius, width - radius - 1):
            for y in (radius, height - radius - 1):
                cv2.circle(mask, (x, y), radius, 1.0, -1)
    return mask


def _place(width: int, height: int, part: float, rng: np.random.Generator) -> Floats:
    """Corners inside the picture, turned and seen askew; the paper shrinks until it fits."""
    aspect = height / width
    while True:
        across = (part * SIZE[0] * SIZE[1] / aspect) ** 0.5
        flat = np.array([(-1, -aspect), (1, -aspect), (1, aspect), (-1, aspect)], np.float32) * across / 2
        turn = np.deg2rad(rng.uniform(-TURN, TURN))
        turned = flat @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]], np.float32)
        tilt = rng.uniform(-0.3, 0.3, 2) * (1.0, 0.4)
        seen = turned * (1 + turned[:, 1:] / SIZE[1] * tilt[0] + turned[:, :1] / SIZE[0] * tilt[1])
        room = np.abs(seen).max(axis=0) + 10
        if 2 * room[0] < SIZE[0] and 2 * room[1] < SIZE[1]:
            centre = [rng.uniform(r, side - r) for r, side in zip(room, SIZE, strict=True)]
            return np.asarray(seen + np.array(centre, np.float32), dtype=np.float32)
        part *= 0.96


def _cluttered(desk: Floats, rng: np.random.Generator) -> Floats:
    """Pens, cups and books, some of them quadrilaterals too, but none bright as paper."""
    for _ in range(int(rng.integers(0, 5))):
        place = tuple(float(v) for v in rng.integers((0, 0), SIZE))
        colour = tuple(float(v) for v in rng.integers(20, 150, 3))
        if rng.random() < 0.5:
            cv2.circle(desk, (int(place[0]), int(place[1])), int(rng.integers(30, 90)), colour, -1)
        else:
            box = cv2.boxPoints((place, (float(rng.integers(200, 500)), 22.0), float(rng.uniform(0, 180))))
            cv2.fillConvexPoly(desk, box.astype(int), colour)
    return desk


def _hand(laid: Floats, corners: Floats, rng: np.random.Generator) -> Floats:
    """Fingers over the middle of one side."""
    side = int(rng.integers(0, 4))
    held = corners[side] * 0.55 + corners[(side + 1) % 4] * 0.45
    out = held - corners.mean(axis=0)
    out /= np.linalg.norm(out)
    angle = float(np.degrees(np.arctan2(out[1], out[0])))
    x, y = (int(v) for v in held + out * 50)
    cv2.ellipse(laid, (x, y), (120, 55), angle, 0, 360, (110, 150, 205), -1)
    return laid


def _taken(seen: Floats, rng: np.random.Generator) -> Image:
    """Through lens, sensor and JPEG."""
    sharp = cv2.GaussianBlur(np.clip(seen, 0, 255).astype(np.uint8), (0, 0), rng.uniform(0.6, 1.8)).astype(np.float32)
    noisy = np.clip(sharp + rng.normal(0, rng.uniform(1, 5), sharp.shape), 0, 255).astype(np.uint8)
    _, data = cv2.imencode(".jpg", noisy, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(60, 95))])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), dtype=np.uint8)
