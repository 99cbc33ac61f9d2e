"""Pages beside the way: who can help, a request for assistance, a fault report, own words for a rating."""

from __future__ import annotations

from kiosk.intents import Intent
from kiosk.page import Action, Choice, KeptBody, Moment, Note, NumberBody, Page, Tone, WaysBody
from kiosk.pages.blank import blank
from kiosk.pages.person import keys
from kiosk.pages.picture import camera, offer
from kiosk.pages.scene import Scene, upper_first
from kiosk.pages.writing import written
from kiosk.receipt import grouped
from kiosk.visit.asides import (
    TOPICS,
    WORDS_LENGTH,
    Aside,
    Helping,
    LetterKind,
    LetterSafe,
    PhoneAsked,
    PictureOffered,
    Picturing,
    TopicAsked,
    WordsAsked,
)
from kiosk.visit.checks import contact_is_right
from kiosk.visit.steps import Rating

_ICONS = {
    "unclear": "message-circle-question",
    "papers": "file-text",
    "home_visit": "house",
    "machine": "monitor",
    "page": "glasses",
    "wait": "hourglass",
    "device": "wrench",
    "place": "map-pin",
    "other": "ellipsis",
}


def beside(aside: Aside, under: str, scene: Scene) -> Page:
    """The page beside the way; `under` is the name of the page to which it leads back."""
    match aside:
        case Helping():
            return _help(under, scene)
        case TopicAsked():
            return _topics(aside, scene)
        case PhoneAsked():
            return _phone(aside, scene)
        case WordsAsked():
            return _words(aside, scene)
        case PictureOffered():
            return offer(aside, scene)
        case Picturing():
            return camera(aside, scene)
        case LetterSafe():
            return _safe(aside, scene)


def report_way(scene: Scene, page: str) -> Choice:
    """The way to a fault report of a page."""
    action = scene.action(Intent.REPORT, "report.way", "message-square-warning", value=page)
    return Choice(action, scene.say("report.way_hint"))


def rating_words(step: Rating, scene: Scene) -> Page:
    """Own words for a rating."""
    body = written(
        scene,
        "rate",
        scene.say("letter.words"),
        step.words,
        WORDS_LENGTH,
        placeholder="rate.write_placeholder",
        why=scene.say("rate.write_why"),
    )
    return blank(
        scene,
        "rate-words",
        scene.say("rate.write_title"),
        body,
        lead=scene.say("rate.write_lead"),
        back=scene.action(Intent.BACK, "back", "arrow-left"),
        primary=scene.action(Intent.FORWARD, "rate.write_done", "check"),
    )


def _promise(scene: Scene) -> str:
    days = scene.helper.answer_days
    return scene.say("help.promise_one" if days == 1 else "help.promise_more", days=days)


def _help(under: str, scene: Scene) -> Page:
    helper = scene.helper
    hours = helper.hours if scene.language == "zh" else helper.hours_en or helper.hours
    who = scene.say("help.staff_named" if helper.name else "help.staff", name=helper.name, station=scene.station)
    when = scene.say("help.staff_hours", hours=hours) if hours else scene.say("help.staff_hint")
    notes = [Note(who, "users", when)]
    if helper.phone:
        notes.append(Note(scene.say("help.phone", phone=helper.phone), "phone", scene.say("help.phone_hint")))
    notes.append(Note(scene.say("help.city"), "phone", scene.say("help.city_hint")))
    call_me = Choice(
        scene.action(Intent.ASSISTANCE, "help.call_me", "phone-call"),
        scene.say("help.call_me_hint", promise=_promise(scene)),
    )
    return blank(
        scene,
        "help",
        scene.say("help.title"),
        WaysBody(tuple(notes), (call_me, report_way(scene, under))),
        lead=scene.say("help.lead"),
        back=scene.action(Intent.BACK, "help.close", "arrow-left"),
    )


def _topics(aside: TopicAsked, scene: Scene) -> Page:
    kind = aside.letter.kind
    ways = tuple(
        Choice(
            scene.action(Intent.TOPIC, f"{kind.value}.topic_{topic}", _ICONS[topic], value=topic),
            scene.say(f"{kind.value}.topic_{topic}_hint"),
        )
        for topic in TOPICS[kind]
    )
    return blank(
        scene,
        f"{kind.value}-topic",
        scene.say(f"{kind.value}.topic_title"),
        WaysBody((), ways),
        lead=scene.say(f"{kind.value}.topic_lead"),
        back=scene.action(Intent.BACK, "back", "arrow-left"),
    )


def _phone(aside: PhoneAsked, scene: Scene) -> Page:
    digits = aside.letter.phone
    area = 4 if digits.startswith("0") else 3
    body = NumberBody(
        text=" ".join(part for part in (digits[:area], digits[area : area + 4], digits[area + 4 :]) if part),
        placeholder=scene.say("assistance.phone_placeholder"),
        hint=scene.say("number.complete") if contact_is_right(digits) else "",
        keys=keys(scene),
        why="" if aside.wrong else scene.say("assistance.phone_why"),
    )
    return blank(
        scene,
        "assistance-phone",
        scene.say("assistance.phone_title"),
        body,
        lead=scene.say("assistance.phone_lead", promise=_promise(scene)),
        error=scene.say("assistance.phone_wrong") if aside.wrong else "",
        back=scene.action(Intent.BACK, "back", "arrow-left"),
        primary=scene.action(Intent.FORWARD, "next", "arrow-right", enabled=bool(digits)),
    )


def _words(aside: WordsAsked, scene: Scene) -> Page:
    kind = aside.letter.kind.value
    body = written(
        scene,
        kind,
        scene.say("letter.words"),
        aside.letter.words,
        WORDS_LENGTH,
        placeholder=f"{kind}.words_placeholder",
        why="" if aside.failed else scene.say(f"{kind}.words_why"),
        still=aside.sending,
    )
    return blank(
        scene,
        f"{kind}-words",
        scene.say(f"{kind}.words_title"),
        body,
        lead=scene.say(f"{kind}.words_lead"),
        error=scene.say("letter.failed") if aside.failed else "",
        back=scene.action(Intent.BACK, "back", "arrow-left", enabled=not aside.sending),
        primary=scene.action(Intent.FORWARD, f"{kind}.send", "check", enabled=not aside.sending),
    )


def _safe(aside: LetterSafe, scene: Scene) -> Page:
    kind = aside.kind.value
    body = KeptBody(
        headline=scene.say(f"{kind}.kept"),
        number_label=scene.say(f"{kind}.number"),
        number=grouped(aside.number),
        number_note=scene.say("letter.note"),
        timeline_heading=scene.say("done.next"),
        timeline=_timeline(aside, scene),
    )
    primary: Action = scene.action(Intent.FORWARD, "help.close", "check")
    return blank(scene, f"{kind}-kept", "", body, primary=primary)


def _timeline(aside: LetterSafe, scene: Scene) -> tuple[Moment, ...]:
    ask = Moment(scene.say("letter.ask"), scene.say(f"{aside.kind.value}.ask_how"), Tone.ATTENTION)
    if aside.kind is LetterKind.REPORT:
        return (
            Moment(scene.say("done.today"), scene.say("report.today"), Tone.SPRING),
            Moment(scene.say("report.then"), scene.say("report.mended")),
            ask,
        )
    call = "assistance.visit" if aside.topic == "home_visit" else "assistance.call"
    return (
        Moment(scene.say("done.today"), scene.say("assistance.today", station=scene.station), Tone.SPRING),
        Moment(upper_first(_promise(scene)), scene.say(call, phone=aside.masked_phone)),
        ask,
    )
