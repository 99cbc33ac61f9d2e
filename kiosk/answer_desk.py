"""What the city answered while its resident still stands there: number, since when, what an instant service gave."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from kiosk.city_line import asked
from kiosk.visit.results import Result
from offline_queue.acceptance import acceptance, was_refused
from offline_queue.errors import OutboxError
from offline_queue.outbox import Outbox

if TYPE_CHECKING:
    from offline_queue.client import Client
    from offline_queue.results import Result as WireResult


@dataclass(frozen=True)
class Answer:
    """The city's number, when it received the submission, and what an instant service gave; or that it refused it."""

    number: str
    received_at: datetime | None
    result: Result | None = None
    refused: bool = False


class AnswerDesk:
    """Knows what lies in `outbox`, asks over `connect`. From any thread; never raises."""

    def __init__(self, outbox: Outbox, connect: Callable[[], Client]) -> None:
        self._outbox = outbox
        self._connect = connect
        self._lock = threading.Lock()
        self._asking: set[str] = set()

    def answer(self, submission: str, instant: bool) -> Answer | None:
        """What the city answered; None as long as it did not, or while the result is already being asked for."""
        try:
            accepted = acceptance(self._outbox, submission)
            if accepted is None and was_refused(self._outbox, submission):
                return Answer("", None, refused=True)
        except OutboxError:
            return None
        if accepted is None:
            return None
        if not instant:
            return Answer(accepted.number, accepted.received_at)
        with self._lock:
            if submission in self._asking:
                return None
            self._asking.add(submission)
        try:
            return Answer(accepted.number, accepted.received_at, self._result(submission))
        finally:
            with self._lock:
                self._asking.discard(submission)

    def _result(self, submission: str) -> Result | None:
        from offline_queue.asking import ask_result

        def ask(client: Client) -> Result | None:
            told = ask_result(client, submission)
            return None if told is None else result_of(told)

        return asked(self._connect, ask)


def result_of(told: WireResult) -> Result:
    """A result as the visit knows it. Raises ValueError when its day is none."""
    return Result(told.zh, told.en, told.url, told.code, date.fromisoformat(told.valid_until))
