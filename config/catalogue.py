"""The service catalogue: what can be applied for, as data. One TOML file a service or package, one schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, RootModel, Tag, field_validator, model_validator

from config.catalogue_text import CatalogueError, Code, DrawingName, Identifier, Text, Words
from config.grouping import Group, Groups, Package
from config.settings import Section
from config.toml_files import model_of, read_model

SERVICES = Path(__file__).parent / "services"
PACKAGES = Path(__file__).parent / "packages"
"""What ships; a city publishes the files of both together."""


class Option(Section):
    """One answer of a choice; `hint` tells its consequence."""

    value: Identifier
    label: Text
    hint: Text | None = None
    icon: DrawingName = "circle-check"


class FieldKind(StrEnum):
    """How an answer is asked for and checked."""

    CHOICE = "choice"
    PHONE = "phone"
    TEXT = "text"
    DATE = "date"
    ADDRESS = "address"
    AMOUNT = "amount"
    SIGNATURE = "signature"


class FormField(Section):
    """One question, one page. Answers are text: an option's value, digits, words, an ISO date, yuan with two places.

    A signature is asked for after the papers, and stands last. `least` and `most` are whole yuan.
    """

    id: Identifier
    kind: FieldKind
    label: Text
    question: Text
    help: Text
    why: Text | None = None
    options: tuple[Option, ...] = ()
    max_length: int = Field(default=60, ge=1, le=200)
    latest: Literal["today"] | None = None
    least: int | None = Field(default=None, ge=0)
    most: int | None = Field(default=None, ge=1, le=99_999_999)

    @model_validator(mode="after")
    def _options_fit(self) -> Self:
        if (self.kind is FieldKind.CHOICE) != bool(self.options):
            raise ValueError("a choice needs options, and nothing else has them")
        if any((self.kind is FieldKind.AMOUNT) != (bound is not None) for bound in (self.least, self.most)):
            raise ValueError("an amount needs least and most, and nothing else has them")
        if self.least is not None and self.most is not None and self.least > self.most:
            raise ValueError("least is more than most")
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
    """A paper. Deferrable ones carry the days within which they may follow.

    `sample` is a drawing of one, `checks` what whoever examines it looks at, `source` where to get it.
    """

    id: Identifier
    name: Text
    hint: Text
    icon: DrawingName = "file-text"
    sample: DrawingName = "paper"
    checks: tuple[Text, ...] = Field(default=(), max_length=4)
    source: Text | None = None
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
    """One matter a resident can settle.

    `also` are other words that residents look for it by; `otherwise` says who settles it elsewhere, where and when.
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
    fee: Text
    fee_note: Text
    delivery: Text
    delivery_note: Text
    result: Text
    otherwise: Text | None = None
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
    def _signature_is_last(self) -> Self:
        if any(field.kind is FieldKind.SIGNATURE for field in self.fields[:-1]):
            raise ValueError("a signature is the last field")
        return self

    @model_validator(mode="after")
    def _conditions_fit(self) -> Self:
        values = {field.id: {option.value for option in field.options} for field in self.fields}
        for material in self.materials:
            if material.when and not set(material.when.values) <= values.get(material.when.field, set()):
                raise ValueError(f"material {material.id}: its condition names a field or value that is not there")
        return self


def _kind(value: Any) -> Any:
    """A file that does not say what it is, is a service."""
    return value.get("kind", "service") if isinstance(value, dict) else getattr(value, "kind", "service")


Item = RootModel[
    Annotated[
        Annotated[Service, Tag("service")] | Annotated[Package, Tag("package")] | Annotated[Groups, Tag("groups")],
        Discriminator(_kind),
    ]
]
"""What one file holds."""


