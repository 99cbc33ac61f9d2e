"""What the city keeps: terminals, submissions, ratings in a database; ciphertext of the parts in a folder."""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from offline_queue.numbers import acceptance_number
from offline_queue.wire import Acknowledgement, Manifest, Rating, digest_of

_META = sa.MetaData()

_CODE = sa.Table("enrol_code", _META, sa.Column("code", sa.String, primary_key=True))

_TERMINAL = sa.Table(
    "terminal",
    _META,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("public_key", sa.String, nullable=False, unique=True),
    sa.Column("area", sa.String, nullable=False),
    sa.Column("station", sa.String, nullable=False),
)

_SUBMISSION = sa.Table(
    "submission",
    _META,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("digest", sa.String, nullable=False),
    sa.Column("service_code", sa.String, nullable=False),
    sa.Column("terminal", sa.String, nullable=False),
    sa.Column("offline_number", sa.String, nullable=False, unique=True),
    sa.Column("acceptance_number", sa.String, nullable=False, unique=True),
    sa.Column("received", sa.String, nullable=False),
    sa.Column("manifest", sa.LargeBinary, nullable=False),
    sa.Column("acknowledgement", sa.LargeBinary, nullable=False),
)

_SERIAL = sa.Table(
    "serial", _META, sa.Column("day", sa.String, primary_key=True), sa.Column("last", sa.Integer, nullable=False)
)

_RATING = sa.Table(
    "rating",
    _META,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("service_code", sa.String, nullable=False),
    sa.Column("level", sa.Integer, nullable=False),
    sa.Column("tags", sa.JSON, nullable=False),
    sa.Column("words", sa.String, nullable=False),
    sa.Column("day", sa.String, nullable=False),
)


@dataclass(frozen=True)
class Terminal:
    """A registered terminal."""

    number: str
    public_key: str
    area: str


@dataclass(frozen=True, repr=False)
class Stored:
    """A submission as the city holds it."""

    id: str
    digest: str
    service_code: str
    terminal: str
    offline_number: str
    acceptance_number: str
    received: str
    manifest: bytes
    acknowledgement: bytes

    def summary(self) -> dict[str, str]:
        """What a list shows."""
        names = ("id", "service_code", "acceptance_number", "offline_number", "terminal", "received")
        return {name: getattr(self, name) for name in names}


