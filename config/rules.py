"""Rules of the catalogue: conditions on what a resident said and what the card says, such as `age >= 60`.

The library takes no code: names are those that a form has, and attributes and functions of Python are out of reach.
It is read in with the first rule, as a resting terminal needs none.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import rule_engine

LONGEST = 300
"""Characters of a rule; longer ones nobody can explain to a resident."""

KEPT = 1000
"""Rules that stay read, 14 KB each: those of every matter that is used. A catalogue of a city has 25,000 to try."""

Fact = str | int | bool | date | tuple[str, ...] | None
"""What a name of a rule stands for; None: not asked."""


class FactKind(StrEnum):
    """What can be said of a fact: words, numbers, yes or no, several words."""

    WORDS = "words"
    NUMBER = "number"
    YES_NO = "yes_no"
    SEVERAL = "several"


CARD_FACTS: Mapping[str, FactKind] = {
    "age": FactKind.NUMBER,
    "sex": FactKind.WORDS,
    "document": FactKind.WORDS,
    "months_to_pension": FactKind.NUMBER,
}
"""What is known of whoever applies: full years; `male`, `female`, `unknown`; the kind of card; full months until the
statutory retirement age, negative above it (of a woman only once she has said which one is hers)."""


class RuleError(Exception):
    """A rule cannot be used; the text says what is wrong with it, and names what may stand there."""


def check(rule: str, known: Mapping[str, FactKind]) -> frozenset[str]:
    """The names that a rule speaks of, all of them `known`. Raises RuleError."""
    if len(rule) > LONGEST:
        raise RuleError(f"a rule has at most {LONGEST} characters")
    import rule_engine

    try:
        return _read(rule, frozenset(known.items()))[1]
    except rule_engine.errors.SymbolResolutionError as error:
        names = ", ".join(sorted(known))
        raise RuleError(f"{rule!r} names {error.symbol_name!r}, which is not known here; known are: {names}") from None
    except (rule_engine.errors.EngineError, RecursionError, ValueError, ArithmeticError) as error:
        why = getattr(error, "message", "") or type(error).__name__
        raise RuleError(f"{rule!r} is no rule: {why}; write it like: age >= 60 and lodging == 'rented'") from None


def holds(rule: str, facts: Mapping[str, Fact], known: Mapping[str, FactKind]) -> bool:
    """Whether a checked rule is true. One that speaks of what was not asked is not, unless it says what then."""
    return judged(rule, {**dict.fromkeys(known), **facts}, known) is True


def judged(rule: str, facts: Mapping[str, Fact], known: Mapping[str, FactKind]) -> bool | None:
    """Whether a checked rule is true; None while it depends on a name that `facts` does not have yet."""
    import rule_engine

    compiled, _ = _read(rule, frozenset(known.items()))
    try:
        return bool(compiled.matches(facts))
    except rule_engine.errors.SymbolResolutionError:
        return None
    except (rule_engine.errors.EngineError, TypeError):
        return False


@lru_cache(maxsize=KEPT)
def _read(rule: str, known: frozenset[tuple[str, FactKind]]) -> tuple[rule_engine.Rule, frozenset[str]]:
    import rule_engine

    kinds = rule_engine.DataType
    types = {
        FactKind.WORDS: kinds.STRING,
        FactKind.NUMBER: kinds.FLOAT,
        FactKind.YES_NO: kinds.BOOLEAN,
        FactKind.SEVERAL: kinds.ARRAY(kinds.STRING),
    }
    resolver = rule_engine.type_resolver_from_dict({name: types[kind] for name, kind in known})
    compiled = rule_engine.Rule(rule, context=rule_engine.Context(type_resolver=resolver, resolver=_fact))
    return compiled, frozenset(compiled.context.symbols)


def _fact(facts: Mapping[str, Fact], name: str) -> Fact:
    """A fact by its name. The library's own way looks for names that are alike, which takes longer than the rule."""
    import rule_engine

    try:
        return facts[name]
    except (KeyError, TypeError):
        raise rule_engine.errors.SymbolResolutionError(name) from None
