"""The page of a terminal that staff closed."""

from __future__ import annotations

from config.offices import HOTLINE
from kiosk.page import NoticeBody, Page
from kiosk.pages.blank import blank
from kiosk.pages.scene import Scene


def closed(why: str, scene: Scene) -> Page:
    """Why it is closed, and where to go instead: what the station says, else the city's telephone."""
    helper, hotline = scene.helper, scene.catalogue.office(HOTLINE)
    own = helper.elsewhere if scene.language == "zh" else helper.elsewhere_en or helper.elsewhere
    lines = [scene.say(f"closed.{why}")]
    if own:
        lines.append(scene.say("closed.elsewhere", where=own))
    if hotline is not None:
        lines.append(scene.say("closed.call", phone=hotline.phone))
    lines.append(scene.say("closed.safe"))
    return blank(scene, "closed", scene.say("closed.title"), NoticeBody("circle-pause", tuple(lines), ()))
