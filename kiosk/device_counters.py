"""What a device has done and failed to do since the start (after UnifiedPOS statistics)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime

from drivers.model import ErrorCode


@dataclass
class Counters:
    """Jobs by how they ended, errors by code, and when the device was last well and last not (UTC)."""

    done: int = 0
    failed: int = 0
    cancelled: int = 0
    reconnects: int = 0
    errors: Counter[ErrorCode] = field(default_factory=Counter)
    last_good: datetime | None = None
    last_fault: datetime | None = None

    def good(self) -> None:
        """A job was done."""
        self.done += 1
        self.last_good = datetime.now(UTC)

    def bad(self, code: ErrorCode) -> None:
        """A job failed."""
        self.failed += 1
        self.errors[code] += 1
        self.last_fault = datetime.now(UTC)
