"""Which papers, ticks and parts of packages follow from the answers, and that one meaning has one name everywhere."""

from __future__ import annotations

import pytest

from config.rules import holds
from config.service import facts_of
from tests.config.shipped import CATALOGUE, SOMEBODY, held, service


@pytest.mark.parametrize(
    ("name", "facts", "papers"),
    [
        ("residence-registration", {"lodging": "owned"}, {"title", "photo"}),
        ("residence-registration", {"lodging": "family"}, {"host_note", "photo"}),
        (
            "residence-permit",
            {"action": "first", "lodging": "rented", "basis": "work", "job_proof": "contract"},
            {"photo", "lease", "contract"},
        ),
        (
            "residence-permit",
            {"action": "endorse", "lodging": "owned", "basis": "study", "acting": "self"},
            {"title", "student_card"},
        ),
        ("residence-permit", {"action": "replace", "acting": "proxy"}, {"photo", "agent_card", "mandate", "relation"}),
        ("elderly-card", {"kind": "plastic", "household": "here"}, {"photo"}),
        ("elderly-card", {"kind": "electronic", "household": "elsewhere"}, {"photo_now", "permit"}),
        ("old-age-allowance", {"acting": "self"}, {"household_book", "bank_card"}),
        (
            "old-age-allowance",
            {"acting": "proxy"},
            {"household_book", "bank_card", "agent_card", "mandate", "relation"},
        ),
        ("flexible-employment", {"household": "here"}, {"household_book", "debit_agreement"}),
        ("flexible-employment", {"household": "elsewhere"}, {"permit", "debit_agreement"}),
        ("insurance-proof", {}, set()),
        ("pension-confirmation", {}, set()),
        ("treatment-elsewhere", {"treat_group": "resident"}, {"permit"}),
        ("treatment-elsewhere", {"treat_group": "referral"}, {"referral_note"}),
        ("treatment-elsewhere", {"treat_group": "emergency"}, set()),
        ("unemployment", {"end_reason": "dismissed"}, {"end_proof"}),
        ("unemployment", {"end_reason": "graduated"}, set()),
        ("disability-allowances", {"allowances": ("care",)}, {"disability_certificate", "bank_card"}),
        (
            "disability-allowances",
            {"allowances": ("living",), "acting": "guardian"},
            {"disability_certificate", "subsistence_certificate", "bank_card", "agent_card", "relation"},
        ),
        ("birth-registration", {"other_known": "no", "married": "no"}, set()),
        ("birth-registration", {"other_known": "yes", "married": "yes"}, {"other_card", "marriage_certificate"}),
        ("land-record", {"whose": "own"}, set()),
        ("land-record", {"whose": "child"}, {"child_page"}),
        ("sole-trader", {"place_kind": "online"}, {"place_word"}),
        ("sole-trader", {"place_kind": "home"}, {"place_word", "neighbours_consent"}),
        ("sole-trader", {"place_kind": "rented", "special_licence": "yes"}, {"lease", "earlier_licence"}),
    ],
)
def test_papers_follow_from_the_answers(name, facts, papers):
    assert set(held(name, "materials", facts)) == papers


@pytest.mark.parametrize(
    ("name", "paper", "demand", "otherwise", "days"),
    [
        ("residence-registration", "lease", "deferrable", None, 5),
        ("residence-registration", "title", "exempt", "required", None),
        ("residence-registration", "host_note", "required", None, None),
        ("residence-permit", "lease", "deferrable", None, 5),
        ("residence-permit", "insurance_record", "exempt", "required", None),
        ("residence-permit", "student_card", "required", None, None),
        ("elderly-card", "photo", "exempt", "deferrable", 5),
        ("elderly-card", "photo_now", "exempt", "required", None),
        ("elderly-card", "permit", "exempt", "declared", None),
        ("old-age-allowance", "bank_card", "deferrable", None, 10),
        ("old-age-allowance", "household_book", "exempt", "required", None),
        ("flexible-employment", "debit_agreement", "required", None, None),
        ("treatment-elsewhere", "referral_note", "deferrable", None, 2),
        ("treatment-elsewhere", "permit", "exempt", "declared", None),
        ("unemployment", "end_proof", "exempt", "declared", None),
        ("disability-allowances", "disability_certificate", "exempt", "required", None),
        ("disability-allowances", "bank_card", "deferrable", None, 10),
        ("birth-registration", "other_card", "exempt", "required", None),
        ("sole-trader", "title", "exempt", "required", None),
        ("sole-trader", "place_word", "declared", None, None),
        ("sole-trader", "neighbours_consent", "required", None, None),
    ],
)
def test_each_paper_is_asked_for_as_the_law_has_it(name, paper, demand, otherwise, days):
    material = next(one for one in service(name).materials if one.id == paper)
    assert (material.demand.value, material.otherwise, material.defer_days) == (demand, otherwise, days)


