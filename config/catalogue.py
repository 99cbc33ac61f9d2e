"""The service catalogue: what can be applied for, as data. One TOML file a service or package, one schema."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, RootModel, Tag, field_validator, model_validator

from config.catalogue_text import CatalogueError, Code, DrawingName, Identifier, Rule, Text, Words
from config.gathering import disagreements, undisturbed
from config.grouping import Group, Groups, Package
from config.offices import HOTLINE, Calendar, Office, Offices, Year
from config.papers import Material
from config.questions import FieldKind, FormField
from config.rules import CARD_FACTS, FactKind
from config.settings import Section
from config.toml_files import model_of, read_model

SERVICES = Path(__file__).parent / "services"
PACKAGES = Path(__file__).parent / "packages"
SHIPPED = (SERVICES, PACKAGES)
"""What ships; a city publishes the files of both together."""


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


def _kind(value: Any) -> Any:
    """A file that does not say what it is, is a service."""
    return value.get("kind", "service") if isinstance(value, dict) else getattr(value, "kind", "service")


AnyItem = Service | Package | Groups | Offices | Calendar

Item = RootModel[
    Annotated[
        Annotated[Service, Tag("service")]
        | Annotated[Package, Tag("package")]
        | Annotated[Groups, Tag("groups")]
        | Annotated[Offices, Tag("offices")]
        | Annotated[Calendar, Tag("calendar")],
        Discriminator(_kind),
    ]
]
"""What one file holds."""


class Catalogue:
    """Services and packages in the order in which they are shown, groups, offices, and the days off by year."""

    def __init__(
        self,
        services: Sequence[Service],
        packages: Sequence[Package] = (),
        groups: Sequence[Group] = (),
        offices: Sequence[Office] = (),
        years: Mapping[str, Year] | None = None,
    ) -> None:
        self._services = {service.code: service for service in sorted(services, key=lambda s: (s.order, s.code))}
        self._packages = {package.code: package for package in sorted(packages, key=lambda p: (p.order, p.code))}
        self._groups = {group.id: group for group in groups}
        self.offices: Mapping[str, Office] = {office.id: office for office in offices}
        self.years: Mapping[int, Year] = {int(number): year for number, year in (years or {}).items()}

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
        return tuple(self._services[part.code] for part in package.services)

    def office(self, identifier: str) -> Office | None:
        """The office of this name, else the one that answers always."""
        return self.offices.get(identifier, self.offices.get(HOTLINE))


def load(*folders: Path) -> Catalogue:
    """What the files of some folders offer; of none, what ships. Raises CatalogueError with every mistake."""
    read_from = folders or SHIPPED
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
    items: list[AnyItem] = []
    mistakes: list[str] = []
    with undisturbed(len(readers)):
        for read_one in readers:
            try:
                items.append(read_one().root)
            except CatalogueError as error:
                mistakes.append(str(error))
    mistakes += [f"{place}: {code}: {key}: {wrong}" for code, key, wrong in disagreements(items)]
    if not mistakes and not any(isinstance(item, Service) for item in items):
        mistakes.append(f"{place}: there is no service")
    if mistakes:
        raise CatalogueError("\n".join(mistakes))
    return gathered(items)


def gathered(items: Sequence[AnyItem]) -> Catalogue:
    """A catalogue out of what its files hold, which agree with each other."""
    return Catalogue(
        services=[item for item in items if isinstance(item, Service)],
        packages=[item for item in items if isinstance(item, Package)],
        groups=[group for item in items if isinstance(item, Groups) for group in item.groups],
        offices=[office for item in items if isinstance(item, Offices) for office in item.offices],
        years={number: year for item in items if isinstance(item, Calendar) for number, year in item.years.items()},
    )


def read(file: Path) -> Item:
    """What one file holds. Raises CatalogueError."""
    return read_model(Item, file, CatalogueError)
