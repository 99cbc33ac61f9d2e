"""The composition root: puts settings, devices, outbox, shell and screens together into a running terminal."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

import ui
from config.settings import DeviceSettings, Settings, StationSettings
from drivers.model import Device, DeviceError, ErrorCode
from kiosk import device_drivers
from kiosk.answer_desk import AnswerDesk
from kiosk.audit import AuditEvent, Value
from kiosk.audit.recorder import Audit
from kiosk.case_desk import CityDesk
from kiosk.catalogue_apart import apart
from kiosk.catalogue_in_use import InUse
from kiosk.catalogue_watch import CatalogueWatch
from kiosk.desk import OutboxDesk, Place
from kiosk.device_drivers import DriverError
from kiosk.device_host import DeviceHost
from kiosk.exits import Exit
from kiosk.intents import Intent
from kiosk.mailbox import Mailbox
from kiosk.metrics.tally import ScreensTally
from kiosk.page import ScanBody
from kiosk.pages.scene import Hearing, Helper
from kiosk.parts import Parts
from kiosk.shared_desk import SharedDesk
from kiosk.shell import Shell
from kiosk.staff.cards import StaffCards
from kiosk.staff.desk import StaffDesk
from kiosk.staff.means import Means
from kiosk.staff.pin import StaffPin
from kiosk.updates.visitors import Presence
from kiosk.visit.events import Event
from kiosk.visit.staff.places import Restart
from kiosk.words import Words
from offline_queue import catalogue_verdicts, credentials
from offline_queue.outbox import Outbox, OutboxError
from ui.audible import AudibleScreens
from ui.screens import Screens

if TYPE_CHECKING:
    from offline_queue.client import Client
    from offline_queue.witness import Witness

D = TypeVar("D", bound=Device)

TICK = 0.25
"""Seconds between two looks at the clock: fine enough for the wait of the acceptance number."""

COMMAND_WAIT = 30.0
"""Seconds that the command which restarts the machine may take to say that it does."""

LOOK_AROUND = 60.0
"""Seconds between two looks whether the agent has brought another catalogue, and between two figures left for it."""

AUDIT_SETTLES = 2.0
"""Seconds after which the audit log is first written to: until then the first page has disk and processor."""


def _unwatched(_: str) -> None:
    """Nobody listens to the pulse."""


def _local() -> datetime:
    """The local time, with its zone."""
    return datetime.now().astimezone()


class Terminal(QObject):
    """A terminal from `settings`, by the local time that `now` tells. Needs a running QGuiApplication.

    `beat` is called by its loop, with one line that says how it is. `misconfigured` tells, from a device's thread, that
    its driver is not there or does not take its settings; `ended`, from any thread, that the program is to end with
    this exit code. `crashes` is how many starts just before did not end well.
    Raises config.catalogue.CatalogueError, offline_queue's OutboxError (NotEnrolled before a city is known).
    """

    misconfigured = Signal(str)
    ended = Signal(int)
    _brought = Signal(object)

    def __init__(
        self,
        settings: Settings,
        screens: Screens,
        beat: Callable[[str], None] = _unwatched,
        now: Callable[[], datetime] = _local,
        crashes: int = 0,
    ) -> None:
        super().__init__()
        self.screens = screens
        self._beat = beat
        self._now = now
        self._data_dir = settings.data_dir
        credentials.load(settings.data_dir)
        words = Words.load(ui.TRANSLATIONS)
        self._catalogues = CatalogueWatch(settings.data_dir, apart(settings.data_dir), self._brought.emit)
        self._in_use = self._catalogues.begin()
        self._next: InUse | None = None
        self._outbox = Outbox.open(settings.data_dir)
        self.audit = Audit(settings.data_dir, "screens", AUDIT_SETTLES)
        self.audit.note(AuditEvent.TERMINAL_STARTED, version=catalogue_verdicts.program(), crashes=crashes)
        self._tally = ScreensTally(settings.data_dir, catalogue_verdicts.program(), crashed=crashes > 0)
        self._presence = Presence(settings.data_dir)
        self._mailbox = Mailbox()
        devices = settings.devices
        self._reader = self._host("id_card_reader", devices.id_card_reader, device_drivers.id_card_reader)
        self._scanner = self._host("document_scanner", devices.document_scanner, device_drivers.document_scanner)
        self._printer = self._host("receipt_printer", devices.receipt_printer, device_drivers.receipt_printer)
        self.shell = self._shell(settings, words)
        self._say_catalogue()
        self._mailbox.happened.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._mailbox.frame.connect(self._show_frame, Qt.ConnectionType.QueuedConnection)
        self._brought.connect(self._keep_catalogue, Qt.ConnectionType.QueuedConnection)
        screens.intent.connect(self._intent)
        screens.stirred.connect(self._stirred)
        screens.turned.connect(self._turned)
        self._last_tick = self._last_look = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(int(TICK * 1000))

    def _shell(self, settings: Settings, words: Words) -> Shell:
        def connect() -> Client:
            return _client(settings)

        screen = AudibleScreens(self.screens, volume=settings.sound.volume / 100, cues=settings.sound.cues)
        return Shell(
            Parts(
                catalogue=self._in_use.catalogue,
                words=words,
                station=settings.station.name,
                reader=self._reader,
                scanner=self._scanner,
                printer=self._printer,
                desk=OutboxDesk(self._outbox, Place(settings.station.area, settings.station.place)),
                cases=CityDesk(self._outbox, connect),
                shared=SharedDesk(connect),
                answers=AnswerDesk(self._outbox, connect),
                screen=screen,
                show_frame=self._mailbox.offer,
                post=self._mailbox.post,
                now=self._now,
                note=self._note,
                scanned=self._tally.scanned,
                paper_low=self._tally.paper_low,
                staff=Means(
                    check_pin=StaffPin(settings.data_dir).check,
                    shelf=StaffDesk(self._outbox, settings.data_dir, connect, lambda: _witness(self.audit)),
                    data_dir=settings.data_dir,
                    volume=settings.sound.volume,
                    set_volume=lambda percent: screen.set_volume(percent / 100),
                    try_sound=screen.try_sound,
                    cards=StaffCards(settings.data_dir) if settings.staff.card_required else None,
                    begin_anew=lambda what: self._begin_anew(what, settings.staff.reboot_command),
                ),
                still=not settings.screen.motion,
                helper=helper(settings.station),
                hearing=Hearing(settings.sound.speech, settings.sound.private_aloud),
            )
        )

    def _begin_anew(self, what: Restart, reboot: tuple[str, ...]) -> bool:
        """Whether it is under way: the program ends to be started again, or the machine was told to restart."""
        if what is Restart.APPLICATION:
            self.ended.emit(Exit.AGAIN)
            return True
        return bool(reboot) and _ran(reboot)

    def _host(self, name: str, settings: DeviceSettings | None, make: Callable[[DeviceSettings], D]) -> DeviceHost[D]:
        def made(settings: DeviceSettings) -> D:
            try:
                return make(settings)
            except DriverError as error:
                self.audit.note(AuditEvent.DRIVER_REFUSED, device=name)
                self.misconfigured.emit(str(error))
                raise DeviceError(ErrorCode.INVALID, "the driver cannot be made") from None

        return DeviceHost(name, None if settings is None else lambda: made(settings))

    def _note(self, event: AuditEvent, /, **fields: Value) -> None:
        """See kiosk.audit.Note."""
        self.audit.note(event, **fields)
        self._tally.note(event, **fields)

    @Slot(float)
    def _turned(self, seconds: float) -> None:
        self._tally.turned(seconds)

    @Slot(int, object)
    def _deliver(self, serial: int, event: Event) -> None:
        self.shell.handle(serial, event)

    @Slot(str, str)
    def _intent(self, name: str, value: str) -> None:
        self.shell.intent(name, value)
        self._presence.tell(not self.shell.at_rest)

    @Slot()
    def _stirred(self) -> None:
        self.shell.intent(Intent.STIR, "")

    @Slot()
    def _show_frame(self) -> None:
        frame = self._mailbox.take()
        # a frame that was under way when its page was left shows a paper of someone who may be gone
        if frame is not None and isinstance(self.shell.page.body, ScanBody):
            self.screens.show_frame(frame.image, frame.corners)

    @Slot()
    def _tick(self) -> None:
        now = time.monotonic()
        passed, self._last_tick = now - self._last_tick, now
        self.shell.pass_time(passed)
        self._presence.tell(not self.shell.at_rest)
        self._beat(self._standing())
        self._change_catalogue()
        if now - self._last_look >= LOOK_AROUND:
            self._last_look = now
            self.look_for_catalogue()
            threading.Thread(target=self._tally.leave, name="tally", daemon=True).start()

    def _standing(self) -> str:
        out = ", ".join(self.shell.out)
        return ("at rest" if self.shell.at_rest else "serves someone") + (f"; out of service: {out}" if out else "")

    def look_for_catalogue(self) -> None:
        """Have read what the agent has brought meanwhile, unless someone is here; it is taken up once nobody is."""
        if self.shell.at_rest:
            self._catalogues.look()

    @Slot(object)
    def _keep_catalogue(self, found: InUse) -> None:
        self._next = found
        self._change_catalogue()

    def _change_catalogue(self) -> None:
        if self._next is None or not self.shell.at_rest:
            return
        self._in_use, self._next = self._next, None
        self.shell.take_up(self._in_use.catalogue)
        self._say_catalogue()

    def _say_catalogue(self) -> None:
        sys.stderr.write(f"{self._in_use.note()}\n")
        used = self._in_use
        self.audit.note(AuditEvent.CATALOGUE_TAKEN_UP, version=used.version, services=len(used.catalogue))
        for version, _ in used.passed_over:
            self.audit.note(AuditEvent.CATALOGUE_PASSED_OVER, version=version)
        # a full disk must not keep the screens from saying so
        with suppress(OutboxError):
            self._outbox.notes.note_catalogue(self._in_use.version)
            self._outbox.notes.note_device("screens", "online", "")

    def close(self) -> None:
        """End devices, outbox and window."""
        self._timer.stop()
        self.shell.end()
        self._presence.tell(False)
        self._tally.leave()
        for host in (self._reader, self._scanner, self._printer):
            host.close()
        self.screens.close()
        self._outbox.close()
        self.audit.note(AuditEvent.TERMINAL_ENDED)
        self.audit.close()


def _client(settings: Settings) -> Client:
    """The city as this terminal, with the keys of today. Raises OutboxError."""
    from offline_queue.client import Client

    city = settings.intake
    return Client(city.url, city.ca_file, credentials.load(settings.data_dir), identity=city.identity)


def _witness(audit: Audit) -> Witness:
    """What tells the audit log of submissions."""
    from kiosk.audit_witness import AuditWitness

    return AuditWitness(audit)


def _ran(command: tuple[str, ...]) -> bool:
    """Whether a command of the settings did what it does."""
    try:
        return subprocess.run(command, capture_output=True, timeout=COMMAND_WAIT, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def helper(station: StationSettings) -> Helper:
    """Who helps at a station."""
    return Helper(
        station.helper,
        station.hours,
        station.hours_en,
        station.phone,
        station.answer_days,
        station.elsewhere,
        station.elsewhere_en,
    )
