"""How far a form leads: which questions are asked with the answers so far, what is known, and whether a stop holds.

Facts tell three things apart: a name with a value was answered, one with None will not be asked, and one that is
missing is still open. A rule that depends on an open name is not judged yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from config import rules
from config.catalogue_text import Text
from config.questions import FormField
from config.rules import Fact, FactKind
from config.service import Service, Stop, facts_of
from drivers.id_card_reader.card import IdCard
from kiosk.visit.facts import PENSION_LINE, TO_PENSION, names_of, of_answer, of_card
from kiosk.visit.matter import Matter


@dataclass(frozen=True, repr=False)
class Ground:
    """Whom a form asks, on which day, and what was answered."""

    person: IdCard
    today: date
    answers: Mapping[str, str]


@dataclass(frozen=True, repr=False)
class Course:
    """The questions that are asked so far, in order, what is known, and the stop that holds."""

    asked: tuple[FormField, ...]
    facts: Mapping[str, Fact]
    stop: Stop | None = None

    def holds(self, rule: str | None, known: Mapping[str, FactKind]) -> bool:
        """Whether a condition holds; none always does."""
        return rule is None or rules.judged(rule, self.facts, known) is True


@dataclass(frozen=True, repr=False)
class Fallen:
    """A service that falls away: a stop of its own holds, or the package's condition does not (`otherwise`).

    `because` are the questions whose answers led there, none when the card alone did.
    """

    service: Service
    stop: Stop | None = None
    otherwise: Text | None = None
    because: tuple[FormField, ...] = ()


@dataclass(frozen=True, repr=False)
class Standing:
    """How the services of a matter stand: asked for, fallen away, or not decided yet (`open`)."""

    going: tuple[Service, ...]
    fallen: tuple[Fallen, ...]
    open: tuple[Service, ...]
    courses: Mapping[str, Course]
    own: Course


def follow(fields: tuple[FormField, ...], stops: Iterable[Stop], ground: Ground) -> Course:
    """Ask the fields one after the other, as long as no stop holds."""
    known = facts_of(fields)
    facts = of_card(ground.person, ground.today)
    if any(field.id == PENSION_LINE for field in fields) and facts[TO_PENSION] is None:
        del facts[TO_PENSION]
    # a stop that does not hold may hold once something new is known that it speaks of
    speaking = [(stop, rules.check(stop.when, known)) for stop in stops]
    stop = _held((one for one, _ in speaking), facts, known)
    new: set[str] = set()
    asked: list[FormField] = []
    for field in fields:
        wanted = stop is None and (field.when is None or rules.judged(field.when, facts, known))
        if wanted is None:
            continue
        if not wanted:
            new.update(names_of(field))
            facts |= {name: facts.get(name) for name in names_of(field)}
            continue
        asked.append(field)
        if text := ground.answers.get(field.id, ""):
            said = of_answer(field, text, ground.person, ground.today)
            new.update(said)
            facts |= said
            stop = _held((one for one, names in speaking if not new.isdisjoint(names)), facts, known)
            new.clear()
    return Course(tuple(asked), facts, stop)


def _held(stops: Iterable[Stop], facts: Mapping[str, Fact], known: Mapping[str, FactKind]) -> Stop | None:
    return next((stop for stop in stops if rules.judged(stop.when, facts, known)), None)


def standing(matter: Matter, ground: Ground) -> Standing:
    """How each service of a matter stands. A package's condition speaks of its own questions and of services before."""
    fields = () if matter.package is None else matter.package.fields
    own = follow(fields, (), ground)
    before, asked, facts = list(fields), list(own.asked), dict(own.facts)
    going: list[Service] = []
    fallen: list[Fallen] = []
    undecided: list[Service] = []
    courses: dict[str, Course] = {}
    for service in matter.services:
        part = matter.part(service)
        known = facts_of(before)
        before += service.fields
        if part is not None and part.when is not None:
            called_for = rules.judged(part.when, facts, known)
            if called_for is None:
                undecided.append(service)
                continue
            if not called_for:
                because = _because(part.when, known, asked, ground)
                fallen.append(Fallen(service, otherwise=part.otherwise, because=because))
                _learn(facts, service.fields, {name: None for field in service.fields for name in names_of(field)})
                continue
        course = courses[service.code] = follow(service.fields, service.stops, ground)
        asked += course.asked
        _learn(facts, service.fields, course.facts)
        if course.stop is None:
            going.append(service)
        else:
            because = _because(course.stop.when, service.known, course.asked, ground)
            fallen.append(Fallen(service, course.stop, because=because))
    return Standing(tuple(going), tuple(fallen), tuple(undecided), courses, own)


def _learn(facts: dict[str, Fact], fields: Iterable[FormField], more: Mapping[str, Fact]) -> None:
    """What one form knows is known; what it still asks is open; what it will not ask may be known already."""
    for name in {name for field in fields for name in names_of(field)}:
        if more.get(name) is not None:
            facts[name] = more[name]
        elif name in more:
            facts.setdefault(name, None)
        elif facts.get(name) is None:
            facts.pop(name, None)


def _because(
    rule: str, known: Mapping[str, FactKind], asked: Iterable[FormField], ground: Ground
) -> tuple[FormField, ...]:
    """The answered questions that a rule speaks of, each once, in the order in which they are asked."""
    names = rules.check(rule, known)
    spoken = {
        field.id: field for field in asked if names.intersection(names_of(field)) and ground.answers.get(field.id)
    }
    return tuple(spoken.values())


def strictest(fields: Iterable[FormField]) -> FormField:
    """One question for the fields of one name, checked as the strictest of them."""
    first, *others = fields
    for other in others:
        days = [one.latest_days for one in (first, other) if one.latest is not None]
        first = first.model_copy(
            update={
                "max_length": min(first.max_length, other.max_length),
                "check": first.check or other.check,
                "twice": first.twice or other.twice,
                "latest": first.latest or other.latest,
                "latest_days": min(days, default=0),
                "earliest": first.earliest or other.earliest,
                "not_before": first.not_before or other.not_before,
                "differs_from": first.differs_from or other.differs_from,
                "least": max((one.least for one in (first, other) if one.least is not None), default=None),
                "most": min((one.most for one in (first, other) if one.most is not None), default=None),
                "why": first.why or other.why,
            }
        )
    return first
