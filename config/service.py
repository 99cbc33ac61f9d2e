"""What one service is, as an office writes it: who may have it, what it asks, takes and gives."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from config.catalogue_text import Code, DrawingName, Identifier, Rule, Text, Words
from config.papers import Material
from config.questions import FieldKind, FormField
from config.rules import CARD_FACTS, FactKind
from config.settings import Section


class Limit(Section):
    """How long it takes at most; 0 days: decided at once (即办件). `note` says what else holds, in special cases."""

    days: int = Field(ge=0, le=365)
    unit: Literal["working_days", "days"]
    note: Text | None = None


class LimitWhen(Limit):
    """A limit that holds when the answers say so."""

    when: Rule


class FromDay(Section):
    """From when it is possible: at an age, or so many months after the date of a field."""

    age: int | None = Field(default=None, ge=1, le=130)
    field: Identifier | None = None
    months: int = Field(default=0, ge=0, le=1200)

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.age is None) == (self.field is None):
            raise ValueError("either an age, or a field and months")
        return self


class Stop(Section):
    """Why a service is not for someone, and the way: what to do instead in full sentences, which office, what to bring.

    `reason` may hold `{day}`, which is the day of `possible`. `instead` is a service that can be had today.
    """

    id: Identifier
    when: Rule
    reason: Text
    way: Text
    office: Identifier
    bring: tuple[Text, ...] = Field(default=(), max_length=4)
    possible: FromDay | None = None
    instead: Code | None = None

    @model_validator(mode="after")
    def _day_fits(self) -> Self:
        if any(("{day}" in words) != (self.possible is not None) for words in (self.reason.zh, self.reason.en)):
            raise ValueError("{day} in the reason and `possible` belong together")
        return self


class Consent(Section):
    """A tick of its own: data that the law asks a separate consent for, or data of other people."""

    id: Identifier
    text: Text
    when: Rule | None = None


class Related(Section):
    """Another service: one that cannot go together with this, or one that is worth having next."""

    service: Code
    why: Text
    when: Rule | None = None


class Service(Section):
    """One matter a resident can settle.

    `also` are other words that residents look for it by; `otherwise` says what to do without a terminal, `office` is
    where. `limit` is promised, the first of `limits` that holds goes before it; `legal_limit` is the law's.
    """

    kind: Literal["service"] = "service"
    code: Code
    basic_code: Code
    implementation_code: Code
    version: int = Field(ge=1)
    order: int = 100
    group: Identifier | None = None
    name: Text
    everyday: Text
    also: tuple[Words, ...] = ()
    summary: Text
    icon: DrawingName
    department: Text
    minutes: int = Field(ge=1, le=60)
    limit: Limit
    limits: tuple[LimitWhen, ...] = ()
    legal_limit: Limit | None = None
    fee: Text
    fee_note: Text
    delivery: Text
    delivery_note: Text
    result: Text
    otherwise: Text
    office: Identifier
    stops: tuple[Stop, ...] = ()
    consents: tuple[Consent, ...] = ()
    excludes: tuple[Related, ...] = ()
    successors: tuple[Related, ...] = ()
    fields: tuple[FormField, ...]
    materials: tuple[Material, ...]

    @field_validator("fields", "materials", "stops", "consents")
    @classmethod
    def _distinct(
        cls, items: tuple[FormField | Material | Stop | Consent, ...]
    ) -> tuple[FormField | Material | Stop | Consent, ...]:
        if len({item.id for item in items}) != len(items):
            raise ValueError("ids must differ")
        return items

    @model_validator(mode="after")
    def _signature_is_last(self) -> Self:
        if any(field.kind is FieldKind.SIGNATURE for field in self.fields[:-1]):
            raise ValueError("a signature is the last field")
        return self

    @property
    def known(self) -> dict[str, FactKind]:
        """The names that this service's rules may speak of."""
        return facts_of(self.fields)


def facts_of(fields: Iterable[FormField]) -> dict[str, FactKind]:
    """The names that rules may speak of once these fields were asked."""
    return {**CARD_FACTS, **{name: kind for field in fields for name, kind in field.facts}}
