"""What residents say to the city and the city to them, beside submissions: ratings, reports, requests, news."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from intake.database import insert_new
from intake.tables import ANNOUNCEMENT, ASSISTANCE, PROGRESS, RATING, REPORT, STOP, TERMINAL
from offline_queue.letters import Assistance, Rating, Report, Stop
from offline_queue.news import Announcement, News
from offline_queue.numbers import letter_number, terminal_number
from offline_queue.wire import CaseState, Progress

AT_ONCE = 200
"""Changes of cases in one answer; the terminal asks on from the last."""


@dataclass(frozen=True)
class WayOn:
    """After a refusal: by which rule, which office says more, which service may be had instead."""

    reason: str = ""
    office: str = ""
    successor: str = ""


NO_WAY = WayOn()
"""A case that goes on by itself."""


class Letters:
    """Letters over the store's database."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def put_rating(self, identity: str, rating: Rating) -> bool:
        """Keep a rating; whether it was new. Whose terminal it came from is not kept."""
        return self._put(RATING, identity, rating.model_dump(mode="json"))

    def put_stop(self, identity: str, stop: Stop) -> bool:
        """Keep that someone could not go on; whether it was new. Whose terminal it came from is not kept."""
        return self._put(STOP, identity, stop.model_dump(mode="json"))

    def put_report(self, identity: str, terminal: str, report: Report) -> bool:
        """Keep a fault report; whether it was new."""
        values = {"terminal": terminal, "number": letter_number(identity)}
        return self._put(REPORT, identity, report.model_dump(mode="json") | values)

    def put_assistance(self, identity: str, terminal: str, request: Assistance, office: str) -> bool:
        """Keep a request for assistance for an office; whether it was new."""
        values = {"terminal": terminal, "number": letter_number(identity), "office": office}
        return self._put(ASSISTANCE, identity, request.model_dump(mode="json") | values)

    def answer(self, number: str, zh: str, en: str, now: datetime) -> bool:
        """Answer a request or a report; False when there is none of this number. A later answer takes its place."""
        values = {"zh": zh, "en": en, "answered_at": now.isoformat(timespec="seconds")}
        rows = [table.update().where(table.c.number == number, table.c.number != "") for table in (ASSISTANCE, REPORT)]
        with self._engine.begin() as connection:
            return sum(connection.execute(row.values(**values)).rowcount for row in rows) > 0

    def _put(self, table: sa.Table, identity: str, values: dict[str, Any]) -> bool:
        with self._engine.begin() as connection:
            return insert_new(connection, table, {"id": identity} | values)

    def reports(self) -> list[dict[str, Any]]:
        """Fault reports, oldest first."""
        return self._all(REPORT)

    def assistance(self, office: str = "") -> list[dict[str, Any]]:
        """Requests for assistance, oldest first, all or those of one office.

        Each names who answers first: the station at whose terminal it was made.
        """
        with self._engine.connect() as connection:
            found = connection.execute(sa.select(TERMINAL.c.number, TERMINAL.c.station))
            stations = {terminal_number(row.number): row.station for row in found}
        rows = [row for row in self._all(ASSISTANCE) if office in ("", row["office"])]
        return [row | {"first_responder": stations.get(row["terminal"], "")} for row in rows]

    def _all(self, table: sa.Table) -> list[dict[str, Any]]:
        with self._engine.connect() as connection:
            return [dict(row) for row in connection.execute(sa.select(table).order_by(table.c.made_at)).mappings()]

    def announce(self, zh: str, en: str, until: date) -> None:
        """Say something to everybody, until a day."""
        with self._engine.begin() as connection:
            connection.execute(ANNOUNCEMENT.insert().values(zh=zh, en=en, until=until.isoformat()))

    def move_case(
        self,
        terminal: str,
        acceptance_number: str,
        state: CaseState,
        zh: str,
        en: str,
        now: datetime,
        way: WayOn = NO_WAY,
    ) -> None:
        """A case has gone on; its terminal hears of it."""
        changed_at = now.isoformat(timespec="seconds")
        values = {"state": state.value, "zh": zh, "en": en, "changed_at": changed_at, **vars(way)}
        with self._engine.begin() as connection:
            connection.execute(
                PROGRESS.insert().values(terminal=terminal, acceptance_number=acceptance_number, **values)
            )

    def progress(self, acceptance_number: str) -> Progress | None:
        """Where a case stands now; None when it has not moved since it was received."""
        query = sa.select(PROGRESS).where(PROGRESS.c.acceptance_number == acceptance_number)
        with self._engine.connect() as connection:
            row = connection.execute(query.order_by(PROGRESS.c.number.desc()).limit(1)).first()
        return None if row is None else _progress(row)

    def news(self, terminal: str, after: int, today: date) -> News:
        """What is new for a terminal."""
        cases = sa.select(PROGRESS).where(PROGRESS.c.terminal == terminal, PROGRESS.c.number > after)
        holding = sa.select(ANNOUNCEMENT).where(ANNOUNCEMENT.c.until >= today.isoformat())
        with self._engine.connect() as connection:
            rows = connection.execute(cases.order_by(PROGRESS.c.number).limit(AT_ONCE)).all()
            announcements = connection.execute(holding.order_by(ANNOUNCEMENT.c.number).limit(100)).mappings()
            return News(
                last=rows[-1].number if rows else after,
                cases=tuple(_progress(row) for row in rows),
                announcements=tuple(Announcement(**row) for row in announcements),
            )


def _progress(row: Any) -> Progress:
    return Progress(
        acceptance_number=row.acceptance_number,
        state=CaseState(row.state),
        zh=row.zh,
        en=row.en,
        changed_at=row.changed_at,
        reason=row.reason,
        office=row.office,
        successor=row.successor,
    )
