"""The page of a proof: the code that anybody can scan, the short code that stands on paper and page, its last day."""

from __future__ import annotations

from kiosk.intents import Intent
from kiosk.page import DoneBody, Moment, Note, Page, Tone
from kiosk.pages.blank import blank
from kiosk.pages.scene import Scene
from kiosk.visit.case_steps import ShowingResult
from kiosk.visit.results import Result


def proof(step: ShowingResult, scene: Scene) -> Page:
    """What an instant service gave."""
    body = DoneBody(
        headline=name(step.result, scene),
        number_label=scene.say("proof.code"),
        number=step.result.short_code,
        number_note=scene.say("proof.code_note"),
        timeline_heading=scene.say("proof.how"),
        timeline=_timeline(step.result, scene),
        slip=Note(scene.say("proof.keep"), "qr-code", scene.say("proof.keep_hint")),
        qr=step.result.url,
    )
    return blank(
        scene,
        "proof",
        "",
        body,
        back=scene.action(Intent.BACK, "back", "arrow-left"),
        primary=scene.action(Intent.FORWARD, "proof.finish", "check"),
    )


def name(result: Result, scene: Scene) -> str:
    """What the proof is called, in one of the two languages that the city speaks."""
    return result.en if scene.language == "en" else result.zh


def _timeline(result: Result, scene: Scene) -> tuple[Moment, ...]:
    moments = [
        Moment(scene.say("proof.first"), scene.say("proof.scan"), Tone.SPRING),
        Moment(scene.say("proof.then"), scene.say("proof.compare"), Tone.SPRING),
    ]
    if result.valid_until is not None:
        moments.append(Moment(scene.say("done.until", day=scene.day(result.valid_until)), scene.say("proof.until")))
    return tuple(moments)
