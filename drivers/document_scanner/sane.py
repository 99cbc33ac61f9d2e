"""Driver `sane`: every scanner that SANE knows, with glass or feeder, through python-sane.

SANE is not safe for threads: all its calls of this process run on one thread. Only cancelling comes from another, as
the SANE standard (section 4.3.11) allows.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import Any, ClassVar, Self, TypeVar

import numpy as np

from drivers.document_scanner.capturing import capture_of
from drivers.document_scanner.page import Capture, Image, PreviewFrame
from drivers.document_scanner.sane_wire import error_of, source_named
from drivers.model import CancelToken, Capabilities, DeviceError, ErrorCode, Health, Status

T = TypeVar("T")

OPEN_WAIT = 20.0
"""Seconds for a scanner to be found: network back ends are slow."""

RESOLUTIONS = range(50, 1201)
"""Dots per inch that make sense for papers; others give empty or enormous pictures."""

FEEDER_MM = {"br_x": 216.0, "br_y": 356.0}
"""Largest sheet drawn in (legal): many feeders report metres of length."""

DEPTH = 8
"""Bits of a colour: python-sane makes garbage of 16."""

SLICE = 0.05
"""Seconds between two looks whether a call was cancelled."""

_THREAD = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sane")


@cache
def _sane() -> Any:
    """python-sane, initialised once; called on SANE's thread only."""
    try:
        import sane
    except ImportError:
        raise DeviceError(ErrorCode.UNSUPPORTED, "python-sane or SANE itself is not installed") from None
    sane.init()
    return sane


