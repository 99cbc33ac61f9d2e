"""What staff's wishes are carried out with, as the composition root puts it together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from kiosk.staff.stick import sticks
from kiosk.visit.staff.lights import QueueLights
from kiosk.visit.staff.places import Issued, Restart, StickTrouble, Taken
from kiosk.visit.staff.steps import PinVerdict

CheckPin = Callable[[str], tuple[PinVerdict, float]]
"""What becomes of a PIN (of none: whether one may be tried), and seconds until another is looked at."""


TrySound = Callable[[str, str], bool]
"""Plays a sound and says a sentence in a language; whether there is anything to hear them from."""


class Lit(Protocol):
    """Queue and line, as they stand. From any thread."""

    def queue_lights(self) -> QueueLights:
        """Queue, line, disk and clock."""

    def send_now(self) -> None:
        """Have what waits sent now."""


class Shelf(Protocol):
    """What is readable of the queue (see kiosk.staff.desk). From any thread."""

    def issued(self, tail: str, day: date) -> tuple[Issued, ...]:
        """Slips that can be printed again."""

    def submitted(self, day: date) -> tuple[tuple[str, int], ...]:
        """How many were handed in on a day, by service code."""

    def export(
        self, folder: Path, carried: Callable[[int, int], None], stopped: Callable[[], bool]
    ) -> StickTrouble | None:
        """Write what waits to a folder."""

    def take_in(self, folder: Path, carried: Callable[[int, int], None], stopped: Callable[[], bool]) -> Taken | None:
        """Take in the city's acknowledgements that lie there; None when the queue cannot be read."""


class Cards(Protocol):
    """The staff cards (see kiosk.staff.cards). From any thread."""

    def any(self) -> bool:
        """Whether there is one."""

    def number_of(self, id_number: str) -> int | None:
        """Which staff card this identity number is of, None of none."""


@dataclass(frozen=True)
class Means:
    """What staff's wishes are carried out with; without `cards` no staff card is asked for.

    `volume` is the station's in percent; `set_volume` and `try_sound` are called on the screens' thread. `begin_anew`
    restarts the program or the machine and says whether that can be done.
    """

    check_pin: CheckPin
    shelf: Shelf
    data_dir: Path
    volume: int
    set_volume: Callable[[int], None]
    begin_anew: Callable[[Restart], bool]
    try_sound: TrySound
    cards: Cards | None = None
    find_sticks: Callable[[], dict[str, Path]] = sticks
