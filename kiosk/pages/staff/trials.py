"""Trials of the devices. Of a card only the masked rest is shown, of a picture nothing is kept."""

from __future__ import annotations

from kiosk.intents import Intent
from kiosk.page import (
    Action,
    Choice,
    Fact,
    IdentifyBody,
    Note,
    Page,
    ReaderState,
    ScanBody,
    ScanStage,
    TouchBody,
    WorkBody,
)
from kiosk.pages.groups import identity
from kiosk.pages.person import reader_state
from kiosk.pages.scanning import marks
from kiosk.pages.scene import Scene
from kiosk.pages.staff.work import bad, busy, good, remedy, trouble, work
from kiosk.visit.asides import Lens
from kiosk.visit.staff.places import (
    TARGETS,
    CameraTrial,
    CardTrial,
    Printing,
    Reprinting,
    SlipTrial,
    SoundTrial,
    TouchTrial,
)
from kiosk.visit.steps import CardPlace

COLUMNS = 5
"""Places side by side on the glass."""


def card(at: CardTrial, scene: Scene, place: CardPlace) -> Page:
    """Lay any card; what was read of it, masked."""
    again = scene.action(Intent.TRY, "staff.again", "rotate-ccw", enabled=not at.reading)
    if at.document:
        facts = (
            Fact(scene.say(f"staff.document_{at.document}"), scene.say("staff.card_kind")),
            Fact(at.name, scene.say("staff.card_name")),
            Fact(identity(at.number), scene.say("staff.card_number")),
        )
        body = WorkBody(good(scene.say("staff.card_read"), scene.say("staff.card_masked")), facts)
        return work(scene, "card", body, primary=again)
    state = reader_state(at.failed, reading=False, card=place)
    status = scene.say("staff.card_waits")
    if place is CardPlace.FORGOTTEN:
        status = scene.say("reader.card_left")
    elif at.failed is not None:
        status = trouble("reader", at.failed, scene)
    primary = again if state is ReaderState.UNAVAILABLE else None
    return work(scene, "card", IdentifyBody(state, status, ()), lead=scene.say("staff.card_lead"), primary=primary)


def camera(at: CameraTrial, scene: Scene) -> Page:
    """The live picture, then one picture with what is said of it."""
    checking = at.lens is Lens.CHECK
    clearer = scene.action(Intent.STAFF_PAGE, "staff.to_lens", "zoom-in", "lens")
    body = ScanBody(
        stage=ScanStage(at.lens.value),
        status=scene.say(f"scan.status_{at.lens.value}"),
        picture=at.shot,
        marks=marks(at.verdicts, scene) if checking else (),
        actions=(clearer,) if checking and at.verdicts else (),
    )
    key, icon = "scan.take", "camera"
    if at.lens in (Lens.CHECK, Lens.UNAVAILABLE):
        key, icon = "staff.again", "rotate-ccw"
    return work(
        scene,
        "camera",
        body,
        lead=scene.say("staff.camera_lead"),
        error=trouble("scanner", at.failed, scene) if at.failed is not None else "",
        primary=scene.action(Intent.TAKE, key, icon, enabled=at.lens is not Lens.TAKING),
        free=at.lens is not Lens.TAKING,
    )


def slip(at: SlipTrial, scene: Scene) -> Page:
    """Did a slip come?"""
    again = scene.action(Intent.TRY, "staff.again", "rotate-ccw", enabled=at.printing is not Printing.PRINTING)
    return work(scene, "slip", printed(at, scene), primary=again)


def sound(at: SoundTrial, scene: Scene) -> Page:
    """A sound and a sentence: who stands here hears whether they come."""
    heading = busy(scene.say("staff.sound_playing"))
    if at.played:
        heading = Note(scene.say("staff.sound_played"), "volume-2", scene.say("staff.sound_played_hint"))
    elif at.played is False:
        heading = bad(scene.say("staff.sound_silent"), scene.say("staff.sound_silent_hint"))
    louder = Choice(scene.action(Intent.STAFF_PAGE, "staff.to_levels", "sliders-horizontal", "levels"))
    again = scene.action(Intent.TRY, "staff.again", "rotate-ccw", enabled=at.played is not None)
    return work(scene, "sound", WorkBody(heading, (), "", (louder,)), primary=again)


def touch(at: TouchTrial, scene: Scene) -> Page:
    """Places to touch, from corner to corner."""
    left = len(TARGETS) - len(at.touched)
    heading = Note(scene.say("staff.touch_left", count=left), "hand", scene.say("staff.touch_hint"))
    if not left:
        heading = good(scene.say("staff.touch_all"))
    targets = tuple(Action(Intent.PICK, place, "check", place, on=place in at.touched) for place in TARGETS)
    again = scene.action(Intent.TRY, "staff.touch_again", "rotate-ccw", enabled=bool(at.touched))
    return work(scene, "touch", TouchBody(heading, targets, COLUMNS), primary=again)


def printed(at: SlipTrial | Reprinting, scene: Scene) -> WorkBody:
    """How it stands with a slip that was asked for."""
    if at.printing is Printing.FAILED:
        what = "" if at.failed is None else remedy(at.failed.value, scene)
        return WorkBody(bad(scene.say("staff.slip_failed"), what))
    if at.printing in (Printing.PRINTED, Printing.UNKNOWN):
        key = f"staff.slip_{at.printing.value}"
        return WorkBody(good(scene.say(key), scene.say(f"{key}_hint")))
    return WorkBody(busy(scene.say("staff.slip_printing"), scene.say("staff.slip_printing_hint")))
