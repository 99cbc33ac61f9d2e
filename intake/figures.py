"""What the operator wants to know of the whole fleet, out of the database: counts by day, service, level and topic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from intake.tables import ASSISTANCE, PROGRESS, RATING, REPORT, STOP, SUBMISSION, TERMINAL
from offline_queue.health import Health, UpdateState
from offline_queue.news import MonthFigures
from offline_queue.numbers import letter_number, terminal_number
from offline_queue.wire import CaseState

QUIET_AFTER = timedelta(minutes=15)
"""Three health reports of the agent (every 300 s) that did not come."""

OLD_AFTER = timedelta(hours=1)
"""What waits longer than this is not a busy minute but a line that is down."""

CLOCK_OFF = 60.0
"""Seconds by which a terminal's clock may be off before somebody should look at it."""

GOOD = 3
"""The least level that counts as good: fair, as the national rules on rating have it."""

FEWEST = 5
"""Ratings below which a count is not published: those who gave them might be told apart."""

LITTLE_ROOM = 1 << 30
"""Bytes of free disk below which somebody should look at it."""

_WORKING = {"online", "busy", "starting", ""}
"""Words of the device model that need nobody."""


class Condition(StrEnum):
    """How a terminal is, the worst that is true."""

    QUIET = "quiet"
    TROUBLE = "trouble"
    WAITING = "waiting"
    WELL = "well"
    NEW = "new"


@dataclass(frozen=True)
class Row:
    """A terminal on the list. `reasons`: keys of words, with a name or figure for each."""

    number: str
    station: str
    area: str
    condition: Condition
    reasons: tuple[tuple[str, str], ...]
    seen: str
    health: Health | None


