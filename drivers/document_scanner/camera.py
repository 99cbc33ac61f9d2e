"""Driver `camera`: document cameras, streams and image files through OpenCV."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Self

os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
os.environ.setdefault("OPENCV_LOG_LEVEL", "SILENT")

import cv2
import numpy as np
from PIL import Image as Pictures
from PIL import ImageOps

from drivers.document_scanner.codes import read_codes
from drivers.document_scanner.detect import find_page
from drivers.document_scanner.page import Capture, Image, PreviewFrame, Verdict
from drivers.document_scanner.rectify import as_jpeg, rectify
from drivers.document_scanner.verdicts import judge, sharpness
from drivers.model import CancelToken, Capabilities, DeviceError, ErrorCode, Health, Status

OPEN_WAIT = 5.0
FRAME_WAIT = 3.0
"""Seconds to open a stream, and for one frame of it."""

STALE = 4
"""Frames thrown away before the picture that counts, since buffers hold old ones."""

MOST_PIXELS = 100_000_000
"""Larger pictures are refused unread: no scanner makes them, and they could fill the memory."""


class CameraScanner:
    """A camera at `/dev/video0`, a stream address (`http://…`, `rtsp://…`), or an image file.

    `width` and `height` ask a camera for a mode; 0 leaves its own.
    """

    def __init__(self, source: str, width: int = 0, height: int = 0) -> None:
        self._source = source
        self._mode = (width, height)
        self._stream: _Stream | None = None
        self._pages = 0

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @property
    def _is_file(self) -> bool:
        return "://" not in self._source and not self._source.startswith("/dev/")

    def open(self) -> None:
        """Open the camera. Raises DeviceError NO_DEVICE, NO_PICTURE."""
        if self._stream is not None:
            return
        if not self._is_file:
            self._stream = _Stream(self._source, self._mode)
        elif not Path(self._source).is_file():
            raise DeviceError(ErrorCode.NO_PICTURE, "there is no picture file of this name")

    def close(self) -> None:
        """Let go of the camera; may be called twice."""
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()

    def status(self) -> Health:
        """Whether a frame comes."""
        try:
            self._shot(FRAME_WAIT, CancelToken())
        except DeviceError as error:
            return Health(Status.NO_DEVICE if error.code is ErrorCode.NO_DEVICE else Status.OFFLINE, error.code)
        return Health(Status.ONLINE)

    def capabilities(self) -> Capabilities:
        """A live picture, unless it is a file."""
        return Capabilities("camera", {"live": not self._is_file})

    def counters(self) -> Mapping[str, int]:
        """Pages taken."""
        return {"pages": self._pages}

    def preview(self, cancel: CancelToken) -> Iterator[PreviewFrame]:
        """See drivers.model.DocumentScanner."""
        while not cancel.cancelled:
            image = self._shot(FRAME_WAIT, cancel, fresh=False)
            yield PreviewFrame(image, find_page(image, thorough=False).corners)
            if self._is_file:
                cancel.wait(0.1)

    def capture(self, timeout: float, cancel: CancelToken) -> Capture:
        """See drivers.model.DocumentScanner."""
        image = self._shot(timeout, cancel)
        cancel.raise_if_cancelled()
        found = find_page(image)
        size = (image.shape[1], image.shape[0])
        if found.corners is None:
            verdicts = (Verdict.CUT_OFF,) if found.cut_off else (Verdict.NO_PAGE,)
            return Capture(size, None, verdicts, sharpness(image), read_codes(image), None)
        self._pages += 1
        page = rectify(image, found.corners)
        sharp = sharpness(page)
        return Capture(size, found.corners, judge(page, sharp), sharp, read_codes(page), as_jpeg(page))

    def _shot(self, timeout: float, cancel: CancelToken, fresh: bool = True) -> Image:
        if self._is_file:
            return read_picture(Path(self._source))
        if self._stream is None:
            raise DeviceError(ErrorCode.NOT_OPEN, "the camera is not open")
        return self._stream.frame(STALE if fresh else 1, timeout, cancel)


class _Stream:
    """Frames of a camera, read on a thread of their own: a read that hangs cannot hold up whoever waits."""

    def __init__(self, source: str, mode: tuple[int, int]) -> None:
        self._source = source
        self._mode = mode
        self._arrived = threading.Condition()
        self._frame: Image | None = None
        self._count = 0
        self._ended = False
        self._opened = False
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._read, name="camera", daemon=True)
        self._thread.start()
        with self._arrived:
            self._arrived.wait_for(lambda: self._count or self._ended, OPEN_WAIT + FRAME_WAIT)
            if not self._count:
                self._stop.set()
                code = ErrorCode.NO_PICTURE if self._opened else ErrorCode.NO_DEVICE
                raise DeviceError(code, f"no picture comes from {self._source}")

    def frame(self, skip: int, timeout: float, cancel: CancelToken) -> Image:
        """A frame at least `skip` frames newer than now. Raises DeviceError NO_PICTURE, CANCELLED."""
        end = time.monotonic() + min(timeout, FRAME_WAIT + OPEN_WAIT)
        with self._arrived:
            wanted = self._count + skip
            while self._count < wanted:
                cancel.raise_if_cancelled()
                if self._ended or time.monotonic() >= end:
                    raise DeviceError(ErrorCode.NO_PICTURE, f"no more picture comes from {self._source}")
                self._arrived.wait(0.05)
            if self._frame is None:
                raise DeviceError(ErrorCode.NO_PICTURE, f"no picture comes from {self._source}")
            return self._frame

    def close(self) -> None:
        """Stop reading; a read that hangs ends by its own time limit."""
        self._stop.set()
        self._thread.join(timeout=1.0)

    def _read(self) -> None:
        capture = self._open()
        try:
            self._opened = capture.isOpened()
            while self._opened and not self._stop.is_set():
                good, frame = capture.read()
                if not good or frame is None or frame.ndim != 3:
                    break
                with self._arrived:
                    self._frame, self._count = np.asarray(frame, dtype=np.uint8), self._count + 1
                    self._arrived.notify_all()
        finally:
            with self._arrived:
                self._ended = True
                self._arrived.notify_all()
            with contextlib.suppress(cv2.error):
                capture.release()

    def _open(self) -> cv2.VideoCapture:
        if not self._source.startswith("/dev/"):
            limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, int(OPEN_WAIT * 1000)]
            limits += [cv2.CAP_PROP_READ_TIMEOUT_MSEC, int(FRAME_WAIT * 1000)]
            return cv2.VideoCapture(self._source, cv2.CAP_FFMPEG, limits)
        capture = cv2.VideoCapture(self._source, cv2.CAP_V4L2)
        # MJPG before the size: V4L2 tries it last, and without it the large modes are out of reach
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        for name, value in zip((cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT), self._mode, strict=True):
            if value:
                capture.set(name, value)
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        return capture


def read_picture(path: Path) -> Image:
    """A picture file, upright as its EXIF says. Raises DeviceError BAD_PICTURE, NO_PICTURE."""
    try:
        with Pictures.open(path) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise DeviceError(ErrorCode.BAD_PICTURE, "the picture has more than 100 million pixels")
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except FileNotFoundError:
        raise DeviceError(ErrorCode.NO_PICTURE, "there is no picture file of this name") from None
    except DeviceError:
        raise
    except Exception:  # the many decoders raise many types for damaged files
        raise DeviceError(ErrorCode.BAD_PICTURE, "the file is no picture, or is damaged") from None
    return np.ascontiguousarray(np.asarray(upright, dtype=np.uint8)[:, :, ::-1])
