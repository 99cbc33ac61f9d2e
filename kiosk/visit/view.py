"""How a resident wants the pages: larger, in stronger contrast, lower down, read aloud."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class ViewAspect(StrEnum):
    """What can be switched on any page."""

    LARGE_PRINT = "large_print"
    HIGH_CONTRAST = "high_contrast"
    LOWERED = "lowered"
    SPOKEN = "spoken"


@dataclass(frozen=True)
class View:
    """All switches; a new visit begins with none on."""

    large_print: bool = False
    high_contrast: bool = False
    lowered: bool = False
    spoken: bool = False

    def toggled(self, aspect: ViewAspect) -> View:
        """The view with one switch turned."""
        return replace(self, **{aspect.value: not getattr(self, aspect.value)})


PLAIN = View()
"""As everybody finds the terminal."""
