"""The reference intake: the city's side of the contract over HTTP."""

from __future__ import annotations

import base64
import time
from datetime import date, datetime
from typing import Annotated, Any

from fastapi import FastAPI, Header, Path, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException

from intake import answers, inbox, published, releasing, uploads, verifying
from intake.cases import Cases
from intake.catalogues import Catalogues
from intake.filing import Filing, filing
from intake.held import Held
from intake.keys import CityKeys
from intake.letters import Letters
from intake.objects import storage_errors
from intake.pacing import Pacer
from intake.releases import Releases
from intake.results import Results
from intake.services import Services
from intake.sharing import Sharing
from intake.signed import DigestPath, IdPath, PacedSender, Refusal, Sender, Signed, parsed
from intake.store import Store, Stored
from offline_queue.health import Health
from offline_queue.limits import OWN, Limits
from offline_queue.news import News
from offline_queue.numbers import is_offline_number
from offline_queue.sealing import open_key, open_part
from offline_queue.wire import (
    ACKNOWLEDGEMENT_TYPE,
    FORM_PART,
    KEYS_TYPE,
    PROBLEM_TYPE,
    Acknowledgement,
    Known,
    Manifest,
    Problem,
    ProblemKind,
    Query,
    Registered,
    Registration,
    WireError,
    digest_of,
    sign,
    verify,
)

SLOTS = 64
RATE = 1 << 20
"""How many terminals empty their queues at a time in one worker, and bytes a second reckoned for each."""


def _takes(model: type[BaseModel]) -> dict[str, Any]:
    """The body of a signed request for the OpenAPI document, since we read it ourselves to check its signature."""
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": model.model_json_schema()}}}}


_TAKES_BYTES = {"requestBody": {"required": True, "content": {"application/octet-stream": {}}}}
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "description": "A problem (RFC 9457), application/problem+json"}
    for status in (401, 404, 409, 410, 413, 422, 503)
}


def make_app(
    store: Store,
    keys: CityKeys,
    slots: int = SLOTS,
    rate: float = RATE,
    limits: Limits = OWN,
    public_url: str = "",
) -> FastAPI:
    """The application over a store. `slots` and `rate` are those of pacing.Pacer.

    `public_url`: under which residents' telephones reach the pages of proofs; without one where terminals do.
    """
    app = FastAPI(title="Intake of the neighbourhood kiosk", version="1", responses=_PROBLEMS, lifespan=uploads.swept)
    app.state.store = store
    app.state.keys = keys
    app.state.limits = limits
    app.state.letters = Letters(store.engine)
    app.state.services = Services(store.engine)
    app.state.results = Results(store.engine)
    app.state.public_url = public_url
    app.state.held = Held(store.engine, keys.held)
    app.state.cases = Cases(store.engine, keys.held)
    app.state.catalogues = Catalogues(store.engine, store.objects)
    app.state.releases = Releases(store.engine, store.objects)
    app.state.pacer = Pacer(slots, rate, time.monotonic)

    @app.exception_handler(Refusal)
    async def refused(_: Request, refusal: Refusal) -> Response:
        content = refusal.problem.model_dump(mode="json")
        return JSONResponse(content, refusal.problem.status, headers=refusal.headers, media_type=PROBLEM_TYPE)

    @app.exception_handler(RequestValidationError)
    async def misread(request: Request, _: RequestValidationError) -> Response:
        return await refused(request, Refusal(ProblemKind.INVALID, "the request is not what the contract says"))

    @app.exception_handler(HTTPException)
    async def not_ours(request: Request, error: HTTPException) -> Response:
        # the framework's own words, for a body it cannot decode or a path it does not know, are no problem documents
        known = error.status_code not in (404, 405)
        title = "the request cannot be read" if known else "there is nothing here"
        return await refused(request, Refusal(ProblemKind.INVALID if known else ProblemKind.NOT_FOUND, title))

    async def out_of_order(request: Request, _: Exception) -> Response:
        # nobody's own affair: without this each submission would be tried by itself, and all of them in turn
        return await refused(request, Refusal(ProblemKind.UNAVAILABLE, "the storage is out of order"))

    for trouble in (OperationalError, PoolTimeout, OSError, *storage_errors()):
        app.add_exception_handler(trouble, out_of_order)

    _add_terminals(app, store, keys)
    _add_submissions(app, store, keys)
    app.include_router(inbox.router)
    app.include_router(published.router)
    app.include_router(uploads.router)
    app.include_router(answers.router)
    app.include_router(verifying.router)
    app.include_router(releasing.router)
    return app


def _add_terminals(app: FastAPI, store: Store, keys: CityKeys) -> None:
    @app.get("/v1/limits")
    def limits() -> Limits:
        """What a terminal may send."""
        taken: Limits = app.state.limits
        return taken

    @app.get("/v1/keys")
    def city_keys() -> Response:
        """The city's keys: a JWS a line, the same content signed by each key that a terminal may know."""
        return Response(keys.signed_public(), media_type=KEYS_TYPE)

    @app.post("/v1/terminals", status_code=201)
    def register(registration: Registration) -> Registered:
        """A terminal introduces itself with a code."""
        try:
            right = len(base64.b64decode(registration.public_key, validate=True)) == 32
        except ValueError:
            right = False
        if not right:
            raise Refusal(ProblemKind.INVALID, "the public key is no Ed25519 key")
        terminal = store.register(registration.code, registration.public_key, registration.area, registration.station)
        if terminal is None:
            raise Refusal(ProblemKind.NOT_TRUSTED, "the code is not good, or was used")
        return Registered(terminal=terminal.number, **dict(keys.public))

    @app.put("/v1/terminals/self/health", status_code=204, openapi_extra=_takes(Health))
    def put_health(sender: Sender) -> None:
        """How the terminal is."""
        store.put_health(sender.terminal.number, parsed(Health, sender.body), datetime.now().astimezone())

    @app.get("/v1/terminals/self/news/{after}", response_model_exclude_defaults=True)
    def news(after: Annotated[int, Path(ge=0, lt=2**31)], sender: Sender) -> News:
        """What is new for the terminal since `after`."""
        letters: Letters = app.state.letters
        return letters.news(sender.terminal.number, after, date.today())


