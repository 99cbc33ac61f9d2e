"""Checks of numbers, codes, days and names, by vectors of others and by whatever can be typed."""

from __future__ import annotations

import string
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.questions import Check, FieldKind, FormField
from kiosk.visit.answers import Fault, chosen, fault, is_formed, settled, toggled
from kiosk.visit.checks import credit_code_is_right, is_bank_account, is_person_name, typed_person
from kiosk.visit.facts import of_answer

TODAY = date(2026, 11, 24)
SPECIMEN = "37010219491231058X"
"""The example of GB 11643-1999."""

WORDS = {"zh": "一", "en": "one"}


def asked(kind: str, **more: object) -> FormField:
    """A question with nothing but its kind."""
    return FormField.model_validate(
        {"id": "one", "kind": kind, "label": WORDS, "question": WORDS, "help": WORDS, **more}
    )


SEVERAL = asked("choices", options=[{"value": value, "label": WORDS} for value in ("rent", "loan", "school")])
ONE = asked("choice", options=[{"value": value, "label": WORDS} for value in ("rent", "loan")])
COUNT = asked("number", check="count", least=1, most=12)
FIELDS = [
    ONE,
    SEVERAL,
    COUNT,
    asked("amount", least=10, most=2000),
    *(asked("number", check=check) for check in ("id_number", "bank_account", "disability_certificate")),
    *(asked("text", check=check) for check in ("credit_code", "person_name")),
    asked("date", latest="today", latest_days=300),
    *map(asked, ("phone", "text", "date", "month", "address", "region", "signature")),
]
"""One of every kind and check."""


SOMEONE = typed_person(SPECIMEN, "欧阳泉", date(1949, 12, 31))


def right(field: FormField, text: str, **answers: str) -> bool:
    return fault(field, text, TODAY, answers) is None


def number(check: str) -> FormField:
    return asked("number", check=check)


def test_every_kind_and_every_check_is_here_and_has_a_fault():
    assert {field.kind for field in FIELDS} == set(FieldKind)
    assert {field.check for field in FIELDS} == {None, *Check}
    assert {Fault(field.check or field.kind) for field in FIELDS}


@pytest.mark.parametrize(
    ("number_", "good"),
    [
        (SPECIMEN, True),
        ("360426199101010071", True),  # from the manual of python-stdnum
        ("370113199903070010", True),  # a county made after the birth: the area is never judged
        ("370102194912310581", False),
        ("370102194913310581", False),
        ("440524188001010014", False),  # the other example of the standard: too old to be alive
        ("37010219491231058x", False),
        ("3701021949123100", False),
        ("", False),
    ],
)
def test_identity_numbers(number_, good):
    assert right(number("id_number"), number_) is good


def check_character(seventeen: str) -> str:
    """ISO 7064 MOD 11-2 as GB 11643 writes it out."""
    return "10X98765432"[sum(int(digit) * (1 << (17 - at)) for at, digit in enumerate(seventeen)) % 11]


@given(
    st.from_regex(r"[1-9][0-9]{5}", fullmatch=True), st.dates(date(1900, 1, 1), date(2030, 1, 1)), st.integers(0, 999)
)
def test_any_area_and_any_day_up_to_today(area, birth, serial):
    body = f"{area}{birth:%Y%m%d}{serial:03}"
    assert right(number("id_number"), body + check_character(body)) is (birth <= TODAY)


@pytest.mark.parametrize("account", ["6200000000000005", "6200000000000047", "6205500000000000004", "4111111111111111"])
def test_test_cards_of_payment_services(account):
    assert right(number("bank_account"), account)
    assert not right(number("bank_account"), account[:-1] + str((int(account[-1]) + 1) % 10))


@pytest.mark.parametrize(
    "account", ["420000000000000", "0000000000000000", "62000000000000000004", "620000000000000X", ""]
)
def test_what_is_no_card(account):
    assert not right(number("bank_account"), account)


