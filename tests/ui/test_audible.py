"""Pages that are heard: said when they come, silent when they are left, and a sound for what happens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

from kiosk.page import Page
from kiosk.pages.cues import Cue
from ui.audible import AudibleScreens, server_there

Hands = Any  # the fixture of conftest.py


class Ear:
    """Hears what would be said and played."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.silenced = 0
        self.tuned: tuple[float, float] | None = None
        self.sounds: list[tuple[Cue, float]] = []

    def set(self, volume: float, speed: float) -> None:
        self.tuned = (volume, speed)

    def say(self, language: str, texts: Sequence[str]) -> None:
        self.said = [f"{language}: {text}" for text in texts]

    def stop(self) -> None:
        self.said = []
        self.silenced += 1

    def play(self, cue: Cue, volume: float) -> None:
        self.sounds.append((cue, volume))


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def audible(hands: Hands, ear: Ear) -> Iterator[AudibleScreens]:
    """The window, and someone who hears."""
    audible = AudibleScreens(hands.screens, volume=0.5, cues=True, voice=lambda: ear, chimes=lambda: ear)
    yield audible
    audible.deleteLater()
    hands.settle()


def silent(page: Page) -> Page:
    return replace(page, speech=None)


def test_a_sound_on_trial_is_heard_whatever_is_shown_until_the_page_is_forgotten(
    audible: AudibleScreens, ear: Ear, pages: dict[str, Page], hands: Hands
) -> None:
    audible.show(silent(pages["zh-home"]))
    assert audible.try_sound("zh", "试音")
    assert (ear.sounds, ear.said) == ([(Cue.DONE, 0.5)], ["zh: 试音"])
    audible.show(silent(pages["zh-review"]))
    hands.settle()
    assert ear.said == ["zh: 试音"], "the page that says so does not cut it short"
    audible.forget()
    assert ear.said == []
    audible.set_volume(0.0)
    assert not audible.try_sound("zh", "试音")


def test_without_anything_to_hear_from_a_trial_says_so(hands: Hands) -> None:
    audible = AudibleScreens(hands.screens, volume=0.5, cues=True, voice=lambda: None, chimes=lambda: None)
    assert not audible.try_sound("zh", "试音")


def test_a_page_is_said_when_it_comes_and_no_more_when_it_is_left(
    hands: Hands, audible: AudibleScreens, ear: Ear, pages: dict[str, Page]
) -> None:
    page = pages["zh-review-spoken"]
    audible.show(page)
    assert ear.said[0] == f"zh: {page.title}"
    assert page.speech is not None
    assert f"zh: {page.speech.withheld}" in ear.said
    audible.show(silent(pages["zh-home"]))
    assert ear.said == []


def test_without_being_asked_for_nothing_is_said(
    hands: Hands, audible: AudibleScreens, ear: Ear, pages: dict[str, Page]
) -> None:
    audible.show(silent(pages["zh-choice"]))
    hands.key(Qt.Key.Key_Tab)
    hands.settle()
    assert ear.said == []


def test_forgetting_ends_it(hands: Hands, audible: AudibleScreens, ear: Ear, pages: dict[str, Page]) -> None:
    audible.show(pages["zh-choice-spoken"])
    assert ear.said != []
    audible.forget()
    assert ear.said == []
    audible.show(pages["zh-choice-spoken"])
    assert ear.said != [], "the next one hears all of it"


def test_only_who_moves_the_keys_hears_where_they_are(
    hands: Hands, audible: AudibleScreens, ear: Ear, pages: dict[str, Page]
) -> None:
    page = pages["zh-choice-spoken"]
    audible.show(silent(page))
    audible.show(page)
    hands.settle()
    assert ear.said[0] == f"zh: {page.title}"
    hands.actions()["action:draft:1"].forceActiveFocus()
    hands.key(Qt.Key.Key_Down)
    assert ear.said[0] == f"zh: {page.body.choices[2].action.label}"  # type: ignore[union-attr]
    audible.show(replace(page, name="another"))
    assert ear.said[0] == f"zh: {page.title}"
    hands.settle()
    assert ear.said[0] == f"zh: {page.title}", "a page that comes moves the keys by itself"


