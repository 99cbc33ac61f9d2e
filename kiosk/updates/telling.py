"""Tells the audit log how an update ended: root did it, and the log is the terminal's user's."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from kiosk.audit import AuditEvent, Note
from kiosk.updates import record
from offline_queue.errors import OutboxError
from offline_queue.notes import Notes

EVERY = 60.0
"""Seconds between two looks."""


class Telling:
    """Looks for the end of an update, which comes a minute after the agent was started anew, and notes it once."""

    def __init__(self, state_dir: Path, notes: Notes, note: Note) -> None:
        self._state_dir, self._notes, self._note = state_dir, notes, note
        self._due = 0.0

    def keep(self) -> None:
        """Look, if it is time. A queue that cannot be written has worse to tell."""
        if time.monotonic() < self._due:
            return
        self._due = time.monotonic() + EVERY
        ended = record.last(self._state_dir)
        with suppress(OutboxError):
            if ended is not None and self._notes.is_news("update_noted", str(ended[1].number)):
                state, trial = ended
                self._note(AuditEvent.UPDATE_ENDED, version=trial.version, state=state.value, why=trial.why.value)
