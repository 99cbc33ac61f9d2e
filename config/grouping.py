"""How the catalogue's services are offered: in groups by residents' words, and in packages for an event of life."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from config.catalogue_text import Code, DrawingName, Identifier, Rule, Text
from config.questions import FormField
from config.settings import Section


class Elsewhere(Section):
    """A matter that no terminal settles yet; `way` says what to do and bring, `office` who does it, where and when."""

    name: Text
    way: Text
    office: Identifier


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


class Part(Section):
    """One service of a package. Where `when` does not hold it falls away, and `otherwise` says why and what then."""

    code: Code
    when: Rule | None = None
    otherwise: Text | None = None

    @model_validator(mode="after")
    def _reason_given(self) -> Self:
        if (self.when is None) != (self.otherwise is None):
            raise ValueError("`when` and `otherwise` belong together: who it does not apply to is told why")
        return self


class Package(Section):
    """An event of life (一件事) and the services that it calls for, in the order in which they are settled.

    `fields` are questions of its own, asked first: they tell which of the services apply.
    """

    kind: Literal["package"]
    code: Code
    version: int = Field(ge=1)
    order: int = 100
    name: Text
    everyday: Text
    summary: Text
    icon: DrawingName
    fields: tuple[FormField, ...] = ()
    services: tuple[Part, ...] = Field(min_length=1)
    elsewhere: tuple[Elsewhere, ...] = ()

    @field_validator("services")
    @classmethod
    def _once(cls, services: tuple[Part, ...]) -> tuple[Part, ...]:
        if len({part.code for part in services}) != len(services):
            raise ValueError("a service is named twice")
        return services
