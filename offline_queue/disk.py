"""Room on the disk: enough before a resident starts, and a reserve that lets the started ones finish.

A full disk also stops deleting: SQLite needs room in its log even for that. The reserve is a file that is given up
then, and made again once there is room.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

BALLAST = 64 << 20
"""Bytes of the reserve: a log, and some visits that were under way."""

WATERMARK = 128 << 20
"""Free bytes below which no new visit starts: the largest submission (see limits.MAX_SUBMISSION) and the log."""


@dataclass(frozen=True)
class Reserve:
    """The reserve of one queue. Sizes in bytes."""

    folder: Path
    ballast: int = BALLAST
    watermark: int = WATERMARK

    @property
    def _file(self) -> Path:
        return self.folder / "ballast"

    def free(self) -> int:
        """Bytes that may be written."""
        state = os.statvfs(self.folder)
        return state.f_bavail * state.f_frsize

    def spare(self) -> int:
        """Free bytes that neither the reserve nor a visit needs; below 0 when those are short. Raises OSError."""
        return self.free() - self.ballast - self.watermark

    def has_room(self) -> bool:
        """Whether a new visit may start."""
        with suppress(OSError):
            return self.free() >= self.watermark
        return False

    def keep(self) -> None:
        """Make the reserve when it is missing and there is room for it beside the watermark."""
        with suppress(OSError):
            if self._file.exists() or self.spare() < 0:
                return
            temporary = self._file.with_suffix(".new")
            with temporary.open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, self.ballast)
            temporary.replace(self._file)

    def give_up(self) -> bool:
        """Free the reserve for what must still be written; whether there was one."""
        try:
            self._file.unlink()
        except OSError:
            return False
        return True
