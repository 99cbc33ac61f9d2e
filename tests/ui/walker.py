"""What a walker looks at on a page: words, places, colours as they were painted. Each check names what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem

from kiosk.page import Action, Page, PlaceBody, ReviewBody

Hands = Any  # the fixture of conftest.py
Pixels = NDArray[np.uint32]

MAIN = 19.8
"""Millimetres that what a resident mainly touches is high and wide at least (research: ux, sizes)."""

KEY_CAP = 15.0
"""The same of a key, letter or chip among others."""

KEYS = ("action:key:", "action:initial:", "action:place:", "action:draft:")
"""Actions that may be such."""

LEAST = 12.0
"""Millimetres of anything that can be touched."""

TEXT, SIGNAGE, SIGN = 7.0, 4.5, 3.0
"""Contrast of text, of letters of 25 mm, of drawings and the focus ring (WCAG 2.2, 1.4.6 and 1.4.11)."""

HELPER = "张老师"
"""Who is at the station of the samples; people and stations have one name in all languages."""

HAN = re.compile(r"[\u3400-\u9fff]")
KEY = re.compile(r"^[a-z_]+(\.[a-z_0-9]+)+$")


def name(action: Action) -> str:
    """What its item is called."""
    return f"action:{action.intent}:{action.value}"


def small(page: Page) -> set[str]:
    """The lesser actions of a page: its tools, the speech bar's, the way out, the pencils."""
    lesser: list[Action | None] = [*page.header.tools, page.cancel, page.lower]
    if page.speech is not None:
        lesser += page.speech.actions
    if isinstance(page.body, ReviewBody):
        lesser += [row.edit for group in page.body.groups for row in group.rows]
    return {name(action) for action in lesser if action}


def panel(hands: Hands) -> QRectF:
    """The whole of the window."""
    return QRectF(0, 0, hands.window.width(), hands.window.height())


def seen(hands: Hands, item: QQuickItem) -> QRectF:
    """The part of an item that is not cut off by what it lies in."""
    place = hands.rectangle(item)
    above = item.parentItem()
    while above is not None:
        if above.clip():
            place = place.intersected(hands.rectangle(above))
        above = above.parentItem()
    return place


def of_type(hands: Hands, kind: str) -> Iterator[QQuickItem]:
    """Everything visible of a component."""
    return (item for item in hands.items() if hands.kind(item).startswith(kind))


def words(hands: Hands) -> list[QQuickItem]:
    """All text that is painted."""
    return [item for item in of_type(hands, "Label") if item.property("text") and item.opacity() > 0]


def on_top(hands: Hands, page: Page, items: list[QQuickItem]) -> list[QQuickItem]:
    """Without what lies under an overlay."""
    return [item for item in items if item.isEnabled()] if page.overlay else items


def cut_or_covered(hands: Hands, page: Page) -> list[object]:
    """Words that are cut off, leave the panel or their card, or lie on other words."""
    found: list[object] = []
    shown = on_top(hands, page, words(hands))
    for item in shown:
        text = item.property("text")
        place = seen(hands, item)
        if item.property("paintedWidth") > item.width() + 1:
            found.append(("too wide", text))
        if item.property("truncated") and item.objectName() != "station":
            found.append(("cut", text))
        if not place.isEmpty() and not panel(hands).adjusted(-1, -1, 1, 1).contains(place):
            found.append(("outside", text))
    for action, item in hands.actions().items():
        if item.height() < item.implicitHeight() - 1:
            found.append(("lower than its words", action))
    under = {item.objectName(): hands.rectangle(item) for item in hands.items()}
    if "text-field" in under and under["text-field"].bottom() > under["keyboard"].top():
        found.append(("under the keyboard", "text-field"))
    for (one, here), (other, there) in combinations([(item, seen(hands, item)) for item in shown], 2):
        cut = here.intersected(there)
        if cut.width() >= 2 and cut.height() >= 12 * hands.scale:
            found.append(("over each other", one.property("text"), other.property("text")))
    return found


def out_of_reach(hands: Hands, page: Page) -> list[object]:
    """Actions that cannot be brought into sight, are too small, lie over each other, or too high on a lowered page."""
    found: list[object] = []
    actions = hands.actions()
    reach = panel(hands)
    if page.view.lowered and page.lower and hands.tall:
        reach.setTop(reach.height() / 3)
    for action, item in actions.items():
        item.forceActiveFocus()
        place = hands.rectangle(item)
        least = min(place.width(), place.height()) * hands.pitch
        if not reach.contains(place) and action != "action:start:":
            found.append(("out of reach", action))
        lesser = action in small(page) or hands.kind(item).startswith("ToolPill")
        if least < (LEAST if lesser else KEY_CAP if action.startswith(KEYS) else MAIN):
            found.append(("too small", action, round(least, 1)))
    items = [(item, seen(hands, item)) for action, item in actions.items() if action != "action:start:"]
    for (one, here), (other, there) in combinations(items, 2):
        if here.intersects(there) and not (one.isAncestorOf(other) or other.isAncestorOf(one)):
            found.append(("over each other", one.objectName(), other.objectName()))
    return found


def picture(hands: Hands) -> Pixels:
    """What is painted: height x width, each pixel one number, red, green and blue from the top."""
    image = hands.window.grabWindow().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return rows[:, : image.width()] & 0xFFFFFF


