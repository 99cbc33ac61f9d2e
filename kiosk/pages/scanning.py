"""The page on which a paper lies under the scanner."""

from __future__ import annotations

from config.papers import Demand, Material
from kiosk.intents import Intent
from kiosk.page import Action, Choice, Note, Page, PageThumb, ScanBody, ScanStage, Tone
from kiosk.pages.blank import blank
from kiosk.pages.scene import Scene
from kiosk.visit.application import ScannedPage
from kiosk.visit.scanning import may_add, may_defer
from kiosk.visit.steps import Camera, Scanning


def scan(step: Scanning, scene: Scene) -> Page:
    """One material, one page after the other."""
    material = step.material
    shown = _shown(step)
    body = ScanBody(
        stage=ScanStage(step.camera.value),
        status=scene.say(_status(step)),
        picture=shown.jpeg if shown else b"",
        marks=marks(shown.verdicts, scene) if shown else (),
        count=_count(step, material, scene),
        pages=_strip(step, scene),
        actions=_actions(step, material, scene),
        later=_later(step, material, scene),
        notes=_notes(step, scene),
    )
    return blank(
        scene,
        f"scan-{material.id}",
        _title(step, material, scene),
        body,
        lead=_lead(material, scene) if shown is None else scene.say(f"scan.{step.camera.value}_lead"),
        error=scene.trouble("scanner", step.failed) if step.failed else "",
        back=scene.action(Intent.BACK, "back", "arrow-left"),
        primary=_primary(step, scene),
    )


def _status(step: Scanning) -> str:
    """What the camera does; it takes nothing by itself before the paper that lies there has gone."""
    unarmed = step.camera is Camera.LIVE and not step.armed
    return "scan.status_next" if unarmed else f"scan.status_{step.camera.value}"


def _lead(material: Material, scene: Scene) -> str:
    """What matters on it; of a paper that the city was thought to have, what to do now."""
    return scene.text(material.source if material.demand is Demand.EXEMPT else material.hint)


def _shown(step: Scanning) -> ScannedPage | None:
    """The page that is looked at, where one is."""
    return step.pages[step.looked] if step.camera is Camera.KEPT else step.shot


def _title(step: Scanning, material: Material, scene: Scene) -> str:
    key, page = "scan.title", len(step.pages) + 1
    if step.camera is Camera.CHECK:
        key = "scan.check"
    elif step.camera is Camera.KEPT:
        key, page = "scan.kept", step.looked + 1
    return scene.say(key, name=scene.text(material.name), page=page)


def _count(step: Scanning, material: Material, scene: Scene) -> str:
    """How many pages there are, and may be."""
    taken = len(step.pages) + (step.shot is not None)
    return scene.say("scan.pages", taken=taken, most=material.max_pages) if taken else ""


def _strip(step: Scanning, scene: Scene) -> tuple[PageThumb, ...]:
    kept = step.camera is Camera.KEPT
    can_look = step.camera not in (Camera.TAKING, Camera.CHECK)
    pages = [*step.pages, *([step.shot] if step.shot else [])]
    return tuple(
        PageThumb(
            Action(Intent.LOOK, scene.say("scan.page", page=number + 1), value=str(number), enabled=can_look),
            page.jpeg,
            chosen=number == step.looked if kept else page is step.shot,
        )
        for number, page in enumerate(pages)
    )


def _primary(step: Scanning, scene: Scene) -> Action:
    if step.camera in (Camera.CHECK, Camera.KEPT):
        return scene.action(Intent.FORWARD, "scan.accept", "arrow-right")
    if step.camera is Camera.UNAVAILABLE:
        return scene.action(Intent.TAKE, "scan.retry", "rotate-ccw")
    if step.camera is Camera.GLASS:
        return scene.action(Intent.TAKE, "scan.scan", "file-text")
    return scene.action(Intent.TAKE, "scan.take", "camera", enabled=step.camera is not Camera.TAKING)


def marks(verdicts: tuple[str, ...], scene: Scene) -> tuple[Note, ...]:
    """What is said of a picture."""
    if not verdicts:
        good = (scene.say("verdict.sharp"), scene.say("verdict.corners"))
        return tuple(Note(words, "circle-check", tone=Tone.GOOD) for words in good)
    return tuple(Note(scene.say(f"verdict.{verdict}"), "triangle-alert", tone=Tone.ATTENTION) for verdict in verdicts)


def _actions(step: Scanning, material: Material, scene: Scene) -> tuple[Action, ...]:
    actions: list[Action] = []
    if step.camera is Camera.CHECK:
        actions.append(scene.action(Intent.RETAKE, "scan.retake", "rotate-ccw"))
    if step.camera is Camera.KEPT:
        actions.append(scene.action(Intent.REMOVE_PAGE, "scan.remove", "trash-2"))
    if step.camera in (Camera.CHECK, Camera.KEPT):
        if may_add(step, material):
            actions.append(scene.action(Intent.ADD_PAGE, "scan.add", "plus"))
    elif step.pages and step.camera is not Camera.TAKING:
        actions.append(scene.action(Intent.FORWARD, "scan.enough", "check"))
    if step.camera is Camera.UNAVAILABLE:
        actions.append(scene.action(Intent.HELP, "header.help", "hand-helping"))
    return tuple(actions)


def _later(step: Scanning, material: Material, scene: Scene) -> Choice | None:
    """The way of who has not brought the paper: until when it may follow, and where."""
    if not may_defer(step, material) or _shown(step) or step.pages:
        return None
    need = step.application.need(material.id)
    if need is None or need.until is None:
        return Choice(scene.action(Intent.DEFER, "scan.leave", "clock-alert"))
    label = scene.say("scan.defer", days=(need.until - step.application.started).days)
    return Choice(Action(Intent.DEFER, label, "clock-alert"), scene.say("scan.defer_hint", day=scene.day(need.until)))


def _notes(step: Scanning, scene: Scene) -> tuple[Note, ...]:
    """The papers that the city looks up itself."""
    if _shown(step):
        return ()
    return tuple(
        Note(scene.say("scan.exempt", name=scene.text(material.name)), "badge-check")
        for material in (need.material for need in step.application.needs if need.demand is Demand.EXEMPT)
    )
