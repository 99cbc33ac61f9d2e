"""The queue as staff may see it: nothing of it tells who anybody is."""

from __future__ import annotations

import errno
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.visit.staff.places import Issued, StickTrouble, Taken
from offline_queue import bundle, credentials
from offline_queue.files import write_durably
from offline_queue.outbox import Outbox, OutboxError, QueueItem

if TYPE_CHECKING:
    from offline_queue.client import Client
    from offline_queue.witness import Witness

MOST_SLIPS = 12
"""Slips that are offered to choose from."""

_TROUBLES = {errno.ENOSPC: StickTrouble.FULL, errno.EROFS: StickTrouble.READ_ONLY, errno.EACCES: StickTrouble.READ_ONLY}


class StaffDesk:
    """Reads, exports, takes in. Safe to call from any thread, as the outbox is.

    `connect` makes a client with the keys of today, which know the city's signature; `witness` makes what is told of
    what is taken in. Both read in the line's library, which is slow to load.
    """

    def __init__(
        self, outbox: Outbox, data_dir: Path, connect: Callable[[], Client], witness: Callable[[], Witness]
    ) -> None:
        self._outbox = outbox
        self._data_dir = data_dir
        self._connect = connect
        self._witness = witness

    def issued(self, tail: str, day: date) -> tuple[Issued, ...]:
        """Slips whose number ends in `tail`, with none those of `day`; newest first. Raises OutboxError."""
        found = [_issued(item) for item in reversed(self._outbox.items())]
        wanted = (slip for slip in found if (slip.number.endswith(tail) if tail else slip.sealed.date() == day))
        return tuple(wanted)[:MOST_SLIPS]

    def submitted(self, day: date) -> tuple[tuple[str, int], ...]:
        """How many were handed in on a day, by service code, the most first. Raises OutboxError."""
        items = self._outbox.items()
        codes = Counter(item.service_code for item in items if _sealed(item).date() == day)
        return tuple(codes.most_common())

    def export(
        self, folder: Path, carried: Callable[[int, int], None], stopped: Callable[[], bool]
    ) -> StickTrouble | None:
        """Write what waits to a folder, durably, one file after the other; what stood in the way, None when nothing.

        `carried` is told how many of how many are there, `stopped` asked before each.
        """
        try:
            key = credentials.load(self._data_dir).key
            items = [item for item in self._outbox.items() if item.waits]
            carried(0, len(items))
            for number, item in enumerate(items, start=1):
                if stopped():
                    return None
                found = self._outbox.contents.export(item.id)
                if found is not None:
                    _write(folder / f"{item.id}{bundle.SUFFIX}", bundle.pack(*found, key))
                carried(number, len(items))
        except OutboxError:
            return StickTrouble.QUEUE
        except _StickError as error:
            return error.trouble
        return None

    def take_in(self, folder: Path, carried: Callable[[int, int], None], stopped: Callable[[], bool]) -> Taken | None:
        """Take in the city's acknowledgements; what became of each, None when queue or keys cannot be read."""
        from kiosk.staff.acknowledgements import take_in

        try:
            with closing(self._connect()) as client:
                return take_in(self._outbox, client, self._witness(), folder, carried, stopped)
        except OutboxError:
            return None


class _StickError(Exception):
    """The stick does not take it."""

    def __init__(self, trouble: StickTrouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


def _write(path: Path, content: bytes) -> None:
    try:
        write_durably(path, content)
    except OSError as error:
        raise _StickError(_TROUBLES.get(error.errno or 0, StickTrouble.GONE)) from None


def _issued(item: QueueItem) -> Issued:
    number = item.acceptance_number or item.offline_number
    return Issued(item.id, number, item.acceptance_number is None, item.service_code, _sealed(item))


def _sealed(item: QueueItem) -> datetime:
    return datetime.fromisoformat(item.sealed_at).astimezone()
