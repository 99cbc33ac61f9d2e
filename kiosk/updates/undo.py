"""Takes back an update that was not proved: the package before it is installed again.

It needs nothing but Python's own library, since the program that it repairs may be half of two versions: it is copied
away before an update, and run from there at the next start of the machine (kiosk-update-undo.service). Run so, it finds
a trial only when the power went in the middle of one.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote

TRIAL = "trial.json"
INSTALLED, UNDONE, STUCK = "installed.json", "undone.json", "stuck.json"
"""Files of the record: the update that is on trial, and how the last one ended. Which it is its name tells."""

COPY = "undo.py"

QUIETLY = {
    # maintainer scripts neither ask, nor start and stop what we start and stop ourselves
    "DEBIAN_FRONTEND": "noninteractive",
    "SYSTEMD_OFFLINE": "1",
}

KEEP_CONFIGURATION = ("--force-confdef", "--force-confold")

INSTALL_WAIT = 900.0
"""Seconds that dpkg may take: ours unpacks 140 MB, on an eMMC within minutes."""


def install(package: Path) -> bool:
    """Whether dpkg has installed a package. One that is older than what is here is installed just so."""
    command = ["dpkg", *KEEP_CONFIGURATION, "-i", str(package)]
    try:
        done = subprocess.run(
            command, env=os.environ | QUIETLY, stdin=subprocess.DEVNULL, timeout=INSTALL_WAIT, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def migrated(trial: dict[str, object]) -> bool:
    """Whether the queue was brought to a schema that the version before does not know; it would refuse to start."""
    path = str(trial["queue"])
    # what cannot be read either version sets aside and rescues
    with (
        suppress(sqlite3.Error, OSError),
        closing(sqlite3.connect(f"file:{quote(path)}?mode=ro", uri=True, timeout=3.0)) as queue,
    ):
        return int(queue.execute("PRAGMA user_version").fetchone()[0]) > int(str(trial["queue_schema"]))
    return False


def conclude(state_dir: Path, name: str) -> str:
    """The trial is over: from now on it is told under this name. Raises OSError."""
    (state_dir / TRIAL).replace(state_dir / name)
    descriptor = os.open(state_dir, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    return name


def undo(state_dir: Path) -> str | None:
    """The name under which the trial is told now; None when dpkg could not, and it is to be tried again.

    Raises OSError, ValueError.
    """
    trial = json.loads((state_dir / TRIAL).read_text("utf-8"))
    if migrated(trial):
        return conclude(state_dir, STUCK)
    return conclude(state_dir, UNDONE) if install(Path(trial["previous"])) else None


def main() -> int:
    """At the start of the machine, before anything of ours runs."""
    state_dir = Path(__file__).parent
    if not (state_dir / TRIAL).exists():
        return 0
    # a queue that was migrated needs the new version, which then is proved by itself
    if migrated(json.loads((state_dir / TRIAL).read_text("utf-8"))):
        return 0
    return 0 if undo(state_dir) else 1


if __name__ == "__main__":
    sys.exit(main())
