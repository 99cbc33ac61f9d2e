"""Made-up catalogues are sound; whoever goes through any finds an answer to every question, and no way that ends."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stdnum import luhn
from stdnum.cn import uscc
from stdnum.iso7064 import mod_11_2

from config import catalogue, soundness
from config.questions import Check, FieldKind
from config.rules import holds
from drivers.id_card_reader.card import CardDocument, IdCard, Sex
from kiosk.visit.facts import facts
from tests.catalogues import CODES, answers, catalogues, checked, id_number

SHIPPED = catalogue.load()
TODAY = date(2026, 11, 25)
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


def somebody(born, sex):
    return IdCard(CardDocument.RESIDENT, "秦淑兰", "", sex, "", "", born, "", "", id_number(born), "", None, None)


@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
@given(catalogues())
def test_they_fit_together(made):
    assert soundness.mistakes(made) == ()


@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@given(st.data())
def test_every_question_that_ships_has_an_answer_and_every_way_an_end(data):
    service = SHIPPED.find(data.draw(st.sampled_from([one.code for one in SHIPPED])))
    person = somebody(data.draw(st.dates(date(1925, 1, 1), TODAY)), data.draw(st.sampled_from(Sex)))
    given_: dict[str, str] = {}
    for field in service.fields:
        known = facts(person, given_, service.fields, TODAY)
        if field.when is None or holds(field.when, known, service.known):
            answer = data.draw(answers(field, given_, TODAY))
            assert answer
            assert field.differs_from is None or answer != given_.get(field.differs_from)
            given_[field.id] = answer
    known = facts(person, given_, service.fields, TODAY)
    stopped = [stop for stop in service.stops if holds(stop.when, known, service.known)]
    papers = [paper for paper in service.materials if paper.when is None or holds(paper.when, known, service.known)]
    for name in {paper.one_of for paper in papers if paper.one_of}:
        assert len([paper for paper in papers if paper.one_of == name]) == 1, "the answers decide which one"
    assert all(stop.way.zh and stop.office for stop in stopped)


@given(st.data())
def test_made_up_numbers_pass_their_checks(data):
    numbered = {
        field.check: field
        for service in catalogue.load()
        for field in service.fields
        if field.kind is FieldKind.NUMBER and field.check
    }
    for check, field in numbered.items():
        number = data.draw(checked(field, {}))
        match check:
            case Check.ID_NUMBER:
                assert mod_11_2.is_valid(number)
            case Check.DISABILITY_CERTIFICATE:
                assert mod_11_2.is_valid(number[:18])
            case Check.BANK_ACCOUNT:
                assert luhn.is_valid(number)
    assert all(uscc.is_valid(code) for code in CODES)
