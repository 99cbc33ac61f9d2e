"""What an ESC/POS printer says: bytes in, answers out, and answers in words. Pure: no port, no clock.

Real-time answers have bits 1 and 4 set and bits 0 and 7 clear; automatic status (four bytes) begins with bit 4 set
and bits 0, 1, 7 clear; an answer from behind the job (GS r) has bits 4 and 7 clear. So the three are told apart
byte by byte, whatever order they come in (Epson's command reference, status chapters).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drivers.model import ErrorCode, Health, Status

PROCESS_HEAD = b"\x37\x22"
CLEARED_HEAD = b"\x37\x25"
FULL_HEAD = b"\x10\x0f"


@dataclass(frozen=True)
class RealTime:
    """An answer to DLE EOT 1 to 4; which of them was asked, only the asker knows."""

    byte: int


@dataclass(frozen=True)
class Automatic:
    """Automatic status back: four bytes."""

    data: bytes


@dataclass(frozen=True)
class Fence:
    """An answer to GS r: all that was sent before has been processed."""

    byte: int


@dataclass(frozen=True)
class Processed:
    """Answer to GS ( H with the token sent along."""

    token: bytes


@dataclass(frozen=True)
class Full:
    """Full status of a presenter printer: the four bytes after its head."""

    data: bytes


Answer = RealTime | Automatic | Fence | Processed | Full


class Listener:
    """Finds answers in what comes. `asking_full`: six bytes that begin like automatic status are full status now."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self.asking_full = False

    def feed(self, data: bytes) -> list[Answer]:
        """What these bytes complete; noise is dropped."""
        self._buffer += data
        return list(self._found())

    def reset(self) -> None:
        """Forget what has begun."""
        self._buffer.clear()
        self.asking_full = False

    def _found(self) -> Iterator[Answer]:
        buffer = self._buffer
        while buffer:
            size = self._size()
            if size is None or len(buffer) < size:
                return
            piece = bytes(buffer[:size])
            del buffer[:size]
            answer = _answer(piece)
            if answer is not None:
                yield answer

    def _size(self) -> int | None:
        """Bytes of the answer at the head, None when that cannot be told yet."""
        buffer, first = self._buffer, self._buffer[0]
        if first == PROCESS_HEAD[0]:
            if len(buffer) < 2:
                return None
            return {PROCESS_HEAD[1]: 7, CLEARED_HEAD[1]: 3}.get(buffer[1], 1)
        if first & 0x93 != 0x10:
            return 1
        if self.asking_full and first == FULL_HEAD[0]:
            return None if len(buffer) < 2 else 6 if buffer[1] == FULL_HEAD[1] else 1
        follow = buffer[1:4]
        if any(byte & 0x90 for byte in follow):
            return 1
        return 4


def _answer(piece: bytes) -> Answer | None:
    match len(piece):
        case 7:
            return Processed(piece[2:6])
        case 6:
            return Full(piece[2:])
        case 4:
            return Automatic(piece)
        case 1 if piece[0] & 0x93 == 0x12:
            return RealTime(piece[0])
        case 1 if piece[0] & 0x90 == 0:
            return Fence(piece[0])
    return None


def health(answers: Mapping[int, int]) -> Health:
    """Status out of the answers to DLE EOT 1 to 4, by n; those that did not come are left out. None at all: UNKNOWN."""
    if not answers:
        return Health(Status.UNKNOWN, ErrorCode.NO_ANSWER)
    cause, error, paper = answers.get(2, 0x12), answers.get(3, 0x12), answers.get(4, 0x12)
    return _worst(
        paper & 0x0C == 0x0C,
        (cause & 0x04, Status.USER_ERROR, ErrorCode.COVER_OPEN),
        (cause & 0x20 or paper & 0x60 == 0x60, Status.USER_ERROR, ErrorCode.PAPER_OUT),
        (error & 0x08, Status.USER_ERROR, ErrorCode.CUTTER),
        (error & 0x40, Status.OFFLINE, ErrorCode.OVERHEATED),
        (error & 0x20, Status.HARDWARE_ERROR, ErrorCode.HARDWARE),
        (cause & 0x40, Status.HARDWARE_ERROR, ErrorCode.HARDWARE),
        (answers.get(1, 0x12) & 0x08, Status.OFFLINE, ErrorCode.OFFLINE),
    )


def automatic_health(data: bytes) -> Health:
    """Status out of four bytes of automatic status back."""
    first, error, paper = data[0], data[1], data[2]
    return _worst(
        paper & 0x03 == 0x03,
        (first & 0x20, Status.USER_ERROR, ErrorCode.COVER_OPEN),
        (paper & 0x0C == 0x0C, Status.USER_ERROR, ErrorCode.PAPER_OUT),
        (error & 0x08, Status.USER_ERROR, ErrorCode.CUTTER),
        (error & 0x40, Status.OFFLINE, ErrorCode.OVERHEATED),
        (error & 0x20, Status.HARDWARE_ERROR, ErrorCode.HARDWARE),
        (first & 0x08, Status.OFFLINE, ErrorCode.OFFLINE),
    )


def full_health(data: bytes) -> Health:
    """Status out of the four bytes of a presenter printer's full status (Custom VKP80, Reliance)."""
    paper, user, error, fatal = data
    return _worst(
        paper & 0x04,
        (user & 0x03, Status.USER_ERROR, ErrorCode.COVER_OPEN),
        (paper & 0x01, Status.USER_ERROR, ErrorCode.PAPER_OUT),
        (error & 0x40, Status.USER_ERROR, ErrorCode.PAPER_JAM),
        (fatal & 0x01, Status.USER_ERROR, ErrorCode.CUTTER),
        (error & 0x01, Status.OFFLINE, ErrorCode.OVERHEATED),
        (error & 0x0A or fatal & 0x4C, Status.HARDWARE_ERROR, ErrorCode.HARDWARE),
        slip_waiting=bool(paper & 0x20),
    )


def ejector_health(byte: int) -> Health:
    """Status out of the ejector's byte (GS e 6): bit 0 near end, 3 slip at the outlet, 6 error, 7 jam."""
    return _worst(
        byte & 0x01,
        (byte & 0x80, Status.USER_ERROR, ErrorCode.PAPER_JAM),
        (byte & 0x40, Status.HARDWARE_ERROR, ErrorCode.HARDWARE),
        slip_waiting=bool(byte & 0x08),
    )


def _worst(near_end: int, *found: tuple[int, Status, ErrorCode], slip_waiting: bool = False) -> Health:
    warnings = ("paper_low",) * bool(near_end) + ("slip_waiting",) * slip_waiting
    for bit, status, code in found:
        if bit:
            return Health(status, code, warnings)
    return Health(Status.ONLINE, None, warnings)
