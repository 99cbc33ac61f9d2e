"""Frames of a camera, read on a thread of their own: a read that hangs cannot hold up whoever waits."""

from __future__ import annotations

import threading
import time

import cv2
import numpy as np

from drivers.document_scanner.jpeg_wire import MOST_PIXELS, picture_in
from drivers.document_scanner.page import Image
from drivers.document_scanner.sources import FRAME_WAIT, OPEN_WAIT, Opened, Size, opened
from drivers.model import CancelToken, DeviceError, ErrorCode

TICK = 0.05
"""Seconds between looks at the cancel token."""


class Stream:
    """A camera that is being read. `size` is the mode asked for; made ready, or raises NO_DEVICE, NO_PICTURE."""

    def __init__(self, source: str, size: Size) -> None:
        self.size = size
        self._source = source
        self._arrived = threading.Condition()
        self._packet: bytes | Image = b""
        self._count = 0
        self._delivered = 0
        self._heard = time.monotonic()
        self._ended = False
        self._opened = False
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, name="camera", daemon=True)
        self._thread.start()
        with self._arrived:
            self._arrived.wait_for(lambda: self._count or self._ended, OPEN_WAIT + FRAME_WAIT)
            if not self._count:
                self._stop.set()
                code = ErrorCode.NO_PICTURE if self._opened else ErrorCode.NO_DEVICE
                raise DeviceError(code, "no picture comes from the camera")

    @property
    def ended(self) -> bool:
        """True once the camera is gone; only a new stream can bring it back."""
        return self._ended

    def following(self, cancel: CancelToken, most_pixels: int) -> Image:
        """The next frame that was not given yet, in a smaller size where it has more than `most_pixels`.

        Raises DeviceError NO_PICTURE, CANCELLED.
        """
        return self._good(self._delivered + 1, FRAME_WAIT, cancel, most_pixels)

    def fresh(self, skip: int, timeout: float, cancel: CancelToken) -> Image:
        """A frame at least `skip` frames newer than now, at full size. Raises DeviceError NO_PICTURE, CANCELLED."""
        return self._good(self._count + skip, timeout, cancel, MOST_PIXELS)

    def close(self) -> None:
        """Stop reading; a read that hangs ends by its own time limit."""
        self._stop.set()
        self._thread.join(timeout=1.0)

    def _good(self, wanted: int, timeout: float, cancel: CancelToken, most_pixels: int) -> Image:
        end = time.monotonic() + timeout
        while True:
            packet = self._next(wanted, end, cancel)
            image = picture_in(packet, most_pixels) if isinstance(packet, bytes) else _smaller(packet, most_pixels)
            if image is not None:
                return image
            wanted = self._delivered + 1

    def _next(self, wanted: int, end: float, cancel: CancelToken) -> bytes | Image:
        with self._arrived:
            asked = time.monotonic()
            while self._count < wanted:
                cancel.raise_if_cancelled()
                now = time.monotonic()
                if self._ended or now >= end or now - max(asked, self._heard) >= FRAME_WAIT:
                    raise DeviceError(ErrorCode.NO_PICTURE, "no more pictures come from the camera")
                self._arrived.wait(TICK)
            self._delivered = self._count
            return self._packet

    def _work(self) -> None:
        try:
            camera = opened(self._source, self.size)
            self._opened = camera.capture.isOpened()
            if self._opened:
                self._read(camera)
            camera.capture.release()
        except cv2.error:
            pass
        finally:
            with self._arrived:
                self._ended = True
                self._arrived.notify_all()

    def _read(self, camera: Opened) -> None:
        while not self._stop.is_set():
            good, frame = camera.capture.read()
            if not good or frame is None:
                return
            packet = frame.tobytes() if camera.packets else np.asarray(frame, dtype=np.uint8)
            if not camera.packets and frame.ndim != 3:
                return
            with self._arrived:
                self._packet, self._count, self._heard = packet, self._count + 1, time.monotonic()
                self._arrived.notify_all()


def _smaller(image: Image, most_pixels: int) -> Image:
    while image.shape[0] * image.shape[1] > most_pixels:
        size = (image.shape[1] // 2, image.shape[0] // 2)
        image = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    return image
