"""Visit after visit in one window: `python -m bench.visiting 50 1000` prints the megabytes after each number."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent

from config import catalogue
from config.questions import FieldKind
from drivers.simulators.people import PEOPLE
from kiosk.commands.shared import words
from kiosk.pages.present import present
from kiosk.pages.scene import Scene
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit.advance import advance
from kiosk.visit.application import ScannedPage
from kiosk.visit.steps import Consulting, Declaring, Filling, Reviewing, Scanning, Visit
from ui.application import make_application
from ui.screens import Screens

NOW = datetime(2026, 11, 24, 10, 30)
QUESTIONS = 20
"""At most, questions and papers together."""

SERVICE = "jn-elderly-card"
PERSON = PEOPLE["elder"].person
ANSWERS = {FieldKind.PHONE: "13805317216", FieldKind.TEXT: "历下区甸柳新村", FieldKind.DATE: "2026-03-01"}


class Terminal:
    """Screens and visits; devices answer at once."""

    def __init__(self) -> None:
        self._services = catalogue.load()
        self._words = words()
        self._screens = Screens(width=1080, height=1920)
        self._visit = Visit()

    def visit(self, serial: int) -> None:
        """One resident from beginning to end."""
        service = self._services.find(SERVICE)
        if service is None:
            raise RuntimeError(f"there is no {SERVICE}")
        begin = (ev.Started(NOW), ev.ServiceChosen(service), ev.Forward(), ev.CardSeen(), ev.CardRead(PERSON))
        self._play(*begin)
        for _ in range(QUESTIONS):
            if not isinstance(self._visit.step, Reviewing):
                self._play(*self._answer(serial))
        number = ev.NumberKnown("id", f"3701022611240{serial:04}")
        self._play(ev.ConsentToggled(), ev.Forward(), ev.Sealed((("id", "L00012611240001"),), NOW), number)
        self._play(ev.SlipPrinted(True), ev.Forward(), ev.LevelChosen(5), ev.TagToggled("clear"))
        self._play(ev.Forward(), ev.CardTaken(), ev.Forward())
        if self._visit.started is not None:
            raise RuntimeError(f"the visit did not end; it is at {type(self._visit.step).__name__}")

    def _answer(self, serial: int) -> Iterator[ev.Event]:
        step = self._visit.step
        if isinstance(step, Consulting | Declaring):
            yield ev.PapersBrought()
            return
        if isinstance(step, Scanning):
            yield ev.PictureAsked()
            yield ev.PageTaken(ScannedPage(_paper(serial)))
        elif isinstance(step, Filling):
            field = step.field
            yield ev.Drafted(field.options[0].value if field.options else ANSWERS[field.kind])
        yield ev.Forward()

    def _play(self, *events: ev.Event) -> None:
        for event in events:
            self._visit, effects = advance(self._visit, event)
            if any(isinstance(effect, ef.Forget) for effect in effects):
                self._screens.forget()
            self._show()

    def _show(self) -> None:
        scene = Scene(self._services, "甸柳社区便民服务站", self._words, self._visit.language)
        self._screens.show(present(self._visit, scene))
        for _ in range(3):
            QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._screens.window.grabWindow()


def _paper(serial: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (1200, 1700), (serial % 256, 200, 220)).save(out, "JPEG")
    return out.getvalue()


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
