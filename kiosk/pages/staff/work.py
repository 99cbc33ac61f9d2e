"""The frame of a page on which staff do one thing."""

from __future__ import annotations

from drivers.model import ADVICE, ErrorCode, Mender
from kiosk.intents import Intent
from kiosk.page import Action, Body, Note, Page, Tone
from kiosk.pages.blank import blank
from kiosk.pages.scene import Scene, upper_first


def work(
    scene: Scene,
    name: str,
    body: Body,
    lead: str = "",
    error: str = "",
    primary: Action | None = None,
    free: bool = True,
) -> Page:
    """A page titled `staff.NAME_title`, with the way back to the overview; `free`: nothing stands against leaving."""
    back = scene.action(Intent.BACK, "back", "arrow-left", enabled=free)
    title = scene.say(f"staff.{name}_title")
    return blank(scene, f"staff-{name}", title, body, lead=lead, error=error, back=back, primary=primary)


def remedy(code: str, scene: Scene) -> str:
    """What staff do about a device's error; where the usual remedy is a technician's, in their own words."""
    own = f"staff.task_{code}"
    return scene.say(own) if scene.words.has(own) else upper_first(scene.say(f"remedy.{code}"))


def trouble(what: str, code: ErrorCode, scene: Scene) -> str:
    """What stands in the way of a card (`reader`) or a paper (`scanner`), as staff read it: nobody is to call them."""
    return scene.trouble(what, code) if ADVICE[code].mender is Mender.RESIDENT else remedy(code.value, scene)


def good(title: str, hint: str = "") -> Note:
    """It went well."""
    return Note(title, "circle-check", hint, Tone.GOOD)


def bad(title: str, hint: str = "") -> Note:
    """Something is to be done about it."""
    return Note(title, "triangle-alert", hint, Tone.ATTENTION)


def busy(title: str, hint: str = "") -> Note:
    """It is under way."""
    return Note(title, "hourglass", hint)
