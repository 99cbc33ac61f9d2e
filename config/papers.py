"""What has to be brought, and what need not: the materials of a service, as data."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from config.catalogue_text import DrawingName, Identifier, Rule, Text
from config.settings import Section


class Demand(StrEnum):
    """Whether a paper must be there, may follow (容缺), is replaced by a word (告知承诺), or is held by the city.

    What the city holds (免提交) is asked of its shared data; where it does not answer, `otherwise` says what then.
    """

    REQUIRED = "required"
    DEFERRABLE = "deferrable"
    DECLARED = "declared"
    EXEMPT = "exempt"


class Declaration(Section):
    """Signed instead of a paper: what the law asks for, what is declared, and what follows when it is not true."""

    duty: Text
    text: Text
    consequence: Text


class Material(Section):
    """A paper. One that may follow carries the calendar days until when, never more than the service's own limit.

    `sample` is a drawing of one, `checks` what whoever examines it looks at, `source` where to get it. Papers of one
    `one_of` stand for each other: the answers decide which.
    """

    id: Identifier
    name: Text
    hint: Text
    icon: DrawingName = "file-text"
    sample: DrawingName = "paper"
    checks: tuple[Text, ...] = Field(default=(), max_length=4)
    source: Text
    demand: Demand
    otherwise: Literal["required", "deferrable", "declared"] | None = None
    defer_days: int | None = Field(default=None, ge=1, le=60)
    declaration: Declaration | None = None
    original: bool = True
    max_pages: int = Field(default=4, ge=1, le=20)
    one_of: Identifier | None = None
    when: Rule | None = None

    @model_validator(mode="after")
    def _demand_fits(self) -> Self:
        if (self.demand is Demand.EXEMPT) != (self.otherwise is not None):
            raise ValueError("an exempt paper says under `otherwise` what holds when the city does not answer")
        demands = {self.demand.value, self.otherwise}
        if ("deferrable" in demands) != (self.defer_days is not None):
            raise ValueError("defer_days belongs to papers that may follow, and only to them")
        if ("declared" in demands) != (self.declaration is not None):
            raise ValueError("a declaration belongs to papers that one replaces, and only to them")
        return self

    @property
    def without_city(self) -> Demand:
        """What holds when the city does not say that it has it."""
        return self.demand if self.otherwise is None else Demand(self.otherwise)
