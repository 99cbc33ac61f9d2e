"""Nothing of one resident is left on the glass for the next: not a pixel, not a property of a single item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow

import ui
from config import catalogue
from config.divisions import divisions
from drivers.model import ErrorCode
from kiosk.pages.present import present
from kiosk.pages.scene import Scene
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit.advance import advance
from kiosk.visit.application import ScannedPage
from kiosk.visit.steps import Visit, Welcome
from kiosk.visit.view import ViewAspect
from kiosk.words import Words
from ui.screens import Screens

WORDS = Words.load(ui.TRANSLATIONS)
CATALOGUE = catalogue.load()
NOW = datetime(2026, 11, 24, 10, 30)
NUMBER, NAME, ADDRESS, PHONE = "370102195803140010", "欧阳泉", "5区12号楼", "13805317216"
SECRETS = (NAME, ADDRESS, PHONE, "138 0531", NUMBER, "370102 1958 0314", "37010226112400076")
PLACES = ("370102", "370102009", "370102009002")
SERVICE = CATALOGUE.find("jn-residence-registration")
assert SERVICE is not None

TYPED: tuple[ev.Event, ...] = (
    ev.TypingChosen(),
    *map(ev.KeyPressed, NUMBER),
    ev.Forward(),
    ev.Drafted(NAME),
    ev.Forward(),
)
"""Who has no card."""

PICKED = [ev.PlaceChosen(place) for code in PLACES if (place := divisions().place(code))]
ANSWERS = (ADDRESS, "2026-03-01", "work", PHONE)
TO_REVIEW: tuple[ev.Event, ...] = (
    ev.Drafted("rented"), ev.Forward(), *PICKED,
    *(event for text in ANSWERS for event in (ev.Drafted(text), ev.Forward())),
    ev.Forward(), ev.SharedTold((("photo", "r-1"),), "proof"),
    ev.PictureAsked(), ev.PageTaken(ScannedPage(b"\xff\xd8 no picture")), ev.Forward(),
)  # fmt: skip
SEALED = (ev.ConsentToggled(), ev.Forward(), ev.Sealed((("id-1", "L00012611240001"),), NOW))
NUMBERED = (ev.NumberKnown("id-1", "37010226112400076"), ev.SlipFailed(ErrorCode.PAPER_OUT))

ENDS: dict[str, tuple[ev.Event, ...]] = {
    "finished": (*SEALED, *NUMBERED, ev.Forward(), ev.LevelChosen(5), ev.Forward(), ev.Forward()),
    "left": (ev.LeaveAsked(), ev.LeaveConfirmed()),
    "timed out": (ev.TimePassed(10_000.0),),
    "left at the number": (*SEALED, *NUMBERED, ev.TimePassed(10_000.0)),
}


TELLING = {"QString", "QVariant", "QVariantMap", "QVariantList", "QStringList", "QJSValue"}
"""Types of properties that can hold words."""


class Glass:
    """Screens on which a visit is played as the shell does it, and looked at as a bystander might."""

    def __init__(self, application: QGuiApplication) -> None:
        self.application = application
        self.screens = Screens(width=1080, height=1920)
        self.visit = Visit()
        self.seen: set[str] = set()
        self.refresh()

    def refresh(self) -> None:
        self.screens.show(present(self.visit, Scene(CATALOGUE, "甸柳社区便民服务站", WORDS, self.visit.language)))
        self.application.processEvents()

    def play(self, *events: ev.Event) -> None:
        for event in events:
            self.visit, effects = advance(self.visit, event)
            if ef.Forget() in effects:
                self.screens.forget()
            self.refresh()
            self.seen |= held(self.screens.window)

    def redraw(self) -> None:
        self.screens.forget()
        self.refresh()

    def picture(self) -> QImage:
        # of two windows only the active one shows where the keys are
        self.screens.window.requestActivate()
        while not self.screens.window.isActive():
            self.application.processEvents()
        for _ in range(3):
            self.application.processEvents()
        # an event loop that runs deletes what pages left behind
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return self.screens.window.grabWindow()


def objects(window: QQuickWindow) -> Iterator[QObject]:
    """Every object of the window, drawn or not, each once."""
    waiting: list[QObject] = [window, window.contentItem()]
    known: set[int] = set()
    while waiting:
        item = waiting.pop()
        if id(item) in known:
            continue
        known.add(id(item))
        yield item
        waiting += item.children()
        if isinstance(item, QQuickItem):
            waiting += item.childItems()


def texts(value: object) -> Iterator[str]:
    """Every text inside what a property holds."""
    if hasattr(value, "toVariant"):
        value = value.toVariant()
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def held(window: QQuickWindow) -> set[str]:
    """The secrets that any property of any object holds."""
    found = set()
    for item in objects(window):
        meta = item.metaObject()
        for at in range(meta.propertyCount()):
            told = meta.property(at)
            for text in texts(told.read(item)) if told.typeName() in TELLING else ():
                found |= {secret for secret in SECRETS if secret in text}
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("end", ENDS)
def test_after_a_visit_the_glass_is_as_of_a_fresh_terminal(
    application: QGuiApplication, language: str, end: str
) -> None:
    fresh = Glass(application)
    used = Glass(application)
    used.play(
        ev.LanguageChosen(language), ev.ViewToggled(ViewAspect.LARGE_PRINT), ev.ViewToggled(ViewAspect.HIGH_CONTRAST)
    )
    used.play(ev.Started(NOW), ev.ServiceChosen(SERVICE), ev.Forward(), *TYPED, *TO_REVIEW)
    assert {NAME, ADDRESS, "370102 1958 0314"} <= used.seen, "what is looked for is found while it is there"
    used.play(*ENDS[end])
    assert isinstance(used.visit.step, Welcome)
    # drawn anew: Qt smooths a letter otherwise the first time that a process draws it
    fresh.redraw()
    assert used.picture() == fresh.picture()
    assert held(used.screens.window) == set()
    used.play(ev.Started(NOW), ev.ServiceChosen(SERVICE), ev.Forward(), ev.TypingChosen())
    fresh.play(ev.Started(NOW), ev.ServiceChosen(SERVICE), ev.Forward(), ev.TypingChosen())
    assert used.picture() == fresh.picture()
    assert held(used.screens.window) == set()
    for glass in (used, fresh):
        glass.screens.close()
    application.processEvents()
