"""Every page on both panels: drawn without complaint, within the panel, and doing what it shows."""

from __future__ import annotations

import os
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from kiosk.page import Action, Page, ReviewBody

Hands = Any  # the fixture of conftest.py

MAIN = 80
"""Pixels that what a resident mainly touches is high and wide at least: 20 mm (research: ux, sizes)."""

SMALL = 48
"""Pixels of the least: 12 mm."""


def small(page: Page) -> set[str]:
    """The lesser actions of a page: its tools, the way out, the pencils."""
    lesser: list[Action | None] = [*page.header.tools, page.cancel]
    if isinstance(page.body, ReviewBody):
        lesser += [row.edit for group in page.body.groups for row in group.rows]
    return {name(action) for action in lesser if action}


def name(action: Action) -> str:
    """What its item is called."""
    return f"action:{action.intent}:{action.value}"


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
        hands.screens.grab(Path(folder) / f"{panel}-{sample.language}-{sample.name}.png")


def test_every_action_is_in_reach_and_large_enough(hands: Hands, sample: Page) -> None:
    hands.show(sample)
    panel = QRectF(0, 0, hands.window.width(), hands.window.height())
    for action, item in hands.actions().items():
        place = reach(hands, item)
        assert panel.contains(place), action
        least = SMALL if action in small(sample) else MAIN
        assert min(place.width(), place.height()) >= least, action


def test_no_two_actions_overlap(hands: Hands, sample: Page) -> None:
    hands.show(sample)
    items = [item for action, item in hands.actions().items() if action != "action:start:"]
    for one, other in combinations(items, 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one):
            continue
        assert not seen(hands, one).intersects(seen(hands, other)), (one.objectName(), other.objectName())


def seen(hands: Hands, item: QQuickItem) -> QRectF:
    """The part of an item that is not cut off by what it lies in."""
    place = hands.rectangle(item)
    above = item.parentItem()
    while above is not None:
        if above.clip():
            place = place.intersected(hands.rectangle(above))
        above = above.parentItem()
    return place


def test_no_words_are_cut_off_or_lie_on_others(hands: Hands, sample: Page) -> None:
    hands.show(sample)
    panel = QRectF(0, 0, hands.window.width(), hands.window.height())
    words = [
        item
        for item in hands.items()
        if item.metaObject().className().startswith("Label") and item.property("text") and item.opacity() > 0
    ]
    for item in words:
        text = item.property("text")
        assert item.property("paintedWidth") <= item.width() + 1, text
        assert not item.property("truncated") or text == sample.header.station, text
        assert seen(hands, item).isEmpty() or panel.adjusted(-1, -1, 1, 1).contains(seen(hands, item)), text
    if sample.overlay:
        return
    for one, other in combinations(words, 2):
        cut = seen(hands, one).intersected(seen(hands, other))
        assert cut.width() < 2 or cut.height() < 12, (one.property("text"), other.property("text"))


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
