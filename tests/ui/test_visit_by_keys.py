"""A whole visit at the real window by the five keys of a pad: from the resting screen to the goodbye."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from glass import keys, leave_by_pad, pick_by_pad, type_by_pad
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

import ui
from config import catalogue
from config.questions import FieldKind
from kiosk.intents import event_for
from kiosk.pages.present import present
from kiosk.pages.scene import Scene
from kiosk.visit import events as ev
from kiosk.visit.advance import advance
from kiosk.visit.application import ScannedPage
from kiosk.visit.steps import Consulting, Done, Filling, Leaving, Reviewing, Scanning, Visit, Welcome
from kiosk.words import Words

WORDS = Words.load(ui.TRANSLATIONS)
CATALOGUE = catalogue.load()
NOW = datetime(2026, 11, 24, 10, 30)
SERVICE = "jn-elderly-card"
CHOSEN = {"delivery": "pick_up"}
"""Where not the first of several answers: no address is picked here."""

MOST = 60
"""More presses than lead to anything on a page."""


class Pad:
    """Someone with a pad, before a terminal without devices: what these say is said by the test."""

    def __init__(self, hands: Any) -> None:
        self.hands = hands
        self.visit = Visit()
        hands.screens.intent.connect(self.done)
        self.refresh()

    def refresh(self) -> None:
        self.page = present(self.visit, Scene(CATALOGUE, "甸柳社区便民服务站", WORDS, self.visit.language))
        self.hands.show(self.page)

    def happen(self, *events: ev.Event) -> None:
        for event in events:
            self.visit, _ = advance(self.visit, event)
        self.refresh()

    def done(self, name: str, value: str) -> None:
        event = event_for(name, value, CATALOGUE, WORDS.languages, NOW)
        assert event is not None, name
        self.happen(event)

    def select(self, wanted: str) -> None:
        """Move until it is reached, and select it."""
        for _ in range(MOST):
            if self.hands.focus() == wanted:
                self.hands.key(Qt.Key.Key_Return)
                self.hands.settle()
                return
            self.hands.key(Qt.Key.Key_Right if "key:" in wanted else Qt.Key.Key_Down)
        raise AssertionError(f"{wanted} is not reached from {self.page.name}; the keys are on {self.hands.focus()}")

    def write(self, letters: str, word: str = "") -> None:
        """Type on the glass, take the word that is meant, and come back to the field."""
        self.hands.until(lambda: keys(self.hands))
        type_by_pad(self.hands, letters)
        if word:
            pick_by_pad(self.hands, word)
        leave_by_pad(self.hands)


@pytest.fixture
def pad(hands: Any, application: QGuiApplication) -> Iterator[Pad]:
    del application
    pad = Pad(hands)
    yield pad
    hands.screens.intent.disconnect(pad.done)
    hands.screens.forget()


def test_a_whole_visit_by_pad(pad: Pad) -> None:
    service = CATALOGUE.find(SERVICE)
    assert service is not None
    pad.select("action:start:")
    pad.select("action:search:")
    pad.write("lnz")
    assert pad.hands.named("search-field").property("text") == "lnz", "what was found for it is still there"
    pad.hands.key(Qt.Key.Key_Return)
    pad.select(f"action:choose_service:{SERVICE}")
    pad.select("action:forward:")
    pad.select("action:type_instead:")
    for digit in "370102195803140010":
        pad.select(f"action:key:{digit}")
    pad.select("action:forward:")
    pad.write("ouyang", "欧阳")
    pad.write("quan", "全")
    pad.hands.key(Qt.Key.Key_Return)
    pad.hands.settle()
    assert pad.visit.step.application.applicant.name == "欧阳全"
    numbers = iter(("13805317216", "13905310000"))
    while isinstance(pad.visit.step, Filling):
        field = pad.visit.step.field
        if field.kind is FieldKind.TEXT:
            pad.write("ouyang", "欧阳")
            pad.hands.key(Qt.Key.Key_Return)
            pad.hands.settle()
            continue
        if field.options:
            pad.select(f"action:draft:{CHOSEN.get(field.id, field.options[0].value)}")
        else:
            for digit in next(numbers):
                pad.select(f"action:key:{digit}")
        pad.select("action:forward:")
    if isinstance(pad.visit.step, Consulting):
        pad.select("action:bring:")
    while isinstance(pad.visit.step, Scanning):
        pad.happen(ev.PictureAsked(), ev.PageTaken(ScannedPage(b"")))
        pad.select("action:forward:")
    assert isinstance(pad.visit.step, Reviewing)
    for consent in (*(asked.id for asked in pad.visit.step.application.consents_asked), ""):
        pad.select(f"action:consent:{consent}")
    pad.select("action:forward:")
    pad.happen(ev.Sealed((("id-1", "L00012611240001"),), NOW), ev.NumberKnown("id-1", "37010226112400076"))
    pad.happen(ev.SlipPrinted(certain=True))
    assert isinstance(pad.visit.step, Done)
    pad.select("action:forward:")
    pad.select("action:level:5")
    pad.select("action:forward:")
    assert isinstance(pad.visit.step, Leaving)
    pad.select("action:forward:")
    assert isinstance(pad.visit.step, Welcome)
