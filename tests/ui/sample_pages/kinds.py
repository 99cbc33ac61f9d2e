"""Samples of every kind of question that needs more than a touch, from the presenter itself, right and wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from config.catalogue import Catalogue
from config.questions import FormField
from config.service import Service
from drivers.id_card_reader.card import IdCard
from kiosk.page import Page
from kiosk.pages.form import question
from kiosk.pages.scene import Scene
from kiosk.visit.answers import Fault
from kiosk.visit.application import Application, IdentifiedBy
from kiosk.visit.checks import typed_person
from kiosk.visit.matter import only
from kiosk.visit.steps import Filling
from sample_pages.book import Book
from sample_pages.helping import WORDS

TODAY = date(2026, 11, 24)
SPECIMEN = "37010219491231058X"
"""The example of GB 11643-1999."""

SOMEONE: IdCard = typed_person(SPECIMEN, "欧阳泉", date(1949, 12, 31))


KINDS = Path(__file__).parents[2] / "kinds.toml"
"""The questions, which other tests ask too."""

FIELDS = [FormField.model_validate(field) for field in tomllib.loads(KINDS.read_text("utf-8"))["fields"]]

GIVEN = (("married", "2026-03-12"), ("phone", "13805317216"))


@dataclass(frozen=True)
class Sample:
    """What stands there, and what was found wrong with it."""

    field: str
    draft: str
    wrong: Fault | None = None
    first: str = ""


SAMPLES = {
    "choices": Sample("kinds", "pension,medical"),
    "choices-wrong": Sample("kinds", "", Fault.CHOICES),
    "month": Sample("start", "2026-10"),
    "month-wrong": Sample("start", "2026-12", Fault.MONTH),
    "date-early": Sample("born", "2026-02-28", Fault.EARLY),
    "id-number": Sample("carer", SPECIMEN[:12]),
    "id-number-wrong": Sample("carer", "370102194912310581", Fault.ID_NUMBER),
    "account-again": Sample("account", "620550", first="6205500000000000004"),
    "account-digit-wrong": Sample("account", "6205500000000000005", Fault.BANK_ACCOUNT),
    "account-wrong": Sample("account", "6205500000000000012", Fault.TWICE, "6205500000000000004"),
    "certificate-wrong": Sample("certificate", "3701021949123105854", Fault.DISABILITY_CERTIFICATE),
    "count-wrong": Sample("child", "0", Fault.COUNT),
    "credit-code": Sample("employer_code", ""),
    "credit-code-wrong": Sample("employer_code", "91330100799655058A", Fault.CREDIT_CODE),
    "name-wrong": Sample("landlord", "王", Fault.PERSON_NAME),
    "region": Sample("place", ""),
    "region-city": Sample("place", "510100"),
    "region-wrong": Sample("place", "320000", Fault.REGION),
    "phone-same": Sample("contact_phone", "13805317216", Fault.SAME),
}


class Kinds(Book):
    """More of the questions."""

    def kinds(self) -> Iterator[Page]:
        """Several answers, months, checked numbers, codes and regions."""
        service = Service.model_construct(fields=tuple(FIELDS), materials=(), code="sample")
        application = Application(only(service), SOMEONE, IdentifiedBy.CARD, TODAY, answers=GIVEN)
        scene = Scene(Catalogue(()), "甸柳社区便民服务站", WORDS, self.language)
        for name, sample in SAMPLES.items():
            field = next(field for field in FIELDS if field.id == sample.field)
            page = question(Filling(application, field, sample.draft, sample.wrong, first=sample.first), scene)
            frame = self.page(name, page.title, page.body, 2)
            yield replace(frame, lead=page.lead, error=page.error, primary=page.primary)
