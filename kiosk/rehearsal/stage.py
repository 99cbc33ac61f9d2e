"""The stage: bench, city, agent and a terminal with its window; it serves scenario after scenario while it is whole."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from drivers.simulators.paper_roll import PrintedSlip
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.hand import Clock, Hand
from kiosk.rehearsal.knobs import Knob, knobs
from kiosk.rehearsal.record import Stand
from kiosk.rehearsal.rig import Rig
from kiosk.terminal import Terminal
from ui.application import make_application
from ui.screens import Screens


class Stage:
    """Everything that a visit needs, in `folder`, with a window of `size`. What is touched is told to `heard` first."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        self.size = size
        self.bench = Bench()
        self.rig = Rig(folder, self.bench)
        self._stack = ExitStack()
        self._application = make_application(sys.argv[:1])
        self._as_new: list[Knob] = []
        self._before: frozenset[str] = frozenset()
        self._slips_before = 0
        self.used = False
        self.heard: Callable[[str, str], object] = lambda _name, _value: None

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            stack.enter_context(self.bench)
            stack.enter_context(self.rig)
            clock = Clock()
            width, height = self.size
            screens = Screens(width=width, height=height, motion=False, clock=clock)
            screens.intent.connect(self.heard)
            self.terminal = Terminal(self.rig.settings, screens, now=self.bench.clock.now)
            self.hand = Hand(self.terminal, clock)
            stack.callback(self._close)
            self._as_new = knobs(self.bench)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *exc: object) -> None:
        self._stack.close()

    def _close(self) -> None:
        self.terminal.close()
        self._application.processEvents()

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
        """Take card and paper away, end the reader's faults; whether all is then as it was when the stage was new."""
        # the terminal still warns the next resident of a card that was left, until it has seen it go
        card_left = self.bench.reader.inserted is not None
        self.bench.remove()
        self.bench.reader.clear_faults()
        self.bench.lay("")
        stand = self.stand()
        return (
            not card_left
            and self.terminal.shell.at_rest
            and not self.terminal.screens.warnings
            and self.rig.works()
            and stand.waiting == stand.set_aside == 0
            and not stand.trouble
            and knobs(self.bench) == self._as_new
        )
