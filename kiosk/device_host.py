"""The host of one device: its driver on a worker thread of its own, opened again with backoff when it was lost.

Jobs are functions of the open driver. They run one after the other; a new job cancels the one before, since a
kiosk never wants two things of one device at a time. Between jobs the host looks after the device's health.
"""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import Callable
from enum import Enum
from typing import Generic, TypeVar

from drivers.model import ADVICE, CancelToken, Device, DeviceError, ErrorCode, Health, Mender, Status
from kiosk.device_counters import Counters

D = TypeVar("D", bound=Device)

LOST = frozenset(
    {ErrorCode.NO_DEVICE, ErrorCode.NO_ANSWER, ErrorCode.NO_PICTURE, ErrorCode.TIMEOUT, ErrorCode.NOT_OPEN}
)
"""After these the driver is closed, and opened anew."""

PASSING = frozenset({ErrorCode.UNSUPPORTED, ErrorCode.INVALID, ErrorCode.BAD_PICTURE})
"""These say something of the request, nothing of the device."""

FIRST_LOOK = 2.0
"""Seconds after the start until the device is asked how it is, unless it is used before."""

IDLE_LOOK = 30.0
"""Seconds between two looks at a device that is well and not used."""

BACKOFF = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0)
"""Seconds between two looks at a device in trouble: often at first, since most troubles are a lid or a plug."""

WATCHED_LOOK = 10.0
"""Seconds between two looks at a well device while staff watch; opening a camera more often would wear on it."""

_Job = tuple[Callable[[D, CancelToken], None], Callable[[ErrorCode], None], CancelToken]


class Asked(Enum):
    """What the worker is asked for beside jobs."""

    RELEASE = "release"
    RESET = "reset"
    LOOK = "look"
    END = "end"


class DeviceHost(Generic[D]):
    """Runs a driver, made on the worker when it is first needed: reading it in takes longer than showing a page.

    `make` is None when the terminal has no such device: each job then fails with NO_DEVICE.
    """

    def __init__(self, name: str, make: Callable[[], D] | None) -> None:
        self._make = make
        self._driver: D | None = None
        self._jobs: queue.SimpleQueue[_Job[D] | Asked] = queue.SimpleQueue()
        self._current = CancelToken()
        self._open = False
        self._health = Health(Status.STARTING) if make else Health(Status.NO_DEVICE, ErrorCode.NO_DEVICE)
        self._failed_looks = 0
        self._looked = 0.0
        self._idle = False
        self._listener: Callable[[Health], None] = _nobody
        self.counters = Counters()
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    @property
    def health(self) -> Health:
        """The device as it was last seen."""
        return self._health

    def listen(self, listener: Callable[[Health], None]) -> None:
        """Call `listener` on the worker's thread at each change of health."""
        self._listener = listener

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

    def reset(self) -> None:
        """End what is running, close the device, and look at once how it is."""
        self.cancel()
        self._jobs.put(Asked.RESET)

    def look(self) -> None:
        """Somebody watches: look now how a device in trouble is, and every WATCHED_LOOK seconds how a well one is.

        One that is at work is not disturbed.
        """
        due = self._health.error is not None or time.monotonic() - self._looked >= WATCHED_LOOK
        if self._make is not None and self._idle and due:
            self._idle = False
            self._jobs.put(Asked.LOOK)

    def close(self) -> None:
        """End the worker and leave the hardware idle."""
        self.cancel()
        self._jobs.put(Asked.END)
        self._thread.join(timeout=10)

    def _work(self) -> None:
        while (job := self._next()) is not Asked.END:
            if job is None or job is Asked.LOOK:
                self._look()
            elif job is Asked.RELEASE:
                self._shut()
            elif job is Asked.RESET:
                self._shut()
                self._driver = None
                self._failed_looks = 0
                self._look()
            else:
                self._run(*job)
        self._shut()

    def _next(self) -> _Job[D] | Asked | None:
        """The next thing asked for, None when it is time for a look."""
        self._idle = self._jobs.empty()
        try:
            return self._jobs.get(timeout=self._patience())
        except queue.Empty:
            return None
        finally:
            self._idle = False

    def _patience(self) -> float | None:
        if self._make is None:
            return None
        if self._health.status is Status.STARTING:
            return FIRST_LOOK
        if self._health.error is None or self._health.status is Status.UNKNOWN:
            return IDLE_LOOK
        return BACKOFF[min(self._failed_looks, len(BACKOFF) - 1)]

    def _run(
        self, job: Callable[[D, CancelToken], None], failed: Callable[[ErrorCode], None], cancel: CancelToken
    ) -> None:
        if cancel.cancelled:
            return
        error = self._attempt(job, cancel)
        if cancel.cancelled:
            self.counters.cancelled += 1
            return
        if error is None:
            self.counters.good()
            self._feels(Health(Status.ONLINE, None, self._health.warnings))
            return
        self.counters.bad(error)
        if error not in PASSING and (error is ErrorCode.PRESENTER_FULL or ADVICE[error].mender is not Mender.RESIDENT):
            self._failed_looks = 0
            self._feels(_health_after(error))
        failed(error)

    def _attempt(self, job: Callable[[D, CancelToken], None], cancel: CancelToken) -> ErrorCode | None:
        """Do a job; the code of what went wrong, or None."""
        try:
            job(self._ready(), cancel)
        except DeviceError as error:
            if error.code in LOST:
                self._shut()
            return error.code
        except Exception:  # a driver's mistake must not end the worker, and its text may hold what was read
            self._shut()
            return ErrorCode.HARDWARE
        return None

    def _look(self) -> None:
        """Ask how the device is; it is left open or closed as it was found."""
        self._looked = time.monotonic()
        was_open, was_lost = self._open, self._health.error in LOST
        health = Health(Status.HARDWARE_ERROR, ErrorCode.HARDWARE)
        try:
            health = self._ready().status()
        except DeviceError as error:
            health = _health_after(error.code)
        except Exception:  # as above
            self._shut()
        if not was_open or health.status is Status.NO_DEVICE:
            self._shut()
        well = health.error is None
        self.counters.reconnects += was_lost and well
        self._failed_looks = 0 if well else self._failed_looks + 1
        self._feels(health)

    def _feels(self, health: Health) -> None:
        if health != self._health:
            self._health = health
            self._listener(health)

    def _ready(self) -> D:
        if self._make is None:
            raise DeviceError(ErrorCode.NO_DEVICE, "no such device is configured")
        if self._driver is None:
            self._driver = self._make()
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


def out_of_service(health: Health) -> bool:
    """Whether nobody can work with a device before somebody has mended it; one that was not looked at yet is not."""
    return health.error is not None and ADVICE[health.error].mender is not Mender.RESIDENT


def _health_after(code: ErrorCode) -> Health:
    return Health(Status.NO_DEVICE if code in LOST else Status.OFFLINE, code)


def _nobody(health: Health) -> None:
    del health
