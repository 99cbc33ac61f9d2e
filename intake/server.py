"""The reference intake: the city's side of the contract over HTTP."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import Depends, FastAPI, Path, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from http_message_signatures import HTTPMessageSignaturesException, HTTPMessageVerifier, HTTPSignatureKeyResolver
from http_message_signatures.algorithms import ED25519
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

from intake.keys import CityKeys
from intake.store import Store, Terminal
from offline_queue.numbers import is_offline_number
from offline_queue.sealing import open_key, open_part
from offline_queue.wire import (
    ACKNOWLEDGEMENT_TYPE,
    FORM_PART,
    MAX_MANIFEST_BYTES,
    MAX_PART_BYTES,
    MAX_PARTS,
    PROBLEM_TYPE,
    M,
    Manifest,
    Problem,
    ProblemKind,
    Query,
    Rating,
    Registered,
    Registration,
    WireError,
    digest_of,
    parse,
    sign,
)

DigestPath = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]
IdPath = Annotated[str, Path(pattern=r"^[0-9a-f-]{36}$")]

_STATUS = {
    ProblemKind.MISSING_PARTS: 422,
    ProblemKind.INVALID: 422,
    ProblemKind.CONTENT_CONFLICT: 409,
    ProblemKind.NOT_TRUSTED: 401,
    ProblemKind.TOO_LARGE: 413,
    ProblemKind.NOT_FOUND: 404,
    ProblemKind.UNAVAILABLE: 503,
}

REQUIRED = ("@method", "@path", "@authority", "content-digest")
"""What a terminal's signature must cover."""


class Refusal(Exception):
    """Answered as a problem document."""

    def __init__(self, kind: ProblemKind, title: str, missing: tuple[str, ...] = ()) -> None:
        super().__init__(title)
        self.problem = Problem(type=kind, title=title, status=_STATUS[kind], missing=missing)


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
    def __init__(self, store: Store) -> None:
        self._store = store

    def resolve_public_key(self, key_id: str) -> Any:
        terminal = self._store.terminal(key_id)
        if terminal is None:
            raise HTTPMessageSignaturesException("unknown terminal")
        return Ed25519PublicKey.from_public_bytes(base64.b64decode(terminal.public_key))


async def _signed(request: Request) -> Signed:
    limit = MAX_PART_BYTES if "/parts/" in request.url.path else MAX_MANIFEST_BYTES
    body = await _body(request, limit)
    return await run_in_threadpool(_verified, request.app.state.store, request, body)


Sender = Annotated[Signed, Depends(_signed)]


def _takes(model: type[BaseModel]) -> dict[str, Any]:
    """The body of a signed request for the OpenAPI document, since we read it ourselves to check its signature."""
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": model.model_json_schema()}}}}


_TAKES_BYTES = {"requestBody": {"required": True, "content": {"application/octet-stream": {}}}}


