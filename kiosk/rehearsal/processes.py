"""Processes that a rehearsal starts: what they find around them, and their end."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

KEPT = "KIOSK_SOUND__VOLUME"
"""Of what would override the configuration that we wrote, this alone may."""


def environment(places: Path | None = None) -> dict[str, str]:
    """Ours, without what would override the configuration. With `places`, temporary files and caches lie there."""
    found = {name: value for name, value in os.environ.items() if not name.startswith("KIOSK_") or name == KEPT}
    if places is None:
        return found
    places.mkdir(parents=True, exist_ok=True)
    return found | dict.fromkeys(("TMPDIR", "XDG_CACHE_HOME", "HOME"), str(places.resolve()))


def end(process: subprocess.Popen[bytes] | None) -> None:
    """Ask a process to end, and see to it."""
    if process is None or process.poll() is not None:
        return
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
