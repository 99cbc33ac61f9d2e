"""Processor time of other processes."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def work_of(process: int) -> float:
    """Seconds of processor time of a process and all that descend from it, those that have ended among them."""
    ticks: dict[int, int] = {}
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                # proc(5): after the name in brackets the state, the parent, ...; 14 to 17 are times in ticks
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                parents[int(entry.name)] = int(fields[1])
                ticks[int(entry.name)] = sum(map(int, fields[11:15]))
    family = {process}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(ticks.get(member, 0) for member in family) / os.sysconf("SC_CLK_TCK")
