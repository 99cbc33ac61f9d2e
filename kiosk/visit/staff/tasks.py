"""What is to be done at the terminal, from its lights; the most pressing first."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.visit.staff.lights import Lights

CLOCK_OFF = 60.0
"""Seconds by which the clock may be off before somebody should see to it."""


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
        found += [Task(device, warning) for warning in health.warnings]
    if queue is None:
        return tuple(found)
    if queue.line:
        found.append(Task("line", queue.line))
    if queue.set_aside:
        found.append(Task("queue", "set_aside"))
    if abs(queue.clock_offset or 0.0) > CLOCK_OFF:
        found.append(Task("clock", "off"))
    return tuple(found)
