"""Whether the parts of a catalogue fit together: rules, and what one file says of another.

Apart from the models, since a terminal that starts has no time to read every rule: this was done before its catalogue
was published, and is done again before it is taken up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from config.catalogue import Catalogue, Service, Stop, facts_of
from config.grouping import Package
from config.papers import Demand
from config.questions import FormField
from config.rules import FactKind, RuleError, check

PARTNERS = ("not_before", "differs_from")


@dataclass(frozen=True)
class Mistake:
    """What is wrong in the file of `code`, at which key (`fields.phone.when`), and what to write."""

    code: str
    key: str
    wrong: str

    def __str__(self) -> str:
        return f"{self.code}: {self.key}: {self.wrong}"


def mistakes(catalogue: Catalogue) -> tuple[Mistake, ...]:
    """Everything that does not fit."""
    found = [mistake for service in catalogue for mistake in _of_service(service, catalogue)]
    found += [mistake for package in catalogue.packages for mistake in _of_package(package, catalogue)]
    return tuple(found)


def _of_service(service: Service, catalogue: Catalogue) -> Iterator[Mistake]:
    code, whole = service.code, service.known
    yield from _of_fields(code, service.fields, {})
    for material in service.materials:
        yield from _rule(code, f"materials.{material.id}.when", material.when, whole)
        if material.defer_days is not None and material.defer_days > service.limit.days:
            wrong = f"a paper follows within the promised limit; write at most {service.limit.days}"
            yield Mistake(code, f"materials.{material.id}.defer_days", wrong)
        if material.without_city is Demand.DEFERRABLE and service.limit.days == 0:
            yield Mistake(code, f"materials.{material.id}.demand", "nothing may follow what is decided at once")
    for number, limit in enumerate(service.limits):
        yield from _rule(code, f"limits.{number}.when", limit.when, whole)
    for consent in service.consents:
        yield from _rule(code, f"consents.{consent.id}.when", consent.when, whole)
    for name in ("excludes", "successors"):
        for related in getattr(service, name):
            yield from _rule(code, f"{name}.{related.service}.when", related.when, whole)
            yield from _is_service(code, f"{name}.{related.service}", related.service, catalogue)
    yield from _is_office(code, "office", service.office, catalogue)
    for stop in service.stops:
        yield from _of_stop(service, stop, catalogue)


def _of_stop(service: Service, stop: Stop, catalogue: Catalogue) -> Iterator[Mistake]:
    code, key = service.code, f"stops.{stop.id}"
    yield from _rule(code, f"{key}.when", stop.when, service.known)
    yield from _is_office(code, f"{key}.office", stop.office, catalogue)
    if stop.instead is not None:
        yield from _is_service(code, f"{key}.instead", stop.instead, catalogue)
    dated = {name for name, _ in _facts(service.fields) if name.endswith("_months")}
    if stop.possible is not None and stop.possible.field and f"{stop.possible.field}_months" not in dated:
        yield Mistake(code, f"{key}.possible.field", f"{stop.possible.field!r} is no field with a date")
    elif stop.possible is not None and stop.possible.field and stop.possible.field not in stop.when:
        wrong = f"the stop's rule has to speak of {stop.possible.field!r}, so that its day is known when it holds"
        yield Mistake(code, f"{key}.possible.field", wrong)


def _of_package(package: Package, catalogue: Catalogue) -> Iterator[Mistake]:
    code = package.code
    yield from _of_fields(code, package.fields, {})
    fields = list(package.fields)
    for part in package.services:
        yield from _rule(code, f"services.{part.code}.when", part.when, facts_of(fields))
        service = catalogue.find(part.code)
        fields += service.fields if service else ()
    yield from _same_concepts(code, fields)
    for number, matter in enumerate(package.elsewhere):
        yield from _is_office(code, f"elsewhere.{number}.office", matter.office, catalogue)


def _of_fields(code: str, fields: Iterable[FormField], before: dict[str, FactKind]) -> Iterator[Mistake]:
    """A rule speaks only of what was asked before, so that whoever goes on never finds a question behind them."""
    earlier: list[FormField] = []
    for field in fields:
        yield from _rule(code, f"fields.{field.id}.when", field.when, {**facts_of(earlier), **before})
        for partner in PARTNERS:
            name = getattr(field, partner)
            if name is not None and name not in {other.id for other in earlier}:
                yield Mistake(code, f"fields.{field.id}.{partner}", f"{name!r} is no field that is asked before")
        earlier.append(field)


def _same_concepts(code: str, fields: Iterable[FormField]) -> Iterator[Mistake]:
    """Fields of one name are asked once, so they must be of one kind and offer the same options."""
    first: dict[str, FormField] = {}
    for field in fields:
        other = first.setdefault(field.id, field)
        options = [{option.value for option in one.options} for one in (field, other)]
        if field.kind is not other.kind or options[0] != options[1]:
            yield Mistake(code, f"fields.{field.id}", "two services ask it differently; give one of them another id")


def _rule(code: str, key: str, rule: str | None, known: dict[str, FactKind]) -> Iterator[Mistake]:
    if rule is None:
        return
    try:
        check(rule, known)
    except RuleError as error:
        yield Mistake(code, key, str(error))


def _is_office(code: str, key: str, office: str, catalogue: Catalogue) -> Iterator[Mistake]:
    if office not in catalogue.offices:
        names = ", ".join(sorted(catalogue.offices)) or 'none; add a file with kind = "offices"'
        yield Mistake(code, key, f"{office!r} is no office of the directory; there are: {names}")


def _is_service(code: str, key: str, service: str, catalogue: Catalogue) -> Iterator[Mistake]:
    if catalogue.find(service) is None:
        yield Mistake(code, key, f"{service!r} is no service of this catalogue")


def _facts(fields: Iterable[FormField]) -> Iterator[tuple[str, FactKind]]:
    return (fact for field in fields for fact in field.facts)
