"""What a simulated document camera sees: a paper lying askew on a dark desk, under a light that moves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from drivers.document_scanner.page import Image

LIGHTS = 6
"""Places of the moving light."""

ASKEW = 5.0
"""Degrees by which a paper lies askew always."""

PILED = 11.0
"""Degrees between two sheets of a pile."""

SKIN = (122, 152, 198)
Floats = NDArray[np.float32]

_BLANK: Image = np.full((297, 210, 3), (236, 240, 241), np.uint8)
"""The sheet under the one that is laid."""


@dataclass(frozen=True, eq=False)
class Scene:
    """`size` of the frame in pixels; `shift` in pixels to the right, `turn` in degrees clockwise, `blur` in pixels;
    `dark` and `shadow` from 0 to 1, the shadow from the right over half the paper; a `hand` over its right side; in a
    `pile` another sheet shows from under it."""

    size: tuple[int, int]
    paper: Image | None = None
    shift: int = 0
    turn: int = 0
    blur: int = 0
    dark: float = 0.0
    shadow: float = 0.0
    glare: bool = False
    hand: bool = False
    pile: bool = False


def draw(scene: Scene, phase: int) -> Image:
    """The frame at one place of the light."""
    return lit(scene, laid_out(scene), phase)


def laid_out(scene: Scene) -> Image:
    """What lies there, in an even light; the same at every place of the lamp."""
    view = desk(scene.size)
    corners = place(scene)
    if scene.paper is not None and corners is not None:
        if scene.pile:
            view = _laid(view, scene.size, _BLANK, _under(corners))
        view = _laid(view, scene.size, scene.paper, corners)
        if scene.hand:
            _lay_hand(view, scene, corners)
    if scene.blur:
        view = np.asarray(cv2.GaussianBlur(view, (0, 0), scene.blur), dtype=np.uint8)
    return view


def lit(scene: Scene, view: Image, phase: int) -> Image:
    """What is laid out, at one place of the light."""
    lit = view.astype(np.float32) * _light(scene, phase)[:, :, None] * (1 - scene.dark)
    if scene.glare:
        width, height = scene.size
        spot = np.zeros((height, width), np.float32)
        cv2.circle(spot, (width // 2, height // 2), round(height * 0.108), 255, -1)
        lit += cv2.GaussianBlur(spot, (0, 0), 25)[:, :, None]
    return np.asarray(np.clip(lit, 0, 255), dtype=np.uint8)


@lru_cache(maxsize=4)
def desk(size: tuple[int, int]) -> Image:
    """A dark mat with a little grain, always the same; nobody draws on it."""
    grain = np.random.default_rng(7).normal(0, 5, (size[1], size[0], 1)).astype(np.float32)
    mat = np.array([52, 58, 60], np.float32) + cv2.GaussianBlur(grain, (0, 0), 1.2)[:, :, None] * 2
    return np.asarray(np.clip(mat, 0, 255), dtype=np.uint8)


def place(scene: Scene) -> Floats | None:
    """Corners of the paper in the frame, clockwise from its own top left one; None without paper.

    Upright it takes four fifths of the frame's height, sideways of what fits, and is seen a little askew.
    """
    if scene.paper is None:
        return None
    height = 0.8 * scene.size[1]
    width = height * scene.paper.shape[1] / scene.paper.shape[0]
    flat = np.array([(-width, -height), (width, -height), (width, height), (-width, height)], np.float32) / 2
    turn = np.deg2rad(ASKEW + scene.turn)
    turned = flat @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]], np.float32)
    depth = 1 + turned[:, 1:2] / scene.size[1] * 0.08
    middle = np.array([scene.size[0] / 2 + scene.shift, scene.size[1] / 2], np.float32)
    return np.asarray(turned * depth + middle, dtype=np.float32)


def _under(corners: Floats) -> Floats:
    """Where the sheet below lies: turned a little about the middle of the upper one."""
    middle = corners.mean(axis=0)
    turn = np.deg2rad(PILED)
    matrix = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]], np.float32)
    return np.asarray((corners - middle) @ matrix + middle, dtype=np.float32)


def _laid(view: Image, size: tuple[int, int], paper: Image, corners: Floats) -> Image:
    height, width = paper.shape[:2]
    flat = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, corners)
    warped = cv2.warpPerspective(paper, matrix, size, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full((height, width), 255, np.uint8), matrix, size)
    cast = cv2.GaussianBlur(np.roll(mask, (8, 8), (0, 1)), (0, 0), 9).astype(np.float32)[:, :, None] / 255
    darkened = view.astype(np.float32) * (1 - 0.5 * cast)
    weight = mask.astype(np.float32)[:, :, None] / 255
    return np.asarray(darkened * (1 - weight) + warped * weight, dtype=np.uint8)


def _lay_hand(view: Image, scene: Scene, corners: Floats) -> None:
    """Three fingers that hold the paper at its right side, from the frame's right border."""
    right = float(corners[:, 0].max())
    middle, thick = scene.size[1] / 2, scene.size[1] * 0.022
    for finger in (-1.0, 0.0, 1.0):
        y = round(middle + 2.4 * finger * thick)
        tip = (round(right - 3 * thick), y)
        cv2.line(view, tip, (scene.size[0], y + round(4 * thick)), SKIN, round(2 * thick), cv2.LINE_AA)


def _light(scene: Scene, phase: int) -> Floats:
    angle = 2 * np.pi * phase / LIGHTS
    x = np.linspace(-1, 1, scene.size[0], dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, scene.size[1], dtype=np.float32)[:, None]
    shade = scene.shadow / (1 + np.exp(-12 * x))
    return np.asarray((0.9 + 0.06 * (x * np.cos(angle) + y * np.sin(angle))) * (1 - shade), dtype=np.float32)
