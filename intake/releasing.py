"""Where terminals find releases of their program. Open to everybody, so that any cache may hand them on."""

from __future__ import annotations

import re
from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Request, Response

from intake.releases import Releases
from intake.signed import DigestPath, Refusal
from offline_queue.releases import MEDIA_TYPE, PIECE, Architecture
from offline_queue.wire import ProblemKind

router = APIRouter()

VersionPath = Annotated[str, Path(pattern=r"^[0-9]{1,4}(\.[0-9]{1,4}){1,3}$")]

_NOTE: dict[int | str, dict[str, Any]] = {200: {"description": "A Release, signed", "content": {MEDIA_TYPE: {}}}}
_PIECE: dict[int | str, dict[str, Any]] = {
    206: {"description": "Those bytes", "content": {"application/octet-stream": {}}},
}
_RANGE = re.compile(r"bytes=([0-9]{1,12})-([0-9]{1,12})", re.ASCII)


@router.get("/v1/releases/{architecture}", responses=_NOTE, response_class=Response)
def newest(architecture: Architecture, request: Request) -> Response:
    """The newest release for a processor."""
    return _note(_releases(request).newest(architecture))


@router.get("/v1/releases/{architecture}/{version}", responses=_NOTE, response_class=Response)
def of_version(architecture: Architecture, version: VersionPath, request: Request) -> Response:
    """The release of a version: what a terminal that runs it goes back to."""
    return _note(_releases(request).note(architecture, version))


@router.get("/v1/packages/{digest}", status_code=206, responses=_PIECE, response_class=Response)
def package(
    digest: DigestPath, request: Request, range_: Annotated[str, Header(alias="Range", max_length=60)] = ""
) -> Response:
    """A piece of a package: the bytes that `Range: bytes=FIRST-LAST` names, 1 MiB at most."""
    releases = _releases(request)
    size = releases.package_size(digest)
    if size is None:
        raise Refusal(ProblemKind.NOT_FOUND, "there is no such package")
    asked = _RANGE.fullmatch(range_)
    first, last = (int(asked[1]), min(int(asked[2]), size - 1)) if asked else (0, -1)
    if not first <= last < first + PIECE:
        raise Refusal(ProblemKind.INVALID, f"ask for a range of at most {PIECE} bytes that are there")
    headers = {"Content-Range": f"bytes {first}-{last}/{size}", "ETag": f'"{digest}"', "Cache-Control": "immutable"}
    content = releases.piece(digest, first, last - first + 1)
    return Response(content, 206, headers=headers, media_type="application/octet-stream")


def _note(note: bytes | None) -> Response:
    if note is None:
        raise Refusal(ProblemKind.NOT_FOUND, "no such release is published")
    return Response(note, headers={"Cache-Control": "no-cache"}, media_type=MEDIA_TYPE)


def _releases(request: Request) -> Releases:
    releases: Releases = request.app.state.releases
    return releases
