"""Fingers that slip, hands that rest, keys that lead out: none of them does what nobody meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QCloseEvent, QCursor, QGuiApplication
from PySide6.QtTest import QTest
from sample_pages.book import shown

from kiosk.page import Page, SearchBody, TextBody
from kiosk.visit.view import View
from ui.guard import DEAF, PALM, STIR, is_palm
from ui.screens import Screens

Hands = Any  # the fixture of conftest.py
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def middle(hands: Hands, name: str) -> QPoint:
    return hands.rectangle(hands.named(name)).center().toPoint()


def test_the_second_tap_of_two_presses_nothing_on_the_next_page(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-choice"])
    hands.touch(hands.named("action:forward:"))
    assert hands.heard == [("forward", "")]
    hands.screens.show(pages["zh-number"])
    for deed in (hands.touch, hands.click):
        deed(hands.named("action:forward:"))
        assert hands.heard == [("forward", "")]
    hands.pass_time(DEAF)
    hands.touch(hands.named("action:forward:"))
    assert hands.heard == [("forward", ""), ("forward", "")]


def test_nor_does_a_second_press_of_a_key_or_one_that_is_held(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-choice"])
    hands.screens.show(pages["zh-leave"])
    hands.until(lambda: hands.focus() == "action:close:")
    hands.key(Qt.Key.Key_Return)
    assert hands.heard == []
    hands.pass_time(DEAF)
    hands.key(Qt.Key.Key_Return)
    assert hands.heard == [("close", "")]


def test_a_finger_that_lies_there_while_the_page_changes_presses_nothing(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-choice"])
    place = QPointF(middle(hands, "action:forward:"))
    hands.press(place)
    hands.screens.show(pages["zh-date"])
    hands.settle()
    hands.pass_time(DEAF)
    hands.lift(place)
    assert hands.heard == []
    hands.touch(hands.named("action:forward:"))
    assert hands.heard == [("forward", "")]


def test_the_touch_that_wakes_presses_nothing_underneath(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-attract"])
    connection = hands.screens.intent.connect(lambda name, _: name == "start" and hands.screens.show(pages["zh-home"]))
    hands.touch(hands.named("action:start:"))
    for _ in range(2):
        place = QPointF(hands.window.width() / 2, hands.window.height() / 2)
        hands.press(place)
        hands.lift(place)
    hands.screens.intent.disconnect(connection)
    assert hands.heard == [("start", "")]


def test_of_two_fingers_the_first_counts(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-choice"])
    one, other = middle(hands, "action:draft:0"), middle(hands, "action:draft:1")
    window, glass = hands.window, hands.finger
    QTest.touchEvent(window, glass).press(1, one, window).commit()
    QTest.touchEvent(window, glass).stationary(1).press(2, other, window).commit()
    QTest.touchEvent(window, glass).stationary(1).release(2, other, window).commit()
    QTest.touchEvent(window, glass).release(1, one, window).commit()
    assert hands.heard == [("draft", "0")]


def slip(hands: Hands, name: str, millimetres: float) -> None:
    """Put a finger on an item, move it up bit by bit, and take it away."""
    start = QPointF(middle(hands, name))
    hands.press(start)
    for part in range(1, 5):
        place = start - QPointF(0, part / 4 * millimetres / hands.pitch)
        QTest.touchEvent(hands.window, hands.finger).move(1, place.toPoint(), hands.window).commit()
        hands.frame()
    hands.pass_time(10)  # old hands press long
    hands.lift(place)


@pytest.mark.panels("upright", "across", "fine")
def test_a_long_press_by_a_trembling_hand_is_a_press(hands: Hands, pages: dict[str, Page]) -> None:
    page = shown(pages["zh-list-matters"], View(large_print=True))
    hands.show(page)
    view = next(item for item in hands.items() if item.objectName() == "scroll" and item.property("interactive"))
    slip(hands, "action:group:0", 5)
    assert (hands.heard, view.property("contentY")) == ([("group", "0")], 0)
    slip(hands, "action:group:0", 15)
    assert hands.heard == [("group", "0")], "who moves on means to turn the page"
    assert view.property("contentY") > 0
    hands.screens.forget()


def test_a_hand_on_the_glass_presses_nothing(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-choice"])
    places = [middle(hands, f"action:draft:{number}") for number in range(3)]
    window, glass = hands.window, hands.finger
    QTest.touchEvent(window, glass).press(1, places[0], window).commit()
    both = QTest.touchEvent(window, glass).stationary(1)
    both.press(2, places[1], window).press(3, places[2], window).commit()
    for finger, place in enumerate(places, start=1):
        up = QTest.touchEvent(window, glass).release(finger, place, window)
        for other in range(finger + 1, 4):
            up.stationary(other)
        up.commit()
    assert hands.heard == []
    hands.touch(hands.named("action:draft:0"))
    assert hands.heard == [("draft", "0")]


@pytest.mark.parametrize(("scale", "width", "palm"), [(1.0, 60, False), (1.0, PALM + 1, True), (2.0, PALM + 1, False)])
def test_a_palm_is_told_by_its_size(scale: float, width: float, palm: bool) -> None:
    points: Any = [SimpleNamespace(ellipseDiameters=lambda: QSizeF(width, 40.0))]
    assert is_palm(points, scale) is palm


def test_everything_done_tells_that_someone_is_there(hands: Hands, pages: dict[str, Page]) -> None:
    stirred: list[bool] = []
    connection = hands.screens.stirred.connect(lambda: stirred.append(True))
    hands.show(pages["zh-guide"])
    hands.touch(hands.window.contentItem())
    hands.touch(hands.window.contentItem())
    assert len(stirred) == 1, "no more than once a second"
    for deed in (lambda: hands.key(Qt.Key.Key_Down), lambda: hands.click(hands.window.contentItem())):
        hands.pass_time(STIR)
        stirred.clear()
        deed()
        assert stirred == [True]
    hands.screens.stirred.disconnect(connection)


@pytest.fixture
def clipboard() -> Iterator[Any]:
    """Holds what an earlier program left there."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    yield clipboard
    clipboard.clear()


