"""The outbox: sealed submissions and ratings, durable before anyone is thanked, until the city proves it has them."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Self

import uuid_utils

from offline_queue import credentials
from offline_queue.credentials import NotEnrolled, OutboxError
from offline_queue.database import connect, writing
from offline_queue.files import write_durably
from offline_queue.numbers import offline_number
from offline_queue.sealing import Plain, SealedPart, seal
from offline_queue.wire import FORM_PART, FORMAT, MAX_PARTS, Acknowledgement, Manifest, Rating, WireError, digest_of

__all__ = ["Attachment", "NotEnrolled", "Outbox", "OutboxError", "QueueItem", "Submitted"]

ROW_LIMIT = 256 << 10
"""Ciphertext up to this many bytes lies in the database, above it in a file: measured to be the faster way round."""

GRACE = timedelta(days=7)
"""How long ciphertext is kept after its acknowledgement, in case the city must ask again."""

ORPHAN_AGE = 3600.0
"""Seconds after which a file that no row names is swept."""


@dataclass(frozen=True, repr=False)
class Attachment:
    """A scan: part name, media type, bytes."""

    part: str
    media_type: str
    data: bytes


@dataclass(frozen=True)
class Submitted:
    """What the resident may rely on."""

    id: str
    offline_number: str


@dataclass(frozen=True)
class QueueItem:
    """All that is readable of a submission."""

    id: str
    offline_number: str
    service_code: str
    sealed_at: str
    state: str
    attempts: int
    reason: str
    acceptance_number: str | None
    bytes: int


@dataclass(frozen=True, repr=False)
class Outgoing:
    """A submission to be sent: the manifest's bytes, always the same, and its digest."""

    id: str
    manifest: bytes
    digest: str


