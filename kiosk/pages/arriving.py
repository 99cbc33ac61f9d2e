"""The resting screen."""

from __future__ import annotations

from kiosk.intents import Intent
from kiosk.page import AttractBody, Fact, Note, Page
from kiosk.pages.blank import blank
from kiosk.pages.scene import Scene
from kiosk.visit.steps import CardPlace

TURN = 8
"""Seconds for which each part of the resting screen's loop stays."""

LOOP = ("line", "papers", "view", "open")
"""The parts, two lines each: `attract.<name>_1` and `_2`; after them comes what the city says. While devices are out
of service, what that means stands in their place."""


def attract(scene: Scene, card: CardPlace, room: bool) -> Page:
    """What is shown to nobody. A card that was left is spoken of first; without room for another application it
    says so before anyone begins, and promises nothing that is not so now."""
    lines, notice = _turn(scene)
    if card is CardPlace.FORGOTTEN or not room:
        lines, notice = _lines(scene, "card" if card is CardPlace.FORGOTTEN else "full"), None
    body = AttractBody(
        clock="" if scene.now is None else f"{scene.now:%H:%M}",
        headline=_lines(scene, "headline" if room else "headline_full"),
        lines=lines,
        notice=notice,
        state=_state(scene),
        start=scene.action(Intent.START, "attract.start" if room else "attract.closed", enabled=room),
        facts=_facts(scene) if room else (),
    )
    return blank(scene, "attract", "", body)


def _lines(scene: Scene, name: str) -> tuple[str, ...]:
    return (scene.say(f"attract.{name}_1"), scene.say(f"attract.{name}_2"))


def _turn(scene: Scene) -> tuple[tuple[str, ...], Note | None]:
    """The part of the loop that is shown now; where nothing moves, what the city says if it says anything."""
    notices = scene.outlook.notices
    parts = tuple(f"out_{device}" for device in scene.out) or LOOP
    number = len(parts) if scene.still and notices and not scene.out else 0
    if scene.now is not None and not scene.still:
        number = int(scene.now.timestamp() // TURN) % (len(parts) + len(notices))
    if number < len(parts):
        return _lines(scene, parts[number]), None
    said = notices[number - len(parts)].in_language(scene.language)
    return (), Note(scene.say("attract.notice"), "megaphone", said)


def _state(scene: Scene) -> Note:
    outlook = scene.outlook
    case = "sending" if outlook.waiting else "well"
    if not outlook.line:
        case = "kept" if outlook.waiting else "down"
    return Note(scene.say(f"attract.{case}", count=outlook.waiting), "wifi" if outlook.line else "wifi-off")


def _facts(scene: Scene) -> tuple[Fact, ...]:
    """The city's figures of this month where there are any, and what is true of this very terminal."""
    figures, facts = scene.outlook.figures, []
    if figures is not None and figures.good_share:
        facts.append(Fact(figures.good_share, scene.say("attract.good_label")))
    if figures is not None and figures.settled:
        facts.append(Fact(f"{figures.settled:,}".replace(",", " "), scene.say("attract.settled_label")))
    count = len(scene.catalogue)
    facts.append(Fact(scene.say("attract.services", count=count), scene.say("attract.services_label")))
    facts.append(Fact(scene.say("attract.hours"), scene.say("attract.hours_label")))
    if len(facts) < 4:
        facts.append(Fact(scene.say("attract.fee"), scene.say("attract.fee_label")))
    return tuple(facts)
