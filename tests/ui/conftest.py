"""A window upright and one across, and fingers and keys to use them with."""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEventLoop, QPoint, QPointF, QRectF, Qt, QTimer, QtMsgType
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.page import Page
from ui.application import ENVIRONMENT, make_application
from ui.screens import Screens

sys.path.insert(0, str(Path(__file__).parent))
# Read when the first application of the test run is made, which may be that of another folder.
os.environ.update(ENVIRONMENT)

from sample_pages import PAGES

SIZES = {
    "upright": (1080, 1920, 21.5),
    "across": (1920, 1080, 21.5),
    "desk": (1024, 768, 15.0),
    "desk-upright": (768, 1024, 15.0),
    "fine": (2160, 3840, 21.5),
    "fine-across": (3840, 2160, 21.5),
}
"""Pixels and inches of panels. Tests run on the first two unless they are marked with others."""

MAIN_PANELS = ("upright", "across")
PATIENCE = 5.0
"""Seconds until a condition that is waited for counts as failed."""

HARMLESS = ("/dev/null/qtvirtualkeyboard", "pipewire", "object PopupList_", "DelegateModel::cancel")
"""What Qt's keyboard says of itself: no personal dictionary (meant), no sound server, a name given twice, a list
(of candidates) that was emptied while it was drawn."""


def pytest_configure(config: pytest.Config) -> None:
    """Declare the mark of tests that run on other panels than the main ones."""
    config.addinivalue_line("markers", "panels(*names): the panels of SIZES that the test runs on")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test with `sample` runs with every sample, one with `hands` on both main panels or those it is marked with."""
    if "sample" in metafunc.fixturenames:
        metafunc.parametrize("sample", PAGES.values(), ids=PAGES)
    if "hands" in metafunc.fixturenames:
        marked = metafunc.definition.get_closest_marker("panels")
        metafunc.parametrize("hands", marked.args if marked else MAIN_PANELS, indirect=True, scope="session")


class Hands:
    """Shows pages, finds what can be touched, touches it, and keeps the intents that come back."""

    def __init__(self, application: QGuiApplication, width: int, height: int, inches: float) -> None:
        self.scale = min(width, height) / 1080
        self.pitch = inches * 25.4 / math.hypot(width, height)
        self.tall = height >= 1.5 * width
        self.now = 0.0
        self.screens = Screens(width=width, height=height, clock=lambda: self.now)
        self.heard: list[tuple[str, str]] = []
        self.screens.intent.connect(lambda name, value: self.heard.append((name, value)))
        self._application = application
        self._handles: dict[int, QQuickItem] = {}
        self.finger = QTest.createTouchDevice()

    @property
    def window(self) -> QQuickWindow:
        """The window."""
        return self.screens.window

    def show(self, page: Page) -> None:
        """Show a page and let it settle, once what was drawn before is gone."""
        self.turn()
        self.screens.show(page)
        self.window.requestActivate()
        self.until(self.window.isActive)
        self.settle()
        self.pass_time(1.0)

    def pass_time(self, seconds: float) -> None:
        """Let the window's clock go on: a page that has just come is deaf for a moment."""
        self.now += seconds

    def turn(self) -> None:
        """One turn of Qt's loop: only there the parts of gone pages end, and until then each of them works on.

        Python's handles of them are given up before, as another item may come to lie where one was.
        """
        for item in self._handles.values():
            if shiboken6.isValid(item):
                shiboken6.invalidate(item)
        self._handles.clear()
        loop = QEventLoop()
        QTimer.singleShot(0, loop.quit)
        loop.exec()

    def settle(self) -> None:
        """Let everything that is due happen."""
        for _ in range(4):
            self._application.processEvents()
        self.window.grabWindow()

    def frame(self) -> None:
        """Wait for the next picture: Qt gathers the moves of a finger until then."""
        drawn: list[bool] = []
        connection = self.window.frameSwapped.connect(lambda: drawn.append(True))
        self.window.update()
        self.until(lambda: drawn)
        self.window.frameSwapped.disconnect(connection)

    def until(self, condition: Callable[[], object]) -> None:
        """Wait for a condition. Fails when it does not come."""
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, "waited in vain"
            self._application.processEvents()

    def items(self) -> Iterator[QQuickItem]:
        """Everything that is visible, in the order of drawing."""

        def below(item: QQuickItem) -> Iterator[QQuickItem]:
            for child in item.childItems():
                self._handles[id(child)] = child
                if child.isVisible():
                    yield child
                    yield from below(child)

        yield self.window.contentItem()
        yield from below(self.window.contentItem())

    def actions(self) -> dict[str, QQuickItem]:
        """What can be done on the page as it is, by `action:INTENT:VALUE`."""
        return {i.objectName(): i for i in self.items() if i.objectName().startswith("action:") and i.isEnabled()}

    def kind(self, item: QQuickItem) -> str:
        """The component that an item is made from."""
        meta = item.metaObject()
        name = str(meta.className()).partition("_QMLTYPE")[0]
        shiboken6.invalidate(meta)
        return name

    def named(self, name: str) -> QQuickItem:
        """The visible item of a name."""
        return next(item for item in self.items() if item.objectName() == name)

    def rectangle(self, item: QQuickItem) -> QRectF:
        """Where an item is in the window, in pixels."""
        return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))

    def press(self, place: QPointF) -> None:
        """Put a finger down."""
        QTest.touchEvent(self.window, self.finger).press(1, place.toPoint(), self.window).commit()

    def lift(self, place: QPointF) -> None:
        """Take it away."""
        QTest.touchEvent(self.window, self.finger).release(1, place.toPoint(), self.window).commit()

    def touch(self, item: QQuickItem) -> None:
        """Touch the middle of an item."""
        place = self.rectangle(item).center()
        self.press(place)
        self.lift(place)
        self._application.processEvents()

    def click(self, item: QQuickItem) -> None:
        """The same with a mouse."""
        place = self.rectangle(item).center().toPoint()
        QTest.mouseClick(
            self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(place.x(), place.y())
        )

    def key(self, key: Qt.Key) -> None:
        """Press and release a key."""
        QTest.keyClick(self.window, key)
        self._application.processEvents()

    def focus(self) -> str:
        """Name of what has the keys."""
        item = self.window.activeFocusItem()
        return item.objectName() if item else ""

    def warnings(self) -> list[str]:
        """What QML complained of since last asked."""
        found, self.screens.warnings = self.screens.warnings, []
        return found


@pytest.fixture(scope="session")
def application() -> QGuiApplication:
    """The one application."""
    return make_application(["kiosk"])


@pytest.fixture(scope="session")
def hands(application: QGuiApplication, request: pytest.FixtureRequest) -> Iterator[Hands]:
    """One window for a whole run: pages follow each other as on a terminal."""
    hands = Hands(application, *SIZES[request.param])
    yield hands
    hands.screens.close()


@pytest.fixture
def pages() -> dict[str, Page]:
    """The samples by name."""
    return PAGES


@pytest.fixture(autouse=True)
def _quiet(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever QML or Qt warns of fails the test in which it happens; intents of one test do not reach the next."""
    if "hands" not in request.fixturenames:
        yield
        return
    hands: Hands = request.getfixturevalue("hands")
    log = request.getfixturevalue("qtlog")
    hands.heard.clear()
    yield
    assert hands.warnings() == []
    told = [record.message for record in log.records if record.type is not QtMsgType.QtDebugMsg]
    assert [message for message in told if not any(part in message for part in HARMLESS)] == []
