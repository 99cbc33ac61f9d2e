"""The two processes of a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk import starts
from kiosk.doctor.finding import Finding, Ground, Verdict
from offline_queue.looking import Look


def screens(ground: Ground) -> Iterator[Finding]:
    """They run, and do not end again and again."""
    if ground.data_dir is None:
        return
    crashed = starts.recent(ground.data_dir)
    if crashed >= starts.MOST:
        says = f"they ended {crashed} times within {starts.WITHIN / 60:.0f} minutes"
        yield Finding("screens", Verdict.BAD, says, "run: journalctl -u kiosk-screens; mend what it names")
    elif ground.screens is None:
        yield Finding("screens", Verdict.CARE, "they do not run", "run: systemctl start kiosk-screens")
    else:
        yield Finding("screens", Verdict.GOOD, f"they run (process {ground.screens})")


def agent(ground: Ground) -> Iterator[Finding]:
    """It runs, at the latest when something waits."""
    if ground.data_dir is None:
        return
    waiting = ground.queue.waiting if isinstance(ground.queue, Look) else 0
    if ground.agent is not None:
        yield Finding("agent", Verdict.GOOD, f"it runs (process {ground.agent})")
    elif waiting:
        says = f"it does not run, and {waiting} wait to be sent"
        yield Finding("agent", Verdict.BAD, says, "run: systemctl start kiosk-sync")
    else:
        yield Finding("agent", Verdict.CARE, "it does not run", "run: systemctl start kiosk-sync")
