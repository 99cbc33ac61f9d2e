"""The check page: everything once more, masked, with a way to change each part."""

from __future__ import annotations

from collections.abc import Iterable

from config.papers import Demand
from config.questions import Check, FieldKind, FormField
from config.service import Service
from kiosk.intents import Intent
from kiosk.page import Action, Badge, Choice, Page, ReviewBody, ReviewGroup, ReviewRow, Tone
from kiosk.pages.amounts import thousands
from kiosk.pages.blank import blank
from kiosk.pages.groups import checked, phone
from kiosk.pages.region import name
from kiosk.pages.scene import Scene
from kiosk.pages.wrong import when
from kiosk.receipt import grouped
from kiosk.visit.answers import chosen
from kiosk.visit.application import Application, IdentifiedBy
from kiosk.visit.cases import Supplement
from kiosk.visit.checks import has_expired
from kiosk.visit.course import Fallen
from kiosk.visit.masks import masked_account, masked_address, masked_id_number, masked_phone
from kiosk.visit.papers import Need
from kiosk.visit.signature import NAMED
from kiosk.visit.steps import Reviewing


def review(step: Reviewing, scene: Scene) -> Page:
    """Right so? Then one sentence of consent."""
    application = step.application
    adds = application.supplement
    title, note = "review.title", "review.note"
    if adds is not None:
        groups = (_case(adds, application, scene), *_materials(application, application.needs, scene))
        title, note = "review.title_adding", "review.note_adding"
    elif len(application.matter.services) > 1:
        groups = (_person(application, scene), *_services(application, scene))
    else:
        rows = tuple(_answer(application, field, scene) for field in _asked(application, application.service))
        answers = ReviewGroup(scene.say("review.answers"), None, rows)
        groups = (_person(application, scene), answers, *_materials(application, application.needs, scene))
    return blank(
        scene,
        "review",
        scene.say(title),
        ReviewBody(groups, _consents(step, scene), scene.say(note)),
        error=scene.say("review.failed") if step.failed else "",
        back=scene.action(Intent.BACK, "back", "arrow-left"),
        primary=scene.action(Intent.FORWARD, "review.submit", "check", enabled=step.agreed),
    )


def _consents(step: Reviewing, scene: Scene) -> tuple[Choice, ...]:
    """The general one, which names whoever gets the data, after those that stand for themselves."""
    application = step.application
    own = tuple(
        Choice(Action(Intent.CONSENT, scene.text(consent.text), value=consent.id), chosen=consent.id in step.ticked)
        for consent in application.consents_asked
    )
    departments = dict.fromkeys(scene.text(service.department) for service in application.services)
    words = scene.say("review.consent", department=scene.say("paper.comma").join(departments))
    return (*own, Choice(Action(Intent.CONSENT, words), chosen=step.consented))


def _asked(application: Application, service: Service) -> tuple[FormField, ...]:
    """The questions of a service, as they were asked."""
    asked = {field.id for field in application.course(service).asked}
    return tuple(field for field in (*application.questions, *application.signatures) if field.id in asked)


def _services(application: Application, scene: Scene) -> tuple[ReviewGroup, ...]:
    """A group for each service; what several of them want stands with the first. Last what falls away."""
    groups: list[ReviewGroup] = []
    shown: set[str] = set()
    own = application.standing.own.asked
    if own:
        rows = tuple(_answer(application, field, scene) for field in own)
        groups.append(ReviewGroup(scene.text(application.matter.name), None, rows))
        shown |= {field.id for field in own}
    for part in application.parts:
        service = part.service
        fields = [field for field in _asked(application, service) if field.id not in shown]
        wanted = {need.material.id for need in part.needs}
        needs = [need for need in application.needs if need.material.id in wanted - shown]
        rows = (
            *(_answer(application, field, scene) for field in fields),
            *(_material(application, need, scene) for need in needs),
        )
        shown |= {field.id for field in fields} | wanted
        same = (ReviewRow(scene.say("review.same"), scene.say("review.same_above")),)
        groups.append(ReviewGroup(scene.text(service.name), None, rows or same))
    if fallen := application.standing.fallen:
        rows = tuple(_fallen(item, scene) for item in fallen)
        groups.append(ReviewGroup(scene.say("review.fallen"), Badge(scene.say("review.not_sent")), rows))
    return tuple(groups)


