"""Sums over everything that was ever handed in at this terminal."""

from __future__ import annotations

from dataclasses import dataclass

from offline_queue.database import Database


@dataclass(frozen=True)
class Census:
    """How many were sealed, how many the city has acknowledged, and how often one was set aside."""

    sealed: int
    sent: int
    refused: int


def census(database: Database) -> Census:
    """Counted now. Raises OutboxError."""
    # tombstones stay, so that these sums only grow as long as the file is not rescued
    row = database.row(
        "SELECT (SELECT count(*) FROM submission),"
        " (SELECT count(*) FROM delivery WHERE state IN ('acknowledged', 'purged')),"
        " (SELECT count(*) FROM event WHERE state = 'quarantined')"
    )
    return Census(0, 0, 0) if row is None else Census(*row)
