"""Numbers for residents: the offline number a terminal makes, the acceptance number the city makes, those of letters.

All end in a check digit (ISO 7064 MOD 11,10), so that a number read over the telephone can be checked.
"""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID

from stdnum.iso7064 import mod_11_10

_OFFLINE = re.compile(r"L([0-9]{4}|[0-9]{6})([0-9]{6})([0-9]{4,5})([0-9])")
"""Four or six digits for the terminal, four or five for the serial: no two of these are as long as one another, so that
two terminals never write the same number. Nobody hands in 100,000 submissions at one terminal on one day."""


def terminal_number(count: int) -> str:
    """The number of the `count`-th terminal, 1-based: 4 digits, or 6 from 10,000 on."""
    return f"{count:04d}" if count < 10_000 else f"{count:06d}"


def offline_number(terminal: str, day: date, serial: int) -> str:
    """`L`, terminal (4 or 6 digits), day (YYMMDD), serial of that day (4 digits or 5), check digit."""
    digits = f"{terminal}{day_code(day)}{serial:04d}"
    return f"L{digits}{mod_11_10.calc_check_digit(digits)}"


def day_code(day: date) -> str:
    """The day as it stands in a number: YYMMDD."""
    return day.isoformat()[2:].replace("-", "")


def day_and_serial(number: str) -> tuple[str, int] | None:
    """The day (as in `day_code`) and serial in an offline number; None when it is none."""
    found = _OFFLINE.fullmatch(number)
    return None if found is None else (found[2], int(found[3]))


def acceptance_number(area: str, day: date, serial: int) -> str:
    """Area (6 digits), day (YYMMDD), serial of that area and day (4 digits or more), check digit."""
    digits = f"{area}{day:%y%m%d}{serial:04d}"
    return f"{digits}{mod_11_10.calc_check_digit(digits)}"


def is_offline_number(text: str) -> bool:
    """Form and check digit of an offline number."""
    return _OFFLINE.fullmatch(text) is not None and bool(mod_11_10.is_valid(text[1:]))


def letter_number(letter: str) -> str:
    """The number of a letter, out of its random id, so that terminal and city know the same: 11 digits, check digit."""
    digits = f"{UUID(letter).int % 10**11:011d}"
    return f"{digits}{mod_11_10.calc_check_digit(digits)}"
