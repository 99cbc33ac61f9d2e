"""Doubles of the three drivers for a soak: they answer in milliseconds what a hand does to them, and fail when told."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Self

import numpy as np
from PIL import Image

from drivers.document_scanner.page import Capture, PreviewFrame
from drivers.id_card_reader.card import IdCard
from drivers.model import CancelToken, Capabilities, DeviceError, ErrorCode, Health, Status
from drivers.receipt_printer.slip import PrintOutcome, SlipElement, Taken
from kiosk.rehearsal.soak.plan import Planned, Trouble

LOOK = 0.004
"""Seconds between two looks of a double at what lies on it."""

LARGE = 320 << 10
LARGE_EVERY = 8
"""Bytes of every so manieth paper: more than the queue keeps in a row, so that files beside it are written too."""

_SEGMENT = 65_000
_SIZE = (1200, 1700)


class _Double:
    """What the three share. `error` is raised by the next deed, again and again while `lasting`."""

    def __init__(self) -> None:
        self.error: ErrorCode | None = None
        self.lasting = False

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def open(self) -> None:
        """See drivers.model.Device."""
        if self.lasting and self.error is ErrorCode.NO_ANSWER:
            raise DeviceError(ErrorCode.NO_DEVICE, "nothing is plugged in")

    def close(self) -> None:
        """See drivers.model.Device."""

    def status(self) -> Health:
        """See drivers.model.Device."""
        return Health(Status.OFFLINE, self.error) if self.lasting else Health(Status.ONLINE)

    def capabilities(self) -> Capabilities:
        """See drivers.model.Device."""
        return Capabilities("double", {"live": True, "removal": True, "confirms": True})

    def counters(self) -> Mapping[str, int]:
        """See drivers.model.Device."""
        return {}

    def fails(self) -> None:
        """Raise what was set."""
        error = self.error
        if not self.lasting:
            self.error = None
        if error is not None:
            raise DeviceError(error, "as the plan says")


class CardReader(_Double):
    """Reads the `card` that lies on it."""

    def __init__(self) -> None:
        super().__init__()
        self.card: IdCard | None = None

    def read_card(self, timeout: float, cancel: CancelToken, seen: Callable[[], None] = lambda: None) -> IdCard:
        """See drivers.model.IdCardReader."""
        for _ in range(int(timeout / LOOK)):
            self.fails()
            if (card := self.card) is not None:
                seen()
                return card
            cancel.wait(LOOK)
            cancel.raise_if_cancelled()
        raise DeviceError(ErrorCode.NO_CARD, "no card came")

    def wait_removed(self, timeout: float, cancel: CancelToken) -> bool:
        """See drivers.model.IdCardReader."""
        for _ in range(int(timeout / LOOK)):
            if self.card is None:
                return True
            cancel.wait(LOOK)
            cancel.raise_if_cancelled()
        return False


class Scanner(_Double):
    """Takes the `paper` that lies under it."""

    def __init__(self) -> None:
        super().__init__()
        self.paper: bytes | None = None
        self._frame = PreviewFrame(np.zeros((4, 4, 3), np.uint8), None)

    def preview(self, cancel: CancelToken) -> Iterator[PreviewFrame]:
        """See drivers.model.DocumentScanner."""
        while not cancel.wait(LOOK):
            if self.lasting:
                self.fails()
            yield self._frame

    def capture(self, timeout: float, cancel: CancelToken) -> Capture:
        """See drivers.model.DocumentScanner."""
        del timeout, cancel
        self.fails()
        return Capture(_SIZE, None, (), 1.0, (), self.paper)


class Printer(_Double):
    """Prints into nothing; once it is `unsure` whether it did."""

    def __init__(self) -> None:
        super().__init__()
        self.unsure = False

    def print_slip(self, slip: Sequence[SlipElement], timeout: float, cancel: CancelToken) -> PrintOutcome:
        """See drivers.model.ReceiptPrinter."""
        del slip, timeout, cancel
        self.fails()
        return PrintOutcome.UNKNOWN if self.unsure else PrintOutcome.PRINTED

    def wait_taken(self, timeout: float, cancel: CancelToken) -> Taken:
        """See drivers.model.ReceiptPrinter."""
        del timeout, cancel
        return Taken.TAKEN


class DoubleHand:
    """The hand of residents and of those who pull plugs, at the doubles."""

    def __init__(self) -> None:
        self.reader, self.scanner, self.printer = CardReader(), Scanner(), Printer()

    def lay_card(self, person: IdCard) -> None:
        """Lay a card on the reader."""
        self.reader.card = person

    def take_card(self) -> None:
        """Take it away."""
        self.reader.card = None

    def lay_paper(self, plan: Planned, number: int) -> None:
        """Lay the n-th paper of a visit under the scanner."""
        self.scanner.paper = _paper(plan, number)

    def trouble(self, trouble: Trouble) -> None:
        """Break something."""
        match trouble:
            case Trouble.CARD_MOVED:
                self.reader.error = ErrorCode.CARD_MOVED
            case Trouble.CARD_REJECTED:
                self.reader.error = ErrorCode.CARD_REJECTED
            case Trouble.READER_LOST:
                self.reader.error, self.reader.lasting = ErrorCode.NO_ANSWER, True
            case Trouble.NO_PAGE:
                self.scanner.error = ErrorCode.NO_PAGE
            case Trouble.SCANNER_LOST:
                self.scanner.error, self.scanner.lasting = ErrorCode.NO_PICTURE, True
            case Trouble.PRINTER_UNSURE:
                self.printer.unsure = True
            case Trouble.PRINTER_OUT:
                self.printer.error, self.printer.lasting = ErrorCode.PAPER_OUT, True

    def mend(self) -> None:
        """Everything as it should be."""
        self.printer.unsure = False
        for device in (self.reader, self.scanner, self.printer):
            device.lasting, device.error = False, None


def _blank() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (120, 170), (220, 220, 200)).save(out, "JPEG")
    return out.getvalue()


_BLANK = _blank()


def _paper(plan: Planned, number: int) -> bytes:
    """A picture that says in a comment whose it is, so that it is one of a kind, and found where it must not lie."""
    said = f"{plan.person.id_number} {plan.person.name} {number}".encode()
    large = plan.seed % LARGE_EVERY == 0
    comments = [said, *([said.ljust(_SEGMENT)] * (LARGE // _SEGMENT + 1) if large else [])]
    return _BLANK[:2] + b"".join(b"\xff\xfe" + (len(it) + 2).to_bytes(2) + it for it in comments) + _BLANK[2:]
