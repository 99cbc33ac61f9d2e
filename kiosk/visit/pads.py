"""What the keys of the pads make of a draft: digits, amounts, words, strokes."""

from __future__ import annotations

import re

from config.questions import Check, FieldKind, FormField
from kiosk.visit.answers import room
from kiosk.visit.checks import MOBILE_LENGTH
from kiosk.visit.signature import without_last

WHOLE_DIGITS = 8
"""Digits of an amount before the point."""

CENTS = 2
"""Digits after it."""

UNKEYED = (FieldKind.CHOICE, FieldKind.CHOICES, FieldKind.DATE, FieldKind.MONTH, FieldKind.REGION)
"""What is answered by touching or turning alone."""

_TYPED = {
    Check.ID_NUMBER: re.compile(r"[0-9]{0,17}|[0-9]{17}[0-9X]"),
    Check.BANK_ACCOUNT: re.compile(r"[0-9]{0,19}"),
    Check.DISABILITY_CERTIFICATE: re.compile(r"[0-9]{0,17}|[0-9]{17}[0-9X][0-9]{0,2}|[0-9]{17}[0-9X][0-9]{2}B[0-9]?"),
}


def keyed(field: FormField, draft: str, key: str) -> str:
    """The draft of a field after a key."""
    if field.kind in UNKEYED:
        return draft
    if key == "clear":
        return ""
    match field.kind:
        case FieldKind.PHONE:
            return pressed(draft, key, MOBILE_LENGTH)
        case FieldKind.AMOUNT:
            return _amount(draft, key)
        case FieldKind.NUMBER:
            return _number(field, draft, key)
        case FieldKind.SIGNATURE:
            return without_last(draft) if key == "erase" else draft
    return draft[:-1] if key == "erase" else (draft + key)[: room(field)]


def pressed(text: str, key: str, length: int) -> str:
    """The text after a key of the number pad. X stands only at the last place of an identity number."""
    match key:
        case "clear":
            return ""
        case "erase":
            return text[:-1]
        case "X" if len(text) == length - 1 and length != MOBILE_LENGTH:
            return text + key
        case digit if _is_digit(digit) and len(text) < length:
            return text + digit
    return text


def _number(field: FormField, text: str, key: str) -> str:
    """A key is taken where it can be part of the number. Of a count a zero in front gives way to what follows."""
    if key == "erase":
        return text[:-1]
    typed = (text.removeprefix("0") if field.check is Check.COUNT else text) + key
    if field.check is None or field.check is Check.COUNT:
        fits = _is_digit(key) and len(typed) <= len(f"{field.most}")
    else:
        fits = _TYPED[field.check].fullmatch(typed) is not None
    return typed if fits else text


def _amount(text: str, key: str) -> str:
    whole, point, cents = text.partition(".")
    match key:
        case "erase":
            return text[:-1]
        case "." if not point:
            return f"{whole or '0'}."
        case digit if _is_digit(digit) and point:
            return text + digit if len(cents) < CENTS else text
        case digit if _is_digit(digit):
            return digit if whole in ("", "0") else text + digit if len(whole) < WHOLE_DIGITS else text
    return text


def _is_digit(key: str) -> bool:
    return len(key) == 1 and key in "0123456789"
