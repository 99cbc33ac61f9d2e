"""Every page on both panels: drawn without complaint, within the panel, and doing what it shows."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from kiosk.page import Page
from ui.engine import save

Hands = Any  # the fixture of conftest.py


def reach(hands: Hands, item: QQuickItem) -> QRectF:
    """Where an item is once it was scrolled into sight."""
    item.forceActiveFocus()
    hands.settle()
    return hands.rectangle(item)


def test_shows(hands: Hands, sample: Page) -> None:
    """No warning (see conftest), the title is there, and with KIOSK_PICTURES=DIR a picture is kept."""
    hands.show(sample)
    shown = {str(item.property("text")).replace("\n", "") for item in hands.items()}
    assert sample.title == "" or sample.title in shown
    folder = os.environ.get("KIOSK_PICTURES")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        panel = "across" if hands.window.width() > hands.window.height() else "upright"
        save(hands.screens.window, Path(folder) / f"{panel}-{sample.language}-{sample.name}.png")


@pytest.mark.parametrize("way", ["touch", "click"])
def test_every_action_sends_its_intent(hands: Hands, sample: Page, way: str) -> None:
    hands.show(sample)
    for action, item in hands.actions().items():
        reach(hands, item)
        hands.heard.clear()
        getattr(hands, way)(item)
        _, intent, value = action.split(":", 2)
        if action == "action:start:":
            assert (intent, value) in hands.heard
        else:
            assert hands.heard == [(intent, value)]


def test_what_is_not_enabled_sends_nothing(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-review-failed"])
    hands.touch(hands.named("action:forward:"))
    assert hands.heard == []


def test_keys_alone_do_everything(hands: Hands, sample: Page) -> None:
    hands.show(sample)
    wanted = set(hands.actions())
    visited: dict[str, tuple[str, str]] = {}
    for step in range(len(wanted) + 8):
        focus = hands.focus()
        if focus in wanted:
            hands.heard.clear()
            hands.key(Qt.Key.Key_Space if step % 2 else Qt.Key.Key_Return)
            assert len(hands.heard) == 1, focus
            visited[focus] = hands.heard[0]
        hands.key(Qt.Key.Key_Tab)
    assert {f"action:{intent}:{value}" for intent, value in visited.values()} == wanted
    assert set(visited) == wanted


def test_arrows_move_on_and_back(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-choice"])
    first = hands.actions()["action:draft:0"]
    first.forceActiveFocus()
    hands.key(Qt.Key.Key_Down)
    assert hands.focus() == "action:draft:1"
    hands.key(Qt.Key.Key_Up)
    assert hands.focus() == "action:draft:0"


def test_the_number_pad_moves_as_it_stands(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-number"])
    hands.actions()["action:key:2"].forceActiveFocus()
    hands.key(Qt.Key.Key_Down)
    assert hands.focus() == "action:key:5"
    hands.key(Qt.Key.Key_Left)
    assert hands.focus() == "action:key:4"


def test_who_works_by_keys_stays_on_an_action_when_the_page_changes(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-choice"])
    hands.actions()["action:draft:2"].forceActiveFocus()
    hands.show(pages["zh-choice"])
    hands.until(lambda: hands.focus() == "action:draft:2")


def test_the_page_under_a_question_cannot_be_used(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-leave"])
    assert set(hands.actions()) == {"action:close:", "action:leave_confirmed:"}
    assert hands.focus() == "action:close:"
    under = hands.named("action:forward:")
    hands.touch(under)
    assert hands.heard == []
    hands.show(pages["zh-review"])
    hands.touch(hands.named("action:forward:"))
    assert hands.heard == [("forward", "")]


def test_every_action_has_a_name_and_a_role(hands: Hands, sample: Page) -> None:
    hands.show(sample)
    for action, item in hands.actions().items():
        interface = QAccessible.queryAccessibleInterface(item)
        assert interface is not None, action
        assert interface.text(QAccessible.Text.Name) != "", action
        assert interface.role() in (QAccessible.Role.Button, QAccessible.Role.CheckBox), action
