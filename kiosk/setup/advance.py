"""One step of the first start to the next: pure, no clock, no disk, no line."""

from __future__ import annotations

from dataclasses import replace

from kiosk.intents import Intent
from kiosk.setup import answering
from kiosk.setup.effects import Begin, CheckPin, KeepConfiguration
from kiosk.setup.events import ConfigurationKept, DevicesFound, Event, LineTried, PinChecked, TimePassed, Touched
from kiosk.setup.going import Moved, backward, onward, to, unlock
from kiosk.setup.steps import (
    NAMES,
    STEPS,
    Finished,
    Greeting,
    Locked,
    Looking,
    Pending,
    Reaching,
    Setup,
    Summing,
)
from kiosk.visit import events as ev
from kiosk.visit.staff import events as se
from kiosk.visit.staff.entering import unlocking
from kiosk.visit.staff.steps import Staffing, Unlocking
from kiosk.visit.view import ViewAspect

IDLE = 180.0
"""Seconds without a touch after which whoever gave the PIN counts as gone."""


def advance(setup: Setup, event: Event, languages: tuple[str, ...] = ("zh", "en")) -> Moved:
    """The setup after an event, and what is to be done; an event that means nothing changes nothing."""
    if isinstance(event, Touched):
        setup = replace(setup, idle=0.0)
    elif isinstance(event, TimePassed):
        setup = replace(setup, idle=setup.idle + event.seconds)
        if setup.idle >= IDLE and setup.pinned:
            return _left(replace(setup, idle=0.0))
    match event:
        case Touched(Intent.LANGUAGE, value):
            at = languages.index(setup.language) if setup.language in languages else 0
            return replace(setup, language=value if value in languages else languages[(at + 1) % len(languages)]), ()
        case Touched(Intent.VIEW, value) if value in set(ViewAspect):
            return replace(setup, view=setup.view.toggled(ViewAspect(value))), ()
    match setup.step:
        case Greeting() if _forward(event):
            return to(setup, "name")
        case Pending() if _forward(event):
            return unlock(setup, "city") if setup.pinned else to(setup, "city")
        case Locked():
            return _locked(setup, setup.step, event)
        case Reaching():
            return _reaching(setup, setup.step, event)
        case Looking():
            return _looking(setup, setup.step, event)
        case Summing():
            return _summing(setup, setup.step, event)
        case Finished() if _forward(event):
            return setup, (Begin(),)
    return answering.advance(setup, event)


def _left(setup: Setup) -> Moved:
    """Whoever had the PIN went away: it is asked for again, and a terminal that is set up begins."""
    step = setup.step
    if isinstance(step, Finished):
        return setup, (Begin(),)
    busy = getattr(step, "asking", False) or getattr(step, "keeping", False)
    return unlock(setup, NAMES[type(step)]) if type(step) in NAMES and not busy else (setup, ())


def _forward(event: Event) -> bool:
    return isinstance(event, Touched) and event.intent in (Intent.FORWARD, Intent.START)


def _locked(setup: Setup, step: Locked, event: Event) -> Moved:
    """The door of the staff's pages, before these."""
    said: ev.Event
    match event:
        case Touched(Intent.KEY, key):
            said = ev.KeyPressed(key)
        case Touched(Intent.FORWARD):
            said = ev.Forward()
        case PinChecked(verdict, wait):
            said = se.PinAnswered(verdict, wait)
        case TimePassed(seconds):
            said = ev.TimePassed(seconds)
        case _:
            return setup, ()
    door = unlocking(step.door, said)
    if isinstance(door, Staffing):
        return to(setup, step.then)
    if not isinstance(door, Unlocking):
        return setup, ()
    asked = (CheckPin(door.digits),) if door.checking and not step.door.checking else ()
    return replace(setup, step=replace(step, door=door)), asked


def _reaching(setup: Setup, step: Reaching, event: Event) -> Moved:
    match event:
        case LineTried(url, trouble, clock_off) if url == setup.draft.url and step.trouble is None:
            return replace(setup, step=Reaching(trouble, clock_off)), ()
        case Touched(Intent.TRY) if step.trouble is not None:
            return to(setup, "city")
        case Touched(Intent.FORWARD) if step.trouble is not None:
            return onward(setup, "city")
        case Touched(Intent.EDIT):
            return to(setup, "address")
        case Touched(Intent.BACK):
            return backward(setup, "city") if setup.mending else to(setup, "address")
    return setup, ()


def _looking(setup: Setup, step: Looking, event: Event) -> Moved:
    match event:
        case DevicesFound(found) if step.found is None:
            return replace(setup, step=Looking(found), draft=replace(setup.draft, devices=found)), ()
        case Touched(Intent.TRY) if step.found is not None:
            return to(setup, "devices")
        case Touched(Intent.FORWARD) if step.found is not None:
            return onward(setup, "devices")
        case Touched(Intent.BACK):
            return backward(setup, "devices")
    return setup, ()


def _summing(setup: Setup, step: Summing, event: Event) -> Moved:
    if step.keeping:
        if not isinstance(event, ConfigurationKept):
            return setup, ()
        if not event.well:
            return replace(setup, step=Summing(failed=True)), ()
        # a city that knew it before knows it still, only under other answers
        return replace(setup, step=Pending() if setup.registered is None else Finished(), mending=False), ()
    match event:
        case Touched(Intent.EDIT, name) if name in STEPS:
            return to(replace(setup, mending=True), "address" if name == "city" else name)
        case Touched(Intent.FORWARD) if setup.pinned:
            return replace(setup, step=Summing(keeping=True)), (KeepConfiguration(setup.draft),)
        case Touched(Intent.BACK):
            return backward(replace(setup, mending=False), "check")
    return setup, ()
