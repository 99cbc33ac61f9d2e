"""The service catalogue: what can be applied for, as data. One TOML file a service or package, one schema."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from config.agreeing import disagreements
from config.catalogue_text import CatalogueError, Text
from config.grouping import Group, Groups, Package
from config.items import AnyItem, Item, read
from config.offices import HOTLINE, Calendar, Office, Offices, Year
from config.service import Service
from config.toml_files import model_of

SERVICES = Path(__file__).parent / "services"
PACKAGES = Path(__file__).parent / "packages"
SHIPPED = (SERVICES, PACKAGES)
"""What ships; a city publishes the files of both together."""

_MANY = 200
"""Files from which on the collector is kept away from what they hold."""


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
    with _undisturbed(len(readers)):
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


@contextmanager
def _undisturbed(files: int) -> Iterator[None]:
    """Reads thousands of files without the collector going through all of them again and again.

    What was read stays and holds no circles, so that it is put where the collector never looks.
    """
    if files < _MANY:
        yield
        return
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def gathered(items: Sequence[AnyItem]) -> Catalogue:
    """A catalogue out of what its files hold, which agree with each other."""
    return Catalogue(
        services=[item for item in items if isinstance(item, Service)],
        packages=[item for item in items if isinstance(item, Package)],
        groups=[group for item in items if isinstance(item, Groups) for group in item.groups],
        offices=[office for item in items if isinstance(item, Offices) for office in item.offices],
        years={number: year for item in items if isinstance(item, Calendar) for number, year in item.years.items()},
    )