class Outbox:
    """The queue under `data_dir`. Safe from several threads; another process may have it open too."""

    def __init__(self, data_dir: Path, connection: sqlite3.Connection) -> None:
        self._folder = data_dir
        self._parts = data_dir / "parts"
        self._connection = connection
        self._lock = threading.Lock()

    @classmethod
    def open(cls, data_dir: Path) -> Outbox:
        """Open, or make, the queue. Raises OutboxError."""
        try:
            (data_dir / "parts").mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError:
            raise OutboxError(f"{data_dir} cannot be written") from None
        return cls(data_dir, connect(data_dir / "outbox.sqlite"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def submit(self, form: Mapping[str, object], attachments: Sequence[Attachment], *, now: datetime) -> Submitted:
        """Seal and store; durable when it returns. `form` needs `service_code`. Raises NotEnrolled, OutboxError."""
        keys = credentials.load(self._folder)
        if len(attachments) >= MAX_PARTS:
            raise OutboxError(f"a submission has at most {MAX_PARTS - 1} scans")
        identity = str(uuid_utils.uuid7())
        text = json.dumps(form, ensure_ascii=False, allow_nan=False).encode()
        plains = [Plain(FORM_PART, "application/json", text)]
        plains += [Plain(item.part, item.media_type, item.data) for item in attachments]
        try:
            wrapped, parts = seal(identity, plains, keys.city.sealing_key)
            return self._store(keys, identity, str(form["service_code"]), wrapped, parts, now)
        except (WireError, ValueError):
            raise OutboxError("the submission cannot be sealed: a part's name or size is not allowed") from None
        except (sqlite3.Error, OSError):
            raise OutboxError("the submission could not be written; nothing was stored") from None

    def _store(
        self,
        keys: credentials.Credentials,
        identity: str,
        service_code: str,
        wrapped: str,
        parts: tuple[SealedPart, ...],
        now: datetime,
    ) -> Submitted:
        rows = [self._part_row(identity, part) for part in parts]
        with self._lock, writing(self._connection):
            execute = self._connection.execute
            sequence = execute(
                "SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'submission'"
            ).fetchone()[0]
            number = offline_number(keys.city.terminal, now.date(), self._serial(now.date()))
            manifest = Manifest(
                format=FORMAT,
                id=identity,
                service_code=service_code,
                terminal=keys.city.terminal,
                offline_number=number,
                sequence=sequence,
                sealed_at=now.isoformat(timespec="seconds"),
                suite=keys.city.sealing_key.suite,
                key_id=keys.city.sealing_key.key_id,
                wrapped_key=wrapped,
                parts=tuple(part.entry for part in parts),
            )
            raw = manifest.model_dump_json().encode()
            execute(
                "INSERT INTO submission"
                " (sequence, id, offline_number, service_code, sealed_at, manifest, digest, bytes)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    sequence,
                    identity,
                    number,
                    service_code,
                    manifest.sealed_at,
                    raw,
                    digest_of(raw),
                    sum(part.entry.size for part in parts),
                ),
            )
            self._connection.executemany("INSERT INTO part VALUES (?, ?, ?, ?, ?)", rows)
        return Submitted(identity, number)

    def _part_row(self, identity: str, part: SealedPart) -> tuple[str, int, str, bytes | None, str | None]:
        entry = part.entry
        if entry.size <= ROW_LIMIT:
            return identity, entry.index, entry.digest, part.ciphertext, None
        write_durably(self._parts / entry.digest, part.ciphertext)
        return identity, entry.index, entry.digest, None, entry.digest

    def _serial(self, day: date) -> int:
        row = self._connection.execute(
            "INSERT INTO serial VALUES (?, 1) ON CONFLICT (day) DO UPDATE SET last = last + 1 RETURNING last",
            (day.isoformat(),),
        ).fetchone()
        return int(row[0])

    def acceptance_number(self, submission_id: str) -> str | None:
        """The city's number once it has acknowledged."""
        row = self._one("SELECT acceptance_number FROM submission WHERE id = ?", submission_id)
        return None if row is None else row[0]

    def waiting(self) -> int:
        """How many submissions and ratings are still to be sent."""
        row = self._one(
            "SELECT (SELECT count(*) FROM submission WHERE state IN ('sealed', 'sending'))"
            " + (SELECT count(*) FROM rating)"
        )
        return 0 if row is None else int(row[0])

    def items(self) -> list[QueueItem]:
        """All submissions, oldest first."""
        names = ", ".join(QueueItem.__dataclass_fields__)
        with self._lock:
            rows = self._connection.execute(f"SELECT {names} FROM submission ORDER BY sequence").fetchall()  # noqa: S608
        return [QueueItem(*row) for row in rows]

    def rate(self, service_code: str, level: int, tags: Sequence[str], words: str, *, day: date) -> None:
        """Keep an anonymous rating to be sent. Raises OutboxError."""
        try:
            rating = Rating(service_code=service_code, level=level, tags=tuple(tags), words=words, day=day.isoformat())
            # version 4: a version 7 would carry the time
            identity = str(uuid_utils.uuid4())
            with self._lock, writing(self._connection):
                self._connection.execute(
                    "INSERT INTO rating VALUES (?, ?)", (identity, rating.model_dump_json().encode())
                )
        except (ValueError, sqlite3.Error):
            raise OutboxError("the rating could not be kept") from None

    def next_outgoing(self) -> Outgoing | None:
        """The next submission to try, its try counted and durable: never tried ones first, then by age."""
        if self._one("SELECT 1 FROM submission WHERE state = 'sealed'") is None:
            return None
        with self._lock, writing(self._connection):
            row = self._connection.execute(
                "SELECT id, manifest, digest FROM submission WHERE state = 'sealed'"
                " ORDER BY attempts > 0, sequence LIMIT 1"
            ).fetchone()
            if row is not None:
                self._connection.execute(
                    "UPDATE submission SET state = 'sending', attempts = attempts + 1 WHERE id = ?", (row["id"],)
                )
        return None if row is None else Outgoing(row["id"], row["manifest"], row["digest"])

    def untried(self) -> bool:
        """Whether a submission waits that was never tried: someone may be standing at the screen."""
        return self._one("SELECT 1 FROM submission WHERE state = 'sealed' AND attempts = 0") is not None

    def part(self, submission_id: str, digest: str) -> bytes:
        """The ciphertext of a part. Raises OutboxError when it is gone or was changed."""
        row = self._one("SELECT content, file FROM part WHERE submission_id = ? AND digest = ?", submission_id, digest)
        if row is None:
            raise OutboxError("a part of the submission is missing")
        try:
            content: bytes = row["content"] if row["file"] is None else (self._parts / row["file"]).read_bytes()
        except OSError:
            raise OutboxError("a part of the submission cannot be read") from None
        if digest_of(content) != digest:
            raise OutboxError("a part of the submission is damaged")
        return content

    def acknowledged(self, proof: Acknowledgement, now: datetime) -> None:
        """The city holds it."""
        self._move(proof.id, "acknowledged", "", proof.acceptance_number, now.isoformat(timespec="seconds"))

    def given_back(self, submission_id: str, reason: str) -> None:
        """Not delivered this time."""
        self._move(submission_id, "sealed", reason)

    def quarantined(self, submission_id: str, reason: str) -> None:
        """Refused for good: kept for staff to look at."""
        self._move(submission_id, "quarantined", reason)

    def retry(self, submission_id: str) -> bool:
        """Send a quarantined submission again; False when there is none of that id."""
        with self._lock, writing(self._connection):
            done = self._connection.execute(
                "UPDATE submission SET state = 'sealed', reason = '' WHERE id = ? AND state = 'quarantined'",
                (submission_id,),
            )
        return done.rowcount == 1

    def _move(
        self, submission_id: str, state: str, reason: str, number: str | None = None, at: str | None = None
    ) -> None:
        with self._lock, writing(self._connection):
            self._connection.execute(
                "UPDATE submission SET state = ?, reason = ?, acceptance_number = coalesce(?, acceptance_number),"
                " acknowledged_at = coalesce(?, acknowledged_at) WHERE id = ?",
                (state, reason, number, at, submission_id),
            )

    def ratings(self) -> list[tuple[str, bytes]]:
        """Ratings still to be sent: id and body."""
        with self._lock:
            return [tuple(row) for row in self._connection.execute("SELECT id, body FROM rating ORDER BY id")]

    def rating_sent(self, rating_id: str) -> None:
        """The city has it; forget it."""
        with self._lock, writing(self._connection):
            self._connection.execute("DELETE FROM rating WHERE id = ?", (rating_id,))

    def recover(self) -> None:
        """At the sync agent's start: give back what was being sent, sweep files that no row names."""
        with self._lock, writing(self._connection):
            self._connection.execute(
                "UPDATE submission SET state = 'sealed', reason = 'interrupted' WHERE state = 'sending'"
            )
            known = {row[0] for row in self._connection.execute("SELECT file FROM part WHERE file IS NOT NULL")}
        for path in self._parts.iterdir():
            if path.name not in known and time.time() - path.stat().st_mtime > ORPHAN_AGE:
                with suppress(OSError):
                    path.unlink()

    def purge(self, now: datetime) -> int:
        """Drop the ciphertext of what was acknowledged longer than the grace period ago; how many it were."""
        before = (now - GRACE).isoformat(timespec="seconds")
        with self._lock, writing(self._connection):
            execute = self._connection.execute
            due = [
                row[0]
                for row in execute(
                    "SELECT id FROM submission WHERE state = 'acknowledged' AND acknowledged_at < ?", (before,)
                )
            ]
            files: list[str] = []
            for identity in due:
                files += [
                    row[0] for row in execute("SELECT file FROM part WHERE submission_id = ?", (identity,)) if row[0]
                ]
                execute("DELETE FROM part WHERE submission_id = ?", (identity,))
                execute("UPDATE submission SET state = 'purged', manifest = NULL WHERE id = ?", (identity,))
        for name in files:
            with suppress(OSError):
                (self._parts / name).unlink()
        return len(due)

    def export(self, submission_id: str) -> tuple[bytes, dict[str, bytes]] | None:
        """Manifest and ciphertexts by digest of one submission, as they would be sent; None when there is none."""
        row = self._one("SELECT manifest FROM submission WHERE id = ? AND manifest IS NOT NULL", submission_id)
        if row is None:
            return None
        manifest = Manifest.model_validate_json(row["manifest"])
        return row["manifest"], {entry.digest: self.part(submission_id, entry.digest) for entry in manifest.parts}

    def _one(self, statement: str, *values: object) -> sqlite3.Row | None:
        with self._lock:
            row: sqlite3.Row | None = self._connection.execute(statement, values).fetchone()
        return row
