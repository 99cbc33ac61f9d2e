"""Samples of the pages of the first start, from its own presenter, with our own words."""

from __future__ import annotations

import ui
from config.catalogue import Catalogue
from drivers.model import ErrorCode, Health, Status
from kiosk.page import Page
from kiosk.pages.scene import Scene
from kiosk.setup.present import present, scene_of
from kiosk.setup.steps import (
    Addressing,
    Draft,
    Enrolling,
    Finished,
    Found,
    Greeting,
    Locked,
    Looking,
    Naming,
    Pending,
    Pinning,
    Placing,
    Reaching,
    Setup,
    Step,
    Summing,
)
from kiosk.visit.staff.steps import PinVerdict, Unlocking
from kiosk.visit.view import PLAIN, View
from kiosk.words import Words

WORDS = Words.load(ui.TRANSLATIONS)
WELL = Health(Status.ONLINE)

FOUND = (
    Found("id_card_reader", WELL, "samv", {"port": "usb:"}),
    Found("document_scanner", Health(Status.NO_DEVICE, ErrorCode.NO_DEVICE)),
    Found("receipt_printer", Health(Status.OFFLINE, ErrorCode.PAPER_OUT), "escpos", {"port": "/dev/usb/lp0"}),
)
DRAFT = Draft("甸柳社区便民服务站", "370102", "https://intake.city.example", FOUND)
KNOWN = Setup(DRAFT, registered=DRAFT.registered, pinned=True)
UNKNOWN = Setup(DRAFT, pinned=True)

STEPS: dict[str, tuple[Setup, Step]] = {
    "setup-welcome": (Setup(Draft()), Greeting()),
    "setup-name": (Setup(Draft()), Naming("甸柳社区便民服务站")),
    "setup-area": (UNKNOWN, Placing("370102")),
    "setup-city": (UNKNOWN, Addressing("https://intake.city.example")),
    "setup-city-wrong": (UNKNOWN, Addressing("https://intake city", wrong=True)),
    "setup-reach-asking": (UNKNOWN, Reaching()),
    "setup-reach": (UNKNOWN, Reaching("")),
    "setup-reach-failed": (UNKNOWN, Reaching("certificate", 7200.0)),
    "setup-devices-looking": (UNKNOWN, Looking()),
    "setup-devices": (UNKNOWN, Looking(FOUND)),
    "setup-enrol": (UNKNOWN, Enrolling()),
    "setup-enrol-again": (Setup(DRAFT, registered=("", "", ""), pinned=True), Enrolling()),
    "setup-code": (UNKNOWN, Enrolling(True, "4711081512")),
    "setup-code-wrong": (UNKNOWN, Enrolling(True, trouble="code")),
    "setup-pin": (UNKNOWN, Pinning("12345")),
    "setup-pin-wrong": (UNKNOWN, Pinning(wrong="different")),
    "setup-pin-again": (UNKNOWN, Pinning("193", "193746")),
    "setup-check": (KNOWN, Summing()),
    "setup-check-later": (UNKNOWN, Summing(failed=True)),
    "setup-done": (KNOWN, Finished()),
    "setup-pending": (UNKNOWN, Pending()),
    "setup-pin-asked": (UNKNOWN, Locked("city", Unlocking(verdict=PinVerdict.WRONG, wait=240.0))),
}


def page(name: str, language: str = "zh", view: View = PLAIN) -> Page:
    """One of them."""
    setup, step = STEPS[name]
    setup = Setup(setup.draft, step, setup.registered, setup.pinned, language=language, view=view)
    return present(setup, scene_of(setup, Scene(Catalogue([]), "", WORDS, language)))
