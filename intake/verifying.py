"""The page on which anyone who was handed a proof sees that it is genuine: no more of its person than half a name."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from intake.results import Results

router = APIRouter()

LANGUAGES = ("zh", "en")
"""Both stand on the one page: whoever verifies a proof did not choose its language."""

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}

TokenPath = Annotated[str, Path(max_length=100)]


@router.get("/v/{token}", include_in_schema=False)
def verify(token: TokenPath, request: Request) -> HTMLResponse:
    """The proof of a token, in both languages; what the contract names as `url` of a result."""
    results: Results = request.app.state.results
    proof = results.proof(token)
    state = "unknown" if proof is None else proof.state(date.today())
    page = _page().render(proof=proof, state=state, languages=[(lang, _words(lang)) for lang in LANGUAGES])
    return HTMLResponse(page, 404 if proof is None else 200, headers=_HEADERS)


@cache
def _page() -> Any:
    loader = PackageLoader("intake", "verify_page")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("page.html")


@cache
def _words(lang: str) -> dict[str, Any]:
    return tomllib.loads(files("intake").joinpath(f"verify_page/{lang}.toml").read_text("utf-8"))
