"""What rules are judged by: what the card says of the applicant, and the answers. Never the area digits of a number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from config.questions import Check, FieldKind, FormField
from config.rules import Fact
from drivers.id_card_reader.card import IdCard
from kiosk.visit.ages import age_on, birth_of, months_between
from kiosk.visit.answers import is_formed
from kiosk.visit.checks import day_of, month_of
from kiosk.visit.retirement import months_to_pension

PENSION_LINE = "pension_line"
"""The field in which a woman says her statutory age: `age_50` or `age_55`."""


def facts(person: IdCard, answers: Mapping[str, str], fields: Iterable[FormField], today: date) -> dict[str, Fact]:
    """Everything known so far, by the names of `config.rules` and `config.questions`.

    An answer that has not the form of one (of an older catalogue, say) tells nothing, as if it were not given.
    """
    found: dict[str, Fact] = {
        "age": age_on(person.birth_date, today),
        "sex": person.sex.value,
        "document": person.document.value,
        "months_to_pension": months_to_pension(person.birth_date, person.sex, answers.get(PENSION_LINE, ""), today),
    }
    for field in fields:
        if is_formed(field, text := answers.get(field.id, "")):
            found |= _said(field, text, today)
    return found


def _said(field: FormField, text: str, today: date) -> dict[str, Fact]:
    name = field.id
    match field.kind:
        case FieldKind.CHOICES:
            return {name: tuple(text.split(","))}
        case FieldKind.AMOUNT:
            return {name: int(Decimal(text))}
        case FieldKind.DATE | FieldKind.MONTH:
            first = day_of(text) or month_of(text)
            return {name: text} | ({f"{name}_months": months_between(first, today)} if first else {})
    match field.check:
        case Check.COUNT:
            return {name: int(text)}
        case Check.ID_NUMBER:
            birth = birth_of(text)
            return {name: text, f"{name}_age": None if birth is None else age_on(birth, today)}
        case Check.DISABILITY_CERTIFICATE:
            return {name: text, f"{name}_kind": int(text[18]), f"{name}_level": int(text[19])}
    return {name: text}
