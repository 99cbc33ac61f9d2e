"""Search: whatever way a matter's name is typed, it is found; what is meant most comes first."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin

from config import catalogue
from config.catalogue import Catalogue
from kiosk.search import plain, search

CATALOGUE = catalogue.load()
MANY = Catalogue(
    [service.model_copy(update={"code": f"{service.code}-{number}"}) for number in range(700) for service in CATALOGUE]
)


def found(typed, most=8):
    return [thing.name.zh for thing in search(CATALOGUE, typed, most)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("jzdj", "居住登记"),
        ("JZ DJ", "居住登记"),
        ("jzhdj", "居住登记"),
        ("juzhudengji", "居住登记"),
        ("ju'zhu'deng", "居住登记"),
        ("居住", "居住证"),
        ("居住dj", "居住登记"),
        ("zhudj", "居住登记"),
        ("zzz", "居住登记"),
        ("residence", "居住登记"),
        ("RESID reg", "居住登记"),
        ("009001", "居住登记"),
        ("lnryd", "老年人优待证"),
        ("60", "老年人优待证"),
        ("card", "老年人优待证"),
        ("gongan", "居住登记"),
        ("tuixiu", "退休"),
        ("ydjy", "异地就医备案"),
        ("shengyu", "生育登记"),
        ("sybxj", "工作与开店"),
    ],
)
def test_what_residents_type(typed, first):
    assert found(typed)[0] == first


def test_nothing_typed_and_nothing_meant():
    assert found("") == found("  '") == found("qqqq") == found("龘") == []


def test_a_name_comes_before_small_print_and_no_more_than_asked_for():
    assert found("shebao")[0] in ("灵活就业参保", "社保")
    assert len(found("b", 2)) == 2


def test_every_reading_of_a_character_counts():
    service = CATALOGUE.find("jn-elderly-card")
    name = service.name.model_copy(update={"zh": "重修绿化银行"})
    one = Catalogue([service.model_copy(update={"name": name})])
    for typed in ("chongxiu", "zhongxiu", "cx", "zx", "lvhua", "luhua", "lh", "yinhang", "yinxing"):
        assert search(one, typed, 1), typed


def ways(character):
    spoken = lazy_pinyin(character)[0]
    initial = lazy_pinyin(character, style=Style.FIRST_LETTER)[0]
    return [character, spoken, initial]


@st.composite
def typings(draw):
    """A service and its name from some character on, each character typed in one of its ways."""
    service = draw(st.sampled_from(list(CATALOGUE)))
    words = plain(draw(st.sampled_from([service.name.zh, service.everyday.zh])))
    start = draw(st.integers(0, len(words) - 1))
    typed = "".join(draw(st.sampled_from(ways(character))) for character in words[start:])
    return service, typed[: draw(st.integers(1, len(typed)))]


@settings(max_examples=300)
@given(typings())
def test_every_way_to_type_a_name_finds_it(typing):
    service, typed = typing
    assert service in search(CATALOGUE, typed, 99)


@settings(max_examples=300)
@given(st.text(max_size=40), st.integers(1, 9))
def test_whatever_is_typed_is_answered(typed, most):
    results = search(CATALOGUE, typed, most)
    assert len(results) <= most
    assert results == search(CATALOGUE, f" {typed} ", most)


def test_thousands_of_matters_are_searched():
    assert len(search(MANY, "jzdj", 9999)) == 700
