"""A look at the queue that changes nothing: no rescue, no log laid out, nobody waits for it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from offline_queue import rescue
from offline_queue.database import FILE, VERSION, Damaged
from offline_queue.errors import OutboxError

PATIENCE = 3.0
"""Seconds to wait for a writer."""


@dataclass(frozen=True)
class Look:
    """How the queue stands: what waits and since when (ISO), what was set aside, damaged files that were, the single
    facts, and devices as the terminal last noted them (status and error)."""

    waiting: int
    oldest_sealed_at: str
    quarantined: int
    damaged_files: int
    facts: dict[str, str]
    devices: dict[str, tuple[str, str]]


def look(data_dir: Path) -> Look | None:
    """The queue under `data_dir`, None when there is none yet. Raises Damaged, OutboxError."""
    path = data_dir / FILE
    if not path.exists():
        return None
    try:
        # "ro" reads the write-ahead log too, and neither checkpoints nor makes a file anew
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, timeout=PATIENCE)) as connection:
            return _look(connection, data_dir)
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            raise Damaged(f"the queue at {path} is damaged") from None
        raise OutboxError(f"the queue at {path} cannot be read") from None


def _look(connection: sqlite3.Connection, data_dir: Path) -> Look:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise OutboxError("the queue was made by a newer program; install that version")
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise Damaged("the queue is damaged")
    if version < VERSION:
        # the next program that opens it brings it up
        return Look(0, "", 0, rescue.set_aside(data_dir), {}, {})
    waiting, oldest, quarantined = connection.execute(
        "SELECT count(*) FILTER (WHERE state IN ('sealed', 'sending')),"
        " coalesce((SELECT min(sealed_at) FROM submission JOIN standing USING (sequence)"
        "           WHERE state IN ('sealed', 'sending')), ''),"
        " count(*) FILTER (WHERE state = 'quarantined') FROM standing"
    ).fetchone()
    facts = dict(connection.execute("SELECT name, value FROM fact").fetchall())
    devices = {name: (status, error) for name, status, error in connection.execute("SELECT * FROM device")}
    return Look(waiting, oldest, quarantined, rescue.set_aside(data_dir), facts, devices)
