"""A fleet that comes back after an outage, and is cut off once more in the middle: every promise is kept once."""

from __future__ import annotations

import dataclasses

from bench.fleet import Plan, play, reckoned
from intake.store import Stored


def test_a_fleet_that_comes_back_loses_and_doubles_nothing(tmp_path):
    plan = Plan(submissions=8, size=20_000, workers=1, slots=2, cuts=1, faster=1000.0)
    outcome = play(tmp_path, "", plan, 3)
    assert (outcome.submitted, outcome.accepted) == (25, 25)
    assert (outcome.lost, outcome.duplicates) == (0, 0)


def case(identity, number):
    empty = dict.fromkeys((field.name for field in dataclasses.fields(Stored)), "")
    return Stored(**empty | {"id": identity, "acceptance_number": number})


def test_what_is_lost_or_doubled_is_seen():
    told = {"a": "1", "b": "2", "c": None}
    kept = [case("a", "1"), case("b", "2"), case("c", "3")]
    assert reckoned(told | {"c": "3"}, kept) == {"submitted": 3, "accepted": 3, "duplicates": 0, "lost": 0}
    assert reckoned(told, kept[:2])["lost"] == 1
    assert reckoned(told, [case("a", "1"), case("b", "9"), case("c", "3")])["lost"] == 2, "residents know other numbers"
    assert reckoned(told | {"c": "3"}, [*kept, case("d", "4")])["duplicates"] == 1
