"""Driver `samv`: readers with the SAM_V security module, on a serial port, a TCP socket, USB or HID."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Self

from drivers.id_card_reader import samv_wire as wire
from drivers.id_card_reader.card import IdCard
from drivers.id_card_reader.layouts import NEWEST_ADDRESS_LENGTH, decode, split
from drivers.id_card_reader.transport import Transport, connect
from drivers.model import CancelToken, Capabilities, DeviceError, ErrorCode, Health, Status

POLL = 0.3
"""Seconds between two looks for a card: not faster, as working programs advise."""

SHORT_WAIT = 1.0
"""Seconds for an answer to a short command."""

READ_WAIT = 3.0
"""Seconds for an answer to reading text and photo."""

TRIES = 2
"""Silent or damaged answers in a row that end the reading."""

BAUDS = (115200, 57600, 38400, 19200, 9600)
"""Rates that a module can be set to, the one it leaves the factory with first."""

SEARCH_WAIT = 0.4
"""Seconds for an answer at each of them."""


class SamvReader:
    """A reader at `/dev/ttyUSB0`, `socket://host:port`, `usb:`, `usb://0400:c35a`, `hid://10c4:0007`.

    `baud` 0 searches for the rate of a serial port; the one that answered is tried first the next time.
    """

    def __init__(self, port: str, baud: int = 0) -> None:
        self._url = port
        self._bauds: tuple[int, ...] = (baud,) if baud else BAUDS
        self._port: Transport | None = None
        self._resting = False
        self._counters: Counter[str] = Counter()

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def open(self) -> None:
        """Open the port, at the rate at which the module answers. Raises DeviceError NO_DEVICE, INVALID."""
        if self._port is not None:
            return
        self._port = connect(self._url, self._bauds[0])
        if len(self._bauds) == 1 or not self._url.startswith("/dev/") or self._answers():
            return
        for baud in self._bauds[1:]:
            self.close()
            self._port = connect(self._url, baud)
            if self._answers():
                self._bauds = (baud, *(other for other in self._bauds if other != baud))
                return

    def _answers(self) -> bool:
        try:
            self._ask(wire.Command.SELF_TEST, _Deadline(SEARCH_WAIT, CancelToken()), SEARCH_WAIT)
        except DeviceError as error:
            return error.code is ErrorCode.NO_DEVICE
        return True

    def close(self) -> None:
        """Close the port; may be called twice."""
        port, self._port = self._port, None
        if port is not None:
            port.close()

    def capabilities(self) -> Capabilities:
        """The module's serial number where it tells it."""
        try:
            answer = self._ask(wire.Command.SAM_ID, _Deadline(SHORT_WAIT, CancelToken()), SHORT_WAIT)
            model = sam_id(answer.data) if answer.sw3 == wire.DONE and len(answer.data) == 16 else "SAM_V"
        except DeviceError:
            model = "SAM_V"
        return Capabilities(model, {"newest_address": True, "photo": "raw", "removal": True})

    def counters(self) -> Mapping[str, int]:
        """Cards read, and cards that could not be."""
        return dict(self._counters)

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
        try:
            card = self._read_in_time(timeout, cancel, seen)
        except DeviceError as error:
            self._counters["cards_failed"] += error.code in _CARD_ERRORS
            raise
        self._counters["cards_read"] += 1
        self._resting = True
        return card

    def _read_in_time(self, timeout: float, cancel: CancelToken, seen: Callable[[], None]) -> IdCard:
        deadline = _Deadline(timeout, cancel)
        last = DeviceError(ErrorCode.NO_CARD, "no card was laid on the reader in time")
        failures, answered = 0, False
        while True:
            started = time.monotonic()
            try:
                return self._read_once(deadline, seen)
            except DeviceError as error:
                answered = answered or error.code not in (*_WIRE_ERRORS, ErrorCode.TIMEOUT)
                cut = answered and deadline.left <= 0 and error.code in (ErrorCode.NO_ANSWER, ErrorCode.TRUNCATED)
                if error.code is ErrorCode.TIMEOUT or cut:
                    # the end of the time may cut a sound answer in two
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
                self._find(deadline)
                self._good(wire.Command.SELECT, wire.DONE, deadline)
            except DeviceError as error:
                if error.code in (ErrorCode.NO_CARD, ErrorCode.CARD_MOVED):
                    self._resting = False
                    return True
                if error.code is ErrorCode.TIMEOUT or (deadline.left <= 0 and error.code in _WIRE_ERRORS):
                    return False  # the end of the time may cut a sound answer in two
                raise
            cancel.wait(min(POLL, max(deadline.left, 0)))
            cancel.raise_if_cancelled()
        return False

    def _read_once(self, deadline: _Deadline, seen: Callable[[], None]) -> IdCard:
        self._find(deadline)
        seen()
        self._good(wire.Command.SELECT, wire.DONE, deadline)
        answer = self._good(wire.Command.READ, wire.DONE, deadline, READ_WAIT)
        text, photo = split(answer.data)
        return decode(text, self._newest_address(deadline), photo)

    def _find(self, deadline: _Deadline) -> None:
        """Raises NO_CARD. Many modules say so of a card that was read and left: only reading it again tells."""
        try:
            self._good(wire.Command.FIND, wire.FOUND, deadline)
        except DeviceError as error:
            if error.code is not ErrorCode.NO_CARD or not self._resting:
                raise
            self._ask(wire.Command.SELECT, deadline, SHORT_WAIT)
            if self._ask(wire.Command.READ, deadline, READ_WAIT).sw3 != wire.DONE:
                self._resting = False
                raise

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
            port.flush()
            port.send(wire.request(command))
            return self._answer(port, command, deadline, wait)
        except OSError:
            raise DeviceError(ErrorCode.NO_DEVICE, f"the line to the reader at {self._url} broke") from None

    def _answer(self, port: Transport, command: wire.Command, deadline: _Deadline, wait: float) -> wire.Answer:
        receiver = wire.Receiver()
        end = time.monotonic() + min(wait, deadline.left)
        damage: wire.Damaged | None = None
        while time.monotonic() < end:
            deadline.cancel.raise_if_cancelled()
            for item in receiver.feed(port.receive()):
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
