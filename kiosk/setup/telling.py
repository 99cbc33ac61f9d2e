"""Pages that tell: what is needed, what was found, everything once more."""

from __future__ import annotations

from dataclasses import replace

from drivers.model import Health, Status
from kiosk.intents import Intent
from kiosk.page import Action, Badge, Choice, Note, Page, ReviewBody, ReviewGroup, ReviewRow, Tone, WaysBody
from kiosk.pages.blank import blank
from kiosk.pages.scene import Scene, upper_first
from kiosk.pages.staff.overview import ICONS
from kiosk.pages.staff.work import bad, busy, good
from kiosk.setup.answers import district
from kiosk.setup.asking import trouble
from kiosk.setup.steps import KINDS, Found, Looking, Reaching, Setup, Summing
from kiosk.visit.staff.tasks import CLOCK_OFF

NEEDED = (("name", "store"), ("city", "wifi"), ("code", "key-round"), ("pin", "lock"))
"""What to have at hand, and the drawing of each."""


def greeting(scene: Scene) -> Page:
    """What will be asked."""
    notes = tuple(
        Note(scene.say(f"setup.need_{name}"), icon, scene.say(f"setup.need_{name}_hint")) for name, icon in NEEDED
    )
    primary = scene.action(Intent.FORWARD, "setup.begin", "arrow-right")
    return _told(scene, "welcome", WaysBody(notes, ()), back=None, primary=primary)


def pending(scene: Scene) -> Page:
    """It waits for the city's code; what was answered stays."""
    notes = (
        Note(scene.say("setup.pending_closed"), "circle-pause", scene.say("setup.pending_closed_hint"), Tone.ATTENTION),
        Note(scene.say("setup.pending_kept"), "archive", scene.say("setup.pending_kept_hint")),
    )
    primary = scene.action(Intent.FORWARD, "setup.pending_on", "key-round")
    return _told(scene, "pending", WaysBody(notes, ()), back=None, primary=primary)


def reaching(setup: Setup, step: Reaching, scene: Scene) -> Page:
    """Whether the city answers, and what to do when it does not."""
    if step.trouble is None:
        line = busy(scene.say("setup.reach_asking"), setup.draft.url)
    elif step.trouble:
        line = bad(scene.say("setup.reach_failed"), trouble(step.trouble, scene))
    else:
        line = good(scene.say("setup.reach_well"), setup.draft.url)
    notes: tuple[Note, ...] = (line,)
    if abs(step.clock_off) > CLOCK_OFF:
        notes = (line, bad(scene.say("setup.clock_off"), scene.say("staff.remedy_clock_off")))
    asked = step.trouble is not None
    ways = (
        Choice(scene.action(Intent.TRY, "setup.reach_again", "rotate-ccw", enabled=asked)),
        Choice(scene.action(Intent.EDIT, "setup.reach_edit", "pencil", "city"), setup.draft.url),
    )
    primary = scene.action(Intent.FORWARD, "setup.without" if step.trouble else "next", "arrow-right", enabled=asked)
    page = _told(scene, "reach", WaysBody(notes, ways if step.trouble else ()), primary=primary)
    return page if asked else _meanwhile(page, "asking")


def looking(step: Looking, scene: Scene) -> Page:
    """A light for each device, and what to do."""
    if step.found is None:
        notes: tuple[Note, ...] = (busy(scene.say("setup.devices_looking"), scene.say("setup.devices_looking_hint")),)
    else:
        notes = tuple(_light(device, scene) for device in step.found)
    done = step.found is not None
    again = Choice(scene.action(Intent.TRY, "setup.devices_again", "rotate-ccw", enabled=done))
    primary = scene.action(Intent.FORWARD, "next", "arrow-right", enabled=done)
    page = _told(scene, "devices", WaysBody(notes, (again,) if done else ()), primary=primary)
    return page if done else _meanwhile(page, "looking")


def _meanwhile(page: Page, what: str) -> Page:
    """Another page than the one that follows: there the keys begin at what is to be done then."""
    return replace(page, name=f"{page.name}-{what}")


