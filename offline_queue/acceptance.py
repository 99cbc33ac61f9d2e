"""What the city answered to a submission: its number and when it received it, out of the proof kept; or a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from offline_queue import credentials
from offline_queue.outbox import Outbox
from offline_queue.wire import Acknowledgement, WireError, verify


@dataclass(frozen=True)
class Acceptance:
    """The number that counts, and when the clock began; None where that is not known any more."""

    number: str
    received_at: datetime | None


def acceptance(outbox: Outbox, submission: str) -> Acceptance | None:
    """None as long as the city has not acknowledged. Raises OutboxError."""
    row = outbox.database.row("SELECT acceptance_number, proof FROM delivery WHERE id = ?", submission)
    if row is None or row["acceptance_number"] is None:
        return None
    return Acceptance(row["acceptance_number"], _received(outbox, row["proof"]))


def was_refused(outbox: Outbox, submission: str) -> bool:
    """Whether the city refused it for good, so that it lies set aside for staff. Raises OutboxError."""
    row = outbox.database.row("SELECT state FROM delivery WHERE id = ?", submission)
    return row is not None and row["state"] == "quarantined"


def _received(outbox: Outbox, proof: bytes | None) -> datetime | None:
    keys = credentials.signing_keys(credentials.load_city(outbox.folder))
    try:
        return datetime.fromisoformat(verify(Acknowledgement, proof or b"", keys).received_at).astimezone()
    except (WireError, ValueError):
        return None
