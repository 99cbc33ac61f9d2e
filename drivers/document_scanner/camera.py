"""Driver `camera`: document cameras, streams and image files through OpenCV."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Self

from drivers.document_scanner.capturing import capture_of
from drivers.document_scanner.detect import find_page
from drivers.document_scanner.page import Capture, Image, PreviewFrame
from drivers.document_scanner.picture_file import read_picture
from drivers.document_scanner.sources import FRAME_WAIT, Size
from drivers.document_scanner.stillness import Stillness
from drivers.document_scanner.stream import Stream
from drivers.document_scanner.warmup import WarmUp
from drivers.model import CancelToken, Capabilities, DeviceError, ErrorCode, Health, Status

STALE = 2
"""Frames thrown away before the picture that counts: one was on its way, one was being exposed when it was asked for.
Nothing older waits, since frames are read all the time."""

PREVIEW = (1920, 1080)
"""Largest live picture: one of more pixels comes in half or quarter size."""


class CameraScanner:
    """A camera at `/dev/v4l/by-id/…`, a stream address (`http://…`, `rtsp://…`), or an image file.

    `width` and `height` ask a V4L2 camera for the mode of a capture, `preview_width` and `preview_height` for that of
    the live picture; 0 leaves its own. A stream has one size.
    """

    def __init__(
        self,
        source: str,
        width: int = 0,
        height: int = 0,
        preview_width: int = PREVIEW[0],
        preview_height: int = PREVIEW[1],
    ) -> None:
        self._source = source
        self._full: Size = (width, height)
        self._live: Size = (preview_width, preview_height) if width and height else self._full
        self._stream: Stream | None = None
        self._warm = WarmUp()
        self._pages = 0

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @property
    def _is_file(self) -> bool:
        return "://" not in self._source and not self._source.startswith("/dev/")

    @property
    def _has_modes(self) -> bool:
        return self._source.startswith("/dev/")

    def open(self) -> None:
        """Open the camera, anew if it was lost. Raises DeviceError NO_DEVICE, NO_PICTURE."""
        if self._is_file:
            if not Path(self._source).is_file():
                raise DeviceError(ErrorCode.NO_PICTURE, "there is no picture file of this name")
        elif self._stream is None or self._stream.ended:
            self._start(self._live)

    def close(self) -> None:
        """Let go of the camera; may be called twice."""
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()

    def status(self) -> Health:
        """Whether a frame comes; `small_picture` warns of a camera that does not give the size asked for."""
        warnings: tuple[str, ...] = ()
        try:
            if self._is_file:
                read_picture(Path(self._source))
            else:
                stream = self._running()
                image = stream.fresh(1, FRAME_WAIT, CancelToken())
                if self._has_modes and any(stream.size) and (image.shape[1], image.shape[0]) != stream.size:
                    warnings = ("small_picture",)
        except DeviceError as error:
            return Health(Status.NO_DEVICE if error.code is ErrorCode.NO_DEVICE else Status.OFFLINE, error.code)
        return Health(Status.ONLINE, None, warnings)

    def capabilities(self) -> Capabilities:
        """A live picture, unless it is a file."""
        return Capabilities("camera", {"live": not self._is_file, "feeder": False})

    def counters(self) -> Mapping[str, int]:
        """See drivers.model.Device."""
        return {"pages": self._pages}

    def preview(self, cancel: CancelToken) -> Iterator[PreviewFrame]:
        """See drivers.model.DocumentScanner. A file has no live picture: UNSUPPORTED."""
        if self._is_file:
            raise DeviceError(ErrorCode.UNSUPPORTED, "a picture file has no live picture")
        stillness = Stillness()
        stream = self._in_mode(self._live)
        while not cancel.cancelled:
            try:
                image = stream.following(cancel, PREVIEW[0] * PREVIEW[1])
            except DeviceError as error:
                if error.code is ErrorCode.CANCELLED:
                    return
                raise
            self._warm.feed(image)
            corners = find_page(image, thorough=False).corners
            yield PreviewFrame(image, corners, stillness.feed(corners, time.monotonic()))

    def capture(self, timeout: float, cancel: CancelToken) -> Capture:
        """See drivers.model.DocumentScanner."""
        cancel.raise_if_cancelled()
        image = read_picture(Path(self._source)) if self._is_file else self._shot(timeout, cancel)
        cancel.raise_if_cancelled()
        capture = capture_of(image)
        self._pages += capture.page is not None
        return capture

    def _shot(self, timeout: float, cancel: CancelToken) -> Image:
        """A settled frame at full size."""
        end = time.monotonic() + timeout
        stream = self._in_mode(self._full)
        image = stream.fresh(STALE, timeout, cancel)
        self._warm.feed(image)
        while not self._warm.done:
            image = stream.fresh(1, end - time.monotonic(), cancel)
            self._warm.feed(image)
        return image

    def _in_mode(self, size: Size) -> Stream:
        """The camera in the mode of this size. Only a V4L2 device has more than one; to change it takes about 1 s."""
        stream = self._running()
        if self._has_modes and stream.size != size:
            stream.close()
            stream = self._start(size)
        return stream

    def _running(self) -> Stream:
        if self._stream is None:
            raise DeviceError(ErrorCode.NOT_OPEN, "the camera is not open")
        return self._stream

    def _start(self, size: Size) -> Stream:
        self.close()
        self._warm = WarmUp()
        self._stream = Stream(self._source, size)
        return self._stream
