"""What a matter needs, costs and gives, before anything personal is asked, and a sample of each paper."""

from __future__ import annotations

from config.catalogue import Service
from config.papers import Demand, Material
from kiosk.intents import Intent
from kiosk.page import Action, Badge, Choice, Fact, GuideBody, MaterialCard, Note, Page, SampleBody, Tone
from kiosk.pages.blank import blank
from kiosk.pages.scene import Scene
from kiosk.visit.browsing import HOME
from kiosk.visit.steps import CARD, Guiding, Sampling

_TONES = {
    Demand.REQUIRED: Tone.SPRING,
    Demand.DEFERRABLE: Tone.ATTENTION,
    Demand.DECLARED: Tone.GOOD,
    Demand.EXEMPT: Tone.GOOD,
}


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
        results=_results(service, scene),
    )
    return blank(
        scene,
        "guide",
        scene.text(service.name),
        body,
        lead=scene.text(service.summary),
        back=_way_back(step, scene),
        primary=scene.action(Intent.FORWARD, "guide.start", "arrow-right"),
    )


def sample(step: Sampling, scene: Scene) -> Page:
    """One paper, large, with what is looked at."""
    service = step.guiding.service
    back = scene.action(Intent.BACK, "back", "arrow-left")
    primary = scene.action(Intent.FORWARD, "sample.seen", "check")
    if step.paper == CARD:
        checks = [scene.say(f"sample.card_{number}") for number in (1, 2, 3)]
        body = _sample_body(scene, "id-card", Demand.REQUIRED, checks, ())
        title, lead = scene.say("guide.card"), scene.say("guide.card_hint")
        return blank(scene, "sample", title, body, lead=lead, back=back, primary=primary)
    material = next(m for m in service.materials if m.id == step.paper)
    checks = [scene.text(check) for check in material.checks]
    checks = checks or [scene.say(f"sample.check_{number}") for number in (1, 2, 3)]
    checks.append(scene.text(material.source))
    body = _sample_body(scene, material.sample, material.demand, checks, _others(material, service, scene))
    title, lead = scene.text(material.name), hint_of(material, scene)
    return blank(scene, "sample", title, body, lead=lead, back=back, primary=primary)


def _sample_body(
    scene: Scene, drawing: str, demand: Demand, checks: list[str], others: tuple[Choice, ...]
) -> SampleBody:
    return SampleBody(
        drawing=drawing,
        badge=_badge(demand, scene),
        checks_heading=scene.say("sample.checks"),
        checks=tuple(Note(check, "circle-check") for check in checks),
        others_heading=scene.say("sample.others") if others else "",
        others=others,
    )


def _others(material: Material, service: Service, scene: Scene) -> tuple[Choice, ...]:
    """The papers of which one will do, when this is one of them."""
    alternatives = _alternatives(material, service)
    return tuple(
        Choice(Action(Intent.SAMPLE, scene.text(other.name), other.icon, other.id), chosen=other == material)
        for other in alternatives
        if len(alternatives) > 1
    )


def _way_back(step: Guiding, scene: Scene) -> Action:
    if step.found_in == HOME:
        return scene.action(Intent.BACK, "guide.back", "house")
    return scene.action(Intent.BACK, "back", "arrow-left")


def _results(service: Service, scene: Scene) -> tuple[Note, ...]:
    notes = [
        Note(scene.say("guide.slip"), "receipt-text"),
        Note(scene.text(service.result), "badge-check"),
        Note(scene.say("guide.unsure"), "message-circle-question"),
    ]
    notes.append(Note(scene.text(service.otherwise), "map-pin"))
    return (*notes, *excluded(service, scene))


def excluded(service: Service, scene: Scene) -> tuple[Note, ...]:
    """The services that do not go together with this one, and why."""
    others = ((scene.catalogue.find(related.service), related) for related in service.excludes)
    return tuple(
        Note(scene.say("guide.excludes", name=scene.text(other.name)), "info", scene.text(related.why))
        for other, related in others
        if other is not None
    )


def _alternatives(material: Material, service: Service) -> tuple[Material, ...]:
    """The papers that stand for each other, this one among them."""
    if material.one_of is None:
        return (material,)
    return tuple(other for other in service.materials if other.one_of == material.one_of)


def papers_of(service: Service, scene: Scene) -> list[tuple[str, Material]]:
    """Each paper with its name; those of which one will do stand as one, shown by the first."""
    papers: list[tuple[str, Material]] = []
    for material in service.materials:
        alternatives = _alternatives(material, service)
        if material == alternatives[0]:
            papers.append((_name(alternatives, scene), material))
    return papers


def _name(alternatives: tuple[Material, ...], scene: Scene) -> str:
    names = [scene.text(material.name) for material in alternatives]
    if len(names) == 1:
        return names[0]
    joined = scene.say("guide.or").join(names[:2])
    if len(names) > 2:
        joined = scene.say("list.and_more", names=joined)
    return scene.say("guide.one_of", names=joined)


def _materials(service: Service, scene: Scene) -> tuple[MaterialCard, ...]:
    card = Action(Intent.SAMPLE, scene.say("guide.card"), value=CARD)
    first = MaterialCard(scene.say("guide.card_hint"), "id-card", _badge(Demand.REQUIRED, scene), card)
    return (first, *(_card(material, name, scene) for name, material in papers_of(service, scene)))


def _card(material: Material, name: str, scene: Scene) -> MaterialCard:
    action = Action(Intent.SAMPLE, name, value=material.id)
    return MaterialCard(hint_of(material, scene), material.sample, _badge(material.demand, scene), action)


def hint_of(material: Material, scene: Scene) -> str:
    """What to know of a paper before one has it: by when it may follow, else what matters on it, and whether all
    need it."""
    hint = scene.text(material.hint)
    if material.demand is Demand.EXEMPT:
        hint = scene.say("guide.looked_up")
    if material.demand is Demand.DEFERRABLE and material.defer_days is not None:
        hint = scene.say("guide.defer_hint", days=material.defer_days)
    if material.when is None or material.one_of is not None:
        return hint
    return scene.say("guide.perhaps", hint=hint)


def _badge(demand: Demand, scene: Scene) -> Badge:
    return Badge(scene.say(f"demand.{demand.value}"), _TONES[demand])
