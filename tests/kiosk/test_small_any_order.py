"""Whatever happens in whatever order in a catalogue that has everything: no dead end, nothing foreign in a form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import ui
from config import catalogue
from drivers.id_card_reader.card import CardDocument, IdCard, Sex
from kiosk.form import forms_of
from kiosk.pages.present import present
from kiosk.pages.scene import Scene
from kiosk.receipt import acceptance_slip
from kiosk.visit import delays
from kiosk.visit import events as ev
from kiosk.visit.advance import advance
from kiosk.visit.application import ScannedPage
from kiosk.visit.promises import years_of
from kiosk.visit.receipts import Result
from kiosk.visit.scanning import may_defer
from kiosk.visit.steps import (
    Advising,
    Choosing,
    Consulting,
    Declaring,
    Done,
    Filling,
    Matching,
    Reviewing,
    Scanning,
    Sealing,
    Visit,
)
from kiosk.words import Words

SMALL = catalogue.load(Path(__file__).parent / "small_catalogue")
WORDS = Words.load(ui.TRANSLATIONS)
NOW = datetime(2026, 11, 24, 10, 30)
PACKAGE = SMALL.packages[0]
ITEMS = sorted({item.id for s in SMALL for item in (*s.fields, *s.materials)} | {"work"})
VALUES = ["rented", "owned", "street", "yes", "no", "card", "electronic", "courier", "none", "employed"]
SAID = {
    "since": ["2026-03-01", "2026-11-01", "1999-01-01"],
    "floor": ["三楼"],
    "employer": ["小吃店"],
    "account": ["6222020200112233445"],
    "phone": ["13805317216"],
    "signature": ["named"],
}
PAGE = ScannedPage(b"\xff\xd8")
SERVICES = {service.code: service for service in SMALL}


def card(birth: date, sex: Sex) -> IdCard:
    return IdCard(CardDocument.RESIDENT, "范例", "", sex, "汉", "", birth, "", "", "370102195803140010", "", None, None)


starts = st.sampled_from(
    [(ev.PackageChosen(PACKAGE, SMALL.in_package(PACKAGE)),), *((ev.ServiceChosen(s), ev.Forward()) for s in SMALL)]
)
cards = st.builds(card, st.sampled_from([date(1958, 3, 14), date(2012, 2, 29)]), st.sampled_from(list(Sex)))
answers = st.sampled_from(
    [ev.Drafted(text) for text in (*VALUES, *(said for texts in SAID.values() for said in texts))]
)
events = st.one_of(
    answers,
    answers.flatmap(lambda drafted: st.just((drafted, ev.Forward()))),
    st.sampled_from(
        [
            ev.Forward(),
            (ev.PictureAsked(), ev.PageTaken(PAGE), ev.Forward()),
            ev.Back(),
            ev.Deferred(),
            ev.Declared(),
            ev.PapersBrought(),
            (ev.Forward(), ev.SharedTold((("photo", "r-1"),), "proof")),
            ev.SharedUnreached(),
            ev.TimePassed(delays.LOOKUP_LIMIT),
            ev.ConsentToggled(),
            ev.ConsentToggled("employer_data"),
            ev.SealFailed(),
            ev.NumberKnown("id-1", "37010226112400013", NOW, Result("证明", "Proof", "https://example.org/1", "AB12")),
            *(ev.ServiceChosen(service) for service in SMALL),
        ]
    ),
    st.builds(ev.EditAsked, st.sampled_from(ITEMS)),
)


@settings(max_examples=400)
@given(starts, cards, st.lists(events, max_size=40))
def test_no_order_leads_to_a_dead_end(start, person, happened) -> None:
    visit = Visit()
    flat = [one for item in happened for one in (item if isinstance(item, tuple) else (item,))]
    for event in (ev.Started(NOW, years_of(SMALL.years)), *start, ev.CardRead(person), *flat):
        visit, _ = advance(visit, event)
        step = visit.step
        page = present(visit, Scene(SMALL, "站", WORDS, visit.language))
        assert page.primary or page.back or page.body
        if isinstance(step, Advising | Matching):
            assert page.primary and page.primary.enabled
            assert page.back
        if isinstance(step, Filling):
            asked = {field.id for field in (*step.application.questions, *step.application.signatures)}
            assert step.field.id in asked
        if isinstance(step, Reviewing):
            assert step.application.first_open() is None
            assert step.application.services, "there is something to hand in"
            assert not step.application.untold
            assert not step.application.standing.open, "everything is decided"
        if isinstance(step, Sealing):
            _sealed_well(step)
            visit, _ = advance(visit, ev.Sealed(tuple((f"id-{n}", f"L{n}") for n in _count(step)), NOW))
            visit, _ = advance(visit, ev.TimePassed(delays.NUMBER_GRACE))
            assert isinstance(visit.step, Done)
            acceptance_slip(visit.step.receipt, WORDS, "站")
            present(visit, Scene(SMALL, "站", WORDS, "en"))


def _count(step: Sealing) -> range:
    return range(1, len(step.application.services) + 1)


def _sealed_well(step: Sealing) -> None:
    """Each service gets an answer to every question that it asks with these answers, and nothing else."""
    forms = forms_of(step.application, "zh")
    assert forms
    for (form, scans), part in zip(forms, step.application.parts, strict=True):
        service = SERVICES[form["service_code"]]
        assert set(form["answers"]) == {field.id for field in part.course(service).asked}
        assert set(form["answers"]) <= {field.id for field in service.fields}
        settled = {scan.part for scan in scans} | set(form["deferred"]) | set(form.get("declared", ()))
        settled |= set(form.get("shared", {}).get("materials", ()))
        assert {need.material.id for need in part.needs} <= settled
        assert settled <= {material.id for material in service.materials} | {"signature"}


def _way_on(visit: Visit, draw: Callable[[st.SearchStrategy[Any]], Any], edits: list[str]) -> tuple[ev.Event, ...]:
    """What somebody does who wants to get through, one way or the other."""
    step = visit.step
    match step:
        case Filling(field=field):
            texts = [option.value for option in field.options] or SAID[field.id]
            return (ev.Drafted(draw(st.sampled_from(texts))), ev.Forward())
        case Consulting():
            told = ev.SharedTold((("photo", "r-1"),), "proof")
            ways = [(ev.PapersBrought(),), (ev.Forward(), told), (ev.Forward(), ev.SharedUnreached())]
            return draw(st.sampled_from(ways))
        case Declaring():
            return draw(st.sampled_from([(ev.Declared(),), (ev.PapersBrought(),)]))
        case Scanning() if may_defer(step, step.material) and draw(st.booleans()):
            return (ev.Deferred(),)
        case Scanning() if step.pages:
            return (ev.Forward(),)
        case Scanning():
            return (ev.PictureAsked(), ev.PageTaken(PAGE), ev.Forward())
        case Reviewing() if edits:
            return (ev.EditAsked(edits.pop()),)
        case Reviewing():
            ticks = [ev.ConsentToggled(consent.id) for consent in step.application.consents_asked]
            return (*ticks, ev.ConsentToggled(), ev.Forward())
        case Sealing():
            return (ev.Sealed(tuple((f"id-{n}", f"L{n}") for n in _count(step)), NOW), ev.TimePassed(9.0))
    return (ev.Forward(),)


@settings(max_examples=200)
@given(starts, cards, st.lists(st.sampled_from(ITEMS), max_size=4), st.data())
def test_whoever_answers_gets_through_or_is_shown_the_way(start, person, edits, data) -> None:
    visit = Visit()
    for event in (ev.Started(NOW, years_of(SMALL.years)), *start, ev.CardRead(person)):
        visit, _ = advance(visit, event)
    for _ in range(150):
        for event in _way_on(visit, data.draw, edits):
            visit, _ = advance(visit, event)
        if isinstance(visit.step, Sealing):
            _sealed_well(visit.step)
        if isinstance(visit.step, Done | Choosing):
            return
    raise AssertionError(f"still at {type(visit.step).__name__}")
