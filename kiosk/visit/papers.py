"""The papers that are needed: which, for which services, and what each may be replaced by."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from config.papers import Demand, Material
from config.service import Limit, Service
from kiosk.visit.course import Course
from kiosk.visit.promises import Years, may_follow_until


@dataclass(frozen=True, repr=False)
class ScannedPage:
    """One page as taken: the rectified picture as JPEG, and the names of what is wrong with it."""

    jpeg: bytes
    verdicts: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Paper:
    """A material as handed in: its pages, or with none deferred, or replaced by a declaration."""

    material: str
    pages: tuple[ScannedPage, ...] = ()
    deferred: bool = False
    declared: bool = False


@dataclass(frozen=True)
class Need:
    """A paper that is needed once, whichever services want it; `until` is the last day where it may follow."""

    material: Material
    demand: Demand
    until: date | None = None

    def met_by(self, paper: Paper | None) -> bool:
        """Whether it is settled by what was handed in."""
        if paper is None:
            return False
        may_follow = paper.deferred and self.demand is Demand.DEFERRABLE
        return bool(paper.pages) or may_follow or (paper.declared and self.demand is Demand.DECLARED)


def limit_of(service: Service, course: Course) -> Limit:
    """The promised limit: the first of several that holds."""
    known = service.known
    return next((limit for limit in service.limits if course.holds(limit.when, known)), service.limit)


def needs_of(service: Service, course: Course, held: Collection[str], today: date, years: Years) -> tuple[Need, ...]:
    """The papers that the answers call for; `held` are those that the city said it has."""
    known, limit = service.known, limit_of(service, course)
    found: list[Need] = []
    for material in service.materials:
        if not course.holds(material.when, known):
            continue
        exempt = material.demand is Demand.EXEMPT and material.id in held
        demand = Demand.EXEMPT if exempt else material.without_city
        until = None
        if demand is Demand.DEFERRABLE:
            until = may_follow_until(material.defer_days or 0, limit, today, years)
            demand = Demand.REQUIRED if until is None else demand
        found.append(Need(material, demand, until))
    return tuple(found)


def together(needs: Iterable[Need]) -> tuple[Need, ...]:
    """Each paper once: what one service lets replace and another does not, has to be brought."""
    found: dict[str, Need] = {}
    for need in needs:
        found[need.material.id] = _stricter(found[need.material.id], need) if need.material.id in found else need
    return tuple(found.values())


def _stricter(one: Need, other: Need) -> Need:
    if Demand.EXEMPT in (one.demand, other.demand):
        return other if one.demand is Demand.EXEMPT else one
    pages = min(one.material.max_pages, other.material.max_pages)
    material = one.material.model_copy(update={"max_pages": pages})
    if one.demand is not other.demand:
        return Need(material, Demand.REQUIRED)
    return Need(material, one.demand, min((day for day in (one.until, other.until) if day), default=None))
