"""Copies a log to another folder, of a stick for example."""

from __future__ import annotations

from pathlib import Path

from kiosk.audit.ledger import files_of, locked
from offline_queue.files import write_durably


class Foreign(Exception):
    """The folder holds another log; the text says so."""


def copy(log: Path, out: Path) -> int:
    """Copy all files of a log that has some, durably; how many. A former copy is brought up to date.

    Raises OSError, Foreign.
    """
    out.mkdir(parents=True, exist_ok=True)
    # only the newest is still written to
    with locked(log):
        *older, newest = files_of(log)
        content = newest.read_bytes()
    for path in older:
        _put(out / path.name, path.read_bytes())
    _put(out / newest.name, content)
    return len(older) + 1


def _put(path: Path, content: bytes) -> None:
    if path.exists() and not content.startswith(path.read_bytes()):
        raise Foreign(f"{path} is of another terminal, or was changed")
    write_durably(path, content)
