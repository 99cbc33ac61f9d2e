"""Without touching the glass: a keyboard, or a pad of five keys (four arrows and select), does everything."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.page import Page

Hands = Any  # the fixture of conftest.py

STEPS = 60
"""More presses than any page has things to do."""


@contextmanager
def by_keys(hands: Hands) -> Iterator[None]:
    """Someone whose last deed was a key; afterwards someone touches the glass."""
    hands.key(Qt.Key.Key_F1)
    try:
        yield
    finally:
        hands.screens.forget()


def rings(hands: Hands) -> list[Any]:
    """What says where the keys are."""
    return [item for item in hands.items() if hands.kind(item).startswith("FocusRing")]


def test_a_pad_of_five_keys_does_everything(hands: Hands, sample: Page) -> None:
    hands.show(sample)
    wanted = set(hands.actions())
    done = set()
    for _ in range(STEPS):
        focus = hands.focus()
        if focus in wanted - done:
            hands.heard.clear()
            hands.key(Qt.Key.Key_Return)
            _, intent, value = focus.split(":", 2)
            assert hands.heard == [(intent, value)]
            done.add(focus)
        hands.key(Qt.Key.Key_Up if focus.endswith("-field") else Qt.Key.Key_Left)
    assert done == wanted
    hands.screens.forget()


def test_whoever_works_by_keys_is_shown_where_to_begin(hands: Hands, sample: Page) -> None:
    with by_keys(hands):
        hands.show(sample)
        item = hands.window.activeFocusItem()
        if hands.actions():
            assert item.objectName(), sample.name
            assert rings(hands) or item.objectName().endswith("-field") or item.objectName().startswith("wheel:")


def test_who_touches_sees_no_frame(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-leave"])
    for name in ("zh-review", "zh-home", "zh-attract"):
        hands.touch(hands.window.contentItem())
        hands.show(pages[name])
        assert not rings(hands), name


def test_the_resting_screen_shows_where_the_keys_are_to_who_uses_them(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-attract"])
    hands.key(Qt.Key.Key_Return)
    assert hands.heard == [("start", "")], "selecting begins at once"
    hands.key(Qt.Key.Key_Down)
    assert (hands.focus(), len(rings(hands))) == ("action:start:", 1)
    hands.screens.forget()
    hands.show(pages["zh-attract"])
    assert not rings(hands), "nor for the next resident"


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("zh-choice", "action:draft:0"),
        ("zh-date", "wheel:年"),
        ("zh-number", "number-field"),
        ("zh-done", "action:forward:"),
        ("zh-leave", "action:close:"),
        ("zh-text", "text-field"),
    ],
)
def test_keys_begin_at_the_first_thing_to_do(hands: Hands, pages: dict[str, Page], name: str, first: str) -> None:
    with by_keys(hands):
        hands.show(pages[name])
        hands.until(lambda: hands.focus() == first)


def test_after_a_question_the_keys_are_where_they_were(hands: Hands, pages: dict[str, Page]) -> None:
    page = pages["zh-review"]
    with by_keys(hands):
        hands.show(page)
        hands.actions()["action:consent:"].forceActiveFocus()
        hands.show(replace(pages["zh-leave"], name=page.name))
        hands.until(lambda: hands.focus() == "action:close:")
        hands.show(page)
        hands.until(lambda: hands.focus() == "action:consent:")


def test_the_keys_stay_when_what_they_were_on_is_gone(hands: Hands, pages: dict[str, Page]) -> None:
    with by_keys(hands):
        hands.show(pages["zh-identify-unavailable"])
        hands.actions()["action:retry_card:"].forceActiveFocus()
        hands.show(replace(pages["zh-identify-waiting"], name="identify-unavailable"))
        hands.until(lambda: hands.focus() == "action:type_instead:")


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Back])
def test_esc_goes_back_or_closes_what_is_asked(hands: Hands, pages: dict[str, Page], key: Qt.Key) -> None:
    for name, heard in (("zh-choice", "back"), ("zh-text", "back"), ("zh-leave", "close"), ("zh-still-there", "close")):
        hands.show(pages[name])
        hands.heard.clear()
        hands.key(key)
        assert hands.heard == [(heard, "")], name
    hands.show(pages["zh-sealing"])
    hands.heard.clear()
    hands.key(key)
    assert hands.heard == [], "nothing to go back to"


def test_a_forward_key_is_the_primary_button(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-choice"])
    hands.key(Qt.Key.Key_Forward)
    assert hands.heard == [("forward", "")]
    hands.show(pages["zh-review-failed"])
    hands.key(Qt.Key.Key_Forward)
    assert hands.heard == [("forward", "")], "it is not enabled there"


def test_a_long_page_is_read_by_keys_to_its_end(hands: Hands, pages: dict[str, Page]) -> None:
    with by_keys(hands):
        hands.show(pages["en-guide"])
        hands.pass_time(1.0)
        view = hands.named("scroll")
        for _ in range(STEPS):
            hands.key(Qt.Key.Key_Down)
            if hands.focus() == "action:forward:" or view.property("atYEnd"):
                break
        assert view.property("atYEnd")


def test_a_hidden_number_is_shown_while_the_key_is_held(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-review"])
    masked = next(item for item in hands.items() if item.property("text") == "370102********0010")
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        hands.named("hold:证号").forceActiveFocus()
        QTest.keyPress(hands.window, key)
        assert masked.property("text") == "370102195803140010"
        QTest.keyRelease(hands.window, key)
        assert masked.property("text") == "370102********0010"
    QTest.keyPress(hands.window, Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_Down)
    assert masked.property("text") == "370102********0010", "whoever moves on hides it"
    assert hands.heard == []
