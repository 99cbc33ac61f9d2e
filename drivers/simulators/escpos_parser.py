"""What a printer understands of the bytes it gets: ESC/POS commands, found incrementally; unknown ones are skipped."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """Bytes to set as text."""

    data: bytes


@dataclass(frozen=True)
class Op:
    """A command: its bytes without parameters, and the parameters."""

    name: bytes
    data: bytes = b""


Item = Text | Op

# Parameters that follow two-byte commands, by number; what is not here takes none.
_FIXED = {
    b"\x1ba": 1, b"\x1bE": 1, b"\x1b!": 1, b"\x1bd": 1, b"\x1bJ": 1, b"\x1b3": 1, b"\x1bt": 1, b"\x1bR": 1, b"\x1b-": 1,
    b"\x1bM": 1, b"\x1b{": 1, b"\x1bG": 1, b"\x1bV": 1, b"\x1b9": 1, b"\x1b ": 1, b"\x1b$": 2, b"\x1b\\": 2,
    b"\x1d!": 1, b"\x1dB": 1, b"\x1dr": 1, b"\x1da": 1, b"\x1dI": 1, b"\x1dh": 1, b"\x1dw": 1, b"\x1dH": 1,
    b"\x1dL": 2, b"\x1dW": 2, b"\x1dP": 2,
    b"\x1c!": 1, b"\x1cW": 1, b"\x1c-": 1, b"\x1cC": 1, b"\x1cS": 2,
    b"\x10\x04": 1, b"\x10\x05": 1,
}  # fmt: skip

CLEAR_BUFFERS = bytes.fromhex("10140801031401060208")
"""DLE DC4 8: clear all buffers."""


class Parser:
    """Feed bytes, get items; an unfinished command waits for the rest."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> list[Item]:
        """What these bytes complete."""
        self._buffer += data
        items: list[Item] = []
        while (item := self._next()) is not None:
            items.append(item)
        return items

    def clear(self) -> None:
        """Forget the unfinished command."""
        self._buffer.clear()

    def _next(self) -> Item | None:
        buffer = self._buffer
        if not buffer:
            return None
        if buffer[0] not in (0x10, 0x1B, 0x1C, 0x1D, 0x0A):
            end = next((i for i, byte in enumerate(buffer) if byte in (0x10, 0x1B, 0x1C, 0x1D, 0x0A)), len(buffer))
            return Text(self._take(end))
        if buffer[0] == 0x0A:
            return Op(self._take(1))
        if len(buffer) < 2:
            return None
        name = bytes(buffer[:2])
        size = self._size(name)
        if size is None or len(buffer) < size:
            return None
        whole = self._take(size)
        return Op(name, whole[2:])

    def _size(self, name: bytes) -> int | None:
        """Length of the command at the head, None when more bytes are needed to know."""
        buffer = self._buffer
        if name == b"\x10\x14":
            return len(CLEAR_BUFFERS) if buffer[2:3] == b"\x08" else (5 if len(buffer) > 2 else None)
        if name == b"\x1dv":
            if len(buffer) < 8:
                return None
            return 8 + int.from_bytes(buffer[4:6], "little") * int.from_bytes(buffer[6:8], "little")
        if name in (b"\x1d(", b"\x1c("):
            return None if len(buffer) < 5 else 5 + int.from_bytes(buffer[3:5], "little")
        if name == b"\x1dV":
            return None if len(buffer) < 3 else (4 if buffer[2] in (65, 66, 97, 98, 103, 104) else 3)
        return 2 + _FIXED.get(name, 0)

    def _take(self, count: int) -> bytes:
        taken = bytes(self._buffer[:count])
        del self._buffer[:count]
        return taken
