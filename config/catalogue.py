"""The service catalogue: what can be applied for, as data. One TOML file a service, checked by one schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, field_validator, model_validator

from config.settings import Section
from config.toml_files import model_of, read_model

SERVICES = Path(__file__).parent / "services"

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,47}$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{1,50}$")]
IconName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,48}$")]
Words = Annotated[str, StringConstraints(min_length=1, max_length=400)]

_LANGUAGE = re.compile(r"[a-z]{2,3}")


class CatalogueError(Exception):
    """A service file cannot be used; the text names file, key and mistake, a line each."""


class Text(Section):
    """The same words in Chinese, English, and any other language (`ug = "…"`) that the screens have."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Words]

    zh: Words
    en: Words

    @model_validator(mode="after")
    def _languages_fit(self) -> Self:
        if wrong := [key for key in self.__pydantic_extra__ if not _LANGUAGE.fullmatch(key)]:
            raise ValueError(f"{wrong[0]!r} is no language; write its code of two or three letters")
        return self

    def in_language(self, language: str) -> str:
        """The words in a language, Chinese where it has none."""
        words: str = getattr(self, language, self.zh)
        return words


class Option(Section):
    """One answer of a choice; `hint` tells its consequence."""

    value: Identifier
    label: Text
    hint: Text | None = None
    icon: IconName = "circle-check"


class FieldKind(StrEnum):
    """How an answer is asked for and checked."""

    CHOICE = "choice"
    PHONE = "phone"
    TEXT = "text"
    DATE = "date"


class FormField(Section):
    """One question, one page. Answers are text: an option's value, digits, words, or an ISO date."""

    id: Identifier
    kind: FieldKind
    label: Text
    question: Text
    help: Text
    why: Text | None = None
    options: tuple[Option, ...] = ()
    max_length: int = Field(default=60, ge=1, le=200)
    latest: Literal["today"] | None = None

    @model_validator(mode="after")
    def _options_fit(self) -> Self:
        if (self.kind is FieldKind.CHOICE) != bool(self.options):
            raise ValueError("a choice needs options, and nothing else has them")
        return self


class Condition(Section):
    """True when the answer to `field` is one of `values`."""

    field: Identifier
    values: tuple[Identifier, ...] = Field(min_length=1)


class Demand(StrEnum):
    """Whether a material must be there, may follow, or is held by the city already."""

    REQUIRED = "required"
    DEFERRABLE = "deferrable"
    EXEMPT = "exempt"


class Material(Section):
    """A paper. Deferrable ones carry the days within which they may follow."""

    id: Identifier
    name: Text
    hint: Text
    icon: IconName = "file-text"
    demand: Demand
    defer_days: int | None = Field(default=None, ge=1, le=60)
    max_pages: int = Field(default=4, ge=1, le=20)
    when: Condition | None = None

    @model_validator(mode="after")
    def _days_fit(self) -> Self:
        if (self.demand is Demand.DEFERRABLE) != (self.defer_days is not None):
            raise ValueError("defer_days belongs to deferrable materials, and only to them")
        return self


class Limit(Section):
    """How long it takes at most."""

    days: int = Field(ge=0, le=365)
    unit: Literal["working_days", "days"]


class Eligibility(Section):
    """Who may apply; `way` says what to do instead, in full sentences."""

    min_age: int = Field(ge=0, le=130)
    way: Text


class Service(Section):
    """One matter a resident can settle."""

    code: Code
    basic_code: Code
    implementation_code: Code
    version: int = Field(ge=1)
    order: int = 100
    name: Text
    everyday: Text
    summary: Text
    icon: IconName
    department: Text
    minutes: int = Field(ge=1, le=60)
    limit: Limit
    fee: Text
    fee_note: Text
    delivery: Text
    delivery_note: Text
    result: Text
    eligibility: Eligibility | None = None
    fields: tuple[FormField, ...]
    materials: tuple[Material, ...]

    @field_validator("fields", "materials")
    @classmethod
    def _distinct(cls, items: tuple[FormField | Material, ...]) -> tuple[FormField | Material, ...]:
        if len({item.id for item in items}) != len(items):
            raise ValueError("ids must differ")
        return items

    @model_validator(mode="after")
    def _conditions_fit(self) -> Self:
        values = {field.id: {option.value for option in field.options} for field in self.fields}
        for material in self.materials:
            if material.when and not set(material.when.values) <= values.get(material.when.field, set()):
                raise ValueError(f"material {material.id}: its condition names a field or value that is not there")
        return self


class Catalogue:
    """All services by code, in the order in which they are shown."""

    def __init__(self, services: tuple[Service, ...]) -> None:
        self._services = {service.code: service for service in sorted(services, key=lambda s: (s.order, s.code))}

    def __iter__(self) -> Iterator[Service]:
        return iter(self._services.values())

    def __len__(self) -> int:
        return len(self._services)

    def find(self, code: str) -> Service | None:
        """The service with this code, if there is one."""
        return self._services.get(code)


def load(folder: Path = SERVICES) -> Catalogue:
    """All services of a folder. Raises CatalogueError with every mistake of every file."""
    return _gathered(folder, [partial(read, file) for file in sorted(folder.glob("*.toml"))])


def from_files(place: Path, files: Mapping[str, bytes]) -> Catalogue:
    """All services of files that are not on the disk; `place` is said in mistakes. Raises CatalogueError likewise."""
    return _gathered(
        place, [partial(model_of, Service, raw, place / name, CatalogueError) for name, raw in sorted(files.items())]
    )


def _gathered(place: Path, readers: Sequence[Callable[[], Service]]) -> Catalogue:
    if not readers:
        raise CatalogueError(f"{place}: there is no service file (*.toml)")
    services: list[Service] = []
    mistakes: list[str] = []
    for read_one in readers:
        try:
            services.append(read_one())
        except CatalogueError as error:
            mistakes.append(str(error))
    codes = [service.code for service in services]
    mistakes += [f"{place}: the code {code} is used twice" for code in sorted(set(codes)) if codes.count(code) > 1]
    if mistakes:
        raise CatalogueError("\n".join(mistakes))
    return Catalogue(tuple(services))


def read(file: Path) -> Service:
    """One service file. Raises CatalogueError."""
    return read_model(Service, file, CatalogueError)
