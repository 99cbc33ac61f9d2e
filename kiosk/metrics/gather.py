"""The figures of now, as the agent finds them: in the queue, in what the screens left, in its own process."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from drivers.model import GROUPS, ErrorCode, Status
from kiosk.metrics.tally import Tally, Times, read, resident_bytes
from offline_queue import catalogue_shelf, catalogue_verdicts, rescue
from offline_queue.census import census
from offline_queue.health import UpdateState
from offline_queue.outbox import Outbox
from offline_queue.transport import Trouble

PRINTER = "receipt_printer"

WORKS = {Status.STARTING, Status.ONLINE, Status.BUSY}


class Figure(NamedTuple):
    """One value of a metric (a name of METRICS) under the values of its labels; of a histogram the times."""

    name: str
    value: float | Times
    labels: tuple[str, ...] = ()


class Own(NamedTuple):
    """What the agent knows by itself: its starts in all, when this one was (seconds since 1970), the audit log's line,
    how updates stand."""

    starts: int
    started: float
    audit_line: int
    update: UpdateState = UpdateState.NONE


def figures(outbox: Outbox, own: Own) -> Iterator[Figure]:
    """All of them. Raises OutboxError."""
    left = read(outbox.folder)
    yield from _queue(outbox)
    yield from _line(outbox)
    yield from _devices(outbox, left)
    yield from _screens(left)
    yield from _processes(left, own)
    yield from _rest(outbox)


def _queue(outbox: Outbox) -> Iterator[Figure]:
    tally, sums = outbox.tally(), census(outbox.database)
    yield Figure("queue_waiting", tally.waiting)
    yield Figure("queue_waiting_bytes", tally.waiting_bytes)
    oldest = _seconds(tally.oldest_sealed_at)
    # a clock that was set back makes no negative age
    yield Figure("queue_oldest_waiting_seconds", 0 if oldest is None else max(0.0, time.time() - oldest))
    yield Figure("queue_set_aside", tally.quarantined)
    yield Figure("queue_letters", tally.letters)
    yield Figure("queue_damaged_files", rescue.set_aside(outbox.folder))
    yield Figure("submissions_sealed", sums.sealed)
    yield Figure("submissions_sent", sums.sent)
    yield Figure("submissions_refused", sums.refused)
    last = _seconds(tally.last_sent)
    if last is not None:
        yield Figure("last_sent_timestamp_seconds", last)


def _line(outbox: Outbox) -> Iterator[Figure]:
    found = outbox.notes.trouble()
    yield Figure("line_up", found is None)
    for trouble in Trouble:
        yield Figure("line_trouble", found is not None and trouble == found.kind, (trouble.value,))


def _devices(outbox: Outbox, left: Tally) -> Iterator[Figure]:
    noted = outbox.notes.devices()
    for device in GROUPS:
        if device in noted:
            status, error = noted[device]
            yield Figure("device_up", status in WORKS and not error, (device,))
            if error:
                yield Figure("device_error", 1, (device, error))
    if PRINTER in noted:
        yield Figure("printer_paper_low", left.paper_low)
        yield Figure("printer_paper_out", noted[PRINTER][1] == ErrorCode.PAPER_OUT)


def _screens(left: Tally) -> Iterator[Figure]:
    if not left.at:
        return
    yield Figure("screens_seen_timestamp_seconds", left.at)
    yield Figure("screens_crashes", left.crashes)
    for how, count in left.visits.items():
        yield Figure("visits", count, (how,))
    for outcome, count in left.slips.items():
        yield Figure("slips", count, (outcome,))
    yield Figure("page_turn_seconds", left.page_turns)
    yield Figure("scan_seconds", left.scans)


def _processes(left: Tally, own: Own) -> Iterator[Figure]:
    found = [("agent", own.starts, own.started, resident_bytes(), catalogue_verdicts.program())]
    if left.at:
        found.append(("screens", left.starts, left.started, left.memory, left.version))
    for process, starts, started, memory, version in found:
        yield Figure("process_starts", starts, (process,))
        yield Figure("process_start_timestamp_seconds", started, (process,))
        yield Figure("process_resident_memory_bytes", memory, (process,))
        if version:
            yield Figure("version_info", 1, (process, version))
    yield Figure("audit_line", own.audit_line)
    for state in UpdateState:
        if state:
            yield Figure("update_state", state is own.update, (state.value,))


def _rest(outbox: Outbox) -> Iterator[Figure]:
    newest = next(iter(catalogue_shelf.versions(outbox.folder)), 0)
    verdict = catalogue_verdicts.known(outbox.folder, newest)
    yield Figure("catalogue_version", _number(outbox.notes.fact("catalogue")))
    yield Figure("catalogue_passed_over", newest if verdict is not None and verdict.wrong else 0)
    yield Figure("disk_free_bytes", outbox.reserve.free())
    offset = outbox.notes.fact("clock_offset")
    if offset:
        yield Figure("clock_offset_seconds", _number(offset))


def _number(text: str) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0


def _seconds(moment: str) -> float | None:
    """A moment as the queue writes it (ISO 8601), in seconds since 1970."""
    try:
        return datetime.fromisoformat(moment).timestamp()
    except ValueError:
        return None
