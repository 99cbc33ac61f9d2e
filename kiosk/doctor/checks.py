"""The list of all checks, in the order in which trouble is mended: one more line here is one more check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiosk.doctor.devices import devices, drivers
from kiosk.doctor.finding import Check, Finding, Ground, Verdict
from kiosk.doctor.identity import enrolment, intake, keys
from kiosk.doctor.panel import display, staff, voices
from kiosk.doctor.place import clock, configuration, disk, folder
from kiosk.doctor.processes import agent, screens
from kiosk.doctor.stores import audit_log, catalogue, queue

CHECKS: tuple[Check, ...] = (
    configuration,
    folder,
    disk,
    enrolment,
    keys,
    clock,
    intake,
    catalogue,
    queue,
    audit_log,
    screens,
    agent,
    drivers,
    devices,
    display,
    voices,
    staff,
)


def findings(ground: Ground, checks: Sequence[Check] = CHECKS) -> Iterator[Finding]:
    """What they find. A check that stumbles is trouble too, and no reason to leave out the others."""
    for check in checks:
        try:
            yield from check(ground)
        except Exception as error:
            says = f"it could not be looked at ({type(error).__name__})"
            yield Finding(check.__name__, Verdict.BAD, says, "run this as the user of the terminal; else call service")
