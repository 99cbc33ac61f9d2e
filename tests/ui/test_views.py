"""Every page in every view, on every panel: nothing is cut, covered, faint or out of reach."""

from __future__ import annotations

from typing import Any

import pytest
import walker
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from sample_pages import PAGES
from sample_pages.book import shown

from kiosk.page import Page
from kiosk.visit.view import PLAIN, View

Hands = Any  # the fixture of conftest.py

LARGE = View(large_print=True)
CONTRAST = View(high_contrast=True)
LOWERED = View(lowered=True)
ALL = View(large_print=True, high_contrast=True, lowered=True)

ONCE = [page for page in PAGES.values() if page.language == "zh"]
"""Every page in one language, where words make no difference."""

SOME, FEW = list(PAGES.values())[::3], list(PAGES.values())[::7]
"""Pages that stand for the others, and fewer where a picture takes long; languages take turns in them."""


def names(pages: list[Page]) -> list[str]:
    """What the tests of some pages are called."""
    return [f"{page.language}-{page.name}" for page in pages]


def walk(hands: Hands, page: Page, view: View) -> list[object]:
    """Everything that is wrong with a page in a view. Colours do not change what fits, nor print the colours."""
    page = shown(page, view)
    hands.show(page)
    found: list[object] = []
    if view is not CONTRAST:
        found += walker.cut_or_covered(hands, page)
    if view not in (LARGE, LOWERED):
        found += walker.faint(hands, page)
    if view is not CONTRAST:
        found += walker.out_of_reach(hands, page)
    return found


@pytest.mark.parametrize("view", [PLAIN, LARGE, ALL], ids=["plain", "large", "all"])
def test_a_page_in_every_view(hands: Hands, sample: Page, view: View) -> None:
    assert walk(hands, sample, view) == []


@pytest.mark.parametrize("page", ONCE, ids=names(ONCE))
def test_a_page_light_on_black(hands: Hands, page: Page) -> None:
    assert walk(hands, page, CONTRAST) == []


@pytest.mark.panels("upright")
@pytest.mark.parametrize("page", ONCE, ids=names(ONCE))
def test_a_page_brought_down(hands: Hands, page: Page) -> None:
    assert walk(hands, page, LOWERED) == []


@pytest.mark.panels("desk", "desk-upright")
@pytest.mark.parametrize("view", [PLAIN, LARGE], ids=["plain", "large"])
@pytest.mark.parametrize("page", SOME, ids=names(SOME))
def test_a_page_on_a_small_panel(hands: Hands, page: Page, view: View) -> None:
    assert walk(hands, page, view) == []


@pytest.mark.panels("fine", "fine-across")
@pytest.mark.parametrize("page", FEW, ids=names(FEW))
def test_a_page_on_a_panel_of_many_pixels(hands: Hands, page: Page) -> None:
    assert walk(hands, page, LARGE) == []


@pytest.mark.parametrize("page", ONCE, ids=names(ONCE))
def test_keys_follow_the_order_of_reading(hands: Hands, page: Page) -> None:
    hands.show(page)
    assert walker.out_of_order(hands, Qt.Key.Key_Tab) == []


def test_words_are_in_the_pages_language(hands: Hands, sample: Page) -> None:
    hands.show(sample)
    assert walker.untranslated(hands, sample) == []


@pytest.mark.parametrize("view", [PLAIN, CONTRAST], ids=["plain", "contrast"])
@pytest.mark.parametrize("page", SOME, ids=names(SOME))
def test_what_has_the_keys_is_ringed(hands: Hands, page: Page, view: View) -> None:
    hands.show(shown(page, view))
    actions = list(hands.actions().values())
    for item in (actions[0], actions[len(actions) // 2], actions[-1]):
        item.forceActiveFocus()
        assert walker.ringed(hands, item), item.objectName()


def test_a_long_page_is_turned_by_the_arrows_in_its_margin(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(shown(pages["zh-done-no-paper"], ALL))
    view = next(item for item in hands.items() if item.objectName() == "scroll" and item.property("interactive"))
    while view.property("contentY") < view.property("contentHeight") - view.height() - 1:
        place = view.property("contentY")
        hands.touch(hands.named("chevron-down"))
        hands.until(lambda place=place: view.property("contentY") > place)
        hands.settle()
    hands.until(lambda: "chevron-down" not in {item.objectName() for item in hands.items()})
    hands.touch(hands.named("chevron-up"))
    hands.until(lambda: not view.property("atYEnd"))
    assert hands.heard == []


def card_places(hands: Hands) -> set[float]:
    """Where the drawn card is in some pictures that follow each other."""
    card = next(walker.of_type(hands, "IdCardDrawing"))
    places = set()
    for _ in range(5):
        hands.frame()
        places.add(card.y())
    return places


def test_nothing_moves_where_motion_is_switched_off(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-identify-waiting"])
    hands.until(lambda: len(card_places(hands)) > 1)
    hands.window.setProperty("still", True)
    try:
        assert len(card_places(hands)) == 1
    finally:
        hands.window.setProperty("still", False)


def test_the_next_page_is_shown_as_it_says(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-choice"])
    plain = walker.picture(hands)
    hands.show(shown(pages["zh-choice"], ALL))
    hands.show(pages["zh-choice"])
    assert (walker.picture(hands) == plain).all()


def test_a_tool_that_is_on_looks_on_without_colour(hands: Hands, pages: dict[str, Page]) -> None:
    def icons() -> list[str]:
        return [item.property("name") for item in walker.of_type(hands, "Icon")]

    hands.show(pages["zh-home"])
    assert "check" not in icons()
    hands.show(shown(pages["zh-home"], LARGE))
    assert "check" in icons()
    on = QAccessible.queryAccessibleInterface(hands.actions()["action:view:large_print"])
    assert on.state().checked


def test_where_its_name_has_no_room_the_station_goes_by_its_neighbourhood(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-home"])
    assert hands.named("station").property("text") == ("甸柳社区" if hands.tall else "甸柳社区便民服务站")
    hands.show(shown(pages["zh-home"], LARGE))
    assert hands.named("station").property("text") == "甸柳社区便民服务站", "a row of its own"


@pytest.mark.parametrize("view", [PLAIN, LARGE], ids=["plain", "large"])
def test_home_is_seen_at_once(hands: Hands, pages: dict[str, Page], view: View) -> None:
    hands.show(shown(pages["zh-home"], view))
    assert not [item for item in hands.items() if item.property("interactive")]


@pytest.mark.panels("across")
def test_english_home_is_seen_at_once_on_a_panel_across(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["en-home"])
    assert not [item for item in hands.items() if item.property("interactive")]
