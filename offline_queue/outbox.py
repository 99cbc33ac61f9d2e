"""The outbox as the screens see it: submissions and letters, sealed and durable before anyone is thanked."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from pydantic import ConfigDict, JsonValue, TypeAdapter

from offline_queue import credentials, doorbell
from offline_queue.aftercare import Aftercare, Undisturbed
from offline_queue.contents import Contents
from offline_queue.database import Database, Overtaken
from offline_queue.disk import Reserve
from offline_queue.errors import NotEnrolled, OutboxError
from offline_queue.files import flush_folder, write_all_durably
from offline_queue.letterbox import Letterbox
from offline_queue.limits import SEAL_BYTES, Limits
from offline_queue.locks import PARTS, held
from offline_queue.newest import Newest, newest_in
from offline_queue.notes import Notes
from offline_queue.numbers import day_code, offline_number
from offline_queue.record import ROW_LIMIT, Sealed
from offline_queue.sealing import Plain, seal
from offline_queue.stock import Stock
from offline_queue.wire import (
    FORM_PART,
    SealingKey,
    WireError,
)

__all__ = ["Attachment", "NotEnrolled", "Outbox", "OutboxError", "QueueItem", "Submitted", "Tally"]

_INSERT, _ROW = "INSERT INTO submission VALUES ", "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

_UNSEALED = "the submission cannot be sealed: a part's name or size is not allowed"

_JSON: TypeAdapter[dict[str, JsonValue]] = TypeAdapter(dict[str, JsonValue], config=ConfigDict(allow_inf_nan=False))
"""The form as JSON: what JSON cannot say is refused, and it is a third of the time of `json.dumps`."""


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

    @property
    def waits(self) -> bool:
        """Whether the city does not have it; what was set aside counts."""
        return self.state in ("sealed", "sending", "quarantined")


@dataclass(frozen=True)
class Tally:
    """The queue in figures: submissions, bytes and age of what waits, what was set aside, letters, when the city
    last acknowledged one."""

    last_sequence: int
    waiting: int
    waiting_bytes: int
    oldest_sealed_at: str
    quarantined: int
    letters: int
    last_sent: str


class Outbox:
    """The queue under `data_dir`. Safe from several threads; another process may have it open too."""

    def __init__(self, folder: Path, database: Database, reserve: Reserve) -> None:
        self.folder = folder
        self.parts = folder / "parts"
        self.database = database
        self.contents = Contents(self.parts, database)
        self.letters = Letterbox(folder, database)
        self.notes = Notes(database)
        self.reserve = reserve
        self._keys = Stock()
        self._aftercare = Aftercare([self._keys.fill, self._copy_back])
        self._newest: Newest | None = None

    @classmethod
    def open(cls, data_dir: Path, reserve: Reserve | None = None) -> Outbox:
        """Open, or make, the queue. Raises OutboxError."""
        reserve = reserve or Reserve(data_dir)
        try:
            if not (data_dir / "parts").is_dir():
                (data_dir / "parts").mkdir(parents=True, exist_ok=True, mode=0o700)
                flush_folder(data_dir)
            database = Database(data_dir, reserve)
        except OSError:
            raise OutboxError(f"{data_dir} cannot be written") from None
        reserve.keep()
        return cls(data_dir, database, reserve)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._aftercare.close()
        self._keys.clear()
        self.database.close()

    def _copy_back(self, _: Undisturbed) -> None:
        # whoever uses the queue next is told
        with suppress(OutboxError):
            self.database.copy_back()

    def has_room(self) -> bool:
        """Whether a new visit may start: the disk has room for it, and can be written."""
        try:
            writable = not os.statvfs(self.folder).f_flag & os.ST_RDONLY
        except OSError:
            return False
        return writable and self.reserve.has_room()

    def submit(self, form: Mapping[str, object], attachments: Sequence[Attachment], *, now: datetime) -> Submitted:
        """Seal and store; durable when it returns. `form` needs `service_code`.

        Raises NotEnrolled, OutboxError, also when it is more than this terminal or the city takes.
        """
        return self.submit_all([(form, attachments)], now=now)[0]

    def submit_all(
        self, contents: Sequence[tuple[Mapping[str, object], Sequence[Attachment]]], *, now: datetime
    ) -> tuple[Submitted, ...]:
        """The same with several forms and their scans: all of them are stored, or none. Raises likewise.

        Together they are no larger than one may be, since the disk keeps room for that.
        """
        city = credentials.load_city(self.folder)
        self._aftercare.due()
        limits = self.notes.limits()
        sealed = [self._sealed(city.sealing_key, form, attachments, limits) for form, attachments in contents]
        if sum([part.entry.size for one in sealed for part in one.parts]) > limits.submission_bytes:
            raise OutboxError(f"submissions made together have at most {limits.submission_bytes} bytes")
        try:
            submitted = self._keep(city.terminal, sealed, now)
        except (WireError, ValueError):
            raise OutboxError(_UNSEALED) from None
        doorbell.ring(self.folder)
        return submitted

    def _sealed(
        self, key: SealingKey, form: Mapping[str, object], attachments: Sequence[Attachment], limits: Limits
    ) -> Sealed:
        try:
            plains = [Plain(FORM_PART, "application/json", _JSON.dump_json(_JSON.validate_python(form)))]
        except ValueError:
            raise OutboxError("the form cannot be written as JSON") from None
        plains += [Plain(item.part, item.media_type, item.data) for item in attachments]
        sizes = [len(plain.data) + SEAL_BYTES for plain in plains]
        if refusal := limits.refusal(sizes, [item.media_type for item in attachments]):
            raise OutboxError(refusal)
        try:
            data_key = self._keys.take(key)
            return Sealed(str(form["service_code"]), data_key, seal(data_key, plains))
        except (WireError, ValueError, KeyError):
            raise OutboxError(_UNSEALED) from None

    def _keep(self, terminal: str, sealed: Sequence[Sealed], now: datetime) -> tuple[Submitted, ...]:
        """Files first, then the rows that name them. A full disk costs the reserve before it costs a submission."""
        files = {
            part.entry.digest: part.ciphertext for one in sealed for part in one.parts if part.entry.size > ROW_LIMIT
        }
        while True:
            try:
                if not files:
                    return self._store(terminal, sealed, now)
                with _no_sweep(self.folder):
                    write_all_durably(self.parts, files)
                    return self._store(terminal, sealed, now)
            except (OSError, OutboxError) as failure:
                if not self.reserve.give_up():
                    raise (
                        failure
                        if isinstance(failure, OutboxError)
                        else OutboxError("the submission could not be written; nothing was stored")
                    ) from None

    def _store(self, terminal: str, sealed: Sequence[Sealed], now: datetime) -> tuple[Submitted, ...]:
        """A row for each, all by one statement, which is a transaction of its own."""
        statement = _INSERT + ", ".join([_ROW] * len(sealed))
        today = now.date()
        while True:
            numbers = self._numbers(day_code(today))
            newest = opened = numbers
            values: list[object] = []
            kept: list[Submitted] = []
            for one in sealed:
                newest = numbers
                number = offline_number(terminal, today, numbers.serial)
                values += one.row(terminal, number, numbers.sequence, now)
                kept.append(Submitted(one.key.submission, number))
                numbers = numbers.after(numbers.day, numbers.serial)
            try:
                self.database.insert(statement, values, opened.opened)
            except Overtaken:
                self._newest = None
                continue
            self._newest = newest
            return tuple(kept)

    def _numbers(self, day: str) -> Newest:
        """Those of the submission that comes next, as far as is known here: its key will tell."""
        newest = self._newest or newest_in(self.database)
        if newest.day == day:
            return newest.after(day, newest.serial)
        row = self.database.row("SELECT last FROM serial WHERE day = ?", day)
        return newest.after(day, 0 if row is None else row["last"])

    def acceptance_number(self, submission_id: str) -> str | None:
        """The city's number once it has acknowledged."""
        row = self.database.row("SELECT acceptance_number FROM standing WHERE id = ?", submission_id)
        return None if row is None else row[0]

    def waiting(self) -> int:
        """How many submissions and letters are still to be sent."""
        row = self.database.row(
            "SELECT (SELECT count(*) FROM standing WHERE state IN ('sealed', 'sending'))"
            " + (SELECT count(*) FROM letter WHERE NOT refused)"
        )
        return 0 if row is None else int(row[0])

    def tally(self) -> Tally:
        """The queue in figures."""
        row = self.database.row(
            "SELECT coalesce(max(sequence), 0),"
            " count(*) FILTER (WHERE state IN ('sealed', 'sending')),"
            " coalesce(sum(bytes) FILTER (WHERE state IN ('sealed', 'sending')), 0),"
            " coalesce((SELECT sealed_at FROM submission WHERE sequence ="
            "           (SELECT min(sequence) FROM standing WHERE state IN ('sealed', 'sending'))), ''),"
            " count(*) FILTER (WHERE state = 'quarantined'),"
            " (SELECT count(*) FROM letter),"
            " coalesce((SELECT at FROM event WHERE state = 'acknowledged' ORDER BY number DESC LIMIT 1), '')"
            " FROM standing"
        )
        return Tally(*row) if row is not None else Tally(0, 0, 0, "", 0, 0, "")

    def items(self) -> list[QueueItem]:
        """All submissions, oldest first."""
        names = ", ".join(QueueItem.__dataclass_fields__)
        rows = self.database.rows(
            f"SELECT {names} FROM submission JOIN standing USING (sequence, id, bytes) ORDER BY sequence"  # noqa: S608
        )
        return [QueueItem(*row) for row in rows]

    def hurry(self) -> None:
        """Somebody asks: what waits for its turn is tried now. How often it failed is kept, for the wait after it.

        Raises OutboxError.
        """
        with self.database.writing() as connection:
            connection.execute("UPDATE wait SET until = 0")
        doorbell.ring(self.folder)

    def retry(self, submission_id: str) -> bool:
        """Send a quarantined submission again; False when there is none of that id."""
        with self.database.writing() as connection:
            done = connection.execute(
                "UPDATE delivery SET state = 'sealed', reason = '' WHERE id = ? AND state = 'quarantined'",
                (submission_id,),
            )
        doorbell.ring(self.folder)
        return done.rowcount == 1


def _no_sweep(folder: Path) -> AbstractContextManager[None]:
    """Files that no row names yet are not orphans while this lasts; it ends with the process."""
    return held(folder / PARTS, wait=True, shared=True)
