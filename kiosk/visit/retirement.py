"""The statutory retirement age in China, which moves by birth month since 2025.

Source: decision of the Standing Committee of the National People's Congress of 13 September 2024 on raising the
statutory retirement age step by step, articles 1 and 2: men from 60 to 63, women from 55 to 58 or from 50 to 55.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from drivers.id_card_reader.card import Sex
from kiosk.visit.ages import months_between, months_later


@dataclass(frozen=True)
class _Line:
    """Age before the change, the first birth month that it moves, birth months a step, most months added."""

    years: int
    start: date
    step: int
    cap: int


_MEN = _Line(60, date(1965, 1, 1), 4, 36)
_WOMEN = {"age_55": _Line(55, date(1970, 1, 1), 4, 36), "age_50": _Line(50, date(1975, 1, 1), 2, 60)}


def retirement_month(birth: date, sex: Sex, line: str) -> date | None:
    """The day on which the statutory age is reached; None for a woman who has not said which age is hers."""
    rule = _MEN if sex is Sex.MALE else _WOMEN.get(line)
    if rule is None:
        return None
    since = (birth.year - rule.start.year) * 12 + birth.month - rule.start.month
    added = 0 if since < 0 else min(rule.cap, since // rule.step + 1)
    return months_later(birth, rule.years * 12 + added)


def months_to_pension(birth: date, sex: Sex, line: str, today: date) -> int | None:
    """Full months until then, zero or negative once it is reached; None where it cannot be said."""
    day = retirement_month(birth, sex, line)
    if day is None:
        return None
    return -months_between(day, today) if day <= today else max(1, months_between(today, day))
