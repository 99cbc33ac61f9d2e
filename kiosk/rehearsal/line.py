"""The line between terminal and city, which a tester can break: down, slow, lossy, somebody else's answers."""

from __future__ import annotations

import json
import ssl
from enum import StrEnum
from typing import Self

from kiosk.rehearsal.certificates import Authority
from kiosk.rehearsal.fault_proxy import PASS, Fault, FaultProxy
from offline_queue.wire import ProblemKind


class Mode(StrEnum):
    """How the line is."""

    OK = "ok"
    DOWN = "down"
    SLOW = "slow"
    LOSSY = "lossy"
    PORTAL = "portal"
    ERROR_500 = "500"
    BUSY_503 = "503"
    BUSY_429 = "429"
    DRIPPING = "dripping"
    CERTIFICATE = "certificate"
    REFUSES = "refuses"


def _answer(status: str, body: bytes, extra: str = "", kind: str = "text/html") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{extra}"
    return head.encode() + b"Connection: close\r\n\r\n" + body


_FIXED = {
    Mode.OK: PASS,
    Mode.CERTIFICATE: PASS,
    Mode.DOWN: Fault(lost=True),
    Mode.PORTAL: Fault(answer=_answer("200 OK", b"<html><title>Welcome</title>Please log in to the network.</html>")),
    Mode.ERROR_500: Fault(answer=_answer("500 Internal Server Error", b"oops")),
    Mode.BUSY_503: Fault(answer=_answer("503 Service Unavailable", b"busy", "Retry-After: 2\r\n")),
    Mode.BUSY_429: Fault(answer=_answer("429 Too Many Requests", b"", "Retry-After: 2\r\n")),
    Mode.DRIPPING: Fault(drip=0.2),
}

_REFUSAL = _answer(
    "422 Unprocessable Content",
    json.dumps({"type": ProblemKind.INVALID.value, "title": "not what we take", "status": 422}).encode(),
    kind="application/problem+json",
)
"""What a city says that takes something else than what is handed in."""

_LOSSES = (Fault(cut_request=100), Fault(cut_answer=20), Fault(lost=True), Fault(cut_answer=0))
"""What a lossy line does in turn: the request is cut, the answer is, nothing arrives, the answer is lost."""


class Line:
    """TLS at `url` with a certificate of `authority`, onto the city's server at the port that `lead_to` names.

    Knobs: `mode`; of a slow line `pause` (seconds before each request) and `bytes_per_second`; of a lossy one
    `lost_every` (each n-th exchange is lost).
    """

    def __init__(self) -> None:
        self.mode = Mode.OK
        self.pause = 0.5
        self.bytes_per_second = 16384
        self.lost_every = 3
        self._authority = Authority()
        self._right = self._authority.context()
        self._wrong = Authority().context()
        self._carried = 0
        self._proxy: FaultProxy | None = None

    @property
    def authority(self) -> bytes:
        """PEM of whom the terminal must trust (`intake.ca_file`)."""
        return self._authority.pem

    @property
    def leads(self) -> bool:
        """Whether there is a city at the other end."""
        return self._proxy is not None

    @property
    def carried(self) -> int:
        """How many requests came over it."""
        return self._carried

    @property
    def url(self) -> str:
        """Where the city seems to be; empty before `lead_to`."""
        return self._proxy.url if self._proxy is not None else ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        if self._proxy is not None:
            self._proxy.close()
        self._proxy = None

    def lead_to(self, port: int) -> None:
        """Lay the line to a server on the loopback."""
        self._proxy = FaultProxy(port, self._plan, self._certificate)

    def become(self, mode: Mode) -> None:
        """The line is so from now on; what is under way is cut off."""
        self.mode = mode
        if self._proxy is not None:
            self._proxy.cut()
            # of ten thousand visits nobody reads what was asked for
            self._proxy.seen.clear()

    def _certificate(self) -> ssl.SSLContext:
        return self._wrong if self.mode is Mode.CERTIFICATE else self._right

    def _plan(self, asked: str) -> Fault:
        self._carried += 1
        match self.mode:
            case Mode.REFUSES:
                return Fault(answer=_REFUSAL) if asked.startswith("PUT /v1/submissions/") else PASS
            case Mode.SLOW:
                return Fault(pause=self.pause, rate=self.bytes_per_second)
            case Mode.LOSSY:
                number, rest = divmod(self._carried, max(1, self.lost_every))
                return PASS if rest else _LOSSES[number % len(_LOSSES)]
        return _FIXED[self.mode]
