"""What was seen while a scenario was played: step by step, and how it stood in the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Stand:
    """The queue, and what the city holds of this scenario: service code and number of each, in order of arrival."""

    waiting: int = 0
    set_aside: int = 0
    letters: int = 0
    trouble: str = ""
    arrived: tuple[tuple[str, str], ...] = ()


@dataclass
class StepSeen:
    """One step. `began` and `took` are seconds, from the begin of the scenario; `picture` and `slip` are files."""

    number: int
    began: float
    page: str = ""
    expected: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    picture: Path | None = None
    slip: Path | None = None
    took: float = 0.0


@dataclass
class Record:
    """One scenario as it went. Pictures of every page and slip are kept in `pictures` when it is given."""

    name: str
    title: str
    pictures: Path | None = None
    steps: list[StepSeen] = field(default_factory=list)
    failure: str = ""
    stand: Stand = field(default_factory=Stand)
    seconds: float = 0.0
    summary: dict[str, Any] = field(default_factory=dict)

    @property
    def pages(self) -> list[str]:
        """The names of the pages, in the order in which they were waited for."""
        names = [step.page for step in self.steps if step.page]
        return [name for number, name in enumerate(names) if number == 0 or names[number - 1] != name]