class Store:
    """Database at `url`, parts in `objects`."""

    def __init__(self, url: str, objects: Path) -> None:
        self._objects = objects
        objects.mkdir(parents=True, exist_ok=True)
        self._engine = sa.create_engine(url)
        if self._engine.dialect.name == "sqlite":
            sa.event.listen(self._engine, "connect", _set_durable)
            sa.event.listen(self._engine, "begin", _begin_immediate)
        _META.create_all(self._engine)

    def close(self) -> None:
        """Close the database."""
        self._engine.dispose()

    def new_code(self) -> str:
        """A code with which one terminal may register."""
        code = "-".join(f"{secrets.randbelow(10**4):04d}" for _ in range(4))
        with self._engine.begin() as connection:
            connection.execute(_CODE.insert().values(code=code))
        return code

    def register(self, code: str, public_key: str, area: str, station: str) -> Terminal | None:
        """A terminal for a good code, which is used up; the same terminal again keeps its number. None otherwise."""
        with self._engine.begin() as connection:
            used = connection.execute(_CODE.delete().where(_CODE.c.code == code))
            if used.rowcount != 1:
                return None
            known = connection.execute(
                sa.select(_TERMINAL.c.number).where(_TERMINAL.c.public_key == public_key)
            ).scalar()
            if known is None:
                row = _TERMINAL.insert().values(public_key=public_key, area=area, station=station)
                known = connection.execute(row.returning(_TERMINAL.c.number)).scalar_one()
        return Terminal(f"{known:04d}", public_key, area)

    def terminal(self, number: str) -> Terminal | None:
        """A registered terminal."""
        if not number.isascii() or not number.isdigit():
            return None
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(_TERMINAL).where(_TERMINAL.c.number == int(number))).first()
        return None if row is None else Terminal(number, row.public_key, row.area)

    def put_part(self, digest: str, ciphertext: bytes) -> bool:
        """Keep a part, durable; whether it was new."""
        path = self._objects / digest
        if path.exists():
            return False
        temporary = self._objects / f".{digest}.{secrets.token_hex(4)}"
        with temporary.open("wb") as file:
            file.write(ciphertext)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        folder = os.open(self._objects, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
        return True

    def part(self, digest: str) -> bytes | None:
        """A part's ciphertext, None when it is not here."""
        path = self._objects / digest
        return path.read_bytes() if path.is_file() else None

    def missing(self, manifest: Manifest) -> tuple[str, ...]:
        """Digests of parts that are not here."""
        return tuple(entry.digest for entry in manifest.parts if not (self._objects / entry.digest).is_file())

    def put_submission(
        self, raw: bytes, manifest: Manifest, area: str, now: datetime, sign: Any
    ) -> tuple[Stored, bool]:
        """Keep a submission and its signed acknowledgement; what is stored, and whether it was new.

        `sign` makes the acknowledgement's bytes; a replay gets those of the first time.
        """
        with self._engine.begin() as connection:
            row = connection.execute(sa.select(_SUBMISSION).where(_SUBMISSION.c.id == manifest.id)).first()
            if row is not None:
                return Stored(*row), False
            number = acceptance_number(area, now.date(), self._serial(connection, f"{area}{now:%y%m%d}"))
            proof = Acknowledgement(
                id=manifest.id,
                digest=digest_of(raw),
                acceptance_number=number,
                received_at=now.isoformat(timespec="seconds"),
            )
            stored = Stored(
                id=manifest.id,
                digest=proof.digest,
                service_code=manifest.service_code,
                terminal=manifest.terminal,
                offline_number=manifest.offline_number,
                acceptance_number=number,
                received=proof.received_at,
                manifest=raw,
                acknowledgement=sign(proof),
            )
            connection.execute(_SUBMISSION.insert().values(**vars(stored)))
        return stored, True

    def _serial(self, connection: sa.Connection, day: str) -> int:
        last = connection.execute(sa.select(_SERIAL.c.last).where(_SERIAL.c.day == day).with_for_update()).scalar()
        if last is None:
            connection.execute(_SERIAL.insert().values(day=day, last=1))
            return 1
        connection.execute(_SERIAL.update().where(_SERIAL.c.day == day).values(last=last + 1))
        return int(last) + 1

    def submissions(self) -> list[Stored]:
        """All of them, oldest first."""
        with self._engine.connect() as connection:
            return [Stored(*row) for row in connection.execute(sa.select(_SUBMISSION).order_by(_SUBMISSION.c.received))]

    def find(self, number: str) -> Stored | None:
        """By id, acceptance number or offline number."""
        columns = (_SUBMISSION.c.id, _SUBMISSION.c.acceptance_number, _SUBMISSION.c.offline_number)
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(_SUBMISSION).where(sa.or_(*(c == number for c in columns)))).first()
        return None if row is None else Stored(*row)

    def known(self, ids: Sequence[str]) -> dict[str, str]:
        """Of these ids those that are here, with their digests."""
        with self._engine.connect() as connection:
            query = sa.select(_SUBMISSION.c.id, _SUBMISSION.c.digest).where(_SUBMISSION.c.id.in_(ids))
            return {row.id: row.digest for row in connection.execute(query)}

    def put_rating(self, identity: str, rating: Rating) -> bool:
        """Keep a rating; whether it was new."""
        with self._engine.begin() as connection:
            if connection.execute(sa.select(_RATING.c.id).where(_RATING.c.id == identity)).first():
                return False
            connection.execute(_RATING.insert().values(id=identity, **rating.model_dump(mode="json")))
        return True

    def rating_counts(self) -> dict[int, int]:
        """How many ratings of each level."""
        with self._engine.connect() as connection:
            query = sa.select(_RATING.c.level, sa.func.count()).group_by(_RATING.c.level)
            return {row[0]: row[1] for row in connection.execute(query)}


def _set_durable(connection: Any, _: Any) -> None:
    connection.isolation_level = None
    for setting in ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 10000"):
        connection.execute(f"PRAGMA {setting}")


def _begin_immediate(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
