"""The field for words of one's own, alike wherever something is written."""

from __future__ import annotations

from kiosk.intents import Intent
from kiosk.page import Action, TextBody
from kiosk.pages.scene import Scene


def written(
    scene: Scene,
    field: str,
    label: str,
    text: str,
    longest: int,
    *,
    placeholder: str = "text.placeholder",
    why: str = "",
    chips: tuple[Action, ...] = (),
    keys: tuple[Action, ...] = (),
    still: bool = False,
) -> TextBody:
    """Words on the keyboard, with what is left of the room and the way to clear them. `label` is in words,
    `placeholder` a key of them; `still`: they are being kept, and not to be cleared any more."""
    return TextBody(
        field,
        text,
        scene.say(placeholder),
        Intent.DRAFT,
        longest,
        why,
        label=label,
        left=scene.say("text.left", left=longest - len(text)),
        clear=scene.action(Intent.DRAFT, "text.clear", "eraser", enabled=bool(text) and not still),
        chips=chips,
        keys=keys,
    )
