"""What a screen reader is told, over the real bus of a real X session; offscreen Qt tells nobody."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.page import Action, NumberBody, Page, TextBody

SYSTEM_PYTHON = "/usr/bin/python3"
HERE = Path(__file__).parent / "at_spi"

MARK = "answer "
TOOLS = ("dbus-run-session", "xvfb-run", "xauth")


def missing() -> str:
    """What the Debian packages at-spi2-core, gir1.2-atspi-2.0, python3-gi, dbus, xvfb and xauth bring."""
    gone = [tool for tool in TOOLS if shutil.which(tool) is None]
    asks = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if not gone and subprocess.run([SYSTEM_PYTHON, "-c", asks], capture_output=True, check=False).returncode:
        gone.append("gir1.2-atspi-2.0")
    return " ".join(gone)


class Reader:
    """A screen reader and the application that it reads."""

    def __init__(self) -> None:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONPATH": str(Path.cwd()),
            "NO_AT_BRIDGE": "0",
        }
        self._session = subprocess.Popen(
            ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1080x1920x24",
             SYSTEM_PYTHON, "-W", "ignore", HERE / "session.py", sys.executable, HERE / "app.py"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment,
        )  # fmt: skip

    def ask(self, do: str, **more: str) -> Any:
        """The answer of session.py to a command."""
        assert self._session.stdin is not None
        assert self._session.stdout is not None
        self._session.stdin.write(json.dumps({"do": do, **more}) + "\n")
        self._session.stdin.flush()
        for line in self._session.stdout:
            if line.startswith(MARK):
                return json.loads(line.removeprefix(MARK))
        raise AssertionError("the session ended")

    def close(self) -> None:
        """End both."""
        assert self._session.stdin is not None
        self._session.stdin.close()
        assert self._session.stdout is not None
        self._session.wait(timeout=20)
        self._session.stdout.close()


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    gone = missing()
    if gone:
        pytest.skip(f"not there: {gone}")
    reader = Reader()
    yield reader
    reader.close()


def actions(page: Page) -> list[Action]:
    """What can be done on a page, but for what is under an overlay."""

    def below(value: object) -> Iterator[Action]:
        if isinstance(value, Action):
            yield value
        elif isinstance(value, tuple):
            for item in value:
                yield from below(item)
        elif hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                yield from below(getattr(value, name))

    shown = page.overlay.actions if page.overlay else page
    return [action for action in below(shown) if action.enabled and action.label]


def test_every_action_is_told_with_name_role_and_press(reader: Reader, sample: Page) -> None:
    reader.ask("show", page=f"{sample.language}-{sample.name}")
    wanted = {action.label for action in actions(sample)}
    [tree] = reader.ask("tree", name=min(wanted)) if wanted else reader.ask("tree")
    pressable = {
        item["name"] for item in tree
        if item["role"] in ("push button", "check box") and "Press" in item["actions"] and "enabled" in item["states"]
    }  # fmt: skip
    assert wanted <= pressable
    assert "" not in {item["name"] for item in tree if "focusable" in item["states"] and item["role"] == "push button"}
    if sample.title and not sample.overlay:
        assert sample.title in {item["name"] for item in tree if item["role"] == "heading"}


def test_a_press_from_the_reader_does_what_a_finger_does(reader: Reader, pages: dict[str, Page]) -> None:
    for name in ("zh-home", "zh-choice", "zh-number", "zh-review", "zh-leave", "en-rate"):
        page = pages[name]
        action = actions(page)[-1]
        reader.ask("show", page=name)
        role = "check box" if action.intent == "consent" else "push button"
        assert reader.ask("press", name=action.label, role=role) == [[action.intent, action.value]], name


def test_text_comes_in_by_the_reader(reader: Reader, pages: dict[str, Page]) -> None:
    page = pages["zh-text"]
    assert isinstance(page.body, TextBody)
    reader.ask("show", page="zh-text")
    assert reader.ask("type", name=page.body.label or page.title, role="text", text="历下区")[-1] == ["draft", "历下区"]


def test_a_new_page_and_a_question_are_announced(reader: Reader, pages: dict[str, Page]) -> None:
    for name in ("zh-home", "zh-choice", "en-number"):
        reader.ask("show", page=name)
        assert reader.ask("announced", text=pages[name].title), name
    reader.ask("show", page="zh-still-there")
    overlay = pages["zh-still-there"].overlay
    assert overlay is not None
    assert reader.ask("announced", text=overlay.title)
    [tree] = reader.ask("tree", name=overlay.title)
    assert "17 秒" in {item["name"] for item in tree}


def test_an_error_is_announced(reader: Reader, pages: dict[str, Page]) -> None:
    reader.ask("show", page="zh-number-wrong")
    assert reader.ask("announced", text=pages["zh-number-wrong"].error)


def test_the_field_of_a_number_and_the_wheels_can_be_focused(reader: Reader, pages: dict[str, Page]) -> None:
    page = pages["zh-number"]
    assert isinstance(page.body, NumberBody)
    reader.ask("show", page="zh-number")
    assert reader.ask("focus", name=page.title, role="text")
    reader.ask("show", page="zh-date")
    [tree] = reader.ask("tree", name=pages["zh-date"].title)
    wheels = [item for item in tree if item["role"] == "spin button"]
    assert [item["name"] for item in wheels] == ["2026 年", "3 月", "1 日"]
    assert reader.ask("focus", name="3 月", role="spin button")
