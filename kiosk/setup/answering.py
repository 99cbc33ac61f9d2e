"""The steps in which something is typed: name, area, address, code, PIN."""

from __future__ import annotations

from dataclasses import replace

from kiosk.intents import Intent
from kiosk.setup.answers import ADDRESS_LENGTH, AREA_LENGTH, CODE_LENGTH, NAME_LENGTH, good_address, grouped_code
from kiosk.setup.effects import Enrol, KeepPin
from kiosk.setup.events import EnrolmentAnswered, Event, PinKept, Touched
from kiosk.setup.going import Moved, backward, onward, to
from kiosk.setup.steps import Addressing, Draft, Enrolling, Naming, Pinning, Placing, Setup
from kiosk.staff.pin import PinRefused, good_pin
from kiosk.visit.pads import pressed
from kiosk.visit.staff.entering import PIN_LEAST, PIN_LENGTH


def advance(setup: Setup, event: Event) -> Moved:
    """See advance.advance."""
    match setup.step:
        case Naming():
            return _naming(setup, setup.step, event)
        case Placing():
            return _placing(setup, setup.step, event)
        case Addressing():
            return _addressing(setup, setup.step, event)
        case Enrolling():
            return _enrolling(setup, setup.step, event)
        case Pinning():
            return _pinning(setup, setup.step, event)
    return setup, ()


def _answered(setup: Setup, name: str, draft: Draft) -> Moved:
    return onward(replace(setup, draft=draft), name)


def _naming(setup: Setup, step: Naming, event: Event) -> Moved:
    match event:
        case Touched(Intent.DRAFT, text):
            return replace(setup, step=Naming(text[:NAME_LENGTH])), ()
        case Touched(Intent.FORWARD) if step.text.strip():
            return _answered(setup, "name", replace(setup.draft, name=step.text.strip()))
        case Touched(Intent.BACK):
            return backward(setup, "name")
    return setup, ()


def _placing(setup: Setup, step: Placing, event: Event) -> Moved:
    match event:
        case Touched(Intent.KEY, key):
            return replace(setup, step=Placing(pressed(step.code, key, AREA_LENGTH))), ()
        case Touched(Intent.FORWARD) if len(step.code) == AREA_LENGTH:
            return _answered(setup, "area", replace(setup.draft, area=step.code))
        case Touched(Intent.BACK):
            return backward(setup, "area")
    return setup, ()


def _addressing(setup: Setup, step: Addressing, event: Event) -> Moved:
    match event:
        case Touched(Intent.DRAFT, text):
            return replace(setup, step=Addressing(text[:ADDRESS_LENGTH])), ()
        case Touched(Intent.KEY, text):
            return replace(setup, step=Addressing((step.text + text)[:ADDRESS_LENGTH])), ()
        case Touched(Intent.FORWARD):
            try:
                url = good_address(step.text)
            except ValueError:
                return replace(setup, step=replace(step, wrong=True)), ()
            return to(replace(setup, draft=replace(setup.draft, url=url)), "city")
        case Touched(Intent.BACK):
            return backward(setup, "city")
    return setup, ()


def _enrolling(setup: Setup, step: Enrolling, event: Event) -> Moved:
    if step.asking:
        if not isinstance(event, EnrolmentAnswered):
            return setup, ()
        if event.trouble:
            # a code that did not get through is still good
            code = "" if event.trouble == "code" else step.code
            return replace(setup, step=Enrolling(True, code, trouble=event.trouble)), ()
        return onward(replace(setup, registered=setup.draft.registered), "enrol")
    match event:
        case Touched(Intent.SKIP):
            return onward(setup, "enrol")
        case Touched(Intent.TYPE_INSTEAD):
            return replace(setup, step=Enrolling(typing=True)), ()
        case Touched(Intent.KEY, key) if step.typing:
            return replace(setup, step=Enrolling(True, pressed(step.code, key, CODE_LENGTH))), ()
        case Touched(Intent.FORWARD) if len(step.code) == CODE_LENGTH:
            return replace(setup, step=replace(step, asking=True)), (Enrol(setup.draft, grouped_code(step.code)),)
        case Touched(Intent.BACK) if step.typing:
            return replace(setup, step=Enrolling()), ()
        case Touched(Intent.BACK):
            return backward(setup, "enrol")
    return setup, ()


def _pinning(setup: Setup, step: Pinning, event: Event) -> Moved:
    if step.keeping:
        if not isinstance(event, PinKept):
            return setup, ()
        if event.well:
            return onward(replace(setup, pinned=True), "pin")
        return replace(setup, step=Pinning(wrong="disk")), ()
    match event:
        case Touched(Intent.KEY, key):
            digits = pressed(step.digits, key, PIN_LENGTH + 1)[:PIN_LENGTH]
            return replace(setup, step=Pinning(digits, step.first)), ()
        case Touched(Intent.FORWARD) if len(step.digits) >= PIN_LEAST:
            return _pin_given(setup, step)
        case Touched(Intent.BACK) if step.first:
            return replace(setup, step=Pinning()), ()
        case Touched(Intent.BACK):
            return backward(setup, "pin")
    return setup, ()


def _pin_given(setup: Setup, step: Pinning) -> Moved:
    if step.first:
        if step.digits != step.first:
            return replace(setup, step=Pinning(wrong="different")), ()
        return replace(setup, step=replace(step, keeping=True)), (KeepPin(step.digits),)
    try:
        good_pin(step.digits)
    except PinRefused:
        return replace(setup, step=Pinning(wrong="weak")), ()
    return replace(setup, step=Pinning(first=step.digits)), ()
