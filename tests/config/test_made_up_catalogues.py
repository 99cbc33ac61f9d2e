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
from drivers.id_card_reader.card import CardDocument, IdCard, Sex
from kiosk.visit.answers import fault
from kiosk.visit.course import Ground, follow
from tests.catalogues import CODES, answers, catalogues, checked, id_number

SHIPPED = catalogue.load()
TODAY = date(2026, 11, 25)
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


def somebody(born, sex):
    return IdCard(CardDocument.RESIDENT, "秦淑兰", "", sex, "", "", born, "", "", id_number(born), "", None, None)


@settings(max_examples=25, suppress_health_check=SLOW)
@given(catalogues())
def test_they_fit_together(made):
    assert soundness.mistakes(made) == ()


@settings(max_examples=40, suppress_health_check=SLOW)
@given(st.data())
def test_every_question_that_ships_has_an_answer_and_every_way_an_end(data):
    service = SHIPPED.find(data.draw(st.sampled_from([one.code for one in SHIPPED])))
    person = somebody(data.draw(st.dates(date(1925, 1, 1), TODAY)), data.draw(st.sampled_from(Sex)))
    given_: dict[str, str] = {}
    while True:
        course = follow(service.fields, service.stops, Ground(person, TODAY, given_))
        field = next((field for field in course.asked if field.id not in given_), None)
        if field is None:
            break
        given_[field.id] = data.draw(answers(field, given_, TODAY))
        assert fault(field, given_[field.id], TODAY, given_) is None
    if course.stop is not None:
        assert course.stop.way.zh
        assert course.stop.office in SHIPPED.offices
        return
    papers = [paper for paper in service.materials if course.holds(paper.when, service.known)]
    for name in {paper.one_of for paper in papers if paper.one_of}:
        assert len([paper for paper in papers if paper.one_of == name]) == 1, "the answers decide which one"


@given(st.data())
def test_made_up_numbers_pass_their_checks(data):
    numbered = {
        field.check: field
        for service in SHIPPED
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
