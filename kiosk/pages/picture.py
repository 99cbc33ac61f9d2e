"""Pages on which a picture goes with a fault report."""

from __future__ import annotations

from kiosk.intents import Intent
from kiosk.page import Action, Choice, Page, ScanBody, ScanStage, WaysBody
from kiosk.pages.blank import blank
from kiosk.pages.scene import Scene
from kiosk.visit.asides import Lens, PictureOffered, Picturing


def offer(aside: PictureOffered, scene: Scene) -> Page:
    """With a picture, or without?"""
    free = not aside.sending
    take = Choice(scene.action(Intent.TAKE, "picture.take", "camera", enabled=free), scene.say("picture.take_hint"))
    return blank(
        scene,
        "report-picture",
        scene.say("picture.title"),
        WaysBody((), (take,)),
        lead=scene.say("picture.lead"),
        error=scene.say("letter.failed") if aside.failed else "",
        back=scene.action(Intent.BACK, "back", "arrow-left", enabled=free),
        primary=scene.action(Intent.FORWARD, "report.send", "check", enabled=free),
    )


def camera(aside: Picturing, scene: Scene) -> Page:
    """What it is about lies under the scanner."""
    checking = aside.lens is Lens.CHECK
    retake = scene.action(Intent.RETAKE, "scan.retake", "rotate-ccw")
    body = ScanBody(
        stage=ScanStage(aside.lens.value),
        status=scene.say("picture.live" if aside.lens is Lens.LIVE else f"scan.status_{aside.lens.value}"),
        picture=aside.shot,
        actions=(retake,) if checking else (),
    )
    return blank(
        scene,
        "report-camera",
        scene.say("picture.check" if checking else "picture.lay"),
        body,
        lead=scene.say("picture.take_hint"),
        error=scene.trouble("scanner", aside.failed) if aside.failed is not None else "",
        back=scene.action(Intent.BACK, "back", "arrow-left", enabled=aside.lens is not Lens.TAKING),
        primary=_primary(aside.lens, scene),
    )


def _primary(lens: Lens, scene: Scene) -> Action:
    match lens:
        case Lens.CHECK:
            return scene.action(Intent.FORWARD, "picture.use", "check")
        case Lens.UNAVAILABLE:
            return scene.action(Intent.TAKE, "scan.retry", "rotate-ccw")
        case Lens.GLASS:
            return scene.action(Intent.TAKE, "scan.scan", "file-text")
        case _:
            return scene.action(Intent.TAKE, "scan.take", "camera", enabled=lens is Lens.LIVE)
