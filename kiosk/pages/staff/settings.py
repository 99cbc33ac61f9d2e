"""How loud and bright it is, whether the terminal serves, and what begins anew."""

from __future__ import annotations

from kiosk.intents import Intent
from kiosk.page import Action, Choice, Fact, Level, LevelsBody, Note, Page, WorkBody
from kiosk.pages.scene import Scene
from kiosk.pages.staff.work import bad, busy, good, work
from kiosk.visit.staff.lights import Lights
from kiosk.visit.staff.places import CLOSINGS, Levels, Restart, Restarting
from kiosk.visit.staff.working import DARKEST

_CLOSING_ICONS = dict(zip(CLOSINGS, ("printer", "wrench", "eraser", "clock-alert"), strict=True))
_RESTART_ICONS = {Restart.DEVICES: "rotate-ccw", Restart.APPLICATION: "monitor", Restart.MACHINE: "power"}


def levels(at: Levels, scene: Scene) -> Page:
    """Volume and brightness; kept until they are changed again."""
    found = []
    if at.volume is not None:
        found.append(_level("volume", at.volume, 0, scene))
    if at.brightness is not None:
        found.append(_level("brightness", at.brightness, DARKEST, scene))
    note = "" if at.volume is None or at.brightness is not None else scene.say("staff.no_brightness")
    return work(scene, "levels", LevelsBody(tuple(found), note), lead=scene.say("staff.levels_lead"))


def _level(name: str, percent: int, least: int, scene: Scene) -> Level:
    def knob(step: str, key: str, icon: str, enabled: bool) -> Action:
        return scene.action(Intent.KNOB, f"staff.{name}_{key}", icon, f"{name}/{step}", enabled)

    return Level(
        label=scene.say(f"staff.{name}"),
        status=scene.say("staff.percent", percent=percent),
        percent=percent,
        less=knob("-", "less", "minus", percent > least),
        more=knob("+", "more", "plus", percent < 100),
    )


def closing(scene: Scene) -> Page:
    """Why? Residents read it on the closed terminal."""
    reasons = tuple(
        Choice(scene.action(Intent.PICK, f"closed.{name}", _CLOSING_ICONS[name], name)) for name in CLOSINGS
    )
    heading = Note(scene.say("staff.closing_why"), "circle-pause", scene.say("staff.closing_hint"))
    return work(scene, "closing", WorkBody(heading, (), "", reasons))


def restarting(at: Restarting, lights: Lights | None, scene: Scene) -> Page:
    """What begins anew; program and machine are asked about first."""
    if at.chosen is None:
        choices = tuple(
            Choice(
                scene.action(Intent.PICK, f"staff.restart_{what.value}", icon, what.value),
                scene.say(f"staff.restart_{what.value}_hint"),
            )
            for what, icon in _RESTART_ICONS.items()
        )
        heading = Note(scene.say("staff.restart_what"), "power", scene.say("staff.restart_safe"))
        return work(scene, "restart", WorkBody(heading, (), "", choices))
    what = at.chosen.value
    if at.failed:
        body = WorkBody(bad(scene.say("staff.restart_failed"), scene.say("staff.restart_by_hand")))
        return work(scene, "restart", body)
    if at.chosen is Restart.DEVICES:
        done = scene.action(Intent.FORWARD, "staff.to_overview", "arrow-right")
        note = good(scene.say("staff.restarted_devices"), scene.say("staff.restarted_devices_hint"))
        return work(scene, "restart", WorkBody(note, _states(lights, scene)), primary=done)
    if at.begun:
        return work(scene, "restart", WorkBody(busy(scene.say(f"staff.restarting_{what}"))))
    ask = Note(scene.say(f"staff.restart_{what}_ask"), _RESTART_ICONS[at.chosen], scene.say("staff.restart_safe"))
    sure = scene.action(Intent.FORWARD, "staff.restart_sure", "power")
    return work(scene, "restart", WorkBody(ask), primary=sure)


def _states(lights: Lights | None, scene: Scene) -> tuple[Fact, ...]:
    """How the devices are now."""
    return tuple(
        Fact(scene.say(f"staff.status_{health.status.value}"), scene.say(f"staff.{device}"))
        for device, health in (() if lights is None else lights.devices)
    )
