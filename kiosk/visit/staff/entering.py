"""The way in for staff: a staff card where one is needed, which says who may try; then the PIN, which proves it."""

from __future__ import annotations

from dataclasses import replace

from drivers.model import ADVICE, ErrorCode, Mender
from kiosk.visit import events as ev
from kiosk.visit.pads import pressed
from kiosk.visit.staff import events as se
from kiosk.visit.staff.steps import CardCheck, PinVerdict, Staffing, Unlocking
from kiosk.visit.steps import Step, Welcome

PIN_LENGTH = 12
"""Digits that a PIN may have at most."""

PIN_LEAST = 6
"""And at least: with the growing waits, years for whoever tries them all."""


def unlocking(step: Unlocking, event: ev.Event) -> Step | None:
    """The next step, None when the event means nothing here."""
    match event:
        case se.PinAnswered(PinVerdict.OPEN) if step.checking:
            return Staffing()
        case se.PinAnswered(PinVerdict.WRONG, wait) if step.checking:
            return Unlocking(verdict=PinVerdict.WRONG, wait=wait, card=step.card)
        case se.PinAnswered(PinVerdict.LOCKED | PinVerdict.UNSET as verdict, wait, card):
            asked = step.card is CardCheck.UNASKED
            return Unlocking(verdict=verdict, wait=wait, card=card if asked else step.card)
        case se.PinAnswered(PinVerdict.READY, _, card) if step.card is CardCheck.UNASKED:
            return replace(step, card=card, digits=step.digits if card is CardCheck.NOT_NEEDED else "")
        case ev.TimePassed(seconds) if step.wait > 0:
            wait = max(0.0, step.wait - seconds)
            return replace(step, wait=wait, verdict=step.verdict if wait else PinVerdict.READY)
        case ev.KeyPressed(key) if may_type(step):
            digits = pressed(step.digits, key, PIN_LENGTH + 1)[:PIN_LENGTH]
            return replace(step, digits=digits, verdict=PinVerdict.READY)
        case ev.Forward() if may_enter(step):
            return replace(step, checking=True)
        case ev.Back():
            return Welcome()
    return _with_card(step, event)


def _with_card(step: Unlocking, event: ev.Event) -> Unlocking | None:
    match event:
        case se.StaffCardRead(known) if step.card in (CardCheck.AWAITED, CardCheck.UNKNOWN):
            return replace(step, card=CardCheck.KNOWN if known else CardCheck.UNKNOWN, failed=None)
        case se.StaffCardFailed(ErrorCode.NO_CARD):
            # that no card was laid for a while needs no word
            return step if step.card in (CardCheck.AWAITED, CardCheck.UNKNOWN) else None
        case se.StaffCardFailed(code) if step.card in (CardCheck.AWAITED, CardCheck.UNKNOWN):
            mended = ADVICE[code].mender is Mender.RESIDENT
            return replace(step, card=CardCheck.AWAITED if mended else CardCheck.UNAVAILABLE, failed=code)
        case ev.DeviceBack("id_card_reader") | se.TrialAsked() if step.card is CardCheck.UNAVAILABLE:
            return replace(step, card=CardCheck.AWAITED, failed=None)
    return None


def wants_card(step: Unlocking, away: bool) -> bool:
    """Whether a card is to be read; after one that is not known only the next one, once that is `away`."""
    return step.card is CardCheck.AWAITED or (step.card is CardCheck.UNKNOWN and away)


def may_type(step: Unlocking) -> bool:
    """Whether digits are taken: with a card needed, from whoever has one, so that nobody else locks the PIN."""
    known = step.card in (CardCheck.UNASKED, CardCheck.NOT_NEEDED, CardCheck.KNOWN)
    return known and not step.checking and step.wait == 0 and step.verdict is not PinVerdict.UNSET


def may_enter(step: Unlocking) -> bool:
    """Whether the PIN can be compared."""
    return may_type(step) and step.card is not CardCheck.UNASKED and len(step.digits) >= PIN_LEAST
