"""What rules are judged by: what the card says of the applicant, and the answers. Never the area digits of a number."""

from __future__ import annotations

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

TO_PENSION = "months_to_pension"


def of_card(person: IdCard, today: date) -> dict[str, Fact]:
    """What the card alone tells, by the names of `config.rules`."""
    return {
        "age": age_on(person.birth_date, today),
        "sex": person.sex.value,
        "document": person.document.value,
        TO_PENSION: months_to_pension(person.birth_date, person.sex, "", today),
    }


def names_of(field: FormField) -> tuple[str, ...]:
    """The names that become known with an answer to a field."""
    own = tuple(name for name, _ in field.facts)
    return (*own, TO_PENSION) if field.id == PENSION_LINE else own


def of_answer(field: FormField, text: str, person: IdCard, today: date) -> dict[str, Fact]:
    """What an answer tells, by the names of `config.questions`.

    An answer that has not the form of one (of an older catalogue, say) tells nothing, as if it were not given.
    """
    found = _said(field, text, today) if is_formed(field, text) else {}
    if field.id == PENSION_LINE:
        found[TO_PENSION] = months_to_pension(person.birth_date, person.sex, text, today)
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
