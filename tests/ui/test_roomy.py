"""Large print and small panels: what belongs together stays together, and what is wanted has room."""

from __future__ import annotations

from typing import Any

import pytest
import walker
from PySide6.QtQuick import QQuickItem
from sample_pages.book import shown

from kiosk.page import GuideBody, Page, RateBody, ScanBody
from kiosk.visit.view import PLAIN, View

Hands = Any  # the fixture of conftest.py

LARGE = View(large_print=True)
ALL = View(large_print=True, high_contrast=True, lowered=True)

RING = 10
"""Pixels of the ring around the seconds, on a panel 1080 wide."""


def labels(hands: Hands, within: QQuickItem) -> list[QQuickItem]:
    """The words that belong to an item."""
    return [label for label in walker.words(hands) if within.isAncestorOf(label)]


@pytest.mark.parametrize("view", [PLAIN, LARGE], ids=["plain", "large"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_seconds_stand_inside_their_ring(hands: Hands, pages: dict[str, Page], language: str, view: View) -> None:
    page = pages[f"{language}-still-there"]
    hands.show(shown(page, view))
    assert page.overlay
    ring = next(walker.of_type(hands, "CountdownRing"))
    inside = hands.rectangle(ring).width() / 2 - RING * hands.scale
    centre = hands.rectangle(ring).center()
    for label in labels(hands, ring):
        # what is painted of a line is about its type's height, less than the room that a line takes
        place = hands.rectangle(label)
        height = label.property("font").pixelSize() / 2
        for x in (place.left(), place.right()):
            for y in (place.center().y() - height, place.center().y() + height):
                assert (x - centre.x()) ** 2 + (y - centre.y()) ** 2 <= inside**2, label.property("text")
    lead = next(label for label in walker.words(hands) if label.property("text") == page.overlay.lead)
    assert hands.rectangle(lead).top() >= hands.rectangle(ring).bottom() - 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_lone_button_of_the_footer_keeps_its_words_in_one_line(
    hands: Hands, pages: dict[str, Page], language: str
) -> None:
    page = pages[f"{language}-help"]
    hands.show(shown(page, LARGE))
    assert page.back
    (label,) = labels(hands, hands.actions()[walker.name(page.back)])
    assert label.property("lineCount") == 1


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("view", [PLAIN, LARGE], ids=["plain", "large"])
def test_the_names_of_all_faces_are_of_one_size(
    hands: Hands, pages: dict[str, Page], view: View, language: str
) -> None:
    page = pages[f"{language}-rate"]
    hands.show(shown(page, view))
    assert isinstance(page.body, RateBody)
    sizes = set()
    for choice in page.body.faces:
        face = hands.actions()[walker.name(choice.action)]
        (label,) = labels(hands, face)
        assert hands.rectangle(face).contains(hands.rectangle(label)), choice.action.label
        assert label.property("paintedWidth") >= label.implicitWidth() - 1, "not shrunk to what fits"
        sizes.add(label.property("font").pixelSize())
    assert len(sizes) == 1


@pytest.mark.parametrize("name", ["search", "search-found", "search-nothing"])
def test_something_found_is_seen_above_the_keyboard(hands: Hands, pages: dict[str, Page], name: str) -> None:
    hands.show(shown(pages[f"zh-{name}"], ALL))
    first = next(walker.of_type(hands, "ChoiceCard"))
    assert walker.seen(hands, first) == hands.rectangle(first)


@pytest.mark.parametrize("view", [PLAIN, LARGE], ids=["plain", "large"])
def test_a_small_page_and_its_number_do_not_meet(hands: Hands, pages: dict[str, Page], view: View) -> None:
    page = pages["zh-scan-check"]
    hands.show(shown(page, view))
    assert isinstance(page.body, ScanBody)
    for small in page.body.pages:
        tile = hands.actions()[walker.name(small.action)]
        (label,) = labels(hands, tile)
        picture = next(item for item in tile.childItems() if hands.kind(item) == "QQuickImage")
        assert hands.rectangle(label).top() >= hands.rectangle(picture).bottom() - 1
        assert hands.rectangle(tile).contains(hands.rectangle(label))


@pytest.mark.panels("desk", "desk-upright", "across")
@pytest.mark.parametrize("view", [PLAIN, LARGE], ids=["plain", "large"])
@pytest.mark.parametrize("name", ["zh-search", "en-text", "zh-place-rest"])
def test_the_keys_of_the_keyboard_are_large_enough(hands: Hands, pages: dict[str, Page], name: str, view: View) -> None:
    hands.show(shown(pages[name], view))
    # a keyboard changes its layout while the language that it is told arrives
    faces: list[QQuickItem] = []

    def laid_out() -> bool:
        before = {hands.rectangle(face).getRect() for face in faces}
        faces[:] = walker.of_type(hands, "KeyFace")
        hands.settle()
        return len(faces) > 30 and before == {hands.rectangle(face).getRect() for face in faces}

    hands.until(laid_out)
    for face in faces:
        place = hands.rectangle(face)
        assert min(place.width(), place.height()) * hands.pitch >= walker.LEAST, face.property("text")


@pytest.mark.panels("desk")
def test_the_ways_below_home_are_words_and_not_columns_of_letters(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-home"])
    for tile in walker.of_type(hands, "WayTile"):
        assert all(label.property("lineCount") == 1 for label in labels(hands, tile))


@pytest.mark.panels("upright")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_figures_of_a_guide_are_not_made_smaller(hands: Hands, pages: dict[str, Page], language: str) -> None:
    page = pages[f"{language}-guide"]
    hands.show(shown(page, LARGE))
    assert isinstance(page.body, GuideBody)
    figures = {text for fact in page.body.facts for text in (fact.value, fact.label)}
    for label in walker.words(hands):
        if label.property("text") in figures:
            assert label.property("paintedWidth") >= label.implicitWidth() - 1, label.property("text")
