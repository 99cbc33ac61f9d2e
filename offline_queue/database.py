"""The outbox's SQLite file: opened with the settings that survive a power cut, or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from offline_queue.credentials import OutboxError

VERSION = 1
"""Version of schema.sql."""

_SETTINGS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2}
"""Set on every connection and read back. FULL (2) keeps every committed row through a power cut, NORMAL does not."""


def connect(path: Path) -> sqlite3.Connection:
    """Open the file, make it when it is new. Raises OutboxError."""
    try:
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)
    except sqlite3.Error:
        raise OutboxError(f"the queue at {path} cannot be opened") from None
    try:
        connection.row_factory = sqlite3.Row
        for name, value in _SETTINGS.items():
            connection.execute(f"PRAGMA {name} = {value}")
            if connection.execute(f"PRAGMA {name}").fetchone()[0] != value:
                raise OutboxError(f"the queue at {path} cannot be kept safely: {name} is refused by this file system")
        _prepare(connection, path)
    except sqlite3.Error:
        connection.close()
        raise OutboxError(f"the queue at {path} is damaged or no queue; keep the file and call service") from None
    except OutboxError:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    with writing(connection):
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise OutboxError(f"the queue at {path} was made by a newer program; install that version")
        if version == 0:
            for statement in _statements(files("offline_queue").joinpath("schema.sql").read_text("utf-8")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {VERSION}")


def _statements(script: str) -> Iterator[str]:
    """One by one, since `executescript` would end our transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """A write transaction, taken at once so that two writers wait for each other instead of failing late."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
