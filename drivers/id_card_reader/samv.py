"""Driver `samv`: readers with the SAM_V security module on a serial port, a pseudo-terminal or a TCP socket."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import serial

from drivers.id_card_reader import samv_wire as wire
from drivers.id_card_reader.card import IdCard
from drivers.id_card_reader.layouts import NEWEST_ADDRESS_LENGTH, decode, split
from drivers.model import CancelToken, Capabilities, DeviceError, ErrorCode, Health, Status

POLL = 0.3
"""Seconds between two looks for a card: not faster, as working programs advise."""

SHORT_WAIT = 1.0
"""Seconds for an answer to a short command."""

READ_WAIT = 3.0
"""Seconds for an answer to reading text and photo."""

TRIES = 2
"""Silent or damaged answers in a row that end the reading."""

SLICE = 0.05
"""Seconds of one wait on the port, so that cancelling is heard."""


class SamvReader:
    """A reader at a pyserial URL: `/dev/ttyUSB0`, `socket://host:port`, a pseudo-terminal."""

    def __init__(self, port: str, baud: int = 115200) -> None:
        self._url = port
        self._baud = baud
        self._port: serial.Serial | None = None

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def open(self) -> None:
        """Open the port. Raises DeviceError NO_DEVICE, INVALID."""
        if self._port is not None:
            return
        try:
            port = serial.serial_for_url(self._url, baudrate=self._baud, timeout=SLICE, write_timeout=SHORT_WAIT)
            self._port = port
        except (serial.SerialException, OSError):
            raise DeviceError(ErrorCode.NO_DEVICE, f"the port {self._url} cannot be opened") from None
        except (ValueError, TypeError, AttributeError):
            raise DeviceError(ErrorCode.INVALID, f"{self._url} is no port that pyserial knows") from None

    def close(self) -> None:
        """Close the port; may be called twice."""
        port, self._port = self._port, None
        if port is not None:
            try:
                port.close()
            except (serial.SerialException, OSError):
                return

    def capabilities(self) -> Capabilities:
        """The module's serial number where it tells it."""
        try:
            answer = self._ask(wire.Command.SAM_ID, _Deadline(SHORT_WAIT, CancelToken()), SHORT_WAIT)
            model = sam_id(answer.data) if answer.sw3 == wire.DONE and len(answer.data) == 16 else "SAM_V"
        except DeviceError:
            model = "SAM_V"
        return Capabilities(model, {"newest_address": True, "photo": "raw"})

    def status(self) -> Health:
        """The self-test of the module; silence is UNKNOWN."""
        try:
            answer = self._ask(wire.Command.SELF_TEST, _Deadline(SHORT_WAIT, CancelToken()), SHORT_WAIT)
        except DeviceError as error:
            if error.code in (ErrorCode.NO_DEVICE, ErrorCode.NOT_OPEN):
                return Health(Status.NO_DEVICE, error.code)
            return Health(Status.UNKNOWN, error.code)
        if answer.sw3 == wire.DONE:
            return Health(Status.ONLINE)
        return Health(Status.HARDWARE_ERROR, wire.meaning(answer.sw3)[0])

    def read_card(self, timeout: float, cancel: CancelToken, seen: Callable[[], None] = lambda: None) -> IdCard:
        """Wait for a card and read it; see drivers.model.IdCardReader."""
        deadline = _Deadline(timeout, cancel)
        last = DeviceError(ErrorCode.NO_CARD, "no card was laid on the reader in time")
        failures = 0
        while True:
            started = time.monotonic()
            try:
                return self._read_once(deadline, seen)
            except DeviceError as error:
                if error.code is ErrorCode.TIMEOUT:
                    raise last from None
                failures = failures + 1 if error.code in _WIRE_ERRORS else 0
                if error.code not in _PASSING or failures >= TRIES:
                    raise
                last = _more_telling(last, error)
            pause = min(POLL - (time.monotonic() - started), deadline.left)
            if pause > 0:
                cancel.wait(pause)
            cancel.raise_if_cancelled()
            if deadline.left <= 0:
                raise last

    def wait_removed(self, timeout: float, cancel: CancelToken) -> bool:
        """Whether the card is gone within `timeout` seconds; see drivers.model.IdCardReader."""
        deadline = _Deadline(timeout, cancel)
        while deadline.left > 0:
            try:
                self._good(wire.Command.FIND, wire.FOUND, deadline)
                self._good(wire.Command.SELECT, wire.DONE, deadline)
            except DeviceError as error:
                if error.code in (ErrorCode.NO_CARD, ErrorCode.CARD_MOVED):
                    return True
                if error.code is ErrorCode.TIMEOUT:
                    return False
                raise
            cancel.wait(min(POLL, max(deadline.left, 0)))
            cancel.raise_if_cancelled()
        return False

    def _read_once(self, deadline: _Deadline, seen: Callable[[], None]) -> IdCard:
        self._good(wire.Command.FIND, wire.FOUND, deadline)
        seen()
        self._good(wire.Command.SELECT, wire.DONE, deadline)
        answer = self._good(wire.Command.READ, wire.DONE, deadline, READ_WAIT)
        text, photo = split(answer.data)
        return decode(text, self._newest_address(deadline), photo)

    def _newest_address(self, deadline: _Deadline) -> bytes:
        """Most cards have none and some readers do not know the command: nothing here fails the reading."""
        try:
            answer = self._ask(wire.Command.NEWEST_ADDRESS, deadline, SHORT_WAIT)
        except DeviceError as error:
            if error.code is ErrorCode.CANCELLED:
                raise
            return b""
        return answer.data if answer.sw3 == wire.DONE and len(answer.data) == NEWEST_ADDRESS_LENGTH else b""

    def _good(self, command: wire.Command, good: int, deadline: _Deadline, wait: float = SHORT_WAIT) -> wire.Answer:
        answer = self._ask(command, deadline, wait)
        if answer.sw3 not in (good, wire.DONE):
            raise DeviceError(*wire.meaning(answer.sw3))
        return answer

    def _ask(self, command: wire.Command, deadline: _Deadline, wait: float) -> wire.Answer:
        deadline.check()
        port = self._port
        if port is None:
            raise DeviceError(ErrorCode.NOT_OPEN, "the reader is not open")
        try:
            port.reset_input_buffer()
            port.write(wire.request(command))
            return self._answer(port, command, deadline, wait)
        except (serial.SerialException, OSError, TypeError):
            # pyserial's posix reader raises TypeError when the port is closed under it
            raise DeviceError(ErrorCode.NO_DEVICE, f"the line to the reader at {self._url} broke") from None

    def _answer(self, port: serial.Serial, command: wire.Command, deadline: _Deadline, wait: float) -> wire.Answer:
        receiver = wire.Receiver()
        end = time.monotonic() + min(wait, deadline.left)
        damage: wire.Damaged | None = None
        while time.monotonic() < end:
            deadline.cancel.raise_if_cancelled()
            for item in receiver.feed(port.read(max(1, port.in_waiting))):
                if isinstance(item, wire.Damaged):
                    damage = damage or item
                elif item.sw3 != wire.DONE or _fits(command, item):
                    return item
            if damage is not None and not receiver.begun:
                break
        if damage is not None:
            raise DeviceError(damage.code, damage.message)
        if receiver.begun:
            raise DeviceError(ErrorCode.TRUNCATED, "the reader's answer broke off")
        if receiver.skipped:
            raise DeviceError(ErrorCode.NOISE, "only noise came from the reader")
        raise DeviceError(ErrorCode.NO_ANSWER, "the reader did not answer")


