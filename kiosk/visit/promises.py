"""Until when the city promises to decide, and until when a paper may follow.

The first day is not counted (Civil Code, article 201), nor are holidays among working days (Administrative Licensing
Law, article 82). The clock starts when the city accepts; a promise made before that, or into a year whose days off are
not announced, is about right only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from config.offices import Year
from config.service import Limit

Years = tuple[tuple[int, Year], ...]
"""The announced years, as values that can be compared."""


@dataclass(frozen=True)
class Promise:
    """The last day of a limit; not `exact` where the days off of some year on the way are not announced."""

    day: date
    exact: bool = True


def years_of(years: Mapping[int, Year]) -> Years:
    """The years of a catalogue."""
    return tuple(sorted(years.items()))


def promised(limit: Limit, start: date, years: Years) -> Promise:
    """The last day of a limit that begins to run on `start`."""
    if limit.unit == "days" or limit.days == 0:
        return Promise(start + timedelta(days=limit.days))
    known = dict(years)
    day, left = start, limit.days
    for day in _days_after(start):
        left -= _works(day, known)
        if not left:
            break
    return Promise(day, all(year in known for year in range(start.year, day.year + 1)))


def may_follow_until(defer_days: int, limit: Limit, start: date, years: Years) -> date | None:
    """The last day for a paper that follows: never after the promised one, and none for what is decided at once."""
    if limit.days == 0:
        return None
    return min(start + timedelta(days=defer_days), promised(limit, start, years).day)


def _days_after(day: date) -> Iterator[date]:
    while True:
        day += timedelta(days=1)
        yield day


def _works(day: date, known: Mapping[int, Year]) -> bool:
    year = known.get(day.year)
    if year is not None and (day in year.off or day in year.work):
        return day in year.work
    return day.weekday() < 5
