"""What stands on a page value, for players of scenarios."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date

from kiosk.page import DateBody, Page


def texts(value: object) -> list[str]:
    """Every text inside a page value."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for item in value for text in texts(item)]
    if is_dataclass(value) and not isinstance(value, type):
        return [text for item in fields(value) for text in texts(getattr(value, item.name))]
    return []


def turned(day: date, page: Page) -> str:
    """What the wheels of a page send when they are turned to a day: where they have no days, its month."""
    month_alone = isinstance(page.body, DateBody) and page.body.days == 0
    return day.isoformat()[: 7 if month_alone else None]
