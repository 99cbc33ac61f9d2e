"""A simulated document camera: an MJPEG stream of what lies on its desk, on a wire that can be spoilt."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable
from enum import Enum, StrEnum
from http import HTTPStatus
from typing import Self

import cv2
import numpy as np

from drivers.document_scanner.page import Corners, Image
from drivers.simulators.desk_scene import LIGHTS, Scene, laid_out, lit, place

BOUNDARY = b"frame"
QUALITY = 88


class Wire(StrEnum):
    """What becomes of the pictures on their way: sent whole, cut in half, replaced by garbage, garbage between them,
    or nothing more comes though the connection stands."""

    WHOLE = "whole"
    HALF = "half"
    GARBAGE = "garbage"
    NOISE = "noise"
    FROZEN = "frozen"


class FrameSize(Enum):
    """Pixels of a frame, width and height."""

    USUAL = "1600x1200"
    FULL_HD = "1920x1080"
    EIGHT_MEGAPIXELS = "3264x2448"

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height."""
        width, _, height = self.value.partition("x")
        return int(width), int(height)


SIZE = FrameSize.USUAL.pixels


class SimulatedCamera:
    """`lay` and `lift` papers; `unplug` and `plug` it. Knobs, each heard at the next frame: `blur` (pixels), `dark`
    and `shadow` (0 to 1), `glare`, `hand` (over the paper's edge), `pile` (another sheet under it), `shift` (pixels to
    the right, until the paper is cut off), `turn` (degrees), `size`, `frames_per_second`, `wire`, `broken`
    (connections are dropped). `watching` counts who looks."""

    def __init__(self, host: str = "127.0.0.1", port: int = 0) -> None:
        self._address = (host, port)
        self._lock = threading.Lock()
        self._paper: Image | None = None
        self._frames: list[bytes] = []
        self._drawn: tuple[object, ...] = ()
        self._draw: Callable[[int], bytes] = lambda _: b""
        self._stopping = threading.Event()
        self._server: http.server.ThreadingHTTPServer | None = None
        self.blur = 0
        self.dark = 0.0
        self.shadow = 0.0
        self.glare = False
        self.hand = False
        self.pile = False
        self.shift = 0
        self.turn = 0
        self.size = FrameSize.USUAL
        self.frames_per_second = 15.0
        self.wire = Wire.WHOLE
        self.broken = False
        self.watching = 0
        self.url = ""

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()

    def start(self) -> None:
        """Switch on; without effect on one that is on."""
        if self._server is not None:
            return
        camera = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                camera._stream(self)

            def log_message(self, format: str, *args: object) -> None:
                del format, args

        self._stopping.clear()
        self._server = http.server.ThreadingHTTPServer(self._address, Handler)
        self._server.daemon_threads = False
        self._address = (self._address[0], self._server.server_address[1])
        self.url = f"http://{self._address[0]}:{self._address[1]}/stream.mjpg"
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name="simulated-camera", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Switch off; without effect on one that is off."""
        server, self._server = self._server, None
        if server is None:
            return
        self._stopping.set()
        server.shutdown()
        self._thread.join()
        server.server_close()

    @property
    def plugged(self) -> bool:
        """Whether its cable is in."""
        return self._server is not None

    def unplug(self) -> None:
        """Pull the cable: connections end, and no new one is taken."""
        self.stop()

    def plug(self) -> None:
        """Put the cable back, at the same address."""
        self.start()

    def lay(self, paper: Image) -> None:
        """Lay a paper on the desk."""
        with self._lock:
            self._paper, self._drawn = paper, ()

    def lift(self) -> None:
        """Take it away."""
        with self._lock:
            self._paper, self._drawn = None, ()

    @property
    def true_corners(self) -> Corners | None:
        """Where the paper's corners are in the frame, clockwise from the paper's own top left."""
        corners = place(self._scene())
        if corners is None:
            return None
        a, b, c, d = ((float(x), float(y)) for x, y in corners)
        return a, b, c, d

    def picture(self) -> bytes:
        """What it sees now, as a JPEG."""
        return self._frame(0)

    def _scene(self) -> Scene:
        knobs = (self.shift, self.turn, self.blur, self.dark, self.shadow, self.glare, self.hand, self.pile)
        return Scene(self.size.pixels, self._paper, *knobs)

    def _stream(self, request: http.server.BaseHTTPRequestHandler) -> None:
        request.send_response(HTTPStatus.OK)
        request.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={BOUNDARY.decode()}")
        request.end_headers()
        number = 0
        with self._lock:
            self.watching += 1
        try:
            while not self._stopping.wait(1 / max(self.frames_per_second, 0.1)) and not self.broken:
                if self.wire is not Wire.FROZEN:
                    request.wfile.write(_spoilt(self._frame(number), self.wire, number))
                number += 1
        except OSError:
            return
        finally:
            with self._lock:
                self.watching -= 1

    def _frame(self, number: int) -> bytes:
        with self._lock:
            scene = self._scene()
            drawn = tuple(id(knob) if knob is scene.paper else knob for knob in vars(scene).values())
            if drawn != self._drawn:
                self._drawn, self._frames = drawn, []
                view = laid_out(scene)
                self._draw = lambda phase: _jpeg(lit(scene, view, phase))
            phase = number % LIGHTS
            while len(self._frames) <= phase:
                self._frames.append(self._draw(len(self._frames)))
            return self._frames[phase]


def _jpeg(picture: Image) -> bytes:
    _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    return data.tobytes()


def _spoilt(frame: bytes, wire: Wire, number: int) -> bytes:
    """One part of the multipart stream."""
    if wire is Wire.HALF:
        frame = frame[: len(frame) // 2]
    elif wire is Wire.GARBAGE:
        frame = np.random.default_rng(number).bytes(5000)
    head = f"\r\nContent-Type: image/jpeg\r\nContent-Length: {len(frame)}\r\n\r\n".encode()
    noise = np.random.default_rng(number).bytes(5000) if wire is Wire.NOISE else b""
    return b"--" + BOUNDARY + head + frame + b"\r\n" + noise
