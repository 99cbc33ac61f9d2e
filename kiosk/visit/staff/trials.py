"""Trials of the devices: what each of them takes. What was read or taken is gone with the page."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from drivers.model import ADVICE, ErrorCode, Mender
from kiosk.visit import events as ev
from kiosk.visit.asides import Lens
from kiosk.visit.staff import events as se
from kiosk.visit.staff.places import (
    TARGETS,
    CameraTrial,
    CardTrial,
    Printing,
    Reprinting,
    SlipTrial,
    SoundTrial,
    TouchTrial,
)

OnPaper = TypeVar("OnPaper", SlipTrial, Reprinting)


def card_trial(at: CardTrial, event: ev.Event) -> CardTrial | None:
    """A card is awaited; when one was read it waits to be asked again."""
    match event:
        case se.CardTried(document, name, number) if at.reading:
            return CardTrial(reading=False, document=document, name=name, number=number)
        case se.StaffCardFailed(ErrorCode.NO_CARD) if at.reading:
            return at
        case se.StaffCardFailed(code) if at.reading:
            return CardTrial(reading=ADVICE[code].mender is Mender.RESIDENT, failed=code)
        case se.TrialAsked() if not at.reading:
            return CardTrial()
        case ev.DeviceBack("id_card_reader") if at.failed is not None and not at.reading:
            return CardTrial()
    return None


def camera_trial(at: CameraTrial, event: ev.Event) -> CameraTrial | None:
    """The live picture, then one picture with what is said of it."""
    match event:
        case ev.PageTaken(page) if at.lens is Lens.TAKING:
            return CameraTrial(Lens.CHECK, page.jpeg, page.verdicts)
        case ev.PageFailed(ErrorCode.UNSUPPORTED) if at.lens is Lens.LIVE:
            return CameraTrial(Lens.GLASS)
        case ev.PageFailed(code) if at.lens is Lens.TAKING and ADVICE[code].mender is Mender.RESIDENT:
            return CameraTrial(Lens.LIVE, failed=code)
        case ev.PageFailed(code) if at.lens is not Lens.CHECK:
            return CameraTrial(Lens.UNAVAILABLE, failed=code)
        case ev.PictureAsked() if at.lens in (Lens.LIVE, Lens.GLASS):
            return CameraTrial(Lens.TAKING)
        case ev.PictureAsked() | ev.PageRetaken() if at.lens in (Lens.UNAVAILABLE, Lens.CHECK):
            return CameraTrial()
        case ev.DeviceBack("document_scanner") if at.lens is Lens.UNAVAILABLE:
            return CameraTrial()
    return None


def sound_trial(at: SoundTrial, event: ev.Event) -> SoundTrial | None:
    """Whoever stands there hears it, or does not; played anew when asked."""
    match event:
        case se.SoundPlayed(played):
            return SoundTrial(played)
        case se.TrialAsked() if at.played is not None:
            return SoundTrial()
    return None


def touch_trial(at: TouchTrial, event: ev.Event) -> TouchTrial | None:
    """Another place that felt a finger; from the beginning when asked."""
    match event:
        case se.Picked(place) if place in TARGETS:
            return TouchTrial(at.touched | {place})
        case se.TrialAsked():
            return TouchTrial()
    return None


def printed(at: OnPaper, event: ev.Event) -> OnPaper | None:
    """What the printer says of a slip under way."""
    if at.printing is not Printing.PRINTING:
        return None
    match event:
        case ev.SlipPrinted(certain):
            return replace(at, printing=Printing.PRINTED if certain else Printing.UNKNOWN)
        case ev.SlipFailed(code):
            return replace(at, printing=Printing.FAILED, failed=code)
    return None
