"""From one step of the first start to the next or the one before, leaving out what is answered already."""

from __future__ import annotations

from dataclasses import replace

from kiosk.setup.effects import CheckPin, Effect, LookForDevices, NoteDraft, TryLine
from kiosk.setup.steps import (
    STEPS,
    Addressing,
    Enrolling,
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

Moved = tuple[Setup, tuple[Effect, ...]]


def begin(setup: Setup, at: str, kept: bool) -> Moved:
    """Where a first start goes on: `at` is the noted step, empty for none; `kept`: only the code is missing."""
    if kept and setup.registered is None:
        return replace(setup, step=Pending()), ()
    if setup.pinned:
        return unlock(setup, at or "name")
    return to(setup, at) if at in (*STEPS, "address") else (replace(setup, step=Greeting()), ())


def to(setup: Setup, name: str) -> Moved:
    """Go to a step, and have that noted."""
    draft = setup.draft
    effects: tuple[Effect, ...] = (NoteDraft(draft, name, setup.registered),)
    step: Step
    match name:
        case "name":
            step = Naming(draft.name)
        case "area":
            step = Placing(draft.area)
        case "address":
            step = Addressing(draft.url)
        case "city":
            step, effects = Reaching(), (*effects, TryLine(draft.url))
        case "devices":
            step, effects = Looking(), (*effects, LookForDevices())
        case "enrol":
            step = Enrolling()
        case "pin":
            step = Pinning()
        case _:
            step = Summing()
    return replace(setup, step=step), effects


def onward(setup: Setup, done: str) -> Moved:
    """The step after `done`, without those that are answered: a city that knows us, a PIN, all that was before."""
    for name in STEPS[STEPS.index(done) + 1 :]:
        answered = {"enrol": setup.enrolled, "pin": setup.pinned}.get(name, setup.mending)
        if name == "check" or not answered:
            return to(setup, "address" if name == "city" else name)
    return to(setup, "check")


def backward(setup: Setup, left: str) -> Moved:
    """The step before `left`, in the same way."""
    if setup.mending:
        return to(setup, "check")
    for name in reversed(STEPS[: STEPS.index(left)]):
        if not {"enrol": setup.enrolled, "pin": setup.pinned}.get(name, False):
            return to(setup, "address" if name == "city" else name)
    return replace(setup, step=Greeting()), ()


def unlock(setup: Setup, then: str) -> Moved:
    """Ask for the PIN first."""
    return replace(setup, step=Locked(then)), (CheckPin(""),)