class SaneScanner:
    """A scanner by its SANE name (`scanimage -L` lists them). `options` are passed to the back end by name.

    `feeder` draws in papers; `resolution` in dots per inch; `mode` as the back end calls it.
    """

    exempt: ClassVar[dict[str, str]] = {
        "empty-desk": "what lies on a scanner's glass is a page, be it blank",
    }

    def __init__(
        self,
        source: str,
        resolution: int = 200,
        feeder: bool = False,
        mode: str = "Color",
        options: Mapping[str, object] | None = None,
    ) -> None:
        self._name = source
        self._resolution = resolution
        self._wishes = {"mode": mode, "depth": DEPTH, "resolution": resolution}
        self._options = dict(options or {})
        self._feeder = feeder
        self._device: Any = None
        self._pages = 0

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def open(self) -> None:
        """Open and set up. Raises DeviceError NO_DEVICE, INVALID, BUSY, UNSUPPORTED (SANE is not installed)."""
        if self._device is not None:
            return
        if not self._name or "\0" in self._name:
            raise DeviceError(ErrorCode.INVALID, "the source must be a SANE device name: see scanimage -L")
        if self._resolution not in RESOLUTIONS:
            raise DeviceError(ErrorCode.INVALID, "the resolution must be 50 to 1200 dots per inch")
        self._call(self._open, OPEN_WAIT, CancelToken())

    def close(self) -> None:
        """Let go of the scanner; may be called twice."""
        device, self._device = self._device, None
        if device is not None:
            with contextlib.suppress(Exception):
                _THREAD.submit(device.close).result(OPEN_WAIT)

    def status(self) -> Health:
        """SANE has no status question: a scanner that is open and tells its settings is online."""
        if self._device is None:
            return Health(Status.UNKNOWN, ErrorCode.NOT_OPEN)
        try:
            self._call(self._device.get_parameters, OPEN_WAIT, CancelToken())
        except DeviceError as error:
            return Health(Status.NO_DEVICE if error.code is ErrorCode.NO_DEVICE else Status.OFFLINE, error.code)
        return Health(Status.ONLINE)

    def capabilities(self) -> Capabilities:
        """No live picture; perhaps a feeder."""
        return Capabilities(f"SANE {self._name}", {"live": False, "feeder": self._feeder})

    def counters(self) -> Mapping[str, int]:
        """Pages scanned."""
        return {"pages": self._pages}

    def preview(self, cancel: CancelToken) -> Iterator[PreviewFrame]:
        """There is none. Raises UNSUPPORTED."""
        del cancel
        raise DeviceError(ErrorCode.UNSUPPORTED, "a scanner has no live picture")

    def capture(self, timeout: float, cancel: CancelToken) -> Capture:
        """One page from the glass, or the next sheet; see drivers.model.DocumentScanner."""
        if self._device is None:
            raise DeviceError(ErrorCode.NOT_OPEN, "the scanner is not open")
        try:
            image = self._call(self._scan, timeout, cancel)
        except DeviceError as error:
            if error.code is ErrorCode.NO_DEVICE:
                self.close()
            raise
        self._pages += 1
        return capture_of(image, flat=True)

    def _open(self) -> None:
        device = _sane().open(self._name)
        try:
            wanted = source_named(_choices(device, "source"), self._feeder)
            if wanted is None and self._feeder:
                raise DeviceError(ErrorCode.UNSUPPORTED, "the scanner has no feeder")
            # some options appear only once others are set: source and mode come before resolution and area
            wishes: dict[str, object] = {} if wanted is None else {"source": wanted}
            for name, value in (wishes | self._wishes | self._options).items():
                _set(device, name, value, must=name in self._options)
            for name in FEEDER_MM.keys() - self._options.keys():
                _set(device, name, self._edge(device, name), must=False)
        except BaseException:
            device.close()
            raise
        self._device = device

    def _edge(self, device: Any, name: str) -> float | None:
        """How far the area reaches: the whole glass, the largest sheet of a feeder. None where it has no limits."""
        constraint = device[name].constraint if name in device.opt else None
        if not isinstance(constraint, tuple):
            return None
        return min(float(constraint[1]), FEEDER_MM[name]) if self._feeder else float(constraint[1])

    def _scan(self) -> Image:
        device = self._device
        try:
            device.start()
            picture = device.snap(no_cancel=self._feeder)
        except BaseException:
            device.cancel()
            raise
        return np.ascontiguousarray(np.asarray(picture.convert("RGB"), dtype=np.uint8)[:, :, ::-1])

    def _call(self, work: Callable[[], T], timeout: float, cancel: CancelToken) -> T:
        """Do something on SANE's thread, within `timeout` seconds. Raises DeviceError."""
        cancel.raise_if_cancelled()
        running = _THREAD.submit(_in_our_words, work)
        end = time.monotonic() + timeout
        while not running.done():
            if cancel.cancelled or time.monotonic() >= end:
                self._stop(running)
                cancel.raise_if_cancelled()
                raise DeviceError(ErrorCode.TIMEOUT, "the scanner took too long")
            with contextlib.suppress(TimeoutError):
                running.exception(SLICE)
        return running.result()

    def _stop(self, running: Future[Any]) -> None:
        running.cancel()
        device = self._device
        if device is not None:
            with contextlib.suppress(Exception):
                device.cancel()


def _in_our_words(work: Callable[[], T]) -> T:
    try:
        return work()
    except DeviceError:
        raise
    except Exception as error:  # the binding's error class is not public; its text is SANE's own status
        raise error_of(str(error)) from None


def _choices(device: Any, name: str) -> tuple[object, ...]:
    if name not in device.opt:
        return ()
    constraint = device[name].constraint
    return tuple(constraint) if isinstance(constraint, list | tuple) else ()


def _set(device: Any, name: str, value: object, must: bool) -> None:
    """Set an option. One that the scanner does not have, or that is not active, is an error only where it `must`."""
    known = name in device.opt
    try:
        if known and value is not None:
            setattr(device, name, value)
    except Exception:  # see _in_our_words
        known = False
    if must and not known:
        raise DeviceError(ErrorCode.INVALID, f"the scanner does not take the option {name}")
