"""What terminals ask the city for beside sending: the catalogue, papers that it holds of a person, and cases."""

from __future__ import annotations

import gzip
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response
from pydantic import BaseModel

from intake.cases import Cases
from intake.catalogues import Catalogues
from intake.held import Held
from intake.keys import CityKeys
from intake.signed import IdPath, Refusal, Sender, parsed
from intake.store import Store
from offline_queue import cases, catalogue_bundle, results, shared_data
from offline_queue.results import Result
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
_CASES: dict[int | str, dict[str, Any]] = {
    200: {"description": "The person's Cases, signed", "content": {cases.MEDIA_TYPE: {}}}
}


_RESULT: dict[int | str, dict[str, Any]] = {
    200: {"description": "A Result, signed", "content": {results.MEDIA_TYPE: {"schema": Result.model_json_schema()}}}
}


def _asks(model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema()
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


@router.get("/v1/catalogue", responses=_CATALOGUE, response_class=Response)
def get_catalogue(
    request: Request,
    if_none_match: Annotated[str, Header(max_length=1024)] = "",
    accept_encoding: Annotated[str, Header(max_length=1024, include_in_schema=False)] = "",
) -> Response:
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
    headers["Vary"] = "Accept-Encoding"
    if "gzip" in accept_encoding:
        headers["Content-Encoding"] = "gzip"
        document = _packed(latest[1], document)
    return Response(document, headers=headers, media_type=catalogue_bundle.MEDIA_TYPE)


# one version at a time is asked for, by every terminal
_PACKED: dict[str, bytes] = {}


def _packed(digest: str, document: bytes) -> bytes:
    packed = _PACKED.get(digest)
    if packed is None:
        packed = gzip.compress(document, 6)
        _PACKED.clear()
        _PACKED[digest] = packed
    return packed


@router.post("/v1/shared-data", openapi_extra=_asks(SharedDataRequest), responses=_SHARED_DATA, response_class=Response)
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


@router.get("/v1/results/{identity}", responses=_RESULT, response_class=Response)
def get_result(identity: IdPath, request: Request, sender: Sender) -> Response:
    """What an instant service gave for a submission of this terminal, once it is accepted."""
    store: Store = request.app.state.store
    stored = store.find(identity)
    found = request.app.state.results.of_submission(identity, public_url(request))
    if stored is None or found is None or stored.terminal != sender.terminal.number:
        raise Refusal(ProblemKind.NOT_FOUND, "there is no result of this submission")
    keys: CityKeys = request.app.state.keys
    return Response(sign(found, keys.signing[0]), media_type=results.MEDIA_TYPE)


def public_url(request: Request) -> str:
    """Where the pages of proofs are reached."""
    return request.app.state.public_url or str(request.base_url)


@router.get("/v1/cases/{number}", response_model_exclude_defaults=True)
def get_case(request: Request, number: str) -> cases.Case:
    """Where a case stands. Nothing personal: whoever holds the number may ask."""
    filed: Cases = request.app.state.cases
    found = filed.of_number(number)
    if found is None:
        raise Refusal(ProblemKind.NOT_FOUND, "there is no case of this number")
    return found


@router.post("/v1/cases/query", openapi_extra=_asks(cases.CasesRequest), responses=_CASES, response_class=Response)
def ask_cases(request: Request, sender: Sender) -> Response:
    """A person's own cases. Nothing of the question is kept but that it was asked."""
    filed: Cases = request.app.state.cases
    held: Held = request.app.state.held
    keys: CityKeys = request.app.state.keys
    question = parsed(cases.CasesRequest, sender.body)
    now = datetime.now().astimezone()
    if not held.count(sender.terminal.number, "cases", now.date()):
        raise Refusal(ProblemKind.UNAVAILABLE, "this terminal has asked too often today", retry_after=3600)
    try:
        person = cases.open_asker(question, keys.opening_for(question.person.key_id))
    except WireError:
        raise Refusal(ProblemKind.INVALID, "the person does not open") from None
    answer = cases.Cases(
        request=digest_of(sender.body),
        answered_at=now.isoformat(timespec="seconds"),
        cases=filed.of_person(person, public_url(request)),
    )
    return Response(sign(answer, keys.signing[0]), media_type=cases.MEDIA_TYPE)
