"""What is asked of the city for an application: papers with the applicant's consent, numbers, results by card alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from kiosk.answer_desk import Answer
from kiosk.city_jobs import ask_numbers, ask_shared, instant_of
from kiosk.form import form_of
from kiosk.shared_desk import SharedAnswer
from kiosk.visit import events as ev
from kiosk.visit.application import Application, IdentifiedBy
from kiosk.visit.matter import only
from kiosk.visit.results import Result
from kiosk.visit.steps import Numbering, Welcome

NOW = datetime(2026, 11, 24, 10, 30)
RESULT = Result("证明", "Proof", "https://city.example/v/" + "x" * 32, "AB2D-9XYZ")


@pytest.fixture
def applied(services, person):
    def make(code, **more):
        return Application(only(services.find(code)), person, IdentifiedBy.CARD, NOW.date(), **more)

    return make


def numbering(application):
    return Numbering(application, (("id-1", "L000126112400017"),), NOW)


class City:
    """Answers what it is told to."""

    def __init__(self, shared=None, answers=None):
        self.shared, self.answers, self.asked = shared, answers or {}, []

    def ask(self, service_code, materials, person):
        self.asked.append((service_code, tuple(materials), person.name))
        return self.shared

    def answer(self, submission, instant):
        self.asked.append((submission, instant))
        return self.answers.get(submission)


def test_what_the_city_holds_comes_with_its_word(applied, person):
    told = []
    city = City(SharedAnswer((("photo", "ZP-19"),), "a.b.c"))
    ask_shared(city, applied("jn-elderly-card"), ("photo",), told.append)
    assert told == [ev.SharedTold((("photo", "ZP-19"),), "a.b.c")]
    assert city.asked == [("jn-elderly-card", ("photo",), person.name)]
    ask_shared(City(), applied("jn-elderly-card"), ("photo",), told.append)
    assert told[1:] == [ev.SharedUnreached()]


def test_numbers_come_as_they_are_known_with_acceptance_and_result():
    told = []
    city = City(answers={"id-2": Answer("37010226112400013", NOW, RESULT)})
    ask_numbers(city, ("id-1", "id-2"), frozenset({"id-2"}), told.append)
    assert told == [ev.NumberKnown("id-2", "37010226112400013", NOW, RESULT)]
    assert city.asked == [("id-1", False), ("id-2", True)]


def test_a_refusal_is_told_as_one():
    told = []
    ask_numbers(City(answers={"id-1": Answer("", None, refused=True)}), ("id-1",), frozenset(), told.append)
    assert told == [ev.NumberRefused("id-1")]


def test_results_are_asked_for_of_instant_services_by_card_alone(applied):
    proof = applied("jn-insurance-proof")
    assert instant_of(numbering(proof)) == {"id-1"}
    assert instant_of(numbering(replace(proof, identified_by=IdentifiedBy.TYPED))) == frozenset()
    assert instant_of(numbering(applied("jn-old-age-allowance"))) == frozenset()
    assert instant_of(Welcome()) == frozenset()


def test_a_limit_on_a_condition_is_the_one_that_the_answers_lead_to(applied):
    for kind, days in (("electronic", 0), ("plastic", 5)):
        card = applied("jn-elderly-card", answers=(("kind", kind),))
        assert instant_of(numbering(card)) == ({"id-1"} if days == 0 else frozenset())
        assert form_of(card, "zh")["limit"]["days"] == days, "the city goes by what the form says"
