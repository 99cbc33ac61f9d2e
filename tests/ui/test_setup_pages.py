"""The pages of the first start: everything on them is seen, in reach and said in its language; and the way through."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import walker
from PySide6.QtCore import Qt
from sample_pages.setting_up import FOUND, STEPS, page

from config.settings import Settings, load
from kiosk.first_start import FirstStart
from kiosk.page import NumberBody, TextBody
from kiosk.setup.deeds import Deeds
from kiosk.setup.steps import Draft, Enrolling, Finished, Greeting, Looking, Naming, Pinning, Reaching, Summing
from kiosk.setup.wanted import wanted
from kiosk.staff.pin import is_set
from kiosk.visit.view import PLAIN, View

Hands = Any  # the fixture of conftest.py

URL = "https://intake.city.example"
CODE, PIN = "4711081512345678", "193746"


@pytest.mark.parametrize("name", STEPS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_is_seen_and_in_reach(hands: Hands, name: str, language: str) -> None:
    shown = page(name, language)
    if language == "zh" and not hands.tall:
        # the longer words are tried on both panels
        return
    hands.show(shown)
    assert walker.cut_or_covered(hands, shown) == []
    assert walker.untranslated(hands, shown) == []
    assert walker.out_of_reach(hands, shown) == []


@pytest.mark.parametrize("name", ["setup-welcome", "setup-reach-failed", "setup-devices", "setup-code", "setup-check"])
def test_also_in_large_print_and_light_on_black(hands: Hands, name: str) -> None:
    shown = page(name, "en", View(large_print=True, high_contrast=True))
    hands.show(shown)
    assert walker.cut_or_covered(hands, shown) == []
    assert walker.faint(hands, shown) == []
    assert shown.view != PLAIN


class InOrder(Deeds):
    """The real deeds but for the line and the devices, of which there are none here."""

    def try_line(self, url: str) -> tuple[str, float]:
        return "", 0.0

    def enrol(self, draft: Draft, code: str) -> str:
        return "" if code == "4711-0815-1234-5678" else "code"


@pytest.fixture
def first(hands: Hands, tmp_path: Path) -> Any:
    """A first start in the window."""
    hands.turn()
    settings = Settings(data_dir=tmp_path / "data")
    first = FirstStart(InOrder(settings, tmp_path / "kiosk.toml", lambda: FOUND), hands.screens)
    hands.pass_time(1.0)
    yield first
    first.close()
    hands.screens.intent.disconnect(first._touched)


def comes(hands: Hands, condition: Callable[[], object]) -> None:
    """Wait for a condition and for the page that came with it, which is deaf at first."""
    hands.until(condition)
    hands.settle()
    hands.pass_time(1.0)


def step_is(hands: Hands, first: Any, kind: type) -> None:
    """Wait for a step and its page."""
    comes(hands, lambda: isinstance(first.runner.setup.step, kind))


@pytest.mark.panels("upright")
def test_by_touch_alone(hands: Hands, first: Any, tmp_path: Path) -> None:
    def touch(*names: str) -> None:
        for name in names:
            hands.touch(hands.actions()[f"action:{name}"])
            hands.settle()
            hands.pass_time(1.0)

    def digits(text: str) -> None:
        touch(*(f"key:{digit}" for digit in text))

    ended: list[bool] = []
    first.ended.connect(lambda: ended.append(True))
    step_is(hands, first, Greeting)
    touch("forward:")
    step_is(hands, first, Naming)
    hands.named("text-field").setProperty("text", "甸柳社区便民服务站")
    touch("forward:")
    digits("370102")
    touch("forward:")
    hands.named("text-field").setProperty("text", "https://intake.city")
    touch("key:.cn", "forward:")
    step_is(hands, first, Reaching)
    comes(hands, lambda: first.runner.setup.step.trouble == "")
    touch("forward:")
    step_is(hands, first, Looking)
    comes(hands, lambda: first.runner.setup.step.found)
    touch("forward:")
    step_is(hands, first, Enrolling)
    touch("type_instead:")
    digits("0" * 16)
    touch("forward:")
    comes(hands, lambda: first.runner.setup.step.trouble == "code")
    digits(CODE)
    touch("forward:")
    step_is(hands, first, Pinning)
    for _ in range(2):
        digits(PIN)
        touch("forward:")
    step_is(hands, first, Summing)
    touch("forward:")
    step_is(hands, first, Finished)
    touch("forward:")
    assert ended == [True]
    kept = load(tmp_path / "kiosk.toml")
    assert (kept.station.name, kept.station.area, kept.intake.url) == (
        "甸柳社区便民服务站",
        "370102",
        "https://intake.city.cn",
    )
    assert kept.devices.receipt_printer is not None
    assert kept.devices.document_scanner is None
    assert is_set(tmp_path / "data")
    assert wanted(tmp_path / "data"), "this test has no city"


@pytest.mark.panels("across")
def test_by_keys_alone(hands: Hands, first: Any) -> None:
    """Digits and letters where something is typed, Tab and Return elsewhere."""

    def write(text: str) -> None:
        for letter in text:
            hands.key(Qt.Key(ord(letter.upper())))

    def go_to(name: str) -> None:
        for _ in range(40):
            if hands.focus() == f"action:{name}":
                hands.key(Qt.Key.Key_Return)
                hands.settle()
                hands.pass_time(1.0)
                return
            hands.key(Qt.Key.Key_Tab)
        raise AssertionError(f"{name} cannot be reached")

    def enter() -> None:
        hands.key(Qt.Key.Key_Return)
        hands.settle()
        hands.pass_time(1.0)

    step_is(hands, first, Greeting)
    go_to("forward:")
    step_is(hands, first, Naming)
    assert isinstance(first.runner.page.body, TextBody)
    write("dianliu")
    enter()
    assert isinstance(first.runner.page.body, NumberBody)
    write("370102")
    enter()
    hands.named("text-field").setProperty("text", URL)
    enter()
    # from here the keys are where somebody would go on
    step_is(hands, first, Reaching)
    comes(hands, lambda: first.runner.setup.step.trouble == "")
    hands.until(lambda: hands.focus() == "action:forward:")
    enter()
    step_is(hands, first, Looking)
    comes(hands, lambda: first.runner.setup.step.found)
    hands.until(lambda: hands.focus() == "action:try:")
    go_to("forward:")
    step_is(hands, first, Enrolling)
    hands.until(lambda: hands.focus() == "action:type_instead:")
    go_to("skip:")
    step_is(hands, first, Pinning)
    for _ in range(2):
        write(PIN)
        assert PIN not in str(first.runner.page)
        enter()
    step_is(hands, first, Summing)
    go_to("edit:name")
    step_is(hands, first, Naming)
