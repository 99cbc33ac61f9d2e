"""What a form asks: one question a page, as data."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Literal, Self

from pydantic import Field, model_validator

from config.catalogue_text import DrawingName, Identifier, Rule, Text
from config.rules import FactKind
from config.settings import Section


class Option(Section):
    """One answer of a choice; `hint` tells its consequence."""

    value: Identifier
    label: Text
    hint: Text | None = None
    icon: DrawingName = "circle-check"


class FieldKind(StrEnum):
    """How an answer is asked for and checked.

    CHOICES: several options, by commas. MONTH: `2026-03`. NUMBER: digits and X, checked by `check`.
    REGION: a province and city of the whole country, as six digits.
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
    NUMBER = "number"
    SIGNATURE = "signature"


class Check(StrEnum):
    """What a number or a word must be beyond its length (`/docs/catalogue.md` tells each rule and its source)."""

    ID_NUMBER = "id_number"
    BANK_ACCOUNT = "bank_account"
    CREDIT_CODE = "credit_code"
    DISABILITY_CERTIFICATE = "disability_certificate"
    PERSON_NAME = "person_name"
    COUNT = "count"


_TEXT_CHECKS = {Check.CREDIT_CODE, Check.PERSON_NAME}
_OPTIONED = {FieldKind.CHOICE, FieldKind.CHOICES}
_DATED = {FieldKind.DATE, FieldKind.MONTH}
_BOUNDED = {FieldKind.AMOUNT}


class FormField(Section):
    """One question, one page. Answers are text: an option's value, digits, words, an ISO date, yuan with two places.

    `when`: asked only then. `latest`: not after today and so many `latest_days`; `earliest`: not before today (of a
    month: not before this one); `not_before` and `differs_from` name
    earlier fields. `twice`: typed twice. `least` and `most` are whole yuan, or a count's bounds. A signature is asked
    for after the papers, and stands last.
    """

    id: Identifier
    kind: FieldKind
    label: Text
    question: Text
    help: Text
    why: Text | None = None
    when: Rule | None = None
    options: tuple[Option, ...] = ()
    max_length: int = Field(default=60, ge=1, le=200)
    check: Check | None = None
    twice: bool = False
    latest: Literal["today"] | None = None
    latest_days: int = Field(default=0, ge=0, le=366)
    earliest: Literal["today"] | None = None
    not_before: Identifier | None = None
    differs_from: Identifier | None = None
    least: int | None = Field(default=None, ge=0)
    most: int | None = Field(default=None, ge=1, le=99_999_999)

    @model_validator(mode="after")
    def _options_fit(self) -> Self:
        if (self.kind in _OPTIONED) != bool(self.options):
            raise ValueError("a choice needs options, and nothing else has them")
        if len({option.value for option in self.options}) != len(self.options):
            raise ValueError("the values of options must differ")
        return self

    @model_validator(mode="after")
    def _bounds_fit(self) -> Self:
        bounded = self.kind in _BOUNDED or self.check is Check.COUNT
        if any(bounded != (bound is not None) for bound in (self.least, self.most)):
            raise ValueError("an amount needs least and most, and nothing else has them")
        if self.least is not None and self.most is not None and self.least > self.most:
            raise ValueError("least is more than most")
        if self.kind not in _DATED and (self.latest or self.latest_days or self.earliest or self.not_before):
            raise ValueError("latest, latest_days, earliest and not_before belong to dates and months")
        return self

    @model_validator(mode="after")
    def _check_fits(self) -> Self:
        if self.kind is FieldKind.NUMBER and (self.check is None or self.check in _TEXT_CHECKS):
            raise ValueError("a number says what is checked: id_number, bank_account, disability_certificate or count")
        if self.kind is FieldKind.TEXT and self.check is not None and self.check not in _TEXT_CHECKS:
            raise ValueError("words are checked as credit_code or person_name only")
        if self.kind not in (FieldKind.NUMBER, FieldKind.TEXT) and self.check is not None:
            raise ValueError("check belongs to numbers and words")
        if self.twice and self.kind is not FieldKind.NUMBER:
            raise ValueError("only numbers are typed twice")
        return self

    @property
    def facts(self) -> tuple[tuple[str, FactKind], ...]:
        """The names under which rules speak of the answer.

        Of a date or month also `<id>_months`, full months since (negative before); of an identity number `<id>_age`;
        of a disability certificate `<id>_kind` (1 to 7) and `<id>_level` (1 to 4).
        """
        return _facts(self.id, self.kind, self.check)


@cache
def _facts(name: str, kind: FieldKind, check: Check | None) -> tuple[tuple[str, FactKind], ...]:
    several, number = FactKind.SEVERAL, FactKind.NUMBER
    counted = kind is FieldKind.AMOUNT or check is Check.COUNT
    found = [(name, several if kind is FieldKind.CHOICES else number if counted else FactKind.WORDS)]
    if kind in _DATED:
        found.append((f"{name}_months", number))
    if check is Check.ID_NUMBER:
        found.append((f"{name}_age", number))
    if check is Check.DISABILITY_CERTIFICATE:
        found += [(f"{name}_kind", number), (f"{name}_level", number)]
    return tuple(found)
