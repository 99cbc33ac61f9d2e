"""The terminal as a watched process: its loop beats a pulse, and a fault that every start meets is said on the panel.

An orderly end forgets the starts before it; a crash, a hang or a kill leaves them to be counted.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

import ui
from config.catalogue import Catalogue
from config.catalogue_text import CatalogueError
from config.settings import Settings
from kiosk import starts
from kiosk.audit import AuditEvent
from kiosk.audit.recorder import Audit
from kiosk.crashes import guard_personal_data, note_crashes
from kiosk.exits import CommandError, Exit
from kiosk.pages.broken import broken
from kiosk.pages.scene import Scene
from kiosk.pulse import Pulse, end_noted
from kiosk.reading_in import uncollected
from kiosk.terminal import Terminal, helper
from kiosk.words import Words
from offline_queue.outbox import Outbox, OutboxError
from ui.application import make_application
from ui.screens import Screens

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

HANG = 15
"""Seconds for which the loop of the screens may stand still: ten of them a disk may take that is written to."""

BEAT = 1000
"""Milliseconds between two beats of the page that says that the terminal is out of service."""

BROKEN_STAY = 60.0
"""Seconds for which that page stays when the terminal cannot start, before it is tried again."""

Window = tuple[int, int, bool]
"""Width, height, whether it is the whole panel."""


def run_terminal(settings: Settings, window: Window) -> int:
    """The terminal until it is asked to end; the exit code. Raises CommandError."""
    guard_personal_data()
    try:
        with starts.only_terminal(settings.data_dir):
            if starts.recent(settings.data_dir) >= starts.MOST:
                _tell_city(settings.data_dir)
                _tell_log(settings.data_dir, AuditEvent.OUT_OF_SERVICE, "crashes")
                show_closed(settings, window, starts.WITHIN)
                raise CommandError(
                    "crashes", f"it ended {starts.MOST} times in a row", "read the journal; run: kiosk doctor"
                )
            return _counted(settings, window)
    except starts.Running:
        raise CommandError("running", "another terminal runs on this data", "end it first") from None
    except starts.Unwritable:
        raise CommandError("outbox", f"{settings.data_dir} cannot be written", "run: kiosk doctor") from None


def _counted(settings: Settings, window: Window) -> int:
    starts.begun(settings.data_dir)
    try:
        code = _turned(settings, window)
    except CommandError:
        starts.ended(settings.data_dir)
        raise
    starts.ended(settings.data_dir)
    return code


def _turned(settings: Settings, window: Window) -> int:
    with uncollected():
        application = make_application(sys.argv[:1])
        pulse = Pulse(HANG, lambda place: end_noted(terminal.audit, place))
        terminal = _made(settings, window, pulse.beat)
    mistakes: list[str] = []
    terminal.misconfigured.connect(mistakes.append)
    # quit() asks the window, which on a panel never closes
    terminal.misconfigured.connect(lambda _: application.exit())
    terminal.ended.connect(application.exit)
    _obey(application)
    pulse.start()
    code = application.exec()
    pulse.stop()
    terminal.close()
    if mistakes:
        raise CommandError("bad_driver", mistakes[0], "run: kiosk devices list", Exit.BAD_USAGE)
    return code


def _made(settings: Settings, window: Window, beat: Callable[[str], None]) -> Terminal:
    width, height, fullscreen = window
    screens = Screens(width=width, height=height, fullscreen=fullscreen, motion=settings.screen.motion)
    try:
        # this start is counted already
        terminal = Terminal(settings, screens, beat, crashes=max(0, starts.recent(settings.data_dir) - 1))
    except CatalogueError as error:
        _tell_log(settings.data_dir, AuditEvent.TERMINAL_REFUSED, "catalogue")
        raise CommandError("bad_catalogue", str(error), "run: kiosk catalogue check", Exit.BAD_USAGE) from None
    except OutboxError as error:
        _tell_log(settings.data_dir, AuditEvent.TERMINAL_REFUSED, "queue")
        raise CommandError("outbox", str(error), "run: kiosk enrol, or ask service to look at data_dir") from None
    note_crashes(terminal.audit)
    return terminal


def _tell_log(data_dir: Path, event: AuditEvent, why: str) -> None:
    # where no terminal ever was there is nothing to write into
    if data_dir.is_dir():
        with Audit(data_dir, "screens") as audit:
            audit.note(event, why=why)


def show_closed(settings: Settings, window: Window, seconds: float) -> None:
    """That the terminal is out of service, for so long or until it is asked to end."""
    width, height, fullscreen = window
    application = make_application(sys.argv[:1])
    words = Words.load(ui.TRANSLATIONS)
    scene = Scene(Catalogue([]), settings.station.name, words, words.languages[0], helper=helper(settings.station))
    screens = Screens(width=width, height=height, fullscreen=fullscreen, motion=False)
    screens.show(broken(scene))
    pulse, timer = Pulse(HANG), QTimer()
    timer.timeout.connect(lambda: pulse.beat("out of service: it cannot be started; run: kiosk doctor"))
    timer.start(BEAT)
    QTimer.singleShot(int(seconds * 1000), application.exit)
    _obey(application)
    pulse.start()
    application.exec()
    pulse.stop()
    timer.stop()
    screens.close()


def _obey(application: QGuiApplication) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: application.exit())


def _tell_city(data_dir: Path) -> None:
    """Have the agent report it; a queue that cannot be opened reports itself."""
    with suppress(OutboxError), Outbox.open(data_dir) as outbox:
        outbox.notes.note_device("screens", "hardware_error", "crashes")
