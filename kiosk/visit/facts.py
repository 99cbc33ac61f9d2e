"""What rules are judged by: what the card says of the applicant, and the answers. Never the area digits of a number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from config.questions import Check, FieldKind, FormField
from config.rules import Fact
from drivers.id_card_reader.card import IdCard
from kiosk.visit.ages import age_on, birth_of, months_between
from kiosk.visit.retirement import months_to_pension

PENSION_LINE = "pension_line"
"""The field in which a woman says her statutory age: `age_50` or `age_55`."""


def facts(person: IdCard, answers: Mapping[str, str], fields: Iterable[FormField], today: date) -> dict[str, Fact]:
    """Everything known so far, by the names of `config.rules` and `config.questions`."""
    found: dict[str, Fact] = {
        "age": age_on(person.birth_date, today),
        "sex": person.sex.value,
        "document": person.document.value,
        "months_to_pension": months_to_pension(person.birth_date, person.sex, answers.get(PENSION_LINE, ""), today),
    }
    for field in fields:
        if text := answers.get(field.id, ""):
            found |= _said(field, text, today)
    return found


def _said(field: FormField, text: str, today: date) -> dict[str, Fact]:
    name = field.id
    match field.kind:
        case FieldKind.CHOICES:
            return {name: tuple(text.split(","))}
        case FieldKind.AMOUNT:
            return {name: int(Decimal(text))}
        case FieldKind.DATE:
            return {name: text, f"{name}_months": months_between(date.fromisoformat(text), today)}
        case FieldKind.MONTH:
            return {name: text, f"{name}_months": months_between(date.fromisoformat(f"{text}-01"), today)}
    match field.check:
        case Check.COUNT:
            return {name: int(text)}
        case Check.ID_NUMBER:
            birth = birth_of(text)
            return {name: text, f"{name}_age": None if birth is None else age_on(birth, today)}
        case Check.DISABILITY_CERTIFICATE:
            return {name: text, f"{name}_kind": int(text[18]), f"{name}_level": int(text[19])}
    return {name: text}
