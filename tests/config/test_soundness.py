"""What does not fit together in a catalogue is named with file, line and what to write."""

from __future__ import annotations

import pytest

from config import catalogue, checking, soundness
from config.catalogue import PACKAGES, SERVICES
from config.questions import FieldKind, FormField
from config.reach import Form
from config.refusing import INSTEAD
from config.service import facts_of

CARD = SERVICES / "elderly-card.toml"
SHOP = SERVICES / "sole-trader.toml"


@pytest.fixture
def folder(tmp_path):
    """Everything that ships, to be spoilt."""
    for file in (*SERVICES.glob("*.toml"), *PACKAGES.glob("*.toml")):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def spoilt(folder, name, old, new):
    """Everything that is said of the folder once one place of a file is changed, and the line of that place."""
    file = folder / f"{name}.toml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    line = text[: text.index(old)].count("\n") + 1
    return checking.complaints(sorted(folder.glob("*.toml"))), line, file


def test_what_ships_fits_together(folder):
    assert soundness.mistakes(catalogue.load()) == ()
    assert checking.complaints(sorted(folder.glob("*.toml"))) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        # one file by itself
        ("elderly-card", "minutes = 4", "minuts = 4", "minuts: is no key here; write minutes"),
        ("elderly-card", "minutes = 4", 'minutes = "4m"', "minutes: write a whole number without quotes"),
        ("elderly-card", "minutes = 4", "minutes = ", "not TOML: string values must be quoted"),
        ("elderly-card", "limit = { days = 5,", "limit = {\n days = 5,", "write it as TOML 1.0 has it"),
        ("elderly-card", 'demand = "exempt"', 'demand = "wished"', "materials.0.demand: write one of: 'required'"),
        ("elderly-card", 'id = "bus_card"', 'id = "Bus card"', "stops.1.id: write small letters, digits and _"),
        ("elderly-card", 'summary]\nzh = "', 'summary]\nzh = ""#', "summary"),
        ("groups", 'kind = "groups"', 'kind = "crowds"', "kind is one of"),
        # how it fits
        ("elderly-card", "when = \"kind == 'plastic'\"", "when = \"kind == 'plastc'\"", "'plastc' is no answer"),
        ("elderly-card", 'when = "age < 60"', 'when = "agee < 60"', "stops.too_young.when: 'agee < 60' names 'agee'"),
        ("elderly-card", 'when = "age < 60"', 'when = "age < 60 and age > 60"', "never holds, whatever is answered"),
        ("elderly-card", 'when = "age < 60"', 'when = "age < 200"', "stops: whatever is answered, one of them holds"),
        ("elderly-card", "defer_days = 5", "defer_days = 6", "materials.photo.defer_days: a paper follows within"),
        ("elderly-card", "when = \"kind == 'plastic'\"\n# The", "\n# The", "nothing may follow what is decided at"),
        ("elderly-card", 'differs_from = "phone"', 'differs_from = "fone"', "fields.contact_phone.differs_from"),
        ("elderly-card", 'office = "bus_service"', 'office = "buses"', "stops.bus_card.office: 'buses' is no office"),
        ("elderly-card", 'en = "Kind" }', f'en = "{"Kind " * 9}" }}', "label.en: takes 45 characters where 24 fit"),
        ("elderly-card", 'zh = "{day}起就能办"', 'zh = "{day}前不符合条件"', "'不符合' sends away; say from when"),
        ("sole-trader", "when = \"special_licence == 'yes'\"", "when = \"special_licence == 'may'\"", "is no answer"),
        (
            "offices",
            'zh = "公交卡服务点"',
            'zh = "办不了公交卡"',
            "offices.bus_service.name.zh: '办不了' sends",
        ),
        ("retiring", 'code = "jn-elderly-card"', 'code = "jn-nothing"', "services.jn-nothing.code: names jn-nothing"),
        ("retiring", 'when = "age >= 80"', 'when = "age >= old"', "services.jn-old-age-allowance.when"),
        ("retiring", 'office = "insurance_hall"', 'office = "nowhere"', "elsewhere.0.office: 'nowhere' is no office"),
        ("groups", 'office = "street_centre"', 'office = "nowhere"', "elsewhere.0.office: 'nowhere' is no office"),
        ("small-shop", 'code = "jn-flexible-employment"', 'code = "jn-unemployment"', "excludes jn-unemployment"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_write(folder, name, old, new, said):
    complaints, line, file = spoilt(folder, name, old, new)
    found = next((one for one in complaints if said in one), None)
    assert found is not None, complaints
    at = int(found.removeprefix(f"{file}:").partition(":")[0])
    # a key that is wrong by its place is told where that place begins
    assert line - 30 <= at <= line + old.count("\n") + 1


def test_a_key_that_is_wrong_is_told_on_its_very_line(folder):
    complaints, line, file = spoilt(folder, "elderly-card", 'office = "bus_service"', 'office = "buses"')
    assert complaints[0].startswith(f"{file}:{line}: ")


def test_a_missing_key_says_what_it_is_for(folder):
    complaints, _, file = spoilt(folder, "elderly-card", "minutes = 4\n", "")
    assert complaints == [f"{file}:1: minutes: is missing; add minutes = … (How long it takes at the terminal.)"]


def test_a_way_that_leads_nowhere_is_none(folder):
    way = 'way = { zh = "带身份证到公交卡服务点，当场就能办好。"'
    complaints, _, _ = spoilt(folder, "elderly-card", way, 'way = { zh = "去别处"')
    assert "stops.bus_card.way.zh: leads nowhere" in complaints[0]


def test_two_files_of_one_code_are_named(folder):
    (folder / "copy.toml").write_bytes(CARD.read_bytes())
    assert "jn-elderly-card is used twice" in checking.complaints(sorted(folder.glob("*.toml")))[0]


def choice(name, *values, when=None):
    text = {"zh": "一", "en": "one"}
    options = [{"value": value, "label": text} for value in values]
    words = {"label": text, "question": text, "help": text}
    return FormField.model_validate({"id": name, "kind": FieldKind.CHOICE, "options": options, "when": when, **words})


@pytest.mark.parametrize(
    ("rules", "stops", "reachable"),
    [
        (["a == 'x' and b == 'y'"], [], False),
        (["a == 'y' and b == 'y'"], [], True),
        (["b == null"], [], True),
        (["b != null and a == 'x'"], [], False),
        (["a == 'x'"], ["a == 'x'"], False),
        (["age > 60 and age < 62"], [], True),
        (["age > 60 and age < 61"], [], False),
    ],
)
def test_every_way_to_answer_is_tried(rules, stops, reachable):
    fields = [choice("a", "x", "y"), choice("b", "x", "y", when="a == 'y'")]
    assert Form(fields, facts_of(fields), stops).reachable(*rules) is reachable


def test_what_would_take_too_long_counts_as_reachable():
    fields = [choice(f"f{number}", *"abcdefgh") for number in range(12)]
    rule = " and ".join(f"f{number} in ['a', 'b', 'c']" for number in range(9)) + " and f9 == 'a' and f9 == 'b'"
    assert Form(fields, facts_of(fields)).reachable(rule)


def test_no_text_that_ships_sends_anybody_away():
    assert all(better for better in INSTEAD.values())
    for folder in (SERVICES, PACKAGES):
        for file in folder.glob("*.toml"):
            assert "不行" not in file.read_text("utf-8"), file
