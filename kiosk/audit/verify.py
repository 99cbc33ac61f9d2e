"""Reads a log back and says whether anything in it was changed, taken out, put in or moved.

A chain alone cannot show that its newest lines were cut off, all of them, or that the whole of it was written anew by
whoever may write there: for that the city is told the newest line (wire.Health), and `known` holds the log to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.audit.events import AuditEvent, misfits
from kiosk.audit.ledger import files_of, number_of
from kiosk.audit.lines import NOTHING, Head, Line, digest_of, parsed


@dataclass(frozen=True)
class Finding:
    """A file, a line in it (1-based; 0: the file as a whole), and in one sentence what there is to say."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}" if self.line else f"{self.file}: {self.what}"


@dataclass
class Report:
    """What was read. Without `faults` the chain is whole; `remarks` are worth knowing and none."""

    files: int = 0
    lines: int = 0
    first: Line | None = None
    last: Line | None = None
    faults: list[Finding] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)


def lines_of(folder: Path) -> Iterator[Line]:
    """All lines that can be read, oldest first. Raises OSError."""
    for path in files_of(folder):
        for raw in path.read_bytes().split(b"\n"):
            line = parsed(raw)
            if line is not None:
                yield line


def verified(folder: Path, known: Head = NOTHING, newest: int = 0) -> Report:
    """The log in a folder, which must hold the line `known`; with `newest` only so many files of it. Raises OSError."""
    files = files_of(folder)
    chosen = files[-newest:]
    check = _Check(known, whole=chosen == files)
    for path in chosen:
        check.file(path)
    check.end()
    return check.report


class _Check:
    """Goes through a log once; without its oldest files when it is not the `whole`."""

    def __init__(self, known: Head, whole: bool) -> None:
        self.report = Report()
        self._known = known
        self._whole = whole
        self._file = ""
        self._first_file = self._last_file = self._dropped = 0
        # since the last line: what is none, with its place
        self._junk: list[tuple[int, bytes]] = []

    def file(self, path: Path) -> None:
        """The next file."""
        self._leftover()
        number, self._file = number_of(path), path.name
        if self._last_file and number != self._last_file + 1:
            self._fault(0, f"file {self._last_file + 1}, which should be before it, is missing")
        self._first_file, self._last_file = self._first_file or number, number
        self.report.files += 1
        *whole, rest = path.read_bytes().split(b"\n")
        for at, raw in enumerate(whole, start=1):
            line = parsed(raw)
            if line is None:
                self._junk.append((at, raw + b"\n"))
            else:
                self._line(at, line)
        if rest:
            self._junk.append((len(whole) + 1, rest))

    def end(self) -> None:
        """That was the last file."""
        if len(self._junk) == 1 and not self._junk[0][1].endswith(b"\n"):
            at, raw = self._junk.pop()
            self._remark(at, f"{len(raw)} bytes of a line that is not finished; the next line tells of them")
        self._leftover()
        if self._whole and self._first_file > 1 and self._dropped < self._first_file - 1:
            self._fault(0, f"files before {self._first_file} are missing, and no line says that they made room")
        last = self.report.last
        if last is not None and last.number < self._known.number:
            self._fault(0, f"the log ends with line {last.number}; line {self._known.number} is known and missing")

    def _line(self, at: int, line: Line) -> None:
        if not self._junk:
            self._follow(at, line)
        elif self._tells_of_junk(line):
            self._remark(
                self._junk[0][0], "a piece of a line, left by a power cut or a full disk, as the next line tells"
            )
            self._junk.clear()
            self._follow(at, line)
        # behind what cannot be read nothing can follow
        self._leftover()
        self._content(at, line)
        report = self.report
        report.lines, report.first, report.last = report.lines + 1, report.first or line, line

    def _follow(self, at: int, line: Line) -> None:
        last = self.report.last
        if last is None and self._first_file > 1:
            return
        before = NOTHING if last is None else last.head
        if line.number > before.number + 1:
            self._fault(at, f"lines {before.number + 1} to {line.number - 1}, which should be before it, are missing")
        elif line.number <= before.number:
            self._fault(at, f"line {line.number} does not belong here; line {before.number + 1} is due")
        elif line.previous != before.digest:
            self._fault(at, "it does not carry the digest of the line before: one of the two was changed")

    def _tells_of_junk(self, line: Line) -> bool:
        junk = b"".join(raw for _, raw in self._junk)
        told = {"bytes": len(junk), "digest": digest_of(junk)}
        return line.is_a(AuditEvent.LOG_TORN) and line.fields == told

    def _leftover(self) -> None:
        """What lies here is no line, and nothing tells of it."""
        if self._junk:
            self._fault(self._junk[0][0], "this is no line of the log: it was changed, or put in")
            self._junk.clear()

    def _content(self, at: int, line: Line) -> None:
        if line.is_a(AuditEvent.LOG_DROPPED) and isinstance(line.fields.get("file"), int):
            self._dropped = max(self._dropped, line.fields["file"])
        if line.number == self._known.number and line.head != self._known:
            self._fault(at, f"line {line.number} is not the one that is known")
        try:
            event = AuditEvent(line.event)
        except ValueError:
            self._remark(at, "an event that this version of the program does not know")
        else:
            if misfits(event, line.fields):
                self._remark(at, "a field that this version of the program does not know of this event")

    def _fault(self, at: int, what: str) -> None:
        self.report.faults.append(Finding(self._file, at, what))

    def _remark(self, at: int, what: str) -> None:
        self.report.remarks.append(Finding(self._file, at, what))
