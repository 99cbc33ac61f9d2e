"""Who holds a lock: asked of the kernel, since trying the lock would be in the way of whoever wants it."""

from __future__ import annotations

import os
from pathlib import Path

LOCKS = Path("/proc/locks")
"""proc(5): `1: FLOCK  ADVISORY  WRITE 1234 fe:01:5678 0 EOF`, the process and the file's device and inode."""


def holder(path: Path) -> int | None:
    """The process that holds flock(2) on a file, None when none does or the file is not there."""
    try:
        inode = os.stat(path).st_ino  # noqa: PTH116 - inode alone: file systems with layers give two device numbers
        lines = LOCKS.read_text().splitlines()
    except OSError:
        return None
    for line in lines:
        fields = line.split()
        if len(fields) > 5 and fields[1] == "FLOCK" and fields[5].rpartition(":")[2] == str(inode):
            return int(fields[4])
    return None
