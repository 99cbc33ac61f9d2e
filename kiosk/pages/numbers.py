"""The pages of a number: on a pad, in groups, with what is still missing."""

from __future__ import annotations

from config.questions import Check, FieldKind, FormField
from kiosk.page import NumberBody
from kiosk.pages.amounts import capitals, thousands
from kiosk.pages.groups import checked, phone
from kiosk.pages.person import keys
from kiosk.pages.scene import Scene
from kiosk.visit.checks import ACCOUNT_LENGTHS, CERTIFICATE_LENGTH, ID_NUMBER_LENGTH, MOBILE_LENGTH
from kiosk.visit.steps import Filling

MISSING = {Check.ID_NUMBER: ID_NUMBER_LENGTH, Check.DISABILITY_CERTIFICATE: CERTIFICATE_LENGTH}
"""Characters of the numbers whose length is known."""


def number(step: Filling, field: FormField, why: str, scene: Scene) -> NumberBody:
    """A mobile number, or one of those that are checked."""
    if field.kind is FieldKind.PHONE:
        hint = missing(MOBILE_LENGTH - len(step.draft), scene)
        return NumberBody(phone(step.draft), scene.say("number.phone"), hint, keys(scene), why)
    bounds = {"least": thousands(f"{field.least or 0}"), "most": thousands(f"{field.most or 0}")}
    return NumberBody(
        text=checked(step.draft, field.check),
        placeholder=scene.say(f"number.{field.check}", **bounds),
        hint=_hint(step.draft, field.check, scene),
        keys=keys(scene, _corner(step.draft, field.check)),
        why=why,
    )


def amount(step: Filling, field: FormField, why: str, scene: Scene) -> NumberBody:
    """Money, and the same in words or its bounds."""
    bounds = scene.say("amount.bounds", least=thousands(f"{field.least}"), most=thousands(f"{field.most}"))
    # the characters that cannot be altered are a Chinese custom: other languages read the bounds all the time
    below = capitals(step.draft) if step.draft and scene.language == scene.words.languages[0] else bounds
    text = scene.say("amount.yuan", amount=thousands(step.draft)) if step.draft else ""
    return NumberBody(text, scene.say("amount.yuan", amount=0), "", keys(scene, "."), why, below)


def _hint(draft: str, check: Check | None, scene: Scene) -> str:
    """What is missing; of a card, whose length differs, how much is there."""
    if check is Check.COUNT or check is None:
        return ""
    if check is not Check.BANK_ACCOUNT:
        return missing(MISSING[check] - len(draft), scene)
    least, most = ACCOUNT_LENGTHS
    if least <= len(draft) < most:
        return scene.say("number.typed", typed=len(draft))
    return missing(least - len(draft), scene)


def missing(left: int, scene: Scene) -> str:
    """How many characters are still to come."""
    return scene.say("number.left", left=left) if left > 0 else scene.say("number.complete")


def _corner(draft: str, check: Check | None) -> str:
    """The letter that may stand in a number; without one the key clears all."""
    if check is Check.DISABILITY_CERTIFICATE:
        return "X" if len(draft) < ID_NUMBER_LENGTH else "B"
    return "X" if check is Check.ID_NUMBER else ""
