"""Whether a terminal is to be set up first; read in at every start, so it reads in little."""

from __future__ import annotations

from pathlib import Path

from offline_queue import credentials
from offline_queue.errors import NotEnrolled, OutboxError

DRAFT = "setup.json"
"""Under `data_dir` as long as a first start was begun and not ended."""


def wanted(data_dir: Path) -> bool:
    """Whether no city ever knew this terminal, or somebody began to set it up and did not end."""
    try:
        credentials.load_city(data_dir)
    except NotEnrolled:
        return True
    except OutboxError:
        return False
    return (data_dir / DRAFT).exists()
