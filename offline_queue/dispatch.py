"""The outbox as the sync agent sees it: whose turn it is, what became of it, who has to wait."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from offline_queue.clocks import boot, uptime
from offline_queue.locks import PARTS, held
from offline_queue.notes import LineTrouble
from offline_queue.outbox import Outbox
from offline_queue.witness import UNWITNESSED, Witness

if TYPE_CHECKING:
    from offline_queue.transport import Trouble

GRACE = 7 * 24 * 3600.0
"""Seconds of the terminal's age for which ciphertext is kept after its acknowledgement, should the city ask again."""

EVERYONE = "everyone"

_NEW = "SELECT 1 FROM submission WHERE sequence > (SELECT coalesce(max(sequence), 0) FROM delivery) LIMIT 1"


@dataclass(frozen=True, repr=False)
class Outgoing:
    """A submission to be sent: the manifest's bytes, always the same, its digest, an acknowledgement it once got."""

    sequence: int
    id: str
    manifest: bytes
    digest: str
    proof: bytes | None


class Dispatch:
    """Turns and waits of one outbox, one process at a time (sync.only_sender). `witness` is told what came of it."""

    def __init__(self, outbox: Outbox, witness: Witness = UNWITNESSED) -> None:
        self._outbox = outbox
        self._database = outbox.database
        self._notes = outbox.notes
        self._witness = witness

    def recover(self) -> None:
        """At the start: give back what was being sent."""
        with self._database.writing() as connection:
            _take_in(connection)
            connection.execute("UPDATE delivery SET state = 'sealed', reason = 'interrupted' WHERE state = 'sending'")

    def last_sequence(self) -> int:
        """The newest submission's number; what comes later was made while the agent watched."""
        row = self._database.row("SELECT max(sequence) FROM submission")
        return 0 if row is None or row[0] is None else int(row[0])

    def fresh_waits(self, after: int) -> bool:
        """Whether a submission newer than `after` waits: its resident may be standing at the screen."""
        question = "SELECT 1 FROM standing WHERE sequence > ? AND +state = 'sealed' LIMIT 1"
        return self._database.row(question, after) is not None

    def anything_left(self) -> bool:
        """Whether a submission or letter is still to be sent."""
        row = self._database.row(
            "SELECT EXISTS (SELECT 1 FROM standing WHERE state = 'sealed')"
            " OR EXISTS (SELECT 1 FROM letter WHERE NOT refused)"
        )
        return row is not None and bool(row[0])

    def next_fresh(self, after: int) -> Outgoing | None:
        """The next submission newer than `after`, its try counted and durable."""
        if not self.fresh_waits(after):
            return None
        with self._database.writing() as connection:
            _take_in(connection)
            return _take(connection, "sequence > ?", after)

    def next_outgoing(self) -> Outgoing | None:
        """Of those that need not wait, the one with the fewest turns; its try counted and durable."""
        question = f"SELECT 1 FROM delivery WHERE state = 'sealed' AND {_FREE}"  # noqa: S608 - a condition of ours
        if self._database.row(_NEW) is None and self._database.row(question, boot(), uptime()) is None:
            return None
        with self._database.writing() as connection:
            _take_in(connection)
            return _take(connection, _FREE, boot(), uptime())

    def acknowledged(self, sequence: int, acceptance_number: str, proof: bytes) -> None:
        """The city holds it."""
        age = self.age()
        with self._database.writing() as connection:
            _acknowledge(connection, sequence, acceptance_number, proof, age)
        self._witness.acknowledged(self._number(sequence), acceptance_number)

    def acknowledged_and_next(
        self, sequence: int, acceptance_number: str, proof: bytes, fresh_after: int
    ) -> Outgoing | None:
        """The city holds it; the next one, those newer than `fresh_after` first. Both durable by a single flush."""
        age = self.age()
        with self._database.writing() as connection:
            _acknowledge(connection, sequence, acceptance_number, proof, age)
            taken = _take(connection, "sequence > ?", fresh_after) or _take(connection, _FREE, boot(), uptime())
        self._witness.acknowledged(self._number(sequence), acceptance_number)
        return taken

    def given_back(self, sequence: int, reason: str, counted: bool) -> None:
        """Not delivered this time; `counted` when that was its own affair and not the line's."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE delivery SET state = 'sealed', reason = ?, attempts = attempts - ? WHERE sequence = ?",
                (reason, 0 if counted else 1, sequence),
            )

    def quarantined(self, sequence: int, reason: str) -> None:
        """Refused for good: kept for staff to look at."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE delivery SET state = 'quarantined', reason = ? WHERE sequence = ?", (reason, sequence)
            )
        self._witness.quarantined(self._number(sequence), reason)

    def wait(self, name: str, seconds: float, failures: int) -> None:
        """Nobody (EVERYONE) or a submission (its sequence) is tried for `seconds`."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO wait VALUES (?, ?, ?, ?)", (name, boot(), uptime() + seconds, failures)
            )

    def waits(self, name: str) -> tuple[float, int, bool]:
        """Seconds still to wait, failures in a row, and whether the wait was begun in this boot."""
        row = self._database.row("SELECT * FROM wait WHERE name = ?", name)
        if row is None:
            return 0.0, 0, True
        here = row["boot"] == boot()
        return max(0.0, row["until"] - uptime()) if here else 0.0, int(row["failures"]), here

    def next_end_of_wait(self) -> float | None:
        """Seconds until the first submission that waits by itself may be tried; None when none does."""
        row = self._database.row(
            "SELECT min(until) FROM wait JOIN delivery ON name = CAST(sequence AS TEXT)"
            " WHERE boot = ? AND state = 'sealed'",
            boot(),
        )
        return None if row is None or row[0] is None else max(0.0, row[0] - uptime())

    def over(self, name: str) -> None:
        """No wait any more."""
        if self._database.row("SELECT 1 FROM wait WHERE name = ?", name) is not None:
            with self._database.writing() as connection:
                connection.execute("DELETE FROM wait WHERE name = ?", (name,))

    def started(self) -> int:
        """Count a start of the agent: how many it makes in all."""
        before = self._notes.fact("agent_starts")
        starts = (int(before) if before.isdigit() else 0) + 1
        self._notes.state("agent_starts", str(starts))
        return starts

    def line_lost(self, trouble: Trouble) -> None:
        """Keep for staff what is wrong with the line and since when."""
        before = self._notes.trouble()
        if before is None or before.kind != trouble.value:
            since = datetime.now().astimezone().isoformat(timespec="seconds")
            self._notes.state_trouble(LineTrouble(trouble.value, since))
            self._witness.line(trouble.value)

    def line_back(self) -> None:
        """Nothing is wrong with it any more."""
        if self._notes.fact("trouble"):
            self._notes.state_trouble(None)
            self._witness.line("")

    def age(self) -> float:
        """Seconds that this terminal has been switched on in all, as far as was written down."""
        row = self._database.row("SELECT * FROM age")
        if row is None:
            return 0.0
        return float(row["seconds"]) + (uptime() - row["at"] if row["boot"] == boot() else uptime())

    def grow_older(self) -> None:
        """Write the age down."""
        age = self.age()
        with self._database.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO age VALUES (1, ?, ?, ?)", (boot(), uptime(), age))

    def due_for_purge(self, limit: int) -> list[tuple[int, str, str]]:
        """Sequence, id and digest of what was acknowledged longer than the grace period ago."""
        rows = self._database.rows(
            "SELECT sequence, delivery.id, digest FROM delivery JOIN submission USING (sequence)"
            " WHERE state = 'acknowledged' AND acknowledged_age < ? ORDER BY acknowledged_age LIMIT ?",
            self.age() - GRACE,
            limit,
        )
        return [(row[0], row[1], row[2]) for row in rows]

    def purge(self, sequence: int) -> None:
        """Drop the ciphertext; the row stays."""
        with self._database.writing() as connection:
            row = connection.execute("SELECT files FROM submission WHERE sequence = ?", (sequence,)).fetchone()
            connection.execute(
                "UPDATE submission SET manifest = NULL, content = NULL, files = NULL WHERE sequence = ?", (sequence,)
            )
            connection.execute("UPDATE delivery SET state = 'purged', proof = NULL WHERE sequence = ?", (sequence,))
        for name in (row["files"] or "").split():
            with suppress(OSError):
                (self._outbox.parts / name).unlink()
        self._witness.purged(self._number(sequence))

    def send_again(self, sequence: int) -> None:
        """The city has lost it: send it once more, with the acknowledgement that names its number."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE delivery SET state = 'sealed', reason = 'the city asks again' WHERE sequence = ?", (sequence,)
            )
        self._witness.sent_again(self._number(sequence))

    def _number(self, sequence: int) -> str:
        row = self._database.row("SELECT offline_number FROM submission WHERE sequence = ?", sequence)
        return "" if row is None else str(row[0])

    def sweep(self) -> int:
        """Delete files that no row names; how many it were. Not while the screens write some."""
        with ExitStack() as stack:
            try:
                stack.enter_context(held(self._outbox.folder / PARTS, wait=False))
            except BlockingIOError:
                return 0
            rows = self._database.rows("SELECT files FROM submission WHERE files NOTNULL")
            known = {name for row in rows for name in row["files"].split()}
            orphans = [path for path in self._outbox.parts.iterdir() if path.name not in known]
            for path in orphans:
                with suppress(OSError):
                    path.unlink()
        return len(orphans)


