"""The day that is promised when a case is accepted: working days without days off, as far as those are announced.

The first day is not counted (Civil Code, article 201), nor are days off among working days (Administrative Licensing
Law, article 82). Where the days off of a year on the way are not announced, the day is about right only.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from intake.tables import YEAR

MAX_DAYS = 365
"""Of a limit; a longer one is a mistake."""


@dataclass(frozen=True)
class Limit:
    """How long it takes at most; 0 days: decided at once."""

    days: int
    working: bool


@dataclass(frozen=True)
class Year:
    """Days off, and days worked at a weekend."""

    off: frozenset[date]
    work: frozenset[date]


@dataclass(frozen=True)
class Promise:
    """The last day; not `exact` where days off on the way are not announced."""

    day: date
    exact: bool


def limit_of(given: Any) -> Limit | None:
    """A limit as a catalogue or a form says it; None when it is none."""
    if not isinstance(given, dict):
        return None
    days = given.get("days")
    if not isinstance(days, int) or isinstance(days, bool) or not 0 <= days <= MAX_DAYS:
        return None
    return Limit(days, given.get("unit") == "working_days")


def promised(limit: Limit, accepted: date, years: Mapping[int, Year]) -> Promise:
    """The last day of a limit that begins to run on the day of acceptance."""
    if not limit.working or limit.days == 0:
        return Promise(accepted + timedelta(days=limit.days), True)
    day, left = accepted, limit.days
    while left:
        day += timedelta(days=1)
        left -= _works(day, years)
    return Promise(day, all(year in years for year in range(accepted.year, day.year + 1)))


def _works(day: date, years: Mapping[int, Year]) -> bool:
    year = years.get(day.year)
    if year is not None and (day in year.off or day in year.work):
        return day in year.work
    return day.weekday() < 5


def years_in(raw: bytes) -> dict[int, Year]:
    """The years that a catalogue's file announces; none of another kind of file."""
    try:
        given: dict[str, Any] = tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        return {}
    years = given.get("years") if given.get("kind") == "calendar" else None
    if not isinstance(years, dict):
        return {}
    named = {name: year for name, year in years.items() if len(name) == 4 and name.isdecimal() and name.isascii()}
    return {int(name): Year(_days(year, "off"), _days(year, "work")) for name, year in named.items()}


def _days(year: Any, key: str) -> frozenset[date]:
    days = year.get(key) if isinstance(year, dict) else None
    return frozenset(day for day in days if type(day) is date) if isinstance(days, list) else frozenset()


def known_years(connection: sa.Connection) -> dict[int, Year]:
    """The years of the catalogue that is published."""
    return {row.year: Year(_read(row.off), _read(row.work)) for row in connection.execute(sa.select(YEAR))}


def _read(days: Iterable[str]) -> frozenset[date]:
    return frozenset(map(date.fromisoformat, days))


def take_over(connection: sa.Connection, files: Iterable[bytes]) -> None:
    """Know the days off of a catalogue that is being published."""
    connection.execute(YEAR.delete())
    found = {number: year for raw in files for number, year in years_in(raw).items()}
    for number, year in found.items():
        days = {name: sorted(day.isoformat() for day in getattr(year, name)) for name in ("off", "work")}
        connection.execute(YEAR.insert().values(year=number, **days))
