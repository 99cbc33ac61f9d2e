"""Memory of the screens after 1,000 visits beside that after 200: the real pages, no devices, no disk."""

from __future__ import annotations

import os
import subprocess
import sys

from bench.row import Row

FEW, MANY = 200, 1000
"""After the first, everything that the catalogue shows was shown."""


def rows() -> list[Row]:
    """In a process of its own, so that nothing else counts."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    command = [sys.executable, "-m", "bench.visiting", str(FEW), str(MANY)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    few, many = (float(figure) for figure in done.stdout.split())
    return [Row(f"memory after {MANY:,} visits", "MB", many, few, f"after {FEW}; goal 1.02")]