@given(st.integers(10**14, 10**18 - 1), st.integers(0, 15))
def test_a_card_has_one_check_digit_and_two_swapped_digits_are_found(body, at):
    fitting = [digit for digit in string.digits if is_bank_account(f"{body}{digit}")]
    assert len(fitting) == (1 if 15 <= len(str(body)) <= 18 else 0)
    account = f"{body}{fitting[0]}"
    swapped = account[:at] + account[at + 1 :][:1] + account[at] + account[at + 2 :]
    if len(swapped) == len(account) and swapped != account and {account[at], account[at + 1]} != {"0", "9"}:
        assert not is_bank_account(swapped)


@pytest.mark.parametrize(
    ("certificate", "good"),
    [
        (SPECIMEN + "43", True),
        (SPECIMEN + "11", True),
        (SPECIMEN + "74B", True),
        (SPECIMEN + "74B1", True),
        (SPECIMEN + "74B12", False),
        (SPECIMEN + "741", False),
        (SPECIMEN + "83", False),
        (SPECIMEN + "03", False),
        (SPECIMEN + "45", False),
        (SPECIMEN + "40", False),
        (SPECIMEN + "4", False),
        (SPECIMEN, False),
        ("37010219491231058143", False),
    ],
)
def test_disability_certificates(certificate, good):
    assert right(number("disability_certificate"), certificate) is good


@pytest.mark.parametrize(
    "code",
    [
        # of large companies, as they publish them, and of a ministry
        "91110000600037341L",
        "91110000802100433B",
        "91330100799655058B",
        "914403001922038216",
        "9144030071526726XG",
        "11100000000013127D",
        " 9133 0100 7996 55058b ",
    ],
)
def test_codes_of_organisations(code):
    field = asked("text", check="credit_code")
    assert right(field, code)
    assert settled(field, code) == "".join(code.split()).upper()


ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_check(seventeen: str) -> str:
    """The check character as GB 32100 writes it out."""
    total = sum(ALPHABET.index(sign) * 3**at for at, sign in enumerate(seventeen)) % 31
    return ALPHABET[(31 - total) % 31]


@given(
    st.sampled_from("159ANY"),
    st.text(ALPHABET, min_size=1, max_size=1),
    st.integers(0, 999_999),
    st.text(ALPHABET, min_size=9, max_size=9),
)
def test_every_code_of_the_standard_is_taken_and_no_other_check(who, kind, area, organisation):
    body = f"{who}{kind}{area:06}{organisation}"
    assert [sign for sign in string.printable if credit_code_is_right(body + sign)] == [credit_check(body)]


@pytest.mark.parametrize(
    "name", ["欧阳泉", "阿依古丽·买买提", "王〇", "𠮷田", "O'Brien Ann-Marie", "José", "Nguyễn Văn"]
)
def test_names(name):
    assert is_person_name(name)


@pytest.mark.parametrize("name", ["王", "王1", "··", "", "  ", "张三\n", "张三，", "a" * 51, "13805317216"])
def test_what_is_no_name(name):
    assert not is_person_name(name)


@pytest.mark.parametrize(
    ("text", "good"),
    [("1", True), ("12", True), ("0", False), ("13", False), ("01", False), ("1.5", False), ("", False)],
)
def test_a_count_lies_within_its_bounds(text, good):
    assert right(COUNT, text) is good


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("rent", True),
        ("rent,school", True),
        ("school,rent", False),
        ("rent,rent", False),
        ("rent,", False),
        ("other", False),
        ("", False),
    ],
)
def test_several_options_stand_in_their_order(text, good):
    assert right(SEVERAL, text) is good


@given(st.lists(st.sampled_from(["rent", "loan", "school"]), max_size=12))
def test_touching_an_option_adds_it_or_takes_it_away(touches):
    draft = ""
    for value in touches:
        draft = toggled(SEVERAL, draft, value)
        assert draft == "" or right(SEVERAL, draft)
    assert chosen(SEVERAL, draft) == tuple(v for v in ("rent", "loan", "school") if touches.count(v) % 2)


def test_days_that_lie_ahead():
    due = asked("date", latest="today", latest_days=300)
    last = TODAY + timedelta(days=300)
    assert right(due, last.isoformat())
    assert fault(due, (last + timedelta(days=1)).isoformat(), TODAY, {}) is Fault.LATE
    past = asked("date", latest="today")
    assert right(past, TODAY.isoformat())
    assert fault(past, (TODAY + timedelta(days=1)).isoformat(), TODAY, {}) is Fault.DATE
    assert right(asked("date"), "2030-01-01")
    assert fault(past, "1895-12-31", TODAY, {}) is Fault.DATE
    assert right(past, "1896-01-01")


