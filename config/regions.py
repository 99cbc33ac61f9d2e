"""The provinces of the whole country and what is directly below them, as data beside this file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from config.divisions import Division

FILE = Path(__file__).with_name("regions.json")

PROVINCE = 2
"""Digits by which a code tells its province (GB/T 2260); of the province itself zeros follow."""


class Regions:
    """Provinces, prefectures and cities. A municipality stands alone: picking it is enough."""

    def __init__(self, regions: Sequence[Division]) -> None:
        self._by_code = {region.code: region for region in regions}
        self._children: dict[str, list[Division]] = {}
        for region in regions:
            self._children.setdefault("" if is_province(region.code) else province_of(region.code), []).append(region)

    def within(self, code: str) -> tuple[Division, ...]:
        """What is directly below a province; below the empty code, the provinces."""
        return tuple(self._children.get(code, ()))

    def path(self, code: str) -> tuple[Division, ...]:
        """The province and, of a narrower code, what was picked below it; empty when there is no such code."""
        if code not in self._by_code:
            return ()
        whole = (self._by_code[province_of(code)], self._by_code[code])
        return whole[1:] if is_province(code) else whole

    def is_answer(self, code: str) -> bool:
        """Whether nothing narrower can be picked."""
        return code in self._by_code and code not in self._children

    def listed(self, code: str) -> str:
        """Below which code the list lies in which a code is picked, or from which more is to be picked."""
        province = province_of(code) if code else ""
        return province if province in self._children else ""

    def name(self, code: str) -> str:
        """Province and city as written in an address; empty when there is no such code."""
        return "".join(region.name for region in self.path(code))


def province_of(code: str) -> str:
    """The code of the province in which a region lies."""
    return f"{code[:PROVINCE]:0<6}"


def is_province(code: str) -> bool:
    """Whether a code is that of a whole province, municipality or special administrative region."""
    return code == province_of(code)


@cache
def regions() -> Regions:
    """The regions that ship with the program; read when first needed."""
    data: Mapping[str, object] = json.loads(FILE.read_text("utf-8"))
    rows = data["regions"]
    assert isinstance(rows, list)  # noqa: S101 - our own file
    return Regions([Division(*row) for row in rows])
