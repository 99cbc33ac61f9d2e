"""The gallery shows every component, and each looks as in its picture."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from likeness import FAILED, alike, check
from PIL import Image, ImageDraw, ImageFilter
from PySide6.QtCore import QtMsgType
from PySide6.QtGui import QGuiApplication
from typer.testing import CliRunner

from kiosk.cli import app
from ui.engine import QML
from ui.gallery.state import LOOKS
from ui.gallery.table import COMPONENTS, WITHIN
from ui.gallery.window import PICTURE, Gallery

PICTURES = Path(__file__).parent / "pictures"
RENEW = "make pictures"
FILES = {file.stem: file for file in (QML / "components").glob("*.qml")}


@pytest.fixture(scope="module")
def gallery(application: QGuiApplication) -> Iterator[Gallery]:
    """A gallery for pictures."""
    del application
    gallery = Gallery(width=PICTURE)
    yield gallery
    gallery.close()


def test_every_component_is_there() -> None:
    assert set(COMPONENTS) | set(WITHIN) == set(FILES)
    assert not set(COMPONENTS) & set(WITHIN)
    for part, whole in WITHIN.items():
        assert f"{part} {{" in (QML / whole).read_text("utf-8"), part


def test_no_picture_is_left_over() -> None:
    wanted = {f"{component}-{look}.png" for component in COMPONENTS for look in LOOKS}
    assert {file.name for file in PICTURES.iterdir()} == wanted


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("component", COMPONENTS)
def test_a_component_looks_as_in_its_picture(gallery: Gallery, component: str, look: str, qtlog: Any) -> None:
    gallery.show(component, LOOKS[look])
    today = Image.open(io.BytesIO(gallery.picture()))
    assert gallery.warnings == []
    assert [record.message for record in qtlog.records if record.type is not QtMsgType.QtDebugMsg] == []
    check(today, PICTURES / f"{component}-{look}.png", RENEW)


def test_leafing_and_switching(application: QGuiApplication) -> None:
    gallery = Gallery(width=540, height=960)
    names = list(COMPONENTS)
    window = gallery.window

    def touch(name: str, value: str) -> None:
        window.intent.emit(name, value)
        application.processEvents()

    assert window.title() == names[0]
    touch("leaf", "1")
    assert window.title() == names[1]
    touch("leaf", "-1")
    touch("leaf", "-1")
    assert window.title() == names[-1]
    day = window.color()
    touch("view", "high_contrast")
    assert window.color() != day
    touch("view", "high_contrast")
    assert window.color() == day
    touch("language", "en")
    assert window.title() == names[-1]
    assert gallery.warnings == []
    gallery.close()


def test_the_command_keeps_pictures(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, application: object) -> None:
    del application
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("QT_QUICK_BACKEND", "software")
    asked: list[Path] = []
    monkeypatch.setattr("ui.gallery.window.save_all", lambda folder: asked.append(folder) or 7)
    done = CliRunner().invoke(app, ["run", "--gallery", "--save", str(tmp_path)])
    assert (done.exit_code, done.stdout) == (0, f"7 pictures in {tmp_path}\n")
    assert asked == [tmp_path]


@pytest.fixture
def button() -> Image.Image:
    """A picture to hold others against."""
    with Image.open(PICTURES / "ActionButton-zh.png") as image:
        return image.convert("RGB")


def test_smoothing_makes_no_difference_but_a_stroke_does(button: Image.Image) -> None:
    assert alike(button.filter(ImageFilter.GaussianBlur(0.4)), button)
    struck = button.copy()
    ImageDraw.Draw(struck).line((200, 60, 240, 60), "#17262B", 3)
    assert not alike(struck, button)
    assert not alike(button.crop((0, 0, button.width, button.height - 1)), button)


def test_a_colour_that_is_slightly_another_makes_a_difference(button: Image.Image) -> None:
    shifted = button.point([min(255, value + 12) for value in range(256)] * 3)
    assert not alike(shifted, button)


def test_a_difference_is_kept_to_look_at(button: Image.Image, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kept.png").write_bytes((PICTURES / "Badge-zh.png").read_bytes())
    with pytest.raises(AssertionError, match="make it so"):
        check(button, Path("kept.png"), "make it so")
    assert {file.name for file in FAILED.iterdir()} == {"kept.png", "kept-difference.png"}
    with pytest.raises(AssertionError, match="not there"):
        check(button, Path("other.png"), "make it so")
