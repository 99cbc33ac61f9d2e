"""Times for a fleet that comes back at once: so many terminals empty their queues at a time, each when it is told to.

A terminal says with each request how much it holds. One of a few slots is its own for as long as that should take;
who finds none free is given the time when one will be, and nobody else gets that time.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

GRACE = 15.0
"""Seconds that a slot is kept for a terminal after its time: it adds a little of its own to each wait."""

SHORTEST = 2.0
LONGEST = 1800.0
"""Seconds of a slot at least and at most, whatever a terminal says it holds."""

ROUND_TRIP = 0.1
"""Seconds that a submission takes beside its bytes."""


@dataclass(frozen=True)
class Backlog:
    """What a terminal says it holds; `fresh`: this very request is of a resident who stands at the screen."""

    count: int = 0
    bytes: int = 0
    fresh: bool = False


@dataclass
class _Turn:
    begins: float
    ends: float


class Pacer:
    """`slots` terminals at a time, `rate` bytes a second for each. Safe from several threads."""

    def __init__(self, slots: int, rate: float, clock: Callable[[], float]) -> None:
        self._rate = rate
        self._clock = clock
        self._free_at = [0.0] * slots
        self._turns: dict[str, _Turn] = {}
        self._tidy_at = 0.0
        self._lock = threading.Lock()

    def ask(self, terminal: str, backlog: Backlog) -> float | None:
        """None when the terminal may send now, else the seconds after which it may."""
        if backlog.fresh or backlog.count <= 1:
            return None
        with self._lock:
            now = self._clock()
            if now >= self._tidy_at:
                # not for each of a fleet that asks at once
                self._turns = {name: turn for name, turn in self._turns.items() if turn.ends + GRACE > now}
                self._tidy_at = now + SHORTEST
            turn = self._turns.get(terminal)
            if turn is None:
                turn = self._turns[terminal] = self._book(now, backlog)
            elif turn.ends <= now + SHORTEST:
                # it is at work and not done yet
                turn.ends = now + SHORTEST + GRACE
            return None if turn.begins <= now else turn.begins - now

    def _book(self, now: float, backlog: Backlog) -> _Turn:
        length = min(max(backlog.bytes / self._rate + backlog.count * ROUND_TRIP, SHORTEST), LONGEST)
        slot = min(range(len(self._free_at)), key=self._free_at.__getitem__)
        begins = max(now, self._free_at[slot])
        self._free_at[slot] = begins + length
        return _Turn(begins, begins + length)