@dataclass
class _Deadline:
    """The end of a whole call, on the clock that never jumps."""

    seconds: float
    cancel: CancelToken

    def __post_init__(self) -> None:
        self._end = time.monotonic() + self.seconds

    @property
    def left(self) -> float:
        return self._end - time.monotonic()

    def check(self) -> None:
        self.cancel.raise_if_cancelled()
        if self.left <= 0:
            raise DeviceError(ErrorCode.TIMEOUT, "the time for this request is over")


_WIRE_ERRORS = frozenset(
    {ErrorCode.NO_ANSWER, ErrorCode.BAD_CHECKSUM, ErrorCode.TRUNCATED, ErrorCode.NOISE, ErrorCode.BAD_ANSWER}
)
_CARD_ERRORS = frozenset({ErrorCode.CARD_MOVED, ErrorCode.CARD_UNREADABLE, ErrorCode.CARD_REJECTED})
_PASSING = _WIRE_ERRORS | _CARD_ERRORS | {ErrorCode.NO_CARD}

_LENGTHS = {wire.Command.SELECT: {8}, wire.Command.SAM_ID: {16}, wire.Command.SELF_TEST: {0}}


def _fits(command: wire.Command, answer: wire.Answer) -> bool:
    """Whether a good answer is as long as this command's: a late one to an earlier command is not taken for it."""
    size = len(answer.data)
    if command is wire.Command.READ:
        return size >= 4 + 256
    if command is wire.Command.NEWEST_ADDRESS:
        return size == NEWEST_ADDRESS_LENGTH
    return size in _LENGTHS.get(command, {size}) or size == 0


def _more_telling(last: DeviceError, new: DeviceError) -> DeviceError:
    """Of two passing errors the one that tells more: a card that could not be read before a card that is not there."""
    return last if new.code is ErrorCode.NO_CARD and last.code is not ErrorCode.NO_CARD else new


def sam_id(data: bytes) -> str:
    """The module's number out of its 16 bytes: two little-endian u16, three u32 (maker.type-date-serial-random)."""
    maker, kind = (int.from_bytes(data[i : i + 2], "little") for i in (0, 2))
    day, number, random = (int.from_bytes(data[i : i + 4], "little") for i in (4, 8, 12))
    return f"{maker:02d}.{kind:02d}-{day:08d}-{number:010d}-{random:010d}"
