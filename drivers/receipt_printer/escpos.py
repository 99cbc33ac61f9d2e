"""Driver `escpos`: receipt printers that speak ESC/POS, on TCP, a serial port, USB, a kernel device or a file.

A job ends exactly once. Printed: an answer came from behind it. Not printed: an error is raised, and what the printer
had taken is cancelled at once, so that it never comes out for someone else. Otherwise unknown, and it says so.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Self

from drivers.model import CancelToken, Capabilities, DeviceError, ErrorCode, Health, Status
from drivers.receipt_printer import escpos_status as said
from drivers.receipt_printer import escpos_wire as wire
from drivers.receipt_printer.profiles import PROFILES, Presenter
from drivers.receipt_printer.slip import PrintOutcome, SlipElement, Taken
from drivers.receipt_printer.transport import Transport, connect

LOOK_AGAIN = 1.0
"""Seconds without an answer from behind the job, until the printer is asked what holds it up."""

LOOKS = 6
"""How often: a printer that is well and has not answered by then does not know the query."""

OUTLET_LOOK = 0.3
"""Seconds between two looks at the slip in the slot."""

LONGEST_LOOK = 50
"""Pieces of noise that are read through at most while waiting for one answer."""

DOTS_PER_MM = 8
"""203 dpi; only for the estimate of paper used."""


class EscposPrinter:
    """A printer at `socket://host:port`, `/dev/ttyUSB0`, `usb://0dd4:015d`, `/dev/usb/lp0` or `file:///path`.

    `dots` across the paper (576: 80 mm); `model` names its family (see drivers.receipt_printer.profiles).
    """

    def __init__(self, port: str, dots: int = 576, model: str = "generic", baud: int = 115200) -> None:
        self._url = port
        self._dots = dots
        self._model = model
        self._baud = baud
        self._profile = PROFILES.get(model, PROFILES["generic"])
        self._line: Transport | None = None
        self._listener = said.Listener()
        self._torn = False
        self._flushed = False
        self._counters: Counter[str] = Counter()

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def open(self) -> None:
        """Connect. Raises DeviceError NO_DEVICE, INVALID."""
        if self._model not in PROFILES:
            raise DeviceError(ErrorCode.INVALID, f"model {self._model!r} is none of: {', '.join(sorted(PROFILES))}")
        if self._line is None:
            self._line = connect(self._url, self._baud)
            self._listener.reset()
            self._flushed = False

    def close(self) -> None:
        """Disconnect, so that another program may print; may be called twice."""
        line, self._line = self._line, None
        if line is not None:
            line.close()

    def capabilities(self) -> Capabilities:
        """Width of the paper, and what the family can tell and move."""
        slot = self._profile.presenter is not None
        features: dict[str, int | bool | str] = {"dots": self._dots, "columns": self._dots // wire.COLUMN}
        return Capabilities(
            f"ESC/POS {self._model}", features | {"confirms": True, "taken_sensor": slot, "retract": slot}
        )

    def counters(self) -> Mapping[str, int]:
        """Slips, cuts, retracts; paper in millimetres is an estimate from the lines sent."""
        return dict(self._counters)

    def status(self) -> Health:
        """The status bytes in words; silence is UNKNOWN, and no trouble where nothing can be said.

        A slip that was torn off in its middle is cut off first.
        """
        try:
            health = self._health()
            if self._torn and health.status is Status.ONLINE:
                self._tidy()
            return health
        except DeviceError as error:
            return Health(Status.NO_DEVICE, error.code)

    def print_slip(self, slip: Sequence[SlipElement], timeout: float, cancel: CancelToken) -> PrintOutcome:
        """Print and cut; see drivers.model.ReceiptPrinter."""
        end = time.monotonic() + timeout
        health = self._health()
        if health.status is Status.UNKNOWN and not self._flushed:
            # silence may be half a picture of an earlier job, which swallows every question
            self._send(wire.FLUSH + wire.CANCEL)
            self._flushed = True
            health = self._health()
        if health.status not in (Status.ONLINE, Status.UNKNOWN):
            raise DeviceError(health.error or ErrorCode.OFFLINE, "the printer is not ready")
        cancel.raise_if_cancelled()
        if "slip_waiting" in health.warnings:
            self._clear_slot()
        self._send(wire.CANCEL)
        if self._torn:
            self._tidy()
        try:
            outcome = self._print(slip, end, cancel)
        except DeviceError:
            self._abandon()
            raise
        self._counters["slips"] += 1
        self._counters["cuts"] += 1
        return outcome

    def wait_taken(self, timeout: float, cancel: CancelToken) -> Taken:
        """Watch the slot, then draw the slip back; see drivers.model.ReceiptPrinter."""
        presenter = self._profile.presenter
        if presenter is None:
            return Taken.UNKNOWN
        end = time.monotonic() + timeout
        while "slip_waiting" in self._slot(presenter).warnings:
            left = end - time.monotonic()
            if left <= 0:
                self._clear_slot()
                return Taken.RETRACTED
            cancel.wait(min(OUTLET_LOOK, left))
            cancel.raise_if_cancelled()
        return Taken.TAKEN

    def _print(self, slip: Sequence[SlipElement], end: float, cancel: CancelToken) -> PrintOutcome:
        if self._profile.automatic_status:
            self._send(wire.AUTOMATIC_STATUS)
        self._torn = True
        for chunk in wire.job(slip, self._dots, self._profile.repertoire):
            cancel.raise_if_cancelled()
            if time.monotonic() > end:
                raise DeviceError(ErrorCode.TIMEOUT, "the printer took the slip too slowly")
            self._send(chunk)
            self._counters["paper_mm"] += wire.rows(chunk) // DOTS_PER_MM
        if self._profile.presenter is not None:
            self._send(self._profile.presenter.present)
        outcome = self._confirmed(end, cancel)
        self._torn = False
        return outcome

    def _confirmed(self, end: float, cancel: CancelToken) -> PrintOutcome:
        token = bytes(0x30 + byte % 10 for byte in os.urandom(4))
        self._send(wire.process_id(token) if self._profile.process_id else wire.FENCE)
        for _ in range(LOOKS):
            cancel.raise_if_cancelled()
            until = time.monotonic() + min(LOOK_AGAIN, max(end - time.monotonic(), 0.0))
            if self._behind(token, until):
                return PrintOutcome.PRINTED
            health = self._health()
            if health.status is Status.UNKNOWN:
                break
            if health.error is not None:
                raise DeviceError(health.error, "the printer stopped before the slip was whole")
        return PrintOutcome.UNKNOWN

    def _behind(self, token: bytes, until: float) -> bool:
        """Whether the answer from behind the job came. Raises when the printer tells by itself that it stopped."""
        for _ in range(LONGEST_LOOK):
            for answer in self._listener.feed(self._receive(max(until - time.monotonic(), 0.0))):
                match answer:
                    case said.Processed(found) if found == token:
                        return True
                    case said.Fence() if not self._profile.process_id:
                        return True
                    case said.Automatic(data) if (health := said.automatic_health(data)).error is not None:
                        raise DeviceError(health.error or ErrorCode.OFFLINE, "the printer stopped in the slip")
            if time.monotonic() >= until:
                break
        return False

    def _abandon(self) -> None:
        """Cancel what the printer has of a job that failed, and see that it did; the next job does it once more."""
        with contextlib.suppress(DeviceError):
            self._send(wire.CANCEL)
            self._health()

    def _tidy(self) -> None:
        """Cut off what was printed of a slip that failed, and let nobody take it for theirs."""
        self._send(wire.CANCEL + wire.FEED_AND_CUT)
        self._counters["cuts"] += 1
        self._torn = False
        if self._profile.presenter is not None:
            self._send(self._profile.presenter.retract)

    def _clear_slot(self) -> None:
        """Draw back a slip that nobody took. Raises PRESENTER_FULL when it stays."""
        presenter = self._profile.presenter
        if presenter is None:
            return
        self._send(presenter.retract)
        self._counters["retracts"] += 1
        if "slip_waiting" in self._slot(presenter).warnings:
            raise DeviceError(ErrorCode.PRESENTER_FULL, "the slip in the slot could not be drawn back")

    def _health(self) -> Health:
        if not self._opened().answer_wait:
            return Health(Status.UNKNOWN)  # it cannot say anything, so its silence is no trouble
        self._quiet()
        presenter = self._profile.presenter
        answers: dict[int, int] = {}
        for n in (1, 2, 3, 4):
            self._send(wire.query(n))
            answer = self._status_byte()
            if answer is None and not answers:
                break
            if answer is not None:
                answers[n] = answer
        health = said.health(answers)
        if presenter is None or health.status is Status.UNKNOWN:
            return health
        slot = self._slot(presenter)
        warnings = tuple(dict.fromkeys((*health.warnings, *slot.warnings)))
        worst = health if health.error is not None else slot
        return Health(worst.status, worst.error, warnings) if slot.status is not Status.UNKNOWN else health

    def _slot(self, presenter: Presenter) -> Health:
        """What is in the slot; a printer that does not say so is UNKNOWN."""
        self._quiet()
        if not presenter.full_status:
            self._send(wire.EJECTOR_STATUS)
            found = self._receive(self._opened().answer_wait)
            return said.ejector_health(found[-1]) if found else Health(Status.UNKNOWN, ErrorCode.NO_ANSWER)
        self._send(wire.query(20))
        self._listener.asking_full = True
        until = time.monotonic() + self._opened().answer_wait
        while time.monotonic() < until:
            for answer in self._listener.feed(self._receive(max(until - time.monotonic(), 0.0))):
                if isinstance(answer, said.Full):
                    return said.full_health(answer.data)
        return Health(Status.UNKNOWN, ErrorCode.NO_ANSWER)

    def _status_byte(self) -> int | None:
        until = time.monotonic() + self._opened().answer_wait
        for _ in range(LONGEST_LOOK):
            left = until - time.monotonic()
            if left <= 0:
                break
            for answer in self._listener.feed(self._receive(left)):
                if isinstance(answer, said.RealTime):
                    return answer.byte
                if isinstance(answer, said.Fence) and not self._profile.fixed_bits:
                    return answer.byte | 0x12
        return None

    def _quiet(self) -> None:
        """Let go of what came unasked."""
        self._receive(0.0)
        self._listener.reset()

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
