"""The tools around every page: how it is shown, in which language, and the way to a person."""

from __future__ import annotations

from kiosk.intents import Intent
from kiosk.page import Action
from kiosk.pages.scene import Scene
from kiosk.visit.staff.steps import StaffStep
from kiosk.visit.steps import Visit, Welcome
from kiosk.visit.view import View, ViewAspect


def tools(visit: Visit, scene: Scene) -> tuple[Action, ...]:
    """The header's tools; the resting screen keeps to what helps to read it."""
    contrast, large, language = reading_tools(visit.view, scene)
    if isinstance(visit.step, Welcome):
        return contrast, large, language
    spoken = _switch(scene, visit.view, ViewAspect.SPOKEN, "volume-2")
    shown = (contrast, large, *((spoken,) if scene.hearing.speech else ()), language)
    if visit.aside is not None or isinstance(visit.step, StaffStep):
        return shown
    return *shown, scene.action(Intent.HELP, "header.help", "hand-helping")


def reading_tools(view: View, scene: Scene) -> tuple[Action, Action, Action]:
    """What helps to read any page: contrast, size, language."""
    contrast = _switch(scene, view, ViewAspect.HIGH_CONTRAST, "contrast")
    large = _switch(scene, view, ViewAspect.LARGE_PRINT, "a-large-small")
    return contrast, large, _language(scene)


def short_name(scene: Scene) -> str:
    """The neighbourhood alone, without what all stations are called."""
    kinds = scene.say("header.stations").split()
    kind = next((kind for kind in kinds if scene.station.endswith(kind)), "")
    return scene.station.removesuffix(kind) or scene.station


def lower(visit: Visit, scene: Scene) -> Action | None:
    """Bring the page down or back up. The resting screen needs none: all of it is the button."""
    if isinstance(visit.step, Welcome):
        return None
    key, icon = ("view.raise", "arrow-up-to-line") if visit.view.lowered else ("view.lower", "arrow-down-to-line")
    return scene.action(Intent.VIEW, key, icon, ViewAspect.LOWERED)


def _switch(scene: Scene, view: View, aspect: ViewAspect, icon: str) -> Action:
    return Action(Intent.VIEW, scene.say(f"view.{aspect}"), icon, aspect, on=getattr(view, aspect))


def _language(scene: Scene) -> Action:
    """With two languages the other one in its own words; with more, the way to all of them."""
    others = [language for language in scene.words.languages if language != scene.language]
    if len(others) == 1:
        return Action(Intent.LANGUAGE, scene.words.say(others[0], "language.name"), "languages", others[0])
    return scene.action(Intent.LANGUAGE, "header.language", "languages")
