"""What the files of a catalogue say of each other that nothing can be shown without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from config.items import AnyItem

Disagreement = tuple[str, str, str]
"""The code of a file, the key there, and what is wrong."""


def disagreements(items: Sequence[AnyItem]) -> Iterator[Disagreement]:
    """Codes and groups that are there twice, and services that a package names and that are not there."""
    times = Counter(item.code for item in items)
    yield from ((code, "code", f"the code {code} is used twice") for code, number in times.items() if number > 1)
    known = {item.code for item in items if item.kind == "service"}
    for item in items:
        if item.kind == "package":
            for part in item.services:
                if part.code not in known:
                    yield item.code, f"services.{part.code}.code", f"names {part.code}, which is no service"
    seen: set[str] = set()
    for item in items:
        if item.kind == "groups":
            yield from (
                (item.code, f"groups.{one.id}", "this group is there twice") for one in item.groups if one.id in seen
            )
            seen |= {one.id for one in item.groups}
