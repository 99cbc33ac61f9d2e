"""A picture that stands for days burns into the panel: the resting screen moves a little every minute."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QRectF

from kiosk.page import Page

Hands = Any  # the fixture of conftest.py

HOURS = 10


def way_in(hands: Hands) -> QRectF:
    return hands.rectangle(hands.named("wayIn"))


def test_the_resting_screen_moves_a_little_and_fills_the_panel(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-attract"])
    drift = hands.named("drift")
    first = way_in(hands)
    panel = QRectF(0, 0, hands.window.width(), hands.window.height())
    places = []
    for minute in range(60 * HOURS):
        drift.setProperty("minute", minute)
        places.append((way_in(hands).x() - first.x(), way_in(hands).y() - first.y()))
        assert hands.rectangle(hands.named("action:start:")).contains(panel)
    drift.setProperty("minute", 0)
    for axis in zip(*places, strict=True):
        assert max(axis) - min(axis) > 12
        assert all(abs(one - other) <= 16 for one, other in pairwise(axis))
        assert max(map(abs, axis)) <= 16
    assert len({(round(x), round(y)) for x, y in places}) > 80


def test_a_resting_screen_after_a_visit_is_where_the_first_one_was(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-attract"])
    first = way_in(hands)
    hands.named("drift").setProperty("minute", 5)
    hands.show(pages["zh-home"])
    assert hands.named("drift").property("minute") == 0
    hands.show(pages["zh-attract"])
    assert way_in(hands) == first
