"""The bench's web page: cards to lay, papers to lay, the printed slip, and what can go wrong."""

from __future__ import annotations

import errno
import threading
import time
from dataclasses import asdict
from importlib.resources import files
from typing import Self

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from drivers.simulators.papers import PAPERS
from drivers.simulators.people import PEOPLE
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.knobs import KnobError, knobs, turn
from kiosk.rehearsal.ports import free_port


class BenchPage:
    """Serves the page on the loopback."""

    def __init__(self, bench: Bench, port: int = 0) -> None:
        self._bench = bench
        self._port = port or free_port()
        self.url = f"http://127.0.0.1:{self._port}/"
        routes = [
            Route("/", self._page),
            Route("/state", self._state),
            Route("/slip.png", self._slip),
            Route("/do/{what}/{value:path}", self._do, methods=["POST"]),
        ]
        config = uvicorn.Config(Starlette(routes=routes), host="127.0.0.1", port=self._port, log_level="error")
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

    async def _page(self, _: Request) -> Response:
        return HTMLResponse(files("kiosk.rehearsal").joinpath("bench.html").read_text("utf-8"))

    async def _state(self, _: Request) -> Response:
        bench = self._bench
        laid = bench.reader.inserted
        return JSONResponse(
            {
                "cards": {key: f"{card.person.name or card.person.name_en}" for key, card in PEOPLE.items()},
                "card": next((key for key, card in PEOPLE.items() if card is laid), ""),
                "papers": sorted(PAPERS),
                "paper": bench.paper,
                "knobs": [asdict(knob) for knob in knobs(bench)],
                "slips": len(bench.printer.slips),
            }
        )

    async def _slip(self, _: Request) -> Response:
        slips = self._bench.printer.slips
        return Response(slips[-1].png, media_type="image/png") if slips else Response(status_code=404)

    async def _do(self, request: Request) -> Response:
        bench, value = self._bench, request.path_params["value"]
        match request.path_params["what"]:
            case "card" if value in PEOPLE:
                bench.reader.insert(PEOPLE[value])
            case "card":
                bench.reader.remove()
            case "paper" if value in PAPERS:
                bench.lay(value)
            case "paper":
                bench.lay("")
            case "knob":
                name, _, setting = value.partition("/")
                try:
                    turn(bench, name, setting)
                except KnobError as error:
                    return Response(str(error), status_code=422, media_type="text/plain")
            case _:
                return Response(status_code=404)
        return Response(status_code=204)
