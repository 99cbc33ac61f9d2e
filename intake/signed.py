"""Requests of terminals: their bodies within limits, their signatures checked; refusals as problem documents."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Any

import http_sf
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import Depends, Path, Request
from http_message_signatures import HTTPMessageSignaturesException, HTTPMessageVerifier, HTTPSignatureKeyResolver
from http_message_signatures.algorithms import ED25519
from starlette.concurrency import run_in_threadpool

from intake.pacing import Backlog
from intake.store import Store, Terminal
from offline_queue.limits import Limits
from offline_queue.wire import M, Problem, ProblemKind, WireError, parse

DigestPath = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]
IdPath = Annotated[str, Path(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]

STATUS = {
    ProblemKind.MISSING_PARTS: 422,
    ProblemKind.INVALID: 422,
    ProblemKind.CONTENT_CONFLICT: 409,
    ProblemKind.OFFSET: 409,
    ProblemKind.NOT_TRUSTED: 401,
    ProblemKind.TOO_LARGE: 413,
    ProblemKind.NOT_FOUND: 404,
    ProblemKind.WITHDRAWN: 410,
    ProblemKind.UNAVAILABLE: 503,
}

COVERED = ("@method", "@path", "@authority")
"""What a terminal's signature must cover; of a request with a body its digest too (RFC 9421, RFC 9530)."""


class Refusal(Exception):
    """Answered as a problem document. `retry_after` in seconds."""

    def __init__(
        self, kind: ProblemKind, title: str, missing: tuple[str, ...] = (), retry_after: float | None = None
    ) -> None:
        super().__init__(title)
        self.problem = Problem(type=kind, title=title, status=STATUS[kind], missing=missing)
        self.headers = {} if retry_after is None else {"Retry-After": str(int(retry_after) + 1)}


@dataclass(frozen=True, repr=False)
class Signed:
    """A request whose signature is right: who sent it, and its body."""

    terminal: Terminal
    body: bytes


@dataclass(frozen=True)
class _Message:
    """A request as the signature library reads it."""

    method: str
    url: str
    headers: Mapping[str, str]


class _Resolver(HTTPSignatureKeyResolver):
    """Keys of terminals for one request; it remembers whose was asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.terminal: Terminal | None = None

    def resolve_public_key(self, key_id: str) -> Any:
        self.terminal = terminal = self._store.terminal(key_id)
        if terminal is None:
            raise HTTPMessageSignaturesException("unknown terminal")
        return Ed25519PublicKey.from_public_bytes(base64.b64decode(terminal.public_key))


class _Verifier(HTTPMessageVerifier):
    """Of any age, or from the future: a terminal's clock may be years off, and a replay does no harm."""

    max_clock_skew = timedelta(days=365_000)


async def signed(request: Request) -> Signed:
    """The whole body, and who sent it. Raises Refusal."""
    limits: Limits = request.app.state.limits
    limit = limits.part_bytes if "/parts/" in request.url.path else limits.manifest_bytes
    body = await read_body(request, limit)
    return await run_in_threadpool(check, request.app.state.store, request, body)


Sender = Annotated[Signed, Depends(signed)]


async def paced(request: Request, sender: Sender) -> Signed:
    """The same, when the terminal may send now. Raises Refusal."""
    make_wait(request, sender.terminal)
    return sender


PacedSender = Annotated[Signed, Depends(paced)]


def make_wait(request: Request, terminal: Terminal) -> None:
    """Give a terminal its time when it is not now. Raises Refusal."""
    wait = request.app.state.pacer.ask(terminal.number, backlog_of(request.headers.get("Kiosk-Backlog", "")))
    if wait is not None:
        raise Refusal(ProblemKind.UNAVAILABLE, "many terminals are sending; come at your time", retry_after=wait)


def backlog_of(header: str) -> Backlog:
    """What a terminal says it holds (a dictionary of RFC 9651); nothing when it is not readable."""
    try:
        items: Any = http_sf.parse(header.encode(), tltype="dictionary")
        count, size, fresh = (items.get(name, (0, {}))[0] for name in ("count", "bytes", "fresh"))
        return Backlog(min(int(count), 10**6), min(int(size), 10**12), fresh is True)
    except (ValueError, TypeError, KeyError, IndexError):
        return Backlog()


async def read_body(request: Request, limit: int) -> bytes:
    """The body. Raises Refusal when it is larger than `limit` bytes."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > limit:
            raise Refusal(ProblemKind.TOO_LARGE, f"more than {limit} bytes")
    return bytes(body)


def check(store: Store, request: Request, body: bytes | None) -> Signed:
    """Who signed a request. With `body` None only the headers are checked, the digest among them. Raises Refusal."""
    resolver = _Resolver(store)
    verifier = _Verifier(signature_algorithm=ED25519, key_resolver=resolver)
    message = _Message(request.method, str(request.url), dict(request.headers))
    required = COVERED if body == b"" else (*COVERED, "content-digest")
    try:
        [_] = verifier.verify(message, max_age=None, require_components=required, body=body)
    except (HTTPMessageSignaturesException, ValueError, OverflowError):
        raise Refusal(ProblemKind.NOT_TRUSTED, "the request is not signed by a registered terminal") from None
    if resolver.terminal is None:
        raise Refusal(ProblemKind.NOT_TRUSTED, "the terminal is not registered")
    return Signed(resolver.terminal, body or b"")


def parsed(model: type[M], body: bytes) -> M:
    """A message out of a body. Raises Refusal."""
    try:
        return parse(model, body)
    except WireError as error:
        raise Refusal(ProblemKind.INVALID, str(error)) from None
