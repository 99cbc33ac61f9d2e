"""Running other programs, and telling what went wrong in one line."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path


class Failed(Exception):
    """The packages cannot be built; the text is for whoever builds."""


def say(text: str) -> None:
    """A line for whoever builds."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def run(command: Sequence[str | Path], folder: Path | None = None, more: Mapping[str, str] | None = None) -> str:
    """What a program printed. Raises Failed with the end of what it complained of."""
    try:
        done = subprocess.run(
            [str(word) for word in command],
            cwd=folder,
            env={**os.environ, **(more or {})},
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        raise Failed(f"{command[0]} is missing; run: installer/setup.sh deb") from None
    if done.returncode != 0:
        raise Failed(
            f"{' '.join(str(word) for word in command[:6])} failed:\n{done.stderr[-2000:] or done.stdout[-2000:]}"
        )
    return done.stdout
