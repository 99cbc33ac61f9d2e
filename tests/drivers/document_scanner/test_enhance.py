"""Shadows are taken off papers, and nothing is taken off photographs and cards."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from drivers.document_scanner.enhance import whitened
from drivers.simulators.papers import PAPERS, sheet


def shaded(page):
    """A lamp to one side, and the shadow of an arm across."""
    height, width = page.shape[:2]
    light = np.linspace(1.0, 0.55, width, dtype=np.float32)[None, :, None]
    arm = np.zeros((height, width), np.float32)
    cv2.line(arm, (0, height // 3), (width, height // 2), 0.35, width // 6)
    dark = 1 - cv2.GaussianBlur(arm, (0, 0), width / 25)[:, :, None]
    return np.clip(page * light * dark, 0, 255).astype(np.uint8)


def unevenness(page):
    """Levels between the brightest and the darkest tenth of the paper between the lines."""
    grey = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)
    paper = cv2.morphologyEx(
        cv2.resize(grey, (200, 280), interpolation=cv2.INTER_AREA), cv2.MORPH_CLOSE, np.ones((9, 9))
    )
    return float(np.percentile(paper, 90) - np.percentile(paper, 10))


def contrast_of_print(page, clean):
    """How much darker ink is than its paper, everywhere: the worst tenth of the places with ink."""
    ink = cv2.cvtColor(clean, cv2.COLOR_BGR2GRAY) < 90
    grey = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY).astype(np.float32)
    around = cv2.dilate(grey, np.ones((25, 25)))
    return float(np.percentile((around - grey)[ink], 10))


def test_shadows_go_and_print_gets_clearer():
    clean = PAPERS["lease"]()
    before = shaded(clean)
    after = whitened(before)
    assert unevenness(before) > 60
    assert unevenness(after) < 12
    assert contrast_of_print(after, clean) > 1.3 * contrast_of_print(before, clean)
    assert np.median(after) >= 240


def test_a_red_stamp_stays_red():
    clean = PAPERS["lease"]()
    after = cv2.cvtColor(whitened(shaded(clean)), cv2.COLOR_BGR2HSV)
    true = cv2.cvtColor(clean, cv2.COLOR_BGR2HSV)
    red = (true[:, :, 1] > 120) & (true[:, :, 2] > 120)
    assert red.sum() > 1000
    hue = after[:, :, 0][red].astype(int)
    assert np.mean((hue < 12) | (hue > 168)) > 0.95
    assert np.median(after[:, :, 1][red]) > 120


def test_tinted_paper_keeps_its_tint():
    pink = np.clip(PAPERS["lease"]().astype(np.float32) * np.array([0.78, 0.75, 1.0]), 0, 255).astype(np.uint8)
    after = whitened(shaded(pink))
    blue, _, red = (float(np.median(after[:, :, channel])) for channel in range(3))
    assert red - blue > 30


def portrait():
    """A print with a grey ground and a face."""
    photo = np.full((900, 640, 3), (150, 120, 90), np.uint8)
    cv2.ellipse(photo, (320, 400), (150, 200), 0, 0, 360, (150, 180, 220), -1)
    cv2.ellipse(photo, (320, 860), (260, 180), 0, 0, 360, (60, 50, 45), -1)
    return photo


@pytest.mark.parametrize(
    "picture",
    [portrait(), cv2.GaussianBlur(np.random.default_rng(1).integers(0, 255, (540, 856, 3), np.uint8), (0, 0), 9)],
    ids=["portrait", "texture"],
)
def test_photographs_stay_as_they_are(picture):
    after = whitened(picture)
    assert np.abs(after.astype(int) - picture.astype(int)).mean() < 40


@pytest.mark.parametrize("shape", [(1, 1, 3), (3, 900, 3), (40, 40, 3)])
@pytest.mark.parametrize("value", [0, 128, 255])
def test_any_shape_and_level(shape, value):
    assert whitened(np.full(shape, value, np.uint8)).shape == shape


def test_a_card_keeps_its_photo():
    card = sheet("样例卡", ("范例", "号码 0000"), size=(856, 540)).copy()
    card[130:400, 600:800] = (150, 140, 130)
    after = whitened(card)
    assert np.abs(after[150:380, 620:780].astype(int) - (150, 140, 130)).mean() < 30


def face(ground):
    """A portrait print on a ground of this colour."""
    photo = np.full((800, 600, 3), ground, np.uint8)
    cv2.ellipse(photo, (300, 760), (260, 260), 0, 0, 360, (60, 40, 40), -1)
    cv2.ellipse(photo, (300, 360), (150, 200), 0, 0, 360, (150, 175, 215), -1)
    cv2.ellipse(photo, (300, 240), (165, 120), 0, 180, 360, (30, 30, 35), -1)
    return cv2.GaussianBlur(photo, (0, 0), 4)


@pytest.mark.parametrize("colours", [3, 1], ids=["colour", "grey"])
@pytest.mark.parametrize(
    "ground", [(245, 245, 245), (230, 150, 70), (50, 50, 210), (190, 190, 190)], ids=["white", "blue", "red", "grey"]
)
def test_a_portrait_stays_to_the_pixel(ground, colours):
    photo = face(ground)
    if colours == 1:
        photo = cv2.cvtColor(cv2.cvtColor(photo, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    assert (whitened(photo) == photo).all()


def test_a_photo_on_a_form_is_lit_like_the_paper_around_it():
    form = PAPERS["lease"]().copy()
    photo = cv2.resize(face((230, 150, 70)), (250, 340))
    form[300:640, 900:1150] = photo
    after = whitened(shaded(form))
    assert np.abs(after[300:640, 900:1150].astype(int) - photo).mean() < 25
    assert unevenness(after[700:]) < 12


def test_paper_under_a_lamp_and_a_window_becomes_white():
    clean = PAPERS["lease"]()
    across = np.linspace(0, 1, clean.shape[1])[None, :, None]
    lit = clean * ((1 - across) * np.array([0.75, 0.92, 1.0]) + across * np.array([1.0, 0.98, 0.9]))
    after = whitened(lit.astype(np.uint8))
    assert np.ptp(np.median(after.reshape(-1, 3), axis=0)) < 10
