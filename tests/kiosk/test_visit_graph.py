"""The drawing in the documents is the drawing of this code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_the_drawing_is_not_stale():
    drawn = subprocess.run(
        [sys.executable, "docs/visit_graph.py"], capture_output=True, text=True, check=True, timeout=60
    ).stdout.strip()
    assert drawn in Path("docs/architecture.md").read_text("utf-8"), "run: python docs/visit_graph.py --write"
    assert "Reviewing --> Sealing: Forward" in drawn
