"""Where letters of terminals are taken in."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from intake.letters import Letters
from intake.services import Services
from intake.signed import IdPath, Refusal, Sender, parsed
from intake.store import Store
from offline_queue.letters import Assistance, Rating, Report, Stop
from offline_queue.wire import ProblemKind

router = APIRouter()

_KNOWN: dict[int | str, dict[str, Any]] = {
    200: {"description": "It was here already", "content": {"text/plain": {"schema": {"type": "string"}}}}
}


def _takes(model: type[BaseModel]) -> dict[str, Any]:
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": model.model_json_schema()}}}}


def _letters(request: Request) -> Letters:
    letters: Letters = request.app.state.letters
    return letters


def _told(identity: str, new: bool) -> Response:
    return Response(identity, 201 if new else 200, media_type="text/plain")


@router.put("/v1/ratings/{identity}", openapi_extra=_takes(Rating), status_code=201, responses=_KNOWN)
def put_rating(identity: IdPath, request: Request, sender: Sender) -> Response:
    """An anonymous rating; answered by its id."""
    return _told(identity, _letters(request).put_rating(identity, parsed(Rating, sender.body)))


@router.put("/v1/stops/{identity}", openapi_extra=_takes(Stop), status_code=201, responses=_KNOWN)
def put_stop(identity: IdPath, request: Request, sender: Sender) -> Response:
    """Someone could not go on at a terminal, nobody knows who; answered by its id."""
    return _told(identity, _letters(request).put_stop(identity, parsed(Stop, sender.body)))


@router.put("/v1/reports/{identity}", openapi_extra=_takes(Report), status_code=201, responses=_KNOWN)
def put_report(identity: IdPath, request: Request, sender: Sender) -> Response:
    """A fault report, whose picture is here already; answered by its id."""
    report = parsed(Report, sender.body)
    store: Store = request.app.state.store
    if report.picture is not None and store.objects.size(report.picture.digest) != report.picture.size:
        raise Refusal(ProblemKind.MISSING_PARTS, "send the picture first", (report.picture.digest,))
    return _told(identity, _letters(request).put_report(identity, sender.terminal.number, report))


@router.put("/v1/assistance/{identity}", openapi_extra=_takes(Assistance), status_code=201, responses=_KNOWN)
def put_assistance(identity: IdPath, request: Request, sender: Sender) -> Response:
    """A request for assistance, which goes to an office; answered by its id."""
    wanted = parsed(Assistance, sender.body)
    services: Services = request.app.state.services
    office = services.office_for(wanted.service_code, wanted.office)
    return _told(identity, _letters(request).put_assistance(identity, sender.terminal.number, wanted, office))
