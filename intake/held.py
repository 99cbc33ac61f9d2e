"""What the city holds of people already: papers by a keyed digest of whom they are of, never by name or number."""

from __future__ import annotations

import hashlib
import hmac
import tomllib
import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import sqlalchemy as sa
from pydantic import Field, ValidationError

from intake.database import insert
from intake.tables import ASKED, HELD
from offline_queue.shared_data import HeldMaterial, MaterialCode, Person
from offline_queue.wire import Message

MOST_A_DAY = 300
"""Questions of one terminal in a day: thrice what a busy station serves, far below what trying numbers needs."""


class RecordsRefused(Exception):
    """Records cannot be taken in; the text names place and mistake, nothing personal."""


class Record(Message):
    """A paper that the city holds. `valid_until`: its last day, None without one."""

    id_number: str
    name: str
    material: MaterialCode
    reference: str = Field(min_length=1, max_length=64)
    valid_until: date | None = None


class _Records(Message):
    held: tuple[Record, ...] = Field(min_length=1)


class Held:
    """Records over the store's database; `key` is the secret of their digests."""

    def __init__(self, engine: sa.Engine, key: bytes) -> None:
        self._engine = engine
        self._key = key

    def hold(self, records: Sequence[Record]) -> None:
        """Keep records; one of the same person and paper takes the place of the earlier."""
        rows = [
            {
                "person": self._digest(Person(id_number=record.id_number, name=record.name)),
                "material": record.material,
                "reference": record.reference,
                "valid_until": "" if record.valid_until is None else record.valid_until.isoformat(),
            }
            for record in records
        ]
        with self._engine.begin() as connection:
            for row in rows:
                newer = {name: row[name] for name in ("reference", "valid_until")}
                keys = ["person", "material"]
                connection.execute(
                    insert(connection, HELD).values(**row).on_conflict_do_update(index_elements=keys, set_=newer)
                )

    def look(self, person: Person, materials: Sequence[str], today: date) -> tuple[HeldMaterial, ...]:
        """Each of these papers, held or not, in this order; one whose last day is over is not held."""
        query = sa.select(HELD).where(HELD.c.person == self._digest(person), HELD.c.material.in_(set(materials)))
        with self._engine.connect() as connection:
            rows = {row.material: row for row in connection.execute(query)}
        valid = {name: row for name, row in rows.items() if not row.valid_until or row.valid_until >= today.isoformat()}
        return tuple(
            HeldMaterial(material=name, held=True, reference=valid[name].reference, valid_until=valid[name].valid_until)
            if name in valid
            else HeldMaterial(material=name, held=False)
            for name in materials
        )

    def count(self, terminal: str, service_code: str, day: date) -> bool:
        """Count a question, all that is kept of it; False when the terminal has asked too often on this day."""
        row = {"day": day.isoformat(), "terminal": terminal, "service_code": service_code, "questions": 1}
        once_more = {"questions": ASKED.c.questions + 1}
        that_day = sa.select(sa.func.sum(ASKED.c.questions)).where(
            ASKED.c.day == day.isoformat(), ASKED.c.terminal == terminal
        )
        with self._engine.begin() as connection:
            counted = insert(connection, ASKED).values(**row)
            keys = ["day", "terminal", "service_code"]
            connection.execute(counted.on_conflict_do_update(index_elements=keys, set_=once_more))
            return int(connection.execute(that_day).scalar_one()) <= MOST_A_DAY

    def _digest(self, person: Person) -> str:
        text = unicodedata.normalize("NFC", f"{person.id_number}\n{person.name}")
        return hmac.new(self._key, text.encode(), hashlib.sha256).hexdigest()


def read_records(file: Path) -> tuple[Record, ...]:
    """The records of a TOML file of `[[held]]` tables. Raises RecordsRefused with every mistake, never a value."""
    try:
        records = _Records.model_validate(tomllib.loads(file.read_bytes().decode("utf-8"))).held
        for number, record in enumerate(records):
            _checked(number, record)
    except OSError:
        raise RecordsRefused(f"{file.name} cannot be read") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        raise RecordsRefused(f"{file.name} is not TOML") from None
    except ValidationError as error:
        lines = [f"{'.'.join(str(part) for part in item['loc'])}: {item['msg']}" for item in error.errors()]
        raise RecordsRefused("\n".join(lines)) from None
    return records


def _checked(number: int, record: Record) -> None:
    try:
        Person(id_number=record.id_number, name=record.name)
    except ValidationError:
        raise RecordsRefused(f"held.{number}: id_number or name is none") from None
