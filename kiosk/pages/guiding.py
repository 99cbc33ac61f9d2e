"""What a matter needs, costs and gives, before anything personal is asked, and a sample of each paper."""

from __future__ import annotations

from dataclasses import dataclass

from config.papers import Demand, Material
from config.service import Service
from kiosk.intents import Intent
from kiosk.page import Action, Badge, Choice, Fact, GuideBody, MaterialCard, Note, Page, SampleBody, Tone
from kiosk.pages.blank import blank
from kiosk.pages.reduced import begin, notices_of
from kiosk.pages.scene import Scene
from kiosk.visit.browsing import HOME
from kiosk.visit.steps import CARD, Guiding, Sampling

_TONES = {
    Demand.REQUIRED: Tone.SPRING,
    Demand.DEFERRABLE: Tone.ATTENTION,
    Demand.DECLARED: Tone.GOOD,
    Demand.EXEMPT: Tone.GOOD,
}


@dataclass(frozen=True)
class Entry:
    """A paper of the guide, or several that stand as one, shown by the first.

    `sure`: one of them is needed whatever is answered later; else the answers decide whether any is.
    """

    name: str
    papers: tuple[Material, ...]
    sure: bool = True


def guide(step: Guiding, scene: Scene) -> Page:
    """Cost, time and papers before the card is asked for."""
    service = step.service
    body = GuideBody(
        notices=notices_of((service,), scene),
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
        primary=begin((service,), scene.action(Intent.FORWARD, "guide.start", "arrow-right"), scene),
    )


def sample(step: Sampling, scene: Scene) -> Page:
    """One paper, large, with what is looked at."""
    service = step.guiding.service
    back = scene.action(Intent.BACK, "back", "arrow-left")
    primary = scene.action(Intent.FORWARD, "sample.seen", "check")
    if step.paper == CARD:
        checks = [scene.say(f"sample.card_{number}") for number in (1, 2, 3)]
        body = _sample_body(scene, "id-card", _card_badge(scene), checks, ())
        title, lead = scene.say("guide.card"), scene.say("guide.card_hint")
        return blank(scene, "sample", title, body, lead=lead, back=back, primary=primary)
    material = next(m for m in service.materials if m.id == step.paper)
    entry = next(entry for entry in entries_of(service, scene) if material in entry.papers)
    checks = [scene.text(check) for check in material.checks]
    checks = checks or [scene.say(f"sample.check_{number}") for number in (1, 2, 3)]
    checks.append(scene.text(material.source))
    badge = _badge(material.demand, scene)
    body = _sample_body(scene, material.sample, badge, checks, _others(material, entry, scene), entry.sure)
    title, lead = scene.text(material.name), hint_of(material, scene)
    return blank(scene, "sample", title, body, lead=lead, back=back, primary=primary)


def _sample_body(
    scene: Scene, drawing: str, badge: Badge, checks: list[str], others: tuple[Choice, ...], sure: bool = True
) -> SampleBody:
    return SampleBody(
        drawing=drawing,
        badge=badge,
        checks_heading=scene.say("sample.checks"),
        checks=tuple(Note(check, "circle-check") for check in checks),
        others_heading=scene.say("sample.others" if sure else "sample.perhaps") if others else "",
        others=others,
    )


def _others(material: Material, entry: Entry, scene: Scene) -> tuple[Choice, ...]:
    """The papers that stand together with this one."""
    return tuple(
        Choice(Action(Intent.SAMPLE, scene.text(other.name), other.icon, other.id), chosen=other == material)
        for other in entry.papers
        if len(entry.papers) > 1
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


def entries_of(service: Service, scene: Scene) -> list[Entry]:
    """The papers as residents prepare them: of which one will do, those for everybody, those that answers decide."""
    alternatives: dict[str, list[Material]] = {}
    for material in service.materials:
        if material.one_of is not None:
            alternatives.setdefault(material.one_of, []).append(material)
    single = [material for material in service.materials if material.one_of is None]
    always = [Entry(scene.text(material.name), (material,)) for material in single if material.when is None]
    perhaps = tuple(material for material in single if material.when is not None)
    found = [_one_of(tuple(papers), scene) for papers in alternatives.values()]
    return [*found, *always, *([_perhaps(perhaps, scene)] if perhaps else [])]


def _one_of(papers: tuple[Material, ...], scene: Scene) -> Entry:
    names = _joined(papers, scene)
    return Entry(scene.say("guide.one_of", names=names) if len(set(_names(papers, scene))) > 1 else names, papers)


def _perhaps(papers: tuple[Material, ...], scene: Scene) -> Entry:
    return Entry(scene.say("guide.perhaps", names=_joined(papers, scene)), papers, sure=False)


def _names(papers: tuple[Material, ...], scene: Scene) -> list[str]:
    return list(dict.fromkeys(scene.text(material.name) for material in papers))


def _joined(papers: tuple[Material, ...], scene: Scene) -> str:
    """The first two names, and that there are more."""
    names = _names(papers, scene)
    joined = scene.say("guide.or").join(names[:2])
    return scene.say("list.and_more", names=joined) if len(names) > 2 else joined


def _materials(service: Service, scene: Scene) -> tuple[MaterialCard, ...]:
    card = Action(Intent.SAMPLE, scene.say("guide.card"), value=CARD)
    first = MaterialCard(scene.say("guide.card_hint"), "id-card", _card_badge(scene), card)
    return (first, *(_card(entry, scene) for entry in entries_of(service, scene)))


def _card(entry: Entry, scene: Scene) -> MaterialCard:
    material = entry.papers[0]
    action = Action(Intent.SAMPLE, entry.name, value=material.id)
    if entry.sure:
        return MaterialCard(hint_of(material, scene), material.sample, _badge(material.demand, scene), action)
    depends = Badge(scene.say("guide.depends"), Tone.PLAIN)
    return MaterialCard(scene.say("guide.perhaps_hint"), material.sample, depends, action)


def hint_of(material: Material, scene: Scene) -> str:
    """What to know of a paper before one has it: the city may have it, by when it may follow, else what matters."""
    if material.demand is Demand.EXEMPT:
        return scene.say("guide.looked_up")
    if material.demand is Demand.DEFERRABLE:
        return scene.say("guide.defer_hint", days=material.defer_days)
    return scene.text(material.hint)


def _card_badge(scene: Scene) -> Badge:
    """Of the identity card: without it, number and name can be typed."""
    return Badge(scene.say("demand.card"), _TONES[Demand.REQUIRED])


def _badge(demand: Demand, scene: Scene) -> Badge:
    return Badge(scene.say(f"demand.{demand.value}"), _TONES[demand])
