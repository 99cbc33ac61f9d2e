"""The catalogue that ships, and what its rules say of somebody."""

from __future__ import annotations

from config import catalogue
from config.rules import holds

CATALOGUE = catalogue.load()
SOMEBODY = {"age": 40, "sex": "male", "document": "resident"}


def service(name):
    found = CATALOGUE.find(f"jn-{name}")
    assert found is not None
    return found


def held(name, items, facts):
    """The ids of the items whose condition is true, in their order."""
    one = service(name)
    known = {**SOMEBODY, **facts}
    return [item.id for item in getattr(one, items) if item.when is None or holds(item.when, known, one.known)]


def promised(name, facts):
    one = service(name)
    known = {**SOMEBODY, **facts}
    return next((limit for limit in one.limits if holds(limit.when, known, one.known)), one.limit)
