"""Whether anybody can come to a question, a paper, a stop: every way to answer that rules can tell apart is tried.

Of a number only the values beside those that a rule names are tried, of a choice the options that a rule names and one
other, of words the ones that a rule names and others. What would take too long to try counts as reachable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from config.questions import FieldKind, FormField
from config.rules import CARD_FACTS, Fact, FactKind, check, holds

MOST_TRIES = 4_000
"""Ways to answer that are tried for one rule."""

OLDEST = 130
"""Nobody is older."""

CARD_VALUES: Mapping[str, tuple[str, ...]] = {
    "sex": ("male", "female", "unknown"),
    "document": ("resident", "hmt", "foreign_2017", "foreign_2023"),
}
"""What the card can say where that is a closed list."""

_QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")
_NUMBER = re.compile(r"-?\d+")
_OPTIONED = (FieldKind.CHOICE, FieldKind.CHOICES)


class _TooManyError(Exception):
    """More ways to answer than are tried."""


class Form:
    """Questions in their order, what rules may know, and the rules that end the visit before its end."""

    def __init__(self, fields: Sequence[FormField], known: Mapping[str, FactKind], stops: Sequence[str] = ()) -> None:
        self._fields = fields
        self._known = known
        self._stops = stops
        self._owner: dict[str, FormField] = {}
        for one in fields:
            for name, _ in one.facts:
                self._owner.setdefault(name, one)

    def passable(self) -> bool:
        """Whether there are answers with which no stop holds."""
        return self._reachable((), self._names(self._stops))

    def reachable(self, *rules: str) -> bool:
        """Whether there are answers with which all rules hold and no stop that speaks of the same does."""
        return self._reachable(rules, self._names(rules))

    def _reachable(self, rules: Sequence[str], names: frozenset[str]) -> bool:
        stops = [stop for stop in self._stops if check(stop, self._known) <= names]
        try:
            return any(self._passes(stops, rules, facts) for facts in self._answers(names, (*rules, *stops)))
        except _TooManyError:
            return True

    def strange_words(self, rule: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The words of a rule that none of its names can ever be, with what they can be."""
        names = check(rule, self._known)
        values = [self._values(name) for name in names if self._known[name] in (FactKind.WORDS, FactKind.SEVERAL)]
        if any(value is None for value in values):
            return
        possible = tuple(word for value in values if value for word in value)
        for word in _words(rule):
            if word not in possible:
                yield word, possible

    def _values(self, name: str) -> tuple[str, ...] | None:
        """All that a name of words can be, None when that is open."""
        if name in CARD_VALUES:
            return CARD_VALUES[name]
        owner = self._owner.get(name)
        if owner is None or owner.kind not in _OPTIONED:
            return None
        return tuple(option.value for option in owner.options)

    def _passes(self, stops: Sequence[str], rules: Sequence[str], facts: Mapping[str, Fact]) -> bool:
        held = all(holds(rule, facts, self._known) for rule in rules)
        return held and not any(holds(stop, facts, self._known) for stop in stops)

    def _names(self, rules: Sequence[str]) -> frozenset[str]:
        """What some rules speak of, and what decides whether that is asked at all."""
        names: set[str] = set()
        open_rules = list(rules)
        while open_rules:
            fresh = check(open_rules.pop(), self._known) - names
            names |= fresh
            open_rules += [one.when for name in fresh if (one := self._owner.get(name)) and one.when]
        return frozenset(names)

    def _answers(self, names: frozenset[str], rules: Sequence[str]) -> Iterator[dict[str, Fact]]:
        asked = [one for one in self._fields if any(name in names for name, _ in one.facts)]
        told = [*rules, *(one.when for one in asked if one.when)]
        card = sorted(names & CARD_FACTS.keys())
        tries = 0
        for values in product(*(self._domain(name, told) for name in card)):
            for facts in self._asked(asked, names, told, dict(zip(card, values, strict=True))):
                tries += 1
                if tries > MOST_TRIES:
                    raise _TooManyError
                yield facts

    def _asked(
        self, asked: Sequence[FormField], names: frozenset[str], told: Sequence[str], facts: dict[str, Fact]
    ) -> Iterator[dict[str, Fact]]:
        """The facts so far with every answer to the fields that are left; what is not asked is not known."""
        if not asked:
            yield facts
            return
        one, left = asked[0], asked[1:]
        own = [name for name, _ in one.facts if name in names]
        if one.when is not None and not holds(one.when, facts, self._known):
            yield from self._asked(left, names, told, facts)
            return
        for values in product(*(self._domain(name, told) for name in own)):
            yield from self._asked(left, names, told, {**facts, **dict(zip(own, values, strict=True))})

    def _domain(self, name: str, told: Sequence[str]) -> Sequence[Fact]:
        """The values of a name that these rules can tell apart, those that they name first."""
        if self._known[name] is FactKind.NUMBER:
            named = {int(number) for rule in told for number in _NUMBER.findall(_QUOTED.sub("", rule))}
            around = sorted({value + step for value in named for step in (-1, 0, 1)} or {0})
            return [value for value in around if name != "age" or 0 <= value <= OLDEST] or [0]
        if self._known[name] is FactKind.YES_NO:
            return (True, False)
        words = list(dict.fromkeys(word for rule in told for word in _words(rule)))
        values = self._values(name)
        if values is None:
            return (*words, "\u2026")
        named_values = [value for value in values if value in words]
        others = [value for value in values if value not in words][:1]
        if self._known[name] is FactKind.SEVERAL:
            return _several([*named_values, *others])
        return (*named_values, *others)


def _several(values: Sequence[str]) -> Sequence[tuple[str, ...]]:
    sizes = range(1, len(values) + 1) if len(values) <= 4 else (1, len(values))
    return [chosen for size in sizes for chosen in combinations(values, size)]


def _words(rule: str) -> list[str]:
    return [single or double for single, double in _QUOTED.findall(rule)]
