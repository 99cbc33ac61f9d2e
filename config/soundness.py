"""Whether the parts of a catalogue fit together: rules, and what one file says of another.

Apart from the models, since a terminal that starts has no time to read every rule: this was done before its catalogue
was published, and is done again before it is taken up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from config.catalogue import Catalogue
from config.grouping import Group, Package
from config.lengths import too_long
from config.papers import Material
from config.questions import FormField
from config.reach import Form
from config.refusing import refusals
from config.rules import FactKind, RuleError, check
from config.service import Service, Stop, facts_of

PARTNERS = ("not_before", "differs_from")

SHORTEST_WAY = 8
"""Characters of the shortest way that leads anybody anywhere."""


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
    found += [mistake for group in catalogue.groups for mistake in _of_group(group, catalogue)]
    found += [
        mistake
        for office in catalogue.offices.values()
        for mistake in _of_words("offices", office, f"offices.{office.id}.")
    ]
    return tuple(dict.fromkeys(found))


def _of_service(service: Service, catalogue: Catalogue) -> Iterator[Mistake]:
    code = service.code
    yield from _of_words(code, service)
    yield from _of_fields(code, service.fields, {})
    for key, rule in _rules(service):
        yield from _rule(code, key, rule, service.known)
    for name in ("excludes", "successors"):
        for related in getattr(service, name):
            yield from _is_service(code, f"{name}.{related.service}.service", related.service, catalogue)
    yield from _is_office(code, "office", service.office, catalogue)
    for stop in service.stops:
        yield from _of_stop(service, stop, catalogue)
    if not list(_broken(service)):
        yield from _of_reach(service)


def _rules(service: Service) -> Iterator[tuple[str, str]]:
    """Every rule of a service but those of its fields, with its key."""
    for name in ("materials", "stops", "consents"):
        yield from ((f"{name}.{item.id}.when", item.when) for item in getattr(service, name) if item.when)
    for name in ("excludes", "successors"):
        yield from ((f"{name}.{item.service}.when", item.when) for item in getattr(service, name) if item.when)
    yield from ((f"limits.{number}.when", limit.when) for number, limit in enumerate(service.limits))


def _broken(service: Service) -> Iterator[Mistake]:
    """Rules that cannot be read, so that nothing can be said of who comes where."""
    yield from _of_fields(service.code, service.fields, {})
    for key, rule in _rules(service):
        yield from _rule(service.code, key, rule, service.known)


def _of_reach(service: Service) -> Iterator[Mistake]:
    """Nothing stands in the file that nobody ever comes to, and the end can be come to."""
    code, stops = service.code, [stop.when for stop in service.stops]
    form, unstopped = Form(service.fields, service.known, stops), Form(service.fields, service.known)
    asked = [(f"fields.{field.id}.when", field.when) for field in service.fields if field.when]
    for key, rule in [*asked, *_rules(service)]:
        yield from _holds_for_somebody(code, key, rule, unstopped if key.startswith("stops.") else form)
    if not form.passable():
        yield Mistake(code, "stops", "whatever is answered, one of them holds; narrow the condition of one")
    for material in service.materials:
        yield from _in_time(service, material, form)


def _holds_for_somebody(code: str, key: str, rule: str, form: Form) -> Iterator[Mistake]:
    strange = list(form.strange_words(rule))
    for word, possible in strange:
        yield Mistake(code, key, f"{word!r} is no answer to what it speaks of; answers are: {', '.join(possible)}")
    if not strange and not form.reachable(rule):
        yield Mistake(code, key, f"{rule!r} never holds, whatever is answered; correct it or leave the item out")


def _in_time(service: Service, material: Material, form: Form) -> Iterator[Mistake]:
    """A paper follows within the limit that is promised to whoever owes it, and never what is decided at once."""
    if material.defer_days is None:
        return
    code, key = service.code, f"materials.{material.id}"
    whens = () if material.when is None else (material.when,)
    days = [limit.days for limit in service.limits if form.reachable(*whens, limit.when)]
    shortest = min([*days, service.limit.days])
    if shortest == 0:
        yield Mistake(code, f"{key}.demand", "nothing may follow what is decided at once; write required or declared")
    elif material.defer_days > shortest:
        yield Mistake(code, f"{key}.defer_days", f"a paper follows within the promised limit; write at most {shortest}")


def _of_stop(service: Service, stop: Stop, catalogue: Catalogue) -> Iterator[Mistake]:
    code, key = service.code, f"stops.{stop.id}"
    yield from _is_office(code, f"{key}.office", stop.office, catalogue)
    for language, words, reason in (("zh", stop.way.zh, stop.reason.zh), ("en", stop.way.en, stop.reason.en)):
        if len(words) < SHORTEST_WAY or words == reason:
            yield Mistake(code, f"{key}.way.{language}", "leads nowhere; write what to do instead, in full sentences")
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
    yield from _of_words(code, package)
    yield from _of_fields(code, package.fields, {})
    fields = list(package.fields)
    for part in package.services:
        yield from _of_part(code, part.code, part.when, fields)
        service = catalogue.find(part.code)
        fields += service.fields if service else ()
    yield from _same_concepts(code, fields)
    yield from _go_together(package, catalogue)
    for number, matter in enumerate(package.elsewhere):
        yield from _is_office(code, f"elsewhere.{number}.office", matter.office, catalogue)


def _of_part(code: str, part: str, rule: str | None, fields: list[FormField]) -> Iterator[Mistake]:
    """Fields of one name are asked once: the first of them is the one that counts."""
    if rule is None:
        return
    key, first = f"services.{part}.when", tuple({field.id: field for field in reversed(fields)}.values())[::-1]
    broken = list(_rule(code, key, rule, facts_of(first)))
    yield from broken or _holds_for_somebody(code, key, rule, Form(first, facts_of(first)))


def _go_together(package: Package, catalogue: Catalogue) -> Iterator[Mistake]:
    """No two services that always exclude each other."""
    codes = {part.code for part in package.services}
    for service in catalogue.in_package(package):
        for other in service.excludes:
            if other.when is None and other.service in codes:
                wrong = f"excludes {other.service}, which is in this package too; leave one of them out"
                yield Mistake(package.code, f"services.{service.code}.code", wrong)


def _of_group(group: Group, catalogue: Catalogue) -> Iterator[Mistake]:
    yield from _of_words("groups", group, f"groups.{group.id}.")
    for number, matter in enumerate(group.elsewhere):
        key = f"groups.{group.id}.elsewhere.{number}.office"
        yield from _is_office("groups", key, matter.office, catalogue)


def _of_words(code: str, item: BaseModel, place: str = "") -> Iterator[Mistake]:
    for key, wrong in (*too_long(item), *refusals(item)):
        yield Mistake(code, place + key, wrong)


def _of_fields(code: str, fields: Iterable[FormField], before: dict[str, FactKind]) -> Iterator[Mistake]:
    """A rule speaks only of what was asked before, so that whoever goes on never finds a question behind them."""
    earlier: list[FormField] = []
    for field in fields:
        yield from _rule(code, f"fields.{field.id}.when", field.when, {**facts_of(earlier), **before})
        for partner in PARTNERS:
            name = getattr(field, partner)
            other = next((other for other in earlier if other.id == name), None)
            if name is not None and other is None:
                yield Mistake(code, f"fields.{field.id}.{partner}", f"{name!r} is no field that is asked before")
            if partner == "not_before" and other is not None and f"{name}_months" not in dict(other.facts):
                yield Mistake(code, f"fields.{field.id}.{partner}", f"{name!r} is neither a date nor a month")
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
