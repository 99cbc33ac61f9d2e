"""Whether an answer fits its question, and what is wrong with one that does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from config.questions import Check, FieldKind, FormField
from config.regions import regions
from kiosk.visit.ages import OLDEST, age_on, birth_of
from kiosk.visit.checks import (
    AMOUNT,
    CREDIT_CODE_LENGTH,
    ID_NUMBER_LENGTH,
    NAME_LENGTH,
    WHOLE,
    certificate_is_formed,
    credit_code_is_right,
    day_of,
    id_number_is_formed,
    is_bank_account,
    is_mobile,
    is_person_name,
    month_of,
)
from kiosk.visit.signature import NAMED, is_written


class Fault(StrEnum):
    """What is wrong; the page says of each what to write instead. First those that a kind or a check has its name of.

    EARLY: before the day of another answer. LATE: further ahead than may be. PAST: before today, or before this month.
    SAME: another answer is the same. TWICE: the second time something else was typed.
    """

    CHOICE = "choice"
    CHOICES = "choices"
    PHONE = "phone"
    TEXT = "text"
    DATE = "date"
    MONTH = "month"
    ADDRESS = "address"
    REGION = "region"
    AMOUNT = "amount"
    SIGNATURE = "signature"
    ID_NUMBER = "id_number"
    BANK_ACCOUNT = "bank_account"
    CREDIT_CODE = "credit_code"
    DISABILITY_CERTIFICATE = "disability_certificate"
    PERSON_NAME = "person_name"
    COUNT = "count"
    EARLY = "early"
    LATE = "late"
    PAST = "past"
    SAME = "same"
    TWICE = "twice"


def fault(field: FormField, text: str, today: date, answers: Mapping[str, str]) -> Fault | None:
    """What is wrong with `text` as the answer to `field` beside the other answers, None when it is right.

    Of an address it is the part behind the place.
    """
    if not is_formed(field, text):
        return Fault(field.check or field.kind)
    if field.kind in (FieldKind.DATE, FieldKind.MONTH) and (wrong := _of_day(field, text, today)):
        return wrong
    if field.check in (Check.ID_NUMBER, Check.DISABILITY_CERTIFICATE) and not _may_live(text, today):
        return Fault(field.check)
    return clash(field, settled(field, text), answers)


def clash(field: FormField, answer: str, answers: Mapping[str, str]) -> Fault | None:
    """What the other answers have against this one, which is right by itself; None when nothing.

    ISO dates and months stand in the order of time as far as both reach.
    """
    if field.differs_from is not None and answers.get(field.differs_from) == answer:
        return Fault.SAME
    other = answers.get(field.not_before or "", "")
    reach = min(len(answer), len(other))
    return Fault.EARLY if answer[:reach] < other[:reach] else None


def is_formed(field: FormField, text: str) -> bool:
    """Whether `text` has the form of an answer to `field`, on whatever day and beside whatever else."""
    if field.check is Check.COUNT:
        return WHOLE.fullmatch(text) is not None and _within(field, int(text))
    if field.check is not None:
        return _CHECKED[field.check](settled(field, text))
    match field.kind:
        case FieldKind.CHOICE:
            return text in {option.value for option in field.options}
        case FieldKind.CHOICES:
            return text != "" and text == ",".join(chosen(field, text))
        case FieldKind.AMOUNT:
            return AMOUNT.fullmatch(text) is not None and _within(field, Decimal(text))
        case FieldKind.REGION:
            return regions().is_answer(text)
        case FieldKind.TEXT | FieldKind.ADDRESS | FieldKind.NUMBER:
            return 2 <= len(text.strip()) <= field.max_length and text.isprintable()
        case FieldKind.PHONE | FieldKind.DATE | FieldKind.MONTH | FieldKind.SIGNATURE:
            return _FORMED[field.kind](text)


def chosen(field: FormField, text: str) -> tuple[str, ...]:
    """The options that an answer names, in the order of the form."""
    named = text.split(",")
    return tuple(option.value for option in field.options if option.value in named)


def toggled(field: FormField, draft: str, value: str) -> str:
    """Several options as one answer, after one of them was touched."""
    now = {*chosen(field, draft)} ^ {value}
    return ",".join(option.value for option in field.options if option.value in now)


def settled(field: FormField, draft: str) -> str:
    """A right draft as it is handed in: without blanks at its ends, an amount with two places, a code in capitals."""
    if field.kind is FieldKind.AMOUNT:
        return f"{Decimal(draft):.2f}"
    if field.check is Check.CREDIT_CODE:
        return "".join(draft.split()).upper()
    return draft.strip()


def room(field: FormField) -> int:
    """Characters that may be written."""
    most = {Check.CREDIT_CODE: CREDIT_CODE_LENGTH, Check.PERSON_NAME: NAME_LENGTH}
    return most.get(field.check, field.max_length) if field.check is not None else field.max_length


def last_day(field: FormField, today: date) -> date | None:
    """The last day that may be answered, None where any may."""
    return None if field.latest is None else today + timedelta(days=field.latest_days)


_CHECKED: Mapping[Check, Callable[[str], bool]] = {
    Check.ID_NUMBER: id_number_is_formed,
    Check.BANK_ACCOUNT: is_bank_account,
    Check.CREDIT_CODE: credit_code_is_right,
    Check.DISABILITY_CERTIFICATE: certificate_is_formed,
    Check.PERSON_NAME: is_person_name,
}
_FORMED: Mapping[FieldKind, Callable[[str], bool]] = {
    FieldKind.PHONE: is_mobile,
    FieldKind.DATE: lambda text: day_of(text) is not None,
    FieldKind.MONTH: lambda text: month_of(text) is not None,
    FieldKind.SIGNATURE: lambda text: text == NAMED or is_written(text),
}


def _within(field: FormField, number: int | Decimal) -> bool:
    return (field.least or 0) <= number <= (field.most or 0)


def _may_live(number: str, today: date) -> bool:
    """Whether the birth date inside is one of somebody who may be alive."""
    birth = birth_of(number[:ID_NUMBER_LENGTH])
    return birth is not None and birth <= today and age_on(birth, today) <= OLDEST


def _of_day(field: FormField, text: str, today: date) -> Fault | None:
    if int(text[:4]) < today.year - OLDEST:
        return Fault(field.kind)
    last = last_day(field, today)
    if last is not None and text > last.isoformat()[: len(text)]:
        return Fault.LATE if field.latest_days else Fault(field.kind)
    return Fault.PAST if field.earliest and text < today.isoformat()[: len(text)] else None
