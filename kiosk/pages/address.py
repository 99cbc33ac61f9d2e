"""The pages of an address: district, street and community picked, the rest written."""

from __future__ import annotations

from collections.abc import Sequence

from config.divisions import COMMUNITY, DISTRICT, STREET, UNLISTED, Division, divisions
from config.questions import FormField
from kiosk.intents import Intent
from kiosk.page import Action, Body, Choice, PlaceBody
from kiosk.pages.scene import Scene
from kiosk.pages.writing import written
from kiosk.visit.steps import Filling

FEW = 14
"""Divisions up to which a list needs no letters to look under."""

LEVELS = {0: "district", DISTRICT: "street", STREET: "community", COMMUNITY: "rest"}
"""What is asked for once a code of this length was picked."""

KEYS = tuple("1234567890")
"""What numbers of houses and codes mostly need; for a house beside the words between them, which are translated."""


def level(step: Filling) -> str:
    """What is asked for now."""
    return LEVELS[len(step.place.code)] if step.place.open else "rest"


def address(step: Filling, field: FormField, why: str, scene: Scene) -> Body:
    """A list to pick from, or the field for the rest."""
    if not step.place.open:
        return written(
            scene,
            field.id,
            scene.text(field.label),
            step.draft,
            field.max_length,
            why=why,
            chips=_chips(step, scene),
            keys=_keys(scene),
        )
    here = divisions().within(step.place.code)
    letters = initials(here, step.initial)
    initial = next((choice.action.value for choice in letters if choice.chosen), "")
    return PlaceBody(
        chips=_chips(step, scene),
        initials=letters,
        places=tuple(_choice(division, scene) for division in here if initial in ("", division.initial)),
        unlisted=_unlisted(step, scene),
        why=why if not step.place.path else "",
    )


def initials(here: Sequence[Division], wanted: str) -> tuple[Choice, ...]:
    """The letters of a long list, of which one may be looked under."""
    letters = sorted({division.initial for division in here}) if len(here) > FEW else []
    return tuple(Choice(Action(Intent.INITIAL, letter, value=letter), chosen=letter == wanted) for letter in letters)


def _chips(step: Filling, scene: Scene) -> tuple[Action, ...]:
    """What was picked, level by level; each leads back to its list."""
    codes = ("", *(division.code for division in step.place.path))
    picked = [
        Action(Intent.PLACE, label(division, scene), "pencil", code)
        for division, code in zip(step.place.path, codes, strict=False)
    ]
    if step.place.unlisted:
        picked.append(scene.action(Intent.PLACE, "address.unlisted_chip", "pencil", codes[-1]))
    return tuple(picked)


def _choice(division: Division, scene: Scene) -> Choice:
    return Choice(Action(Intent.PLACE, label(division, scene), value=division.code), hint(division, scene))


def hint(division: Division, scene: Scene) -> str:
    """The name in the other script, for those who compare it with a paper."""
    return "" if scene.language == scene.words.languages[0] else division.name


def label(division: Division, scene: Scene) -> str:
    """The name of a division, in pinyin for those who read no Chinese."""
    return division.name if scene.language == scene.words.languages[0] else division.latin


def _unlisted(step: Filling, scene: Scene) -> Choice | None:
    if not step.place.path:
        return None
    action = scene.action(Intent.PLACE, "address.unlisted", "keyboard", f"{step.place.code}{UNLISTED}")
    return Choice(action, scene.say("address.unlisted_hint"))


def _keys(scene: Scene) -> tuple[Action, ...]:
    words = scene.say("address.keys").split()
    return tuple(Action(Intent.KEY, key, value=key) for key in (*KEYS, *words))