class Catalogue:
    """Services and packages in the order in which they are shown, and the groups of the former."""

    def __init__(
        self, services: Sequence[Service], packages: Sequence[Package] = (), groups: Sequence[Group] = ()
    ) -> None:
        self._services = {service.code: service for service in sorted(services, key=lambda s: (s.order, s.code))}
        self._packages = {package.code: package for package in sorted(packages, key=lambda p: (p.order, p.code))}
        self._groups = {group.id: group for group in groups}

    def __iter__(self) -> Iterator[Service]:
        return iter(self._services.values())

    def __len__(self) -> int:
        return len(self._services)

    @property
    def packages(self) -> tuple[Package, ...]:
        """The packages."""
        return tuple(self._packages.values())

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups that have something to show."""
        filled = {service.group for service in self}
        return tuple(group for group in self._groups.values() if group.id in filled or group.elsewhere)

    @property
    def ungrouped(self) -> tuple[Service, ...]:
        """The services that lie in no group, or in none that there is."""
        return tuple(service for service in self if service.group not in self._groups)

    @property
    def departments(self) -> tuple[Text, ...]:
        """Who settles the services, each once."""
        return tuple({service.department.zh: service.department for service in self}.values())

    def find(self, code: str) -> Service | None:
        """The service with this code, if there is one."""
        return self._services.get(code)

    def find_package(self, code: str) -> Package | None:
        """The package with this code, if there is one."""
        return self._packages.get(code)

    def find_group(self, identifier: str) -> Group | None:
        """The group of this name, if there is one."""
        return self._groups.get(identifier)

    def in_group(self, group: Group) -> tuple[Service, ...]:
        """The services of a group."""
        return tuple(service for service in self if service.group == group.id)

    def in_package(self, package: Package) -> tuple[Service, ...]:
        """The services of a package, in its order."""
        return tuple(self._services[code] for code in package.services)


def load(*folders: Path) -> Catalogue:
    """What the files of some folders offer; of none, what ships. Raises CatalogueError with every mistake."""
    read_from = folders or (SERVICES, PACKAGES)
    files = [file for folder in read_from for file in sorted(folder.glob("*.toml"))]
    return _gathered(read_from[0], [partial(read, file) for file in files])


def from_files(place: Path, files: Mapping[str, bytes]) -> Catalogue:
    """What files that are not on the disk offer; `place` is said in mistakes. Raises CatalogueError likewise."""
    return _gathered(
        place, [partial(model_of, Item, raw, place / name, CatalogueError) for name, raw in sorted(files.items())]
    )


def _gathered(place: Path, readers: Sequence[Callable[[], Item]]) -> Catalogue:
    if not readers:
        raise CatalogueError(f"{place}: there is no service file (*.toml)")
    items: list[Service | Package | Groups] = []
    mistakes: list[str] = []
    for read_one in readers:
        try:
            items.append(read_one().root)
        except CatalogueError as error:
            mistakes.append(str(error))
    codes = [item.code for item in items]
    mistakes += [f"{place}: the code {code} is used twice" for code in sorted(set(codes)) if codes.count(code) > 1]
    if mistakes:
        raise CatalogueError("\n".join(mistakes))
    return _sorted(place, items)


def _sorted(place: Path, items: Sequence[Service | Package | Groups]) -> Catalogue:
    services = [item for item in items if isinstance(item, Service)]
    packages = [item for item in items if isinstance(item, Package)]
    groups = [group for item in items if isinstance(item, Groups) for group in item.groups]
    known = {service.code for service in services}
    mistakes = [
        f"{place}: the package {package.code} names {code}, which is no service"
        for package in packages
        for code in package.services
        if code not in known
    ]
    if len({group.id for group in groups}) != len(groups):
        mistakes.append(f"{place}: a group is there twice")
    if not services:
        mistakes.append(f"{place}: there is no service")
    if mistakes:
        raise CatalogueError("\n".join(mistakes))
    return Catalogue(services, packages, groups)


def read(file: Path) -> Item:
    """What one file holds. Raises CatalogueError."""
    return read_model(Item, file, CatalogueError)
