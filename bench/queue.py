"""What durable enqueue and drain cost beside bare SQLite and a bare session that does nothing else."""

from __future__ import annotations

import base64
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bench.row import Row
from offline_queue import credentials
from offline_queue.outbox import Attachment, Outbox
from offline_queue.sealing import generate, public_bytes
from offline_queue.wire import Registered, SealingKey, Suite

ROUNDS = 7

PAYLOADS = {"1 KiB": (1024, 0, 60), "64 KiB": (65536, 0, 40), "form and 2 scans, 1 MB": (4096, 2, 10)}
"""Bytes of the form, scans of 0.5 MB, puts a round."""


def rows() -> list[Row]:
    """Submissions a second, ours and bare SQLite's at equal durability, for each suite of seals."""
    return [row for suite in Suite for row in _rows(suite)]


def _rows(suite: Suite) -> list[Row]:
    found = []
    for name, (form, scans, puts) in PAYLOADS.items():
        with tempfile.TemporaryDirectory(dir="build") as folder, closing(_bare(Path(folder))) as bare:
            _enrol(Path(folder), suite)
            with Outbox.open(Path(folder)) as outbox:
                ours, theirs = _in_turns(_submit(outbox, form, scans), _insert(bare, form, scans), puts)
        kind = "hybrid" if suite is Suite.HYBRID else "X25519"
        found.append(Row(f"durable enqueue, {name}, {kind}", "/s", ours, theirs, "bare SQLite, WAL, FULL, no seal"))
    return found


def _in_turns(ours: Callable[[], None], theirs: Callable[[], None], puts: int) -> tuple[float, float]:
    """Both in short turns on the same disk, so that its moods meet both alike; the medians a second."""
    rates: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS + 1):
        for work, into in zip((ours, theirs), rates, strict=True):
            began = time.perf_counter()
            for _ in range(puts):
                work()
            into.append(puts / (time.perf_counter() - began))
    return statistics.median(rates[0][1:]), statistics.median(rates[1][1:])


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
