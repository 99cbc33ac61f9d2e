"""What still goes when a device is out of service: said before anyone begins, and always with a way.

Nothing here is kept: pages are made of what the devices are now, so a notice goes when its device is back.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from config.papers import Demand, Material
from config.service import Service
from kiosk.intents import Intent
from kiosk.page import Action, Note, Tone
from kiosk.pages.scene import Scene

READER, SCANNER, PRINTER = "id_card_reader", "document_scanner", "receipt_printer"

_ICONS = {READER: "id-card", SCANNER: "camera", PRINTER: "printer"}


class Reach(IntEnum):
    """How far a service gets without the scanner: to its end, with papers that follow or are declared, as far as the
    answers allow, or not at all."""

    WHOLE = 0
    LATER = 1
    PERHAPS = 2
    CLOSED = 3


def reach(service: Service) -> Reach:
    """What the service surely needs decides; what only some answers call for may still stop some."""
    alternatives: dict[str, list[Reach]] = {}
    found = [Reach.WHOLE]
    for material in service.materials:
        level = _level(material)
        if material.one_of is not None:
            alternatives.setdefault(material.one_of, []).append(level)
        else:
            found.append(level if material.when is None else min(level, Reach.PERHAPS))
    for levels in alternatives.values():
        found.append(max(levels) if len(set(levels)) == 1 else min(max(levels), Reach.PERHAPS))
    return max(found)


def _level(material: Material) -> Reach:
    if material.without_city is Demand.REQUIRED:
        return Reach.CLOSED if material.demand is Demand.REQUIRED else Reach.PERHAPS
    return Reach.LATER


def reach_of(services: Iterable[Service], scene: Scene) -> Reach:
    """How far several services get together, with the devices as they are now."""
    if SCANNER not in scene.out:
        return Reach.WHOLE
    return max((reach(service) for service in services), default=Reach.WHOLE)


def notices(scene: Scene) -> tuple[Note, ...]:
    """What is out of service, and what that means, in one note a device."""
    return tuple(
        Note(scene.say(f"reduced.{device}"), _ICONS[device], scene.say(f"reduced.{device}_hint"), Tone.ATTENTION)
        for device in scene.out
    )


def notices_of(services: Iterable[Service], scene: Scene) -> tuple[Note, ...]:
    """The same for these services: of the scanner what it means for them, with the office where they are closed."""
    asked = tuple(services)
    found: list[Note] = []
    for note, device in zip(notices(scene), scene.out, strict=True):
        if device != SCANNER:
            found.append(note)
        elif (how := reach_of(asked, scene)) is not Reach.WHOLE:
            found.append(_scanner(how, asked, scene))
    return tuple(found)


def _scanner(how: Reach, services: tuple[Service, ...], scene: Scene) -> Note:
    hint = [scene.say(f"reduced.{how.name.lower()}_hint")]
    if how is not Reach.LATER:
        office = next(service.office for service in services if reach(service) is how)
        hint += scene.office(office)
    words = "\n".join(line for line in hint if line)
    return Note(scene.say(f"reduced.{how.name.lower()}"), _ICONS[SCANNER], words, Tone.ATTENTION)


def marked(hint: str, services: Iterable[Service], scene: Scene) -> str:
    """The second line of a card that leads to these services."""
    how = reach_of(services, scene)
    return hint if how is Reach.WHOLE else scene.say(f"reduced.mark_{how.name.lower()}", hint=hint)


def begin(services: Iterable[Service], usual: Action, scene: Scene) -> Action:
    """The way on of a page that leads into services: as usual, or to somebody who helps where they are closed."""
    if reach_of(services, scene) is not Reach.CLOSED:
        return usual
    return scene.action(Intent.ASSISTANCE, "advise.ask", "hand-helping")
