"""What the screens count over all their starts, and leave under `data_dir` for the agent, which writes the metrics.

Fed by what the audit log is told, so that both say the same, and by times that were taken.
"""

from __future__ import annotations

import os
import threading
import time
from bisect import bisect_left
from contextlib import suppress
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kiosk.audit import AuditEvent, Value
from offline_queue.files import write_durably

FILE = "screens-tally.json"

PAGE_TURNS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1.0, 2.0, 5.0)
"""Seconds. Less than 0.1 feels at once, after 1 people touch again (Nielsen, Usability Engineering, 1993)."""

SCANS = (0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0, 15.0)
"""Seconds; the last is kiosk.device_jobs.CAPTURE_WAIT."""


class Times(BaseModel):
    """Times by the first bound that they do not pass, those beyond the last at the end; their sum."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    counts: tuple[int, ...]
    seconds: float = Field(default=0.0, ge=0)

    def with_one(self, bounds: tuple[float, ...], seconds: float) -> Times:
        """One more."""
        counts = list(self.counts)
        counts[bisect_left(bounds, seconds)] += 1
        return Times(counts=tuple(counts), seconds=self.seconds + seconds)


def _none(bounds: tuple[float, ...]) -> Times:
    return Times(counts=(0,) * (len(bounds) + 1))


class Tally(BaseModel):
    """The file. `at`, `started`: seconds since 1970; `memory` in bytes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    at: float = 0.0
    started: float = 0.0
    starts: int = 0
    crashes: int = 0
    version: str = ""
    memory: int = 0
    paper_low: bool = False
    visits: dict[str, int] = {}
    slips: dict[str, int] = {}
    page_turns: Times = _none(PAGE_TURNS)
    scans: Times = _none(SCANS)


class ScreensTally:
    """Counts for one process of the screens. Safe from several threads."""

    def __init__(self, data_dir: Path, version: str, crashed: bool) -> None:
        self._file = data_dir / FILE
        self._lock = threading.Lock()
        before = read(data_dir)
        self._tally = before.model_copy(
            update={
                "started": time.time(),
                "starts": before.starts + 1,
                "crashes": before.crashes + crashed,
                "version": version,
                "paper_low": False,
            }
        )

    def note(self, event: AuditEvent, /, **fields: Value) -> None:
        """See kiosk.audit.Note: what is counted of it."""
        if event is AuditEvent.VISIT_ENDED:
            self._one_more("visits", str(fields["how"]))
        elif event is AuditEvent.SLIP:
            self._one_more("slips", str(fields["outcome"]))

    def turned(self, seconds: float) -> None:
        """A page was turned in so many seconds."""
        with self._lock:
            turns = self._tally.page_turns.with_one(PAGE_TURNS, seconds)
            self._tally = self._tally.model_copy(update={"page_turns": turns})

    def scanned(self, seconds: float) -> None:
        """A page was taken in so many seconds."""
        with self._lock:
            scans = self._tally.scans.with_one(SCANS, seconds)
            self._tally = self._tally.model_copy(update={"scans": scans})

    def paper_low(self, low: bool) -> None:
        """Whether the slip printer's paper is near its end."""
        with self._lock:
            self._tally = self._tally.model_copy(update={"paper_low": low})

    def leave(self) -> None:
        """Leave the figures of now, durable. A disk that takes nothing loses figures, not a visit."""
        with self._lock:
            self._tally = self._tally.model_copy(update={"at": time.time(), "memory": resident_bytes()})
            with suppress(OSError):
                write_durably(self._file, self._tally.model_dump_json().encode())

    def _one_more(self, what: str, which: str) -> None:
        with self._lock:
            before: dict[str, int] = getattr(self._tally, what)
            self._tally = self._tally.model_copy(update={what: before | {which: before.get(which, 0) + 1}})


def read(data_dir: Path) -> Tally:
    """What the screens last left; nothing counted when there is no file, or one that cannot be read."""
    try:
        tally = Tally.model_validate_json((data_dir / FILE).read_bytes())
    except (OSError, ValidationError):
        return Tally()
    # another version may have had other bounds
    if len(tally.page_turns.counts) != len(PAGE_TURNS) + 1 or len(tally.scans.counts) != len(SCANS) + 1:
        return tally.model_copy(update={"page_turns": _none(PAGE_TURNS), "scans": _none(SCANS)})
    return tally


def resident_bytes() -> int:
    """Memory of this process (proc(5), statm: the second field, in pages)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
