"""Looks for catalogues that the agent has brought; a thread of its own reads them, and has tried what nobody has.

2,000 services take a second to read, in which the screens go on.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from config.catalogue_text import CatalogueError
from kiosk import catalogue_in_use
from kiosk.catalogue_in_use import InUse
from offline_queue import catalogue_shelf
from offline_queue.catalogue_shelf import Judge


class CatalogueWatch:
    """Calls `found`, on a thread of its own, with what is to be worked with from now on. One at a time."""

    def __init__(self, data_dir: Path, judge: Judge, found: Callable[[InUse], None]) -> None:
        self._data_dir = data_dir
        self._judge = judge
        self._found = found
        self._seen: list[int] = []
        self._thread: threading.Thread | None = None

    def begin(self) -> InUse:
        """What to begin with, at once: the newest that was tried before. Raises CatalogueError."""
        seen = catalogue_shelf.versions(self._data_dir)
        in_use = catalogue_in_use.take_up(self._data_dir, None)
        self._seen = [] if in_use.open else seen
        return in_use

    def look(self) -> None:
        """Read what is new, unless something is being read or tried."""
        if self._thread is not None and self._thread.is_alive():
            return
        versions = catalogue_shelf.versions(self._data_dir)
        if versions != self._seen:
            self._seen = versions
            self._thread = threading.Thread(target=self._take_up, name="catalogue", daemon=True)
            self._thread.start()

    def _take_up(self) -> None:
        catalogue_in_use.try_open(self._data_dir, self._judge)
        # where not even the one that ships can be read any more, the one in use stays
        with suppress(CatalogueError):
            self._found(catalogue_in_use.take_up(self._data_dir, None))
