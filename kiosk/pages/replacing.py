"""Pages of what may take the place of a paper: the city's records, or a declaration."""

from __future__ import annotations

from kiosk.intents import Intent
from kiosk.page import Choice, Note, Page, WaysBody
from kiosk.pages.blank import blank
from kiosk.pages.scene import Scene
from kiosk.visit.steps import Consulting, Declaring


def consult(step: Consulting, scene: Scene) -> Page:
    """May we look these up? Who would rather bring the papers says so."""
    wanted = step.application.to_look_up
    materials = [need.material for need in step.application.needs if need.material.id in wanted]
    notes = tuple(Note(scene.text(material.name), material.icon) for material in materials)
    bring = Choice(scene.action(Intent.BRING, "shared.bring", "scan-line"), scene.say("shared.bring_hint"))
    return blank(
        scene,
        "shared",
        scene.say("shared.asking" if step.asking else "shared.title"),
        WaysBody((*notes, Note(scene.say("shared.only"), "shield-check")), (bring,)),
        lead=scene.say("shared.lead"),
        back=scene.action(Intent.BACK, "back", "arrow-left"),
        primary=scene.action(Intent.FORWARD, "shared.agree", "check", enabled=not step.asking),
    )


def declare(step: Declaring, scene: Scene) -> Page:
    """What the law asks for, what is declared, and what follows when it is not true; then the resident's choice."""
    material = step.material
    words = material.declaration
    notes = (
        ()
        if words is None
        else (
            Note(scene.say("declare.duty"), "landmark", scene.text(words.duty)),
            Note(scene.say("declare.text"), "signature", scene.text(words.text)),
            Note(scene.say("declare.consequence"), "info", scene.text(words.consequence)),
        )
    )
    bring = Choice(scene.action(Intent.BRING, "declare.bring", "scan-line"), scene.text(material.hint))
    return blank(
        scene,
        f"declare-{material.id}",
        scene.say("declare.title", name=scene.text(material.name)),
        WaysBody(notes, (bring,)),
        lead=scene.say("declare.lead"),
        back=scene.action(Intent.BACK, "back", "arrow-left"),
        primary=scene.action(Intent.DECLARE, "declare.so", "check"),
    )
