"""Draws the parts of the house and the arrows between them from the code's own imports (grimp, as import-linter does).

python docs/house.py            prints the drawing (Mermaid)
python docs/house.py --write    puts it into docs/architecture.md
"""

from __future__ import annotations

from collections.abc import Iterable

import grimp
from generated import Parts

PACKAGES = ("kiosk", "drivers", "ui", "offline_queue", "config", "intake")

BASIS = tuple(
    f"kiosk.{name}"
    for name in (
        *("words", "exits", "crashes", "starts", "pulse", "reading_in"),
        *("device_host", "device_drivers", "device_counters", "catalogue_in_use"),
    )
)
"""What everything in kiosk may use."""

ROOMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("kiosk/visit (pure)", ("kiosk.visit",)),
    ("kiosk/page (values)", ("kiosk.page", "kiosk.intents")),
    ("kiosk/pages, slip", ("kiosk.pages", "kiosk.search", "kiosk.receipt", "kiosk.printing")),
    ("kiosk/staff", ("kiosk.staff",)),
    ("kiosk/audit", ("kiosk.audit", "kiosk.audit_witness")),
    ("kiosk/doctor", ("kiosk.doctor",)),
    ("kiosk/rehearsal", ("kiosk.rehearsal",)),
    ("kiosk/commands", ("kiosk.commands", "kiosk.cli")),
    ("kiosk/terminal", ("kiosk.terminal", "kiosk.mailbox", "kiosk.running")),
    ("kiosk/setup", ("kiosk.setup", "kiosk.first_start")),
    ("kiosk/lockdown", ("kiosk.lockdown",)),
    ("kiosk/words, device_host, pulse, …", BASIS),
    ("kiosk/shell and desks", ("kiosk",)),
    ("drivers/simulators", ("drivers.simulators",)),
    ("drivers", ("drivers",)),
    ("ui (QML)", ("ui",)),
    ("offline_queue", ("offline_queue",)),
    ("config", ("config",)),
    ("intake (the city)", ("intake",)),
)
"""What is drawn as one room, and the modules that live in it; a module lives in the first that fits."""


def room_of(module: str) -> int:
    """The number of a module's room."""
    return next(
        number
        for number, (_, homes) in enumerate(ROOMS)
        if any(module == home or module.startswith(f"{home}.") for home in homes)
    )


def arrows() -> set[tuple[int, int]]:
    """Which room imports from which, by its modules' imports; those for type checkers alone are none."""
    # grimp's cache is not kept apart by options: after lint-imports it may tell of yesterday's imports
    graph = grimp.build_graph(*PACKAGES, exclude_type_checking_imports=True, cache_dir=None)
    found = set()
    for module in graph.modules:
        for imported in graph.find_modules_directly_imported_by(module):
            found.add((room_of(module), room_of(imported)))
    return {(above, below) for above, below in found if above != below}


def needed(found: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """The arrows that no way over other rooms tells already, so that the drawing can be read."""
    all_arrows = set(found)

    def reached(start: int, left_out: tuple[int, int]) -> set[int]:
        seen, ahead = set(), [start]
        while ahead:
            here = ahead.pop()
            for arrow in all_arrows - {left_out}:
                if arrow[0] == here and arrow[1] not in seen:
                    seen.add(arrow[1])
                    ahead.append(arrow[1])
        return seen

    return {arrow for arrow in all_arrows if arrow[1] not in reached(arrow[0], arrow)}


def drawing() -> str:
    """The drawing, as it stands in the document."""
    rooms = "\n".join(f'    r{number}["{name}"]' for number, (name, _) in enumerate(ROOMS))
    lines = "\n".join(f"    r{above} --> r{below}" for above, below in sorted(needed(arrows())))
    return f"```mermaid\nflowchart TD\n{rooms}\n{lines}\n```"


PARTS = Parts("architecture.md", __file__, {"house": drawing})

if __name__ == "__main__":
    PARTS.main()
