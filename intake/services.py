"""What the city's side knows of its services: the office that is responsible, how soon it decides, what it gives.

Read out of the published catalogue, of which more is not looked at here, or set by hand.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from intake.database import insert
from intake.promises import Limit, limit_of
from intake.tables import SERVICE

HOTLINE = "hotline"
"""The office that answers always."""


@dataclass(frozen=True)
class Offered:
    """A service. `limits`: the promised one, then those that hold on a condition. `zh` and `en` name what it gives."""

    code: str
    office: str
    zh: str
    en: str
    limits: tuple[Limit, ...]

    def limit_for(self, promised: Limit | None) -> Limit | None:
        """The limit that holds: the one the terminal promised, if the service has it, else the general one."""
        return promised if promised in self.limits else self.limits[0] if self.limits else None


def offered(raw: bytes) -> Offered | None:
    """What a catalogue's file says of a service; None when it is another kind of file, or says less."""
    try:
        given: dict[str, Any] = tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        return None
    if given.get("kind", "service") != "service":
        return None
    result = given.get("result")
    names = result if isinstance(result, dict) else {}
    conditional = given.get("limits")
    limits = map(limit_of, [given.get("limit"), *(conditional if isinstance(conditional, list) else ())])
    return Offered(
        code=_text(given.get("code")),
        office=_text(given.get("office")),
        zh=_text(names.get("zh")),
        en=_text(names.get("en")),
        limits=tuple(limit for limit in limits if limit is not None),
    )


def _text(value: Any) -> str:
    return value[:200] if isinstance(value, str) else ""


class Services:
    """The services over the store's database."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def find(self, code: str) -> Offered | None:
        """A service by its code."""
        with self._engine.connect() as connection:
            return find(connection, code)

    def set_by_hand(self, service: Offered) -> None:
        """Say it of a service whatever a catalogue says."""
        with self._engine.begin() as connection:
            connection.execute(SERVICE.delete().where(SERVICE.c.code == service.code))
            connection.execute(SERVICE.insert().values(**_row(service), by_hand=True))

    def office_for(self, code: str, named: str) -> str:
        """Where a request goes: the office that was named to the resident, else the service's, else the hotline."""
        service = self.find(code)
        return named or (service.office if service is not None else "") or HOTLINE


def find(connection: sa.Connection, code: str) -> Offered | None:
    """A service by its code, within a transaction."""
    row = connection.execute(sa.select(SERVICE).where(SERVICE.c.code == code)).first()
    return (
        None if row is None else Offered(row.code, row.office, row.zh, row.en, tuple(Limit(*it) for it in row.limits))
    )


def take_over(connection: sa.Connection, files: Iterable[bytes]) -> None:
    """Know the services of a catalogue that is being published; what was set by hand stays."""
    connection.execute(SERVICE.delete().where(SERVICE.c.by_hand.is_(False)))
    for raw in files:
        service = offered(raw)
        if service is not None and service.code:
            row = insert(connection, SERVICE).values(**_row(service), by_hand=False)
            connection.execute(row.on_conflict_do_nothing())


def _row(service: Offered) -> dict[str, Any]:
    return vars(service) | {"limits": [[limit.days, limit.working] for limit in service.limits]}
