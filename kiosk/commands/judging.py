"""Tries one catalogue and ends: `python -m kiosk.commands.judging DATA_DIR`, what to try on standard input.

Run by kiosk/catalogue_apart.py; people call `kiosk catalogue check`.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from kiosk import catalogue_in_use
from kiosk.commands.shared import trial_of
from offline_queue.catalogue_bundle import Edition

LAST = 10
"""Niceness (nice(2)): residents and what is sent to the city go first."""


def main() -> None:
    """Judge, and keep the verdict."""
    os.nice(LAST)
    order = json.load(sys.stdin.buffer)
    edition = Edition(order["version"], {name: text.encode() for name, text in order["files"].items()})
    catalogue_in_use.judge(Path(sys.argv[1]), trial_of())(edition, order["digest"])


if __name__ == "__main__":
    main()
