"""The way in for staff: the PIN."""

from __future__ import annotations

from dataclasses import replace

from kiosk.visit import events as ev
from kiosk.visit.pads import pressed
from kiosk.visit.staff import events as se
from kiosk.visit.staff.steps import PinVerdict, Staffing, Unlocking
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
            return Unlocking(verdict=PinVerdict.WRONG, wait=wait)
        case se.PinAnswered(PinVerdict.LOCKED | PinVerdict.UNSET as verdict, wait):
            return Unlocking(verdict=verdict, wait=wait)
        case ev.TimePassed(seconds) if step.wait > 0:
            wait = max(0.0, step.wait - seconds)
            return replace(step, wait=wait, verdict=step.verdict if wait else PinVerdict.READY)
        case ev.KeyPressed(key) if may_type(step):
            return Unlocking(pressed(step.digits, key, PIN_LENGTH + 1)[:PIN_LENGTH])
        case ev.Forward() if may_enter(step):
            return replace(step, checking=True)
        case ev.Back():
            return Welcome()
    return None


def may_type(step: Unlocking) -> bool:
    """Whether digits are taken."""
    return not step.checking and step.wait == 0 and step.verdict is not PinVerdict.UNSET


def may_enter(step: Unlocking) -> bool:
    """Whether the PIN can be compared."""
    return may_type(step) and len(step.digits) >= PIN_LEAST
