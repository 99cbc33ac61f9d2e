"""Pages before anything personal is asked: rest, home, guide."""

from __future__ import annotations

from config.catalogue import Demand, Material, Service
from kiosk.intents import Intent
from kiosk.page import (
    Action,
    AttractBody,
    Badge,
    Choice,
    Fact,
    GuideBody,
    HomeBody,
    MaterialCard,
    Note,
    Page,
    Tone,
)
from kiosk.pages.blank import blank
from kiosk.pages.scene import Scene
from kiosk.visit.steps import CardPlace, Guiding

_TONES = {Demand.REQUIRED: Tone.SPRING, Demand.DEFERRABLE: Tone.ATTENTION, Demand.EXEMPT: Tone.GOOD}


def attract(scene: Scene, card: CardPlace, room: bool) -> Page:
    """The resting screen. Its figures are true of this very terminal. A card that was left is spoken of
    first; without room for another application it says so before anyone begins."""
    case = "card" if card is CardPlace.FORGOTTEN else "line" if room else "full"
    lines = (f"attract.{case}_1", f"attract.{case}_2")
    body = AttractBody(
        headline=(scene.say("attract.headline_1"), scene.say("attract.headline_2")),
        lines=tuple(scene.say(line) for line in lines),
        start=scene.action(Intent.START, "attract.start" if room else "attract.closed", enabled=room),
        facts=(
            Fact(scene.say("attract.services", count=len(scene.catalogue)), scene.say("attract.services_label")),
            Fact(scene.say("attract.hours"), scene.say("attract.hours_label")),
            Fact(scene.say("attract.fee"), scene.say("attract.fee_label")),
        ),
    )
    return blank(scene, "attract", "", body)


def home(scene: Scene) -> Page:
    """What can be done here, in residents' words."""
    services = tuple(
        Choice(
            Action(Intent.CHOOSE_SERVICE, scene.text(service.everyday), service.icon, service.code),
            hint=scene.text(service.name),
        )
        for service in scene.catalogue
    )
    others = (
        Choice(scene.action(Intent.CASES, "home.cases", "folder-clock"), scene.say("home.cases_hint")),
        Choice(scene.action(Intent.HELP, "home.help", "hand-helping"), scene.say("home.help_hint")),
    )
    body = HomeBody(scene.say("home.services"), services, others)
    back = scene.action(Intent.BACK, "home.leave", "arrow-left")
    return blank(scene, "home", scene.say("home.title"), body, lead=scene.say("home.lead"), back=back)


def guide(step: Guiding, scene: Scene) -> Page:
    """Cost, time and papers before the card is asked for."""
    service = step.service
    body = GuideBody(
        facts=(
            Fact(scene.say("guide.minutes", minutes=service.minutes), scene.say("guide.minutes_label")),
            Fact(scene.limit(service.limit), scene.say("guide.limit_label")),
            Fact(scene.text(service.fee), scene.text(service.fee_note)),
            Fact(scene.text(service.delivery), scene.text(service.delivery_note)),
        ),
        materials_heading=scene.say("guide.materials"),
        materials=_materials(service, scene),
        results_heading=scene.say("guide.results"),
        results=(
            Note(scene.say("guide.slip"), "receipt-text"),
            Note(scene.text(service.result), "badge-check"),
            Note(scene.say("guide.unsure"), "message-circle-question"),
        ),
    )
    return blank(
        scene,
        "guide",
        scene.text(service.name),
        body,
        lead=scene.text(service.summary),
        back=scene.action(Intent.BACK, "guide.back", "house"),
        primary=scene.action(Intent.FORWARD, "guide.start", "arrow-right"),
    )


def _materials(service: Service, scene: Scene) -> tuple[MaterialCard, ...]:
    card = MaterialCard(
        scene.say("guide.card"),
        scene.say("guide.card_hint"),
        "id-card",
        Badge(scene.say("demand.required"), Tone.SPRING),
    )
    alternatives = tuple(material for material in service.materials if material.when is not None)
    always = tuple(material for material in service.materials if material.when is None)
    cards = [card]
    if alternatives:
        joined = scene.say("guide.or").join(scene.text(material.name) for material in alternatives)
        cards.append(_card(alternatives[0], scene.say("guide.one_of", names=joined), scene))
    cards += [_card(material, scene.text(material.name), scene) for material in always]
    return tuple(cards)


def _card(material: Material, name: str, scene: Scene) -> MaterialCard:
    hint = scene.text(material.hint)
    if material.defer_days is not None:
        hint = scene.say("guide.defer_hint", days=material.defer_days)
    badge = Badge(scene.say(f"demand.{material.demand.value}"), _TONES[material.demand])
    return MaterialCard(name, hint, material.icon, badge)
