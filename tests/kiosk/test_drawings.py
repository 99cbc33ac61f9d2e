"""The drawings in the documents are the drawings of this code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("script", "arrow"), [("visit_graph", "Reviewing --> Sealing: Forward"), ("house", "flowchart TD")]
)
def test_a_drawing_is_not_stale(script, arrow):
    drawn = subprocess.run(
        [sys.executable, f"docs/{script}.py"], capture_output=True, text=True, check=True, timeout=60
    ).stdout.strip()
    assert drawn in Path("docs/architecture.md").read_text("utf-8"), f"run: python docs/{script}.py --write"
    assert arrow in drawn
