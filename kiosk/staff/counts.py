"""What is counted of visits today, of nobody in particular; kept over a restart."""

from __future__ import annotations

import threading
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from kiosk.visit.effects import Milestone
from offline_queue.files import write_durably

FILE = "today.json"


class Counted(BaseModel):
    """The file: the day, how many of each milestone (see kiosk.visit.effects), and when a visit last began."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    day: str = ""
    milestones: dict[Milestone, int] = {}
    last: datetime | None = None


class Counts:
    """The counts under `data_dir`. Safe from several threads of one process."""

    def __init__(self, data_dir: Path) -> None:
        self._file = data_dir / FILE
        self._lock = threading.Lock()
        self._counted = _read(self._file)

    def count(self, milestone: Milestone, now: datetime) -> None:
        """One more. A disk that takes nothing loses figures, not a visit."""
        with self._lock:
            before = self._of(now)
            more = before.milestones | {milestone: before.milestones.get(milestone, 0) + 1}
            last = now if milestone is Milestone.BEGUN else before.last
            self._counted = Counted(day=before.day, milestones=more, last=last)
            with suppress(OSError):
                write_durably(self._file, self._counted.model_dump_json().encode())

    def today(self, now: datetime) -> Counted:
        """What was counted on the day of `now`."""
        with self._lock:
            return self._of(now)

    def _of(self, now: datetime) -> Counted:
        day = f"{now:%Y-%m-%d}"
        return self._counted if self._counted.day == day else Counted(day=day)


def _read(file: Path) -> Counted:
    try:
        return Counted.model_validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return Counted()
