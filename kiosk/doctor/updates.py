"""How the last update of the program ended."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.doctor.finding import Finding, Ground, Verdict
from kiosk.updates import record
from offline_queue.health import UpdateState


def updates(ground: Ground) -> Iterator[Finding]:
    """The last one is installed and well, or was none."""
    ended = None if ground.settings is None else record.last(ground.settings.updates.state_dir)
    if ended is None:
        return
    state, trial = ended
    which = f"version {trial.version} ({trial.why.value or 'interrupted'})"
    if state is UpdateState.STUCK:
        says = f"{which} is not well, and the queue is of its schema, which no older one reads"
        yield Finding("updates", Verdict.BAD, says, "ask the city for a newer version; nothing is lost")
    elif state is UpdateState.UNDONE:
        says = f"{which} was taken back"
        yield Finding("updates", Verdict.CARE, says, "read the journal: journalctl -u kiosk-update; tell the city")
    else:
        yield Finding("updates", Verdict.GOOD, f"version {trial.version} was installed")
