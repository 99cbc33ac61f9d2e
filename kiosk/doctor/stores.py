"""What is kept: the catalogue, the queue and the audit log."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from config import catalogue as shipped
from config.catalogue_text import CatalogueError
from kiosk.audit.ledger import FOLDER
from kiosk.audit.verify import verified
from kiosk.doctor.finding import Finding, Ground, Verdict
from offline_queue import catalogue_shelf, catalogue_verdicts
from offline_queue.errors import OutboxError
from offline_queue.wire import WireError

NEWEST = 2
"""Files of the log that are looked at, 8 MiB: a second. All of them: kiosk audit verify."""

LONG = timedelta(days=1)
"""For so long an application waits before somebody should ask why."""


def catalogue(ground: Ground) -> Iterator[Finding]:
    """The services that ship can be read, and so can those from the city, which the screens take up."""
    try:
        offered = len(shipped.load())
    except CatalogueError as error:
        says = str(error).splitlines()[0]
        yield Finding("catalogue", Verdict.BAD, says, "install the program again")
        return
    troubles = list(_shelf(ground))
    yield from troubles
    if not troubles:
        newest = next(iter(_versions(ground)), 0)
        which = f"version {newest} of the city" if newest else f"the one that ships, {offered} services"
        yield Finding("catalogue", Verdict.GOOD, which)


def _versions(ground: Ground) -> list[int]:
    return [] if ground.data_dir is None else catalogue_shelf.versions(ground.data_dir)


def _shelf(ground: Ground) -> Iterator[Finding]:
    if ground.data_dir is None or ground.credentials is None:
        return
    for version in _versions(ground):
        verdict = catalogue_verdicts.known(ground.data_dir, version)
        try:
            catalogue_shelf.read(ground.data_dir, version)
        except (WireError, OutboxError) as error:
            says = f"version {version} is damaged: {str(error).splitlines()[0]}"
            yield Finding("catalogue", Verdict.BAD, says, "run: kiosk catalogue pull")
            continue
        if verdict is not None and verdict.wrong:
            says = f"version {version} of the city is passed over: {verdict.wrong}"
            yield Finding("catalogue", Verdict.CARE, says, "tell the city; an older one is used")


def queue(ground: Ground) -> Iterator[Finding]:
    """The queue's file is whole, nothing was set aside, nothing waits for long."""
    found = ground.queue
    if ground.data_dir is None:
        return
    if found is None:
        yield Finding("queue", Verdict.GOOD, "nothing was handed in yet")
        return
    if isinstance(found, str):
        remedy = "end screens and agent and start them again: what is readable is rescued; then call service"
        yield Finding("queue", Verdict.BAD, found, remedy)
        return
    troubles = []
    if found.quarantined:
        says = f"{found.quarantined} not taken by the city"
        troubles.append(Finding("queue", Verdict.BAD, says, "run: kiosk queue list; then kiosk queue retry ID"))
    if found.damaged_files:
        says = f"{found.damaged_files} damaged file(s) were set aside; what was readable is in the queue"
        troubles.append(Finding("queue", Verdict.CARE, says, "keep the folders damaged-*, and call service"))
    if found.waiting and _since(ground, found.oldest_sealed_at) > LONG:
        says = f"{found.waiting} waiting, the oldest for more than a day"
        troubles.append(Finding("queue", Verdict.CARE, says, "look at intake and agent here; nothing is lost"))
    yield from troubles
    if not troubles:
        yield Finding("queue", Verdict.GOOD, f"whole; {found.waiting} waiting")


def audit_log(ground: Ground) -> Iterator[Finding]:
    """The chain of the newest files is whole, and its newest line can be read."""
    if ground.data_dir is None:
        return
    folder = ground.data_dir / FOLDER
    if not folder.is_dir():
        yield Finding("audit_log", Verdict.GOOD, "nothing was noted yet")
        return
    try:
        report = verified(folder, newest=NEWEST)
    except OSError as error:
        says = f"it cannot be read ({error.strerror})"
        yield Finding("audit_log", Verdict.BAD, says, "run this as the user of the terminal; else call service")
        return
    if report.faults:
        more = f", and {len(report.faults) - 1} more" if len(report.faults) > 1 else ""
        remedy = "keep it as it is: kiosk audit export DIR; tell whoever reviews it, who runs: kiosk audit verify DIR"
        yield Finding("audit_log", Verdict.BAD, f"{report.faults[0]}{more}", remedy)
    elif report.last is None and report.files:
        says, remedy = "no line of it can be read", "call service, unless the power was cut just now"
        yield Finding("audit_log", Verdict.CARE, says, remedy)
    elif report.last is None:
        yield Finding("audit_log", Verdict.GOOD, "nothing was noted yet")
    else:
        says = f"the chain of its newest {report.lines} lines is whole; the last is number {report.last.number}"
        yield Finding("audit_log", Verdict.GOOD, says)


def _since(ground: Ground, moment: str) -> timedelta:
    try:
        return ground.now().astimezone() - datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return timedelta()
