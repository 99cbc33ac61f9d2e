"""Frames of the security module in identity-card readers (GA 467): bytes in, answers out, no port and no clock.

Request: AA AA AA 96 69 | LEN | CMD PARA | DATA | CHK. Answer: AA AA AA 96 69 | LEN | SW1 SW2 SW3 | DATA | CHK.
LEN is big-endian and counts all that follows it; CHK is the XOR of all from LEN up to the byte before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import reduce
from operator import xor

from drivers.model import ErrorCode

PREAMBLE = bytes.fromhex("AAAAAA9669")

SHORTEST = 4
"""LEN of an answer without data: three status bytes and the checksum."""

LONGEST = 0x090A
"""LEN of the longest answer: text, photo and two finger blocks."""


class Command(Enum):
    """CMD and PARA of the requests that we send."""

    SELF_TEST = b"\x11\xff"
    SAM_ID = b"\x12\xff"
    FIND = b"\x20\x01"
    SELECT = b"\x20\x02"
    READ = b"\x30\x01"
    NEWEST_ADDRESS = b"\x30\x03"


DONE = 0x90
FOUND = 0x9F
NO_CARD = 0x80
SELECT_FAILED = 0x81
READ_FAILED = 0x41
EMPTY = 0x91

_MEANING: dict[int, tuple[ErrorCode, str]] = {
    0x10: (ErrorCode.BAD_CHECKSUM, "the reader found the checksum of our request wrong"),
    0x11: (ErrorCode.BAD_ANSWER, "the reader found the length of our request wrong"),
    0x21: (ErrorCode.UNSUPPORTED, "the reader does not know this command, or not in this order"),
    0x23: (ErrorCode.NOT_AUTHORISED, "the reader gives no permission for this command"),
    0x24: (ErrorCode.CARD_UNREADABLE, "the reader met an error that it could not classify"),
    0x31: (ErrorCode.CARD_REJECTED, "the card rejected the reader"),
    0x32: (ErrorCode.CARD_REJECTED, "the reader rejected the card"),
    0x33: (ErrorCode.CARD_UNREADABLE, "the card's data failed the reader's check"),
    0x40: (ErrorCode.CARD_REJECTED, "this is another kind of card"),
    0x41: (ErrorCode.CARD_MOVED, "the card could not be read to the end"),
    0x47: (ErrorCode.CARD_UNREADABLE, "the card gave no random number"),
    0x60: (ErrorCode.HARDWARE, "the security module failed its self-test"),
    0x66: (ErrorCode.NOT_AUTHORISED, "the security module is not authorised"),
    0x80: (ErrorCode.NO_CARD, "there is no card on the reader"),
    0x81: (ErrorCode.CARD_MOVED, "the card was gone before it was selected"),
    0x91: (ErrorCode.UNSUPPORTED, "the card holds nothing of this kind"),
}
"""SW3 of an answer that is not good: our word for it and what it means (restated GA 467 status table)."""


@dataclass(frozen=True, repr=False)
class Answer:
    """One whole answer. `sw3` says how it went; data may be personal and is not shown."""

    sw3: int
    data: bytes

    def __repr__(self) -> str:
        return f"Answer(sw3=0x{self.sw3:02X}, {len(self.data)} bytes)"


@dataclass(frozen=True)
class Damaged:
    """Bytes that begin like an answer and are none."""

    code: ErrorCode
    message: str


def meaning(sw3: int) -> tuple[ErrorCode, str]:
    """Error code and English sentence for an SW3 that is not good."""
    return _MEANING.get(sw3, (ErrorCode.BAD_ANSWER, f"the reader answered with the unknown status 0x{sw3:02X}"))


def checksum(data: bytes) -> int:
    """XOR of all bytes."""
    return reduce(xor, data, 0)


def request(command: Command) -> bytes:
    """The frame of a command without data."""
    body = (len(command.value) + 1).to_bytes(2, "big") + command.value
    return PREAMBLE + body + bytes([checksum(body)])


class Receiver:
    """Finds answers in a stream of bytes, through noise: bytes before a preamble are skipped and counted."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self.skipped = 0

    def feed(self, data: bytes) -> list[Answer | Damaged]:
        """What these bytes complete; an empty list means that more are needed."""
        self._buffer += data
        found: list[Answer | Damaged] = []
        while (item := self._next()) is not None:
            found.append(item)
        return found

    @property
    def begun(self) -> bool:
        """Whether an answer has begun and is not whole."""
        return self._buffer.startswith(PREAMBLE)

    def _next(self) -> Answer | Damaged | None:
        start = self._buffer.find(PREAMBLE)
        if start < 0:
            keep = next((n for n in range(len(PREAMBLE) - 1, 0, -1) if self._buffer.endswith(PREAMBLE[:n])), 0)
            self._drop(len(self._buffer) - keep)
            return None
        self._drop(start)
        if len(self._buffer) < len(PREAMBLE) + 2:
            return None
        length = int.from_bytes(self._buffer[5:7], "big")
        if not SHORTEST <= length <= LONGEST:
            self._drop(1)
            return Damaged(ErrorCode.BAD_ANSWER, f"the reader's answer claims a length of {length} bytes")
        if len(self._buffer) < 7 + length:
            return None
        frame = bytes(self._buffer[5 : 7 + length])
        if checksum(frame) != 0:
            self._drop(1)
            return Damaged(ErrorCode.BAD_CHECKSUM, "the checksum of the reader's answer is wrong")
        del self._buffer[: 7 + length]
        return Answer(frame[4], frame[5:-1])

    def _drop(self, count: int) -> None:
        del self._buffer[:count]
        self.skipped += count
