"""What is ticked, turned, typed and picked on the pages that ask for more than one touch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from kiosk.page import Page, PlaceBody, TextBody

Hands = Any  # the fixture of conftest.py


@contextmanager
def written(hands: Hands, page: Page) -> Iterator[list[str]]:
    """Show a text page and answer every draft as the terminal does."""
    drafts: list[str] = []

    def answer(name: str, value: str) -> None:
        if name == "draft":
            assert isinstance(page.body, TextBody)
            drafts.append(value)
            hands.screens.show(replace(page, body=replace(page.body, text=value)))

    hands.screens.intent.connect(answer)
    try:
        hands.show(page)
        hands.until(lambda: caps(hands))
        yield drafts
    finally:
        hands.screens.intent.disconnect(answer)
        hands.screens.forget()


def caps(hands: Hands) -> dict[str, QQuickItem]:
    """The keys of the on-screen keyboard by what stands on them."""
    panel = hands.named("keyboard")
    return {
        item.property("displayText"): item
        for item in hands.items()
        if panel.isAncestorOf(item) and item.metaObject().indexOfProperty("displayText") >= 0
    }


@pytest.mark.panels("upright")
def test_a_code_is_written_in_capitals_and_the_next_words_in_pinyin(hands: Hands, pages: dict[str, Page]) -> None:
    with written(hands, pages["zh-credit-code"]) as drafts:
        for letter in "ma":
            hands.touch(caps(hands)[letter])
            hands.settle()
        assert drafts == ["M", "MA"]
    with written(hands, pages["zh-text"]) as drafts:
        hands.touch(caps(hands)["m"])
        hands.settle()
        assert drafts == [], "what is being composed is no text yet"


@pytest.mark.panels("across")
def test_across_a_code_begins_with_digits(hands: Hands, pages: dict[str, Page]) -> None:
    with written(hands, pages["zh-credit-code"]) as drafts:
        hands.touch(caps(hands)["9"])
        hands.settle()
        assert drafts == ["9"]


def test_what_may_be_ticked_is_told_to_screen_readers(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-choices"])
    found = {
        name: QAccessible.queryAccessibleInterface(item)
        for name, item in hands.actions().items()
        if name.startswith("action:draft:")
    }
    assert {interface.role() for interface in found.values()} == {QAccessible.Role.CheckBox}
    ticked = {name: bool(interface.state().checked) for name, interface in found.items()}
    assert ticked == {"action:draft:pension": True, "action:draft:medical": True, "action:draft:injury": False}
    hands.actions()["action:draft:injury"].forceActiveFocus()
    hands.key(Qt.Key.Key_Space)
    assert hands.heard == [("draft", "injury")]


def test_a_month_has_two_wheels(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-month"])
    assert [item.objectName() for item in hands.items() if item.objectName().startswith("wheel:")] == [
        "wheel:年",
        "wheel:月",
    ]
    hands.named("wheel:月").forceActiveFocus()
    hands.key(Qt.Key.Key_Up)
    assert hands.heard == [("draft", "2026-09")]
    hands.show(pages["zh-date"])
    hands.named("wheel:日").forceActiveFocus()
    hands.key(Qt.Key.Key_Down)
    assert hands.heard[-1] == ("draft", "2026-03-02")


def test_letters_of_numbers_come_from_the_keys_too(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-id-number"])
    hands.key(Qt.Key.Key_X)
    hands.show(pages["zh-certificate-wrong"])
    hands.key(Qt.Key.Key_B)
    assert hands.heard == [("key", "X"), ("key", "B")]


def test_a_city_that_was_picked_is_in_sight(hands: Hands, pages: dict[str, Page]) -> None:
    page = pages["zh-region-city"]
    assert isinstance(page.body, PlaceBody)
    last = page.body.places[-1]
    places = tuple(replace(choice, chosen=choice is last) for choice in page.body.places)
    hands.show(pages["zh-region"])
    hands.show(replace(page, body=replace(page.body, places=places)))
    card = hands.rectangle(hands.named(f"action:draft:{last.action.value}"))
    view = [item for item in hands.items() if item.objectName() == "scroll"][-1]
    assert hands.rectangle(view).contains(card)
    hands.touch(hands.named(f"action:draft:{last.action.value}"))
    assert hands.heard == [("draft", last.action.value)]
