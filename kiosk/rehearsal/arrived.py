"""What the city got during a recording, in the words of a scenario (`submissions`)."""

from __future__ import annotations

import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from drivers.simulators.papers import PAPERS
from kiosk.rehearsal.checks import ALIKE, likeness, pages_of
from kiosk.rehearsal.rig import Rig

MEMORY = Path("/dev/shm")  # noqa: S108 - only when it is there


def known(rig: Rig) -> set[str]:
    """Ids of what the city holds."""
    return set(rig.since(()))


def given_since(rig: Rig, before: Collection[str]) -> list[dict[str, Any]]:
    """What came after `before`, each as a scenario's `submissions` say it."""
    return [_given(rig, rig.shown(identity)) for identity in rig.since(before)]


def _given(rig: Rig, stored: dict[str, Any]) -> dict[str, Any]:
    given: dict[str, Any] = {"service_code": stored["service_code"]}
    # in memory where that can be had: a tester's own picture may be among them
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        scans = rig.scans(stored["id"], Path(folder))
        shown = [paper_of(page) for path in scans if path.suffix != ".png" for page in pages_of(path)]
        signed = [path.stem.partition("-")[2] for path in scans if path.suffix == ".png"]
    given["papers"] = [paper for paper in shown if paper]
    if signed:
        given["signed"] = signed[0]
    if "supplement_of" in stored:
        return given | {"supplement": True}
    lists = {
        "deferred": sorted(stored["deferred"]),
        "declared": sorted(stored.get("declared", [])),
        "shared": sorted(stored.get("shared", {}).get("materials", {})),
    }
    given |= {name: materials for name, materials in lists.items() if materials}
    return given | {"answers": stored["answers"]}


def paper_of(page: bytes) -> str:
    """The invented paper that a scan shows, by its key in PAPERS; empty for another, as a tester's own picture."""
    scan = cv2.imdecode(np.frombuffer(page, np.uint8), cv2.IMREAD_COLOR)
    if scan is None:
        return ""
    alike = {name: likeness(np.asarray(scan, dtype=np.uint8), paper()) for name, paper in PAPERS.items()}
    name = max(alike, key=lambda paper: alike[paper])
    return name if alike[name] >= ALIKE else ""
