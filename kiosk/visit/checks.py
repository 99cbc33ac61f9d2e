"""Checks of what residents type. They never correct, and never judge by the area digits of a number."""

from __future__ import annotations

import calendar
import re
from datetime import date
from decimal import Decimal

from stdnum.iso7064 import mod_11_2, mod_11_10

from config.questions import FieldKind, FormField
from drivers.id_card_reader.card import CardDocument, IdCard, Sex
from kiosk.visit.ages import age_on, birth_of
from kiosk.visit.signature import NAMED, is_written

ID_NUMBER_LENGTH = 18
"""Characters of a citizen's identity number (GB 11643-1999)."""

MOBILE_LENGTH = 11
"""Digits of a mobile number in mainland China."""

CONTACT_LENGTH = 12
"""Digits of the longest number under which we call back: area code and landline."""

NAME_LENGTH = 50
"""Characters of a name at most."""

OLDEST = 130
"""Above this age in years a birth date is taken for a mistake."""

CASE_NUMBER_LENGTHS = (12, 19)
"""Characters of the numbers on slips, the city's and the terminals' own, at least and at most."""

_CASE_NUMBER = re.compile(r"L?[0-9]{11,19}")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_CONTACT = re.compile(r"1[3-9][0-9]{9}|0[1-9][0-9]{8,10}")
_AMOUNT = re.compile(r"[0-9]{1,8}(\.[0-9]{0,2})?")
_ID_NUMBER = re.compile(r"[0-9]{17}[0-9X]")


def id_number_is_right(id_number: str, today: date) -> bool:
    """Length, check digit (ISO 7064 MOD 11-2) and a birth date of someone who may be alive."""
    if not _ID_NUMBER.fullmatch(id_number) or not mod_11_2.is_valid(id_number):
        return False
    birth = birth_of(id_number)
    return birth is not None and birth <= today and age_on(birth, today) <= OLDEST


def case_number_is_right(number: str) -> bool:
    """Form and check digit (ISO 7064 MOD 11,10) of the number on a slip."""
    least, most = CASE_NUMBER_LENGTHS
    fits = least <= len(number) <= most and _CASE_NUMBER.fullmatch(number) is not None
    return fits and bool(mod_11_10.is_valid(number.removeprefix("L")))


def contact_is_right(number: str) -> bool:
    """A mobile number, or a landline with its area code: many of the oldest residents have nothing else."""
    return _CONTACT.fullmatch(number) is not None


def name_is_right(name: str) -> bool:
    """Two to fifty characters, none of them a control character or line break."""
    return 2 <= len(name.strip()) <= NAME_LENGTH and name.isprintable()


def nearest_day(text: str) -> date | None:
    """`2026-02-31` as turned on three wheels becomes the last day of that month; None when it is no date at all."""
    year, month, day = ([*text.split("-"), "", "", ""])[:3]
    try:
        first = date(int(year), int(month), 1)
        return first.replace(day=min(int(day), calendar.monthrange(first.year, first.month)[1]))
    except ValueError:
        return None


def typed_person(id_number: str, name: str, birth: date) -> IdCard:
    """The applicant from what was typed: as much as the number tells, the rest empty (GB 11643: odd serial is male)."""
    sex = Sex.MALE if int(id_number[16]) % 2 else Sex.FEMALE
    return IdCard(
        document=CardDocument.RESIDENT,
        name=name.strip(),
        name_en="",
        sex=sex,
        ethnic_group="",
        nationality="",
        birth_date=birth,
        address="",
        newest_address="",
        id_number=id_number,
        issuing_authority="",
        valid_from=None,
        valid_to=None,
    )


def answer_is_right(field: FormField, text: str, today: date) -> bool:
    """Whether `text` answers `field`; of an address, its part behind the place."""
    match field.kind:
        case FieldKind.CHOICE:
            return text in {option.value for option in field.options}
        case FieldKind.PHONE:
            return _MOBILE.fullmatch(text) is not None
        case FieldKind.TEXT | FieldKind.ADDRESS:
            return 2 <= len(text.strip()) <= field.max_length and text.isprintable()
        case FieldKind.DATE:
            try:
                day = date.fromisoformat(text)
            except ValueError:
                return False
            return day.year >= today.year - OLDEST and (field.latest != "today" or day <= today)
        case FieldKind.AMOUNT:
            bounds = (field.least or 0, field.most or 0)
            return _AMOUNT.fullmatch(text) is not None and bounds[0] <= Decimal(text) <= bounds[1]
        case FieldKind.SIGNATURE:
            return text == NAMED or is_written(text)
    raise NotImplementedError(field.kind)
