"""Keeps other web pages away from the bench: it listens on the loopback, which every page in the browser can call."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

_SAFE = frozenset({"GET", "HEAD"})


class Guard:
    """Answers only who calls the bench by its own name, and lets nothing be done from another page.

    Programs beside it (the conformance kit) send neither `Origin` nor `Sec-Fetch-Site`; browsers always do.
    """

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host not in self._hosts:
            # a name that was made to point here (DNS rebinding)
            await PlainTextResponse("not the bench's address", 421)(scope, receive, send)
        elif scope["method"] not in _SAFE and self._foreign(headers, host):
            await PlainTextResponse("not from another page", 403)(scope, receive, send)
        else:
            await self._app(scope, receive, _sealed(send))

    def _foreign(self, headers: Headers, host: str) -> bool:
        site, origin = headers.get("sec-fetch-site", "same-origin"), headers.get("origin", f"http://{host}")
        return site != "same-origin" or origin != f"http://{host}"


def _sealed(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["Content-Security-Policy"] = POLICY
            headers["X-Content-Type-Options"] = "nosniff"
            headers["Referrer-Policy"] = "no-referrer"
            headers["Cross-Origin-Resource-Policy"] = "same-origin"
            headers["Cache-Control"] = "no-store"
        await send(message)

    return sent
