"""What is typed, turned, pressed and held on the pages that ask."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from glass import candidates, keys, offered, steered_to
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.page import DateBody, Page, PlaceBody, SignatureBody, TextBody
from kiosk.visit.signature import is_written, strokes_of
from ui.live_picture import LivePicture
from ui.signature_pad import SignaturePad

Hands = Any  # the fixture of conftest.py


@contextmanager
def answered(hands: Hands, page: Page) -> Iterator[list[str]]:
    """Show a text page and answer every draft as the terminal does: with the page that holds it."""
    drafts: list[str] = []

    def answer(name: str, value: str) -> None:
        if name == "draft":
            assert isinstance(page.body, TextBody)
            drafts.append(value)
            hands.screens.show(replace(page, body=replace(page.body, text=value[: page.body.max_length])))

    hands.screens.intent.connect(answer)
    try:
        hands.show(page)
        hands.until(lambda: candidates(hands) == [] and keys(hands))
        yield drafts
    finally:
        hands.screens.intent.disconnect(answer)
        hands.screens.forget()


def type_pinyin(hands: Hands, letters: str) -> None:
    """Touch the keys of `letters` and wait for what they could mean."""
    for letter in letters:
        hands.touch(keys(hands)[letter])
    hands.until(lambda: candidates(hands))
    hands.settle()


def choose(hands: Hands, character: str) -> None:
    """Touch a candidate."""
    hands.touch(next(item for item in offered(hands) if item.property("display") == character))
    hands.settle()


def test_pinyin_is_typed_by_touch(hands: Hands, pages: dict[str, Page]) -> None:
    with answered(hands, pages["zh-text"]) as drafts:
        type_pinyin(hands, "zhongwen")
        assert drafts == []  # what is being composed is no text yet
        choose(hands, "中文")
        assert drafts == ["中文"]
        assert hands.named("text-field").property("text") == "中文"


def test_the_field_stays_in_sight_above_keys_of_15_mm(hands: Hands, pages: dict[str, Page]) -> None:
    with answered(hands, pages["zh-text"]):
        field = hands.rectangle(hands.named("text-field"))
        panel = hands.rectangle(hands.named("keyboard"))
        assert field.bottom() <= panel.top()
        assert panel.bottom() <= hands.rectangle(hands.actions()["action:forward:"]).top()
        assert min(keys(hands)["q"].width(), keys(hands)["q"].height()) >= 60
        type_pinyin(hands, "li")
        assert min(min(item.width(), item.height()) for item in offered(hands)) >= 60
        assert hands.rectangle(hands.named("keyboard")) == panel


def test_what_one_resident_composed_is_not_proposed_to_the_next(hands: Hands, pages: dict[str, Page]) -> None:
    with answered(hands, pages["zh-text"]) as drafts:
        type_pinyin(hands, "chenyanuo")
        before = candidates(hands)
        while not drafts:  # a name out of the second-best character for each syllable
            choose(hands, [found for found in candidates(hands) if len(found) == 1][1])
        assert len(drafts[-1]) == 3
        assert drafts[-1] not in before
    with answered(hands, pages["zh-text"]):
        type_pinyin(hands, "chenyanuo")
        assert candidates(hands) == before


def test_what_is_spelt_is_searched_before_a_character_is_picked(hands: Hands, pages: dict[str, Page]) -> None:
    page = pages["zh-search"]
    heard: list[str] = []

    def answer(name: str, value: str) -> None:
        if name == "draft":
            heard.append(value)
            hands.screens.show(replace(page, body=replace(page.body, text=value)))  # type: ignore[arg-type]

    hands.screens.intent.connect(answer)
    try:
        hands.show(page)
        hands.until(lambda: candidates(hands) == [] and keys(hands))
        type_pinyin(hands, "juzhu")
        assert heard[-1] == "juzhu"
        choose(hands, candidates(hands)[0])
        assert heard[-1] == hands.named("search-field").property("text") != ""
        hands.key(Qt.Key.Key_Return)
        assert hands.focus().startswith("action:choose_service:"), "on to what was found"
    finally:
        hands.screens.intent.disconnect(answer)
        hands.screens.forget()


def test_what_was_found_is_in_sight_beside_or_above_the_keyboard(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-search-found"])
    hands.until(lambda: keys(hands))
    keyboard = hands.rectangle(hands.named("keyboard"))
    whole = [name for name, item in hands.actions().items() if name.startswith(("action:choose", "action:package"))]
    seen = [hands.rectangle(hands.actions()[name]) for name in whole]
    assert sum(not place.intersects(keyboard) and place.bottom() < hands.window.height() for place in seen) >= 3


def test_an_english_page_begins_with_latin_letters(hands: Hands, pages: dict[str, Page]) -> None:
    with answered(hands, pages["en-text"]) as drafts:
        hands.touch(keys(hands)["o"])
        hands.until(lambda: [draft.lower() for draft in drafts] == ["o"])


def test_who_types_with_two_fingers_loses_no_letter(hands: Hands, pages: dict[str, Page]) -> None:
    with answered(hands, pages["en-text"]) as drafts:
        one, other = (hands.rectangle(keys(hands)[letter]).center().toPoint() for letter in "oh")
        window, glass = hands.window, hands.finger
        QTest.touchEvent(window, glass).press(1, one, window).commit()
        QTest.touchEvent(window, glass).stationary(1).press(2, other, window).commit()
        QTest.touchEvent(window, glass).release(1, one, window).stationary(2).commit()
        QTest.touchEvent(window, glass).release(2, other, window).commit()
        hands.until(lambda: [draft.lower() for draft in drafts] == ["o", "oh"])


def test_a_pad_types_on_the_glass_and_finds_out_again(hands: Hands, pages: dict[str, Page]) -> None:
    with answered(hands, pages["zh-text"]) as drafts:
        hands.key(Qt.Key.Key_Down)
        hands.key(Qt.Key.Key_Right)
        while steered_to(hands) != "t":
            hands.key(Qt.Key.Key_Left)
        hands.key(Qt.Key.Key_Return)
        hands.until(lambda: candidates(hands))
        hands.settle()
        best = candidates(hands)[0]
        hands.key(Qt.Key.Key_Up)
        hands.key(Qt.Key.Key_Return)
        hands.until(lambda: drafts)
        assert drafts == [best]
        ups = 0
        while hands.focus() == "text-field":
            hands.settle()
            hands.key(Qt.Key.Key_Up)
            ups += 1
        assert ups <= 5, "keys, candidates, field, page"
        hands.key(Qt.Key.Key_Return)
        assert drafts in ([best], [best, ""]), "the keyboard has let go; what is above may be the button that clears"


def test_text_from_the_page_is_shown_and_does_not_come_back_as_an_answer(hands: Hands, pages: dict[str, Page]) -> None:
    page = pages["zh-text"]
    assert isinstance(page.body, TextBody)
    hands.show(replace(page, body=replace(page.body, text="历下区")))
    field = hands.named("text-field")
    assert (field.property("text"), field.property("cursorPosition")) == ("历下区", 3)
    hands.show(replace(page, body=replace(page.body, field="other", text="")))
    assert hands.named("text-field").property("text") == ""
    assert hands.heard == []


def test_no_more_is_kept_than_the_page_takes(hands: Hands, pages: dict[str, Page]) -> None:
    page = pages["en-text"]
    assert isinstance(page.body, TextBody)
    with answered(hands, replace(page, body=replace(page.body, max_length=3))):
        for letter in "abcd":
            QTest.keyClick(hands.window, letter)
        hands.settle()
        assert hands.named("text-field").property("text") == "abc"


def test_enter_in_a_field_goes_on(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["en-text"])
    hands.key(Qt.Key.Key_Return)
    assert hands.heard == [("forward", "")]


def test_a_number_is_typed_on_a_keyboard_too(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-number"])
    for key in (Qt.Key.Key_7, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return):
        hands.key(key)
    assert hands.heard == [("key", "7"), ("key", "erase"), ("key", "clear"), ("forward", "")]


def test_a_date_is_turned_by_key(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-date"])
    for wheel, day in (("wheel:年", "2025-03-01"), ("wheel:月", "2026-02-01")):
        hands.named(wheel).forceActiveFocus()
        hands.key(Qt.Key.Key_Up)
        assert hands.heard[-1] == ("draft", day)
    hands.named("wheel:日").forceActiveFocus()
    hands.key(Qt.Key.Key_Down)
    assert hands.heard[-1] == ("draft", "2026-03-02")


def test_a_date_is_turned_by_finger(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-date"])
    wheel = hands.rectangle(hands.named("wheel:日"))
    start = wheel.center().toPoint()
    step = QPoint(0, round(wheel.height() / 20))
    window, finger = hands.window, hands.finger
    QTest.touchEvent(window, finger).press(1, start, window).commit()
    for moved in range(1, 7):
        QTest.touchEvent(window, finger).move(1, start - step * moved, window).commit()
        hands.frame()
    QTest.touchEvent(window, finger).release(1, start - step * 6, window).commit()
    hands.until(lambda: hands.heard)
    assert hands.heard[-1][1] > "2026-03-01"


def test_a_date_is_chosen_by_touch(hands: Hands, pages: dict[str, Page]) -> None:
    page = pages["zh-date"]
    assert isinstance(page.body, DateBody)
    hands.screens.forget()  # a wheel that was turned may still be rolling
    hands.show(page)
    wheel = hands.rectangle(hands.named("wheel:月"))
    below = wheel.center()
    below.setY(below.y() + wheel.height() / 5)
    hands.press(below)
    hands.lift(below)
    hands.until(lambda: hands.heard)
    assert hands.heard == [("draft", "2026-04-01")]
    hands.show(replace(page, body=replace(page.body, month=4, days=30, turned=("2026 年", "4 月", "1 日"))))
    assert "4 月" in {item.property("text") for item in hands.items()}


def test_a_hidden_number_is_shown_as_long_as_it_is_held(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-review"])
    masked = next(item for item in hands.items() if item.property("text") == "370102********0010")
    place = hands.rectangle(masked).center()
    hands.press(place)
    assert masked.property("text") == "370102195803140010"
    hands.lift(place)
    assert masked.property("text") == "370102********0010"
    assert hands.heard == []


def write(hands: Hands, strokes: list[list[tuple[float, float]]]) -> None:
    """Write on the sheet for the signature with a finger, in parts of it."""
    sheet, window = hands.rectangle(hands.named("signature-pad")), hands.window

    def place(x: float, y: float) -> QPoint:
        return QPoint(round(sheet.x() + sheet.width() * x), round(sheet.y() + sheet.height() * y))

    for stroke in strokes:
        QTest.touchEvent(window, hands.finger).press(1, place(*stroke[0]), window).commit()
        for point in stroke[1:]:
            QTest.touchEvent(window, hands.finger).move(1, place(*point), window).commit()
            hands.frame()
        QTest.touchEvent(window, hands.finger).release(1, place(*stroke[-1]), window).commit()
        hands.settle()


def ink(hands: Hands) -> int:
    """How many dark points there are on the sheet, among some."""
    image, sheet = hands.window.grabWindow(), hands.rectangle(hands.named("signature-pad")).toRect()
    sheet = sheet.adjusted(12, 12, -12, -12)
    places = ((x, y) for x in range(sheet.left(), sheet.right(), 3) for y in range(sheet.top(), sheet.bottom(), 3))
    return sum(image.pixelColor(x, y).lightness() < 60 for x, y in places)


def test_a_finger_signs_and_every_stroke_is_told(hands: Hands, pages: dict[str, Page]) -> None:
    page = pages["zh-signature-empty"]
    assert isinstance(page.body, SignatureBody)
    hands.show(page)
    empty = ink(hands)
    write(hands, [[(0.2, 0.3), (0.5, 0.35), (0.8, 0.3)]])
    [(intent, strokes)] = hands.heard
    assert (intent, is_written(strokes)) == ("draft", True)
    assert strokes_of(strokes)[0][0] == (200, 108)
    hands.show(replace(page, body=replace(page.body, strokes=strokes)))
    assert ink(hands) != empty
    write(hands, [[(0.3, 0.5), (0.3, 0.8)]])
    assert hands.heard[-1][1].startswith(f"{strokes};")
    hands.show(page)
    assert ink(hands) == empty, "what is cleared is gone from the sheet"


def test_nothing_of_a_signature_stays_after_forgetting(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-signature"])
    before = ink(hands)
    hands.screens.forget()
    hands.show(pages["zh-attract"])
    hands.show(pages["zh-signature-empty"])
    assert ink(hands) < before - 50
    assert hands.named("signature-pad").property("item").property("strokes") == ""
    assert [vars(pad)["_strokes"] for pad in alive(SignaturePad)] == [""], (
        "nor in what Python keeps of the sheet before"
    )


def test_what_python_paints_goes_with_its_page(hands: Hands, pages: dict[str, Page]) -> None:
    for _ in range(3):
        for name in ("zh-scan-live", "zh-signature"):
            hands.show(pages["zh-attract"])
            hands.show(pages[name])
    hands.show(pages["zh-attract"])
    hands.settle()
    assert alive(SignaturePad) == []
    assert alive(LivePicture) == []


def alive(kind: type[QQuickItem]) -> list[QQuickItem]:
    """All items of a kind of which Python knows, whether Qt still has them or not."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return [item for item in gc.get_objects() if type(item) is kind]


