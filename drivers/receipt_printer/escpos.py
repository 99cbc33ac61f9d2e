"""Driver `escpos`: receipt printers that speak ESC/POS, on TCP, a serial port or a kernel printer device."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Self

from drivers.model import CancelToken, Capabilities, DeviceError, ErrorCode, Health, Status
from drivers.receipt_printer import escpos_wire as wire
from drivers.receipt_printer.slip import PrintOutcome, SlipElement
from drivers.receipt_printer.transport import Transport, connect

LOOK_AGAIN = 1.0
"""Seconds without an answer from behind the job, until the printer is asked what holds it up."""

LOOKS = 6
"""How often: a printer that is well and has not answered by then does not know the query."""

LONGEST_LOOK = 50
"""Bytes of noise that are read through at most while waiting for one status byte."""


class EscposPrinter:
    """A printer at `socket://host:port`, `/dev/ttyUSB0` or `/dev/usb/lp0`; `dots` across the paper (576: 80 mm)."""

    def __init__(self, port: str, dots: int = 576) -> None:
        self._url = port
        self._dots = dots
        self._line: Transport | None = None
        self._dirty = False

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def open(self) -> None:
        """Connect. Raises DeviceError NO_DEVICE, INVALID."""
        if self._line is None:
            self._line = connect(self._url)

    def close(self) -> None:
        """Disconnect, so that another program may print; may be called twice."""
        line, self._line = self._line, None
        if line is not None:
            line.close()

    def capabilities(self) -> Capabilities:
        """Width of the paper in dots and columns."""
        return Capabilities("ESC/POS", {"dots": self._dots, "columns": self._dots // wire.COLUMN})

    def status(self) -> Health:
        """The four real-time status bytes in words; silence is UNKNOWN."""
        try:
            return self._health()
        except DeviceError as error:
            return Health(Status.NO_DEVICE, error.code)

    def print_slip(self, slip: Sequence[SlipElement], timeout: float, cancel: CancelToken) -> PrintOutcome:
        """Print and cut; see drivers.model.ReceiptPrinter."""
        end = time.monotonic() + timeout
        health = self._health()
        if health.status not in (Status.ONLINE, Status.UNKNOWN):
            raise DeviceError(health.error or ErrorCode.OFFLINE, "the printer is not ready")
        if self._dirty:
            self._send(wire.CLEAR)
        self._dirty = True
        for chunk in wire.job(slip, self._dots):
            cancel.raise_if_cancelled()
            if time.monotonic() > end:
                raise DeviceError(ErrorCode.TIMEOUT, "the printer took the slip too slowly")
            self._send(chunk)
        outcome = self._confirmed(end, cancel)
        self._dirty = outcome is not PrintOutcome.PRINTED
        return outcome

    def _confirmed(self, end: float, cancel: CancelToken) -> PrintOutcome:
        self._send(wire.FENCE)
        for _ in range(LOOKS):
            cancel.raise_if_cancelled()
            if any(wire.is_fence(byte) for byte in self._receive(min(LOOK_AGAIN, max(end - time.monotonic(), 0.0)))):
                return PrintOutcome.PRINTED
            health = self._health()
            if health.status is Status.UNKNOWN:
                break
            if health.error is not None:
                raise DeviceError(health.error, "the printer stopped before the slip was whole")
        return PrintOutcome.UNKNOWN

    def _health(self) -> Health:
        line = self._opened()
        self._receive(0.0)
        answers: dict[int, int] = {}
        for n in (1, 2, 3, 4):
            self._send(wire.query(n))
            answer = self._status_byte(line.answer_wait)
            if answer is None and not answers:
                break
            if answer is not None:
                answers[n] = answer
        return wire.health(answers)

    def _status_byte(self, wait: float) -> int | None:
        end = time.monotonic() + wait
        for _ in range(LONGEST_LOOK):
            left = end - time.monotonic()
            if left <= 0:
                break
            found = [byte for byte in self._receive(left) if wire.is_status(byte)]
            if found:
                return found[0]
        return None

    def _opened(self) -> Transport:
        if self._line is None:
            raise DeviceError(ErrorCode.NOT_OPEN, "the printer is not open")
        return self._line

    def _send(self, data: bytes) -> None:
        try:
            self._opened().send(data)
        except TimeoutError:
            raise DeviceError(ErrorCode.TIMEOUT, "the printer takes no more data") from None
        except OSError:
            raise DeviceError(ErrorCode.NO_DEVICE, f"the line to the printer at {self._url} broke") from None

    def _receive(self, wait: float) -> bytes:
        try:
            return self._opened().receive(wait)
        except OSError:
            raise DeviceError(ErrorCode.NO_DEVICE, f"the line to the printer at {self._url} broke") from None
