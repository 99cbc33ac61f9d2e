"""What is to be done about one trouble, step by step, each with its drawing."""

from __future__ import annotations

from kiosk.intents import Intent
from kiosk.page import Note, Page, PictureStep, StepsBody
from kiosk.pages.blank import blank
from kiosk.pages.scene import Scene
from kiosk.pages.staff.overview import title_of
from kiosk.pages.staff.work import bad, good
from kiosk.visit.staff.lights import Lights
from kiosk.visit.staff.places import Guide
from kiosk.visit.staff.tasks import Task, tasks_of

PLUGS = {"id_card_reader": "reader-plug", "document_scanner": "camera-plug", "receipt_printer": "plug-device"}
"""The drawing of a device's own plug."""

SERVICE = ("restart-devices", "call-service")
PICTURE = ("camera-wipe", "camera-lamp", "camera-paper")
LINE = ("line-cable", "line-router", "call-service")

DRAWN: dict[tuple[str, str], tuple[str, ...]] = {
    ("receipt_printer", "paper_out"): ("printer-open", "printer-roll", "printer-close"),
    ("receipt_printer", "paper_low"): ("printer-open", "printer-roll", "printer-close"),
    ("receipt_printer", "cover_open"): ("printer-look", "printer-close"),
    ("receipt_printer", "paper_jam"): ("printer-open", "printer-jam", "printer-close"),
    ("receipt_printer", "cutter"): ("printer-open", "printer-jam", "printer-close", "restart-devices"),
    ("receipt_printer", "hardware"): ("printer-open", "printer-jam", "printer-close", *SERVICE),
    ("receipt_printer", "presenter_full"): ("printer-take",),
    ("receipt_printer", "slip_waiting"): ("printer-take",),
    ("receipt_printer", "overheated"): ("printer-cool",),
    ("document_scanner", "bad_picture"): PICTURE,
    ("document_scanner", "paper_jam"): ("feeder-open", "feeder-pull", "feeder-close"),
    ("document_scanner", "cover_open"): ("feeder-close",),
    ("disk", "full"): ("stick-in", "stick-write", "call-service"),
    ("line", "line"): LINE,
    ("line", "name"): LINE,
}
"""The drawings of a trouble (ui/drawings, `guide.NAME` in words), in order."""

UNPLUGGED = (
    *("no_device", "no_answer", "no_picture", "timeout", "offline"),
    *("bad_checksum", "truncated", "noise"),
)
"""Troubles of a plug: nothing comes through, or it comes in pieces."""


def steps_of(task: Task) -> tuple[str, ...]:
    """The names of the steps; troubles without their own end at service."""
    drawn = DRAWN.get((task.place, task.what))
    if drawn is not None:
        return drawn
    if task.place in ("disk", "line", "queue", "clock"):
        return ("call-service",)
    return (PLUGS[task.place], "plug-machine", "light-green", "call-service") if task.what in UNPLUGGED else SERVICE


def guide(at: Guide, lights: Lights | None, scene: Scene) -> Page:
    """The steps, and whether it is mended by now, where a light tells."""
    task = at.task
    heading = bad(scene.say("staff.guide_open"))
    if at.asked:
        heading = Note(scene.say("staff.guide_then"), "rotate-ccw")
    elif lights is not None and task not in tasks_of(lights):
        heading = good(scene.say("staff.guide_done"))
    body = StepsBody(
        heading=heading,
        steps=tuple(
            PictureStep(str(number), name, scene.say(f"guide.{name}"))
            for number, name in enumerate(steps_of(task), start=1)
        ),
    )
    back = scene.action(Intent.BACK, "back", "arrow-left")
    return blank(scene, "staff-guide", title_of(task, lights, scene), body, back=back)
