"""Finding the page on many desks, and finding none where there is none."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from drivers.document_scanner.detect import find_page
from drivers.document_scanner.rectify import rectify
from drivers.simulators.papers import PAPERS, sheet

SIZE = (1280, 960)


def desk(kind, rng):
    width, height = SIZE
    if kind == "dark":
        base = np.full((height, width, 3), (50, 55, 60), np.float32)
    elif kind == "wood":
        rows = np.sin(np.linspace(0, 40, height) + rng.normal(0, 0.3, height))[:, None, None] * 12
        base = np.full((height, width, 3), (70, 105, 140), np.float32) + rows
    elif kind == "bright":
        base = np.full((height, width, 3), (178, 182, 184), np.float32)
    else:
        base = np.full((height, width, 3), (95, 100, 96), np.float32)
        for _ in range(14):
            colour = tuple(float(v) for v in rng.integers(20, 200, 3))
            corner = tuple(int(v) for v in rng.integers(0, (width, height)))
            cv2.circle(base, corner, int(rng.integers(15, 60)), colour, -1)
    noise = cv2.GaussianBlur(rng.normal(0, 6, (height, width, 1)).astype(np.float32), (0, 0), 1)[:, :, None]
    return base + noise


def lay(base, paper, rng, part):
    """The picture, and the corners of the paper in it."""
    width, height = SIZE
    aspect = paper.shape[0] / paper.shape[1]
    across = (part * width * height / aspect) ** 0.5
    down = across * aspect
    flat = np.array([(-across, -down), (across, -down), (across, down), (-across, down)]) / 2
    turn = np.deg2rad(rng.uniform(-18, 18))
    turned = flat @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    turned *= 1 + turned[:, 1:] / height * rng.uniform(-0.12, 0.12)
    room = np.abs(turned).max(axis=0) + 12
    centre = [rng.uniform(room[0], width - room[0]) if 2 * room[0] < width else width / 2, height / 2]
    if 2 * room[1] < height:
        centre[1] = rng.uniform(room[1], height - room[1])
    corners = (turned + centre).astype(np.float32)
    source = np.array([(0, 0), (paper.shape[1], 0), (paper.shape[1], paper.shape[0]), (0, paper.shape[0])], np.float32)
    matrix = cv2.getPerspectiveTransform(source, corners)
    mask = cv2.warpPerspective(np.full(paper.shape[:2], 1, np.float32), matrix, SIZE)[:, :, None]
    shadow = cv2.GaussianBlur(np.roll(mask, (6, 6), (0, 1)), (0, 0), 8)[:, :, None]
    laid = cv2.warpPerspective(paper, matrix, SIZE, flags=cv2.INTER_AREA) * mask
    scene = base * (1 - 0.45 * shadow) * (1 - mask) + laid
    light = np.linspace(rng.uniform(0.75, 1.0), 1.05, width, dtype=np.float32)[None, :, None]
    blurred = cv2.GaussianBlur(np.clip(scene * light, 0, 255).astype(np.uint8), (0, 0), 0.8)
    return blurred, corners


def made(paper, kind, part, seed):
    rng = np.random.default_rng(seed)
    return lay(desk(kind, rng), paper, rng, part)


CARD = sheet("样例卡", ("范例", "号码 0000"), size=(856, 540))
SLIP = sheet("凭条", ("样例凭条", "编号 0000", "请保存"), size=(420, 1100))


@pytest.mark.parametrize(
    ("paper", "part"), [("lease", 0.3), ("employer_letter", 0.22), ("card", 0.12), ("slip", 0.10)], ids=str
)
@pytest.mark.parametrize("kind", ["dark", "wood", "bright", "cluttered"])
def test_corners_are_found(paper, part, kind):
    picture = {"card": CARD, "slip": SLIP}.get(paper)
    picture = PAPERS[paper]() if picture is None else picture
    diagonal = float(np.hypot(*SIZE))
    good = 0
    for seed in range(6):
        image, truth = made(picture, kind, part, seed)
        found = find_page(image).corners
        if found is not None and np.linalg.norm(np.array(found) - truth, axis=1).max() < 0.01 * diagonal:
            good += 1
    assert good >= 5, f"{good} of 6"


@pytest.mark.parametrize("kind", ["dark", "wood", "bright", "cluttered"])
@pytest.mark.parametrize("seed", range(3))
def test_an_empty_desk_has_no_page(kind, seed):
    image = np.clip(desk(kind, np.random.default_rng(seed)), 0, 255).astype(np.uint8)
    assert find_page(image).corners is None


@pytest.mark.parametrize("kind", ["wood", "bright", "cluttered"])
@pytest.mark.parametrize("seed", range(3))
def test_a_switched_off_tablet_is_no_page(kind, seed):
    rng = np.random.default_rng(seed)
    base = desk(kind, rng)
    box = cv2.boxPoints(((640.0, 480.0), (420.0, 290.0), float(rng.uniform(0, 90))))
    cv2.fillConvexPoly(base, box.astype(int), (30, 28, 28))
    assert find_page(np.clip(base, 0, 255).astype(np.uint8)).corners is None


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_a_flat_scan_has_no_box_inside(paper):
    page = PAPERS[paper]().copy()
    height, width = page.shape[:2]
    cv2.rectangle(page, (width // 5, height // 2), (width * 4 // 5, height * 3 // 4), (40, 40, 40), 4)
    found = find_page(page).corners
    assert found is None or np.array(found)[:, 0].max() - np.array(found)[:, 0].min() > 0.95 * width


def test_a_page_that_runs_out_of_the_picture_is_said_to():
    image, truth = made(PAPERS["lease"](), "dark", 0.3, 1)
    moved = np.roll(image, 0, axis=1)[:, int(truth[:, 0].min() + 180) :]
    found = find_page(np.ascontiguousarray(moved))
    assert found.corners is None
    assert found.cut_off


@pytest.mark.parametrize("kind", ["dark", "wood"])
def test_the_straightened_page_is_the_paper(kind):
    paper = PAPERS["lease"]()
    image, _ = made(paper, kind, 0.3, 2)
    page = rectify(image, find_page(image).corners)
    grey = [cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY) for picture in (page, paper)]
    small = [cv2.resize(picture, (300, 420), interpolation=cv2.INTER_AREA) for picture in grey]
    blurred = [cv2.GaussianBlur(p, (0, 0), 2).astype(float).ravel() for p in small]
    assert np.corrcoef(*blurred)[0, 1] > 0.9


def test_the_quick_way_agrees_with_the_thorough_one():
    image, truth = made(PAPERS["lease"](), "dark", 0.3, 3)
    found = find_page(image, thorough=False).corners
    assert np.linalg.norm(np.array(found) - truth, axis=1).max() < 12


@pytest.mark.parametrize("shape", [(1, 1, 3), (3, 500, 3), (20, 20, 3), (960, 1280, 3)])
@pytest.mark.parametrize("value", [0, 128, 255])
def test_plain_pictures_of_any_shape_have_no_page(shape, value):
    assert find_page(np.full(shape, value, np.uint8)).corners is None
