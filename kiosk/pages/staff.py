"""Pages for staff: the PIN, then what to do and how everything is. Nothing of any resident stands here."""

from __future__ import annotations

import math
from datetime import datetime

from drivers.model import Health, Status
from kiosk.intents import Intent
from kiosk.page import Note, NoticeBody, NumberBody, Page, StaffBody, Tone
from kiosk.pages.blank import blank
from kiosk.pages.person import keys
from kiosk.pages.scene import Scene, upper_first
from kiosk.visit.staff_steps import Lights, PinVerdict, QueueLights, Staffing, StaffStep, Unlocking
from kiosk.visit.staffing import PIN_LEAST, PIN_LENGTH, may_type

CLOCK_OFF = 60.0
"""Seconds by which the clock may be off before somebody should see to it."""

_ICONS = {"id_card_reader": "id-card", "document_scanner": "camera", "receipt_printer": "printer"}


def staff(step: StaffStep, scene: Scene) -> Page:
    """The page of either step."""
    if isinstance(step, Staffing):
        return _lights(step, scene)
    return _unset(scene) if step.verdict is PinVerdict.UNSET else _pin(step, scene)


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
        primary=scene.action(
            Intent.FORWARD, "staff.enter", "arrow-right", enabled=may_type(step) and len(step.digits) >= PIN_LEAST
        ),
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


def _lights(step: Staffing, scene: Scene) -> Page:
    lights = step.lights
    tasks = () if lights is None else _tasks(lights, scene)
    heading = Note(scene.say("staff.all_well"), "circle-check", tone=Tone.GOOD)
    if lights is None:
        heading = Note(scene.say("staff.looking"), "search")
    elif tasks:
        heading = Note(scene.say("staff.tasks", count=len(tasks)), "triangle-alert", tone=Tone.ATTENTION)
    body = StaffBody(
        heading=heading,
        tasks=tasks,
        lights=() if lights is None else (*_device_lights(lights, scene), *_queue_lights(lights.queue, scene)),
        actions_heading=scene.say("staff.actions"),
        actions=(scene.action(Intent.SEND_NOW, "staff.sent" if step.sent else "staff.send_now", "send"),),
    )
    primary = scene.action(Intent.FORWARD, "staff.leave", "rotate-ccw")
    return blank(scene, "staff", scene.say("staff.title"), body, primary=primary)


def _tasks(lights: Lights, scene: Scene) -> tuple[Note, ...]:
    """What to do, the most pressing first."""
    queue, tasks = lights.queue, []

    def task(title: str, icon: str, what: str) -> None:
        tasks.append(Note(title, icon, what, Tone.ATTENTION))

    if queue is None:
        task(scene.say("staff.remedy_queue"), "hard-drive", scene.say("staff.disk"))
    elif not queue.room:
        task(scene.say("staff.remedy_disk"), "hard-drive", scene.say("staff.disk"))
    for device, health in lights.devices:
        name, icon = scene.say(f"staff.{device}"), _ICONS[device]
        if health.error is not None:
            task(upper_first(scene.say(f"remedy.{health.error.value}")), icon, name)
        for warning in health.warnings:
            task(scene.say(f"staff.warning_{warning}"), icon, name)
    if queue is None:
        return tuple(tasks)
    if queue.line:
        task(scene.say(f"staff.remedy_{queue.line}"), "wifi", scene.say("staff.line"))
    if queue.set_aside:
        task(scene.say("staff.remedy_set_aside", count=queue.set_aside), "archive", scene.say("staff.waiting"))
    if abs(queue.clock_offset or 0.0) > CLOCK_OFF:
        task(scene.say("staff.remedy_clock"), "clock-alert", scene.say("staff.disk"))
    return tuple(tasks)


def _device_lights(lights: Lights, scene: Scene) -> tuple[Note, ...]:
    return tuple(
        Note(
            scene.say(f"staff.{device}"),
            _ICONS[device],
            scene.say(f"staff.status_{health.status.value}"),
            _tone(health),
        )
        for device, health in lights.devices
    )


def _tone(health: Health) -> Tone:
    if health.error is not None or health.warnings:
        return Tone.ATTENTION
    return Tone.GOOD if health.status in (Status.ONLINE, Status.BUSY) else Tone.PLAIN


def _queue_lights(queue: QueueLights | None, scene: Scene) -> tuple[Note, ...]:
    if queue is None:
        return (Note(scene.say("staff.disk"), "hard-drive", scene.say("staff.queue_broken"), Tone.ATTENTION),)
    line = scene.say("staff.line_good")
    if queue.line:
        since = scene.say("staff.since", when=_time(queue.line_since)) if queue.line_since else ""
        line = scene.say("staff.line_down", since=since)
    sent = (
        scene.say("staff.last_sent", when=_time(queue.last_sent)) if queue.last_sent else scene.say("staff.none_sent")
    )
    off = queue.clock_offset
    clock = scene.say("staff.clock_unknown" if off is None else "staff.clock_good")
    if off is not None and abs(off) > CLOCK_OFF:
        clock = scene.say("staff.clock_off", seconds=round(abs(off)))
    well = queue.room and abs(off or 0.0) <= CLOCK_OFF
    waiting = scene.say("staff.waiting_count", waiting=queue.waiting, letters=queue.letters)
    disk = scene.say("staff.disk_free", free=round(queue.free_bytes / 1e9, 1))
    comma = scene.say("staff.comma")
    return (
        Note(scene.say("staff.line"), "wifi", line, Tone.ATTENTION if queue.line else Tone.GOOD),
        Note(
            scene.say("staff.waiting"),
            "archive",
            waiting + comma + sent,
            Tone.ATTENTION if queue.set_aside else Tone.GOOD,
        ),
        Note(scene.say("staff.disk"), "hard-drive", disk + comma + clock, Tone.GOOD if well else Tone.ATTENTION),
    )


def _time(moment: datetime) -> str:
    return f"{moment:%m-%d %H:%M}"
