"""What durable enqueue costs beside bare SQLite and two queue libraries, and whether a long queue slows it."""

from __future__ import annotations

import base64
import json
import sqlite3
import statistics
import tempfile
import time
import uuid
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import litequeue
import persistqueue
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bench.row import Row
from offline_queue import credentials
from offline_queue.outbox import Attachment, Outbox
from offline_queue.sealing import generate, public_bytes
from offline_queue.wire import Registered, SealingKey, Suite

ROUNDS = 21

PAYLOADS = {"1 KiB": (1024, 0, 20), "64 KiB": (65536, 0, 15), "form and 2 scans, 1 MB": (4096, 2, 4)}
"""Bytes of the form, scans of 0.5 MB, puts a turn."""

AT_ONCE = 25
"""A long turn is so many times as long: nothing made beforehand lasts, and every log is copied back on the way."""


PAUSE = 0.1
"""Seconds after a round, as after a resident: what we leave to be done in the background is over before the next."""

LONG = 100_000
"""Submissions that wait in the long queue."""

TURNS = 2000
"""Puts into the empty and the long queue, by turns."""


def rows() -> list[Row]:
    """Submissions a second, ours and the peers' at equal durability, for each suite of seals; then the long queue."""
    turns = [row for suite in Suite for row in _rows(suite, ROUNDS, 1)]
    return [*turns, *_rows(Suite.HYBRID, 3, AT_ONCE), _long_queue()]


def _rows(suite: Suite, rounds: int, longer: int) -> list[Row]:
    found = []
    kind = "hybrid" if suite is Suite.HYBRID else "X25519"
    for name, (form, scans, puts) in PAYLOADS.items():
        with tempfile.TemporaryDirectory(dir="build") as folder, closing(_bare(Path(folder))) as bare:
            _enrol(Path(folder), suite)
            with Outbox.open(Path(folder)) as outbox:
                peers = {
                    "bare SQLite, WAL, FULL, no seal": _insert(bare, form, scans),
                    "persist-queue, no seal": _persist_queue(Path(folder), form, scans),
                    "litequeue, FULL, no seal": _litequeue(Path(folder), form, scans),
                }
                # ours last, so that its background work falls into the pause and on nobody's turn
                *theirs, ours = _in_turns([*peers.values(), _submit(outbox, form, scans)], puts * longer, rounds)
        at_once = "" if longer == 1 else f", {puts * longer} at once"
        found += [
            Row(f"durable enqueue, {name}, {kind}{at_once}", "/s", ours, rate, peer)
            for peer, rate in zip(peers, theirs, strict=True)
        ]
    return found


def _long_queue() -> Row:
    """The 99th percentile of a put while LONG wait, beside that of an empty queue."""
    with tempfile.TemporaryDirectory(dir="build") as folder:
        times: list[list[float]] = [[], []]
        boxes = []
        for n in range(2):
            _enrol(Path(folder) / str(n), Suite.HYBRID)
            boxes.append(Outbox.open(Path(folder) / str(n)))
        _fill(boxes[1], LONG)
        puts = [_submit(box, 1024, 0) for box in boxes]
        for _ in range(TURNS):
            for put, into in zip(puts, times, strict=True):
                began = time.perf_counter()
                put()
                into.append(1000 * (time.perf_counter() - began))
        for box in boxes:
            box.close()
    empty, long = (statistics.quantiles(each, n=100)[98] for each in times)
    return Row(f"99th percentile of a put, {LONG:,} waiting", "ms", long, empty, "the same with nothing waiting")


def _fill(outbox: Outbox, count: int) -> None:
    """Make a long queue at once, each like the one that is there."""
    _submit(outbox, 1024, 0)()
    with outbox.database.writing() as connection:
        first = tuple(connection.execute("SELECT * FROM submission").fetchone())
        connection.executemany(
            "INSERT INTO submission VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((n, str(uuid.uuid4()), *first[2:]) for n in range(first[0] + 1, first[0] + count)),
        )


def _in_turns(works: list[Callable[[], None]], puts: int, rounds: int) -> list[float]:
    """All in short turns on the same disk, so that its moods meet them alike; the medians a second."""
    rates: list[list[float]] = [[] for _ in works]
    for _ in range(rounds + 1):
        for work, into in zip(works, rates, strict=True):
            began = time.perf_counter()
            for _ in range(puts):
                work()
            into.append(puts / (time.perf_counter() - began))
        time.sleep(PAUSE)
    return [statistics.median(each[1:]) for each in rates]


def _submit(outbox: Outbox, form: int, scans: int) -> Callable[[], None]:
    content = {"service_code": "x", "answers": {"text": "x" * form}}
    attached = [Attachment(f"scan-{n}", "image/jpeg", bytes(500_000)) for n in range(scans)]
    return lambda: void(outbox.submit(content, attached, now=datetime.now(UTC)))


def _insert(bare: sqlite3.Connection, form: int, scans: int) -> Callable[[], None]:
    blobs = [(bytes(form),), *((bytes(500_000),) for _ in range(scans))]

    def put() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.executemany("INSERT INTO item (body) VALUES (?)", blobs)
        bare.execute("COMMIT")

    return put


def _persist_queue(folder: Path, form: int, scans: int) -> Callable[[], None]:
    queue = persistqueue.SQLiteQueue(str(folder / "persist-queue"), auto_commit=True)
    item = bytes(form + scans * 500_000)
    return lambda: void(queue.put(item))


def _litequeue(folder: Path, form: int, scans: int) -> Callable[[], None]:
    queue = litequeue.LiteQueue(str(folder / "litequeue.sqlite"))
    # it is made with NORMAL, which loses the last rows in a power cut
    queue.conn.execute("PRAGMA synchronous = FULL")
    item = json.dumps("x" * (form + scans * 500_000))
    return lambda: void(queue.put(item))


def void(_: object) -> None:
    """Drop an answer."""


def _bare(folder: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, body BLOB)")
    return connection


def _enrol(folder: Path, suite: Suite) -> None:
    credentials.terminal_key(folder)
    public = base64.b64encode(public_bytes(suite, generate(suite))).decode()
    signing = base64.b64encode(Ed25519PrivateKey.generate().public_key().public_bytes_raw()).decode()
    key = SealingKey(key_id="bench", suite=suite, public_key=public)
    credentials.store_city(folder, Registered(terminal="0001", sealing_key=key, signing_key=signing))
