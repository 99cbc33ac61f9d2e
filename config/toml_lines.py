"""On which line of a TOML file a key stands, which no parser of TOML tells: read once more, for positions alone.

Only files that a parser took are read here, so nothing is checked again; on anything unforeseen the walk ends, and the
lines found by then are told.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence

Key = str | int
"""A name of a table, or a place in a list."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_LITERAL = re.compile(r"[^,\]}\s#]+(?: [0-9:.]+)?")
_QUOTED = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|' + r"'''.*?'{3,5}|" + r'"(?:[^"\\\n]|\\.)*"|' + r"'[^'\n]*'", re.DOTALL
)


def line_of(text: str, path: Sequence[Key]) -> int | None:
    """The line of a key, or of the innermost table around it that the file has; None when it has none of it."""
    lines = lines_of(text)
    for length in range(len(path), 0, -1):
        if found := lines.get(tuple(path[:length])):
            return found
    return None


def lines_of(text: str) -> dict[tuple[Key, ...], int]:
    """Every key of a file, as the path to it, with its line."""
    walk = _Walk(text)
    with contextlib.suppress(_EndError, RecursionError):
        walk.document()
    return walk.lines


class _EndError(Exception):
    """Something is not where TOML has it."""


class _Walk:
    def __init__(self, text: str) -> None:
        self.lines: dict[tuple[Key, ...], int] = {}
        self._text = text
        self._at = 0
        self._counted: dict[tuple[Key, ...], int] = {}

    def document(self) -> None:
        table: tuple[Key, ...] = ()
        while self._next():
            if self._takes("[["):
                table = self._header(listed=True)
                self._expect("]]")
            elif self._takes("["):
                table = self._header(listed=False)
                self._expect("]")
            else:
                self._pair(table)

    def _header(self, listed: bool) -> tuple[Key, ...]:
        """The table that a head opens; each name on the way to it that is a list means its last item."""
        line, names = self._line(), self._names()
        path: tuple[Key, ...] = ()
        for number, name in enumerate(names):
            path = (*path, name)
            if listed and number == len(names) - 1:
                self._counted[path] = self._counted.get(path, -1) + 1
            if path in self._counted:
                path = (*path, self._counted[path])
        self._found(path, line)
        return path

    def _pair(self, table: tuple[Key, ...]) -> None:
        line = self._line()
        path = (*table, *self._names())
        self._found(path, line)
        self._expect("=")
        self._value(path)

    def _value(self, path: tuple[Key, ...]) -> None:
        self._next()
        if self._takes("["):
            self._items(path)
        elif self._takes("{"):
            while self._next() != "}":
                self._pair(path)
                self._takes(",")
            self._expect("}")
        else:
            self._match(_QUOTED if self._next() in "\"'" else _LITERAL)

    def _items(self, path: tuple[Key, ...]) -> None:
        number = 0
        while self._next() != "]":
            self._found((*path, number), self._line())
            self._value((*path, number))
            self._takes(",")
            number += 1
        self._expect("]")

    def _names(self) -> list[str]:
        names = [self._name()]
        while self._takes("."):
            names.append(self._name())
        return names

    def _name(self) -> str:
        quoted = self._next() in "\"'"
        found = self._match(_QUOTED if quoted else _BARE)
        return found[1:-1] if quoted else found

    def _next(self) -> str:
        """The next sign that is no blank and no comment, empty at the end."""
        blank = _BLANK.match(self._text, self._at)
        self._at = blank.end() if blank else self._at
        return self._text[self._at : self._at + 1]

    def _takes(self, sign: str) -> bool:
        self._next()
        taken = self._text.startswith(sign, self._at)
        self._at += len(sign) if taken else 0
        return taken

    def _expect(self, sign: str) -> None:
        if not self._takes(sign):
            raise _EndError

    def _match(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        if found is None:
            raise _EndError
        self._at = found.end()
        return found.group()

    def _line(self) -> int:
        self._next()
        return self._text.count("\n", 0, self._at) + 1

    def _found(self, path: tuple[Key, ...], line: int) -> None:
        """Also the tables that dotted names lead through."""
        for length in range(1, len(path) + 1):
            self.lines.setdefault(path[:length], line)
