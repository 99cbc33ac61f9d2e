"""How the terminal is, as staff see it at a glance. Nothing of any resident stands in here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from drivers.model import Health


@dataclass(frozen=True)
class QueueLights:
    """Queue, line, disk and clock. `line` is the name of what is wrong with the line, empty when nothing is.

    Times are local; `oldest` is since when the longest waits; `clock_offset` is seconds by which the city's clock is
    ahead, None when it was never heard.
    """

    waiting: int
    letters: int
    set_aside: int
    last_sent: datetime | None
    line: str
    line_since: datetime | None
    free_bytes: int
    room: bool
    clock_offset: float | None
    oldest: datetime | None = None


@dataclass(frozen=True)
class Lights:
    """How the terminal is: the devices by class, and everything else; None when the queue cannot be read."""

    devices: tuple[tuple[str, Health], ...]
    queue: QueueLights | None
