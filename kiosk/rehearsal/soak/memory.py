"""How much memory a process holds, and whether it grows."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

_MiB = 1 << 20


def settle() -> None:
    """Give back what nobody in this process holds: the C library keeps freed memory for later."""
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def held_by(process: int) -> float:
    """Megabytes of a process that lie in memory (RSS). Raises OSError when there is none."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / _MiB


def growth(samples: Sequence[float]) -> float:
    """What the straight line that fits the samples best (least squares) rises from the first to the last."""
    if len(samples) < 2:
        return 0.0
    slope, _ = np.polyfit(np.arange(len(samples)), samples, 1)
    return float(slope * (len(samples) - 1))
