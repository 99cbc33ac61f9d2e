"""A terminal in a process of its own that is worked from outside: `python -c "…main()" SOCKET CONFIG WIDTH HEIGHT`.

What is to be done and what came of it go over an inherited socket, as pickles of this very program.
"""

from __future__ import annotations

import sys
from multiprocessing.connection import Connection
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSocketNotifier

from config.settings import load
from kiosk.crashes import guard_personal_data
from kiosk.rehearsal.worked import Heard, Worked
from ui.application import make_application


class Obedient:
    """Does what comes over `line`, a method of `worked` each time, and answers with what was touched on the way."""

    def __init__(self, worked: Worked, line: Connection, heard: list[Heard]) -> None:
        self._worked = worked
        self._line = line
        self._heard = heard
        self._notifier = QSocketNotifier(line.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._obey)

    def _obey(self) -> None:
        try:
            what, arguments = self._line.recv()
        except (EOFError, OSError):
            QCoreApplication.exit()
            return
        answer = getattr(self._worked, what)(*arguments)
        heard = tuple(self._heard)
        self._heard.clear()
        self._line.send((answer, heard))


def main() -> None:
    """Entry point; all that is slow to read in is there before it is told to begin."""
    descriptor, config, width, height = sys.argv[1:5]
    guard_personal_data()
    application = make_application(sys.argv[:1])
    heard: list[Heard] = []
    with Connection(int(descriptor)) as line:
        try:
            line.recv()
        except EOFError:
            return
        worked = Worked(load(Path(config)), (int(width), int(height)), heard.append)
        obedient = Obedient(worked, line, heard)
        line.send((True, ()))
        application.exec()
        del obedient
        worked.close()
