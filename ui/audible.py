"""Screens that are heard too: pages read aloud for whoever asks, and short sounds for what happens.

What does the playing is loaded when the first sound is due, and not at all where nothing could be heard.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.intents import Intent
from kiosk.page import Page
from kiosk.pages.cues import Cue, cue, touched
from kiosk.pages.narration import Utterance, focused, news
from kiosk.visit.view import PLAIN
from ui.screens import Screens

VOLUMES = (0.4, 0.7, 1.0, 1.3, 1.6)
"""Times the station's volume, for each step of a view's volume."""

SPEEDS = (0.75, 1.0, 1.35)
"""Times the recorded speed, for each step of a view's speed."""

TUNING = (Intent.VOLUME, Intent.SPEED)
"""What is done to hear better what is being said; whoever does anything else has heard enough of it."""


class Speaker(Protocol):
    """What says sentences."""

    def set(self, volume: float, speed: float) -> None:
        """From 0 to 1, and 1 as recorded."""

    def say(self, language: str, texts: Sequence[str]) -> None:
        """Say these, and no longer what was being said."""

    def stop(self) -> None:
        """Say nothing more, and keep nothing of it."""


class Chimer(Protocol):
    """What plays short sounds."""

    def play(self, cue: Cue, volume: float) -> None:
        """At a volume from 0 to 1."""


def server_there() -> bool:
    """Whether a sound server runs for us; Qt complains at every look for one that does not."""
    if os.environ.get("PULSE_SERVER"):
        return True
    folder = Path(os.environ.get("XDG_RUNTIME_DIR", "/run"))
    return any((folder / name).exists() for name in ("pulse/native", "pipewire-0"))


def a_voice() -> Speaker | None:
    """The terminal's voice; None while nothing could be heard."""
    if not server_there():
        return None
    from ui.voice import Voice

    return Voice()


def the_chimes() -> Chimer | None:
    """The terminal's short sounds; None while nothing could be heard."""
    if not server_there():
        return None
    from ui.chimes import Chimes

    return Chimes()


class AudibleScreens(QObject):
    """Shows pages on `screens` and lets them be heard. `volume` is the station's, from 0 (silent) to 1."""

    def __init__(
        self,
        screens: Screens,
        *,
        volume: float,
        cues: bool,
        voice: Callable[[], Speaker | None] = a_voice,
        chimes: Callable[[], Chimer | None] = the_chimes,
    ) -> None:
        super().__init__()
        self._screens = screens
        self._volume = volume
        self._cues = cues
        self._make_voice, self._make_chimes = voice, chimes
        self._voice: Speaker | None = None
        self._chimes: Chimer | None = None
        self._page: Page | None = None
        self._due: Cue | None = None
        self._answered = False
        screens.stirred.connect(self._stirred)
        screens.intent.connect(self._touched)
        screens.focused.connect(self._focused)

    def show(self, page: Page) -> None:
        """Show a page, and say what is new on it."""
        before, self._page = self._page, page
        self._screens.show(page)
        if before is not None and (sound := cue(before, page)) is not None:
            self._sound(sound)
        if page.speech is None:
            if before is not None and before.speech is not None:
                self._hush()
        else:
            fresh = before is None or before.speech is None
            self._say(page, news(None if fresh else before, page))

    def set_volume(self, volume: float) -> None:
        """The station's volume from now on."""
        self._volume = volume
        page = self._page
        if self._voice is not None and page is not None:
            self._voice.set(self._gain, SPEEDS[page.view.speed])

    def try_sound(self, language: str, sentence: str) -> bool:
        """Play a sound and say a sentence, whatever is shown; whether there is anything to hear them from."""
        if self._volume <= 0:
            return False
        self._chimes = self._chimes or self._make_chimes()
        self._voice = self._voice or self._make_voice()
        if self._chimes is None:
            return False
        self._chimes.play(Cue.DONE, min(1.0, self._volume))
        if self._voice is not None:
            self._voice.set(min(1.0, self._volume), 1.0)
            self._voice.say(language, [sentence])
        return True

    def forget(self) -> None:
        """Drop what was shown, and what was being said of it."""
        self._page = None
        self._hush()
        self._screens.forget()

    def _hush(self) -> None:
        if self._voice is not None:
            self._voice.stop()

    @property
    def _gain(self) -> float:
        view = PLAIN if self._page is None else self._page.view
        return min(1.0, self._volume * VOLUMES[view.volume])

    def _say(self, page: Page, utterances: tuple[Utterance, ...]) -> None:
        if self._voice is None and self._volume > 0:
            self._voice = self._make_voice()
        if self._voice is None:
            return
        self._voice.set(self._gain, SPEEDS[page.view.speed])
        if utterances:
            self._answered = True
            self._voice.say(page.language, [text for utterance in utterances for text in utterance.texts])

    def _sound(self, sound: Cue) -> None:
        if self._due is None:
            QTimer.singleShot(0, self._play)
        self._due = sound

    @Slot()
    def _play(self) -> None:
        due, self._due = self._due, None
        if due is None or not self._cues or self._volume == 0:
            return
        if self._chimes is None:
            self._chimes = self._make_chimes()
        if self._chimes is not None:
            self._chimes.play(due, self._gain)

    @Slot()
    def _stirred(self) -> None:
        self._answered = False

    @Slot(str, str)
    def _touched(self, intent: str, _: str) -> None:
        # what was said of the page that it led to is not what somebody acted upon
        if not self._answered and intent not in TUNING:
            self._hush()
        self._answered = False
        # heard after the page that it leads to was shown, whose own sound goes before
        if self._page is not None and self._due is None and (sound := touched(self._page, intent)) is not None:
            self._sound(sound)

    @Slot(str)
    def _focused(self, name: str) -> None:
        page = self._page
        if page is not None and page.speech is not None:
            # of the one before nothing more is said, whether or not there is something to say of this one
            self._hush()
            self._say(page, focused(page, name))
