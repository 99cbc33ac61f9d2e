"""Conditions: what they may speak of, what they mean when something was not asked, and hostile ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.rules import CARD_FACTS, LONGEST, FactKind, RuleError, check, holds

KNOWN = {
    **CARD_FACTS,
    "lodging": FactKind.WORDS,
    "kinds": FactKind.SEVERAL,
    "since_months": FactKind.NUMBER,
    "agreed": FactKind.YES_NO,
}


def test_the_names_of_a_rule_are_known():
    assert check("age >= 60 and lodging in ['rented', 'owned']", KNOWN) == {"age", "lodging"}


@pytest.mark.parametrize(
    ("rule", "facts", "true"),
    [
        ("age >= 60", {"age": 60}, True),
        ("age >= 60", {"age": 59}, False),
        ("age >= 60", {}, False),
        ("lodging != 'rented'", {}, True),
        ("'medical' in kinds", {"kinds": ("pension", "medical")}, True),
        ("'medical' in kinds", {}, False),
        ("since_months == null or since_months < 6", {}, True),
        ("not agreed", {"agreed": False}, True),
    ],
)
def test_what_was_not_asked_is_null(rule, facts, true):
    assert holds(rule, facts, KNOWN) is true


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("agee >= 60", "known are: age, agreed"),
        ("age >= 'sixty'", "data type mismatch"),
        ("age >=", "syntax error"),
        ("lodging.__class__ == 1", "__class__"),
        ("1 / 0 == 1", "division by zero"),
        ("a" * (LONGEST + 1), "at most"),
    ],
)
def test_mistakes_say_what_to_write(rule, said):
    with pytest.raises(RuleError, match=said):
        check(rule, KNOWN)


def test_where_a_number_was_first_registered_is_no_fact():
    assert not {name for name in CARD_FACTS if "area" in name or "number" in name or "address" in name}


@given(st.text(alphabet="age lodkins()[]{}'\"<>=!&|+-*/.,0123456789\\n$#", max_size=80))
def test_no_text_breaks_a_rule(rule):
    try:
        check(rule, KNOWN)
    except RuleError:
        return
    assert holds(rule, {"age": 61, "lodging": "rented", "kinds": ("a",)}, KNOWN) in (True, False)


@given(st.dictionaries(st.sampled_from(sorted(KNOWN)), st.none() | st.integers() | st.text(max_size=5)))
def test_facts_of_a_wrong_kind_are_no_accident(facts):
    assert holds("age >= 60 and 'a' in kinds", facts, KNOWN) in (True, False)
