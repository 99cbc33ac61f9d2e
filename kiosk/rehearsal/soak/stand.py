"""Where a resident of a soak stands: a real shell, queue and city; devices behind wires, or doubles; no screen."""

from __future__ import annotations

import contextlib
import itertools
import os
import queue
import signal
import threading
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar

from config.catalogue import Catalogue
from config.settings import DeviceSettings, Settings
from drivers.document_scanner.page import PreviewFrame
from drivers.id_card_reader.card import IdCard
from drivers.model import Device
from kiosk import device_drivers
from kiosk.answer_desk import AnswerDesk
from kiosk.audit.recorder import Audit
from kiosk.audit_witness import AuditWitness
from kiosk.case_desk import CityDesk
from kiosk.desk import OutboxDesk, Place
from kiosk.device_host import DeviceHost
from kiosk.form import Filled
from kiosk.page import Page
from kiosk.parts import Parts
from kiosk.rehearsal.soak.doubles import DoubleHand
from kiosk.rehearsal.soak.plan import Planned, Trouble
from kiosk.rehearsal.soak.proofs import digest
from kiosk.shared_desk import SharedDesk
from kiosk.shell import Shell
from kiosk.staff.desk import StaffDesk
from kiosk.staff.means import Means
from kiosk.staff.pin import StaffPin
from kiosk.visit import events as ev
from kiosk.words import Words
from offline_queue import credentials
from offline_queue.client import Client
from offline_queue.outbox import Outbox

D = TypeVar("D", bound=Device)

DEVICE_WAIT = 3.0
"""Real seconds for a device, the disk or the city to answer; then the resident tries something else."""


class Say(Protocol):
    """Tells whoever watches over the soak. From any thread."""

    def __call__(self, **told: object) -> None: ...


class Hand(Protocol):
    """What lays cards and papers, and breaks devices."""

    def lay_card(self, person: IdCard) -> None: ...

    def take_card(self) -> None: ...

    def lay_paper(self, plan: Planned, number: int) -> None: ...

    def trouble(self, trouble: Trouble) -> None: ...

    def mend(self) -> None: ...


class Stand:
    """A shell, how often its disk has kept something, and the hand at its devices."""

    def __init__(self, make: Callable[[Callable[[int, ev.Event], None]], Shell], hand: Hand, say: Say) -> None:
        self._say = say
        self._inbox: queue.SimpleQueue[tuple[int, ev.Event]] = queue.SimpleQueue()
        self.hand = hand
        self.sealed = 0
        self.card_there = False
        self.shell = make(lambda serial, event: self._inbox.put((serial, event)))

    @property
    def name(self) -> str:
        """The page now shown."""
        return self.shell.page.name

    def deliver(self, wait: float = 0.0) -> None:
        """Hand the shell what came in; wait so many seconds for the first of it."""
        try:
            serial, event = self._inbox.get(timeout=wait) if wait else self._inbox.get_nowait()
            while True:
                if isinstance(event, ev.Sealed):
                    self.sealed += 1
                    self._say(told=[submission for submission, _ in event.kept])
                if isinstance(event, ev.CardRead | ev.CardTaken):
                    self.card_there = isinstance(event, ev.CardRead)
                self.shell.handle(serial, event)
                serial, event = self._inbox.get_nowait()
        except queue.Empty:
            return

    def until(self, condition: Callable[[], bool], seconds: float = DEVICE_WAIT) -> bool:
        """Deliver until the condition holds (True), or so many real seconds are over."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                return False
            self.deliver(0.02)
        return True

    def noticed(self) -> None:
        """The card was taken; wait until the reader has noticed, which in life it has before anybody else comes."""
        self.until(lambda: not self.card_there, 2.0)
        self.card_there = False

    def refused(self) -> None:
        """Say that a full disk has kept nothing, which the page told."""
        self._say(refused=True)

    def die(self, page: str, seconds: float = 0.0) -> None:
        """Have this process killed, as a power cut would, at once or so many seconds later; first it says where."""
        self._say(dying=page)
        if seconds:
            threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGKILL)).start()
        else:
            os.kill(os.getpid(), signal.SIGKILL)

    def pass_time(self, seconds: float) -> None:
        """Time of the visit's own goes by."""
        self.shell.pass_time(seconds)
        self.deliver()


