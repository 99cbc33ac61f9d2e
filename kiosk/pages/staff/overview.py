"""How the terminal is: what to do, the lights, and everything that staff can do. Nothing of any resident."""

from __future__ import annotations

from datetime import datetime

from drivers.model import Health, Status
from kiosk.intents import Intent
from kiosk.page import Action, Choice, Note, Page, Section, StaffBody, Tone
from kiosk.pages.blank import blank
from kiosk.pages.scene import Scene
from kiosk.pages.staff.work import busy, remedy
from kiosk.visit.staff.lights import Lights, QueueLights
from kiosk.visit.staff.steps import Staffing
from kiosk.visit.staff.tasks import CLOCK_OFF, Task, tasks_of

ICONS = {
    "id_card_reader": "id-card",
    "document_scanner": "camera",
    "receipt_printer": "printer",
    "disk": "hard-drive",
    "line": "wifi",
    "queue": "archive",
    "clock": "clock-alert",
}
"""The drawing of each place where something may be to do."""

TRIALS = (("card", "id-card"), ("camera", "camera"), ("slip", "printer"), ("sound", "volume-2"), ("touch", "hand"))
MORE = (
    ("waiting", "archive"),
    ("stick", "usb"),
    ("reprint", "receipt-text"),
    ("levels", "sliders-horizontal"),
    ("closing", "circle-pause"),
    ("today", "chart-column"),
    ("restart", "power"),
)
"""Pages to go to (see visit.staff.working.PLACES), and the drawing of each."""


def overview(step: Staffing, scene: Scene, closed: str) -> Page:
    """The page of lights."""
    lights = step.lights
    tasks = () if lights is None else tasks_of(lights)
    heading = Note(scene.say("staff.all_well"), "circle-check", tone=Tone.GOOD)
    if lights is None:
        heading = Note(scene.say("staff.looking"), "search")
    elif tasks:
        heading = Note(scene.say("staff.tasks", count=len(tasks)), "triangle-alert", tone=Tone.ATTENTION)
    elif lights.queue is not None and lights.queue.line:
        # the city's own trouble: said, and nobody is sent to mend it
        heading = busy(scene.say(f"staff.remedy_{lights.queue.line}"))
    if closed:
        hint = scene.say("staff.closed_since", why=scene.say(f"closed.{closed}"))
        heading = Note(heading.title, heading.icon, hint, Tone.ATTENTION)
    body = StaffBody(
        heading=heading,
        tasks=() if lights is None else tuple(_task(task, lights, scene) for task in tasks),
        lights=() if lights is None else (*_device_lights(lights, scene), *_queue_lights(lights.queue, scene)),
        sections=(
            Section(scene.say("staff.trials"), tuple(_way(name, icon, scene) for name, icon in TRIALS)),
            Section(scene.say("staff.more"), _more(scene, closed)),
        ),
    )
    primary = scene.action(Intent.FORWARD, "staff.leave", "log-out")
    return blank(scene, "staff", scene.say("staff.title"), body, primary=primary)


def _way(name: str, icon: str, scene: Scene) -> Choice:
    return Choice(scene.action(Intent.STAFF_PAGE, f"staff.to_{name}", icon, name))


def _more(scene: Scene, closed: str) -> tuple[Choice, ...]:
    send = Choice(scene.action(Intent.SEND_NOW, "staff.send_now", "send"))
    ways = [send, *(_way(name, icon, scene) for name, icon in MORE)]
    if closed:
        reopen = Choice(scene.action(Intent.REOPEN, "staff.reopen", "circle-play"))
        ways = [reopen, *(way for way in ways if way.action.value != "closing")]
    return tuple(ways)


def _task(task: Task, lights: Lights, scene: Scene) -> Choice:
    action = Action(Intent.TASK, title_of(task, lights, scene), ICONS[task.place], f"{task.place}/{task.what}")
    where = scene.say(f"staff.{task.place}")
    health = dict(lights.devices).get(task.place)
    if health is not None and health.error is not None and health.error.value == task.what:
        where = scene.say("staff.task_where", device=where, status=scene.say(f"staff.status_{health.status.value}"))
    return Choice(action, where)


def title_of(task: Task, lights: Lights | None, scene: Scene) -> str:
    """What is to be done, in a sentence."""
    match task.place:
        case "disk" | "clock":
            return scene.say(f"staff.remedy_{task.place}_{task.what}")
        case "line":
            return scene.say(f"staff.remedy_{task.what}")
        case "queue":
            queue = None if lights is None else lights.queue
            return scene.say("staff.remedy_set_aside", count=0 if queue is None else queue.set_aside)
    warning = f"staff.warning_{task.what}"
    if scene.words.has(warning):
        return scene.say(warning)
    return remedy(task.what, scene)


def _device_lights(lights: Lights, scene: Scene) -> tuple[Note, ...]:
    return tuple(
        Note(
            scene.say(f"staff.{device}"),
            ICONS[device],
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
        since = scene.say("staff.since", when=time_of(queue.line_since)) if queue.line_since else ""
        line = scene.say("staff.line_down", since=since)
    sent = (
        scene.say("staff.last_sent", when=time_of(queue.last_sent)) if queue.last_sent else scene.say("staff.none_sent")
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


def time_of(moment: datetime) -> str:
    """Day and time, as short as staff need it."""
    return f"{moment:%m-%d %H:%M}"
