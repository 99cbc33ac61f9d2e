"""The keyboard on the glass: what stands on it, what it offers, and where the arrows of a pad are on it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

Hands = Any  # the fixture of conftest.py

MOST = 30
"""More presses than lead anywhere on a keyboard."""


def keys(hands: Hands) -> dict[str, QQuickItem]:
    """The keys of the on-screen keyboard by what stands on them."""
    panel = hands.named("keyboard")
    found = {}
    for item in hands.items():
        if panel.isAncestorOf(item) and item.property("displayText") is not None:
            found[item.property("displayText").lower()] = item
    return found


def candidates(hands: Hands) -> list[str]:
    """The characters offered, best first."""
    return [item.property("display") for item in offered(hands)]


def offered(hands: Hands) -> list[QQuickItem]:
    """Their items."""
    panel = hands.named("keyboard")
    found = [
        item
        for item in hands.items()
        if panel.isAncestorOf(item) and item.property("display") is not None and item.width() > 0
    ]
    return sorted(found, key=lambda item: hands.rectangle(item).x())


def steered_to(hands: Hands) -> str:
    """The key of the on-screen keyboard that a pad's arrows have reached."""
    return str(_reached(hands).property("displayText")).lower()


def _reached(hands: Hands) -> QQuickItem:
    item = hands.named("navigationHighlight").property("highlightItem")
    assert isinstance(item, QQuickItem)
    return item


def steered(hands: Hands) -> bool:
    """Whether the arrows go over the keyboard rather than over the page."""
    return bool(hands.named("keyboard").parentItem().property("steered"))


def type_by_pad(hands: Hands, letters: str) -> None:
    """From the field down into the keyboard, and over its keys to one letter after another."""
    if not steered(hands):
        hands.key(Qt.Key.Key_Down)
    for letter in letters:
        _steer(hands, letter)
        hands.key(Qt.Key.Key_Return)
        hands.settle()


def _steer(hands: Hands, letter: str) -> None:
    for _ in range(MOST):
        if steered_to(hands) == letter:
            return
        here, there = hands.rectangle(_reached(hands)), hands.rectangle(keys(hands)[letter])
        if abs(here.y() - there.y()) > here.height() / 2:
            hands.key(Qt.Key.Key_Down if there.y() > here.y() else Qt.Key.Key_Up)
        else:
            hands.key(Qt.Key.Key_Right if there.x() > here.x() else Qt.Key.Key_Left)
    raise AssertionError(f"{letter} is not reached; the arrows are on {steered_to(hands)}")


def pick_by_pad(hands: Hands, word: str) -> None:
    """Up to what is offered, along it to a word, and take it."""
    hands.until(lambda: word in candidates(hands))
    hands.settle()
    for _ in range(MOST):
        mark = hands.rectangle(_reached(hands)).center()
        on = [item.property("display") for item in offered(hands) if hands.rectangle(item).contains(mark)]
        if on == [word]:
            hands.key(Qt.Key.Key_Return)
            hands.settle()
            return
        hands.key(Qt.Key.Key_Right if on else Qt.Key.Key_Up)
        hands.settle()
    raise AssertionError(f"{word} is not reached among {candidates(hands)}")


def leave_by_pad(hands: Hands) -> None:
    """Up out of the keyboard, to the field."""
    for _ in range(MOST):
        if not steered(hands):
            return
        hands.key(Qt.Key.Key_Up)
        hands.settle()
    raise AssertionError(f"no way out of the keyboard; the arrows are on {steered_to(hands)}")
