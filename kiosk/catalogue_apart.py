"""A catalogue is tried in a process of its own, whoever wants to know: by agent and screens.

A city's 2,000 services take hundreds of megabytes and minutes of a processor. All of it is given back with the process,
which lets everybody else go first.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from offline_queue.catalogue_bundle import Edition
from offline_queue.catalogue_shelf import Judge

MODULE = "kiosk.commands.judging"
"""What is run; it knows the pages, which agent and queue do not."""


def apart(data_dir: Path) -> Judge:
    """What has a version tried and its verdict kept; without one, whoever meets it next has it tried again."""

    def judged(edition: Edition, digest: str) -> None:
        files = {name: raw.decode() for name, raw in edition.files.items()}
        order = json.dumps({"version": edition.version, "digest": digest, "files": files}).encode()
        subprocess.run([sys.executable, "-m", MODULE, str(data_dir)], input=order, check=False)

    return judged
