"""The page of a terminal that cannot start: shown without visit, queue and devices, in every language at once."""

from __future__ import annotations

from dataclasses import replace

from kiosk.page import Header, NoticeBody, Page
from kiosk.pages.blank import blank
from kiosk.pages.scene import Scene


def broken(scene: Scene) -> Page:
    """That it is out of service, that nothing is lost, and where to go meanwhile."""
    scenes = [replace(scene, language=language) for language in scene.words.languages]
    phone = scene.helper.phone
    lines: list[str] = []
    for spoken in scenes:
        lines += [spoken.say("broken.mending"), spoken.say("broken.meanwhile")]
        if phone:
            lines.append(spoken.say("help.phone", phone=phone))
    title = " · ".join(spoken.say("broken.title") for spoken in scenes)
    page = blank(scene, "broken", title, NoticeBody("wrench", tuple(lines), ()))
    return replace(page, header=Header(scene.station, ()))
