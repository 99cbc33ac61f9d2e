"""Staff at the terminal: the PIN, then the page of lights."""

from __future__ import annotations

from dataclasses import replace

from kiosk.visit import delays
from kiosk.visit import events as ev
from kiosk.visit import staff_events as se
from kiosk.visit.pads import pressed
from kiosk.visit.staff_steps import PinVerdict, Staffing, StaffStep, Unlocking
from kiosk.visit.steps import Step, Welcome

PIN_LENGTH = 12
"""Digits that a PIN may have at most."""

PIN_LEAST = 6
"""And at least: with the growing waits, years for whoever tries them all."""


def staffing(step: StaffStep, event: ev.Event) -> Step | None:
    """The next step, None when the event means nothing here."""
    return _unlocking(step, event) if isinstance(step, Unlocking) else _staffing(step, event)


def _unlocking(step: Unlocking, event: ev.Event) -> Step | None:
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
        case ev.Forward() if may_type(step) and len(step.digits) >= PIN_LEAST:
            return replace(step, checking=True)
        case ev.Back():
            return Welcome()
    return None


def may_type(step: Unlocking) -> bool:
    """Whether digits are taken."""
    return not step.checking and step.wait == 0 and step.verdict is not PinVerdict.UNSET


def _staffing(step: Staffing, event: ev.Event) -> Step | None:
    match event:
        case se.LightsSeen(lights):
            return replace(step, lights=lights)
        case se.SendingAsked():
            return replace(step, sent=True, looked=0.0)
        case ev.TimePassed(seconds):
            looked = step.looked + seconds
            return replace(step, looked=0.0 if looked >= delays.LIGHTS_LOOK else looked)
        case ev.Forward() | ev.Back():
            return Welcome()
    return None
