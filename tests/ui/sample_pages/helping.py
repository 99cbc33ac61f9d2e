"""Samples of the pages beside the way, from the presenters themselves, with our own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import ui
from config.catalogue import Catalogue
from kiosk.page import Page
from kiosk.pages.letters import beside, rating_words
from kiosk.pages.scene import Helper, Scene
from kiosk.visit.asides import (
    Aside,
    Helping,
    Letter,
    LetterKind,
    LetterSafe,
    PhoneAsked,
    PictureOffered,
    Picturing,
    TopicAsked,
    WordsAsked,
)
from kiosk.visit.steps import Rating
from kiosk.words import Words
from sample_pages.book import Book

WORDS = Words.load(ui.TRANSLATIONS)
HELPER = Helper("张老师", "周一到周五 8:30–17:30", "Mon to Fri 8:30–17:30", "0531-88010000", 1)

ASSISTANCE = Letter(LetterKind.ASSISTANCE, "jn-elderly-card")
REPORT = Letter(LetterKind.REPORT, "rate")

ASIDES: dict[str, Aside] = {
    "help": Helping(),
    "assistance-topic": TopicAsked(ASSISTANCE),
    "assistance-phone": PhoneAsked(replace(ASSISTANCE, topic="home_visit", phone="13805317216")),
    "assistance-phone-wrong": PhoneAsked(replace(ASSISTANCE, topic="home_visit", phone="8801"), wrong=True),
    "assistance-words": WordsAsked(replace(ASSISTANCE, topic="home_visit", phone="13805317216")),
    "assistance-kept": LetterSafe(LetterKind.ASSISTANCE, "home_visit", "302917645518", "138 **** 7216"),
    "report-topic": TopicAsked(REPORT),
    "report-words": WordsAsked(replace(REPORT, topic="page", words="第三页写的电话打不通"), failed=True),
    "report-picture": PictureOffered(replace(REPORT, topic="page")),
    "report-camera": Picturing(replace(REPORT, topic="page")),
    "report-kept": LetterSafe(LetterKind.REPORT, "page", "774120365981", ""),
}


class HelpingPages(Book):
    """Beside the way."""

    def helping(self) -> Iterator[Page]:
        """Help, letters, own words of a rating."""
        scene = Scene(Catalogue(()), "甸柳社区便民服务站", WORDS, self.language, helper=HELPER)
        for name, aside in ASIDES.items():
            yield self.framed(name, beside(aside, "rate", scene))
        yield self.framed("rate-words", rating_words(Rating("jn-elderly-card", 4, words="字很大，老人自己能办"), scene))

    def framed(self, name: str, page: Page) -> Page:
        """With the frame of such pages: every tool but help, which is here already."""
        frame = self.page(name, "", page.body)
        header = replace(frame.header, tools=frame.header.tools[:-1])
        return replace(page, name=name, header=header, lower=frame.lower)
