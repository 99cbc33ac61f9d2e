"""Who settles matters elsewhere, where and when; and the days on which offices work."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, field_validator

from config.catalogue_text import Code, Identifier, Text
from config.settings import Section

HOTLINE = "hotline"
"""The office that answers always; every directory has it."""


class Office(Section):
    """An office of the directory (首问负责: no stop is without one). `takes`: services, also others than ours."""

    id: Identifier
    name: Text
    address: Text
    hours: Text
    phone: str = Field(pattern=r"^[0-9-]{3,20}$")
    takes: tuple[Code, ...] = ()


class Offices(Section):
    """The directory."""

    kind: Literal["offices"]
    code: Code
    offices: tuple[Office, ...] = Field(min_length=1)

    @field_validator("offices")
    @classmethod
    def _distinct(cls, offices: tuple[Office, ...]) -> tuple[Office, ...]:
        names = {office.id for office in offices}
        if len(names) != len(offices):
            raise ValueError("ids must differ")
        if HOTLINE not in names:
            raise ValueError(f"one office is the {HOTLINE!r} that answers always")
        return offices


class Year(Section):
    """The days of a year that differ from its weekdays: days off from Monday to Friday, days worked at a weekend."""

    off: tuple[date, ...]
    work: tuple[date, ...] = ()


class Calendar(Section):
    """Years whose days off are announced (国务院办公厅, each autumn for the next); of others a promise says 约."""

    kind: Literal["calendar"]
    code: Code
    years: Mapping[Annotated[str, Field(pattern=r"^20\d{2}$")], Year]
