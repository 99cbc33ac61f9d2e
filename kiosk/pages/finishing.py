"""Pages after the application has been handed in."""

from __future__ import annotations

from kiosk.intents import Intent
from kiosk.page import (
    Action,
    Choice,
    DoneBody,
    Fact,
    Moment,
    Note,
    NoticeBody,
    Page,
    Proof,
    RateBody,
    SealingBody,
    Stage,
    Tone,
)
from kiosk.pages.blank import blank
from kiosk.pages.letters import rating_words, report_way
from kiosk.pages.scene import Scene
from kiosk.receipt import grouped, promise_words
from kiosk.visit.receipts import Receipt, ReceiptLine
from kiosk.visit.results import Result
from kiosk.visit.steps import CardPlace, Done, Leaving, Numbering, Rating, Sealing, SlipState

FACES = ((5, "laugh"), (4, "smile"), (3, "meh"), (2, "frown"), (1, "angry"))
"""Five levels from very good to very bad (GB/T 39735: 非常满意 … 非常不满意)."""

STAGES = (("seal", "lock"), ("keep", "shield-check"), ("number", "receipt-text"))
"""What happens between submitting and the number; sealing and keeping are one durable write."""

GOOD_TAGS = ("clear", "quick", "large_type", "few_papers")
BAD_TAGS = ("slow", "papers", "unclear", "machine", "again", "attitude")


def sealing(step: Sealing | Numbering, scene: Scene) -> Page:
    """A moment: being encrypted, then safe."""
    key = "sealing" if isinstance(step, Sealing) else "numbering"
    at = 0 if isinstance(step, Sealing) else len(STAGES) - 1
    body = SealingBody(
        tuple(
            Stage(scene.say(f"sealing.stage_{name}"), icon, "done" if place < at else "now" if place == at else "next")
            for place, (name, icon) in enumerate(STAGES)
        )
    )
    return blank(scene, "sealing", scene.say(f"{key}.title"), body, lead=scene.say(f"{key}.lead"))


def done(step: Done, scene: Scene, card: CardPlace) -> Page:
    """The number first; then what happens, what is still to bring, and by when."""
    receipt = step.receipt
    kind = "offline" if receipt.lines[0].offline else "online"
    number, label, note = receipt.number, f"done.number_{kind}", scene.say("done.offline_note")
    if receipt.supplement_of:
        number, label = receipt.supplement_of, "done.number_case"
        note = scene.say("done.offline_note_adding", number=grouped(receipt.number))
    headline = "headline_adding" if receipt.supplement_of else "headline_offline" if receipt.offline else "headline"
    if receipt.refused:
        headline, note = "headline_refused", scene.say("done.refused_note")
    body = DoneBody(
        headline=scene.say(f"done.{headline}"),
        number_label=scene.say(label),
        number=grouped(number),
        number_note=note if receipt.offline else "",
        timeline_heading=scene.say("done.next"),
        timeline=_timeline(receipt, scene),
        slip=_slip(step, scene),
        qr=receipt.code if step.slip in (SlipState.FAILED, SlipState.UNKNOWN) else "",
        numbers=_numbers(receipt, scene),
        proofs=tuple(_proof(line.result, scene) for line in receipt.lines if line.result is not None),
        icon="info" if receipt.refused else "circle-check",
    )
    title = (
        scene.say("done.no_slip_adding" if receipt.supplement_of else "done.no_slip")
        if step.slip is SlipState.FAILED
        else ""
    )
    key = "done.noted" if step.slip in (SlipState.FAILED, SlipState.UNKNOWN) else "done.taken"
    enabled = step.slip is not SlipState.PRINTING
    primary = scene.action(Intent.FORWARD, key, "check", enabled=enabled)
    return blank(scene, "done", title, body, error=_reminder(scene, card), primary=primary)


def _reminder(scene: Scene, card: CardPlace) -> str:
    return scene.say("goodbye.card") if card is CardPlace.LYING else ""


def _numbers(receipt: Receipt, scene: Scene) -> tuple[Fact, ...]:
    """Of several services each with its own."""
    if len(receipt.lines) == 1:
        return ()
    return tuple(Fact(grouped(line.number), scene.text(line.service.name)) for line in receipt.lines)


def _proof(result: Result, scene: Scene) -> Proof:
    """A document that anybody can verify."""
    title = result.en if scene.language == "en" else result.zh
    hint = scene.say("given.code", code=result.short_code)
    if result.valid_until is not None:
        hint += "\n" + scene.say("given.until", day=scene.day(result.valid_until))
    return Proof(title, hint, result.url)


