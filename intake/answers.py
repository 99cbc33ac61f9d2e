"""What terminals ask the city for beside sending: the catalogue, and which papers of a person it holds already."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response

from intake.catalogues import Catalogues
from intake.held import Held
from intake.keys import CityKeys
from intake.signed import Refusal, Sender, parsed
from offline_queue import catalogue_bundle, shared_data
from offline_queue.shared_data import SharedData, SharedDataRequest, open_person
from offline_queue.wire import ProblemKind, WireError, digest_of, sign

router = APIRouter()

_CATALOGUE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The catalogue", "content": {catalogue_bundle.MEDIA_TYPE: {"schema": {"type": "object"}}}},
    304: {"description": "What If-None-Match names is still the newest"},
}
_SHARED_DATA: dict[int | str, dict[str, Any]] = {
    200: {"description": "A SharedData, signed", "content": {shared_data.MEDIA_TYPE: {}}}
}
_ASKS = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": SharedDataRequest.model_json_schema()}},
    }
}


@router.get("/v1/catalogue", responses=_CATALOGUE, response_class=Response)
def get_catalogue(request: Request, if_none_match: Annotated[str, Header(max_length=1024)] = "") -> Response:
    """The services that can be applied for: a signed document, whose ETag is its SHA-256. Open to everybody."""
    catalogues: Catalogues = request.app.state.catalogues
    latest = catalogues.latest()
    if latest is None:
        raise Refusal(ProblemKind.NOT_FOUND, "no catalogue is published; what terminals ship with holds")
    headers = {"ETag": f'"{latest[1]}"', "Cache-Control": "no-cache"}
    known = {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
    if known & {headers["ETag"], "*"}:
        return Response(status_code=304, headers=headers)
    document = catalogues.document(latest[1])
    if document is None:
        raise Refusal(ProblemKind.UNAVAILABLE, "the catalogue cannot be read now", retry_after=60)
    return Response(document, headers=headers, media_type=catalogue_bundle.MEDIA_TYPE)


@router.post("/v1/shared-data", openapi_extra=_ASKS, responses=_SHARED_DATA, response_class=Response)
def ask_shared_data(request: Request, sender: Sender) -> Response:
    """Which papers the city holds of a person already. Nothing of the question is kept but that it was asked."""
    held: Held = request.app.state.held
    keys: CityKeys = request.app.state.keys
    question = parsed(SharedDataRequest, sender.body)
    now = datetime.now().astimezone()
    if not held.count(sender.terminal.number, question.service_code, now.date()):
        raise Refusal(ProblemKind.UNAVAILABLE, "this terminal has asked too often today", retry_after=3600)
    try:
        person = open_person(question, keys.opening_for(question.person.key_id))
    except WireError:
        raise Refusal(ProblemKind.INVALID, "the person does not open") from None
    answer = SharedData(
        request=digest_of(sender.body),
        answered_at=now.isoformat(timespec="seconds"),
        materials=held.look(person, question.materials, now.date()),
    )
    return Response(sign(answer, keys.signing[0]), media_type=shared_data.MEDIA_TYPE)
