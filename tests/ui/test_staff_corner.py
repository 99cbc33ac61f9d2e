"""The hidden way in for staff: held it opens, touched it does what lies under it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.page import Page

Hands = Any  # the fixture of conftest.py


def corner(hands: Hands) -> Any:
    """The corner, held for a moment only, so that nobody waits here."""
    item = hands.named("staff-corner")
    item.setProperty("pressAndHoldInterval", 1)
    return item


def test_held_it_calls_the_staffs_page(hands: Hands, pages: dict[str, Page]) -> None:
    for name in ("zh-attract", "zh-attract-full", "zh-home"):
        hands.show(pages[name])
        place = hands.rectangle(corner(hands)).center()
        hands.heard.clear()
        hands.press(place)
        hands.until(lambda: hands.heard)
        hands.lift(place)
        hands.settle()
        assert hands.heard == [("staff", "")], name


def test_touched_it_is_the_page_under_it(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-attract"])
    item = hands.named("staff-corner")
    item.setProperty("pressAndHoldInterval", 60_000)
    hands.touch(item)
    assert hands.heard == [("start", "")]
    for name in ("zh-attract-full", "zh-home"):
        hands.show(pages[name])
        hands.heard.clear()
        hands.touch(hands.named("staff-corner"))
        assert hands.heard == []


def test_keys_call_it_too(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-attract"])
    QTest.keyClick(hands.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    hands.until(lambda: hands.heard)
    assert hands.heard == [("staff", "")]


def test_under_a_question_there_is_no_way_in(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-leave"])
    assert hands.named("staff-corner").property("enabled") is False