class Figures:
    """Questions over the store's database."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def terminals(self, now: datetime) -> list[Row]:
        """All terminals, those that need somebody first."""
        with self._engine.connect() as connection:
            rows = [_row(row, now) for row in connection.execute(sa.select(TERMINAL)).mappings()]
        order = list(Condition)
        return sorted(rows, key=lambda row: (order.index(row.condition), row.number))

    def cases_by_day(self, last: date, days: int) -> list[tuple[str, int]]:
        """How many cases were received on each of so many days, none left out."""
        first = last - timedelta(days=days - 1)
        day = sa.func.substr(SUBMISSION.c.received, 1, 10)
        query = sa.select(day, sa.func.count()).where(SUBMISSION.c.received >= first.isoformat()).group_by(day)
        found = self._counts(query)
        names = [(first + timedelta(days=n)).isoformat() for n in range(days)]
        return [(name, found.get(name, 0)) for name in names]

    def cases_by_service(self, most: int) -> list[tuple[str, int]]:
        """The services with the most cases."""
        code = SUBMISSION.c.service_code
        count = sa.func.count()
        return list(
            self._counts(sa.select(code, count).group_by(code).order_by(count.desc(), code).limit(most)).items()
        )

    def ratings(self) -> list[tuple[str, int]]:
        """How many ratings of each level, the best first."""
        found = self._counts(sa.select(RATING.c.level, sa.func.count()).group_by(RATING.c.level))
        return [(str(level), found.get(level, 0)) for level in range(5, 0, -1)]

    def month(self, month: str) -> MonthFigures:
        """What is published of a month (`2026-11`); of few ratings none."""
        levels = (
            sa.select(RATING.c.level, sa.func.count()).where(RATING.c.day.startswith(month)).group_by(RATING.c.level)
        )
        found = self._counts(levels)
        done = (PROGRESS.c.state == CaseState.DONE.value, PROGRESS.c.changed_at.startswith(month))
        settled = sa.select(sa.func.count(sa.distinct(PROGRESS.c.acceptance_number))).where(*done)
        with self._engine.connect() as connection:
            cases = int(connection.execute(settled).scalar_one())
        good, rated = sum(count for level, count in found.items() if level >= GOOD), sum(found.values())
        if rated < FEWEST:
            good = rated = 0
        return MonthFigures(month=month, rated=rated, good=good, settled=cases)

    def reports_by_topic(self) -> list[tuple[str, int]]:
        """How many fault reports of each topic, the most first."""
        count = sa.func.count()
        query = sa.select(REPORT.c.topic, count).group_by(REPORT.c.topic).order_by(count.desc(), REPORT.c.topic)
        return list(self._counts(query).items())

    def stops(self, most: int) -> list[tuple[str, int]]:
        """Where residents could not go on: service and rule, the most first."""
        name = STOP.c.service_code + sa.literal(" · ") + STOP.c.reason
        count = sa.func.count()
        return list(
            self._counts(sa.select(name, count).group_by(name).order_by(count.desc(), name).limit(most)).items()
        )

    def cases(self, most: int, number: str = "") -> list[dict[str, Any]]:
        """The newest cases, or those of one number, each with where it stands."""
        names = ("acceptance_number", "offline_number", "service_code", "terminal", "received")
        query = sa.select(*(SUBMISSION.c[name] for name in names)).order_by(SUBMISSION.c.received.desc()).limit(most)
        if number:
            of_that = (SUBMISSION.c.acceptance_number == number, SUBMISSION.c.offline_number == number)
            query = query.where(sa.or_(*of_that))
        with self._engine.connect() as connection:
            rows = [dict(row) for row in connection.execute(query).mappings()]
            moved = sa.select(PROGRESS.c.acceptance_number, PROGRESS.c.state).order_by(PROGRESS.c.number)
            wanted = [row["acceptance_number"] for row in rows]
            moves = connection.execute(moved.where(PROGRESS.c.acceptance_number.in_(wanted)))
            states = {row[0]: row[1] for row in moves}
        return [row | {"state": states.get(row["acceptance_number"], CaseState.RECEIVED.value)} for row in rows]

    def letters(self, most: int) -> list[dict[str, Any]]:
        """The newest fault reports and requests for assistance, without their sealed words."""
        names = ("id", "made_at", "terminal", "topic")
        reports = sa.select(*(REPORT.c[name] for name in names), REPORT.c.page.label("about"))
        requests = sa.select(*(ASSISTANCE.c[name] for name in names), ASSISTANCE.c.service_code.label("about"))
        both = sa.union_all(
            reports.add_columns(sa.literal("").label("office"), sa.literal("report").label("kind")),
            requests.add_columns(ASSISTANCE.c.office, sa.literal("assistance").label("kind")),
        ).subquery()
        with self._engine.connect() as connection:
            query = sa.select(both).order_by(both.c.made_at.desc()).limit(most)
            rows = connection.execute(query).mappings()
            return [{**row, "number": letter_number(row["id"])} for row in rows]

    def _counts(self, query: sa.Select[Any]) -> dict[Any, int]:
        with self._engine.connect() as connection:
            return {row[0]: int(row[1]) for row in connection.execute(query)}


def _row(row: Any, now: datetime) -> Row:
    health = None if row["health"] is None else Health.model_validate(row["health"])
    seen = row["health_at"] or ""
    condition, reasons = (Condition.NEW, ()) if health is None else _judged(health, datetime.fromisoformat(seen), now)
    return Row(terminal_number(row["number"]), row["station"], row["area"], condition, reasons, seen, health)


def _judged(health: Health, seen: datetime, now: datetime) -> tuple[Condition, tuple[tuple[str, str], ...]]:
    troubles = [(f"device.{state.status}", name) for name, state in health.devices.items() if _ails(state.status)]
    checks = {
        "quarantined": (health.quarantined > 0, str(health.quarantined)),
        "damaged": (health.damaged_files > 0, str(health.damaged_files)),
        "room": (health.free_bytes < LITTLE_ROOM, f"{health.free_bytes >> 20} MiB"),
        "update": (
            health.update_state in (UpdateState.UNDONE, UpdateState.STUCK),
            f"{health.update}: {health.update_why or health.update_state}",
        ),
        "passed_over": (health.passed_over > 0, f"{health.passed_over}: {health.passed_over_for}"),
        "clock": (abs(health.clock_offset) > CLOCK_OFF, f"{health.clock_offset:+.0f} s"),
    }
    troubles += [(name, figure) for name, (true, figure) in checks.items() if true]
    reasons = tuple(troubles)
    if now - seen > QUIET_AFTER:
        return Condition.QUIET, (("since", seen.strftime("%Y-%m-%d %H:%M")), *reasons)
    if troubles:
        return Condition.TROUBLE, reasons
    if health.waiting and _is_old(health.oldest_sealed_at, now):
        return Condition.WAITING, (("oldest", health.oldest_sealed_at[:16].replace("T", " ")),)
    return Condition.WELL, ()


def _ails(status: str) -> bool:
    return status not in _WORKING


def _is_old(sealed_at: str, now: datetime) -> bool:
    try:
        then = datetime.fromisoformat(sealed_at)
    except ValueError:
        return False
    return then.tzinfo is not None and now - then > OLD_AFTER