@pytest.mark.parametrize(
    ("name", "facts", "ticks"),
    [
        ("old-age-allowance", {"acting": "self"}, {"account"}),
        ("flexible-employment", {}, {"account"}),
        ("treatment-elsewhere", {"acting": "self"}, {"health", "contact"}),
        ("disability-allowances", {"allowances": ("living",)}, {"account", "disability"}),
        ("disability-allowances", {"allowances": ("care",)}, {"account", "disability", "health"}),
        ("birth-registration", {"other_known": "yes"}, {"other_parent", "child"}),
        ("residence-permit", {"lodging": "rented", "acting": "proxy"}, {"landlord", "agent"}),
    ],
)
def test_sensitive_data_and_other_people_have_ticks_of_their_own(name, facts, ticks):
    assert set(held(name, "consents", facts)) == ticks


def test_a_woman_near_the_pension_says_which_age_is_hers_and_nobody_is_refused_at_the_edge():
    for name in ("flexible-employment", "unemployment"):
        asked = [held(name, "fields", {"sex": sex, "age": 52}) for sex in ("female", "male")]
        assert ("pension_line" in asked[0], "pension_line" in asked[1]) == (True, False)
        for months in (36, 0, -36):
            facts = {"months_to_pension": months, "age": 61}
            assert "draws_pension" in held(name, "fields", facts)
            assert held(name, "stops", {**facts, "draws_pension": "no"}) == []


def test_what_excludes_and_what_follows_is_data():
    excluded = {(one.code, other.service) for one in CATALOGUE for other in one.excludes}
    assert ("jn-unemployment", "jn-sole-trader") in excluded
    assert ("jn-sole-trader", "jn-unemployment") in excluded
    other = service("flexible-employment").excludes[0]
    known = service("flexible-employment").known
    assert other.service == "jn-treatment-elsewhere"
    assert holds(other.when, {"kinds": ("pension", "medical")}, known)
    assert not holds(other.when, {"kinds": ("pension",)}, known)
    assert "jn-residence-permit" in {one.service for one in service("residence-registration").successors}


@pytest.mark.parametrize(
    ("package", "facts", "parts"),
    [
        (
            "settling-in",
            {"since_months": 2, "employed": "no", "insured_at": "elsewhere", "kinds": ("pension",)},
            ["residence-registration", "flexible-employment", "treatment-elsewhere"],
        ),
        (
            "settling-in",
            {"since_months": 8, "employed": "yes", "insured_at": "elsewhere"},
            ["residence-registration", "residence-permit", "treatment-elsewhere"],
        ),
        (
            "settling-in",
            {"since_months": 8, "employed": "no", "insured_at": "elsewhere", "kinds": ("medical",)},
            ["residence-registration", "residence-permit", "flexible-employment"],
        ),
        ("retiring", {"age": 59, "receives": "no", "moving": "no"}, []),
        (
            "retiring",
            {"age": 81, "receives": "pension", "moving": "yes"},
            ["elderly-card", "old-age-allowance", "pension-confirmation", "treatment-elsewhere"],
        ),
        ("small-shop", {"staff": "alone"}, ["sole-trader", "flexible-employment"]),
        ("small-shop", {"staff": "staff"}, ["sole-trader"]),
    ],
)
def test_of_a_package_what_applies_goes_on(package, facts, parts):
    found = CATALOGUE.find_package(f"jn-package-{package}")
    fields = [*found.fields, *(field for one in CATALOGUE.in_package(found) for field in one.fields)]
    known = facts_of(fields)
    applies = [
        part.code for part in found.services if part.when is None or holds(part.when, {**SOMEBODY, **facts}, known)
    ]
    assert applies == [f"jn-{name}" for name in parts]


def test_one_concept_is_of_one_kind_everywhere():
    kinds: dict[str, set] = {}
    for one in CATALOGUE:
        for field in one.fields:
            kinds.setdefault(field.id, set()).add((field.kind, field.check))
    assert {name: found for name, found in kinds.items() if len(found) > 1} == {}
    papers: dict[str, set] = {}
    for one in CATALOGUE:
        for material in one.materials:
            papers.setdefault(material.id, set()).add(material.sample)
    assert {name: found for name, found in papers.items() if len(found) > 1} == {}


def test_everybody_can_be_called_and_every_result_has_a_way():
    for one in CATALOGUE:
        ids = [field.id for field in one.fields]
        assert "phone" in ids, one.code
        if "delivery" in ids:
            offered = {option.value for option in one.fields[ids.index("delivery")].options}
            assert offered in ({"courier", "pick_up", "locker"}, {"print", "electronic"})
            assert ("courier_address" in ids) == ("courier" in offered)


def test_sample_codes_say_so_and_nothing_is_hidden():
    for one in CATALOGUE:
        assert one.basic_code.startswith("SAMPLE")
        assert one.implementation_code.startswith("SAMPLE")
        assert one.group in {group.id for group in CATALOGUE.groups}
    taken = {code for office in CATALOGUE.offices.values() for code in office.takes}
    assert taken == {one.code for one in CATALOGUE}
