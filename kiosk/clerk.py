"""What takes a moment and is no device's work: letters, ratings, the staff's PIN, how the terminal is.

Each piece is done on a thread of its own; what comes of it goes back as an event.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from kiosk.audit import AuditEvent, Note
from kiosk.device_host import DeviceHost
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit import letter_events as le
from kiosk.visit import staff_events as se
from kiosk.visit.asides import Letter
from kiosk.visit.halts import Halt
from kiosk.visit.staff_steps import Lights, PinVerdict, QueueLights

Post = Callable[[ev.Event], None]

CheckPin = Callable[[str], tuple[PinVerdict, float]]
"""What becomes of a PIN (of none: whether one may be tried), and seconds until another is looked at."""

ClerkEffect = ef.SendRating | ef.ReportStop | ef.KeepLetter | ef.CheckPin | ef.LookAround | ef.SendNow


class LetterDesk(Protocol):
    """Where letters are handed in, and how what waits there stands. From any thread."""

    def rate(self, service_code: str, level: int, tags: Sequence[str], words: str, day: date) -> None:
        """An anonymous rating."""

    def stopped(self, halt: Halt, day: date) -> None:
        """Someone could not go on here. Never raises."""

    def keep_letter(self, letter: Letter, now: datetime) -> str:
        """A letter, durable; the number under which it can be asked for."""

    def queue_lights(self) -> QueueLights:
        """Queue, line, disk and clock."""

    def send_now(self) -> None:
        """Have what waits sent now."""


class Clerk:
    """Works for a shell."""

    def __init__(
        self,
        desk: LetterDesk,
        check_pin: CheckPin,
        hosts: Mapping[str, DeviceHost[Any]],
        now: Callable[[], datetime],
        note: Note,
    ) -> None:
        self._desk = desk
        self._check_pin = check_pin
        self._hosts = hosts
        self._now = now
        self._note = note

    def do(self, effect: ClerkEffect, post: Post) -> None:
        """Carry out an effect; returns at once."""
        threading.Thread(target=self._work, args=(effect, post), name="clerk", daemon=True).start()

    def _work(self, effect: ClerkEffect, post: Post) -> None:
        match effect:
            case ef.SendRating(service_code, level, tags, words):
                self._desk.rate(service_code, level, tags, words, self._now().date())
            case ef.ReportStop(halt):
                self._desk.stopped(halt, self._now().date())
            case ef.KeepLetter(letter):
                post(self._kept(letter))
            case ef.CheckPin(digits):
                verdict, wait = self._check_pin(digits)
                if digits:
                    self._note(AuditEvent.STAFF_PIN, verdict=verdict.value, seconds=round(wait))
                post(se.PinAnswered(verdict, wait))
            case ef.LookAround():
                devices = tuple((device, host.health) for device, host in self._hosts.items())
                post(se.LightsSeen(Lights(devices, self._queue_lights())))
            case ef.SendNow():
                self._desk.send_now()
                self._note(AuditEvent.STAFF_DEED, deed="send_now")

    def _kept(self, letter: Letter) -> le.MachineLetterEvent:
        try:
            return le.LetterKept(self._desk.keep_letter(letter, self._now()))
        except Exception:  # whatever it was, nothing was stored, and its text may hold personal data
            return le.LetterFailed()

    def _queue_lights(self) -> QueueLights | None:
        try:
            return self._desk.queue_lights()
        except Exception:  # a queue that cannot be read is a light too
            return None
