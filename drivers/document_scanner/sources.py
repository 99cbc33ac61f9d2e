"""Opening a camera through OpenCV: V4L2 devices in the mode asked for, stream addresses."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass

os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")

import cv2

# by call, since OpenCV may have been loaded, and its environment read, before us
cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)

OPEN_WAIT = 5.0
FRAME_WAIT = 3.0
"""Seconds to open a stream, and for one frame of it."""

Size = tuple[int, int]
"""Width and height in pixels; (0, 0) leaves it to the camera."""

MJPG = cv2.VideoWriter.fourcc(*"MJPG")

_TRIES = (("format", "size"), ("size", "format"), ("size",))
"""Order of settings. MJPG first: V4L2 tries it last, and without it the large modes are out of reach (fact sheet D2).
Some cameras take the format only once the size stands; the last try leaves the format to the camera."""


@dataclass(frozen=True)
class Opened:
    """A camera that may be read; `packets` when it hands out its JPEGs as they came instead of pixels."""

    capture: cv2.VideoCapture
    packets: bool = False


def opened(source: str, size: Size) -> Opened:
    """The camera at `source`, whether it could be opened or not: ask its isOpened()."""
    return _device(source, size) if source.startswith("/dev/") else _address(source)


def _address(source: str) -> Opened:
    limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, int(OPEN_WAIT * 1000)]
    limits += [cv2.CAP_PROP_READ_TIMEOUT_MSEC, int(FRAME_WAIT * 1000)]
    capture = cv2.VideoCapture(source, cv2.CAP_FFMPEG, limits)
    # FFmpeg decodes a half JPEG without a word: so the packets are taken as they come
    packets = int(capture.get(cv2.CAP_PROP_FOURCC)) == MJPG and capture.set(cv2.CAP_PROP_FORMAT, -1)
    return Opened(capture, packets)


def _device(source: str, size: Size) -> Opened:
    """Judged by the frames themselves, since settings read back may repeat the wish (OpenCV issue 29254)."""
    best: tuple[int, tuple[str, ...]] | None = None
    for order in _TRIES:
        capture = _set(source, size, order)
        came = _frame_size(capture)
        if not capture.isOpened() or came == size or not any(size):
            return Opened(capture)
        _released(capture)
        pixels = came[0] * came[1]
        if best is None or pixels > best[0]:
            best = pixels, order
    return Opened(_set(source, size, best[1] if best else _TRIES[0]))


def _set(source: str, size: Size, order: tuple[str, ...]) -> cv2.VideoCapture:
    capture = cv2.VideoCapture(source, cv2.CAP_V4L2)
    for step in order:
        if step == "format":
            capture.set(cv2.CAP_PROP_FOURCC, MJPG)
        elif any(size):
            capture.set(cv2.CAP_PROP_FRAME_WIDTH, size[0])
            capture.set(cv2.CAP_PROP_FRAME_HEIGHT, size[1])
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    return capture


def _frame_size(capture: cv2.VideoCapture) -> Size:
    good, frame = capture.read()
    return (frame.shape[1], frame.shape[0]) if good and frame is not None and frame.ndim == 3 else (0, 0)


def _released(capture: cv2.VideoCapture) -> None:
    with contextlib.suppress(cv2.error):
        capture.release()
