"""What the city keeps of submissions: terminals and manifests in a database, ciphertext of the parts as objects."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from intake import results
from intake.database import insert, insert_new, open_database
from intake.filing import Filing
from intake.objects import Objects
from intake.promises import known_years, promised
from intake.services import find
from intake.tables import CODE, SERIAL, SUBMISSION, TERMINAL
from offline_queue.health import Health
from offline_queue.numbers import acceptance_number, terminal_number
from offline_queue.wire import Acknowledgement, Manifest, digest_of


@dataclass(frozen=True)
class Terminal:
    """A registered terminal."""

    number: str
    public_key: str
    area: str


@dataclass(frozen=True, repr=False)
class Stored:
    """A submission as the city holds it. `withdrawn`: since when; its manifest is empty then and its parts are gone.

    `person`, `deferred`, `supplement_of`, `shared`: see intake.filing. `promised`: the last day of its limit, empty
    where none is known; `promised_about`: days off on the way are not announced.
    """

    id: str
    digest: str
    service_code: str
    terminal: str
    offline_number: str
    acceptance_number: str
    received: str
    manifest: bytes
    acknowledgement: bytes
    withdrawn: str | None = None
    person: str = ""
    deferred: str = "{}"
    supplement_of: str = ""
    shared: str = "{}"
    promised: str = ""
    promised_about: bool = False

    def summary(self) -> dict[str, str]:
        """What a list shows."""
        names = ("id", "service_code", "acceptance_number", "offline_number", "terminal", "received")
        found = {name: getattr(self, name) for name in names}
        return found if self.withdrawn is None else found | {"withdrawn": self.withdrawn}


class Store:
    """Database at `url`, parts in `objects`."""

    def __init__(self, url: str, objects: Objects) -> None:
        self.objects = objects
        self.engine = open_database(url)

    def close(self) -> None:
        """Close the database."""
        self.engine.dispose()

    def new_code(self) -> str:
        """A code with which one terminal may register."""
        code = "-".join(f"{secrets.randbelow(10**4):04d}" for _ in range(4))
        with self.engine.begin() as connection:
            connection.execute(CODE.insert().values(code=code))
        return code

    def register(self, code: str, public_key: str, area: str, station: str) -> Terminal | None:
        """A terminal for a good code, which is used up; None for any other.

        The same terminal again keeps its number, and stands from now on where it says. One that already stands there
        needs no code: its answer was lost on the way, and its code with it.
        """
        with self.engine.begin() as connection:
            told = {"public_key": public_key, "area": area, "station": station}
            same = sa.and_(*(TERMINAL.c[name] == value for name, value in told.items()))
            standing = connection.execute(sa.select(TERMINAL.c.number).where(same)).scalar()
            used = connection.execute(CODE.delete().where(CODE.c.code == code))
            if standing is not None:
                return Terminal(terminal_number(standing), public_key, area)
            if used.rowcount != 1:
                return None
            known = connection.execute(sa.select(TERMINAL.c.number).where(TERMINAL.c.public_key == public_key)).scalar()
            if known is None:
                row = TERMINAL.insert().values(public_key=public_key, area=area, station=station)
                known = connection.execute(row.returning(TERMINAL.c.number)).scalar_one()
            else:
                moved = TERMINAL.update().where(TERMINAL.c.number == known)
                connection.execute(moved.values(area=area, station=station))
        return Terminal(terminal_number(known), public_key, area)

    def terminal(self, number: str) -> Terminal | None:
        """The registered terminal of this very number."""
        if not number.isascii() or not number.isdigit() or len(number) > 6 or terminal_number(int(number)) != number:
            return None
        with self.engine.connect() as connection:
            row = connection.execute(sa.select(TERMINAL).where(TERMINAL.c.number == int(number))).first()
        return None if row is None else Terminal(number, row.public_key, row.area)

    def put_health(self, number: str, health: Health, now: datetime) -> None:
        """Keep how a terminal is."""
        values = {"health": health.model_dump(mode="json"), "health_at": now.isoformat(timespec="seconds")}
        with self.engine.begin() as connection:
            connection.execute(TERMINAL.update().where(TERMINAL.c.number == int(number)).values(**values))

    def terminals(self) -> list[dict[str, Any]]:
        """All terminals with their last health, by number."""
        columns = [column for column in TERMINAL.c if column.name != "public_key"]
        with self.engine.connect() as connection:
            rows = connection.execute(sa.select(*columns).order_by(TERMINAL.c.number)).mappings()
            return [dict(row) | {"number": terminal_number(row["number"])} for row in rows]

    def put_part(self, digest: str, ciphertext: bytes) -> bool:
        """Keep a part, durable; whether it was new."""
        if self.objects.size(digest) is not None:
            return False
        self.objects.put(digest, ciphertext)
        return True

    def part(self, digest: str) -> bytes | None:
        """A part's ciphertext, None when it is not here."""
        return self.objects.get(digest)

    def missing(self, manifest: Manifest) -> tuple[str, ...]:
        """Digests of parts that are not here."""
        return tuple(entry.digest for entry in manifest.parts if self.objects.size(entry.digest) != entry.size)

    def put_submission(
        self,
        raw: bytes,
        manifest: Manifest,
        area: str,
        now: datetime,
        signed: Callable[[Acknowledgement], bytes],
        earlier: tuple[Acknowledgement, bytes] | None = None,
        filing: Filing | None = None,
    ) -> tuple[Stored, bool] | None:
        """Keep a submission and its acknowledgement; what is stored, and whether it was new.

        `signed` makes the acknowledgement's bytes; a replay gets those of the first time, and `earlier`, one that we
        gave before we lost the submission, is given again; `filing` says how its case is found. None when its offline
        number is another submission's.
        """
        with self.engine.begin() as connection:
            row = connection.execute(sa.select(SUBMISSION).where(SUBMISSION.c.id == manifest.id)).first()
            if row is not None:
                return Stored(*row), False
            given = earlier or self._acknowledgement(connection, raw, manifest, area, now, signed)
            filed = filing or Filing()
            stored = _stored(connection, raw, manifest, filed, *given)
            if insert_new(connection, SUBMISSION, vars(stored)):
                results.decide(connection, stored.summary(), filed)
                return stored, True
            # someone was here at the same instant, or had this offline number before
            connection.rollback()
        found = self.find(manifest.id)
        return None if found is None else (found, False)

    def _acknowledgement(
        self,
        connection: sa.Connection,
        raw: bytes,
        manifest: Manifest,
        area: str,
        now: datetime,
        signed: Callable[[Acknowledgement], bytes],
    ) -> tuple[Acknowledgement, bytes]:
        proof = Acknowledgement(
            id=manifest.id,
            digest=digest_of(raw),
            acceptance_number=acceptance_number(area, now.date(), self._serial(connection, f"{area}{now:%y%m%d}")),
            received_at=now.isoformat(timespec="seconds"),
        )
        return proof, signed(proof)

    def _serial(self, connection: sa.Connection, day: str) -> int:
        row = insert(connection, SERIAL).values(day=day, last=1)
        row = row.on_conflict_do_update(index_elements=["day"], set_={"last": SERIAL.c.last + 1})
        return int(connection.execute(row.returning(SERIAL.c.last)).scalar_one())

    def withdraw(self, stored: Stored, now: datetime) -> None:
        """Erase what a submission says; id, digest and numbers stay, so that it cannot come back. Safe to repeat."""
        this = SUBMISSION.c.id == stored.id
        with self.engine.begin() as connection:
            first = this & SUBMISSION.c.withdrawn.is_(None)
            connection.execute(SUBMISSION.update().where(first).values(withdrawn=now.isoformat(timespec="seconds")))
            connection.execute(SUBMISSION.update().where(this).values(person="", deferred="{}", shared="{}"))
            results.withdraw(connection, stored.id)
        if stored.manifest:
            self.drop_parts(Manifest.model_validate_json(stored.manifest))
        # the names of the parts go last: cut short before, it can be done again
        with self.engine.begin() as connection:
            connection.execute(SUBMISSION.update().where(this).values(manifest=b""))

    def drop_parts(self, manifest: Manifest) -> None:
        """Forget the parts of a submission. Each opens only under its own submission's id, so no other can use it."""
        for entry in manifest.parts:
            for name in (entry.digest, *self.objects.names(f"uploads/{entry.digest}/")):
                self.objects.delete(name)

    def submissions(self) -> list[Stored]:
        """All of them, oldest first."""
        with self.engine.connect() as connection:
            return [Stored(*row) for row in connection.execute(sa.select(SUBMISSION).order_by(SUBMISSION.c.received))]

    def find(self, number: str) -> Stored | None:
        """By id, acceptance number or offline number."""
        columns = (SUBMISSION.c.id, SUBMISSION.c.acceptance_number, SUBMISSION.c.offline_number)
        with self.engine.connect() as connection:
            row = connection.execute(sa.select(SUBMISSION).where(sa.or_(*(c == number for c in columns)))).first()
        return None if row is None else Stored(*row)

    def known(self, ids: Sequence[str]) -> dict[str, str]:
        """Of these ids those that are here, with their digests."""
        with self.engine.connect() as connection:
            query = sa.select(SUBMISSION.c.id, SUBMISSION.c.digest).where(SUBMISSION.c.id.in_(ids))
            return {row.id: row.digest for row in connection.execute(query)}


def _stored(
    connection: sa.Connection, raw: bytes, manifest: Manifest, filed: Filing, proof: Acknowledgement, token: bytes
) -> Stored:
    return Stored(
        id=manifest.id,
        digest=proof.digest,
        service_code=manifest.service_code,
        terminal=manifest.terminal,
        offline_number=manifest.offline_number,
        acceptance_number=proof.acceptance_number,
        received=proof.received_at,
        manifest=raw,
        acknowledgement=token,
        **filed.kept,
        **_promise(connection, manifest.service_code, filed, date.fromisoformat(proof.received_at[:10])),
    )


def _promise(connection: sa.Connection, service_code: str, filed: Filing, accepted: date) -> dict[str, Any]:
    """The day that is promised with the acceptance."""
    service = find(connection, service_code)
    limit = None if service is None or filed.supplement_of else service.limit_for(filed.limit)
    if limit is None:
        return {}
    promise = promised(limit, accepted, known_years(connection))
    return {"promised": promise.day.isoformat(), "promised_about": not promise.exact}
