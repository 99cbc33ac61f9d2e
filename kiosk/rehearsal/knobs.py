"""Everything that can be turned on the bench, by name: one list for scenarios, page and tests.

A knob is an attribute of a simulator or the line (`printer.cover_open`), found by its type; beside them: deeds
(`reader.unplug`), the faults of the reader (`reader.fault`), how a paper lies (`camera.condition`), the clock.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from drivers.id_card_reader.samv_wire import Command
from drivers.simulators.module_logic import Fault
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.clock import Clock
from kiosk.rehearsal.conditions import CONDITIONS, condition_of, make_so
from kiosk.rehearsal.line import Mode

ALWAYS = "always "
"""Before a fault's name: until the faults are cleared, not only the next answer."""

CLOCK = "clock.at"
"""The terminal's time: a local time in ISO, from which it goes on; empty for the real one."""

_NUMBERS = frozenset(
    {
        "printer.near_end_after_mm",
        "printer.runs_out_after_mm",
        "printer.cover_opens_after_mm",
        "printer.bytes_per_second",
        "reader.fingers",
        "reader.baud",
    }
)
"""Numbers that may be nothing (an empty value)."""

_DEEDS: dict[str, Callable[[Bench], object]] = {
    "camera.plug": lambda bench: bench.camera.plug(),
    "camera.unplug": lambda bench: bench.camera.unplug(),
    "reader.clear_faults": lambda bench: bench.reader.clear_faults(),
    "reader.plug": lambda bench: bench.reader.plug(),
    "reader.unplug": lambda bench: bench.reader.unplug(),
    "printer.plug": lambda bench: bench.printer.plug(),
    "printer.take_slip": lambda bench: bench.take_slip(),
    "printer.unplug": lambda bench: bench.printer.unplug(),
}


class KnobError(ValueError):
    """There is no such knob, or it does not take this value; the text names what there is."""


@dataclass(frozen=True)
class Knob:
    """One knob as it stands. `choices` are the values it takes; empty for a number, or for a deed (`value` None)."""

    name: str
    value: str | float | bool | None
    choices: tuple[str, ...] = ()


def knobs(bench: Bench) -> list[Knob]:
    """All of them, by name."""
    faults = tuple(fault.value for fault in Fault)
    found = [Knob("reader.fault", "", (*faults, *(ALWAYS + fault for fault in faults)))]
    found += [Knob("camera.condition", condition_of(bench.camera), tuple(CONDITIONS)), Knob(CLOCK, bench.clock.at)]
    found += [Knob(f"reader.status.{command.name.lower()}", 0.0) for command in Command]
    found += [Knob(name, None) for name in _DEEDS]
    for prefix, simulator in _simulators(bench).items():
        for attribute, value in vars(simulator).items():
            name = f"{prefix}.{attribute}"
            if attribute.startswith("_") or attribute in ("url", "pty", "slips", "retracted", "outlet", "watching"):
                continue
            if isinstance(value, Enum):
                found.append(Knob(name, str(value.value), tuple(str(item.value) for item in type(value))))
            elif isinstance(value, bool):
                found.append(Knob(name, value, ("false", "true")))
            elif isinstance(value, int | float) or name in _NUMBERS:
                found.append(Knob(name, value if value is not None else ""))
    return sorted(found, key=lambda knob: knob.name)


def turn(bench: Bench, name: str, value: str) -> None:
    """Turn a knob, or do a deed. Raises KnobError."""
    fits(bench, name, value)
    _turn(bench, name, value)
    bench.did({"knobs": {name: value}})


def fits(bench: Bench, name: str, value: str) -> None:
    """Whether there is such a knob, and it takes this value. Raises KnobError."""
    known = {knob.name: knob for knob in knobs(bench)}
    if name not in known:
        raise KnobError(f"there is no {name!r}; there are: {', '.join(known)}")
    choices = known[name].choices
    if choices and value not in choices:
        raise KnobError(f"{name} does not take {value!r}; it takes: {', '.join(choices)}")
    try:
        _read(bench, name, value)
    except ValueError as error:
        raise KnobError(f"{name} does not take {value!r}: {error}") from None


def _read(bench: Bench, name: str, value: str) -> Any:
    """What a value means to its knob. Raises ValueError."""
    prefix, _, attribute = name.partition(".")
    if name in _DEEDS or name in ("camera.condition", "reader.fault"):
        return value
    if name == CLOCK:
        Clock().set(value)
        return value
    if name.startswith("reader.status."):
        return int(value, 16)
    return _fitting(getattr(_simulators(bench)[prefix], attribute), name, value)


def back_to(bench: Bench, usual: Sequence[Knob]) -> None:
    """Every cable in, no fault, and every knob as it is in `usual`."""
    for deed in ("reader.plug", "camera.plug", "printer.plug", "reader.clear_faults"):
        turn(bench, deed, "")
    turn(bench, "camera.condition", "clean")
    now = {knob.name: knob.value for knob in knobs(bench)}
    for knob in usual:
        if knob.value is not None and knob.name != "camera.condition" and now[knob.name] != knob.value:
            turn(bench, knob.name, str(knob.value).lower() if isinstance(knob.value, bool) else str(knob.value))


def _turn(bench: Bench, name: str, value: str) -> None:
    meant = _read(bench, name, value)
    if name in _DEEDS:
        _DEEDS[name](bench)
    elif name == CLOCK:
        bench.clock.set(value)
    elif name == "camera.condition":
        make_so(bench.camera, value)
    elif name == "reader.fault":
        bench.reader.fault(Fault(value.removeprefix(ALWAYS)), None if value.startswith(ALWAYS) else 1)
    elif name == "line.mode":
        bench.line.become(Mode(value))
    elif name.startswith("reader.status."):
        bench.reader.answer_with(Command[name.rpartition(".")[2].upper()], meant)
    else:
        prefix, _, attribute = name.partition(".")
        setattr(_simulators(bench)[prefix], attribute, meant)


def _simulators(bench: Bench) -> dict[str, Any]:
    return {"reader": bench.reader, "camera": bench.camera, "printer": bench.printer, "line": bench.line}


def _fitting(now: Any, name: str, value: str) -> Any:
    """The value in the type that the knob has now."""
    if isinstance(now, Enum):
        return type(now)(value)
    if isinstance(now, bool):
        return value == "true"
    if name in _NUMBERS and not value:
        return None
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ValueError("it takes a number")
    return int(number) if isinstance(now, int) or number.is_integer() else number
