"""The bench's web page: serves it on the loopback, tells it how the bench stands, does what is done on it."""

from __future__ import annotations

import asyncio
import errno
import io
import json
import threading
import time
from collections.abc import AsyncIterator, Callable
from typing import Self

import cv2
import numpy as np
import uvicorn
from PIL import Image as Pictures
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from drivers.document_scanner.page import Image
from drivers.simulators.papers import PAPERS
from drivers.simulators.people import CARDS
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.knobs import KnobError, turn
from kiosk.rehearsal.own_picture import LARGEST, PictureError, picture_from
from kiosk.rehearsal.page_guard import Guard
from kiosk.rehearsal.page_state import PAGE, about, state
from kiosk.rehearsal.ports import free_port
from kiosk.rehearsal.recorder import Recorder
from kiosk.rehearsal.recording import NotNow, Recording

LOOK = 0.2
"""Seconds between two looks whether something changed."""

BEAT = 2.0
"""Seconds after which a page hears that nothing did, so that it knows when it hears nothing."""

NOTHING = "-"
"""Stands in an address where a deed needs no value."""

SEEN = 800
THUMB = 240
"""Pixels across of the camera's picture on the page, and of a paper to choose."""


class BenchPage:
    """Serves the page. Without a `recording`, one of what is done on the bench alone."""

    def __init__(self, bench: Bench, port: int = 0, recording: Recording | None = None) -> None:
        self._bench = bench
        self._recording = recording or Recording(Recorder(bench))
        self._turn = asyncio.Lock()
        self._port = port or free_port()
        self.url = f"http://127.0.0.1:{self._port}/"
        routes = [
            Route("/about", self._about),
            Route("/state", self._state),
            Route("/live", self._live),
            Route("/camera.jpg", self._camera),
            Route("/papers/{name}.jpg", self._paper),
            Route("/slips/{number:int}.png", self._slip),
            Route("/recording.toml", self._recorded),
            Route("/picture", self._picture, methods=["POST"]),
            Route("/do/{what}/{value:path}", self._do, methods=["POST"]),
            Mount("/", StaticFiles(directory=str(PAGE), html=True)),
        ]
        app = Starlette(routes=routes, middleware=[Middleware(Guard, port=self._port)])
        config = uvicorn.Config(app, host="127.0.0.1", port=self._port, log_level="error")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, name="bench-page", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        while not self._server.started and self._thread.is_alive():
            time.sleep(0.02)
        if not self._server.started:
            raise OSError(errno.EADDRINUSE, f"port {self._port} is taken")
        return self

    def __exit__(self, *exc: object) -> None:
        self._server.should_exit = True
        self._thread.join()

    async def _about(self, _: Request) -> Response:
        return JSONResponse(about())

    async def _state(self, _: Request) -> Response:
        return JSONResponse(state(self._bench, self._recording))

    async def _live(self, _: Request) -> Response:
        return StreamingResponse(self._changes(), media_type="text/event-stream")

    async def _changes(self) -> AsyncIterator[str]:
        told, when = "", 0.0
        while not self._server.should_exit:
            now = json.dumps(state(self._bench, self._recording), ensure_ascii=False)
            if now != told or time.monotonic() - when >= BEAT:
                told, when = now, time.monotonic()
                yield f"data: {now}\n\n"
            await asyncio.sleep(LOOK)

    async def _camera(self, _: Request) -> Response:
        return Response(await run_in_threadpool(lambda: _seen(self._bench.camera.picture())), media_type="image/jpeg")

    async def _paper(self, request: Request) -> Response:
        paper = PAPERS.get(request.path_params["name"])
        if paper is None:
            return Response(status_code=404)
        return Response(await run_in_threadpool(lambda: _small(paper(), THUMB)), media_type="image/jpeg")

    async def _slip(self, request: Request) -> Response:
        slips, number = self._bench.printer.slips, request.path_params["number"]
        if not 1 <= number <= len(slips):
            return Response(status_code=404)
        return Response(slips[number - 1].png, media_type="image/png")

    async def _recorded(self, _: Request) -> Response:
        attached = {"Content-Disposition": "attachment; filename=recording.toml"}
        return Response(self._recording.text, media_type="application/toml", headers=attached)

    async def _picture(self, request: Request) -> Response:
        data = bytearray()
        async for piece in request.stream():
            data += piece
            if len(data) > LARGEST:
                return _refused("picture-large", f"the file has more than {LARGEST >> 20} MB", 413)
        try:
            picture = await run_in_threadpool(picture_from, bytes(data))
        except PictureError as error:
            return _refused(f"picture-{error.kind}", str(error))
        self._bench.lay_picture(picture)
        return Response(status_code=204)

    async def _do(self, request: Request) -> Response:
        what, value = request.path_params["what"], request.path_params["value"]
        deeds: dict[str, Callable[[], None]] = {
            "card": lambda: self._bench.insert(value) if value in CARDS else self._bench.remove(),
            "paper": lambda: self._bench.lay(value if value in PAPERS else ""),
            "knob": lambda: turn(self._bench, *_parted(value)),
            "slip": self._bench.lay_slip,
            "record": self._recording.start,
            "stop": lambda: self._recording.stop("" if value == NOTHING else value),
        }
        if what not in deeds or (what == "slip" and not self._bench.printer.slips):
            return _refused("nothing", "there is no such thing to do", 404)
        try:
            # one after the other, whoever asks
            async with self._turn:
                await run_in_threadpool(deeds[what])
        except KnobError as error:
            return _refused("knob", str(error))
        except NotNow as error:
            return _refused("not-now", str(error), 409)
        return Response(status_code=204)


def _parted(value: str) -> tuple[str, str]:
    name, _, setting = value.partition("/")
    return name, setting


def _refused(error: str, text: str, status: int = 422) -> Response:
    return JSONResponse({"error": error, "text": text}, status)


def _seen(jpeg: bytes) -> bytes:
    return _small(np.asarray(cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR), dtype=np.uint8), SEEN)


def _small(picture: Image, width: int) -> bytes:
    """A JPEG of so many pixels across."""
    small = Pictures.fromarray(picture[:, :, ::-1])
    small.thumbnail((width, 2 * width))
    out = io.BytesIO()
    small.save(out, "JPEG", quality=85)
    return out.getvalue()
