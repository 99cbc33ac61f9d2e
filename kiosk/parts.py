"""What a shell works with: catalogue, devices, desks, screen, and whoever is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from config.catalogue import Catalogue
from drivers.document_scanner.page import PreviewFrame
from drivers.model import DocumentScanner, IdCardReader, ReceiptPrinter
from kiosk.audit import Note, unnoted
from kiosk.case_jobs import CaseDesk
from kiosk.city_jobs import Answering, Asking
from kiosk.clerk import LetterDesk
from kiosk.device_host import DeviceHost
from kiosk.form import Filled
from kiosk.page import Page
from kiosk.pages.outlook import Outlook
from kiosk.pages.scene import IN_THE_OPEN, UNNAMED, Hearing, Helper
from kiosk.staff.means import Lit, Means
from kiosk.visit import events as ev
from kiosk.words import Words


class Desk(LetterDesk, Lit, Protocol):
    """Where applications and letters are handed in: durable before `submit` returns."""

    def submit_all(self, forms: Sequence[Filled], now: datetime) -> tuple[tuple[str, str], ...]:
        """Submission id and offline number of each; all of them are kept, or none."""

    def has_room(self) -> bool:
        """Whether another application can be kept."""

    def outlook(self, now: datetime) -> Outlook:
        """How line and queue stand, and what the city publishes. Never raises."""

    def scan_bytes(self) -> tuple[int, int]:
        """Bytes that one paper with all its pages, and all papers together, may have."""

    def note_device(self, name: str, status: str, error: str) -> None:
        """Keep how a device is, for the city's list of terminals. From any thread; never raises."""


class Screen(Protocol):
    """What shows pages."""

    def show(self, page: Page) -> None:
        """Show a page."""

    def forget(self) -> None:
        """Drop everything that was shown or typed."""


def _uncounted(_: float) -> None:
    """Nobody counts."""


@dataclass(frozen=True)
class Parts:
    """What a shell works with. `scanned` is told how many seconds a page took, `paper_low` whether the slip printer's
    paper is near its end; both from any thread.
    """

    catalogue: Catalogue
    words: Words
    station: str
    reader: DeviceHost[IdCardReader]
    scanner: DeviceHost[DocumentScanner]
    printer: DeviceHost[ReceiptPrinter]
    desk: Desk
    cases: CaseDesk
    shared: Asking
    answers: Answering
    screen: Screen
    show_frame: Callable[[PreviewFrame], None]
    post: Callable[[int, ev.Event], None]
    now: Callable[[], datetime]
    staff: Means
    note: Note = unnoted
    scanned: Callable[[float], None] = _uncounted
    paper_low: Callable[[bool], None] = _uncounted
    still: bool = False
    helper: Helper = UNNAMED
    hearing: Hearing = IN_THE_OPEN
