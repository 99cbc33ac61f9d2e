"""The questions laid over a page: languages, stopping, and whether anybody is still there."""

from __future__ import annotations

from math import ceil
from typing import assert_never

from kiosk.intents import Intent
from kiosk.page import Action, Countdown, Overlay
from kiosk.pages.scene import Scene
from kiosk.visit.case_steps import Enquiring
from kiosk.visit.staff.steps import StaffStep
from kiosk.visit.steps import Asking, Choosing, Done, Guiding, Sampling, Visit
from kiosk.visit.waiting import seconds_left, time_to_answer


def overlay(visit: Visit, scene: Scene) -> Overlay | None:
    """The question that is asked now, if any."""
    match visit.asking:
        case Asking.NOTHING:
            return None
        case Asking.LANGUAGE:
            languages = tuple(
                Action(Intent.LANGUAGE, scene.words.say(language, "language.name"), "languages", language)
                for language in scene.words.languages
            )
            return Overlay(scene.say("language.title"), "", languages)
        case Asking.LEAVE:
            actions: tuple[Action, ...] = (
                scene.action(Intent.CLOSE, "leave.stay", "arrow-left"),
                scene.action(Intent.LEAVE_CONFIRMED, "leave.confirm", "eraser"),
            )
            return Overlay(scene.say("leave.title"), scene.say("leave.lead"), actions)
        case Asking.STILL_THERE:
            return _still_there(visit, scene)
    assert_never(visit.asking)


def _still_there(visit: Visit, scene: Scene) -> Overlay:
    actions = [scene.action(Intent.CLOSE, "still_there.stay", "hand")]
    if not visit.unhurried:
        actions.append(scene.action(Intent.MORE_TIME, "still_there.more_time", "hourglass"))
    actions.append(scene.action(Intent.LEAVE_CONFIRMED, f"still_there.leave_{_at_stake(visit)}", "eraser"))
    total = round(time_to_answer(visit))
    left = min(total, max(0, ceil(seconds_left(visit))))
    return Overlay(
        scene.say("still_there.title"),
        scene.say(f"still_there.{_at_stake(visit)}"),
        tuple(actions),
        countdown=Countdown(left, total, scene.say("still_there.unit")),
        anywhere=True,
    )


def _at_stake(visit: Visit) -> str:
    """What goes when nobody answers: what was entered, the number on the screen, or nothing but the page."""
    if isinstance(visit.step, StaffStep):
        return "nothing"
    match visit.step:
        case Choosing() | Guiding() | Sampling() | Enquiring() if visit.aside is None:
            return "nothing"
        case Done() if visit.aside is None:
            return "number"
    return "answers"
