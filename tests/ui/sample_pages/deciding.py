"""Samples of what decides on a matter, from the presenters themselves: stops, packages, records, declarations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import ui
from config import catalogue
from config.catalogue_text import Text
from config.grouping import Package, Part
from config.papers import Declaration, Demand, Material
from config.questions import FormField
from config.service import Consent, FromDay, Related, Service, Stop
from drivers.id_card_reader.card import CardDocument, IdCard, Sex
from kiosk.page import Page
from kiosk.pages.present import present
from kiosk.pages.scene import Scene
from kiosk.visit.application import Application, IdentifiedBy, Paper
from kiosk.visit.matter import Matter, only
from kiosk.visit.papers import ScannedPage
from kiosk.visit.promises import years_of
from kiosk.visit.receipts import Known, Result, receipt_of
from kiosk.visit.steps import (
    Advising,
    Consulting,
    Declaring,
    Done,
    Identifying,
    Matching,
    Reviewing,
    SlipState,
    Step,
    Visit,
)
from kiosk.words import Words
from sample_pages.book import Book

WORDS = Words.load(ui.TRANSLATIONS)
SHIPPED = catalogue.load()
NOW = datetime(2026, 11, 24, 10, 30)
PERSON = IdCard(
    CardDocument.RESIDENT, "欧阳泉", "", Sex.MALE, "汉", "", date(1980, 3, 14), "山东省滨州市滨城区渤海七路 1 号", "",
    "370102198003140014", "滨州市公安局", date(2016, 5, 1), None,
)  # fmt: skip


def _found(code: str) -> Service:
    service = SHIPPED.find(code)
    assert service is not None
    return service


def _text(zh: str, en: str) -> Text:
    return Text(zh=zh, en=en)


HOME, INSURANCE = _found("jn-residence-registration"), _found("jn-flexible-employment")
SINCE = next(field for field in HOME.fields if field.id == "since")
STOP = Stop(
    id="half_year",
    when="since_months < 6",
    reason=_text("{day}起，您可以办居住证", "You can have the permit from {day}"),
    way=_text("今天先做居住登记，半年从登记的这天算起。", "Register today: the half year counts from then."),
    office="police",
    bring=(_text("身份证", "identity card"), _text("租房合同", "lease")),
    possible=FromDay(field="since", months=6),
    instead=HOME.code,
)
PERMIT = HOME.model_copy(
    update={
        "code": "sample-permit",
        "name": _text("申领居住证", "Residence permit"),
        "icon": "id-card",
        "summary": _text("住满半年的人办，可以上学、看病、买车。", "After half a year: school, doctor, car."),
        "fields": (SINCE,),
        "stops": (STOP,),
        "materials": (),
        "consents": (
            Consent(id="employer", text=_text("同意向单位核实我的工作。", "I agree that my employer is asked.")),
        ),
        "successors": (Related(service=INSURANCE.code, why=_text("没有单位，可以自己参保", "Insure yourself")),),
    }
)
WORK = FormField.model_validate(
    {
        "id": "work",
        "kind": "choice",
        "label": {"zh": "工作", "en": "Work"},
        "question": {"zh": "您有单位吗？", "en": "Do you have an employer?"},
        "help": {"zh": "选一个。", "en": "Choose one."},
        "options": [
            {"value": "employed", "label": {"zh": "有单位", "en": "With an employer"}},
            {"value": "none", "label": {"zh": "没有单位", "en": "Without"}},
        ],
    }
)
MOVING = Package(
    kind="package",
    code="sample-moving",
    version=1,
    name=_text("新居民落脚", "Settling in"),
    everyday=_text("我新搬来", "Moving here"),
    summary=_text("几件一起办", "All together"),
    icon="house-plus",
    fields=(WORK,),
    services=(
        Part(code=HOME.code),
        Part(code=PERMIT.code),
        Part(
            code=INSURANCE.code,
            when="work == 'none'",
            otherwise=_text("单位替您参保，问单位人事就行。", "Your employer insures you: ask the personnel office."),
        ),
    ),
)
LETTER = Material(
    id="letter",
    name=_text("居住事实证明", "Proof of residence"),
    hint=_text("社区或房东开的", "From the community or landlord"),
    source=_text("社区能开", "The community writes it"),
    demand=Demand.DECLARED,
    declaration=Declaration(
        duty=_text("办居住登记，要真的住在这个地址。", "You must really live at this address."),
        text=_text("我现在住在我填的地址，填的都是真的。", "I live at the address I gave; all I gave is true."),
        consequence=_text(
            "查实不是这样，登记会撤销，并记入信用记录。", "Otherwise the registration is revoked and put on record."
        ),
    ),
)
DECLARED = HOME.model_copy(update={"materials": (LETTER,), "stops": ()})
ANSWERS = (
    ("work", "employed"),
    ("lodging", "rented"),
    ("living_address", "历下区甸柳新村 5 区 12 号楼"),
    ("basis", "work"),
    ("phone", "13805317216"),
)
KEPT = (("id-1", "L000126112400017"), ("id-2", "L000126112400025"))


def _applied(matter: Matter, since: str, **more: object) -> Application:
    answers = (*ANSWERS, ("since", since))
    application = Application(matter, PERSON, IdentifiedBy.CARD, NOW.date(), years_of(SHIPPED.years), answers)
    return replace(application, **more)  # type: ignore[arg-type]


def _steps() -> Iterator[tuple[str, Step]]:
    young = _applied(only(PERMIT), "2026-11-01")
    yield "stop", Advising(young, young.standing.fallen[0])
    package = Matter((HOME, PERMIT, INSURANCE), MOVING)
    yield "match", Matching(_applied(package, "2026-11-01"))
    yield "shared", Consulting(_applied(only(HOME), "2026-03-01"))
    yield "declare", Declaring(_applied(only(DECLARED), "2026-03-01"), LETTER)
    papers = (Paper("lease", deferred=True),)
    whole = _applied(package, "2026-03-01", papers=papers, held=(("photo", "r-1"),), matched=True)
    yield "review-package", Reviewing(whole, ticked=("employer",))
    result = Result(
        "参保凭证", "Proof of insurance", "https://verify.example.org/v/7KQ2", "7KQ2-M4XD", date(2027, 2, 24)
    )
    known = (Known("id-1", "37010226112400076", NOW), Known("id-2", "37010226112400084", NOW))
    yield "done-package", Done(receipt_of(whole, KEPT, known, NOW, "zh"), SlipState.PRINTED)
    proved = (Known("id-1", "37010226112400076", NOW, result),)
    single = _applied(only(HOME), "2026-03-01", papers=(Paper("lease", (ScannedPage(b""),)),))
    yield "done-proof", Done(receipt_of(single, KEPT[:1], proved, NOW, "zh"), SlipState.PRINTED)
    refused = (Known("id-1", "", refused=True),)
    yield "done-refused", Done(receipt_of(single, KEPT[:1], refused, NOW, "zh"), SlipState.PRINTED)
    late = _applied(only(HOME), "2026-03-01", applicant=replace(PERSON, valid_to=date(2021, 5, 1)))
    yield "expired", Identifying(only(HOME), late=late)


class Deciding(Book):
    """What applies, and what takes the place of a paper."""

    def deciding(self) -> Iterator[Page]:
        """Who is stopped, what applies, what is looked up or declared, and several matters at once."""
        scene = Scene(SHIPPED, "甸柳社区便民服务站", WORDS, self.language, NOW)
        for name, step in _steps():
            page = present(Visit(step=step, started=NOW, language=self.language), scene)
            yield replace(page, name=name)
