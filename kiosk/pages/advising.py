"""Pages of services that are not for this applicant: why, from which day, the way, and what goes on."""

from __future__ import annotations

from config.questions import FieldKind, FormField
from kiosk.intents import Intent
from kiosk.page import Action, Choice, ListBody, Note, Page, Section, Tone, WaysBody
from kiosk.pages.blank import blank
from kiosk.pages.reviewing import said
from kiosk.pages.scene import Scene
from kiosk.visit.advising import may_go_on_with, possible_from
from kiosk.visit.application import Application
from kiosk.visit.course import Fallen
from kiosk.visit.steps import Advising, Matching

TOLD = frozenset(
    {FieldKind.CHOICE, FieldKind.CHOICES, FieldKind.DATE, FieldKind.MONTH, FieldKind.REGION, FieldKind.AMOUNT}
)
"""Answers that may be repeated where bystanders read and hear; of others only the question is named."""


def advise(step: Advising, scene: Scene) -> Page:
    """Why not, from which day, and what to do: who settles it, where, when, what to bring."""
    application, fallen = step.application, step.fallen
    goes_on = application.matter.package is not None
    back = scene.action(Intent.BACK, "back", "arrow-left")
    if not goes_on and not fallen.because:
        back = scene.action(Intent.BACK, "guide.back", "house")
    return blank(
        scene,
        "advise",
        reason(application, fallen, scene),
        WaysBody(_notes(application, fallen, scene), _ways(application, fallen, scene)),
        lead=scene.text(fallen.service.name),
        back=back,
        primary=scene.action(Intent.FORWARD, "advise.go_on" if goes_on else "advise.others", "arrow-right"),
    )


def match(step: Matching, scene: Scene) -> Page:
    """Of a package: what is settled now, what the answers will decide, and what falls away, with its way."""
    application, standing = step.application, step.application.standing
    sections = (
        Section(
            scene.say("match.going"),
            notes=tuple(Note(scene.text(item.name), item.icon, scene.text(item.summary)) for item in standing.going),
        ),
        Section(
            scene.say("match.open"),
            notes=tuple(Note(scene.text(item.name), item.icon, scene.say("match.open_hint")) for item in standing.open),
        ),
        Section(
            scene.say("match.fallen"),
            choices=tuple(way for fallen in standing.fallen for way in _instead(application, fallen, scene)),
            notes=tuple(_fallen(application, fallen, scene) for fallen in standing.fallen),
        ),
        Section("", (_help(scene),)),
    )
    count = len(standing.going) + len(standing.open)
    goes_on = count > 0
    how_many = {0: "_none", 1: "_one"}.get(count, "")
    return blank(
        scene,
        "match",
        scene.say(f"match.title{how_many}"),
        ListBody(tuple(section for section in sections if section.choices or section.notes)),
        lead=scene.say(f"match.lead{how_many}"),
        back=scene.action(Intent.BACK, "back", "arrow-left"),
        primary=scene.action(Intent.FORWARD, "match.start" if goes_on else "advise.others", "arrow-right"),
    )


def reason(application: Application, fallen: Fallen, scene: Scene) -> str:
    """Why a service falls away, with the day from which it is possible."""
    if fallen.stop is None:
        return scene.say("advise.not_called_for", name=scene.text(fallen.service.name))
    day = possible_from(application, fallen)
    return scene.text(fallen.stop.reason).replace("{day}", "" if day is None else scene.day(day))


def _because(application: Application, fallen: Fallen, scene: Scene) -> tuple[str, ...]:
    """Which answers led there."""
    return tuple(_one_because(application, field, scene) for field in fallen.because)


def _one_because(application: Application, field: FormField, scene: Scene) -> str:
    label = scene.text(field.label)
    if field.kind not in TOLD:
        return scene.say("advise.because_of", label=label)
    return scene.say("advise.because", label=label, answer=said(application, field, scene)[0])


def _way(fallen: Fallen, scene: Scene) -> str:
    if fallen.stop is not None:
        return scene.text(fallen.stop.way)
    return scene.text(fallen.otherwise) if fallen.otherwise is not None else ""


def _notes(application: Application, fallen: Fallen, scene: Scene) -> tuple[Note, ...]:
    because = tuple(Note(words, "message-circle-question") for words in _because(application, fallen, scene))
    way = Note(_way(fallen, scene), "calendar-days" if possible_from(application, fallen) else "info")
    notes = (*because, way, *_office(fallen, scene))
    bring = () if fallen.stop is None else fallen.stop.bring
    if not bring:
        return notes
    names = scene.say("paper.comma").join(scene.text(item) for item in bring)
    return (*notes, Note(scene.say("advise.bring"), "file-text", names))


def _office(fallen: Fallen, scene: Scene) -> tuple[Note, ...]:
    identifier = fallen.service.office if fallen.stop is None else fallen.stop.office
    where = scene.office(identifier)
    return (Note(where[0], "map-pin", "\n".join(where[1:])),) if where else ()


def _fallen(application: Application, fallen: Fallen, scene: Scene) -> Note:
    """Everything about it in one note, a line each."""
    why = (reason(application, fallen, scene),) if fallen.stop is not None else ()
    lines = (*why, *_because(application, fallen, scene), _way(fallen, scene))
    office = fallen.service.office if fallen.stop is None else fallen.stop.office
    words = "\n".join(line for line in (*lines, *scene.office(office)) if line)
    return Note(scene.text(fallen.service.name), "info", words, Tone.ATTENTION)


def _ways(application: Application, fallen: Fallen, scene: Scene) -> tuple[Choice, ...]:
    return (*_instead(application, fallen, scene), _help(scene))


def _instead(application: Application, fallen: Fallen, scene: Scene) -> tuple[Choice, ...]:
    code = None if fallen.stop is None else fallen.stop.instead
    other = None if code is None else scene.catalogue.find(code)
    if other is None or not may_go_on_with(application, fallen, other.code):
        return ()
    label = scene.say("advise.instead", name=scene.text(other.name))
    return (Choice(Action(Intent.CHOOSE_SERVICE, label, other.icon, other.code), scene.say("advise.instead_hint")),)


def _help(scene: Scene) -> Choice:
    return Choice(scene.action(Intent.ASSISTANCE, "advise.ask", "hand-helping"), scene.say("advise.ask_hint"))
