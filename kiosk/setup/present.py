"""The page of a first start."""

from __future__ import annotations

from dataclasses import replace

from kiosk.page import Header, Page, Progress
from kiosk.pages.scene import Scene
from kiosk.pages.staff.entering import entering
from kiosk.pages.tools import reading_tools, short_name
from kiosk.setup import asking, telling
from kiosk.setup.steps import (
    NAMES,
    STEPS,
    Addressing,
    Enrolling,
    Finished,
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
from kiosk.visit.steps import CardPlace


def present(setup: Setup, scene: Scene) -> Page:
    """The page of a step, with its header and how far it is. `scene.language` is the setup's."""
    page = _page(setup, scene)
    return replace(
        page,
        header=Header(scene.station, reading_tools(setup.view, scene), short_name(scene)),
        progress=_progress(setup.step, scene),
        view=setup.view,
    )


def _page(setup: Setup, scene: Scene) -> Page:
    match step := setup.step:
        case Greeting():
            return telling.greeting(scene)
        case Pending():
            return telling.pending(scene)
        case Locked():
            # from here no way leads to the pages of staff, which are not there yet
            return replace(entering(step.door, scene, CardPlace.AWAY), name="setup-pin-asked", back=None)
        case Naming():
            return asking.naming(step, scene)
        case Placing():
            return asking.placing(step, scene)
        case Addressing():
            return asking.addressing(step, scene)
        case Reaching():
            return telling.reaching(setup, step, scene)
        case Looking():
            return telling.looking(step, scene)
        case Enrolling(typing=True):
            return asking.code(step, scene)
        case Enrolling():
            return telling.enrolling(setup, scene)
        case Pinning():
            return asking.pinning(step, scene)
        case Summing():
            return telling.summing(setup, step, scene)
        case Finished():
            return telling.finished(scene)


def _progress(step: Step, scene: Scene) -> Progress | None:
    name = NAMES.get(type(step))
    if name is None:
        return None
    name = "city" if name == "address" else name
    at = STEPS.index(name) + 1
    title = scene.say(f"setup.step_{name}")
    return Progress(len(STEPS), at, scene.say("setup.progress", at=at, of=len(STEPS), step=title))


def scene_of(setup: Setup, scene: Scene) -> Scene:
    """The surroundings in the language of the setup, with the station as it is called by now."""
    station = setup.draft.name or scene.words.say(setup.language, "setup.terminal")
    return replace(scene, language=setup.language, station=station)
