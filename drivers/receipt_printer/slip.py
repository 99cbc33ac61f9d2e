"""A slip of paper as data: what to print, independent of any printer's language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    """Where a line stands on the paper."""

    LEFT = "left"
    CENTRE = "centre"


class PrintOutcome(StrEnum):
    """How a job ended: `printed` means the printer said so after the job; silence is `unknown`."""

    PRINTED = "printed"
    UNKNOWN = "unknown"


class Taken(StrEnum):
    """What became of a slip in the slot; `unknown` where no sensor tells."""

    TAKEN = "taken"
    RETRACTED = "retracted"
    LEFT = "left"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Line:
    """One paragraph of text; `scale` 1 or 2 times the normal size; wrapped by the driver at its width."""

    text: str
    scale: int = 1
    bold: bool = False
    align: Align = Align.LEFT


@dataclass(frozen=True)
class Rule:
    """A thin line across the paper."""


@dataclass(frozen=True)
class Space:
    """Blank lines."""

    lines: int = 1


@dataclass(frozen=True)
class QrCode:
    """A QR code of `data`, error level M, centred, with quiet zone; module at least 0.5 mm."""

    data: str


SlipElement = Line | Rule | Space | QrCode
