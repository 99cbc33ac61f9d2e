"""The check page: everything once more, masked, with a way to change each part."""

from __future__ import annotations

from datetime import date

from config.papers import Demand, Material
from config.questions import FieldKind, FormField
from kiosk.intents import Intent
from kiosk.page import Action, Badge, Page, ReviewBody, ReviewGroup, ReviewRow, Tone
from kiosk.pages.amounts import thousands
from kiosk.pages.blank import blank
from kiosk.pages.form import phone
from kiosk.pages.scene import Scene
from kiosk.receipt import grouped
from kiosk.visit.application import Application, IdentifiedBy
from kiosk.visit.cases import Supplement
from kiosk.visit.masks import masked_address, masked_id_number, masked_phone
from kiosk.visit.signature import NAMED
from kiosk.visit.steps import Reviewing


def review(step: Reviewing, scene: Scene) -> Page:
    """Right so? Then one sentence of consent."""
    application = step.application
    adds = application.supplement
    if adds is not None:
        groups = [_case(adds, application, scene)]
    else:
        groups = [_person(application, scene), _answers(application, scene)]
    if application.needed:
        groups.append(_materials(application, scene))
    consent = scene.say("review.consent", department=scene.text(application.service.department))
    body = ReviewBody(
        groups=tuple(groups),
        consent=Action(Intent.CONSENT, consent),
        consented=step.consented,
        note=scene.say("review.note" if adds is None else "review.note_adding"),
    )
    return blank(
        scene,
        "review",
        scene.say("review.title" if adds is None else "review.title_adding"),
        body,
        error=scene.say("review.failed") if step.failed else "",
        back=scene.action(Intent.BACK, "back", "arrow-left"),
        primary=scene.action(Intent.FORWARD, "review.submit", "check", enabled=step.consented),
    )


def _case(adds: Supplement, application: Application, scene: Scene) -> ReviewGroup:
    by_card = application.identified_by is IdentifiedBy.CARD
    badge = Badge(scene.say("review.from_card" if by_card else "review.from_slip"), Tone.SPRING)
    rows = (
        ReviewRow(scene.say("review.matter"), scene.text(application.service.name)),
        ReviewRow(scene.say("review.number"), grouped(adds.case.number)),
    )
    return ReviewGroup(scene.say("review.case"), badge, rows)


def _person(application: Application, scene: Scene) -> ReviewGroup:
    person = application.applicant
    by_card = application.identified_by is IdentifiedBy.CARD
    badge = Badge(
        scene.say("review.from_card" if by_card else "review.typed"), Tone.SPRING if by_card else Tone.ATTENTION
    )
    number = masked_id_number(person.id_number)
    rows = [
        ReviewRow(scene.say("review.name"), person.name or person.name_en),
        ReviewRow(scene.say("review.id_number"), number, person.id_number),
    ]
    if person.address:
        rows.append(ReviewRow(scene.say("review.household"), masked_address(person.address), person.address))
    return ReviewGroup(scene.say("review.person"), badge, tuple(rows))


def _answers(application: Application, scene: Scene) -> ReviewGroup:
    rows = tuple(_answer(application, field, scene) for field in application.service.fields)
    return ReviewGroup(scene.say("review.answers"), None, rows)


def _answer(application: Application, field: FormField, scene: Scene) -> ReviewRow:
    shown, full = said(application, field, scene)
    return ReviewRow(scene.text(field.label), shown, full, _edit(field.id, scene))


def said(application: Application, field: FormField, scene: Scene) -> tuple[str, str]:
    """An answer as it is shown, masked, and in full where something is masked."""
    value = application.answer(field.id)
    shown, full = value, ""
    match field.kind:
        case FieldKind.CHOICE:
            shown = next((scene.text(option.label) for option in field.options if option.value == value), "")
        case FieldKind.PHONE:
            shown, full = masked_phone(value), phone(value)
        case FieldKind.DATE:
            shown = scene.day(date.fromisoformat(value))
        case FieldKind.ADDRESS:
            # everybody here lives in this city
            shown = value.removeprefix(application.place(field.id).city)
        case FieldKind.AMOUNT:
            shown = scene.say("amount.yuan", amount=thousands(value))
        case FieldKind.SIGNATURE:
            shown = scene.say("review.named" if value == NAMED else "review.drawn")
    return shown, full


def _materials(application: Application, scene: Scene) -> ReviewGroup:
    rows = tuple(_material(application, material, scene) for material in application.needed)
    return ReviewGroup(scene.say("review.materials"), None, rows)


def _material(application: Application, material: Material, scene: Scene) -> ReviewRow:
    name = scene.text(material.name)
    if material.demand is Demand.EXEMPT:
        return ReviewRow(name, scene.say("review.exempt"))
    paper = application.paper(material.id)
    if application.supplement is not None and not (paper and paper.pages):
        return ReviewRow(name, scene.say("review.left"), edit=_edit(material.id, scene))
    until = next((day for item, day in application.deferred if item.id == material.id), None)
    if until is not None:
        value = scene.say("review.deferred", day=scene.day(until))
    else:
        value = scene.say("review.pages", pages=len(paper.pages) if paper else 0)
    return ReviewRow(name, value, edit=_edit(material.id, scene))


def _edit(item: str, scene: Scene) -> Action:
    return scene.action(Intent.EDIT, "review.edit", "pencil", item)
