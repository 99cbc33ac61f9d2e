"""Numbers for residents: the offline number a terminal makes, the acceptance number the city makes.

Both end in a check digit (ISO 7064 MOD 11,10), so that a number read over the telephone can be checked.
"""

from __future__ import annotations

import re
from datetime import date

from stdnum.iso7064 import mod_11_10

_OFFLINE = re.compile(r"L([0-9]{4})([0-9]{6})([0-9]{4,8})([0-9])")


def offline_number(terminal: str, day: date, serial: int) -> str:
    """`L`, terminal (4 digits), day (YYMMDD), serial of that day (4 digits or more), check digit."""
    digits = f"{terminal}{day:%y%m%d}{serial:04d}"
    return f"L{digits}{mod_11_10.calc_check_digit(digits)}"


def acceptance_number(area: str, day: date, serial: int) -> str:
    """Area (6 digits), day (YYMMDD), serial of that area and day (4 digits or more), check digit."""
    digits = f"{area}{day:%y%m%d}{serial:04d}"
    return f"{digits}{mod_11_10.calc_check_digit(digits)}"


def is_offline_number(text: str) -> bool:
    """Form and check digit of an offline number."""
    return _OFFLINE.fullmatch(text) is not None and bool(mod_11_10.is_valid(text[1:]))
