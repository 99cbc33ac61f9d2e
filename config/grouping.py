"""How the catalogue's services are offered: in groups by residents' words, and in packages for an event of life."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator

from config.catalogue_text import Code, DrawingName, Identifier, Text
from config.settings import Section


class Elsewhere(Section):
    """A matter that no terminal settles yet; `way` says who does it, where, when, and what to bring."""

    name: Text
    way: Text


class Group(Section):
    """Matters that residents look for in one place."""

    id: Identifier
    name: Text
    icon: DrawingName
    elsewhere: tuple[Elsewhere, ...] = ()


class Groups(Section):
    """The groups, in the order in which they are shown."""

    kind: Literal["groups"]
    code: Code
    groups: tuple[Group, ...] = Field(min_length=1)

    @field_validator("groups")
    @classmethod
    def _distinct(cls, groups: tuple[Group, ...]) -> tuple[Group, ...]:
        if len({group.id for group in groups}) != len(groups):
            raise ValueError("ids must differ")
        return groups


class Package(Section):
    """An event of life (一件事) and the services that it calls for, in the order in which they are settled."""

    kind: Literal["package"]
    code: Code
    version: int = Field(ge=1)
    order: int = 100
    name: Text
    everyday: Text
    summary: Text
    icon: DrawingName
    services: tuple[Code, ...] = Field(min_length=1)
    elsewhere: tuple[Elsewhere, ...] = ()

    @field_validator("services")
    @classmethod
    def _once(cls, services: tuple[Code, ...]) -> tuple[Code, ...]:
        if len(set(services)) != len(services):
            raise ValueError("a service is named twice")
        return services
