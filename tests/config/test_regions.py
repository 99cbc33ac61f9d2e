"""Provinces and cities of the country: whole, nested, and found by code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.regions import is_province, regions

COUNTRY = regions()
PROVINCES = COUNTRY.within("")
BELOW = [place for province in PROVINCES for place in COUNTRY.within(province.code)]

ALONE = {"北京市", "天津市", "上海市", "重庆市", "台湾省", "香港特别行政区", "澳门特别行政区"}
"""What is picked in one step."""


def test_the_country_is_whole():
    # 333 prefectures and cities (Statistical Yearbook 2023), and the places that a province rules itself
    assert len(PROVINCES) == 34
    assert sum(place.code.endswith("00") for place in BELOW) == 333
    assert sum(not place.code.endswith("00") for place in BELOW) == 1 + 4 + 15 + 12
    assert {province.name for province in PROVINCES if COUNTRY.is_answer(province.code)} == ALONE
    assert [len(COUNTRY.within(code)) for code in ("370000", "440000", "510000")] == [16, 21, 21]


def test_every_place_is_found_by_its_code_and_looked_for_by_a_letter():
    every = [*PROVINCES, *BELOW]
    assert len({place.code for place in every}) == len(every)
    for place in every:
        assert len(place.code) == 6
        assert place.code.isdecimal()
        assert place.initial in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        assert COUNTRY.path(place.code)[-1] == place


@pytest.mark.parametrize(
    ("code", "latin"),
    [
        # readings that differ from the usual one of their characters
        ("500000", "Chongqing"),
        ("140400", "Changzhi"),
        ("211300", "Chaoyang"),
        ("341500", "Lu'an"),
        ("341600", "Bozhou"),
        ("411100", "Luohe"),
        ("540300", "Changdu"),
        ("610000", "Shaanxi"),
        ("331000", "Taizhou"),
        ("341200", "Fuyang"),
        ("350200", "Xiamen"),
        ("654300", "Aletai"),
    ],
)
def test_names_in_pinyin(code, latin):
    assert COUNTRY.path(code)[-1].latin == latin


@pytest.mark.parametrize(
    ("code", "name", "listed", "answer"),
    [
        ("370100", "山东省济南市", "370000", True),
        ("370000", "山东省", "370000", False),
        ("110000", "北京市", "", True),
        ("419001", "河南省济源市", "410000", True),
        ("", "", "", False),
        ("370102", "", "370000", False),
    ],
)
def test_a_code(code, name, listed, answer):
    assert (COUNTRY.name(code), COUNTRY.listed(code), COUNTRY.is_answer(code)) == (name, listed, answer)


@given(st.one_of(st.text(max_size=8), st.text("0123456789", max_size=7)))
def test_no_text_breaks_the_list(code):
    assert COUNTRY.listed(code) in ("", *(province.code for province in PROVINCES))
    assert COUNTRY.is_answer(code) <= bool(COUNTRY.path(code))
    assert is_province(code) in (True, False)