def make_app(store: Store, keys: CityKeys) -> FastAPI:
    """The application over a store."""
    app = FastAPI(title="Intake of the neighbourhood kiosk", version="1")
    app.state.store = store

    @app.exception_handler(Refusal)
    async def refused(_: Request, refusal: Refusal) -> Response:
        content = refusal.problem.model_dump(mode="json")
        return JSONResponse(content, refusal.problem.status, media_type=PROBLEM_TYPE)

    @app.exception_handler(RequestValidationError)
    async def misread(request: Request, _: RequestValidationError) -> Response:
        return await refused(request, Refusal(ProblemKind.INVALID, "the request is not what the contract says"))

    @app.get("/v1/limits")
    def limits() -> dict[str, int]:
        """What a terminal may send."""
        return {"part_bytes": MAX_PART_BYTES, "manifest_bytes": MAX_MANIFEST_BYTES, "parts": MAX_PARTS}

    @app.post("/v1/terminals", status_code=201)
    def register(registration: Registration) -> Registered:
        """A terminal introduces itself with a code."""
        terminal = store.register(registration.code, registration.public_key, registration.area, registration.station)
        if terminal is None:
            raise Refusal(ProblemKind.NOT_TRUSTED, "the code is not good, or was used")
        return Registered(terminal=terminal.number, sealing_key=keys.sealing, signing_key=keys.signing_public)

    @app.put("/v1/parts/{digest}", openapi_extra=_TAKES_BYTES)
    def put_part(digest: DigestPath, sender: Sender) -> Response:
        """One sealed part, named by the SHA-256 of its ciphertext; answered by that name."""
        if digest_of(sender.body) != digest:
            raise Refusal(ProblemKind.UNAVAILABLE, "the part did not arrive whole")
        return Response(digest, 201 if store.put_part(digest, sender.body) else 200, media_type="text/plain")

    @app.put("/v1/submissions/{identity}", openapi_extra=_takes(Manifest))
    def put_submission(identity: IdPath, sender: Sender) -> Response:
        """The manifest, once its parts are here: 201, or 200 with the same acknowledgement when it is known."""
        manifest = _manifest(identity, sender)
        stored = store.find(identity)
        if stored is None:
            missing = store.missing(manifest)
            if missing:
                raise Refusal(ProblemKind.MISSING_PARTS, "send these parts first", missing)
            _check_opens(store, keys, manifest)
        now = datetime.now().astimezone()
        stored, new = store.put_submission(
            sender.body, manifest, sender.terminal.area, now, lambda proof: sign(proof, keys.signing)
        )
        if stored.digest != digest_of(sender.body):
            raise Refusal(ProblemKind.CONTENT_CONFLICT, "another submission has this id")
        return Response(stored.acknowledgement, 201 if new else 200, media_type=ACKNOWLEDGEMENT_TYPE)

    @app.post("/v1/submissions/query", openapi_extra=_takes(Query))
    def query(sender: Sender) -> dict[str, str]:
        """Which of these are here: id to digest."""
        return store.known(_parsed(Query, sender.body).ids)

    @app.get("/v1/cases/{number}")
    def case(number: str) -> dict[str, str]:
        """Where a case stands. Nothing personal: whoever holds the number may ask."""
        stored = store.find(number)
        if stored is None or number == stored.id:
            raise Refusal(ProblemKind.NOT_FOUND, "there is no case of this number")
        return {"acceptance_number": stored.acceptance_number, "state": "received", "received": stored.received}

    @app.put("/v1/ratings/{identity}", openapi_extra=_takes(Rating))
    def put_rating(identity: IdPath, sender: Sender) -> Response:
        """An anonymous rating; answered by its id."""
        new = store.put_rating(identity, _parsed(Rating, sender.body))
        return Response(identity, 201 if new else 200, media_type="text/plain")

    @app.get("/v1/ratings/summary")
    def summary() -> dict[str, int]:
        """How many ratings of each level."""
        return {str(level): count for level, count in sorted(store.rating_counts().items())}

    return app


async def _body(request: Request, limit: int) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > limit:
            raise Refusal(ProblemKind.TOO_LARGE, f"more than {limit} bytes")
    return bytes(body)


def _verified(store: Store, request: Request, body: bytes) -> Signed:
    verifier = HTTPMessageVerifier(signature_algorithm=ED25519, key_resolver=_Resolver(store))
    message = _Message(request.method, str(request.url), dict(request.headers))
    try:
        # no limit of age: a terminal's clock may be years off, and every request may be replayed without harm
        [result] = verifier.verify(message, max_age=None, require_components=REQUIRED, body=body)
    except (HTTPMessageSignaturesException, ValueError):
        raise Refusal(ProblemKind.NOT_TRUSTED, "the request is not signed by a registered terminal") from None
    terminal = store.terminal(str(result.parameters["keyid"]))
    if terminal is None:
        raise Refusal(ProblemKind.NOT_TRUSTED, "the terminal is not registered")
    return Signed(terminal, body)


def _manifest(identity: str, sender: Signed) -> Manifest:
    manifest = _parsed(Manifest, sender.body)
    if manifest.id != identity or manifest.terminal != sender.terminal.number:
        raise Refusal(ProblemKind.INVALID, "the manifest is of another submission or terminal")
    if not is_offline_number(manifest.offline_number):
        raise Refusal(ProblemKind.INVALID, "the offline number is none")
    if manifest.parts[0].part != FORM_PART or [part.index for part in manifest.parts] != list(
        range(len(manifest.parts))
    ):
        raise Refusal(ProblemKind.INVALID, "the parts are not the form and then the scans in order")
    return manifest


def _check_opens(store: Store, keys: CityKeys, manifest: Manifest) -> None:
    try:
        data_key = open_key(manifest, keys.opening)
        for entry in manifest.parts:
            open_part(manifest, entry, store.part(entry.digest) or b"", data_key)
    except WireError as error:
        raise Refusal(ProblemKind.INVALID, str(error)) from None


def _parsed(model: type[M], body: bytes) -> M:
    try:
        return parse(model, body)
    except WireError as error:
        raise Refusal(ProblemKind.INVALID, str(error)) from None
