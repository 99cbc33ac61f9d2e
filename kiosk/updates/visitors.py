"""Whether somebody is at the screens: they hold a lock for as long."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from offline_queue.locks import VISIT, held


class Presence:
    """The screens' side: holds the lock while somebody is there."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / VISIT
        self._held = ExitStack()
        self._holding = False

    def tell(self, somebody: bool) -> None:
        """Somebody is there, or nobody. Asked often: nothing is done unless it has changed."""
        if somebody == self._holding:
            return
        if not somebody:
            self._held.close()
            self._holding = False
            return
        # whoever replaces the program has it, and ends the screens at once
        with suppress(OSError):
            self._held.enter_context(held(self._path, wait=False))
            self._holding = True


@contextmanager
def nobody_here(data_dir: Path) -> Iterator[bool]:
    """Whether nobody is at the screens; if so, the lock is held meanwhile.

    The folder belongs to another user: no file is made there, and no link is followed. Raises OSError.
    """
    try:
        descriptor = os.open(data_dir / VISIT, os.O_RDONLY | os.O_NOFOLLOW)
    except FileNotFoundError:
        # nobody was ever there
        yield True
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        nobody = False
    else:
        nobody = True
    try:
        yield nobody
    finally:
        os.close(descriptor)
