"""The outbox's SQLite file: opened with the settings that survive a power cut, or not at all.

A damaged file is set aside and what is readable of it rescued, by whoever opens it alone.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path

from offline_queue import rescue
from offline_queue.disk import Reserve
from offline_queue.errors import OutboxError

FILE = "outbox.sqlite"

VERSION = 4
"""Version of schema.sql."""

_SETTINGS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2}
"""Set on every connection and read back. FULL (2) keeps every committed row through a power cut, NORMAL does not."""

_PAGE = 8192
"""Bytes of a page of a new file: two small submissions fit in one, and a large row takes half the writes of SQLite's
4096. An older file keeps its own."""

_LOG_PAGES = 500
"""Pages in the write-ahead log after which it is copied back by whoever writes, if no quiet moment came before."""

_LOG = (_LOG_PAGES + 50) * (_PAGE + 24)
"""Bytes of the write-ahead log that are laid out before the first submission: a page and its head (24, see SQLite's
file format), and one transaction more. Written in place, a flush needs no work of the file system's own journal."""

_LOG_LIMIT = 16 << 20
"""Bytes to which the write-ahead log is cut back after a burst."""

_DAMAGED = {"SQLITE_CORRUPT", "SQLITE_NOTADB"}
"""Primary result codes of SQLite for a file whose pages are wrong."""


class Damaged(OutboxError):
    """Pages of the file are wrong."""


class Overtaken(OutboxError):
    """What the caller knew of the file is no longer so; nothing was stored."""


