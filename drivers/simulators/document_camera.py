"""A simulated document camera: an MJPEG stream of a paper lying askew on a desk, under a light that moves."""

from __future__ import annotations

import http.server
import threading
from http import HTTPStatus
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from drivers.document_scanner.page import Corners, Image

SIZE = (1600, 1200)
"""Pixels of a frame, width and height."""

PER_SECOND = 15
LIGHTS = 6
"""Frames a second, and pictures of the moving light that are drawn once and then repeated."""

BOUNDARY = b"frame"


class SimulatedCamera:
    """`lay` and `lift` papers. Knobs, each heard at the next frame: `blur` (pixels), `dark` (0 to 1), `glare`,
    `shift` (pixels to the right, until the paper is cut off), `broken` (connections are dropped).
    `watching` counts who looks."""

    def __init__(self, host: str = "127.0.0.1", port: int = 0) -> None:
        self._address = (host, port)
        self._lock = threading.Lock()
        self._paper: Image | None = None
        self._frames: list[bytes] = []
        self._knobs: tuple[object, ...] = ()
        self._stopping = threading.Event()
        self.blur = 0
        self.dark = 0.0
        self.glare = False
        self.shift = 0
        self.broken = False
        self.watching = 0
        self.url = ""

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()

    def start(self) -> None:
        """Switch on."""
        camera = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                camera._stream(self)

            def log_message(self, format: str, *args: object) -> None:
                del format, args

        self._server = http.server.ThreadingHTTPServer(self._address, Handler)
        self._server.daemon_threads = False
        self.url = f"http://{self._server.server_address[0]!s}:{self._server.server_address[1]}/stream.mjpg"
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name="simulated-camera", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Switch off."""
        self._stopping.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def lay(self, paper: Image) -> None:
        """Lay a paper on the desk."""
        with self._lock:
            self._paper, self._knobs = paper, ()

    def lift(self) -> None:
        """Take it away."""
        with self._lock:
            self._paper, self._knobs = None, ()

    @property
    def true_corners(self) -> Corners | None:
        """Where the paper's corners are in the frame."""
        if self._paper is None:
            return None
        a, b, c, d = ((float(x), float(y)) for x, y in _place(self._paper, self.shift))
        return a, b, c, d

    def _stream(self, request: http.server.BaseHTTPRequestHandler) -> None:
        request.send_response(HTTPStatus.OK)
        request.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={BOUNDARY.decode()}")
        request.end_headers()
        number = 0
        with self._lock:
            self.watching += 1
        try:
            while not self._stopping.wait(1 / PER_SECOND) and not self.broken:
                frame = self._frame(number)
                head = f"\r\nContent-Type: image/jpeg\r\nContent-Length: {len(frame)}\r\n\r\n".encode()
                request.wfile.write(b"--" + BOUNDARY + head + frame + b"\r\n")
                number += 1
        except OSError:
            return
        finally:
            with self._lock:
                self.watching -= 1

    def _frame(self, number: int) -> bytes:
        with self._lock:
            knobs = (self.blur, self.dark, self.glare, self.shift, id(self._paper))
            if knobs != self._knobs:
                self._knobs, self._frames = knobs, []
            phase = number % LIGHTS
            while len(self._frames) <= phase:
                self._frames.append(self._draw(len(self._frames)))
            return self._frames[phase]

    def _draw(self, phase: int) -> bytes:
        scene = desk()
        if self._paper is not None:
            scene = _laid(scene, self._paper, self.shift)
        if self.blur:
            scene = np.asarray(cv2.GaussianBlur(scene, (0, 0), self.blur), dtype=np.uint8)
        lit = scene.astype(np.float32) * _light(phase)[:, :, None] * (1 - self.dark)
        if self.glare:
            spot = np.zeros(scene.shape[:2], np.float32)
            cv2.circle(spot, (SIZE[0] // 2, SIZE[1] // 2), 130, 255, -1)
            lit += cv2.GaussianBlur(spot, (0, 0), 25)[:, :, None]
        _, data = cv2.imencode(".jpg", np.clip(lit, 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, 88])
        return data.tobytes()


def desk() -> Image:
    """A dark mat with a little grain, always the same."""
    grain = np.random.default_rng(7).normal(0, 5, (SIZE[1], SIZE[0], 1)).astype(np.float32)
    mat = np.array([52, 58, 60], np.float32) + cv2.GaussianBlur(grain, (0, 0), 1.2)[:, :, None] * 2
    return np.asarray(np.clip(mat, 0, 255), dtype=np.uint8)


def _light(phase: int) -> NDArray[np.float32]:
    angle = 2 * np.pi * phase / LIGHTS
    x = np.linspace(-1, 1, SIZE[0], dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, SIZE[1], dtype=np.float32)[:, None]
    return np.asarray(0.9 + 0.06 * (x * np.cos(angle) + y * np.sin(angle)), dtype=np.float32)


def _place(paper: Image, shift: int) -> NDArray[np.float32]:
    """Corners of the paper on the desk: four fifths of the frame's height, turned by 5 degrees, seen a little askew."""
    height = 0.8 * SIZE[1]
    width = height * paper.shape[1] / paper.shape[0]
    turn = np.deg2rad(5.0)
    flat = np.array([(-width, -height), (width, -height), (width, height), (-width, height)], np.float32) / 2
    turned = flat @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]], np.float32)
    depth = 1 + turned[:, 1:2] / SIZE[1] * 0.08
    return np.asarray(turned * depth + np.array([SIZE[0] / 2 + shift, SIZE[1] / 2], np.float32), dtype=np.float32)


def _laid(scene: Image, paper: Image, shift: int) -> Image:
    height, width = paper.shape[:2]
    flat = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, _place(paper, shift))
    warped = cv2.warpPerspective(paper, matrix, SIZE, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full((height, width), 255, np.uint8), matrix, SIZE)
    shadow = cv2.GaussianBlur(np.roll(mask, (8, 8), (0, 1)), (0, 0), 9).astype(np.float32)[:, :, None] / 255
    darkened = scene.astype(np.float32) * (1 - 0.5 * shadow)
    weight = mask.astype(np.float32)[:, :, None] / 255
    return np.asarray(darkened * (1 - weight) + warped * weight, dtype=np.uint8)
