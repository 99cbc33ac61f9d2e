"""What screens, agent and city note for each other beside the submissions: facts, devices, the line, the news."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date

from offline_queue.database import Database
from offline_queue.limits import OWN, Limits
from offline_queue.news import Announcement, MonthFigures, News
from offline_queue.wire import Progress, WireError, parse


@dataclass(frozen=True)
class LineTrouble:
    """What is wrong with the line (a value of transport.Trouble), and since when: local time in ISO."""

    kind: str
    since: str


class Notes:
    """The notes in one queue's file. Calls raise OutboxError; `state` and what is named `note_` or `take_` write."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def limits(self) -> Limits:
        """What this terminal and, as far as is known, the city take."""
        stated = self.fact("limits")
        try:
            return OWN.narrowed(parse(Limits, stated.encode())) if stated else OWN
        except WireError:
            return OWN

    def trouble(self) -> LineTrouble | None:
        """What is wrong with the line; None when nothing is, or what stands there cannot be read."""
        with suppress(ValueError, KeyError, TypeError):
            said = json.loads(self.fact("trouble"))
            return LineTrouble(str(said["kind"]), str(said.get("since", "")))
        return None

    def state_trouble(self, trouble: LineTrouble | None) -> None:
        """Keep what is wrong with the line."""
        self.state("trouble", "" if trouble is None else json.dumps(asdict(trouble)))

    def progress(self, acceptance_number: str) -> Progress | None:
        """What the city last said of a case; None when it has not."""
        row = self._database.row("SELECT body FROM progress WHERE acceptance_number = ?", acceptance_number)
        return None if row is None else parse(Progress, row["body"])

    def announcements(self, today: date) -> list[Announcement]:
        """What the city says to everybody and still holds, newest first."""
        rows = self._database.rows("SELECT body FROM announcement ORDER BY number DESC")
        return [item for row in rows if (item := parse(Announcement, row["body"])).until >= today.isoformat()]

    def figures(self, month: str) -> MonthFigures | None:
        """What the city last published of a month; None when it has not."""
        stated = self.fact("figures")
        figures = parse(MonthFigures, stated.encode()) if stated else None
        return figures if figures is not None and figures.month == month else None

    def note_device(self, name: str, status: str, error: str) -> None:
        """Keep how a device is, for the health report. Raises OutboxError."""
        with self._database.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO device VALUES (?, ?, ?)", (name, status, error))

    def devices(self) -> dict[str, tuple[str, str]]:
        """Devices as they were last noted: status and error."""
        return {row["name"]: (row["status"], row["error"]) for row in self._database.rows("SELECT * FROM device")}

    def note_catalogue(self, version: int) -> None:
        """Keep which of the city's catalogues the screens work with (0: the one that ships). Raises OutboxError."""
        with self._database.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO fact VALUES ('catalogue', ?)", (str(version),))

    def fact(self, name: str) -> str:
        """A single fact; empty when it was never stated."""
        row = self._database.row("SELECT value FROM fact WHERE name = ?", name)
        return "" if row is None else str(row["value"])

    def state(self, name: str, value: str) -> None:
        """Keep a single fact; nothing is written when it is known."""
        if self.fact(name) != value:
            with self._database.writing() as connection:
                connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, value))

    def is_news(self, name: str, value: str) -> bool:
        """Whether a fact was not so before; from now on it is."""
        news = self.fact(name) != value
        self.state(name, value)
        return news

    def take_news(self, news: News) -> None:
        """Keep what the city says; all of it or, should this be cut short, nothing."""
        with self._database.writing() as connection:
            for case in news.cases:
                connection.execute(
                    "INSERT OR REPLACE INTO progress VALUES (?, ?)",
                    (case.acceptance_number, case.model_dump_json().encode()),
                )
            connection.execute("DELETE FROM announcement")
            rows = [_announcement_row(item) for item in news.announcements]
            connection.executemany("INSERT OR REPLACE INTO announcement VALUES (?, ?)", rows)
            connection.execute("INSERT OR REPLACE INTO fact VALUES ('news', ?)", (str(news.last),))


def _announcement_row(item: Announcement) -> tuple[int, bytes]:
    return item.number, item.model_dump_json().encode()
