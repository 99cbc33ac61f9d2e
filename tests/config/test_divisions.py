"""The city's divisions: whole, nested, and found by code."""

from __future__ import annotations

import pytest

from config.divisions import COMMUNITY, DISTRICT, NOWHERE, STREET, divisions

CITY = divisions()


def every():
    """All divisions, from the districts down."""
    waiting = list(CITY.within(""))
    while waiting:
        division = waiting.pop()
        yield division
        waiting += CITY.within(division.code)


def test_every_division_lies_in_one_that_is_there():
    found = list(every())
    assert len(found) == len({division.code for division in found})
    counts = {length: sum(len(d.code) == length for d in found) for length in (DISTRICT, STREET, COMMUNITY)}
    assert counts == {DISTRICT: 13, STREET: 164, COMMUNITY: 5758}
    assert all(division.name and division.initial.isalnum() and division.latin.isascii() for division in found)


def test_every_district_has_streets_and_every_street_communities():
    for division in every():
        assert CITY.within(division.code) or len(division.code) == COMMUNITY, division.name


@pytest.mark.parametrize(
    ("value", "words", "still_open", "unlisted"),
    [
        ("", "山东省济南市", True, False),
        ("370102", "山东省济南市历下区", True, False),
        ("370102009", "山东省济南市历下区甸柳街道", True, False),
        ("370102009002", "山东省济南市历下区甸柳街道甸柳新村第一社区", False, False),
        ("370102009*", "山东省济南市历下区甸柳街道", False, True),
    ],
)
def test_a_code_is_a_place(value, words, still_open, unlisted):
    place = CITY.place(value)
    assert place is not None
    assert (place.words, place.open, place.unlisted) == (words, still_open, unlisted)
    assert "历下" not in repr(place), "where someone lives is in no log"


@pytest.mark.parametrize("value", ["370", "999999", "37010200900x", "370102009002 ", "x*", "370102,1"])
def test_what_is_no_code_is_no_place(value):
    assert CITY.place(value) is None


def test_the_way_up_is_one_level_at_a_time():
    place = CITY.place("370102009002")
    codes = []
    while place.path:
        place = place.above
        codes.append(place.code)
    assert codes == ["370102009", "370102", ""]
    assert CITY.place("370102009*").above == CITY.place("370102009")
    assert NOWHERE.open
