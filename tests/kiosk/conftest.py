"""Invented people, a catalogue, and a way to play events into a visit."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any

import pytest

import ui
from config import catalogue
from config.catalogue import Catalogue
from config.divisions import divisions
from drivers.id_card_reader.card import CardDocument, IdCard, Sex
from kiosk.pages.scene import Scene
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit.advance import advance
from kiosk.visit.application import ScannedPage
from kiosk.visit.steps import Visit
from kiosk.words import Words

NOW = datetime(2026, 11, 24, 10, 30)

PERSON = IdCard(
    document=CardDocument.RESIDENT,
    name="欧阳泉",
    name_en="",
    sex=Sex.MALE,
    ethnic_group="汉",
    nationality="",
    birth_date=date(1958, 3, 14),
    address="山东省滨州市滨城区黄河五路8号",
    newest_address="",
    id_number="370102195803140010",
    issuing_authority="滨州市公安局滨城分局",
    valid_from=date(2016, 5, 1),
    valid_to=None,
)

PAGE = ScannedPage(b"\xff\xd8 a picture \xff\xd9")


PLACES = ("370102", "370102009", "370102009002")
"""The codes of 历下区, 甸柳街道, 甸柳新村第一社区."""


LOOKED_UP = (ev.Forward(), ev.SharedTold((("photo", "r-1"), ("household", "r-2")), "proof"))
"""The city may be asked, and holds what it holds of everybody."""


@pytest.fixture(scope="session")
def start_python() -> Callable[..., subprocess.Popen[str]]:
    """Starts Python with a program of the test's own and arguments, in a process of its own."""

    def start(program: str, *arguments: str, **options: Any) -> subprocess.Popen[str]:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("KIOSK_")} | options.pop("env", {})
        return subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment,
            **options,
        )

    return start


@pytest.fixture(scope="session")
def kiosk(start_python: Callable[..., subprocess.Popen[str]]) -> Callable[..., subprocess.Popen[str]]:
    """Starts the program `kiosk` with arguments, in a process of its own."""
    return partial(start_python, "from kiosk.cli import main; main()")


class Player:
    """Plays events into a visit and keeps every effect."""

    def __init__(self) -> None:
        self.visit = Visit()
        self.effects: list[ef.Effect] = []

    def play(self, *events: ev.Event) -> Player:
        for event in events:
            self.visit, effects = advance(self.visit, event)
            self.effects += effects
        return self

    @property
    def step(self) -> object:
        return self.visit.step


@pytest.fixture
def services() -> Catalogue:
    return catalogue.load()


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def person() -> IdCard:
    return PERSON


@pytest.fixture
def young() -> IdCard:
    return replace(PERSON, birth_date=date(1990, 6, 1), id_number="370102199006010019")


@pytest.fixture
def page() -> ScannedPage:
    return PAGE


@pytest.fixture
def player() -> Player:
    return Player()


@pytest.fixture
def words() -> Words:
    return Words.load(ui.TRANSLATIONS)


@pytest.fixture
def scene(services: Catalogue, words: Words) -> Scene:
    return Scene(services, "甸柳社区便民服务站", words, "zh")


@pytest.fixture
def to_review(services: Catalogue, now: datetime, person: IdCard, page: ScannedPage) -> tuple[ev.Event, ...]:
    """A residence registration filled in as far as the check page."""
    service = services.find("jn-residence-registration")
    assert service is not None
    picked = [ev.PlaceChosen(place) for code in PLACES if (place := divisions().place(code))]
    answers = ["rented", "5区12号楼", "2026-03-01", "work", "13805317216"]
    filled = [event for text in answers for event in (ev.Drafted(text), ev.Forward())]
    filled[2:2] = picked
    return (
        ev.Started(now),
        ev.ServiceChosen(service),
        ev.Forward(),
        ev.CardRead(person),
        *filled,
        *LOOKED_UP,
        ev.PictureAsked(),
        ev.PageTaken(page),
        ev.Forward(),
    )
