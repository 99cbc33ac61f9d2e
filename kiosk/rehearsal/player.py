"""Plays a scenario on a running terminal: waits for pages, touches what a resident would touch, works the bench."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from config.scenario import Scenario, Step
from drivers.simulators.papers import PAPERS
from drivers.simulators.people import CARDS
from kiosk.page import DateBody, Page, ScanBody, ScanStage, SearchBody
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.knobs import KnobError, turn
from kiosk.rehearsal.rig import Rig
from kiosk.terminal import Terminal
from ui.live_picture import frames

PUMP = 0.02
"""Seconds that Qt works between two looks."""

SETTLE = 0.3
"""Seconds for a page to come to rest before its picture is taken."""


SIGNATURE = (((0.2, 0.3), (0.4, 0.2), (0.45, 0.8)), ((0.6, 0.2), (0.5, 0.7)), ((0.6, 0.5), (0.8, 0.7)))
"""Strokes that a scenario signs with, in parts of the sheet."""


class ScenarioFailed(Exception):
    """What was expected did not show; the text says at which step."""


@dataclass
class Played:
    """What was seen."""

    pages: list[str] = field(default_factory=list)
    screens: list[str] = field(default_factory=list)


class Player:
    """Plays on `terminal`; pictures go to `screens` when it is given."""

    def __init__(self, terminal: Terminal, bench: Bench, rig: Rig, screens: Path | None) -> None:
        self._terminal = terminal
        self._bench = bench
        self._rig = rig
        self._screens = screens
        self._played = Played()

    def play(self, scenario: Scenario) -> Played:
        """Every step in turn. Raises ScenarioFailed."""
        window = self._terminal.screens.window
        window.requestActivate()
        self._wait(window.isExposed, scenario.timeout, "the window")
        pump(SETTLE)
        for number, step in enumerate(scenario.steps, start=1):
            try:
                self._look(step, scenario.timeout)
                self._work_bench(step)
                self._touch(step)
            except ScenarioFailed as failure:
                raise ScenarioFailed(f"step {number}: {failure}") from None
        return self._played

    def _look(self, step: Step, timeout: float) -> None:
        if step.page is not None:
            self._wait(lambda: self._terminal.shell.page.name == step.page, timeout, f"the page {step.page}")
            if not self._played.pages or self._played.pages[-1] != step.page:
                self._played.pages.append(step.page)
        for words in step.sees:
            self._wait(lambda words=words: words in self._words(), timeout, f"the words {words}")  # type: ignore[misc]
        for words in step.slip:
            self._wait(lambda words=words: words in self._slip(), timeout, f"{words} on the slip")  # type: ignore[misc]
        if step.picture is not None and self._screens is not None:
            if isinstance(body := self._terminal.shell.page.body, ScanBody) and body.stage is ScanStage.LIVE:
                self._wait(lambda: frames.image is not None, timeout, "the live picture")
            pump(SETTLE)
            path = self._screens / f"{step.picture}.png"
            self._terminal.screens.grab(path)
            self._played.screens.append(str(path))

    def _work_bench(self, step: Step) -> None:
        if step.intake == "down":
            self._rig.intake_down()
        elif step.intake == "up":
            self._rig.intake_up()
        if step.insert_card is not None:
            self._bench.insert(_known(step.insert_card, set(CARDS)))
        if step.remove_card:
            self._bench.remove()
        if step.lay_paper is not None:
            self._bench.lay(_known(step.lay_paper, set(PAPERS)))
        if step.lift_paper:
            self._bench.lay("")
        if step.lay_slip:
            self._bench.lay_slip()
        for name, value in step.knobs.items():
            try:
                turn(self._bench, name, value)
            except KnobError as error:
                raise ScenarioFailed(str(error)) from None

    def _touch(self, step: Step) -> None:
        if step.type is not None:
            self._type(step.type)
        for key in step.keys or "":
            self._press(f"action:key:{key}")
        if step.sign:
            self._sign()
        if step.day is not None:
            self._terminal.screens.intent.emit("draft", turned(step.day, self._terminal.shell.page))
        if step.touch is not None:
            self._press(f"action:{step.touch}:{step.value}")

    def _type(self, text: str) -> None:
        searching = isinstance(self._terminal.shell.page.body, SearchBody)
        field = self._item("search-field" if searching else "text-field")
        field.setProperty("text", text)
        pump(PUMP)

    def _sign(self) -> None:
        pad, window = self._item("signature-pad"), self._terminal.screens.window
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

        def place(x: float, y: float) -> QPoint:
            return pad.mapToScene(QPointF(pad.width() * x, pad.height() * y)).toPoint()

        self._wait(lambda: not self._terminal.screens.deaf, 5.0, "a page that listens")
        for stroke in SIGNATURE:
            QTest.mousePress(window, left, none, place(*stroke[0]))
            for point in stroke[1:]:
                QTest.mouseMove(window, place(*point))
                pump(PUMP)
            QTest.mouseRelease(window, left, none, place(*stroke[-1]))
            pump(PUMP)

    def _press(self, name: str) -> None:
        self._wait(lambda: not self._terminal.screens.deaf, 5.0, "a page that listens")
        item = self._item(name)
        item.forceActiveFocus()  # brings it into sight where the page scrolls
        middle = item.mapToScene(item.boundingRect().center())
        window = self._terminal.screens.window
        QTest.mouseClick(
            window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(int(middle.x()), int(middle.y()))
        )
        pump(PUMP)

    def _item(self, name: str) -> QQuickItem:
        def there() -> QQuickItem | None:
            return find(self._terminal.screens.window.contentItem(), name)

        self._wait(lambda: there() is not None, 5.0, f"something to touch: {name}")
        item = there()
        if item is None:
            raise ScenarioFailed(f"nothing to touch: {name}")
        return item

    def _slip(self) -> str:
        slips = self._bench.printer.slips
        return slips[-1].text if slips else ""

    def _words(self) -> str:
        return "\n".join(texts(self._terminal.shell.page))

    def _wait(self, condition: Callable[[], bool], timeout: float, what: str) -> None:
        end = time.monotonic() + timeout
        while not condition():
            if time.monotonic() >= end:
                page = self._terminal.shell.page
                raise ScenarioFailed(
                    f"{what} did not come within {timeout:.0f} s; the page is {page.name} {page.error}"
                )
            pump(PUMP)


def turned(day: date, page: Page) -> str:
    """What the wheels of a page send when they are turned to a day: where they have no days, its month."""
    month_alone = isinstance(page.body, DateBody) and page.body.days == 0
    return day.isoformat()[: 7 if month_alone else None]


def pump(seconds: float) -> None:
    """Let Qt and the threads of the devices work, in a loop of its own: only there the parts of gone pages end."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def _known(name: str, names: set[str]) -> str:
    if name not in names:
        raise ScenarioFailed(f"there is no {name!r}; there are: {', '.join(sorted(names))}")
    return name


def find(item: QQuickItem, name: str) -> QQuickItem | None:
    """The visible, enabled item of this name; of several the last, which lies on top."""
    if not item.isVisible():
        return None
    for child in reversed(item.childItems()):
        found = find(child, name)
        if found is not None:
            return found
    return item if item.objectName() == name and item.isEnabled() else None


def texts(value: object) -> list[str]:
    """Every text inside a page value."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for item in value for text in texts(item)]
    if is_dataclass(value) and not isinstance(value, type):
        return [text for item in fields(value) for text in texts(getattr(value, item.name))]
    return []
