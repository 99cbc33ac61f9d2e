"""The page of a region: a province, then a city below it, from lists that can be looked under by letter."""

from __future__ import annotations

from config.regions import regions
from kiosk.intents import Intent
from kiosk.page import Action, Choice, PlaceBody
from kiosk.pages.address import hint, initials, label
from kiosk.pages.scene import Scene
from kiosk.visit.steps import Filling


def level(step: Filling) -> str:
    """What is asked for now."""
    return "city" if regions().listed(step.draft) else "province"


def region(step: Filling, why: str, scene: Scene) -> PlaceBody:
    """The list in which the region lies, and the province above it."""
    province = regions().listed(step.draft)
    letters = initials(here := regions().within(province), step.initial)
    letter = next((choice.action.value for choice in letters if choice.chosen), "")
    chips = tuple(Action(Intent.DRAFT, label(above, scene), "pencil", "") for above in regions().path(province))
    return PlaceBody(
        chips=chips,
        initials=letters,
        places=tuple(
            Choice(
                Action(Intent.DRAFT, label(place, scene), value=place.code),
                hint(place, scene),
                chosen=place.code == step.draft,
            )
            for place in here
            if letter in ("", place.initial)
        ),
        unlisted=None,
        why=why if not chips else "",
    )


def name(code: str, scene: Scene) -> str:
    """Province and city in the resident's script."""
    if scene.language == scene.words.languages[0]:
        return regions().name(code)
    return ", ".join(place.latin for place in regions().path(code))
