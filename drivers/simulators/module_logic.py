"""What a simulated security module does with requests, whatever wire they come from (restated GA 467)."""

from __future__ import annotations

import threading
from enum import StrEnum

from drivers.id_card_reader.samv_wire import PREAMBLE, Command, checksum
from drivers.simulators.people import SimulatedCard

SAM_ID = bytes.fromhex("05000300F5FD340187D61200B17F3905")
"""An invented module number."""

BROKEN_CHIP = 0x33
"""Status of READ for a card whose data fail the module's check."""

FINGER_BLOCK = 512
"""Bytes of one stored finger; a card holds none, one or two."""


class Fault(StrEnum):
    """What the reader can do wrong, by name."""

    SILENCE = "silence"
    BAD_CHECKSUM = "bad_checksum"
    TRUNCATED = "truncated"
    NOISE_BEFORE = "noise_before"
    NOISE_ONLY = "noise_only"
    CARD_PULLED_AWAY = "card_pulled_away"
    CARD_REJECTED = "card_rejected"
    UNAUTHORISED = "unauthorised"
    SELF_TEST_FAILED = "self_test_failed"
    BYTE_LOST = "byte_lost"
    BYTE_INSERTED = "byte_inserted"
    WRONG_LENGTH = "wrong_length"
    SLOW = "slow"


_STATUS = {
    Fault.CARD_PULLED_AWAY: 0x41,
    Fault.CARD_REJECTED: 0x31,
    Fault.UNAUTHORISED: 0x66,
    Fault.SELF_TEST_FAILED: 0x60,
}

NOISE = bytes.fromhex("00FFAA96AAAA55AAAA")
"""Bytes with pieces of a preamble in them and no whole one."""


class ModuleLogic:
    """`insert` and `remove` a card; `fault` breaks the next answers; `answer_with` forces a status for a command.

    Knobs: `rests_silent` (a card that was read is not found again until it is lifted, as with many modules),
    `fingers` (None: an answer without finger length; 0 to 2: with it), `sw12` (SW1 and SW2 of bad answers).
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._card: SimulatedCard | None = None
        self._faults: list[Fault] = []
        self._always: Fault | None = None
        self._forced: dict[bytes, int] = {}
        self._selected = False
        self._was_read = False
        self.rests_silent = False
        self.fingers: int | None = None
        self.sw12 = b"\0\0"

    def insert(self, card: SimulatedCard) -> None:
        """Lay a card on the reader."""
        with self._lock:
            self._card, self._selected, self._was_read = card, False, False

    def remove(self) -> None:
        """Take the card away."""
        with self._lock:
            self._card, self._selected, self._was_read = None, False, False

    @property
    def inserted(self) -> SimulatedCard | None:
        """The card that lies there."""
        with self._lock:
            return self._card

    def fault(self, fault: Fault, times: int | None = 1) -> None:
        """Break the next `times` answers, or all of them (`None`)."""
        with self._lock:
            if times is None:
                self._always = fault
            else:
                self._faults += [fault] * times

    def clear_faults(self) -> None:
        """Whole again."""
        with self._lock:
            self._faults.clear()
            self._always = None
            self._forced.clear()

    def answer_with(self, command: Command, sw3: int) -> None:
        """Answer this command with this status from now on, until `clear_faults`."""
        with self._lock:
            self._forced[command.value] = sw3

    @property
    def slow(self) -> bool:
        """Whether answers come a few bytes at a time."""
        return self._always is Fault.SLOW

    def hear(self, buffer: bytearray) -> bytes:
        """The answers to the whole requests at the head of `buffer`, which are taken out of it."""
        found = bytearray()
        while (start := buffer.find(PREAMBLE)) >= 0 and len(buffer) >= start + 7:
            end = start + 7 + int.from_bytes(buffer[start + 5 : start + 7], "big")
            if len(buffer) < end:
                break
            body = bytes(buffer[start + 5 : end])
            del buffer[:end]
            found += self._reply(body)
        return bytes(found)

    def _reply(self, body: bytes) -> bytes:
        with self._lock:
            fault = self._faults.pop(0) if self._faults else self._always
            if fault in (Fault.SILENCE, Fault.NOISE_ONLY):
                return NOISE if fault is Fault.NOISE_ONLY else b""
            sw3, data = self._obey(body, fault)
            frame = answer_frame(sw3, data, b"\0\0" if sw3 in (0x90, 0x9F) else self.sw12)
        middle = len(frame) // 2
        match fault:
            case Fault.BAD_CHECKSUM:
                return frame[:-1] + bytes([frame[-1] ^ 0x5A])
            case Fault.TRUNCATED:
                return frame[: max(8, middle)]
            case Fault.NOISE_BEFORE:
                return NOISE + frame
            case Fault.BYTE_LOST:
                return frame[:middle] + frame[middle + 1 :]
            case Fault.BYTE_INSERTED:
                return frame[:middle] + b"\xaa" + frame[middle:]
            case Fault.WRONG_LENGTH:
                return frame[:5] + b"\x7f\xff" + frame[7:]
        return frame

    def _obey(self, body: bytes, fault: Fault | None) -> tuple[int, bytes]:
        if checksum(body) != 0:
            return 0x10, b""
        if fault in _STATUS:
            return _STATUS[fault], b""
        command = body[2:4]
        if command in self._forced:
            return self._forced[command], b""
        card = self._card
        match command:
            case Command.SELF_TEST.value:
                return 0x90, b""
            case Command.SAM_ID.value:
                return 0x90, SAM_ID
            case Command.FIND.value:
                found = card is not None and card.identity and not (self.rests_silent and self._was_read)
                return (0x9F, bytes(4)) if found else (0x80, b"")
            case Command.SELECT.value:
                self._selected = card is not None and card.identity
                return (0x90, bytes(8)) if self._selected else (0x81, b"")
            case Command.READ.value if card and self._selected and not card.readable:
                return BROKEN_CHIP, b""
            case Command.READ.value if card and self._selected:
                self._was_read = True
                return 0x90, self._content(card)
            case Command.NEWEST_ADDRESS.value if card and self._selected:
                return (0x90, card.newest_address) if card.newest_address else (0x91, b"")
            case Command.READ.value | Command.NEWEST_ADDRESS.value:
                return 0x41, b""
        return 0x21, b""

    def _content(self, card: SimulatedCard) -> bytes:
        head = bytes.fromhex("01000400")
        if self.fingers is None:
            return head + card.text + card.photo
        fingers = bytes(self.fingers * FINGER_BLOCK)
        return head + len(fingers).to_bytes(2, "big") + card.text + card.photo + fingers


def answer_frame(sw3: int, data: bytes = b"", sw12: bytes = b"\0\0") -> bytes:
    """An answer as it stands on the wire."""
    body = (len(data) + 4).to_bytes(2, "big") + sw12 + bytes([sw3]) + data
    return PREAMBLE + body + bytes([checksum(body)])
