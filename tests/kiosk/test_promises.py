"""Promised days: with the announced days off exact, else about right; checked against two calendars of others."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from config import catalogue
from config.service import Limit
from kiosk.visit.promises import Promise, may_follow_until, promised, years_of

YEARS = years_of(catalogue.load().years)
FIVE = Limit(days=5, unit="working_days")


@pytest.mark.parametrize(
    ("start", "limit", "promise"),
    [
        (date(2026, 11, 24), FIVE, Promise(date(2026, 12, 1))),
        (date(2026, 11, 28), FIVE, Promise(date(2026, 12, 4))),
        (date(2026, 9, 30), FIVE, Promise(date(2026, 10, 13))),
        (date(2026, 12, 28), FIVE, Promise(date(2027, 1, 4), exact=False)),
        (date(2026, 12, 28), Limit(days=10, unit="days"), Promise(date(2027, 1, 7))),
        (date(2026, 12, 28), Limit(days=0, unit="working_days"), Promise(date(2026, 12, 28))),
    ],
)
def test_a_promise_is_a_day(start, limit, promise):
    assert promised(limit, start, YEARS) == promise


def test_without_a_calendar_weekdays_count_and_the_promise_is_about():
    assert promised(FIVE, date(2026, 9, 30), ()) == Promise(date(2026, 10, 7), exact=False)


@given(st.dates(date(2025, 1, 1), date(2026, 10, 1)), st.integers(1, 40))
def test_working_days_are_those_of_the_announcement(start, days):
    promise = promised(Limit(days=days, unit="working_days"), start, YEARS)
    passed = [start + timedelta(days=at) for at in range(1, (promise.day - start).days + 1)]
    assert promise.exact
    assert sum(chinese_calendar.is_workday(day) for day in passed) == days
    assert chinese_calendar.is_workday(promise.day)


def test_no_promise_ends_on_a_public_holiday():
    off = holidays.country_holidays("CN", years=[2025, 2026])
    days = [date(2025, 1, 1) + timedelta(days=at) for at in range(700)]
    assert not [day for day in days if promised(FIVE, day, YEARS).exact and promised(FIVE, day, YEARS).day in off]


def test_a_paper_never_follows_later_than_the_promise():
    assert may_follow_until(5, FIVE, date(2026, 11, 24), YEARS) == date(2026, 11, 29)
    assert may_follow_until(30, FIVE, date(2026, 11, 24), YEARS) == date(2026, 12, 1)
    assert may_follow_until(5, Limit(days=0, unit="days"), date(2026, 11, 24), YEARS) is None
