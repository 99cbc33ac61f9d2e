"""The one table of all metrics: name, kind, meaning, and the closed list of values of each label.

`docs/metrics.md` shows it (`python docs/metrics_table.py --write`). What is not in here cannot be written, so that no
name, number or text of anyone ever becomes a label.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from drivers.model import GROUPS, ErrorCode
from kiosk.audit.events import CATALOGUE, AuditEvent
from kiosk.audit.kinds import VERSION, Choice, Kind, choice
from kiosk.metrics.tally import PAGE_TURNS, SCANS
from offline_queue.health import UpdateState
from offline_queue.transport import Trouble


class Sort(StrEnum):
    """How a figure behaves: goes up and down, only goes up (to begin anew with another disk), spreads over times."""

    GAUGE = "gauge"
    COUNTER = "counter"
    HISTOGRAM = "histogram"


class Metric(NamedTuple):
    """A metric. Names are without `kiosk_` and, of counters, without `_total`. `bounds` in seconds, of a histogram."""

    sort: Sort
    meaning: str
    labels: Mapping[str, Kind] = {}
    bounds: tuple[float, ...] = ()


def _audited(event: AuditEvent, field: str) -> Choice:
    """The codes that a field of the audit log has."""
    kind = CATALOGUE[event].fields[field]
    assert isinstance(kind, Choice)  # noqa: S101 - both tables are ours
    return kind


PROCESS = choice(["agent", "screens"])
DEVICE = choice(GROUPS)
ENDING = _audited(AuditEvent.VISIT_ENDED, "how")
OUTCOME = _audited(AuditEvent.SLIP, "outcome")

_G, _C, _H = Sort.GAUGE, Sort.COUNTER, Sort.HISTOGRAM

METRICS: Mapping[str, Metric] = {
    "queue_waiting": Metric(_G, "Submissions that the city does not have yet."),
    "queue_waiting_bytes": Metric(_G, "Their bytes."),
    "queue_oldest_waiting_seconds": Metric(_G, "For how long the oldest of them waits; 0 when none does."),
    "queue_set_aside": Metric(_G, "Submissions that were refused for good or are damaged, kept for staff."),
    "queue_letters": Metric(_G, "Ratings, stops, reports and requests for assistance that wait."),
    "queue_damaged_files": Metric(_G, "Damaged files of the queue that were set aside."),
    "submissions_sealed": Metric(_C, "Submissions that were handed in here."),
    "submissions_sent": Metric(_C, "Submissions that the city has acknowledged."),
    "submissions_refused": Metric(_C, "How often one was set aside."),
    "last_sent_timestamp_seconds": Metric(_G, "When the city last acknowledged one; not there before the first."),
    "line_up": Metric(_G, "1 while nothing is wrong with the line to the city, else 0."),
    "line_trouble": Metric(_G, "1 for what is wrong with it, 0 for all else.", {"kind": choice(Trouble)}),
    "device_up": Metric(
        _G, "1 when a device works, 0 when it does not; not there before it was seen.", {"device": DEVICE}
    ),
    "device_error": Metric(
        _G, "1: what ails a device.", {"device": DEVICE, "code": choice(ErrorCode, "error code of a device")}
    ),
    "printer_paper_low": Metric(_G, "1 when the slip printer's paper is near its end, else 0."),
    "printer_paper_out": Metric(_G, "1 when it has come to its end, else 0."),
    "visits": Metric(_C, "Visits by how they ended.", {"how": ENDING}),
    "slips": Metric(_C, "Slips by what became of them.", {"outcome": OUTCOME}),
    "page_turn_seconds": Metric(_H, "From a touch to the first frame of another page.", bounds=PAGE_TURNS),
    "scan_seconds": Metric(_H, "From the touch that takes a page to the page, found and straightened.", bounds=SCANS),
    "screens_seen_timestamp_seconds": Metric(
        _G, "When the screens last left their figures; each minute while they run."
    ),
    "process_starts": Metric(_C, "How often a process was started.", {"process": PROCESS}),
    "process_start_timestamp_seconds": Metric(_G, "When it was started last.", {"process": PROCESS}),
    "process_resident_memory_bytes": Metric(_G, "The memory it has.", {"process": PROCESS}),
    "screens_crashes": Metric(_C, "Starts of the screens after an end that was none of theirs."),
    "version_info": Metric(
        _G, "1: the version of the program that a process runs.", {"process": PROCESS, "version": VERSION}
    ),
    "update_state": Metric(
        _G,
        "1 for how updates of the program stand, 0 for all else.",
        {"state": choice(state for state in UpdateState if state)},
    ),
    "catalogue_version": Metric(_G, "The city's catalogue that the screens work with; 0: the one that ships."),
    "catalogue_passed_over": Metric(_G, "A newer one that was found wrong; 0: none."),
    "audit_line": Metric(_G, "Number of the audit log's newest line."),
    "disk_free_bytes": Metric(_G, "Bytes that may be written where the terminal keeps everything."),
    "clock_offset_seconds": Metric(_G, "The city's clock less ours, as last heard."),
}


def full_name(name: str) -> str:
    """The name that stands in the file; of a histogram there are `_bucket`, `_sum` and `_count` of it."""
    return f"kiosk_{name}_total" if METRICS[name].sort is Sort.COUNTER else f"kiosk_{name}"
