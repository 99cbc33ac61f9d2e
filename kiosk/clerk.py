"""What takes a moment and is no device's work: letters and ratings.

Each piece is done on a thread of its own; what comes of it goes back as an event.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Protocol

from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit import letter_events as le
from kiosk.visit.asides import Letter
from kiosk.visit.halts import Halt

ClerkEffect = ef.SendRating | ef.ReportStop | ef.KeepLetter


class LetterDesk(Protocol):
    """Where letters are handed in. From any thread."""

    def rate(self, service_code: str, level: int, tags: Sequence[str], words: str, day: date) -> None:
        """An anonymous rating. Never raises."""

    def stopped(self, halt: Halt, day: date) -> None:
        """Someone could not go on here. Never raises."""

    def keep_letter(self, letter: Letter, now: datetime) -> str:
        """A letter, durable; the number under which it can be asked for."""


class Clerk:
    """Works for a shell."""

    def __init__(self, desk: LetterDesk, now: Callable[[], datetime]) -> None:
        self._desk = desk
        self._now = now

    def do(self, effect: ClerkEffect, post: ev.Post) -> None:
        """Carry out an effect; returns at once."""
        threading.Thread(target=self._work, args=(effect, post), name="clerk", daemon=True).start()

    def _work(self, effect: ClerkEffect, post: ev.Post) -> None:
        match effect:
            case ef.SendRating(service_code, level, tags, words):
                self._desk.rate(service_code, level, tags, words, self._now().date())
            case ef.ReportStop(halt):
                self._desk.stopped(halt, self._now().date())
            case ef.KeepLetter(letter):
                post(self._kept(letter))

    def _kept(self, letter: Letter) -> le.MachineLetterEvent:
        try:
            return le.LetterKept(self._desk.keep_letter(letter, self._now()))
        except Exception:  # whatever it was, nothing was stored, and its text may hold personal data
            return le.LetterFailed()
