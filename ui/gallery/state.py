"""What the gallery is made of: a component in a state, and the ways in which all are looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kiosk.visit.view import PLAIN, View

WIDTH = 1080
"""What a component that takes the whole panel is given."""

CONTENT = 936
"""What lies between the margins of a panel upright."""

Say = Callable[[str, str], str]
"""One of two wordings, Chinese and English: an example's words are no part of the translations."""


@dataclass(frozen=True)
class State:
    """A component with these values of its properties (page values among them).

    `width` and `height` are pixels of a panel 1080 wide; 0 leaves the component its own. So are `measures`, properties
    too. `focused` has the keys.
    """

    name: str
    values: Mapping[str, object] = field(default_factory=dict)
    width: float = 0
    height: float = 0
    focused: bool = False
    measures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Look:
    """How all components are shown."""

    language: str = "zh"
    view: View = PLAIN

    def say(self, chinese: str, english: str) -> str:
        """One of two wordings."""
        return chinese if self.language == "zh" else english


LOOKS = {
    "zh": Look(),
    "zh-contrast": Look(view=View(high_contrast=True)),
    "zh-large": Look(view=View(large_print=True)),
    "en": Look("en"),
}
"""The looks that are kept as pictures."""
