"""The time as the terminal is told it, which a tester can put on or back."""

from __future__ import annotations

from datetime import datetime, timedelta


class Clock:
    """Runs with the real one, at a distance. `now` is given to a terminal of this process; no other hears it."""

    def __init__(self) -> None:
        self._ahead = timedelta(0)
        self._at = ""

    @property
    def at(self) -> str:
        """What it was set to last, as it was given; empty for the real time."""
        return self._at

    def now(self) -> datetime:
        """Local time, with its zone."""
        return datetime.now().astimezone() + self._ahead

    def set(self, at: str) -> None:
        """Go on from this local time, in ISO (`2026-12-31T23:59`); empty: the real time again. Raises ValueError."""
        ahead = timedelta(0)
        if at:
            wanted = datetime.fromisoformat(at).astimezone()
            if not datetime(2020, 1, 1).astimezone() <= wanted < datetime(2100, 1, 1).astimezone():
                raise ValueError("a year between 2020 and 2099")
            ahead = wanted - datetime.now().astimezone()
        self._ahead, self._at = ahead, at
