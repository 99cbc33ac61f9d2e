"""What SANE says, in our words. Its binding tells errors by the text of the status alone (sane_strstatus, SANE 1.2)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drivers.model import DeviceError, ErrorCode

_STATUS: tuple[tuple[str, ErrorCode, str], ...] = (
    ("out of documents", ErrorCode.FEEDER_EMPTY, "the feeder holds no paper"),
    ("jammed", ErrorCode.PAPER_JAM, "paper is jammed in the scanner"),
    ("cover is open", ErrorCode.COVER_OPEN, "the scanner's cover is open"),
    ("busy", ErrorCode.BUSY, "another program uses the scanner"),
    ("warming up", ErrorCode.BUSY, "the scanner is warming up"),
    ("cancel", ErrorCode.CANCELLED, "the scan was cancelled"),
    ("not supported", ErrorCode.UNSUPPORTED, "the scanner cannot do this"),
    ("device i/o", ErrorCode.NO_DEVICE, "the line to the scanner broke"),
    ("access to resource", ErrorCode.NO_DEVICE, "access to the scanner is denied"),
    ("invalid argument", ErrorCode.NO_DEVICE, "there is no scanner of this name, or it does not take these settings"),
    ("out of memory", ErrorCode.HARDWARE, "the scanner ran out of memory"),
    ("end of file", ErrorCode.BAD_ANSWER, "the scanner's picture broke off"),
)
"""Status codes 1 to 13 of `sane.h` by a piece of their text, small letters."""

FEEDER = re.compile(r"adf|feeder", re.IGNORECASE)
FLATBED = re.compile(r"flat|\bfb\b|glass|platen", re.IGNORECASE)
"""How back ends name their sources: there is no standard but habit."""


def error_of(text: str) -> DeviceError:
    """The error that a status text means; one that nobody knows is HARDWARE."""
    found = text.lower()
    for piece, code, message in _STATUS:
        if piece in found:
            return DeviceError(code, message)
    return DeviceError(ErrorCode.HARDWARE, "the scanner failed without saying why")


def source_named(names: Sequence[object], feeder: bool) -> str | None:
    """The name of the feeder or of the glass among a scanner's sources; None when it has no such one."""
    pattern = FEEDER if feeder else FLATBED
    return next((name for name in names if isinstance(name, str) and pattern.search(name)), None)
