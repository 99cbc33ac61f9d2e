"""Staff are in: from page to page, and what each of them takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from kiosk.visit import delays
from kiosk.visit import events as ev
from kiosk.visit.pads import pressed
from kiosk.visit.staff import events as se
from kiosk.visit.staff.entering import unlocking
from kiosk.visit.staff.places import (
    CLEAR_PICTURE,
    OVERVIEW,
    TAIL_LEAST,
    TAIL_MOST,
    CameraTrial,
    CardTrial,
    Carrying,
    Closing,
    Counting,
    Exporting,
    Guide,
    Levels,
    Overview,
    Place,
    Printing,
    Reprinting,
    Restart,
    Restarting,
    SlipTrial,
    SoundTrial,
    TouchTrial,
    Waiting,
)
from kiosk.visit.staff.steps import Staffing, StaffStep, Unlocking
from kiosk.visit.staff.tasks import tasks_of
from kiosk.visit.staff.trials import camera_trial, card_trial, printed, sound_trial, touch_trial
from kiosk.visit.steps import Step, Welcome

PLACES: dict[str, Callable[[], Place]] = {
    "overview": Overview,
    "card": CardTrial,
    "camera": CameraTrial,
    "lens": lambda: CLEAR_PICTURE,
    "slip": SlipTrial,
    "sound": SoundTrial,
    "touch": TouchTrial,
    "waiting": Waiting,
    "stick": Exporting,
    "reprint": Reprinting,
    "levels": Levels,
    "closing": Closing,
    "restart": Restarting,
    "today": Counting,
}
"""The pages that can be gone to, as they begin."""

KNOB_STEP = 10
"""Percent of a step of volume or brightness."""

DARKEST = 10
"""Percent: a screen that is black can be made bright again by nobody."""


def staffing(step: StaffStep, event: ev.Event) -> Step | None:
    """The next step, None when the event means nothing here."""
    return unlocking(step, event) if isinstance(step, Unlocking) else _staffing(step, event)


def _staffing(step: Staffing, event: ev.Event) -> Step | None:
    match event:
        case se.LightsSeen(lights):
            return replace(step, lights=lights)
        case se.SendingAsked() if isinstance(step.at, Waiting | Overview):
            return replace(step, at=Waiting(sent=True), looked=0.0)
        case ev.TimePassed(seconds):
            looked = step.looked + seconds
            return replace(step, looked=0.0 if looked >= delays.LIGHTS_LOOK else looked)
        case se.PlaceChosen(name) if name in PLACES:
            return replace(step, at=PLACES[name](), looked=0.0)
        case se.TaskOpened(task) if step.lights is not None and task in tasks_of(step.lights):
            return replace(step, at=Guide(task))
        case ev.Back() if not isinstance(step.at, Overview):
            return replace(step, at=_before(step.at), looked=0.0)
        case ev.Back():
            return Welcome()
        case ev.Forward() if isinstance(step.at, Overview):
            return Welcome()
    at = _turned(step.at, event)
    return None if at is None else replace(step, at=at)


def _before(at: Place) -> Place:
    """The page that a page was come to from."""
    match at:
        case Reprinting(typing=False, chosen=None, tail=""):
            return OVERVIEW
        case Reprinting():
            return Reprinting()
        case Restarting(chosen=Restart()):
            return Restarting()
        case Exporting():
            return Waiting()
        case Guide(asked=True):
            return CameraTrial()
    return OVERVIEW


def _turned(at: Place, event: ev.Event) -> Place | None:
    match at:
        case CardTrial():
            return card_trial(at, event)
        case CameraTrial():
            return camera_trial(at, event)
        case SlipTrial():
            again = isinstance(event, se.TrialAsked) and at.printing is not Printing.PRINTING
            return SlipTrial() if again else printed(at, event)
        case SoundTrial():
            return sound_trial(at, event)
        case TouchTrial():
            return touch_trial(at, event)
        case Exporting():
            return _exporting(at, event)
        case Reprinting():
            return _reprinting(at, event)
        case Levels():
            return _levels(at, event)
        case Restarting():
            return _restarting(at, event)
        case Counting():
            return Counting(event.today) if isinstance(event, se.TodayCounted) else None
        case Overview() | Guide() | Waiting() | Closing():
            return None
    assert_never(at)


def _exporting(at: Exporting, event: ev.Event) -> Exporting | None:
    busy = at.stage in (Carrying.WRITING, Carrying.READING)
    match event:
        case se.StickSeen(stick) if at.stage is Carrying.LOOKING:
            return Exporting(stick)
        case se.Picked("write") if not busy and at.stick is not None:
            return Exporting(at.stick, Carrying.WRITING)
        case se.Picked("read") if not busy and at.stick is not None and at.stick.acknowledged:
            return Exporting(at.stick, Carrying.READING)
        case se.TakenIn(taken) if at.stage is Carrying.READING:
            return replace(at, stage=Carrying.READ, taken=taken)
        case se.Carried(done, total) if busy:
            return replace(at, done=done, total=total)
        case se.CarryingEnded(None) if busy:
            return replace(at, stage=Carrying.WRITTEN)
        case se.CarryingEnded(trouble) if busy:
            return replace(at, stage=Carrying.FAILED, trouble=trouble)
        case se.TrialAsked() if not busy:
            return Exporting()
    return None


def _reprinting(at: Reprinting, event: ev.Event) -> Reprinting | None:
    match event:
        case se.SlipsFound(found) if at.found is None:
            return replace(at, found=found)
        case se.Picked("number") if at.chosen is None:
            return Reprinting(typing=True, found=())
        case ev.KeyPressed(key) if at.typing:
            return replace(at, tail=pressed(at.tail, key, TAIL_MOST))
        case ev.Forward() if at.typing and len(at.tail) >= TAIL_LEAST:
            return Reprinting(at.tail)
        case se.Picked(what) if not at.typing and at.printing is not Printing.PRINTING:
            chosen = next((slip for slip in at.found or () if slip.id == what), None)
            return None if chosen is None else replace(at, chosen=chosen, printing=Printing.PRINTING, failed=None)
        case ev.Forward() if at.chosen is not None and at.printing is not Printing.PRINTING:
            return Reprinting()
    return None if at.chosen is None else printed(at, event)


def _levels(at: Levels, event: ev.Event) -> Levels | None:
    match event:
        case se.LevelsSeen(volume, brightness):
            return Levels(volume, brightness)
        case se.KnobTurned("volume", steps) if at.volume is not None:
            return replace(at, volume=_within(at.volume + steps * KNOB_STEP, 0))
        case se.KnobTurned("brightness", steps) if at.brightness is not None:
            return replace(at, brightness=_within(at.brightness + steps * KNOB_STEP, DARKEST))
    return None


def _within(percent: int, least: int) -> int:
    return min(max(percent, least), 100)


def _restarting(at: Restarting, event: ev.Event) -> Place | None:
    match event:
        case se.Picked(what) if what in set(Restart) and not at.begun:
            chosen = Restart(what)
            # closing and opening the devices takes nothing from anybody, so nobody is asked
            return Restarting(chosen, begun=chosen is Restart.DEVICES)
        case ev.Forward() if at.chosen is not None and not at.begun:
            return replace(at, begun=True)
        case ev.Forward() if at.chosen is Restart.DEVICES:
            return OVERVIEW
        case se.RestartFailed() if at.begun:
            return replace(at, failed=True)
    return None
