"""The audit log: what happened at this terminal, and nothing of anyone."""

from __future__ import annotations

from typing import Protocol

from kiosk.audit.events import AuditEvent
from kiosk.audit.kinds import Value

__all__ = ["AuditEvent", "Note", "Value", "unnoted"]


class Note(Protocol):
    """Writes an event down. From any thread; never raises, never waits."""

    def __call__(self, event: AuditEvent, /, **fields: Value) -> None:
        """`fields` are those that the catalogue allows; what does not fit there is left out, and that is noted too."""


def unnoted(event: AuditEvent, /, **fields: Value) -> None:
    """Nothing is written down: for tests, and for measurements of something else."""
    del event, fields