def _fallen(fallen: Fallen, scene: Scene) -> ReviewRow:
    """What is not handed in; the answer that led there can be changed."""
    edit = _edit(fallen.because[-1].id, scene) if fallen.because else None
    return ReviewRow(scene.text(fallen.service.name), scene.say("review.elsewhere"), edit=edit)


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
    key = "review.from_card" if by_card else "review.typed"
    if has_expired(person, application.started):
        key = "review.from_expired"
    badge = Badge(scene.say(key), Tone.SPRING if key == "review.from_card" else Tone.ATTENTION)
    number = masked_id_number(person.id_number)
    rows = [
        ReviewRow(scene.say("review.name"), person.name or person.name_en),
        ReviewRow(scene.say("review.id_number"), number, person.id_number),
    ]
    if person.address:
        rows.append(ReviewRow(scene.say("review.household"), masked_address(person.address), person.address))
    return ReviewGroup(scene.say("review.person"), badge, tuple(rows))


def _answer(application: Application, field: FormField, scene: Scene) -> ReviewRow:
    shown, full = said(application, field, scene)
    return ReviewRow(scene.text(field.label), shown, full, _edit(field.id, scene))


def said(application: Application, field: FormField, scene: Scene) -> tuple[str, str]:
    """An answer as it is shown, masked, and in full where something is masked."""
    value = application.answer(field.id)
    shown, full = value, ""
    match field.kind:
        case FieldKind.CHOICE | FieldKind.CHOICES:
            labels = {option.value: scene.text(option.label) for option in field.options}
            shown = scene.say("paper.comma").join(labels[named] for named in chosen(field, value))
        case FieldKind.PHONE:
            shown, full = masked_phone(value), phone(value)
        case FieldKind.NUMBER if field.check is Check.BANK_ACCOUNT:
            shown, full = masked_account(value), checked(value, field.check)
        case FieldKind.NUMBER if field.check is not Check.COUNT:
            shown, full = masked_id_number(value), checked(value, field.check)
        case FieldKind.DATE | FieldKind.MONTH:
            shown = when(value, scene)
        case FieldKind.REGION:
            shown = name(value, scene)
        case FieldKind.ADDRESS:
            # everybody here lives in this city
            shown = value.removeprefix(application.place(field.id).city)
        case FieldKind.AMOUNT:
            shown = scene.say("amount.yuan", amount=thousands(value))
        case FieldKind.SIGNATURE:
            shown = scene.say("review.named" if value == NAMED else "review.drawn")
    return shown, full


def _materials(application: Application, needs: Iterable[Need], scene: Scene) -> tuple[ReviewGroup, ...]:
    rows = tuple(_material(application, need, scene) for need in needs)
    return (ReviewGroup(scene.say("review.materials"), None, rows),) if rows else ()


def _material(application: Application, need: Need, scene: Scene) -> ReviewRow:
    material = need.material
    name = scene.text(material.name)
    if need.demand is Demand.EXEMPT:
        return ReviewRow(name, scene.say("review.exempt"))
    paper = application.paper(material.id)
    until = next((day for item, day in application.deferred if item.id == material.id), None)
    if application.supplement is not None and not (paper and paper.pages):
        value = scene.say("review.left")
    elif until is not None:
        value = scene.say("review.deferred", day=scene.day(until))
    elif paper is not None and paper.declared:
        value = scene.say("review.declared")
    else:
        value = scene.say("review.pages", pages=len(paper.pages) if paper else 0)
    return ReviewRow(name, value, edit=_edit(material.id, scene))


def _edit(item: str, scene: Scene) -> Action:
    return scene.action(Intent.EDIT, "review.edit", "pencil", item)
