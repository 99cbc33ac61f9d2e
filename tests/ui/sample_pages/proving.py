"""A sample of the page of a proof, from the presenter itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import ui
from config.catalogue import Catalogue
from kiosk.page import Page
from kiosk.pages.proof import proof
from kiosk.pages.scene import Scene
from kiosk.visit.case_steps import ShowingResult
from kiosk.visit.cases import Case, CaseState, Enquiry
from kiosk.visit.results import Result
from kiosk.words import Words
from sample_pages.book import Book

WORDS = Words.load(ui.TRANSLATIONS)
RESULT = Result(
    "企业职工基本养老保险参保缴费证明",
    "Proof of contributions to the employees' basic pension insurance",
    "https://jinan.example/v/4mQ0v1yJrY8kzB2tW7sXdE5uLnAoPi3c",
    "K7QM-42XB",
    date(2027, 2, 22),
)


class Proving(Book):
    """What an instant service gave."""

    def proving(self) -> Iterator[Page]:
        """A proof, for others to scan."""
        case = Case("37010226112400013", CaseState.DONE, "jn-x", result=RESULT)
        step = ShowingResult(Enquiry(None, (case,), reached=True), case, RESULT)
        page = proof(step, Scene(Catalogue(()), "甸柳社区便民服务站", WORDS, self.language))
        frame = self.page("proof", "", page.body)
        yield replace(page, header=frame.header, lower=frame.lower)
