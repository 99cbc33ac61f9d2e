"""Samples of the staff's pages and of a closed terminal, from the presenters themselves, with our own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import ui
from config import catalogue
from drivers.model import ErrorCode, Health, Status
from kiosk.page import Page
from kiosk.pages.closed import closed
from kiosk.pages.scene import Helper, Scene
from kiosk.pages.staff.door import staff
from kiosk.visit.staff.lights import Lights, QueueLights
from kiosk.visit.staff.places import (
    CLEAR_PICTURE,
    CardTrial,
    Carrying,
    Closing,
    Counting,
    Exporting,
    Guide,
    Issued,
    Levels,
    Place,
    Reprinting,
    Restarting,
    SoundTrial,
    Stick,
    Taken,
    Today,
    TouchTrial,
    Waiting,
)
from kiosk.visit.staff.steps import CardCheck, PinVerdict, Staffing, Unlocking
from kiosk.visit.staff.tasks import Task
from kiosk.visit.steps import Visit
from kiosk.words import Words
from sample_pages.book import Book

WORDS = Words.load(ui.TRANSLATIONS)
ELSEWHERE = Helper(elsewhere="历山社区便民服务站，8:30–17:30", elsewhere_en="Lishan neighbourhood station, 8:30–17:30")
CATALOGUE = catalogue.load()
EVENING = datetime(2026, 11, 24, 20, 41)
MORNING = datetime(2026, 11, 24, 9, 12)
WELL = Health(Status.ONLINE)

QUEUE = QueueLights(0, 2, 0, EVENING, "", None, 61 << 30, True, 0.0)
BAD_QUEUE = QueueLights(17, 3, 1, EVENING, "line", EVENING, 80 << 20, False, 214.0, MORNING)
GOOD_DEVICES = (("id_card_reader", WELL), ("document_scanner", WELL), ("receipt_printer", WELL))
BAD_DEVICES = (
    ("id_card_reader", Health(Status.NO_DEVICE, ErrorCode.NO_DEVICE)),
    ("document_scanner", Health(Status.STARTING)),
    ("receipt_printer", Health(Status.OFFLINE, ErrorCode.PAPER_OUT)),
)
GOOD, BAD = Lights(GOOD_DEVICES, QUEUE), Lights(BAD_DEVICES, BAD_QUEUE)
STICK = Stick("KIOSK", 14_600_000_000, 3)
SLIPS = (
    Issued("a", "37010226112400013", False, "jn-elderly-card", EVENING),
    Issued("b", "L000126112400017", True, "jn-flexible-employment", MORNING),
)

ENTERING = {
    "staff-pin": Unlocking("12345"),
    "staff-pin-card": Unlocking("12345", card=CardCheck.KNOWN),
    "staff-pin-locked": Unlocking(verdict=PinVerdict.WRONG, wait=240.0),
    "staff-unset": Unlocking(verdict=PinVerdict.UNSET),
    "staff-lay": Unlocking(card=CardCheck.AWAITED),
    "staff-lay-unknown": Unlocking(card=CardCheck.UNKNOWN),
    "staff-no-cards": Unlocking(card=CardCheck.NONE_ADDED),
    "staff-looking": Staffing(),
    "staff": Staffing(Lights((*GOOD_DEVICES[:2], BAD_DEVICES[2]), QUEUE)),
    "staff-well": Staffing(GOOD),
    "staff-bad": Staffing(BAD),
    "staff-broken": Staffing(Lights(GOOD_DEVICES, None)),
}
AT: dict[str, Place] = {
    "staff-guide-paper": Guide(Task("receipt_printer", "paper_out")),
    "staff-guide-reader": Guide(Task("id_card_reader", "no_device")),
    "staff-guide-camera": Guide(Task("document_scanner", "no_picture")),
    "staff-guide-lens": CLEAR_PICTURE,
    "staff-guide-sheet": Guide(Task("document_scanner", "paper_jam")),
    "staff-guide-disk": Guide(Task("disk", "full")),
    "staff-card-read": CardTrial(False, None, "resident", "欧阳*", "370102********0010"),
    "staff-sound": SoundTrial(played=True),
    "staff-touch": TouchTrial(frozenset(("1", "2", "3", "5", "13", "25"))),
    "staff-waiting": Waiting(),
    "staff-stick-there": Exporting(STICK),
    "staff-stick-taken": Exporting(STICK, Carrying.READ, taken=Taken(3)),
    "staff-stick-refused": Exporting(STICK, Carrying.READ, taken=Taken(2, 0, 0, ("a.ack",))),
    "staff-reprint": Reprinting(found=SLIPS),
    "staff-levels": Levels(60, 80),
    "staff-closing": Closing(),
    "staff-restart": Restarting(),
    "staff-today": Counting(Today(14, 11, 10, (("jn-elderly-card", 7), ("jn-flexible-employment", 4)), 2, EVENING)),
}


class Serving(Book):
    """What staff see."""

    def serving(self) -> Iterator[Page]:
        """The staff's pages."""
        scene = Scene(CATALOGUE, "甸柳社区便民服务站", WORDS, self.language, helper=ELSEWHERE)
        for name, step in ENTERING.items():
            yield self._framed(name, staff(Visit(step=step), step, scene))
        here = Staffing(GOOD)
        yield self._framed("staff-closed", staff(Visit(step=here, closed="repair"), here, scene))
        for name, at in AT.items():
            there = Staffing(BAD, at=at)
            yield self._framed(name, staff(Visit(step=there), there, scene))
        yield self._framed("closed", closed("paper", scene))

    def _framed(self, name: str, page: Page) -> Page:
        """With the frame of such pages: every tool but help, which staff need not ask for."""
        frame = self.page(name, "", page.body)
        header = replace(frame.header, tools=frame.header.tools[:-1])
        return replace(page, name=name, header=header, lower=frame.lower)
