"""Visit after visit in one window: `python -m bench.visiting 50 1000` prints the megabytes after each number.

Every service and package in turn, by everybody with whom a catalogue is tried, in each language. Whom a rule stops
leaves there, as a resident would.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent

from config import catalogue
from config.grouping import Package
from config.service import Service
from kiosk.commands.shared import words
from kiosk.dry_run import Walker
from kiosk.pages.present import present
from kiosk.pages.scene import Scene
from kiosk.samples import people
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit.advance import advance
from kiosk.visit.application import ScannedPage
from kiosk.visit.steps import Advising, Choosing, Reviewing, Sealing, Visit
from ui.application import make_application
from ui.screens import Screens

NOW = datetime(2026, 11, 24, 10, 30)
PAGES = 100
"""Between guide and check page, at most."""

SHADES = 8
"""Papers that can be told apart; they are kept, and count as memory of the first visits."""


@dataclass(frozen=True)
class Resident:
    """Who comes, for what: all of it follows from the visit's number."""

    serial: int
    matter: Service | Package
    language: str


class Terminal:
    """Screens and visits; devices answer at once. `handed_in` visits came to their end, the others were stopped."""

    def __init__(self) -> None:
        self._catalogue = catalogue.load()
        self._matters = (*self._catalogue, *self._catalogue.packages)
        self._everybody = people(NOW.date())
        self._words = words()
        self._screens = Screens(width=1080, height=1920)
        self._visit = Visit()
        self.handed_in = 0

    def visit(self, serial: int) -> None:
        """One resident from beginning to end."""
        which, language = serial % len(self._matters), self._words.languages[serial % len(self._words.languages)]
        for event in self._way(Resident(serial, self._matters[which], language)):
            self._play(event)
        if self._visit.started is not None:
            raise RuntimeError(f"visit {serial} did not end; it is at {type(self._visit.step).__name__}")

    def _way(self, resident: Resident) -> Iterator[ev.Event]:
        walker = Walker(self._catalogue, resident.matter, self._words, NOW)
        # not in step with the matters, so that everybody comes for everything
        person = self._everybody[resident.serial // len(self._matters) % len(self._everybody)]
        yield from (*walker.start(), ev.LanguageChosen(resident.language))
        for _ in range(PAGES):
            if isinstance(self._visit.step, Advising | Choosing | Reviewing):
                break
            for event in walker.way(self._visit, person, resident.serial):
                yield ev.PageTaken(_paper(resident.serial)) if isinstance(event, ev.PageTaken) else event
        if isinstance(self._visit.step, Reviewing):
            yield from self._to_the_end(self._visit.step)
            self.handed_in += 1
        elif isinstance(self._visit.step, Choosing):
            yield from (ev.Back(), ev.Back(), ev.CardTaken())
        else:
            yield from (ev.LeaveAsked(), ev.LeaveConfirmed(), ev.CardTaken())

    def _to_the_end(self, step: Reviewing) -> Iterator[ev.Event]:
        yield from (ev.ConsentToggled(consent.id) for consent in step.application.consents_asked)
        yield from (ev.ConsentToggled(), ev.Forward())
        if not isinstance(self._visit.step, Sealing):
            raise RuntimeError(f"nothing is sealed; it is at {type(self._visit.step).__name__}")
        numbers = range(len(self._visit.step.application.services))
        yield ev.Sealed(tuple((f"id{number}", f"L0001261124{number:04}") for number in numbers), NOW)
        yield from (ev.NumberKnown(f"id{number}", f"370102261124{number:05}") for number in numbers)
        yield from (ev.SlipPrinted(True), ev.Forward(), ev.LevelChosen(5), ev.TagToggled("clear"))
        yield from (ev.Forward(), ev.CardTaken(), ev.Forward())

    def _play(self, event: ev.Event) -> None:
        self._visit, effects = advance(self._visit, event)
        if any(isinstance(effect, ef.Forget) for effect in effects):
            self._screens.forget()
        self._show()

    def _show(self) -> None:
        scene = Scene(self._catalogue, "甸柳社区便民服务站", self._words, self._visit.language, NOW)
        self._screens.show(present(self._visit, scene))
        for _ in range(3):
            QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._screens.window.grabWindow()


@cache
def _jpeg(shade: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (1200, 1700), (30 * shade, 200, 220)).save(out, "JPEG")
    return out.getvalue()


def _paper(serial: int) -> ScannedPage:
    return ScannedPage(_jpeg(serial % SHADES))


def own_memory() -> float:
    """Megabytes that nobody else can share: what libraries take depends on who else has them open."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(float(line.split()[1]) for line in lines if line.startswith("Anonymous:")) / 1024


def main() -> None:
    """Visits up to the last number; the memory after each."""
    make_application(["bench"])
    terminal, done = Terminal(), 0
    for number in map(int, sys.argv[1:]):
        for serial in range(done, number):
            terminal.visit(serial)
        done = number
        sys.stdout.write(f"{own_memory():.1f} ")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