def parts(pixels: Pixels) -> NDArray[np.int32]:
    """Red, green, blue of pixels, in a last dimension of their own."""
    return np.stack((pixels >> 16, pixels >> 8 & 0xFF, pixels & 0xFF), axis=-1).astype(np.int32)


def luminance(colours: Pixels) -> NDArray[np.float64]:
    """Relative luminance (WCAG 2.2)."""
    part = parts(colours) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return linear @ np.array((0.2126, 0.7152, 0.0722))


def ratio(one: Pixels, other: Pixels) -> Any:
    """Contrast of two colours, or of each two of many."""
    light = np.stack((luminance(one), luminance(other)))
    return (light.max(axis=0) + 0.05) / (light.min(axis=0) + 0.05)


def painted(pixels: Pixels, place: QRectF, colour: QColor) -> float:
    """Contrast of what is painted in about this colour at a place with what most of the place is."""
    top, left = max(0, int(place.top())), max(0, int(place.left()))
    part = pixels[top : int(place.bottom()) + 1, left : int(place.right()) + 1].ravel()
    # a sum over a last axis of three is ten times as slow
    red, green, blue = (part >> 16).view(np.int32), (part >> 8 & 0xFF).view(np.int32), (part & 0xFF).view(np.int32)
    away = np.abs(red - colour.red()) + np.abs(green - colour.green()) + np.abs(blue - colour.blue())
    shades, counts = np.unique(part[away > 48], return_counts=True)
    if not len(shades):
        return 1.0
    return float(ratio(part[away.argmin()], shades[counts.argmax()]))


def faint(hands: Hands, page: Page) -> list[object]:
    """Text and drawings that do not stand out from what lies behind them."""
    found: list[object] = []
    pixels = picture(hands)
    for item in on_top(hands, page, [*words(hands), *of_type(hands, "Icon")]):
        place = seen(hands, item).intersected(panel(hands))
        text = item.property("text")
        if place.height() < item.height() - 1 or place.width() < 4 or quiet(item):
            continue
        if text is not None and not re.search(r"[^\W_]", text):
            continue
        if text is None:
            least, colour, what = SIGN, item.property("tint"), item.property("name")
        else:
            signage = item.property("font").pixelSize() >= 100 * hands.scale
            least, colour, what = SIGNAGE if signage else TEXT, item.property("color"), text
        contrast = painted(pixels, place, colour)
        if contrast < least:
            found.append((what, round(contrast, 1)))
    return found


def quiet(item: QQuickItem) -> bool:
    """Whether it is a key that cannot be pressed just now, or nothing at all."""
    above: QQuickItem | None = item
    while above is not None:
        if above.opacity() < 0.5:
            return True
        above = above.parentItem()
    return False


def out_of_order(hands: Hands, tab: Any) -> list[object]:
    """Steps of the Tab key that go back up without going right."""
    found: list[object] = []
    actions = list(hands.actions().values())
    actions[0].forceActiveFocus()
    before: QQuickItem | None = None
    visited: set[str] = set()
    for _ in range(len(actions) + 8):
        item = hands.window.activeFocusItem()
        if item is not None and item.objectName() and item is not before:
            if item.objectName() in visited:
                break
            visited.add(item.objectName())
            if before is not None:
                now, then = hands.rectangle(item), hands.rectangle(before)
                if now.bottom() < then.top() + 2 and now.left() < then.right() - 2:
                    found.append((before.objectName(), item.objectName()))
            before = item
        hands.key(tab)
    return found


def ringed(hands: Hands, item: QQuickItem) -> bool:
    """Whether a ring of 3:1 goes around the item that has the keys: most of a line a little outside it changes."""
    next(other for other in hands.actions().values() if other is not item).forceActiveFocus()
    after = picture(hands)
    item.forceActiveFocus()
    before = picture(hands)
    place = hands.rectangle(item).adjusted(-16 * hands.scale, -16 * hands.scale, 16 * hands.scale, 16 * hands.scale)
    top, left = max(0, int(place.top())), max(0, int(place.left()))
    area = (slice(top, int(place.bottom()) + 1), slice(left, int(place.right()) + 1))
    with_ring, without = before[area], after[area]
    changed = with_ring != without
    seen_well = ratio(with_ring[changed], without[changed]) >= SIGN
    return bool(seen_well.sum() > place.width() + place.height())


def data_of(value: object) -> Iterator[str]:
    """What residents or the city wrote, in whatever language they wrote it."""
    if isinstance(value, PlaceBody):
        yield from (choice.hint for choice in value.places)
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            inner = getattr(value, field.name)
            if isinstance(inner, str) and field.name in ("station", "value", "full", "text", "number"):
                yield inner
            elif isinstance(value, Action) and value.intent == "language":
                yield value.label
            else:
                yield from data_of(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from data_of(inner)


def untranslated(hands: Hands, page: Page) -> list[str]:
    """Names of words instead of words; Chinese on an English page that nobody wrote."""
    given = set(data_of(page))
    keyboard = [item for item in hands.items() if item.objectName() == "keyboard"]
    found = []
    for item in words(hands):
        text = item.property("text")
        if any(board.isAncestorOf(item) for board in keyboard) or text in given:
            continue
        for own in (page.header.station, page.header.short, HELPER):
            text = text.replace(own, "")
        if KEY.match(text) or (page.language == "en" and HAN.search(text)):
            found.append(text)
    return found
