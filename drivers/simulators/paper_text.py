"""The character sets of a simulated printer: Chinese two-byte codes, and the code pages of its Latin mode."""

from __future__ import annotations

_PAGES = {
    0: "cp437",
    2: "cp850",
    3: "cp860",
    4: "cp863",
    5: "cp865",
    16: "cp1252",
    17: "cp866",
    18: "cp852",
    19: "cp858",
}
"""ESC t n by number (Epson's command reference)."""

KATAKANA = 1
_LINES = "▁▂▃▄▅▆▇█▏▎▍▌▋▊▉┼┴┬┤├▔─│▕┌┐└┘╭╮╰╯"
"""Page 1 from 80 on: the line pieces of Epson's Katakana page."""


class Decoder:
    """Bytes to characters, a lead byte waiting for the next call. Codes of four bytes come out as junk, as on many."""

    def __init__(self) -> None:
        self._lead = b""

    def chinese(self, data: bytes) -> str:
        """Chinese mode: a byte from 81 to FE begins a character of two."""
        data, self._lead = self._lead + data, b""
        found: list[str] = []
        at = 0
        while at < len(data):
            if not 0x81 <= data[at] <= 0xFE:
                found.append(chr(data[at]) if data[at] < 0x80 else "□")
                at += 1
            elif at + 1 == len(data):
                self._lead = data[at:]
                at += 1
            else:
                character = _two_bytes(data[at : at + 2])
                found.append(character or "□")
                at += 2 if character else 1
        return "".join(found)

    def latin(self, data: bytes, page: int) -> str:
        """Latin mode on a code page."""
        self._lead = b""
        if page == KATAKANA:
            return "".join(chr(b) if b < 0x80 else _LINES[b - 0x80] if b < 0xA0 else "□" for b in data)
        return data.decode(_PAGES.get(page, "cp437"), "replace")


def _two_bytes(pair: bytes) -> str:
    try:
        return pair.decode("gb18030")
    except UnicodeDecodeError:
        return ""
