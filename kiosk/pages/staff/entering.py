"""The way in for staff: a staff card where one is needed, then the PIN on a pad."""

from __future__ import annotations

import math

from kiosk.intents import Intent
from kiosk.page import IdentifyBody, NoticeBody, NumberBody, Page, ReaderState
from kiosk.pages.blank import blank
from kiosk.pages.person import keys, reader_state
from kiosk.pages.scene import Scene
from kiosk.pages.staff.work import trouble
from kiosk.visit.staff.entering import PIN_LEAST, PIN_LENGTH, may_enter
from kiosk.visit.staff.steps import CardCheck, PinVerdict, Unlocking
from kiosk.visit.steps import CardPlace


def entering(step: Unlocking, scene: Scene, place: CardPlace) -> Page:
    """The page of the way in."""
    if step.verdict is PinVerdict.UNSET:
        return _missing("unset", "key-round", scene)
    if step.card is CardCheck.NONE_ADDED:
        return _missing("no_cards", "id-card", scene)
    if step.card in (CardCheck.AWAITED, CardCheck.UNKNOWN, CardCheck.UNAVAILABLE):
        return _card(step, scene, place)
    return _pin(step, scene)


def _card(step: Unlocking, scene: Scene, place: CardPlace) -> Page:
    """Lay the staff card on the reader."""
    state = reader_state(step.failed, reading=False, card=place)
    status = scene.say("staff.lay_waits")
    if place is CardPlace.FORGOTTEN:
        status = scene.say("reader.card_left")
    elif step.failed is not None:
        status = trouble("reader", step.failed, scene)
    elif step.card is CardCheck.UNKNOWN:
        state, status = ReaderState.FAILED, scene.say("staff.lay_unknown")
    away = state is ReaderState.UNAVAILABLE
    return blank(
        scene,
        "staff-lay",
        scene.say("staff.lay_title"),
        IdentifyBody(state, status, ()),
        lead=scene.say("staff.lay_broken" if away else "staff.lay_lead"),
        back=scene.action(Intent.BACK, "staff.back", "log-out"),
        primary=scene.action(Intent.TRY, "staff.again", "rotate-ccw") if away else None,
    )


def _pin(step: Unlocking, scene: Scene) -> Page:
    """Digits are never shown, only how many there are."""
    body = NumberBody(
        text="•" * len(step.digits),
        placeholder=scene.say("staff.pin_placeholder"),
        hint=scene.say("staff.pin_checking") if step.checking else "",
        keys=keys(scene),
        why="",
    )
    return blank(
        scene,
        "staff-pin",
        scene.say("staff.pin_title"),
        body,
        lead=scene.say(
            "staff.pin_after_card" if step.card is CardCheck.KNOWN else "staff.pin_lead",
            least=PIN_LEAST,
            most=PIN_LENGTH,
        ),
        error=_refusal(step, scene),
        back=scene.action(Intent.BACK, "staff.back", "log-out"),
        primary=scene.action(Intent.FORWARD, "staff.enter", "arrow-right", enabled=may_enter(step)),
    )


def _refusal(step: Unlocking, scene: Scene) -> str:
    wrong = scene.say("staff.pin_wrong") if step.verdict is PinVerdict.WRONG else ""
    if step.wait <= 0:
        return wrong
    minutes = step.wait > 90
    count = math.ceil(step.wait / 60 if minutes else step.wait)
    wait = scene.say("staff.minutes" if minutes else "staff.seconds", count=count)
    return wrong + scene.say("staff.pin_locked", wait=wait)


def _missing(what: str, icon: str, scene: Scene) -> Page:
    """Something has to be set up at the machine first: what, and how."""
    body = NoticeBody(icon, (scene.say(f"staff.{what}_how"), scene.say(f"staff.{what}_then")), ())
    back = scene.action(Intent.BACK, "staff.back", "log-out")
    return blank(scene, f"staff-{what.replace('_', '-')}", scene.say(f"staff.{what}_title"), body, back=back)