def test_months_that_lie_ahead():
    month = asked("month", latest="today")
    assert right(month, "2026-11")
    assert fault(month, "2026-12", TODAY, {}) is Fault.MONTH
    ahead = asked("month", latest="today", latest_days=30)
    assert right(ahead, "2026-12")
    assert fault(ahead, "2027-01", TODAY, {}) is Fault.LATE


def test_what_lies_behind_is_told_where_only_what_comes_will_do():
    day, month = asked("date", earliest="today"), asked("month", earliest="today")
    assert right(day, TODAY.isoformat())
    assert fault(day, (TODAY - timedelta(days=1)).isoformat(), TODAY, {}) is Fault.PAST
    assert right(month, "2026-11")
    assert right(month, "2027-02")
    assert fault(month, "2026-10", TODAY, {}) is Fault.PAST


@pytest.mark.parametrize(
    ("kind", "text", "other", "good"),
    [
        ("date", "2026-03-02", "2026-03-01", True),
        ("date", "2026-03-01", "2026-03-01", True),
        ("date", "2026-02-28", "2026-03-01", False),
        ("month", "2026-03", "2026-03", True),
        ("month", "2026-02", "2026-03", False),
        ("month", "2026-03", "2026-03-31", True),
        ("date", "2026-03-01", "2026-03", True),
        ("date", "2026-02-28", "2026-03", False),
        ("date", "1950-01-01", "", True),
    ],
)
def test_a_day_not_before_another(kind, text, other, good):
    field = asked(kind, not_before="first")
    assert fault(field, text, TODAY, {"first": other}) is (None if good else Fault.EARLY)
    assert right(field, text), "what was not asked binds nobody"


def test_an_answer_that_must_differ():
    field = asked("phone", differs_from="phone")
    assert fault(field, "13805317216", TODAY, {"phone": "13805317216"}) is Fault.SAME
    assert right(field, "13805317216", phone="13805317217")
    assert right(field, "13805317216")
    code = asked("text", check="credit_code", differs_from="first")
    assert fault(code, "91330100799655058b", TODAY, {"first": "91330100799655058B"}) is Fault.SAME


@pytest.mark.parametrize(
    "text", ["2026-02-30", "2026-13", "2026-3-1", "20260301", "2026-W10-1", "２０２６-03-01", "2026-03-01\n"]
)
def test_only_days_of_one_form(text):
    assert not right(asked("date"), text)
    assert not right(asked("month"), text)


@pytest.mark.parametrize(
    ("code", "good"),
    [("370100", True), ("110000", True), ("419001", True), ("370000", False), ("370102", False), ("", False)],
)
def test_regions(code, good):
    assert right(asked("region"), code) is good


texts = st.one_of(
    st.text(max_size=70),
    st.text("0123456789X,.-", max_size=24),
    st.from_regex(r"[0-9]{17}[0-9X]([0-9]{2}(B[0-9]?)?)?", fullmatch=True),
    st.sampled_from(
        ["rent,loan", "2026-03", "2026-03-01", "370100", SPECIMEN, SPECIMEN + "43", "6200000000000005", "12.5"]
    ),
)


@given(st.sampled_from(FIELDS), texts, texts)
def test_no_text_breaks_a_check_and_what_is_right_stays_so(field, text, other):
    more = field.model_copy(update={"differs_from": "other"})
    for one in (field, more):
        if right(one, text, other=other):
            again = settled(one, text)
            assert is_formed(one, again)
            assert settled(one, again) == again


@given(st.sampled_from(FIELDS), texts)
def test_no_answer_breaks_the_facts(field, text):
    found = of_answer(field, text, SOMEONE, TODAY)
    kinds = dict(field.facts)
    assert set(found) <= set(kinds)
    for name, value in found.items():
        expected = {"number": int, "several": tuple}.get(kinds[name], str)
        assert isinstance(value, expected), (name, value)
    assert (set(found) == set(kinds)) is is_formed(field, text)
