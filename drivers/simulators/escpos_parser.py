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
    b"\x1b%": 1, b"\x1b=": 1, b"\x1bB": 2, b"\x1bT": 1, b"\x1br": 1, b"\x1bc": 2, b"\x1bp": 3, b"\x1bW": 8,
    b"\x1d!": 1, b"\x1dB": 1, b"\x1dr": 1, b"\x1da": 1, b"\x1dI": 1, b"\x1dh": 1, b"\x1dw": 1, b"\x1dH": 1,
    b"\x1dL": 2, b"\x1dW": 2, b"\x1dP": 2, b"\x1d$": 2, b"\x1d\\": 2, b"\x1df": 1, b"\x1db": 1, b"\x1d\xe0": 1,
    b"\x1c!": 1, b"\x1cW": 1, b"\x1c-": 1, b"\x1cC": 1, b"\x1cS": 2, b"\x1cP": 4,
    b"\x10\x04": 1, b"\x10\x05": 1,
}  # fmt: skip

CLEAR_BUFFERS = bytes.fromhex("10140801031401060208")
"""DLE DC4 8: clear all buffers."""

PRESENT_ONLY = 0x03
PRESENT_TIMED = 0x20
"""GS e n with one and with two parameters more (fact sheet of PTI's Reliance)."""

_CONTROLS = frozenset((0x09, 0x0A, 0x0D, 0x10, 0x1B, 0x1C, 0x1D))
_SINGLE = frozenset((0x09, 0x0A, 0x0D))


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
        if buffer[0] not in _CONTROLS:
            end = next((i for i, byte in enumerate(buffer) if byte in _CONTROLS), len(buffer))
            return Text(self._take(end))
        if buffer[0] in _SINGLE:
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
        match name:
            case b"\x10\x14":
                third = self._byte(2)
                return third if third is None else len(CLEAR_BUFFERS) if third == 8 else 5
            case b"\x1dv":
                return self._counted(8, (self._word(4) or 0) * (self._word(6) or 0))
            case b"\x1d(" | b"\x1c(":
                return self._counted(5, self._word(3) or 0)
            case b"\x1d8":
                return self._counted(7, int.from_bytes(self._buffer[3:7], "little"))
            case b"\x1b*":
                wide = (self._word(3) or 0) * (3 if (self._byte(2) or 0) in (32, 33) else 1)
                return self._counted(5, wide)
            case b"\x1dV":
                third = self._byte(2)
                return third if third is None else 4 if third in (65, 66, 97, 98, 103, 104) else 3
            case b"\x1dk":
                return self._barcode()
            case b"\x1de":
                third = self._byte(2)
                return third if third is None else 3 + {PRESENT_ONLY: 1, PRESENT_TIMED: 2}.get(third, 0)
            case b"\x1bD":
                end = self._buffer.find(0, 2)
                return None if end < 0 else end + 1
        return 2 + _FIXED.get(name, 0)

    def _barcode(self) -> int | None:
        """GS k: the old form ends with NUL, the new one (m from 65) says its length."""
        kind = self._byte(2)
        if kind is None:
            return None
        if kind >= 65:
            length = self._byte(3)
            return None if length is None else 4 + length
        end = self._buffer.find(0, 3)
        return None if end < 0 else end + 1

    def _counted(self, head: int, body: int) -> int | None:
        return None if len(self._buffer) < head else head + body

    def _byte(self, at: int) -> int | None:
        return self._buffer[at] if len(self._buffer) > at else None

    def _word(self, at: int) -> int | None:
        return int.from_bytes(self._buffer[at : at + 2], "little") if len(self._buffer) >= at + 2 else None

    def _take(self, count: int) -> bytes:
        taken = bytes(self._buffer[:count])
        del self._buffer[:count]
        return taken