@pytest.mark.parametrize("name", ["text", "search"])
def test_nothing_is_copied_nor_pasted(hands: Hands, pages: dict[str, Page], clipboard: Any, name: str) -> None:
    page = pages[f"en-{name}"]
    assert isinstance(page.body, TextBody | SearchBody)
    hands.show(replace(page, body=replace(page.body, text="Spring")))
    field = hands.named(f"{name}-field")
    for key, held in (
        (Qt.Key.Key_A, CTRL), (Qt.Key.Key_C, CTRL), (Qt.Key.Key_X, CTRL), (Qt.Key.Key_V, CTRL), (Qt.Key.Key_Z, CTRL),
        (Qt.Key.Key_Insert, CTRL), (Qt.Key.Key_Insert, SHIFT), (Qt.Key.Key_Delete, SHIFT),
        (Qt.Key.Key_Left, SHIFT), (Qt.Key.Key_Home, SHIFT),
    ):  # fmt: skip
        QTest.keyClick(hands.window, key, held)
        assert field.property("selectedText") == "", key
    place = hands.rectangle(field).center().toPoint()
    for button in (Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton):
        QTest.mouseClick(hands.window, button, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseDClick(hands.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    hands.settle()
    assert field.property("selectedText") == ""
    assert field.property("text") == "Spring"
    assert clipboard.text() == "before"
    assert hands.heard == []
    assert not [item for item in hands.items() if "Menu" in hands.kind(item)]
    hands.screens.forget()


@pytest.fixture
def panel(application: QGuiApplication, pages: dict[str, Page]) -> Iterator[Screens]:
    """A window as on the panel."""
    screens = Screens(width=1080, height=1920, fullscreen=True)
    screens.show(pages["zh-home"])
    application.processEvents()
    yield screens
    screens.close()
    application.processEvents()


def test_a_panel_has_no_way_out(panel: Screens) -> None:
    window = panel.window
    assert window.flags() & Qt.WindowType.FramelessWindowHint
    assert window.flags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.visibility() == window.Visibility.FullScreen
    heard: list[str] = []
    panel.intent.connect(lambda name, _: heard.append(name))
    for key, held in (
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Q, CTRL),
        (Qt.Key.Key_W, CTRL),
        (Qt.Key.Key_F11, CTRL),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Delete, CTRL | Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F1, CTRL | Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Super_L, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(window, key, held)
    QGuiApplication.sendEvent(window, QCloseEvent())
    assert not window.close()
    assert window.isVisible()
    assert heard == []
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert heard == ["back"], "within the pages alone"
    assert window.isVisible()


def test_the_panel_shows_no_arrow_until_a_mouse_moves(panel: Screens, application: QGuiApplication) -> None:
    def shape() -> Qt.CursorShape | None:
        cursor: QCursor | None = application.overrideCursor()
        return cursor.shape() if cursor else None

    assert shape() is Qt.CursorShape.BlankCursor
    QTest.mouseMove(panel.window, QPoint(500, 900))
    application.processEvents()
    assert shape() is None
    glass = QTest.createTouchDevice()
    QTest.touchEvent(panel.window, glass).press(1, QPoint(5, 300), panel.window).commit()
    assert shape() is Qt.CursorShape.BlankCursor
    QTest.touchEvent(panel.window, glass).release(1, QPoint(5, 300), panel.window).commit()


def test_nothing_can_be_dropped_on_the_window(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["en-text"])
    for kind in (QEvent.Type.DragEnter, QEvent.Type.Drop, QEvent.Type.ContextMenu):
        event = QEvent(kind)
        QGuiApplication.sendEvent(hands.window, event)
        assert not event.isAccepted()