_NOTHING: tuple[tuple[str, str], ...] = ()


class WatchedDesk(OutboxDesk):
    """The desk of the terminal; `say` hears what it is to keep before it does, and what it has kept."""

    def __init__(self, outbox: Outbox, place: Place, say: Say) -> None:
        super().__init__(outbox, place)
        self._say = say
        self._numbers = itertools.count()

    def submit_all(self, forms: Sequence[Filled], now: datetime) -> tuple[tuple[str, str], ...]:
        """See kiosk.shell.Desk."""
        number, kept = next(self._numbers), _NOTHING
        self._say(begun=number, digests=[digest(form, [scan.data for scan in scans]) for form, scans in forms])
        try:
            kept = super().submit_all(forms, now)
        finally:
            self._say(ended=number, kept=[submission for submission, _ in kept])
        return kept


class _Screen:
    """No screen: a page is a value, and each was made."""

    def show(self, page: Page) -> None:
        """See kiosk.shell.Screen."""

    def forget(self) -> None:
        """See kiosk.shell.Screen."""


def _unseen(frame: PreviewFrame) -> None:
    """Nobody looks."""
    del frame


def stands_at(
    settings: Settings, catalogue: Catalogue, words: Words, say: Say, hand: Hand, ends: contextlib.ExitStack
) -> dict[bool, Stand]:
    """A shell over the wires that `settings` name, worked by `hand` (True), and one with doubles (False), both at one
    queue; `ends` closes them."""

    def connect() -> Client:
        city = settings.intake
        return Client(city.url, city.ca_file, credentials.load(settings.data_dir), identity=city.identity)

    outbox = ends.enter_context(Outbox.open(settings.data_dir))
    audit = ends.enter_context(Audit(settings.data_dir, "screens"))
    doubles = DoubleHand()
    wired = settings.devices
    hosts: dict[bool, tuple[DeviceHost[Any], ...]] = {
        True: (
            DeviceHost("reader", _made(device_drivers.id_card_reader, wired.id_card_reader)),
            DeviceHost("scanner", _made(device_drivers.document_scanner, wired.document_scanner)),
            DeviceHost("printer", _made(device_drivers.receipt_printer, wired.receipt_printer)),
        ),
        False: (
            DeviceHost("reader", lambda: doubles.reader),
            DeviceHost("scanner", lambda: doubles.scanner),
            DeviceHost("printer", lambda: doubles.printer),
        ),
    }
    for host in (*hosts[True], *hosts[False]):
        ends.callback(host.close)

    def shell(real: bool, post: Callable[[int, ev.Event], None]) -> Shell:
        reader, scanner, printer = hosts[real]
        return Shell(
            Parts(
                catalogue=catalogue,
                words=words,
                station=settings.station.name,
                reader=reader,
                scanner=scanner,
                printer=printer,
                desk=WatchedDesk(outbox, Place(settings.station.area), say),
                cases=CityDesk(outbox, connect),
                shared=SharedDesk(connect),
                answers=AnswerDesk(outbox, connect),
                screen=_Screen(),
                show_frame=_unseen,
                post=post,
                now=lambda: datetime.now().astimezone(),
                note=audit.note,
                staff=Means(
                    check_pin=StaffPin(settings.data_dir).check,
                    shelf=StaffDesk(outbox, settings.data_dir, connect, lambda: AuditWitness(audit)),
                    data_dir=settings.data_dir,
                    volume=0,
                    set_volume=lambda _: None,
                    try_sound=lambda _language, _sentence: False,
                    begin_anew=lambda _: False,
                ),
            )
        )

    return {
        True: Stand(lambda post: shell(True, post), hand, say),
        False: Stand(lambda post: shell(False, post), doubles, say),
    }


def _made(make: Callable[[DeviceSettings], D], settings: DeviceSettings | None) -> Callable[[], D] | None:
    return None if settings is None else lambda: make(settings)
