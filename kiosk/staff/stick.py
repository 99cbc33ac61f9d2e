"""The stick that is in: a file system which the machine mounted where removable media go (udisks2, usbmount)."""

from __future__ import annotations

import os
import re
from itertools import islice
from pathlib import Path

from kiosk.visit.staff.places import Stick
from offline_queue import bundle

MOUNTS = Path("/proc/self/mounts")

PLACES = ("/media/", "/run/media/")
"""Where removable media are mounted (Filesystem Hierarchy Standard 3.0, 3.11; udisks2)."""

MOST = 10_000
"""Acknowledgements that are looked at in one folder: more than a terminal hands in within a month."""

_ESCAPE = re.compile(r"\\([0-7]{3})")
"""A space and the like in a mount point (fstab(5))."""


def sticks(mounts: Path = MOUNTS, places: tuple[str, ...] = PLACES) -> dict[str, Path]:
    """Folders of the sticks by name, the one mounted last at the end."""
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return {}
    fields = [line.split(" ") for line in lines]
    points = [_ESCAPE.sub(lambda found: chr(int(found[1], 8)), field[1]) for field in fields if len(field) > 1]
    return {Path(point).name: Path(point) for point in points if point.startswith(places)}


def stick_in(found: dict[str, Path]) -> Stick | None:
    """The newest stick that tells of itself; None without any."""
    for name, folder in reversed(found.items()):
        try:
            room = os.statvfs(folder)
        except OSError:
            continue
        return Stick(name, room.f_bavail * room.f_frsize, len(acknowledgements(folder)))
    return None


def acknowledgements(folder: Path) -> list[Path]:
    """The files that the city laid there; of a folder that cannot be read, none."""
    try:
        return sorted(islice(folder.glob(f"*{bundle.ACKNOWLEDGED}"), MOST))
    except OSError:
        return []
