"""Pages on which the resident says who they are."""

from __future__ import annotations

from drivers.id_card_reader.card import CardDocument, IdCard
from drivers.model import ADVICE, ErrorCode, Mender
from kiosk.intents import Intent
from kiosk.page import Action, Choice, IdentifyBody, Note, NumberBody, Page, ReaderState, Tone, WaysBody
from kiosk.pages.blank import blank
from kiosk.pages.groups import identity
from kiosk.pages.scene import Scene
from kiosk.pages.writing import written
from kiosk.visit.checks import ID_NUMBER_LENGTH, NAME_LENGTH
from kiosk.visit.reading_card import UNREAD
from kiosk.visit.steps import CardPlace, Identifying, TypingName, TypingNumber


def identify(step: Identifying, scene: Scene, card: CardPlace) -> Page:
    """Put the card on the reader; two ways on without one. A card that someone left has to go first."""
    if step.late is not None:
        return _expired(step.late.applicant, scene)
    state = reader_state(step.failed, step.reading, card)
    unread = step.failed in UNREAD and card is not CardPlace.FORGOTTEN
    instead = unread or state is ReaderState.UNAVAILABLE
    type_instead = Choice(
        scene.action(Intent.TYPE_INSTEAD, "identify.type_unread" if instead else "identify.type", "keyboard"),
        scene.say("identify.type_hint"),
    )
    ways: tuple[Choice, ...] = (type_instead, *retries(state, unread, scene))
    help_ = Choice(scene.action(Intent.HELP, "identify.helper", "users"), scene.say("identify.helper_hint"))
    status = scene.say("identify.reading" if step.reading else "identify.ready")
    if card is CardPlace.FORGOTTEN:
        status = scene.say("reader.card_left")
    elif step.failed is not None:
        status = scene.trouble("reader", step.failed)
    case = "_unread" if unread else "_unavailable" if state is ReaderState.UNAVAILABLE else ""
    if card is CardPlace.FORGOTTEN:
        case = "_left"
    return blank(
        scene,
        "identify",
        scene.say(f"identify.title{case}"),
        IdentifyBody(state, status, (*ways, help_)),
        lead=scene.say(f"identify.lead{case}"),
        back=scene.action(Intent.BACK, "back", "arrow-left"),
    )


def _expired(card: IdCard, scene: Scene) -> Page:
    """What it means that the card has expired, where to renew it, and that this goes on all the same."""
    kind = "resident" if card.document is CardDocument.RESIDENT else "other"
    until = "" if card.valid_to is None else scene.day(card.valid_to)
    notes = (
        Note(scene.say("expired.renew"), "map-pin", scene.say(f"expired.renew_{kind}"), Tone.ATTENTION),
        Note(scene.say("expired.meanwhile"), "circle-check", scene.say("expired.meanwhile_hint"), Tone.SPRING),
    )
    help_ = Choice(scene.action(Intent.HELP, "identify.helper", "users"), scene.say("identify.helper_hint"))
    return blank(
        scene,
        "expired",
        scene.say("expired.title", day=until),
        WaysBody(notes, (help_,)),
        lead=scene.say("expired.lead"),
        back=scene.action(Intent.BACK, "back", "arrow-left"),
        primary=scene.action(Intent.FORWARD, "expired.go_on", "arrow-right"),
    )


def reader_state(failed: ErrorCode | None, reading: bool, card: CardPlace) -> ReaderState:
    """What the terminal sees on the reader; a card that someone left counts as a failure."""
    if card is CardPlace.FORGOTTEN:
        return ReaderState.FAILED
    if failed is None:
        return ReaderState.READING if reading else ReaderState.WAITING
    return ReaderState.FAILED if ADVICE[failed].mender is Mender.RESIDENT else ReaderState.UNAVAILABLE


def retries(state: ReaderState, unread: bool, scene: Scene) -> tuple[Choice, ...]:
    """The way to the reader once more: after staff saw to it, or with the card wiped and turned."""
    if state is not ReaderState.UNAVAILABLE and not unread:
        return ()
    case = "_unread" if unread else ""
    action = scene.action(Intent.RETRY_CARD, f"identify.retry{case}", "rotate-ccw")
    return (Choice(action, scene.say(f"identify.retry{case}_hint")),)


def type_number(step: TypingNumber, scene: Scene) -> Page:
    """The identity number on a pad."""
    left = ID_NUMBER_LENGTH - len(step.number)
    body = NumberBody(
        text=identity(step.number),
        placeholder=scene.say("type_number.placeholder"),
        hint=scene.say("number.left", left=left) if left else scene.say("number.complete"),
        keys=keys(scene, last="X"),
        why=scene.say("type_number.why"),
    )
    return blank(
        scene,
        "type-number",
        scene.say("type_number.title"),
        body,
        lead=scene.say("type_number.lead"),
        error=scene.say("type_number.wrong") if step.wrong else "",
        back=scene.action(Intent.BACK, "back", "arrow-left"),
        primary=scene.action(Intent.FORWARD, "next", "arrow-right", enabled=not left),
    )


def keys(scene: Scene, last: str = "") -> tuple[Action, ...]:
    """The number pad, row by row of three. With `last` a letter takes the place of the key that clears all."""
    digits = [Action(Intent.KEY, digit, value=digit) for digit in "123456789"]
    corner = Action(Intent.KEY, last, value=last) if last else scene.action(Intent.KEY, "number.clear", value="clear")
    zero = Action(Intent.KEY, "0", value="0")
    return (*digits, corner, zero, scene.action(Intent.KEY, "number.erase", "delete", value="erase"))


def type_name(step: TypingName, scene: Scene) -> Page:
    """The name as on the card."""
    body = written(scene, "name", scene.say("review.name"), step.name, NAME_LENGTH, placeholder="type_name.placeholder")
    return blank(
        scene,
        "type-name",
        scene.say("type_name.title"),
        body,
        lead=scene.say("type_name.lead"),
        error=scene.say("type_name.wrong") if step.wrong else "",
        back=scene.action(Intent.BACK, "back", "arrow-left"),
        primary=scene.action(Intent.FORWARD, "next", "arrow-right", enabled=bool(step.name.strip())),
    )
