"""What the city publishes of its own work: how residents judged it, and how much of it was done."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Request

from intake.figures import FEWEST, Figures
from offline_queue.news import MonthFigures

router = APIRouter()

MonthPath = Annotated[str, Path(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]


@router.get("/v1/ratings/summary")
def summary(request: Request) -> dict[str, int | Literal["few"]]:
    """How many ratings of each level; "few" for less than five."""
    counts = reversed(_figures(request).ratings())
    return {level: count if count >= FEWEST else "few" for level, count in counts if count}


@router.get("/v1/figures/{month}")
def figures(month: MonthPath, request: Request) -> MonthFigures:
    """Ratings, good ones among them, and cases settled in a month."""
    return _figures(request).month(month)


def _figures(request: Request) -> Figures:
    return Figures(request.app.state.store.engine)
