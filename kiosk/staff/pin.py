"""The staff's PIN: kept as Argon2id, looked at ever more rarely after wrong ones, across restarts.

A try is counted on the disk before it is compared, so that pulling the plug gives nobody another one.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from pydantic import BaseModel, ConfigDict

from kiosk.visit.staff.entering import PIN_LEAST, PIN_LENGTH
from kiosk.visit.staff.steps import PinVerdict
from offline_queue.files import write_durably

FILE = "staff-pin.json"

FREE_TRIES = 3
"""Wrong PINs in a row that cost no wait: fingers slip."""

FIRST_WAIT = 30.0
"""Seconds after the first wrong PIN beyond those; doubled with each."""

LONGEST_WAIT = 3600.0
"""Seconds that the wait grows to: 24 tries a day."""

_SALT_BYTES = 16


class PinRefused(Exception):
    """This is no PIN to have; the text says why."""


class _Kept(BaseModel):
    """The file: the hash in PHC form, wrong tries in a row, and when the last was (seconds of the wall clock)."""

    model_config = ConfigDict(extra="forbid")

    pin: str
    failed: int = 0
    at: float = 0.0


@dataclass
class StaffPin:
    """The PIN under `data_dir`. Safe from several threads of one process."""

    data_dir: Path
    now: Callable[[], float] = time.time

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        # what a full disk could not take in is at least not forgotten before the next start
        self._unwritten: _Kept | None = None

    def check(self, digits: str) -> tuple[PinVerdict, float]:
        """What becomes of a PIN (of none: whether one may be tried), and seconds until another is looked at."""
        with self._lock:
            kept = self._load()
            if kept is None:
                return PinVerdict.UNSET, 0.0
            wait = self._wait(kept)
            if wait > 0:
                return PinVerdict.LOCKED, wait
            return self._compared(kept, digits) if digits else (PinVerdict.READY, 0.0)

    def _compared(self, kept: _Kept, digits: str) -> tuple[PinVerdict, float]:
        counted = kept.model_copy(update={"failed": kept.failed + 1, "at": self.now()})
        self._keep(counted)
        try:
            Argon2id.verify_phc_encoded(digits.encode(), kept.pin)
        except (InvalidKey, ValueError):
            return PinVerdict.WRONG, self._wait(counted)
        self._keep(kept.model_copy(update={"failed": 0, "at": 0.0}))
        return PinVerdict.OPEN, 0.0

    def _wait(self, kept: _Kept) -> float:
        beyond = kept.failed - FREE_TRIES
        if beyond < 0:
            return 0.0
        whole = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(beyond, 10))
        since = self.now() - kept.at
        if since < 0:
            # the clock was set back: the wait begins anew instead of lasting until the clock is there again
            self._keep(kept.model_copy(update={"at": self.now()}))
            return whole
        return max(0.0, whole - since)

    def _load(self) -> _Kept | None:
        try:
            kept = _Kept.model_validate_json((self.data_dir / FILE).read_bytes())
        except (OSError, ValueError):
            return None
        unwritten = self._unwritten
        return unwritten if unwritten is not None and unwritten.pin == kept.pin else kept

    def _keep(self, kept: _Kept) -> None:
        self._unwritten = kept
        with suppress(OSError):
            write_durably(self.data_dir / FILE, kept.model_dump_json().encode())
            self._unwritten = None


def is_set(data_dir: Path) -> bool:
    """Whether there is a PIN to be right."""
    return StaffPin(data_dir)._load() is not None


def good_pin(digits: str) -> None:
    """Whether it is a PIN to have. Raises PinRefused."""
    if not (digits.isascii() and digits.isdigit() and PIN_LEAST <= len(digits) <= PIN_LENGTH):
        raise PinRefused(f"a PIN has {PIN_LEAST} to {PIN_LENGTH} digits")
    steps = {int(after) - int(before) for before, after in pairwise(digits)}
    if len(steps) == 1 and steps <= {-1, 0, 1}:
        raise PinRefused("a PIN of one digit only, or of digits in a row, is the first that anyone tries")


def set_pin(data_dir: Path, digits: str) -> None:
    """Keep a PIN; waits of the one before are over. Raises PinRefused, OSError."""
    good_pin(digits)
    # RFC 9106, the recommendation for little memory: 3 passes over 64 MiB
    hashed = Argon2id(salt=os.urandom(_SALT_BYTES), length=32, iterations=3, lanes=4, memory_cost=64 << 10)
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_durably(data_dir / FILE, _Kept(pin=hashed.derive_phc_encoded(digits.encode())).model_dump_json().encode())
