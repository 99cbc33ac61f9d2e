"""Where residents live: the city's divisions, from district over street to community, as data beside this file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("divisions.json")

DISTRICT, STREET, COMMUNITY = 6, 9, 12
"""Digits of a code by its level (GB/T 2260, GB/T 10114, and the communities of the statistics)."""

_PARENT = {STREET: DISTRICT, COMMUNITY: STREET, DISTRICT: 0}


@dataclass(frozen=True)
class Division:
    """A district, street or community. `latin` is its name in pinyin, for those who read no Chinese."""

    code: str
    name: str
    latin: str

    @property
    def initial(self) -> str:
        """The letter under which it is looked for."""
        return self.latin[0]


@dataclass(frozen=True, repr=False)
class Locality:
    """What was picked of an address, from the district on.

    `open`: a narrower division is still to be picked. `unlisted`: it is none of the list, the resident writes it.
    """

    city: str = ""
    path: tuple[Division, ...] = ()
    open: bool = True
    unlisted: bool = False

    @property
    def code(self) -> str:
        """The code of the narrowest division picked."""
        return self.path[-1].code if self.path else ""

    @property
    def words(self) -> str:
        """As written in front of a house number."""
        return self.city + "".join(division.name for division in self.path)

    @property
    def above(self) -> Locality:
        """One level wider, to pick again from there."""
        return Locality(self.city, self.path if self.unlisted else self.path[:-1])


NOWHERE = Locality()
"""Nothing picked yet."""

UNLISTED = "*"
"""Behind a code: the narrower division is not in the list, the resident writes it."""


class Divisions:
    """All divisions of a city."""

    def __init__(self, city: str, divisions: Sequence[Division]) -> None:
        self.city = city
        self._by_code = {division.code: division for division in divisions}
        self._children: dict[str, list[Division]] = {}
        for division in divisions:
            self._children.setdefault(division.code[: _PARENT[len(division.code)]], []).append(division)

    def within(self, code: str) -> tuple[Division, ...]:
        """The divisions directly below one; below the empty code, the districts."""
        return tuple(self._children.get(code, ()))

    def place(self, value: str) -> Locality | None:
        """The place of a code, closed when `*` stands behind it or nothing is below it; None when there is none."""
        code = value.removesuffix(UNLISTED)
        if code and code not in self._by_code:
            return None
        path = tuple(self._by_code[code[:length]] for length in (DISTRICT, STREET, COMMUNITY) if len(code) >= length)
        unlisted = value != code and bool(path)
        return Locality(self.city, path, open=code in self._children and not unlisted, unlisted=unlisted)


@cache
def divisions() -> Divisions:
    """The divisions that ship with the program; read when first needed."""
    data: Mapping[str, object] = json.loads(FILE.read_text("utf-8"))
    rows = data["divisions"]
    assert isinstance(rows, list)  # noqa: S101 - our own file
    return Divisions(f"{data['province']}{data['city']}", [Division(*row) for row in rows])
