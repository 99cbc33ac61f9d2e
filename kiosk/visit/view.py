"""How a resident wants the pages: larger, in stronger contrast, lower down, read aloud."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

LOUDEST = 4
"""Steps of the volume from 0, the quietest; the third of the five is what the station has set."""

FASTEST = 2
"""Steps of the speed from 0, the slowest; the middle one is as recorded."""


class ViewAspect(StrEnum):
    """What can be switched on any page."""

    LARGE_PRINT = "large_print"
    HIGH_CONTRAST = "high_contrast"
    LOWERED = "lowered"
    SPOKEN = "spoken"


@dataclass(frozen=True)
class View:
    """All switches; a new visit begins with none on. `repeats`: how often a page was asked to be read again."""

    large_print: bool = False
    high_contrast: bool = False
    lowered: bool = False
    spoken: bool = False
    volume: int = 2
    speed: int = 1
    repeats: int = 0

    def toggled(self, aspect: ViewAspect) -> View:
        """The view with one switch turned."""
        return replace(self, **{aspect.value: not getattr(self, aspect.value)})

    def louder(self, steps: int) -> View:
        """Louder, or quieter; not beyond the ends."""
        return replace(self, volume=min(max(self.volume + steps, 0), LOUDEST))

    def faster(self, steps: int) -> View:
        """Faster, or slower; not beyond the ends."""
        return replace(self, speed=min(max(self.speed + steps, 0), FASTEST))

    def repeated(self) -> View:
        """The same once more."""
        return replace(self, repeats=self.repeats + 1)


PLAIN = View()
"""As everybody finds the terminal."""
