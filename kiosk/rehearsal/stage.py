"""The stage: bench, city, agent and a terminal in a process of its own; it serves scenario after scenario."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from drivers.simulators.paper_roll import PrintedSlip
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.knobs import Knob, back_to, knobs
from kiosk.rehearsal.record import Stand
from kiosk.rehearsal.rig import Rig
from kiosk.rehearsal.terminal_process import TerminalProcess
from kiosk.rehearsal.worked import Heard
from kiosk.staff.pin import set_pin

PIN = "271828"
"""The staff's, on every stage."""

PLACES = "places"
"""Folder for what the terminal leaves beside its own: temporary files, caches."""

LONGEST_STAY = 600.0
"""Seconds in which every visit has ended by itself, and the resting screen has looked around."""

CLEARED = 10.0
"""Seconds in which devices and agent have noticed that all is well."""


class Stage:
    """Everything that a visit needs, in `folder`, with a window of `size` and a printer of this family.

    What was touched is told to `heard`.
    """

    def __init__(self, folder: Path, size: tuple[int, int], printer: str = "generic") -> None:
        self.size = size
        self.folder = folder
        self.bench = Bench()
        self.bench.printer_family = printer
        self.rig = Rig(folder, self.bench)
        self._stack = ExitStack()
        self._as_new: list[Knob] = []
        self._before: frozenset[str] = frozenset()
        self._slips_before = 0
        self.used = False
        self.heard: Callable[[Heard], object] = lambda _: None

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            # it reads itself in while the city starts
            self.terminal = self._terminal()
            stack.callback(self._close_terminal)
            stack.enter_context(self.bench)
            stack.enter_context(self.rig)
            set_pin(self.rig.settings.data_dir, PIN)
            self._as_new = knobs(self.bench)
            self.terminal.begin()
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *exc: object) -> None:
        self._stack.close()

    def written(self) -> list[Path]:
        """Every file that the terminal has written, there or in temporary files and caches; not the reserve."""
        logs = [self.folder / "terminal.log", self.folder / "sync.log"]
        below = [path for name in (PLACES, "terminal") for path in (self.folder / name).rglob("*")]
        return [path for path in (*logs, *below) if path.is_file() and path.name != "ballast"]

    def _terminal(self) -> TerminalProcess:
        terminal = TerminalProcess(self.rig.config, self.folder / "terminal.log", self.folder / PLACES, self.size)
        terminal.heard = self._hear
        return terminal

    def _hear(self, heard: Heard) -> None:
        self.heard(heard)

    def _close_terminal(self) -> None:
        self.terminal.close()

    def terminal_up(self) -> None:
        """Start the terminal; without effect on one that runs."""
        if not self.terminal.runs:
            self.terminal = self._terminal()
            self.terminal.begin()
            self.terminal.set_clock(self.bench.clock.at)

    @property
    def slips(self) -> list[PrintedSlip]:
        """The slips printed since the scenario began."""
        return self.bench.printer.slips[self._slips_before :]

    def begin(self) -> None:
        """A scenario begins: what the city and the printer have made until now is not its own."""
        self._before = frozenset(self.rig.since(())) if self.used else frozenset()
        self._slips_before = len(self.bench.printer.slips)
        self.used = True

    def arrived(self) -> list[str]:
        """The ids of the submissions that the city got since the scenario began, oldest first."""
        return self.rig.since(self._before)

    def stand(self) -> Stand:
        """How queue and city stand."""
        tally, trouble = self.rig.queue()
        return Stand(tally.waiting, tally.quarantined, tally.letters, trouble)

    def clear(self) -> bool:
        """Everything back to normal, whoever is here gone; whether all is then as it was when the stage was new."""
        self.bench.remove()
        self.bench.lay("")
        self.bench.printer.restart()
        back_to(self.bench, self._as_new)
        if not (self.rig.works() and self.terminal.runs):
            return False
        self.terminal.set_clock("")
        self.terminal.fill_disk(False)
        end = time.monotonic() + CLEARED
        while not self._as_it_was():
            if time.monotonic() > end:
                return False
            self.rig.skip_waits()
            self.terminal.pass_time(LONGEST_STAY)
            time.sleep(0.1)
        return True

    def _as_it_was(self) -> bool:
        seen, stand = self.terminal.see(), self.stand()
        quiet = stand.waiting == stand.set_aside == 0 and not stand.trouble
        return quiet and seen.ready and not seen.warnings