@pytest.mark.parametrize("order", ["before", "after"])
def test_it_stops_when_somebody_acts_and_says_what_follows(
    hands: Hands, ear: Ear, pages: dict[str, Page], order: str
) -> None:
    page = pages["zh-choice-spoken"]
    audible: list[AudibleScreens] = []

    def make() -> None:
        audible.append(AudibleScreens(hands.screens, volume=0.5, cues=True, voice=lambda: ear, chimes=lambda: ear))

    if order == "after":
        make()
    follows = [page]
    # whoever shows the pages may hear of an act before us or after us
    shown = hands.screens.intent.connect(lambda *_: audible[0].show(follows[-1]))
    if order == "before":
        make()
    audible[0].show(page)
    hands.settle()
    hands.pass_time(1.0)
    said = list(ear.said)
    hands.touch(hands.actions()["action:volume:+"])
    assert ear.said == said, "who only makes it louder goes on listening"
    hands.touch(hands.actions()["action:draft:0"])
    assert ear.said == [], "nothing new came of it, and it has been heard enough"
    follows.append(pages["zh-review-spoken"])
    hands.touch(hands.actions()["action:draft:1"])
    assert ear.said[0] == f"zh: {follows[-1].title}"
    hands.screens.intent.disconnect(shown)
    audible[0].deleteLater()
    hands.settle()


def test_who_moves_to_what_says_nothing_hears_no_more_of_the_last(
    hands: Hands, audible: AudibleScreens, ear: Ear, pages: dict[str, Page]
) -> None:
    audible.show(pages["zh-choice-spoken"])
    hands.settle()
    assert ear.said != []
    hands.screens.focused.emit("reading")
    assert ear.said == []


def test_louder_and_slower(audible: AudibleScreens, ear: Ear, pages: dict[str, Page]) -> None:
    page = pages["zh-choice-spoken"]
    audible.show(page)
    assert ear.tuned == (0.5, 1.0)
    said = list(ear.said)
    audible.show(replace(page, view=replace(page.view, volume=4, speed=0)))
    assert ear.tuned == (0.8, 0.75)
    assert ear.said == said, "goes on where it is"


def test_sounds(hands: Hands, audible: AudibleScreens, ear: Ear, pages: dict[str, Page]) -> None:
    page = silent(pages["zh-review"])
    audible.show(page)
    hands.settle()
    hands.pass_time(1.0)
    hands.touch(hands.actions()["action:forward:"])
    hands.settle()
    assert ear.sounds == [(Cue.TOUCH, 0.5)]
    audible.show(replace(page, error="!"))
    hands.settle()
    assert [cue for cue, _ in ear.sounds] == [Cue.TOUCH, Cue.ERROR]


def test_what_follows_from_a_touch_is_heard_instead_of_the_touch(
    hands: Hands, audible: AudibleScreens, ear: Ear, pages: dict[str, Page]
) -> None:
    page = silent(pages["zh-review"])
    audible.show(page)
    hands.settle()
    hands.screens.intent.emit("forward", "")
    audible.show(replace(page, error="!"))
    hands.settle()
    assert [cue for cue, _ in ear.sounds] == [Cue.ERROR]


@pytest.mark.parametrize(("volume", "cues"), [(0.0, True), (0.5, False)])
def test_a_station_can_be_quiet(hands: Hands, ear: Ear, pages: dict[str, Page], volume: float, cues: bool) -> None:
    audible = AudibleScreens(hands.screens, volume=volume, cues=cues, voice=lambda: ear, chimes=lambda: ear)
    page = silent(pages["zh-review"])
    audible.show(page)
    audible.show(replace(page, error="!"))
    hands.settle()
    assert ear.sounds == []
    audible.show(pages["zh-choice-spoken"])
    assert bool(ear.said) is (volume > 0)
    audible.deleteLater()
    hands.settle()


def test_where_nothing_can_be_heard_everything_goes_on_without(
    hands: Hands, pages: dict[str, Page], monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert not server_there()
    audible = AudibleScreens(hands.screens, volume=1.0, cues=True)
    audible.show(pages["zh-choice-spoken"])
    hands.settle()
    hands.pass_time(1.0)
    hands.touch(hands.actions()["action:say_again:"])
    audible.show(pages["zh-review-spoken"])
    hands.settle()
    audible.forget()
    audible.deleteLater()
    hands.settle()


def test_a_key_switches_the_speech(hands: Hands, pages: dict[str, Page]) -> None:
    hands.show(pages["zh-choice"])
    hands.key(Qt.Key.Key_F9)
    assert hands.heard == [("view", "spoken")]
