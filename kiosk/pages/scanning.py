"""The page on which a paper lies under the scanner."""

from __future__ import annotations

from config.catalogue import Material
from kiosk.intents import Intent
from kiosk.page import Action, Note, Page, ScanBody, ScanStage, Tone
from kiosk.pages.blank import blank
from kiosk.pages.scene import Scene
from kiosk.visit.scanning import may_add, may_defer
from kiosk.visit.steps import Camera, Scanning


def scan(step: Scanning, scene: Scene) -> Page:
    """One material, one page after the other."""
    material = step.application.to_scan[step.index]
    taken = len(step.pages) + (step.shot is not None)
    page = taken if step.camera is Camera.CHECK else taken + 1
    body = ScanBody(
        stage=ScanStage(step.camera.value),
        status=_status(step, scene),
        picture=step.shot.jpeg if step.shot else b"",
        marks=_marks(step, scene),
        pages=tuple(kept.jpeg for kept in step.pages),
        page_labels=tuple(scene.say("scan.page", page=number + 1) for number in range(len(step.pages))),
        actions=_actions(step, material, scene),
    )
    title = "scan.check" if step.camera is Camera.CHECK else "scan.title"
    return blank(
        scene,
        f"scan-{material.id}",
        scene.say(title, name=scene.text(material.name), page=page),
        body,
        lead=scene.text(material.hint) if step.camera is not Camera.CHECK else scene.say("scan.check_lead"),
        error=scene.trouble("scanner", step.failed) if step.failed else "",
        back=scene.action(Intent.BACK, "back", "arrow-left"),
        primary=_primary(step, scene),
    )


def _status(step: Scanning, scene: Scene) -> str:
    return scene.say(f"scan.status_{step.camera.value}")


def _primary(step: Scanning, scene: Scene) -> Action:
    if step.camera is Camera.CHECK:
        return scene.action(Intent.FORWARD, "scan.accept", "arrow-right")
    if step.camera is Camera.UNAVAILABLE:
        return scene.action(Intent.TAKE, "scan.retry", "rotate-ccw")
    if step.camera is Camera.GLASS:
        return scene.action(Intent.TAKE, "scan.scan", "file-text")
    return scene.action(Intent.TAKE, "scan.take", "camera", enabled=step.camera is not Camera.TAKING)


def _marks(step: Scanning, scene: Scene) -> tuple[Note, ...]:
    if step.shot is None:
        return ()
    if not step.shot.verdicts:
        good = (scene.say("verdict.sharp"), scene.say("verdict.corners"))
        return tuple(Note(words, "circle-check", tone=Tone.GOOD) for words in good)
    return tuple(
        Note(scene.say(f"verdict.{verdict}"), "triangle-alert", tone=Tone.ATTENTION) for verdict in step.shot.verdicts
    )


def _actions(step: Scanning, material: Material, scene: Scene) -> tuple[Action, ...]:
    actions: list[Action] = []
    if step.camera is Camera.CHECK:
        actions.append(scene.action(Intent.RETAKE, "scan.retake", "rotate-ccw"))
        if may_add(step, material):
            actions.append(scene.action(Intent.ADD_PAGE, "scan.add", "plus"))
    elif step.pages and step.camera is not Camera.TAKING:
        actions.append(scene.action(Intent.FORWARD, "scan.enough", "check"))
    if may_defer(step, material) and step.camera is not Camera.CHECK:
        adds = step.application.supplement is not None
        label = scene.say("scan.leave") if adds else scene.say("scan.defer", days=material.defer_days)
        actions.append(Action(Intent.DEFER, label, "clock-alert"))
    if step.camera is Camera.UNAVAILABLE:
        actions.append(scene.action(Intent.HELP, "header.help", "hand-helping"))
    return tuple(actions)
