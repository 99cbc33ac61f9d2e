"""A damaged queue: set aside whole, and what is readable of it carried into a new file.

Rows are asked for one by one by their key, so that a page that cannot be read costs only what lies on it. What was
carried over proves itself: a manifest and its parts must match their digests, else the submission is quarantined.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from offline_queue.files import flush_folder
from offline_queue.record import slices
from offline_queue.wire import Manifest, WireError, digest_of, parse

FLOOR = 1000
"""New serials and sequence numbers after the n-th rescue start above n times this: no number is given out twice, even
when the table of serials was lost. A terminal takes far fewer submissions a day."""


def rescue(path: Path, connect: Callable[[Path], sqlite3.Connection], version: int) -> None:
    """Put a sound file in place of the damaged one at `path`. Raises OSError, sqlite3.Error; then nothing changed.

    The caller is alone with the file. `connect` opens a queue of `version`: a new file empty, an older one brought up.
    """
    aside = _folder_for(path)
    new = path.with_name("rescued.sqlite")
    for leftover in path.parent.glob(f"{new.name}*"):
        leftover.unlink()
    with closing(sqlite3.connect(path, isolation_level=None)) as source:
        source.row_factory = sqlite3.Row
        # an emptied log cannot be taken for the new file's own, should the power go before it is removed
        with suppress(sqlite3.Error):
            source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if 0 < _version(source) < version:
            _begin_like(source, new)
        else:
            connect(new).close()
        with closing(sqlite3.connect(new, isolation_level=None)) as target:
            target.row_factory = sqlite3.Row
            # the standing of what is lost is lost with it
            target.execute("PRAGMA foreign_keys = 1")
            _carry(source, target)
    with closing(connect(new)) as target:
        _settle(target, int(aside.name.rpartition("-")[2]))
        _check(target, path.parent / "parts")
        rows = target.execute("SELECT files FROM submission WHERE files NOTNULL").fetchall()
        known = {name for row in rows for name in str(row[0]).split()}
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    _exchange(path, new, aside, known)


def set_aside(folder: Path) -> int:
    """How many damaged files were set aside here."""
    return len(list(folder.glob("damaged-*")))


def _folder_for(path: Path) -> Path:
    number = set_aside(path.parent) + 1
    while (aside := path.parent / f"damaged-{number}").exists():
        number += 1
    return aside


def _version(connection: sqlite3.Connection) -> int:
    """Of the queue in a file; 0 when it is none, or its first page cannot be read."""
    with suppress(sqlite3.Error):
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    return 0


def _begin_like(source: sqlite3.Connection, new: Path) -> None:
    """Make the new file an empty one of the same, older version."""
    with closing(sqlite3.connect(new, isolation_level=None)) as target:
        for (statement,) in source.execute("SELECT sql FROM sqlite_master WHERE sql NOTNULL ORDER BY rowid").fetchall():
            target.execute(statement)
        target.execute(f"PRAGMA user_version = {_version(source)}")


def _carry(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """All rows that can be read, into a file of the same version."""
    target.execute("BEGIN IMMEDIATE")
    # the events come from the old file; those that the triggers would make here do not count
    triggers = target.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for trigger in triggers:
        target.execute(f"DROP TRIGGER {trigger['name']}")
    for (table,) in target.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid").fetchall():
        first = target.execute(f"PRAGMA table_info({table})").fetchone()
        numbered = first["type"] == "INTEGER" and first["pk"] == 1
        rows = _by_number(source, table, first["name"]) if numbered else _several(source, f"SELECT * FROM {table}")  # noqa: S608
        for row in rows:
            _put(target, table, row)
    for trigger in triggers:
        target.execute(trigger["sql"])
    target.execute("COMMIT")


def _settle(target: sqlite3.Connection, number: int) -> None:
    """The file after the `number`-th rescue: new numbers begin above a gap, and nothing is left without standing."""
    floor = max(number * FLOOR, _floor_of(target) + FLOOR)
    target.execute("INSERT OR REPLACE INTO fact VALUES ('floor', ?)", (str(floor),))
    # new ones, and those whose standing was on a lost page: sent again, which does no harm
    target.execute(
        "INSERT INTO delivery (sequence, id, bytes) SELECT sequence, id, bytes FROM submission"
        " WHERE sequence NOT IN (SELECT sequence FROM delivery)"
    )


def _floor_of(target: sqlite3.Connection) -> int:
    row = target.execute("SELECT value FROM fact WHERE name = 'floor'").fetchone()
    return int(row[0]) if row is not None and str(row[0]).isdigit() else 0


def _by_number(source: sqlite3.Connection, table: str, key: str) -> Iterator[sqlite3.Row]:
    """Rows of a table with a number as its key, each asked for by itself."""
    for number in range(1, _last(source, table, key) + 1):
        yield from _several(source, f"SELECT * FROM {table} WHERE {key} = ?", number)  # noqa: S608


def _last(source: sqlite3.Connection, table: str, key: str) -> int:
    """The highest key that can be read, found by doubling when the end of the table is damaged."""
    with suppress(sqlite3.Error, TypeError):
        return int(source.execute(f"SELECT max({key}) FROM {table}").fetchone()[0])  # noqa: S608
    high, misses = 0, 0
    for number in range(1, 10_000_000):
        try:
            found = source.execute(f"SELECT 1 FROM {table} WHERE {key} = ?", (number,)).fetchone() is not None  # noqa: S608
        except sqlite3.Error:
            found = False
        high, misses = (number, 0) if found else (high, misses + 1)
        if misses > 100 * FLOOR:
            break
    return high


def _several(source: sqlite3.Connection, question: str, *values: object) -> Iterator[sqlite3.Row]:
    """Rows up to the first that cannot be read."""
    with suppress(sqlite3.Error):
        yield from source.execute(question, values)


def _put(target: sqlite3.Connection, table: str, row: sqlite3.Row) -> None:
    columns = ", ".join(row.keys())
    marks = ", ".join("?" * len(row))
    # a row that its own table's rules refuse was damaged in its values
    with suppress(sqlite3.IntegrityError):
        target.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(row))  # noqa: S608


def _check(target: sqlite3.Connection, parts: Path) -> None:
    rows = target.execute(
        "SELECT submission.* FROM submission JOIN delivery USING (sequence)"
        " WHERE state NOT IN ('purged', 'quarantined')"
    ).fetchall()
    for row in rows:
        if not _whole(row, parts):
            target.execute(
                "UPDATE delivery SET state = 'quarantined', reason = 'damaged on this terminal' WHERE sequence = ?",
                (row["sequence"],),
            )


def _whole(row: sqlite3.Row, parts: Path) -> bool:
    raw, content = row["manifest"], row["content"]
    if not isinstance(raw, bytes) or digest_of(raw) != row["digest"]:
        return False
    try:
        manifest = parse(Manifest, raw)
    except WireError:
        return False
    files = str(row["files"] or "").split()
    inside = slices(manifest.parts, files)
    if inside and not isinstance(content, bytes):
        return False
    return all((parts / name).is_file() for name in files) and all(
        digest_of(content[place]) == digest for digest, place in inside.items()
    )


def _exchange(path: Path, new: Path, aside: Path, known: set[str]) -> None:
    """The damaged file and scans that nothing names any more go aside; the new file takes its name."""
    parts = path.parent / "parts"
    (aside / "parts").mkdir(parents=True)
    for name in (path.name, f"{path.name}-wal"):
        with suppress(FileNotFoundError):
            os.link(path.with_name(name), aside / name)
    for folder in (aside / "parts", aside, path.parent):
        flush_folder(folder)
    for name in (f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)
    new.replace(path)
    for leftover in path.parent.glob(f"{new.name}-*"):
        leftover.unlink()
    if parts.is_dir():
        for file in parts.iterdir():
            if file.name not in known:
                file.replace(aside / "parts" / file.name)
    flush_folder(path.parent)
