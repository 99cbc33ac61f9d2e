"""Ages and months by the calendar, in the days of the station's place."""

from __future__ import annotations

import calendar
from datetime import date

OLDEST = 130
"""Above this age in years a birth date is taken for a mistake."""


def birth_of(id_number: str) -> date | None:
    """The birth date inside an identity number, None when it is no date (GB 11643: characters 7 to 14)."""
    try:
        return date(int(id_number[6:10]), int(id_number[10:12]), int(id_number[12:14]))
    except ValueError:
        return None


def age_on(birth: date, day: date) -> int:
    """Age in full years by birthday; someone born on 29 February is a year older on 1 March."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def birthday(birth: date, years: int) -> date:
    """The day on which someone turns `years`; for 29 February the 1 March of a common year."""
    try:
        return birth.replace(year=birth.year + years)
    except ValueError:
        return date(birth.year + years, 3, 1)


def months_between(first: date, last: date) -> int:
    """Full months from one day to another, negative when the other is earlier."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < _kept_day(first, last))


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _kept_day(first: date, last: date) -> int:
    return min(first.day, calendar.monthrange(last.year, last.month)[1])
