"""The host of one device: its driver on a worker thread of its own, opened again when it was lost.

Jobs are functions of the open driver. They run one after the other; a new job cancels the one before, since a
kiosk never wants two things of one device at a time.
"""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable
from enum import Enum
from typing import Generic, TypeVar

from drivers.model import CancelToken, Device, DeviceError, ErrorCode, Health, Status

D = TypeVar("D", bound=Device)

LOST = frozenset(
    {ErrorCode.NO_DEVICE, ErrorCode.NO_ANSWER, ErrorCode.NO_PICTURE, ErrorCode.TIMEOUT, ErrorCode.NOT_OPEN}
)
"""After these the driver is closed, and opened anew for the next job."""

_Job = tuple[Callable[[D, CancelToken], None], Callable[[ErrorCode], None], CancelToken]


class Asked(Enum):
    """What the worker is asked for beside jobs."""

    RELEASE = "release"
    END = "end"


class DeviceHost(Generic[D]):
    """Runs a driver. `driver` is None when the terminal has no such device: each job then fails with NO_DEVICE."""

    def __init__(self, name: str, driver: D | None) -> None:
        self._driver = driver
        self._jobs: queue.SimpleQueue[_Job[D] | Asked] = queue.SimpleQueue()
        self._current = CancelToken()
        self._open = False
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def ask(self, job: Callable[[D, CancelToken], None], failed: Callable[[ErrorCode], None]) -> None:
        """Run `job` on the worker; `failed` is called there with the code if it cannot be done.

        A cancelled job says nothing: whoever cancelled it knows.
        """
        self.cancel()
        self._current = CancelToken()
        self._jobs.put((job, failed, self._current))

    def cancel(self) -> None:
        """End what is running or waiting; nothing more is heard of it."""
        self._current.cancel()

    def release(self) -> None:
        """End what is running and let go of the hardware until the next job."""
        self.cancel()
        self._jobs.put(Asked.RELEASE)

    def close(self) -> None:
        """End the worker and leave the hardware idle."""
        self.cancel()
        self._jobs.put(Asked.END)
        self._thread.join(timeout=10)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not Asked.END:
            if job is Asked.RELEASE:
                self._shut()
            else:
                self._run(*job)
        self._shut()

    def _run(
        self, job: Callable[[D, CancelToken], None], failed: Callable[[ErrorCode], None], cancel: CancelToken
    ) -> None:
        if cancel.cancelled:
            return
        try:
            job(self._ready(), cancel)
        except DeviceError as error:
            if error.code in LOST:
                self._shut()
            if not cancel.cancelled:
                failed(error.code)
        except Exception:  # a driver's mistake must not end the worker, and its text may hold what was read
            self._shut()
            if not cancel.cancelled:
                failed(ErrorCode.HARDWARE)

    def _ready(self) -> D:
        if self._driver is None:
            raise DeviceError(ErrorCode.NO_DEVICE, "no such device is configured")
        if not self._open:
            self._driver.open()
            self._open = True
        return self._driver

    def _shut(self) -> None:
        if self._driver is not None and self._open:
            with contextlib.suppress(Exception):
                self._driver.close()
            self._open = False


def health_of(driver: Device) -> Health:
    """Open a driver, ask how it is, close it."""
    try:
        with driver:
            return driver.status()
    except DeviceError as error:
        return Health(Status.NO_DEVICE if error.code is ErrorCode.NO_DEVICE else Status.OFFLINE, error.code)
