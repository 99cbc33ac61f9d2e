"""The places where a resident looks for a matter, one frozen value each."""

from __future__ import annotations

from dataclasses import dataclass

from config.catalogue_text import Text
from config.grouping import Group, Package


@dataclass(frozen=True)
class Home:
    """Everything there is."""


@dataclass(frozen=True, repr=False)
class Searching:
    """What the matter is called, as far as it was typed: letters, digits, or Chinese."""

    query: str = ""


@dataclass(frozen=True)
class InGroup:
    """The matters of one group."""

    group: Group


@dataclass(frozen=True)
class InPackage:
    """All that one event of life calls for."""

    package: Package


@dataclass(frozen=True)
class AllMatters:
    """All groups, where home has no room for them."""


@dataclass(frozen=True)
class ByDepartment:
    """Who settles it?"""


@dataclass(frozen=True)
class InDepartment:
    """The matters of one department."""

    department: Text


Place = Home | Searching | InGroup | InPackage | AllMatters | ByDepartment | InDepartment

HOME = Home()
"""Where everyone begins."""
