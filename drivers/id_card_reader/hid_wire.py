"""Frames of a security module wrapped for HID reports, as readers 10C4:0007 do (from an open Java driver; uncertain).

Request: 88 | seq (2) | n (2, little-endian) | B1 | module frame | sum (2, little-endian), n counting B1 and frame, sum
the plain 16-bit sum from n on. Answer: AA | seq | n | result | data | sum; the first two bytes of a packet's data are
no part of the module's answer, and a long answer comes as several packets.
"""

from __future__ import annotations

REQUEST = 0x88
ANSWER = 0xAA
TO_MODULE = 0xB1
HEAD = 5
"""Bytes before what n counts."""
DROPPED = 2
LONGEST = 4096
"""n above this is noise: the longest answer of a module has 2321 bytes."""


def request(frame: bytes, sequence: int) -> bytes:
    """A module's frame as one HID request."""
    counted = (len(frame) + 1).to_bytes(2, "little") + bytes([TO_MODULE]) + frame
    return bytes([REQUEST]) + (sequence & 0xFFFF).to_bytes(2, "little") + counted + _sum(counted)


class Packets:
    """Finds answer packets in what reports bring; padding and noise between them are skipped."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> bytes:
        """The module's bytes out of the packets that these bytes complete."""
        self._buffer += data
        found = bytearray()
        while (packet := self._next()) is not None:
            found += packet
        return bytes(found)

    def _next(self) -> bytes | None:
        buffer = self._buffer
        while True:
            start = buffer.find(ANSWER)
            del buffer[: len(buffer) if start < 0 else start]
            if len(buffer) < HEAD:
                return None
            count = int.from_bytes(buffer[3:HEAD], "little")
            end = HEAD + count
            if 1 <= count <= LONGEST:
                if len(buffer) < end + 2:
                    return None
                if bytes(buffer[end : end + 2]) == _sum(bytes(buffer[3:end])):
                    data = bytes(buffer[HEAD + 1 + DROPPED : end])
                    del buffer[: end + 2]
                    return data
            del buffer[:1]


def _sum(data: bytes) -> bytes:
    return (sum(data) & 0xFFFF).to_bytes(2, "little")
