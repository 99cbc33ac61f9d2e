"""Where a resident of a soak stands: a real shell, queue and city; devices behind wires, or doubles; no screen."""

from __future__ import annotations

import contextlib
import queue
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Protocol

from config.catalogue import Catalogue
from config.settings import Settings
from drivers.document_scanner.camera import CameraScanner
from drivers.document_scanner.page import PreviewFrame
from drivers.id_card_reader.card import IdCard
from drivers.id_card_reader.samv import SamvReader
from drivers.receipt_printer.escpos import EscposPrinter
from kiosk.answer_desk import AnswerDesk
from kiosk.audit.recorder import Audit
from kiosk.case_desk import CityDesk
from kiosk.desk import OutboxDesk, Place
from kiosk.device_host import DeviceHost
from kiosk.form import Filled
from kiosk.page import Page
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.soak_doubles import DoubleHand
from kiosk.rehearsal.soak_plan import Planned, Trouble
from kiosk.rehearsal.soak_proofs import Ledger
from kiosk.rehearsal.soak_wires import WireHand
from kiosk.shared_desk import SharedDesk
from kiosk.shell import Parts, Shell
from kiosk.staff.deeds import Means
from kiosk.staff.desk import StaffDesk
from kiosk.staff.pin import StaffPin
from kiosk.visit import events as ev
from kiosk.words import Words
from offline_queue import credentials
from offline_queue.client import Client
from offline_queue.outbox import Outbox

DEVICE_WAIT = 3.0
"""Real seconds for a device, the disk or the city to answer; then the resident tries something else."""


class Hand(Protocol):
    """What lays cards and papers, and breaks devices."""

    def lay_card(self, person: IdCard) -> None: ...

    def take_card(self) -> None: ...

    def lay_paper(self, plan: Planned, number: int) -> None: ...

    def trouble(self, trouble: Trouble) -> None: ...

    def mend(self) -> None: ...


class Stand:
    """A shell, what its devices and its disk answered, and the hand at its devices."""

    def __init__(self, make: Callable[[Callable[[int, ev.Event], None]], Shell], hand: Hand) -> None:
        self._inbox: queue.SimpleQueue[tuple[int, ev.Event]] = queue.SimpleQueue()
        self.hand = hand
        self.sealed: list[str] = []
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
                    self.sealed += [submission for submission, _ in event.kept]
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

    def pass_time(self, seconds: float) -> None:
        """Time of the visit's own goes by."""
        self.shell.pass_time(seconds)
        self.deliver()


class LedgerDesk(OutboxDesk):
    """The desk of the terminal, which writes down what it kept."""

    def __init__(self, outbox: Outbox, place: Place, ledger: Ledger) -> None:
        super().__init__(outbox, place)
        self._ledger = ledger

    def submit_all(self, forms: Sequence[Filled], now: datetime) -> tuple[tuple[str, str], ...]:
        """See kiosk.shell.Desk."""
        kept = super().submit_all(forms, now)
        self._ledger.kept([submission for submission, _ in kept], forms)
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
    bench: Bench,
    settings: Settings,
    outbox: Outbox,
    desk: OutboxDesk,
    audit: Audit,
    catalogue: Catalogue,
    words: Words,
    ends: contextlib.ExitStack,
) -> dict[bool, Stand]:
    """A shell over the wires of `bench` (True) and one with doubles (False), both at one queue; `ends` closes them."""

    def connect() -> Client:
        city = settings.intake
        return Client(city.url, city.ca_file, credentials.load(settings.data_dir), identity=city.identity)

    doubles, answers = DoubleHand(), AnswerDesk(outbox, connect)
    hosts: dict[bool, tuple[DeviceHost[Any], ...]] = {
        True: (
            DeviceHost("reader", lambda: SamvReader(bench.reader.url)),
            DeviceHost("scanner", lambda: CameraScanner(bench.camera.url)),
            DeviceHost("printer", lambda: EscposPrinter(bench.printer.url)),
        ),
        False: (
            DeviceHost("reader", lambda: doubles.reader),
            DeviceHost("scanner", lambda: doubles.scanner),
            DeviceHost("printer", lambda: doubles.printer),
        ),
    }

    def shell(real: bool, post: Callable[[int, ev.Event], None]) -> Shell:
        reader, scanner, printer = hosts[real]
        for host in hosts[real]:
            ends.callback(host.close)
        return Shell(
            Parts(
                catalogue=catalogue,
                words=words,
                station=settings.station.name,
                reader=reader,
                scanner=scanner,
                printer=printer,
                desk=desk,
                cases=CityDesk(outbox, connect),
                shared=SharedDesk(connect),
                answers=answers,
                screen=_Screen(),
                show_frame=_unseen,
                post=post,
                now=lambda: datetime.now().astimezone(),
                note=audit.note,
                staff=Means(
                    check_pin=StaffPin(settings.data_dir).check,
                    shelf=StaffDesk(outbox, settings.data_dir),
                    data_dir=settings.data_dir,
                    volume=0,
                    set_volume=lambda _: None,
                    begin_anew=lambda _: False,
                ),
            )
        )

    return {
        True: Stand(lambda post: shell(True, post), WireHand(bench)),
        False: Stand(lambda post: shell(False, post), doubles),
    }
