"""What each service says is what its law says: by when, and for whom; everybody else is shown the way."""

from __future__ import annotations

import pytest

from tests.config.shipped import held, promised, service


@pytest.mark.parametrize(
    ("name", "facts", "days", "unit"),
    [
        ("residence-registration", {}, 5, "working_days"),
        ("residence-permit", {}, 5, "working_days"),
        ("elderly-card", {"kind": "plastic"}, 5, "working_days"),
        ("elderly-card", {"kind": "electronic"}, 0, "working_days"),
        ("old-age-allowance", {}, 10, "working_days"),
        ("flexible-employment", {}, 10, "working_days"),
        ("insurance-proof", {}, 0, "working_days"),
        ("pension-confirmation", {"abroad": "no"}, 0, "working_days"),
        ("pension-confirmation", {"abroad": "yes"}, 3, "working_days"),
        ("treatment-elsewhere", {"treat_group": "settled"}, 0, "working_days"),
        ("treatment-elsewhere", {"treat_group": "referral"}, 2, "working_days"),
        ("treatment-elsewhere", {}, 2, "working_days"),
        ("unemployment", {}, 0, "working_days"),
        ("disability-allowances", {}, 16, "working_days"),
        ("birth-registration", {}, 0, "working_days"),
        ("land-record", {}, 0, "working_days"),
        ("sole-trader", {"place_kind": "rented", "scope": ("food",)}, 0, "working_days"),
        ("sole-trader", {"place_kind": "home", "scope": ("food",)}, 3, "working_days"),
        ("sole-trader", {"place_kind": "rented", "scope": ("food", "special")}, 3, "working_days"),
    ],
)
def test_limits_are_promised_with_their_unit(name, facts, days, unit):
    limit = promised(name, facts)
    assert (limit.days, limit.unit) == (days, unit)


@pytest.mark.parametrize(
    ("name", "days", "unit", "noted"),
    [
        ("residence-permit", 15, "days", "30"),
        ("old-age-allowance", 20, "working_days", ""),
        ("flexible-employment", 10, "working_days", ""),
        ("unemployment", 5, "working_days", ""),
        ("disability-allowances", 16, "working_days", ""),
        ("sole-trader", 3, "working_days", "3"),
    ],
)
def test_the_law_has_limits_of_its_own(name, days, unit, noted):
    limit = service(name).legal_limit
    assert (limit.days, limit.unit) == (days, unit)
    assert noted in (limit.note.zh if limit.note else "")


@pytest.mark.parametrize(
    ("name", "facts", "first"),
    [
        ("residence-permit", {"household": "elsewhere", "action": "first", "since_months": 6}, None),
        ("residence-permit", {"household": "elsewhere", "action": "first", "since_months": 5}, "under_half_a_year"),
        ("residence-permit", {"household": "elsewhere", "action": "endorse", "since_months": 5}, None),
        ("residence-permit", {"household": "here"}, "registered_here"),
        ("residence-permit", {"document": "hmt"}, "other_document"),
        ("residence-permit", {"age": 15, "acting": "self"}, "child_alone"),
        ("residence-permit", {"age": 15, "acting": "guardian"}, None),
        ("elderly-card", {"age": 59}, "too_young"),
        ("elderly-card", {"age": 60, "household": "elsewhere"}, None),
        ("elderly-card", {"age": 60, "kind": "bus"}, "bus_card"),
        ("old-age-allowance", {"age": 79}, "too_young"),
        ("old-age-allowance", {"age": 80, "household": "here"}, None),
        ("old-age-allowance", {"age": 80, "household": "elsewhere"}, "household_elsewhere"),
        ("flexible-employment", {"age": 15}, "too_young"),
        ("flexible-employment", {"age": 16, "months_to_pension": 500, "work_kind": "other"}, None),
        ("flexible-employment", {"work_kind": "employed"}, "employer_pays"),
        ("flexible-employment", {"age": 62, "months_to_pension": -20, "draws_pension": "no"}, None),
        ("flexible-employment", {"age": 62, "months_to_pension": -20, "draws_pension": "yes"}, "draws_pension"),
        ("flexible-employment", {"age": 58, "sex": "female", "months_to_pension": -37}, "past_pension_age"),
        ("flexible-employment", {"age": 66, "months_to_pension": -36}, "long_retired"),
        ("flexible-employment", {"kinds": ("medical",), "medical_elsewhere": "yes"}, "medical_elsewhere"),
        ("insurance-proof", {"proof_kind": "pension"}, None),
        ("insurance-proof", {"proof_kind": "medical"}, "medical"),
        ("pension-confirmation", {"receives": "survivor", "acting": "self"}, None),
        ("pension-confirmation", {"receives": "no"}, "no_pension_yet"),
        ("pension-confirmation", {"receives": "pension", "acting": "proxy"}, "not_in_person"),
        ("treatment-elsewhere", {"insured_at": "none"}, "not_insured"),
        ("treatment-elsewhere", {"insured_at": "here", "treat_place": "370100"}, "same_city"),
        ("treatment-elsewhere", {"insured_at": "elsewhere", "treat_place": "370100"}, None),
        ("unemployment", {"age": 15}, "too_young"),
        ("unemployment", {"work_now": "still_insured"}, "still_insured"),
        ("unemployment", {"work_now": "own_licence"}, "own_licence"),
        ("unemployment", {"months_to_pension": -40, "age": 64}, "past_pension_age"),
        ("unemployment", {"local_tie": "insured", "ready": "yes", "work_now": "none"}, None),
        ("unemployment", {"local_tie": "none"}, "no_tie"),
        ("disability-allowances", {"certificate_state": "none"}, "no_certificate"),
        ("disability-allowances", {"certificate_state": "void"}, "certificate_void"),
        ("disability-allowances", {"allowances": ("care",), "certificate_number_level": 2}, None),
        ("disability-allowances", {"allowances": ("care",), "certificate_number_level": 3}, "level_not_covered"),
        ("disability-allowances", {"allowances": ("living",), "certificate_number_level": 3}, None),
        ("disability-allowances", {"allowances": ("living",), "subsistence": "no"}, "no_subsistence"),
        ("disability-allowances", {"allowances": ("care",), "other_care": "yes"}, "other_care"),
        ("disability-allowances", {"household": "elsewhere", "certificate_state": "valid"}, None),
        ("disability-allowances", {"age": 10, "acting": "guardian"}, None),
        ("birth-registration", {"married": "no", "other_known": "no", "child_number": 5}, None),
        ("land-record", {"whose": "own"}, None),
        ("land-record", {"whose": "child", "child_id_number_age": 17}, None),
        ("land-record", {"whose": "child", "child_id_number_age": 18}, "child_grown"),
        ("land-record", {"whose": "spouse"}, "spouse"),
        ("land-record", {"whose": "other"}, "heir_or_lawyer"),
        ("sole-trader", {"age": 15}, "too_young"),
        ("sole-trader", {"age": 16, "own_income": "yes"}, None),
        ("sole-trader", {"age": 17, "own_income": "no"}, "not_on_own_work"),
        ("sole-trader", {"scope": ("special",), "special_licence": "no"}, "licence_first"),
        ("sole-trader", {"scope": ("special",), "special_licence": "yes"}, None),
        ("sole-trader", {"place_kind": "none"}, "place_elsewhere"),
    ],
)
def test_who_is_shown_another_way(name, facts, first):
    assert next(iter(held(name, "stops", facts)), None) == first
