"""Processes that a rehearsal starts: their beginning, what they find around them, and their end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

Stream = IO[bytes] | int

KEPT = "KIOSK_SOUND__VOLUME"
"""Of what would override the configuration that we wrote, this alone may."""


END_WAIT = 10.0
"""Seconds that a process may take to end when it is asked to."""


def environment(places: Path | None = None) -> dict[str, str]:
    """Ours, without what would override the configuration. With `places`, temporary files and caches lie there."""
    found = {name: value for name, value in os.environ.items() if not name.startswith("KIOSK_") or name == KEPT}
    if places is None:
        return found
    places.mkdir(parents=True, exist_ok=True)
    return found | dict.fromkeys(("TMPDIR", "XDG_CACHE_HOME", "HOME"), str(places.resolve()))


def start(
    module: str,
    arguments: Sequence[str],
    *,
    around: Mapping[str, str],
    out: Stream,
    errors: Stream,
    given: Stream = subprocess.DEVNULL,
    kept_open: Sequence[int] = (),
) -> subprocess.Popen[bytes]:
    """Our Python with the `main` of a module, in the environment `around`."""
    return subprocess.Popen(
        [sys.executable, "-c", f"from {module} import main; main()", *arguments],
        stdin=given,
        stdout=out,
        stderr=errors,
        env=around,
        pass_fds=kept_open,
    )


def end(process: subprocess.Popen[bytes] | None) -> None:
    """Ask a process to end, and see to it."""
    if process is None or process.poll() is not None:
        return
    process.send_signal(signal.SIGTERM)
    ended(process, END_WAIT)


def ended(process: subprocess.Popen[bytes], seconds: float) -> int:
    """The exit code of a process that ends by itself, and is killed after so long; negative for a signal."""
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()