class Database:
    """One connection, one writer at a time. Safe from several threads; other processes may have the file open."""

    def __init__(self, folder: Path, reserve: Reserve) -> None:
        """Open the file, make it when it is new, rescue it when it is damaged. Raises OutboxError."""
        self._folder = folder
        self._reserve = reserve
        self._lock = threading.Lock()
        self._closed = False
        self._users: int | None = None
        self._connection: sqlite3.Connection | None = None
        self.opened = 0
        """How often the file was opened; between two times it may have been rescued."""
        self._open()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._closed = True
            self._shut()

    def rows(self, statement: str, *values: object) -> list[sqlite3.Row]:
        """All rows of a question. Raises OutboxError."""
        with self._lock, self._telling() as connection:
            return connection.execute(statement, values).fetchall()

    def row(self, statement: str, *values: object) -> sqlite3.Row | None:
        """The first row of a question. Raises OutboxError."""
        with self._lock, self._telling() as connection:
            found: sqlite3.Row | None = connection.execute(statement, values).fetchone()
        return found

    def insert(self, statement: str, values: Sequence[object], opened: int) -> None:
        """Rows under keys that the caller has counted, all or none; durable when this returns.

        Raises Overtaken, OutboxError.
        """
        with self._lock, self._telling() as connection:
            if opened != self.opened:
                raise Overtaken("the queue was opened anew")
            try:
                connection.execute(statement, values)
            except sqlite3.IntegrityError:
                raise Overtaken("another program was quicker") from None

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A write transaction; durable when it is left without an error. Raises OutboxError."""
        with self._lock, self._telling() as connection, _transaction(connection):
            yield connection

    def copy_back(self) -> None:
        """Bring the write-ahead log into the file now, so that no submission has to. Raises OutboxError."""
        with self._lock, self._telling() as connection:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    @contextmanager
    def _telling(self) -> Iterator[sqlite3.Connection]:
        """The connection; SQLite's errors become ours, and a damaged file is let go, to be rescued at the next use."""
        if self._connection is None and not self._closed:
            self._open()
        connection = self._connection
        if connection is None:
            raise OutboxError("the queue is closed")
        try:
            yield connection
        except sqlite3.Error as error:
            name = getattr(error, "sqlite_errorname", "") or ""
            if _primary(name) in _DAMAGED:
                self._shut()
                raise Damaged("the queue's file is damaged; it is rescued at the next start") from None
            if name.startswith("SQLITE_FULL"):
                self._reserve.give_up()
                raise OutboxError("the disk is full; nothing was stored") from None
            if name.startswith(("SQLITE_IOERR", "SQLITE_READONLY")):
                # after a flush that failed nothing in memory can be trusted: the next use opens and checks anew
                self._shut()
            raise OutboxError("the queue could not be read or written; nothing was stored") from None

    def _open(self) -> None:
        path = self._folder / FILE
        self.opened += 1
        self._users = _share(self._folder)
        try:
            try:
                self._connection = _connect(path)
            except Damaged:
                _alone(self._users)
                _rescue(path)
                self._connection = _connect(path)
                fcntl.flock(self._users, fcntl.LOCK_SH)
        except BaseException:
            self._shut()
            raise
        with suppress(OSError, sqlite3.Error):
            if self._reserve.spare() > _LOG:
                _lay_out_log(self._connection, path)

    def _shut(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._users is not None:
            os.close(self._users)
            self._users = None


def _share(folder: Path) -> int:
    """Be one of the users of the queue: a lock that ends with the process."""
    descriptor = os.open(folder / "outbox.lock", os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    return descriptor


def _alone(descriptor: int) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise OutboxError(
            "the queue's file is damaged, and another program has it open; end both and start again"
        ) from None


def _connect(path: Path) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)
    except sqlite3.Error:
        raise OutboxError(f"the queue at {path} cannot be opened") from None
    try:
        connection.row_factory = sqlite3.Row
        connection.execute(f"PRAGMA page_size = {_PAGE}")
        for name, value in _SETTINGS.items():
            connection.execute(f"PRAGMA {name} = {value}")
            if connection.execute(f"PRAGMA {name}").fetchone()[0] != value:
                raise OutboxError(f"the queue at {path} cannot be kept safely: {name} is refused by this file system")
        connection.execute(f"PRAGMA journal_size_limit = {_LOG_LIMIT}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
        version = _version(connection, path)
        # before anything is brought up: what cannot be read of an older file must not be dropped with it
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise Damaged(f"the queue at {path} is damaged")
        if version != VERSION:
            _bring_up(connection, path)
    except sqlite3.Error as error:
        connection.close()
        if _primary(getattr(error, "sqlite_errorname", "") or "") in _DAMAGED:
            raise Damaged(f"the queue at {path} is damaged") from None
        raise OutboxError(f"the queue at {path} cannot be read or written: check the disk") from None
    except OutboxError:
        connection.close()
        raise
    return connection


def _lay_out_log(connection: sqlite3.Connection, path: Path) -> None:
    """Fill the write-ahead log with zeros behind its end, where SQLite reads nothing. Raises OSError, sqlite3.Error."""
    log = path.with_name(f"{path.name}-wal")
    if log.stat().st_size >= _LOG:
        return
    # nobody else writes to the log meanwhile
    connection.execute("BEGIN IMMEDIATE")
    try:
        with log.open("ab") as file:
            file.write(bytes(max(0, _LOG - file.tell())))
            file.flush()
            os.fsync(file.fileno())
    finally:
        connection.execute("ROLLBACK")


def _primary(name: str) -> str:
    """`SQLITE_CORRUPT_VTAB` is a `SQLITE_CORRUPT`."""
    return "_".join(name.split("_")[:2])


def _rescue(path: Path) -> None:
    try:
        rescue.rescue(path, _connect, VERSION)
    except (sqlite3.Error, OSError):
        raise OutboxError(
            f"the queue at {path} is damaged and could not be rescued; keep it and call service"
        ) from None


def _bring_up(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables, or bring an older file to this version, in one transaction."""
    # tables are made anew and filled from the old ones, whose references would be followed on the way
    connection.execute("PRAGMA foreign_keys = 0")
    with _transaction(connection):
        for script in _steps(_version(connection, path)):
            for statement in _statements(files("offline_queue").joinpath(script).read_text("utf-8")):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("PRAGMA foreign_keys = 1")


def _version(connection: sqlite3.Connection, path: Path) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise OutboxError(f"the queue at {path} was made by a newer program; install that version")
    return version


def _steps(version: int) -> list[str]:
    if version == 0:
        return ["schema.sql"]
    return [f"migrations/{number:04d}.sql" for number in range(version + 1, VERSION + 1)]


def _statements(script: str) -> Iterator[str]:
    """One by one, since `executescript` would end our transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Taken at once, so that two writers wait for each other instead of failing late."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
