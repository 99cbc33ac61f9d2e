"""Text for a receipt printer: columns, lines, and the two-byte codes of its Chinese font."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_REPLACED = str.maketrans({"¥": "￥", "•": "·", "\t": " "})
"""Characters with a two-byte twin that looks the same; their own codes take four bytes and print as junk."""

_NO_LINE_START = frozenset("，。、：；！？）》”’】%")


def printable(text: str) -> str:
    """The text with twins in place and without control characters."""
    return "".join(c for c in text.translate(_REPLACED) if c == "\n" or c.isprintable())


def encode(text: str, repertoire: str = "gb18030") -> bytes | None:
    """One- and two-byte codes of GB18030; None when a character is not in `repertoire` (a Python codec) that way."""
    encoded = bytearray()
    for character in text:
        try:
            code = character.encode(repertoire)
        except UnicodeEncodeError:
            return None
        if len(code) > 2:
            return None
        encoded += code
    return bytes(encoded)


def columns(text: str) -> int:
    """Columns that a text takes: two for a wide character, none for a combining mark."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns; Latin words stay whole where they fit, no closing mark begins a line."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in _pieces(paragraph, width):
            fits = columns(line + piece) <= width
            if line and not fits and piece not in _NO_LINE_START:
                lines.append(line.rstrip())
                line = piece.lstrip()
            else:
                line += piece
        lines.append(line.rstrip())
    return lines


def _pieces(paragraph: str, width: int) -> Iterator[str]:
    word = ""
    for character in paragraph:
        if character.isascii() and character != " " and len(word) < width:
            word += character
            continue
        if word:
            yield word
        word = character if character.isascii() and character != " " else ""
        if not word:
            yield character
    if word:
        yield word