def _light(device: Found, scene: Scene) -> Note:
    title = f"{scene.say(f'staff.{device.kind}')}  {_state(device.health, scene)}"
    if not device.driver:
        return Note(title, ICONS[device.kind], scene.say("setup.device_none"), Tone.ATTENTION)
    if device.health.error is not None:
        remedy = upper_first(scene.say(f"remedy.{device.health.error.value}"))
        return Note(title, ICONS[device.kind], remedy, Tone.ATTENTION)
    place = str(device.options.get("port", device.options.get("source", "")))
    return Note(title, ICONS[device.kind], f"{device.driver}  {place}", Tone.GOOD)


def _state(health: Health, scene: Scene) -> str:
    # of a printer that says nothing of itself nothing is wrong
    status = Status.ONLINE if health.status is Status.UNKNOWN and health.error is None else health.status
    return scene.say(f"staff.status_{status.value}")


def enrolling(setup: Setup, scene: Scene) -> Page:
    """The code now, or later."""
    again = setup.registered is not None
    note = Note(scene.say("setup.enrol_again" if again else "setup.enrol_what"), "key-round")
    later = "setup.enrol_as_it_was" if again else "setup.enrol_later"
    ways = (
        Choice(scene.action(Intent.TYPE_INSTEAD, "setup.enrol_now", "keyboard"), scene.say("setup.enrol_now_hint")),
        Choice(scene.action(Intent.SKIP, later, "hourglass"), scene.say(f"{later}_hint")),
    )
    return _told(scene, "enrol", WaysBody((note,), ways))


def summing(setup: Setup, step: Summing, scene: Scene) -> Page:
    """Everything once more; each answer leads back to its question."""
    draft = setup.draft
    place = "  ".join(part for part in (draft.area, district(draft.area, scene.language)) if part)
    station = (
        _row("name", draft.name, scene),
        _row("area", place, scene),
        _row("city", draft.url, scene),
    )
    known = scene.say("setup.sum_enrolled" if setup.enrolled else "setup.sum_later")
    badge = Badge(known, Tone.GOOD if setup.enrolled else Tone.ATTENTION)
    enrolment = () if setup.enrolled else (_row("enrol", known, scene),)
    devices = tuple(ReviewRow(scene.say(f"staff.{kind}"), _summed(draft.found(kind), scene)) for kind in KINDS)
    more = (_row("devices", scene.say("setup.sum_look"), scene), _row("pin", scene.say("setup.sum_pin"), scene))
    groups = (
        ReviewGroup(scene.say("setup.sum_station"), badge, (*station, *enrolment)),
        ReviewGroup(scene.say("setup.sum_machine"), None, (*devices, *more)),
    )
    finish = "setup.finish" if setup.registered is not None else "setup.finish_later"
    return _told(
        scene,
        "check",
        ReviewBody(groups, (), scene.say("setup.keeping") if step.keeping else scene.say("setup.sum_note")),
        primary=scene.action(Intent.FORWARD, finish, "check", enabled=setup.pinned and not step.keeping),
        free=not step.keeping,
        error=scene.say("setup.trouble_disk") if step.failed else "",
    )


def _summed(device: Found | None, scene: Scene) -> str:
    """How a device is, in a word."""
    if device is None:
        return scene.say("setup.sum_none")
    return scene.say("setup.sum_found") if device.health.error is None else _state(device.health, scene)


def _row(name: str, value: str, scene: Scene) -> ReviewRow:
    return ReviewRow(
        scene.say(f"setup.step_{name}"), value, edit=scene.action(Intent.EDIT, "review.edit", "pencil", name)
    )


def finished(scene: Scene) -> Page:
    """It can serve."""
    notes = (
        good(scene.say("setup.done_well"), scene.say("setup.done_well_hint")),
        Note(scene.say("setup.done_staff"), "wrench", scene.say("setup.done_staff_hint")),
    )
    primary = scene.action(Intent.FORWARD, "setup.open", "arrow-right")
    return _told(scene, "done", WaysBody(notes, ()), back=None, primary=primary)


def _told(
    scene: Scene,
    name: str,
    body: WaysBody | ReviewBody,
    *,
    back: str | None = "back",
    primary: Action | None = None,
    free: bool = True,
    error: str = "",
) -> Page:
    return blank(
        scene,
        f"setup-{name}",
        scene.say(f"setup.{name}_title"),
        body,
        lead=scene.say(f"setup.{name}_lead"),
        error=error,
        back=None if back is None else scene.action(Intent.BACK, back, "arrow-left", enabled=free),
        primary=primary,
    )
