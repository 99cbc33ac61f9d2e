"""The bridge: pictures in, files out, and nothing left behind."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage

from kiosk.page import Page, ScanBody
from kiosk.visit.view import View
from ui import pictures
from ui.ahead import Ahead
from ui.engine import QML, make_engine, save
from ui.live_picture import frames
from ui.pictures import PageProvider, QrProvider, token_of
from ui.screens import Screens, ScreensError

Hands = Any  # the fixture of conftest.py

ORANGE = (0, 128, 255)
"""A colour of no token, as blue, green, red."""


def shows(hands: Hands, colour: tuple[int, int, int]) -> bool:
    """Whether a colour is on the screen."""
    image = hands.window.grabWindow()
    wanted = QColor(colour[2], colour[1], colour[0]).rgb()
    return any(image.pixel(x, y) == wanted for x in range(0, image.width(), 24) for y in range(0, image.height(), 24))


def test_the_newest_frame_is_shown_and_then_forgotten(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-scan-live"])
    frame = np.full((480, 640, 3), ORANGE, np.uint8)
    hands.screens.show_frame(frame, None)
    hands.settle()
    assert shows(hands, ORANGE)
    hands.screens.forget()
    hands.show(pages["zh-scan-live"])
    assert not shows(hands, ORANGE)
    assert frames.image is None


def test_a_frame_may_be_a_view_and_may_change_afterwards(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-scan-live"])
    frame = np.full((480, 1280, 3), ORANGE, np.uint8)
    hands.screens.show_frame(frame[:, ::2], ((10.0, 10.0), (630.0, 10.0), (630.0, 470.0), (10.0, 470.0)))
    frame[:] = 0
    hands.settle()
    hands.screens.show_frame(np.zeros((480, 640, 3), np.uint8), None)


def test_the_next_page_begins_at_its_top(hands: Hands, pages: dict[str, Page]) -> None:
    def place() -> float:
        return sum(item.property("contentY") for item in hands.items() if item.objectName() == "scroll")

    page = replace(pages["en-done-no-paper"], view=View(large_print=True))
    hands.show(page)
    view = next(item for item in hands.items() if item.objectName() == "scroll" and item.property("interactive"))
    view.setProperty("contentY", view.property("contentHeight") - view.height())
    hands.show(page)
    assert place() > 0
    hands.show(replace(page, name="another"))
    assert place() == 0


def test_pictures_live_as_long_as_their_page(hands: Hands, pages: dict[str, Page]) -> None:
    page = pages["zh-scan-check"]
    assert isinstance(page.body, ScanBody)
    hands.show(page)
    token = token_of(page.body.picture)
    held = hands.screens._pictures
    assert held.requestImage(token, QSize(), QSize()).width() > 1
    hands.show(pages["zh-home"])
    assert held.requestImage(token, QSize(), QSize()).width() == 1


def test_a_full_terminal_says_so_and_offers_nothing_to_touch(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-attract"])
    assert hands.named("wayIn").isVisible()
    hands.touch(hands.named("action:start:"))
    assert [name for name, _ in hands.heard] == ["start"]
    hands.show(pages["zh-attract-full"])
    names = {item.objectName() for item in hands.items()}
    assert not names & {"wayIn", "action:start:"}
    assert "本机暂停收件" in {str(item.property("text")) for item in hands.items()}
    hands.touch(hands.window.contentItem())
    assert [name for name, _ in hands.heard] == ["start"]


def test_nothing_of_a_page_stays_after_forgetting(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-review"])
    hands.screens.forget()
    hands.show(pages["zh-attract"])
    words = "".join(str(item.property("text")) for item in hands.items())
    assert "欧阳泉" not in words
    hands.show(pages["zh-text"])
    hands.until(lambda: hands.named("keyboard").height() > 0)


def test_a_picture_of_the_window_is_whole(hands: Hands, pages: dict[str, Page], tmp_path: Path) -> None:
    hands.show(pages["zh-home"])
    save(hands.screens.window, tmp_path / "home.png")
    with Image.open(tmp_path / "home.png") as image:
        assert image.size == (hands.window.width(), hands.window.height())
    assert [path.name for path in tmp_path.iterdir()] == ["home.png"]


def test_there_is_no_window_before_a_page(application: object) -> None:
    del application
    with pytest.raises(ScreensError):
        _ = Screens(width=100, height=100).window


def test_what_is_large_is_drawn_once_a_page(
    application: QGuiApplication, pages: dict[str, Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    draw = pictures._rendered

    def counted(source: str, width: int, height: int) -> QImage:
        drawn.append(width * height)
        return draw(source, width, height)

    monkeypatch.setattr(pictures, "_rendered", counted)
    pictures.icon.cache_clear()
    screens = Screens(width=700, height=1244)
    for name in ("zh-attract", "zh-home", "zh-attract"):
        drawn.clear()
        screens.show(pages[name])
        for _ in range(4):
            application.processEvents()
        assert len([size for size in drawn if size > 10_000]) <= 1, name
    screens.close()


def test_pages_that_were_not_shown_are_read_in_meanwhile(application: QGuiApplication) -> None:
    engine = make_engine(PageProvider())
    ahead = Ahead(engine, QML / "pages")
    end = time.monotonic() + 30
    while ahead.reading and time.monotonic() < end:
        application.processEvents()
    assert not ahead.reading
    ahead.stop()


def test_a_broken_picture_is_an_empty_one() -> None:
    provider = PageProvider()
    provider.keep({"x": b"no picture"})
    assert provider.requestImage("x", QSize(), QSize()).width() == 1


def test_the_code_to_photograph_can_be_read() -> None:
    zxing = pytest.importorskip("zxingcpp")
    image = (
        QrProvider()
        .requestImage("L000126112400017", QSize(), QSize(400, 400))
        .convertToFormat(QrProvider().requestImage("0", QSize(), QSize(400, 400)).Format.Format_Grayscale8)
    )
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    assert [code.text for code in zxing.read_barcodes(pixels[:, : image.width()].copy())] == ["L000126112400017"]


@pytest.mark.panels("upright")
def test_a_page_turn_is_told_with_its_time_once_it_is_on_the_glass(hands: Hands, pages: dict[str, Page]) -> None:
    told: list[float] = []
    hands.show(pages["zh-attract"])
    hands.screens.turned.connect(told.append)

    def answer(*_: str) -> None:
        hands.pass_time(0.3)
        hands.screens.show(pages["zh-home"])

    hands.screens.intent.connect(answer)
    try:
        hands.window.intent.emit("start", "")
        assert told == [], "not before it is drawn"
        hands.pass_time(0.2)
        hands.until(lambda: told)
        hands.screens.intent.disconnect(answer)
        assert told == [pytest.approx(0.5)]
        hands.window.intent.emit("stir", "")
        hands.show(pages["zh-attract"])
        assert len(told) == 1, "nobody touched for this one"
    finally:
        hands.screens.turned.disconnect(told.append)
