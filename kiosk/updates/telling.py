"""Tells the audit log how an update ended: root did it, and the log is the terminal's user's."""

from __future__ import annotations

from pathlib import Path

from kiosk.audit import AuditEvent, Note
from kiosk.updates import record
from offline_queue.dispatch import Dispatch


def note_update(state_dir: Path, dispatch: Dispatch, note: Note) -> None:
    """Note the last update, once: at the agent's start, which each update brings about. Raises OutboxError."""
    ended = record.last(state_dir)
    if ended is None:
        return
    state, trial = ended
    if dispatch.is_news("update_noted", str(trial.number)):
        note(AuditEvent.UPDATE_ENDED, version=trial.version, state=state.value, why=trial.why.value)
