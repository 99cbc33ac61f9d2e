"""The numbers of the newest submission, from which those of the next are made."""

from __future__ import annotations

from typing import NamedTuple

from offline_queue.database import Database
from offline_queue.numbers import day_and_serial


class Newest(NamedTuple):
    """The newest submission's numbers: still true when the next sequence number is free in the file opened then."""

    opened: int
    sequence: int
    day: str
    serial: int
    floor: int

    def after(self, day: str, last_of_day: int) -> Newest:
        """The numbers of the one that follows on `day`, whose last serial so far is `last_of_day`."""
        floor = self.floor
        return Newest(self.opened, max(self.sequence, floor) + 1, day, max(last_of_day, floor) + 1, floor)


def newest_in(database: Database) -> Newest:
    """The numbers of the newest submission in the file. Raises OutboxError."""
    opened = database.opened
    row = database.row(
        "SELECT coalesce(max(sequence), 0),"
        " (SELECT offline_number FROM submission ORDER BY sequence DESC LIMIT 1),"
        " coalesce((SELECT CAST(value AS INTEGER) FROM fact WHERE name = 'floor'), 0) FROM submission"
    )
    sequence, number, floor = row if row is not None else (0, None, 0)
    day, serial = day_and_serial(number or "") or ("", 0)
    return Newest(opened, sequence, day, serial, floor)