_FREE = "sequence NOT IN (SELECT CAST(name AS INTEGER) FROM wait WHERE boot = ? AND until > ?)"
"""Condition of a submission that need not wait; its values are the boot and the time in it."""


def _take_in(connection: sqlite3.Connection) -> None:
    """From here on, the sending of what the screens have put in is written down."""
    connection.execute(
        "INSERT INTO delivery (sequence, id, bytes) SELECT sequence, id, bytes FROM submission"
        " WHERE sequence > (SELECT coalesce(max(sequence), 0) FROM delivery) ORDER BY sequence"
    )


def _take(connection: sqlite3.Connection, which: str, *values: object) -> Outgoing | None:
    row = connection.execute(
        "SELECT sequence, delivery.id, manifest, digest, proof"  # noqa: S608 - conditions of ours
        " FROM delivery JOIN submission USING (sequence)"
        f" WHERE state = 'sealed' AND {which} ORDER BY turns, sequence LIMIT 1",
        values,
    ).fetchone()
    if row is None:
        return None
    connection.execute(
        "UPDATE delivery SET state = 'sending', attempts = attempts + 1, turns = turns + 1 WHERE sequence = ?",
        (row["sequence"],),
    )
    return Outgoing(*row)


def _acknowledge(
    connection: sqlite3.Connection, sequence: int, acceptance_number: str, proof: bytes, age: float
) -> None:
    _take_in(connection)
    connection.execute(
        "UPDATE delivery SET state = 'acknowledged', reason = '', acceptance_number = ?, proof = ?,"
        " acknowledged_age = ? WHERE sequence = ?",
        (acceptance_number, proof, age, sequence),
    )
    connection.execute("DELETE FROM wait WHERE name = ?", (str(sequence),))
