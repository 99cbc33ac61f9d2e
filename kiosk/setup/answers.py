"""What may be answered, alike on the glass and in a file."""

from __future__ import annotations

import re

from pydantic import ValidationError

from config.divisions import divisions
from config.settings import IntakeSettings
from kiosk.words import FIRST_LANGUAGE

NAME_LENGTH = 24
"""Characters of a station's name: what the header of a panel shows."""

AREA_LENGTH = 6
"""Digits of an administrative code down to the district (GB/T 2260)."""

CODE_LENGTH = 16
"""Digits of a code of `kiosk-intake enrol-code`; on the glass only such are typed."""

ADDRESS_LENGTH = 120


def good_address(text: str) -> str:
    """The city's address as it is kept. Raises ValueError with what is wrong."""
    plain = text.strip()
    if re.search(r"\s", plain) or not plain.isascii():
        raise ValueError("must be an https:// address without spaces")
    try:
        return IntakeSettings(url=plain).url
    except ValidationError as error:
        raise ValueError(error.errors()[0]["msg"]) from None


def grouped_code(digits: str) -> str:
    """A code as it is printed and as the city knows it: four groups of four."""
    return "-".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def district(code: str, language: str) -> str:
    """The name of a district of this city, in pinyin for who reads no Chinese; empty for any other code."""
    found = next((place for place in divisions().within("") if place.code == code), None)
    if found is None:
        return ""
    return found.name if language == FIRST_LANGUAGE else found.latin
