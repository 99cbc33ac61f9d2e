"""What is to be done at the terminal, from its lights; the most pressing first."""

from __future__ import annotations

from dataclasses import dataclass

from drivers.model import ErrorCode
from kiosk.visit.staff.lights import Lights

CLOCK_OFF = 60.0
"""Seconds by which the clock may be off before somebody should see to it."""

CITYS_OWN = ("busy", "server")
"""Troubles of the line that the city mends: nothing is to do here (names of offline_queue.transport.Trouble)."""


@dataclass(frozen=True)
class Task:
    """One trouble: where (`disk`, `clock`, `line`, `queue`, or a class of devices) and what.

    `what` is a device's error code or warning, or the name of the line's trouble.
    """

    place: str
    what: str


def tasks_of(lights: Lights) -> tuple[Task, ...]:
    """All that is to do now."""
    queue, found = lights.queue, []
    if queue is None:
        found.append(Task("disk", "broken"))
    elif not queue.room:
        found.append(Task("disk", "full"))
    for device, health in lights.devices:
        if health.error is not None:
            found.append(Task(device, health.error.value))
        # new paper is asked for once
        out = health.error is ErrorCode.PAPER_OUT
        found += [Task(device, warning) for warning in health.warnings if not (out and warning == "paper_low")]
    if queue is None:
        return tuple(found)
    if queue.line and queue.line not in CITYS_OWN:
        found.append(Task("line", queue.line))
    if queue.set_aside:
        found.append(Task("queue", "set_aside"))
    if abs(queue.clock_offset or 0.0) > CLOCK_OFF:
        found.append(Task("clock", "off"))
    return tuple(found)
