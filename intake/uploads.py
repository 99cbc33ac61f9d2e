"""Large parts in pieces: Resumable Uploads for HTTP (draft-ietf-httpbis-resumable-upload) under a part's own name.

Whatever arrived before a cut is kept as a piece of its own, so that the next request goes on exactly there; any worker
can take it. The part's name is its SHA-256, and only a whole that has it is believed.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, FastAPI, Header, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from intake.objects import Objects
from intake.signed import DigestPath, Refusal, Sender, check, make_wait
from intake.store import Store
from offline_queue.wire import MAX_PART_BYTES, UPLOAD_TYPE, ProblemKind, digest_of

router = APIRouter()

DAY = 86400.0
"""Seconds."""

GIVEN_UP = timedelta(days=30)
"""After so long without another piece a part is begun anew, should its terminal ever come back."""

_TAKES_PIECE = {"requestBody": {"required": True, "content": {UPLOAD_TYPE: {}}}}


@router.head("/v1/parts/{digest}/upload", status_code=204)
def upload_state(digest: DigestPath, request: Request, sender: Sender) -> Response:
    """How much of a part is here."""
    del sender
    store: Store = request.app.state.store
    whole = store.objects.size(digest)
    if whole is not None:
        return Response(status_code=204, headers=_state(whole, complete=True))
    pieces = store.objects.names(_folder(digest))
    if not pieces:
        raise Refusal(ProblemKind.NOT_FOUND, "nothing of this part is here")
    return Response(status_code=204, headers=_state(_length(store.objects, digest), complete=False))


@router.patch("/v1/parts/{digest}/upload", status_code=204, openapi_extra=_TAKES_PIECE)
async def append(
    digest: DigestPath,
    request: Request,
    upload_offset: Annotated[int, Header(ge=0, le=MAX_PART_BYTES)],
    upload_complete: Annotated[str, Header(pattern=r"^\?[01]$")],
) -> Response:
    """The next piece of a part: 204 with the new offset, or the part's name once it is whole."""
    store: Store = request.app.state.store
    sender = await run_in_threadpool(check, store, request, None)
    make_wait(request, sender.terminal)
    here = await run_in_threadpool(_length, store.objects, digest)
    if here != upload_offset:
        raise Refusal(ProblemKind.OFFSET, f"{here} bytes of this part are here")
    await _take(request, store, digest, upload_offset)
    if upload_complete == "?1":
        new = await run_in_threadpool(_join, store, digest)
        return Response(digest, 201 if new else 200, media_type="text/plain")
    return Response(status_code=204, headers=_state(await run_in_threadpool(_length, store.objects, digest), False))


def begin(store: Store, digest: str, largest: int) -> Response:
    """Begin a part of `largest` bytes at most: 201 with the place to send it to, 200 when it is here already."""
    if store.objects.size(digest) is not None:
        return Response(digest, 200, media_type="text/plain")
    store.objects.put(_piece(digest, 0), b"")
    headers = {"Location": f"/v1/parts/{digest}/upload", "Upload-Limit": f"max-size={largest}"}
    return Response(status_code=201, headers=headers)


def sweep(objects: Objects, now: datetime) -> int:
    """Drop the pieces of uploads that were given up; how many. A part that is whole is never touched."""
    given_up = objects.older("uploads/", now - GIVEN_UP)
    for name in given_up:
        objects.delete(name)
    return len(given_up)


@asynccontextmanager
async def swept(app: FastAPI) -> AsyncIterator[None]:
    """While the application serves, it sweeps once a day."""
    sweeping = asyncio.create_task(_sweep_daily(app.state.store.objects))
    yield
    sweeping.cancel()


async def _sweep_daily(objects: Objects) -> None:
    while True:
        # a storage that is away today is there tomorrow
        with suppress(Exception):
            await run_in_threadpool(sweep, objects, datetime.now(UTC))
        await asyncio.sleep(DAY)


async def _take(request: Request, store: Store, digest: str, offset: int) -> None:
    """Keep the piece; of a line that breaks what came before it did."""
    body = bytearray()
    largest = request.app.state.limits.part_bytes
    try:
        async for data in request.stream():
            body += data
            if offset + len(body) > largest:
                raise Refusal(ProblemKind.TOO_LARGE, f"more than {largest} bytes")
    except ClientDisconnect:
        if body:
            await run_in_threadpool(store.objects.put, _piece(digest, offset), bytes(body))
        raise
    try:
        await run_in_threadpool(check, store, request, bytes(body))
    except Refusal:
        raise Refusal(ProblemKind.UNAVAILABLE, "the piece did not arrive whole") from None
    await run_in_threadpool(store.objects.put, _piece(digest, offset), bytes(body))


def _join(store: Store, digest: str) -> bool:
    """The pieces as one part; whether it was new. Raises Refusal when they are not that part."""
    at, whole = 0, bytearray()
    while piece := store.objects.get(_piece(digest, at)):
        whole += piece
        at = len(whole)
    right = digest_of(bytes(whole)) == digest
    new = store.put_part(digest, bytes(whole)) if right else False
    for name in store.objects.names(_folder(digest)):
        store.objects.delete(name)
    if not right:
        raise Refusal(ProblemKind.UNAVAILABLE, "the part did not arrive whole; send it again")
    return new


def _length(objects: Objects, digest: str) -> int:
    """How many bytes are here without a gap."""
    at = 0
    while size := objects.size(_piece(digest, at)):
        at += size
    return at


def _folder(digest: str) -> str:
    return f"uploads/{digest}/"


def _piece(digest: str, offset: int) -> str:
    return f"{_folder(digest)}{offset:09d}"


def _state(offset: int, complete: bool) -> dict[str, str]:
    return {"Upload-Offset": str(offset), "Upload-Complete": "?1" if complete else "?0", "Cache-Control": "no-store"}
