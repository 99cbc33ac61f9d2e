"""Checks of what residents type. They never correct, and never judge by the area digits of a number."""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date

from stdnum import luhn
from stdnum.cn import uscc
from stdnum.iso7064 import mod_11_2, mod_11_10

from drivers.id_card_reader.card import CardDocument, IdCard, Sex
from kiosk.visit.ages import OLDEST, age_on, birth_of

ID_NUMBER_LENGTH = 18
"""Characters of a citizen's identity number (GB 11643-1999)."""

MOBILE_LENGTH = 11
"""Digits of a mobile number in mainland China."""

CONTACT_LENGTH = 12
"""Digits of the longest number under which we call back: area code and landline."""

NAME_LENGTH = 50
"""Characters of a name at most."""

CREDIT_CODE_LENGTH = 18
"""Characters of an organisation's unified code (GB 32100-2015)."""

ACCOUNT_LENGTHS = (16, 19)
"""Digits of a bank card, at least and at most (ISO/IEC 7812-1, and the cards of China's banks)."""

CERTIFICATE_LENGTH = 20
"""Characters of a disability certificate at first issue: identity number, kind, level; reissued ones add B, a digit."""

CASE_NUMBER_LENGTHS = (12, 19)
"""Characters of the numbers on slips, the city's and the terminals' own, at least and at most."""

_CASE_NUMBER = re.compile(r"L?[0-9]{11,19}")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_CONTACT = re.compile(r"1[3-9][0-9]{9}|0[1-9][0-9]{8,10}")
_ID_NUMBER = re.compile(r"[0-9]{17}[0-9X]")
_ACCOUNT = re.compile(r"[1-9][0-9]{15,18}")
_CERTIFICATE = re.compile(r"[0-9]{17}[0-9X][1-7][1-4](B[0-9]?)?")
# who registers, what it is, where, the organisation's own code, the check: without the letters that look like digits
_CREDIT_CODE = re.compile(r"[1-9ANY][0-9A-HJ-NPQRTUWXY][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NAME_SIGNS = frozenset(" ·•・.-'’")

AMOUNT = re.compile(r"[0-9]{1,8}(\.[0-9]{0,2})?")
"""Yuan, with up to two places behind the point."""

WHOLE = re.compile(r"0|[1-9][0-9]{0,7}")
"""A whole number as it is written, without zeros in front."""


def has_expired(card: IdCard, day: date) -> bool:
    """Whether its last day (有效期限, None for 长期) is over."""
    return card.valid_to is not None and card.valid_to < day


def id_number_is_right(id_number: str, today: date) -> bool:
    """Length, check digit (ISO 7064 MOD 11-2) and a birth date of someone who may be alive."""
    birth = birth_of(id_number) if id_number_is_formed(id_number) else None
    return birth is not None and birth <= today and age_on(birth, today) <= OLDEST


def id_number_is_formed(number: str) -> bool:
    """Length, check digit, and a date inside, whenever that is."""
    formed = _ID_NUMBER.fullmatch(number) is not None and birth_of(number) is not None
    return formed and bool(mod_11_2.is_valid(number))


def certificate_is_formed(number: str) -> bool:
    """A disability certificate: an identity number, the kind (1 to 7), the level (1 to 4), on a reissued one a mark."""
    return _CERTIFICATE.fullmatch(number) is not None and id_number_is_formed(number[:ID_NUMBER_LENGTH])


def is_bank_account(number: str) -> bool:
    """The number of a bank card, with its check digit (Luhn, ISO/IEC 7812-1)."""
    return _ACCOUNT.fullmatch(number) is not None and bool(luhn.is_valid(number))


def credit_code_is_right(code: str) -> bool:
    """Form and check character (GB 32100-2015).

    `uscc.is_valid` takes no letter among the first eight, which organisations of villages (N) have.
    """
    return _CREDIT_CODE.fullmatch(code) is not None and code[-1] == uscc.calc_check_digit(code[:-1])


def is_person_name(name: str) -> bool:
    """A name in any script: letters, and the signs that join them."""
    letters = [unicodedata.category(sign)[0] in "LM" or sign == "〇" for sign in name if sign not in _NAME_SIGNS]
    return name_is_right(name) and all(letters) and bool(letters)


def is_mobile(number: str) -> bool:
    """A mobile number."""
    return _MOBILE.fullmatch(number) is not None


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


def day_of(text: str) -> date | None:
    """The day of `2026-03-01`, None when it is none."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def month_of(text: str) -> date | None:
    """The first day of `2026-03`, None when that is no month."""
    return day_of(f"{text}-01")


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
