"""The way in for staff: the PIN on a pad."""

from __future__ import annotations

import math

from kiosk.intents import Intent
from kiosk.page import NoticeBody, NumberBody, Page
from kiosk.pages.blank import blank
from kiosk.pages.person import keys
from kiosk.pages.scene import Scene
from kiosk.visit.staff.entering import PIN_LEAST, PIN_LENGTH, may_enter
from kiosk.visit.staff.steps import PinVerdict, Unlocking


def entering(step: Unlocking, scene: Scene) -> Page:
    """The page of the way in."""
    if step.verdict is PinVerdict.UNSET:
        return _unset(scene)
    return _pin(step, scene)


def _pin(step: Unlocking, scene: Scene) -> Page:
    """Digits are never shown, only how many there are."""
    body = NumberBody(
        text="•" * len(step.digits),
        placeholder=scene.say("staff.pin_placeholder"),
        hint=scene.say("staff.pin_checking") if step.checking else "",
        keys=keys(scene),
        why="",
    )
    return blank(
        scene,
        "staff-pin",
        scene.say("staff.pin_title"),
        body,
        lead=scene.say("staff.pin_lead", least=PIN_LEAST, most=PIN_LENGTH),
        error=_refusal(step, scene),
        back=scene.action(Intent.BACK, "staff.back", "log-out"),
        primary=scene.action(Intent.FORWARD, "staff.enter", "arrow-right", enabled=may_enter(step)),
    )


def _refusal(step: Unlocking, scene: Scene) -> str:
    wrong = scene.say("staff.pin_wrong") if step.verdict is PinVerdict.WRONG else ""
    if step.wait <= 0:
        return wrong
    minutes = step.wait > 90
    count = math.ceil(step.wait / 60 if minutes else step.wait)
    wait = scene.say("staff.minutes" if minutes else "staff.seconds", count=count)
    return wrong + scene.say("staff.pin_locked", wait=wait)


def _unset(scene: Scene) -> Page:
    body = NoticeBody("key-round", (scene.say("staff.unset_how"), scene.say("staff.unset_then")), ())
    back = scene.action(Intent.BACK, "staff.back", "log-out")
    return blank(scene, "staff-unset", scene.say("staff.unset_title"), body, back=back)
