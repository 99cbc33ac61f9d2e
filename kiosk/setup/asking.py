"""Pages on which something is typed."""

from __future__ import annotations

from kiosk.intents import Intent
from kiosk.page import Action, NumberBody, Page, TextBody
from kiosk.pages.blank import blank
from kiosk.pages.person import keys
from kiosk.pages.scene import Scene
from kiosk.pages.writing import written
from kiosk.setup.answers import ADDRESS_LENGTH, AREA_LENGTH, CODE_LENGTH, NAME_LENGTH, district, grouped_code
from kiosk.setup.steps import PREFILLED, Addressing, Enrolling, Naming, Pinning, Placing
from kiosk.visit.staff.entering import PIN_LEAST, PIN_LENGTH

ENDINGS = (".gov.cn", ".cn", ".com", ":8443")
"""What addresses mostly end with, a key each."""


def naming(step: Naming, scene: Scene) -> Page:
    """What the station is called, as residents will read it on every page and slip."""
    body = written(
        scene,
        "name",
        scene.say("setup.name_label"),
        step.text,
        NAME_LENGTH,
        placeholder="setup.name_placeholder",
        why=scene.say("setup.name_why"),
    )
    return _asked(scene, "name", body, ready=bool(step.text.strip()))


def placing(step: Placing, scene: Scene) -> Page:
    """The administrative code of where it stands."""
    left = AREA_LENGTH - len(step.code)
    hint = (
        scene.say("number.left", left=left)
        if left
        else district(step.code, scene.language) or scene.say("setup.area_other")
    )
    body = NumberBody(step.code, scene.say("setup.area_placeholder"), hint, keys(scene), scene.say("setup.area_why"))
    return _asked(scene, "area", body, ready=not left)


def addressing(step: Addressing, scene: Scene) -> Page:
    """Where the city's server is."""
    body = TextBody(
        "address",
        step.text,
        PREFILLED,
        Intent.DRAFT,
        ADDRESS_LENGTH,
        scene.say("setup.city_why"),
        label=scene.say("setup.city_label"),
        clear=scene.action(Intent.DRAFT, "text.clear", "eraser", PREFILLED, enabled=step.text != PREFILLED),
        keys=tuple(Action(Intent.KEY, ending, value=ending) for ending in ENDINGS),
        web=True,
    )
    error = scene.say("setup.city_wrong") if step.wrong else ""
    return _asked(scene, "city", body, ready=len(step.text) > len(PREFILLED), error=error)


def code(step: Enrolling, scene: Scene) -> Page:
    """The city's code, on a pad."""
    left = CODE_LENGTH - len(step.code)
    hint = scene.say("number.left", left=left) if left else scene.say("number.complete")
    body = NumberBody(
        grouped_code(step.code),
        scene.say("setup.code_placeholder"),
        scene.say("setup.code_asking") if step.asking else "",
        keys(scene),
        scene.say("setup.code_why"),
        below="" if step.asking else hint,
    )
    return _asked(scene, "code", body, ready=not left, free=not step.asking, error=trouble(step.trouble, scene))


def trouble(name: str, scene: Scene) -> str:
    """What is wrong and what to do, empty when nothing is."""
    return scene.say(f"setup.trouble_{name}") if name else ""


def pinning(step: Pinning, scene: Scene) -> Page:
    """A PIN, then the same again. Digits are never shown."""
    name = "pin_again" if step.first else "pin"
    body = NumberBody(
        "•" * len(step.digits),
        scene.say("staff.pin_placeholder"),
        scene.say("setup.keeping") if step.keeping else "",
        keys(scene),
        scene.say("setup.pin_why"),
    )
    return _asked(
        scene,
        name,
        body,
        ready=len(step.digits) >= PIN_LEAST,
        free=not step.keeping,
        error=scene.say(f"setup.pin_{step.wrong}") if step.wrong else "",
    )


def _asked(
    scene: Scene, name: str, body: TextBody | NumberBody, *, ready: bool, free: bool = True, error: str = ""
) -> Page:
    return blank(
        scene,
        f"setup-{name.replace('_', '-')}",
        scene.say(f"setup.{name}_title"),
        body,
        lead=scene.say(f"setup.{name}_lead", least=PIN_LEAST, most=PIN_LENGTH),
        error=error,
        back=scene.action(Intent.BACK, "back", "arrow-left", enabled=free),
        primary=scene.action(Intent.FORWARD, "next", "arrow-right", enabled=ready and free),
    )
