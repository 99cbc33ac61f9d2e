"""The files of the audit log: lines are added, never changed; each carries the digest of the one before, across files.

Several processes write, one line at a time under a lock. A line of which a power cut or a full disk left a piece stays
as it is, and the next line tells its size and digest. Everything here may raise OSError; what could not be written
then leaves no gap in the chain.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from kiosk.audit.events import AuditEvent
from kiosk.audit.kinds import Value
from kiosk.audit.lines import NOTHING, Head, digest_of, parsed
from offline_queue.files import flush_folder
from offline_queue.locks import held

FOLDER = "audit"
"""Below `data_dir`."""

FILE_BYTES = 4 << 20
"""A file that has grown to this gets a successor."""

KEEP_BYTES = 512 << 20
"""All files together. 300 visits a day make 1 MB: 180 MB in the half year that 等保 2.0 asks for.
No file goes for its age: a clock that was set wrong would throw everything away."""

_NAME = re.compile(r"audit-([0-9]{6})\.jsonl")

Render = Callable[[Mapping[str, object]], str]
"""A line as JSON, with who writes it."""


class _Spot(NamedTuple):
    """Where the next line goes: file, its size, the newest line, and what lies behind that and is none."""

    path: Path
    size: int
    head: Head
    junk: bytes = b""


def files_of(folder: Path) -> list[Path]:
    """The files of a log, oldest first. Raises OSError."""
    return sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name))


def number_of(path: Path) -> int:
    """The number of a file of the log, 1-based."""
    found = _NAME.fullmatch(path.name)
    return 0 if found is None else int(found[1])


def named(folder: Path, number: int) -> Path:
    """The file of this number."""
    return folder / f"audit-{number:06d}.jsonl"


class Ledger:
    """The log in a folder."""

    def __init__(
        self, folder: Path, render: Render, file_bytes: int = FILE_BYTES, keep_bytes: int = KEEP_BYTES
    ) -> None:
        self._folder = folder
        self._render = render
        self._file_bytes = file_bytes
        self._keep_bytes = keep_bytes
        self._spot: _Spot | None = None

    def append(self, event: AuditEvent, at: str, fields: Mapping[str, Value]) -> None:
        """Add a line; it is whole in the file when this returns, and durable after `flush`."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        with locked(self._folder):
            spot = self._found()
            if spot.size >= self._file_bytes and not spot.junk:
                spot = self._turned(spot)
            if spot.junk:
                spot = self._mended(spot)
            self._written(spot, event, at, fields)

    def flush(self) -> None:
        """Make what was added durable."""
        if self._spot is not None and self._spot.path.exists():
            _flush(self._spot.path)

    def _found(self) -> _Spot:
        files = files_of(self._folder)
        known = self._spot
        if known is not None and files and known.path == files[-1] and _size(known.path) == known.size:
            return known
        return _end_of(self._folder, files)

    def _turned(self, spot: _Spot) -> _Spot:
        """The next file, and room for it."""
        _flush(spot.path)
        following = _Spot(named(self._folder, number_of(spot.path) + 1), 0, spot.head)
        files = files_of(self._folder)
        while len(files) > 1 and sum(_size(path) for path in files) > self._keep_bytes - self._file_bytes:
            oldest = files.pop(0)
            days = max(0, int((time.time() - oldest.stat().st_mtime) // 86400))
            dropped = {"file": number_of(oldest), "days": days}
            following = self._written(following, AuditEvent.LOG_DROPPED, moment(), dropped)
            # told first: a power cut between the two leaves a file too many, not one too few
            _flush(following.path)
            oldest.unlink()
            flush_folder(self._folder)
        return following

    def _mended(self, spot: _Spot) -> _Spot:
        end = b"" if spot.junk.endswith(b"\n") else b"\n"
        junk = spot.junk + end
        return self._written(spot, AuditEvent.LOG_TORN, moment(), {"bytes": len(junk), "digest": digest_of(junk)}, end)

    def _written(
        self, spot: _Spot, event: AuditEvent, at: str, fields: Mapping[str, Value], before: bytes = b""
    ) -> _Spot:
        row = {"number": spot.head.number + 1, "at": at, "event": event.value, "fields": fields}
        line = self._render({**row, "previous": spot.head.digest}).encode()
        self._spot = None
        _append(spot.path, before + line + b"\n")
        if spot.size == 0:
            flush_folder(self._folder)
        size = spot.size + len(before) + len(line) + 1
        self._spot = _Spot(spot.path, size, Head(spot.head.number + 1, digest_of(line)))
        return self._spot


def moment() -> str:
    """Now, in UTC, to the millisecond."""
    now = time.time()
    return f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(now))}.{int(now % 1 * 1000):03d}Z"


def head_of(folder: Path) -> Head:
    """The newest line of a log, whoever wrote it."""
    if not folder.is_dir():
        return NOTHING
    with locked(folder):
        return _end_of(folder, files_of(folder)).head


def locked(folder: Path) -> AbstractContextManager[None]:
    """Nobody else writes meanwhile; it ends with the process. Raises OSError."""
    return held(folder / "lock", wait=True)


def _end_of(folder: Path, files: list[Path]) -> _Spot:
    """The newest line is in the last file, or before it when that one holds none yet."""
    if not files:
        return _Spot(named(folder, 1), 0, NOTHING)
    newest = files[-1]
    content = newest.read_bytes()
    end = len(content)
    while end > 0:
        start = content.rfind(b"\n", 0, end - 1) + 1
        line = parsed(content[start : end - 1]) if content[end - 1 : end] == b"\n" else None
        if line is not None:
            return _Spot(newest, len(content), line.head, content[end:])
        end = start
    return _Spot(newest, len(content), _end_of(folder, files[:-1]).head, content)


def _append(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        if os.write(descriptor, data) != len(data):
            raise OSError("a piece of the line was written")
    finally:
        os.close(descriptor)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
