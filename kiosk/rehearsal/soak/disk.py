"""A disk that takes nothing more, for this process alone: the system refuses each write to a file (RLIMIT_FSIZE)."""

from __future__ import annotations

import resource


def fill() -> None:
    """From now on each write fails. Python lets the signal that comes with it pass by."""
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, most))


def make_room() -> None:
    """Writing goes again."""
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
