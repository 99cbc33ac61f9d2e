"""Long numbers in groups, as people read them out."""

from __future__ import annotations

from config.questions import Check
from kiosk.receipt import grouped


def phone(digits: str) -> str:
    """A mobile number in groups of 3, 4 and 4."""
    return _parted(digits, 3, 7)


def identity(number: str) -> str:
    """An identity number, or one that begins with it: place, year, day, serial, and what follows."""
    return _parted(number, 6, 10, 14, 18)


def checked(number: str, check: Check | None) -> str:
    """A number in the groups of its kind."""
    match check:
        case Check.ID_NUMBER | Check.DISABILITY_CERTIFICATE:
            return identity(number)
        case Check.BANK_ACCOUNT:
            return grouped(number)
    return number


def _parted(text: str, *ends: int) -> str:
    return " ".join(part for start, end in zip((0, *ends), (*ends, None), strict=True) if (part := text[start:end]))
