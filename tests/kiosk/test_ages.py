"""Ages, months, and the statutory retirement age that moves by birth month."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.id_card_reader.card import Sex
from kiosk.visit.ages import age_on, birthday, months_between, months_later
from kiosk.visit.retirement import months_to_pension, retirement_month

DAYS = st.dates(date(1930, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("birth", "sex", "line", "reached"),
    [
        # the tables attached to the decision of 13 September 2024: first and last rows, and rows where a step begins
        (date(1964, 12, 31), Sex.MALE, "", date(2024, 12, 31)),
        (date(1965, 1, 1), Sex.MALE, "", date(2025, 2, 1)),
        (date(1965, 4, 30), Sex.MALE, "", date(2025, 5, 30)),
        (date(1965, 5, 1), Sex.MALE, "", date(2025, 7, 1)),
        (date(1976, 9, 1), Sex.MALE, "", date(2039, 9, 1)),
        (date(1990, 6, 15), Sex.MALE, "", date(2053, 6, 15)),
        (date(1970, 1, 1), Sex.FEMALE, "age_55", date(2025, 2, 1)),
        (date(1981, 9, 1), Sex.FEMALE, "age_55", date(2039, 9, 1)),
        (date(1975, 1, 1), Sex.FEMALE, "age_50", date(2025, 2, 1)),
        (date(1975, 3, 1), Sex.FEMALE, "age_50", date(2025, 5, 1)),
        (date(1984, 11, 1), Sex.FEMALE, "age_50", date(2039, 11, 1)),
        (date(1984, 11, 1), Sex.FEMALE, "", None),
    ],
)
def test_the_statutory_age(birth, sex, line, reached):
    assert retirement_month(birth, sex, line) == reached


def test_months_until_then():
    assert months_to_pension(date(1965, 1, 1), Sex.MALE, "", date(2025, 1, 31)) == 1
    assert months_to_pension(date(1965, 1, 1), Sex.MALE, "", date(2025, 2, 1)) == 0
    assert months_to_pension(date(1965, 1, 1), Sex.MALE, "", date(2025, 3, 1)) == -1
    assert months_to_pension(date(1980, 1, 1), Sex.FEMALE, "", date(2025, 3, 1)) is None


def test_someone_born_on_29_february():
    assert age_on(date(2004, 2, 29), date(2026, 2, 28)) == 21
    assert age_on(date(2004, 2, 29), date(2026, 3, 1)) == 22
    assert birthday(date(2004, 2, 29), 22) == date(2026, 3, 1)


@given(DAYS, st.integers(0, 900))
def test_so_many_months_later_so_many_months_have_passed(day, months):
    assert months_between(day, months_later(day, months)) == months


@given(DAYS, DAYS)
def test_months_grow_with_time(first, last):
    assert (months_between(first, last) >= 0) == (last >= first)
