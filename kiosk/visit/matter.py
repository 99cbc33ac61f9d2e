"""What a resident came for: one service, or the services of a package."""

from __future__ import annotations

from dataclasses import dataclass, replace

from config.catalogue_text import Text
from config.grouping import Package, Part
from config.service import Service


@dataclass(frozen=True)
class Matter:
    """One service, or several under the name of a package, in the order in which they are settled."""

    services: tuple[Service, ...]
    package: Package | None = None

    @property
    def name(self) -> Text:
        """What it is called."""
        return self.services[0].name if self.package is None else self.package.name

    def part(self, service: Service) -> Part | None:
        """What the package says of one of its services."""
        parts = () if self.package is None else self.package.services
        return next((part for part in parts if part.code == service.code), None)

    def instead(self, service: Service, other: Service) -> Matter:
        """The same with another service in the place of one."""
        return replace(self, services=tuple(other if one == service else one for one in self.services))

    def alone(self, service: Service) -> Matter:
        """One of the services by itself."""
        return Matter((service,))


def only(service: Service) -> Matter:
    """The matter of a single service."""
    return Matter((service,))
