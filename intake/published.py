"""What the city publishes of its own work: how residents judged it, and how much of it was done."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request

from intake.figures import Figures
from offline_queue.wire import MonthFigures

router = APIRouter()

MonthPath = Annotated[str, Path(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]


@router.get("/v1/ratings/summary")
def summary(request: Request) -> dict[str, int]:
    """How many ratings of each level."""
    return {level: count for level, count in reversed(_figures(request).ratings()) if count}


@router.get("/v1/figures/{month}")
def figures(month: MonthPath, request: Request) -> MonthFigures:
    """Ratings, good ones among them, and cases settled in a month."""
    return _figures(request).month(month)


def _figures(request: Request) -> Figures:
    return Figures(request.app.state.store.engine)
