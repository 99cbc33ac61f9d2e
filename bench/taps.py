"""From a touch to the first frame of the next page, in software rendering, while the sync agent is uploading.

The real terminal on a virtual X screen: the touch comes as Qt gets it from a panel, the frame is the one that
Qt has swapped. The agent sends a backlog to the reference intake all the while, on the same two cores.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.row import Row
from bench.start import virtual_screen
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.rig import Rig


def rows() -> list[Row]:
    """The 99th percentile beside the goal of 50 ms, the middle beside half of it."""
    Path("build").mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory(dir="build") as folder,
        Bench() as bench,
        Rig(Path(folder), bench) as rig,
        virtual_screen() as environment,
    ):
        command = [sys.executable, "-m", "bench.touching", str(rig.config)]
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    found = json.loads(done.stdout.splitlines()[-1])
    taps = sorted(found["taps"])
    late = taps[int(len(taps) * 0.99)]
    said = f"goal; {len(taps)} taps, {found['sent']} submissions of 1 MB sent meanwhile"
    return [
        Row("tap to next page, 99th percentile", "ms", late * 1000, 50.0, said),
        Row("tap to next page, median", "ms", statistics.median(taps) * 1000, 25.0, "half the goal"),
    ]