def _timeline(receipt: Receipt, scene: Scene) -> tuple[Moment, ...]:
    departments = dict.fromkeys(scene.text(line.service.department) for line in receipt.lines)
    department = scene.say("paper.comma").join(departments)
    today = "done.kept" if receipt.offline else "done.sent"
    words = scene.say(today, department=department)
    if receipt.refused:
        words = scene.say("done.refused_way")
    elif receipt.supplement_of:
        names = scene.say("paper.comma").join(scene.text(material.name) for material, _ in receipt.received)
        words = scene.say(f"{today}_adding", names=names, department=department)
    moments = [Moment(scene.say("done.today"), words, Tone.ATTENTION if receipt.refused else Tone.SPRING)]
    moments += [
        Moment(
            scene.say("done.until", day=scene.day(until)),
            scene.say("done.bring", name=scene.text(material.name)),
            Tone.ATTENTION,
        )
        for material, until in receipt.deferred
    ]
    if receipt.supplement_of:
        return (*moments, Moment(scene.say("done.any_day"), scene.say("done.ask")))
    moments += [_to_come(line, receipt, scene) for line in receipt.lines if line.result is None and not line.refused]
    moments += [
        Moment(scene.say("done.next_wish"), scene.text(related.why))
        for line in receipt.lines
        for related in line.successors
    ]
    return tuple(moments)


def _to_come(line: ReceiptLine, receipt: Receipt, scene: Scene) -> Moment:
    """Until when a service is decided, what comes of it, and how."""
    words = scene.text(line.service.result)
    if len(receipt.lines) > 1:
        words = scene.say("done.of", name=scene.text(line.service.name), result=words)
    if line.delivery is not None:
        words = scene.say("done.delivered", result=words, delivery=scene.text(line.delivery))
    return Moment(promise_words(line, scene.words, scene.language), words)


def _slip(step: Done, scene: Scene) -> Note:
    state = step.slip
    icon = {SlipState.PRINTED: "receipt-text", SlipState.PRINTING: "printer"}.get(state, "qr-code")
    tone = Tone.ATTENTION if state is SlipState.FAILED else Tone.PLAIN
    hint = scene.say(f"slip.{state.value}_hint")
    if step.slip_error is not None:
        hint = scene.trouble("printer", step.slip_error)
    return Note(scene.say(f"slip.{state.value}"), icon, hint, tone)


def rate(step: Rating, scene: Scene) -> Page:
    """How was it? Nobody knows who says so."""
    if step.writing:
        return rating_words(step, scene)
    faces = tuple(
        Choice(Action(Intent.LEVEL, scene.say(f"rate.level_{level}"), icon, str(level)), chosen=step.level == level)
        for level, icon in FACES
    )
    names = () if step.level is None else (GOOD_TAGS if step.level >= 3 else BAD_TAGS)
    tags = tuple(
        Choice(Action(Intent.TAG, scene.say(f"rate.tag_{name}"), value=name), chosen=name in step.tags)
        for name in names
    )
    heading = scene.say("rate.tags") if tags else ""
    body = RateBody(
        faces,
        heading,
        tags,
        write=scene.action(Intent.WRITE, "rate.write", "pencil"),
        written=step.words,
        report=report_way(scene, "rate"),
        note=scene.say("rate.note"),
        figures=_figures(scene),
    )
    return blank(
        scene,
        "rate",
        scene.say("rate.title"),
        body,
        lead=scene.say("rate.lead"),
        back=scene.action(Intent.SKIP, "rate.skip", "x"),
        primary=scene.action(Intent.FORWARD, "rate.send", "check", enabled=step.level is not None),
    )


def _figures(scene: Scene) -> str:
    """What others said this month, as the city published it; nothing while there are too few."""
    figures = scene.outlook.figures
    if figures is None or not figures.good_share:
        return ""
    return scene.say("rate.figures", settled=figures.settled, share=figures.good_share)


def goodbye(step: Leaving, scene: Scene, card: CardPlace) -> Page:
    """Thank you; nothing of you is left here, but perhaps your card."""
    lines = (scene.say("goodbye.erased"), scene.say("goodbye.belongings"))
    body = NoticeBody("hand", lines, (report_way(scene, "goodbye"),))
    title = scene.say("goodbye.title_rated" if step.rated else "goodbye.title")
    primary = scene.action(Intent.FORWARD, "goodbye.finish", "check")
    return blank(scene, "goodbye", title, body, error=_reminder(scene, card), primary=primary)