def _add_submissions(app: FastAPI, store: Store, keys: CityKeys) -> None:
    @app.put("/v1/parts/{digest}", openapi_extra=_TAKES_BYTES, status_code=201)
    def put_part(
        digest: DigestPath, sender: PacedSender, upload_complete: Annotated[str | None, Header()] = None
    ) -> Response:
        """One sealed part, named by the SHA-256 of its ciphertext; answered by that name.

        Empty and with `Upload-Complete: ?0` it begins a part that comes in pieces.
        """
        if upload_complete == "?0" and not sender.body:
            return uploads.begin(store, digest, app.state.limits.part_bytes)
        if digest_of(sender.body) != digest:
            # its signature covers these very bytes, so no line has changed them
            raise Refusal(ProblemKind.INVALID, "the part has another name than its bytes")
        return Response(digest, 201 if store.put_part(digest, sender.body) else 200, media_type="text/plain")

    @app.put("/v1/submissions/{identity}", openapi_extra=_takes(Manifest), status_code=201)
    def put_submission(
        identity: IdPath, sender: PacedSender, kiosk_acknowledgement: Annotated[str, Header(max_length=4096)] = ""
    ) -> Response:
        """The manifest, once its parts are here: 201, or 200 with the same acknowledgement when it is known."""
        manifest = _manifest(identity, sender, app.state.limits)
        known, filed = store.find(identity), None
        if known is not None:
            refuse_withdrawn(store, known, manifest, digest_of(sender.body))
        else:
            missing = store.missing(manifest)
            if missing:
                raise Refusal(ProblemKind.MISSING_PARTS, "send these parts first", missing)
            filed = check_opens(store, keys, manifest)
        done = store.put_submission(
            sender.body,
            manifest,
            sender.terminal.area,
            datetime.now().astimezone(),
            lambda proof: sign(proof, keys.signing[0]),
            _earlier(keys, kiosk_acknowledgement, identity, digest_of(sender.body)),
            filed,
        )
        if done is None or done[0].digest != digest_of(sender.body):
            raise Refusal(ProblemKind.CONTENT_CONFLICT, "another submission has this id or offline number")
        stored, new = done
        refuse_withdrawn(store, stored, manifest, digest_of(sender.body))
        return Response(stored.acknowledgement, 201 if new else 200, media_type=ACKNOWLEDGEMENT_TYPE)

    @app.post("/v1/submissions/query", openapi_extra=_takes(Query))
    def query(sender: Sender) -> Known:
        """Which of these are here."""
        return Known(known=store.known(parsed(Query, sender.body).ids))


def _manifest(identity: str, sender: Signed, limits: Limits) -> Manifest:
    manifest = parsed(Manifest, sender.body)
    if manifest.id != identity or manifest.terminal != sender.terminal.number:
        raise Refusal(ProblemKind.INVALID, "the manifest is of another submission or terminal")
    check_form(manifest)
    if refusal := limits.refusal([part.size for part in manifest.parts], []):
        raise Refusal(ProblemKind.TOO_LARGE, refusal)
    if refusal := limits.refusal([], [part.media_type for part in manifest.parts[1:]]):
        raise Refusal(ProblemKind.INVALID, refusal)
    return manifest


def check_form(manifest: Manifest) -> None:
    """The rules of a manifest that its model cannot say, beside a city's limits. Raises Refusal."""
    if not is_offline_number(manifest.offline_number):
        raise Refusal(ProblemKind.INVALID, "the offline number is none")
    if manifest.parts[0].part != FORM_PART or [part.index for part in manifest.parts] != list(
        range(len(manifest.parts))
    ):
        raise Refusal(ProblemKind.INVALID, "the parts are not the form and then the scans in order")


def check_opens(store: Store, keys: CityKeys, manifest: Manifest) -> Filing:
    """That a submission opens with our keys; what is kept of its form. Raises Refusal."""
    form = b""
    try:
        data_key = open_key(manifest, keys.opening_for(manifest.key_id))
        for entry in manifest.parts:
            opened = open_part(manifest, entry, store.part(entry.digest) or b"", data_key)
            form = form or opened
    except WireError as error:
        raise Refusal(ProblemKind.INVALID, str(error)) from None
    return filing(form, keys.held, Sharing(Held(store.engine, keys.held), keys.signing_public))


def refuse_withdrawn(store: Store, stored: Stored, manifest: Manifest, digest: str) -> None:
    """A submission that was withdrawn does not come back, nor do its parts, which came before it. Raises Refusal."""
    if stored.withdrawn is None:
        return
    if stored.digest == digest:
        store.drop_parts(manifest)
    raise Refusal(ProblemKind.WITHDRAWN, "it was withdrawn")


def _earlier(keys: CityKeys, token: str, identity: str, digest: str) -> tuple[Acknowledgement, bytes] | None:
    """An acknowledgement that we gave before and, after a loss of ours, are shown again."""
    try:
        proof = verify(Acknowledgement, token.encode(), keys.signing_public)
    except WireError:
        return None
    return (proof, token.encode()) if (proof.id, proof.digest) == (identity, digest) else None