def test_a_finger_that_leaves_the_sheet_stays_on_its_edge(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-signature-empty"])
    write(hands, [[(0.5, 0.5), (0.5, -0.3), (1.2, -0.3)]])
    assert strokes_of(hands.heard[-1][1])[0][-1] == (1000, 0)


def test_a_wheel_turns_ten_years_by_page_key(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-date"])
    hands.named("wheel:年").forceActiveFocus()
    hands.key(Qt.Key.Key_PageUp)
    assert hands.heard == [("draft", "2016-03-01")]


def test_a_new_list_of_places_begins_at_its_top(hands: Hands, pages: dict[str, Page]) -> None:
    page = pages["zh-place-long"]
    assert isinstance(page.body, PlaceBody)

    def view() -> Any:
        return [item for item in hands.items() if item.objectName() == "scroll"][-1]  # the first is the question's

    hands.show(page)
    view().setProperty("contentY", 500)
    hands.show(page)
    assert view().property("contentY") == 500
    hands.show(replace(page, body=replace(page.body, chips=page.body.chips[:1])))
    assert view().property("contentY") == 0


def test_what_is_wrong_is_mended_where_the_keys_are(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-place-rest"])
    hands.actions()["action:forward:"].forceActiveFocus()
    hands.show(pages["zh-place-wrong"])
    assert hands.named("text-field").hasActiveFocus()
    hands.show(pages["zh-number"])
    hands.actions()["action:forward:"].forceActiveFocus()
    hands.show(pages["zh-number-wrong"])
    hands.key(Qt.Key.Key_7)
    assert hands.heard == [("key", "7")]


def test_the_field_of_every_text_page_is_clear_of_the_keyboard(hands: Hands, pages: dict[str, Page]) -> None:
    for name in ("zh-place-rest", "en-place-wrong", "zh-text", "en-text"):
        hands.screens.forget()
        hands.show(pages[name])
        hands.until(lambda: hands.named("keyboard").height() > 0)
        hands.settle()
        panel = hands.named("keyboard")
        hands.until(
            lambda panel=panel: hands.rectangle(hands.named("text-field")).bottom() <= hands.rectangle(panel).top()
        )
        assert hands.named("text-field").height() >= 48
