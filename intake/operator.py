"""The operator's page: the fleet, its cases, ratings and fault reports, read only and without anyone's personal data.

It has no sign-on of its own: it listens on the loopback, and a city puts it behind whatever its staff sign on with.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from importlib.resources import files
from typing import Any, Literal

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from intake.figures import Condition, Figures, Row

DAYS = 30
"""Days in the plot."""

ON_A_SHEET = 100
"""Rows of a list that are shown at once."""

_CALM = {Condition.WELL, Condition.NEW}

Lang = Literal["zh", "en"]
Show = Callable[..., HTMLResponse]


def make_operator_app(figures: Figures, now: Callable[[], datetime]) -> FastAPI:
    """The pages over the figures of a store."""
    app = FastAPI(title="Operator's page", openapi_url=None)
    words = {lang: words_of(lang) for lang in ("zh", "en")}
    pages = Environment(
        loader=PackageLoader("intake", "operator_page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def show(page: str, lang: str, **values: Any) -> HTMLResponse:
        return HTMLResponse(pages.get_template(f"{page}.html").render(page=page, lang=lang, w=words[lang], **values))

    @app.middleware("http")
    async def guarded(request: Request, call: Any) -> Any:
        answer = await call(request)
        answer.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"
        answer.headers["Cache-Control"] = "no-store"
        return answer

    _add_pages(app, figures, now, show)
    return app


def _add_pages(app: FastAPI, figures: Figures, now: Callable[[], datetime], show: Show) -> None:
    @app.get("/")
    def overview(lang: Lang = "zh") -> HTMLResponse:
        rows = figures.terminals(now())
        ratings = figures.ratings()
        return show(
            "overview",
            lang,
            days=figures.cases_by_day(now().date(), DAYS),
            terminals=len(rows),
            need_help=sum(row.condition not in _CALM for row in rows),
            waiting=sum(row.health.waiting for row in rows if row.health),
            ratings=ratings,
            satisfied=_satisfied(ratings),
            topics=figures.reports_by_topic(),
            stops=figures.stops(10),
            services=figures.cases_by_service(10),
        )

    @app.get("/terminals")
    def terminals(lang: Lang = "zh", condition: Condition | Literal[""] = "", sheet: int = 1) -> HTMLResponse:
        rows = figures.terminals(now())
        chosen = [row for row in rows if not condition or row.condition == condition]
        sheet = max(1, min(sheet, -(-len(chosen) // ON_A_SHEET)))
        first = (sheet - 1) * ON_A_SHEET
        return show(
            "terminals",
            lang,
            total=len(rows),
            conditions=_counted(rows),
            chosen=str(condition),
            rows=chosen[first : first + ON_A_SHEET],
            count=len(chosen),
            first=first + 1,
            sheet=sheet,
        )

    @app.get("/cases")
    def cases(lang: Lang = "zh", number: str = "") -> HTMLResponse:
        number = number.strip()
        return show("cases", lang, rows=figures.cases(ON_A_SHEET, number), number=number)

    @app.get("/letters")
    def letters(lang: Lang = "zh") -> HTMLResponse:
        return show("letters", lang, rows=figures.letters(ON_A_SHEET))


def words_of(lang: str) -> dict[str, Any]:
    return tomllib.loads(files("intake").joinpath(f"operator_page/{lang}.toml").read_text("utf-8"))


def _satisfied(ratings: list[tuple[str, int]]) -> int | None:
    """Per cent of the ratings that are "fairly satisfied" or better (levels 3 to 5 of 好差评); None of none."""
    total = sum(count for _, count in ratings)
    return round(100 * sum(count for level, count in ratings if int(level) >= 3) / total) if total else None


def _counted(rows: list[Row]) -> list[tuple[str, int]]:
    counts = Counter(row.condition for row in rows)
    return [(condition.value, counts[condition]) for condition in Condition if counts[condition]]
