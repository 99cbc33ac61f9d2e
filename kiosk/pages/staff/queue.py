"""What waits for the city, the way to a stick, slips printed again, today's figures. Nothing tells who anybody is."""

from __future__ import annotations

from kiosk.intents import Intent
from kiosk.page import Action, Choice, Fact, Note, NumberBody, Page, WorkBody
from kiosk.pages.person import keys
from kiosk.pages.scene import Scene
from kiosk.pages.staff.overview import time_of
from kiosk.pages.staff.trials import printed
from kiosk.pages.staff.work import bad, busy, good, work
from kiosk.receipt import grouped
from kiosk.visit.staff.lights import Lights, QueueLights
from kiosk.visit.staff.places import (
    TAIL_LEAST,
    Carrying,
    Exporting,
    Issued,
    Printing,
    Reprinting,
    Taken,
    Today,
    Waiting,
)


def waiting(at: Waiting, lights: Lights | None, scene: Scene) -> Page:
    """How many wait, since when and why; send them now, or carry them."""
    queue = None if lights is None else lights.queue
    ways = (
        Choice(scene.action(Intent.SEND_NOW, "staff.send_now", "send"), scene.say("staff.send_now_hint")),
        Choice(scene.action(Intent.STAFF_PAGE, "staff.to_stick", "usb", "stick"), scene.say("staff.stick_hint")),
    )
    if queue is None:
        heading = busy(scene.say("staff.looking")) if lights is None else bad(scene.say("staff.queue_broken"))
        return work(scene, "waiting", WorkBody(heading))
    body = WorkBody(_standing(at, queue, scene), _facts(queue, scene), scene.say("staff.actions"), ways)
    return work(scene, "waiting", body)


def _standing(at: Waiting, queue: QueueLights, scene: Scene) -> Note:
    """Whether anything waits, and why."""
    if not queue.waiting and not queue.set_aside:
        return good(scene.say("staff.nothing_waits"))
    why = scene.say(f"staff.remedy_{queue.line}") if queue.line else ""
    title = scene.say("staff.waits", count=queue.waiting)
    if at.sent:
        return busy(scene.say("staff.sent"), why)
    return bad(title, why) if queue.line else busy(title, scene.say("staff.goes_out"))


def _facts(queue: QueueLights, scene: Scene) -> tuple[Fact, ...]:
    none = scene.say("staff.none")
    return (
        Fact(str(queue.waiting), scene.say("staff.fact_waiting")),
        Fact(time_of(queue.oldest) if queue.oldest else none, scene.say("staff.fact_oldest")),
        Fact(str(queue.letters), scene.say("staff.fact_letters")),
        Fact(str(queue.set_aside), scene.say("staff.fact_aside")),
        Fact(time_of(queue.last_sent) if queue.last_sent else none, scene.say("staff.fact_sent")),
    )


def exporting(at: Exporting, lights: Lights | None, scene: Scene) -> Page:
    """The queue onto a stick, sealed as it is, and what the city acknowledged from one."""
    count = 0 if lights is None or lights.queue is None else lights.queue.waiting + lights.queue.set_aside
    heading, primary = _carrying(at, count, scene)
    facts: tuple[Fact, ...] = ()
    ways: tuple[Choice, ...] = ()
    if at.stage is Carrying.READ:
        facts = _taken_facts(at.taken, scene)
    elif at.stick is not None and at.stage is Carrying.LOOKING:
        facts = (
            Fact(scene.say("staff.gigabytes", count=round(at.stick.free_bytes / 1e9, 1)), scene.say("staff.fact_free")),
            Fact(str(count), scene.say("staff.fact_waiting")),
        )
        lie = at.stick.acknowledged
        read = scene.action(Intent.PICK, "staff.stick_read", "badge-check", "read", enabled=lie > 0)
        ways = (Choice(read, scene.say("staff.stick_found" if lie else "staff.stick_found_none", count=lie)),)
    body = WorkBody(heading, facts, "", ways)
    return work(scene, "stick", body, lead=scene.say("staff.stick_lead"), primary=primary)


def _taken(taken: Taken, scene: Scene) -> Note:
    """What became of the acknowledgements, in a sentence, and what to do about those that prove nothing."""
    if taken.refused:
        title = scene.say("staff.taken_refused", count=len(taken.refused))
        return bad(title, scene.say("staff.taken_refused_hint"))
    if taken.now:
        return good(scene.say("staff.taken_now", count=taken.now), scene.say("staff.taken_now_hint"))
    if taken.before:
        return good(scene.say("staff.taken_before"), scene.say("staff.taken_now_hint"))
    key = "staff.taken_others" if taken.others else "staff.taken_none"
    return bad(scene.say(key), scene.say(f"{key}_hint"))


def _taken_facts(taken: Taken, scene: Scene) -> tuple[Fact, ...]:
    """How many became what, where it was more than one thing."""
    counts = {"now": taken.now, "before": taken.before, "refused": len(taken.refused), "others": taken.others}
    facts = tuple(Fact(str(count), scene.say(f"staff.taken_fact_{name}")) for name, count in counts.items() if count)
    return facts if len(facts) > 1 else ()


def _carrying(at: Exporting, count: int, scene: Scene) -> tuple[Note, Action | None]:
    again = scene.action(Intent.TRY, "staff.again", "rotate-ccw")
    match at.stage:
        case Carrying.WRITING:
            return busy(
                scene.say("staff.stick_writing", done=at.done, total=at.total), scene.say("staff.stick_stay")
            ), None
        case Carrying.READING:
            title = scene.say("staff.stick_reading", done=at.done, total=at.total)
            return busy(title, scene.say("staff.stick_stay")), None
        case Carrying.READ:
            return _taken(at.taken, scene), None
        case Carrying.WRITTEN:
            return good(scene.say("staff.stick_written", count=at.total), scene.say("staff.stick_carry")), None
        case Carrying.FAILED:
            return bad(scene.say(f"staff.stick_{at.trouble.value}" if at.trouble else "staff.stick_gone")), again
    if at.stick is None:
        return Note(scene.say("staff.stick_none"), "usb", scene.say("staff.stick_put")), None
    write = scene.action(Intent.PICK, "staff.stick_write", "arrow-down-to-line", "write", enabled=count > 0)
    title = scene.say("staff.stick_there" if count else "staff.nothing_waits")
    return good(title), write


def reprinting(at: Reprinting, scene: Scene) -> Page:
    """Which slip is to be printed again?"""
    if at.typing:
        return _typing(at, scene)
    if at.chosen is not None:
        done = scene.action(Intent.FORWARD, "staff.reprint_more", "arrow-left", enabled=_free(at))
        return work(scene, "reprint", printed(at, scene), lead=grouped(at.chosen.number), primary=done)
    number = Choice(scene.action(Intent.PICK, "staff.reprint_number", "search", "number"))
    found = at.found or ()
    if at.found is None:
        heading = busy(scene.say("staff.looking"))
    elif found:
        heading = Note(scene.say("staff.reprint_found" if at.tail else "staff.reprint_today"), "receipt-text")
    else:
        heading = Note(scene.say("staff.reprint_none_found" if at.tail else "staff.reprint_none"), "search")
    slips = tuple(_slip(slip, scene) for slip in found)
    body = WorkBody(heading, (), "", (number, *slips))
    return work(scene, "reprint", body, lead=scene.say("staff.reprint_lead"))


def _free(at: Reprinting) -> bool:
    return at.printing is not Printing.PRINTING


def _slip(slip: Issued, scene: Scene) -> Choice:
    """Number, service and time."""
    service = scene.catalogue.find(slip.service_code)
    name = scene.text(service.name) if service is not None else slip.service_code
    action = Action(Intent.PICK, grouped(slip.number), "receipt-text", slip.id)
    return Choice(action, f"{name}  {time_of(slip.sealed)}")


def _typing(at: Reprinting, scene: Scene) -> Page:
    body = NumberBody(
        text=grouped(at.tail),
        placeholder=scene.say("staff.tail_placeholder"),
        hint="",
        keys=keys(scene),
        why="",
    )
    find = scene.action(Intent.FORWARD, "staff.tail_find", "search", enabled=len(at.tail) >= TAIL_LEAST)
    return work(scene, "tail", body, lead=scene.say("staff.tail_lead", least=TAIL_LEAST), primary=find)


def counting(today: Today | None, scene: Scene) -> Page:
    """Today's figures, of nobody in particular."""
    if today is None:
        return work(scene, "today", WorkBody(busy(scene.say("staff.looking"))))
    facts = [
        Fact(str(today.begun), scene.say("staff.today_begun")),
        Fact(str(today.finished), scene.say("staff.today_finished")),
        Fact(str(today.slips), scene.say("staff.today_slips")),
        Fact(str(today.waiting), scene.say("staff.fact_waiting")),
    ]
    for code, count in today.submitted:
        service = scene.catalogue.find(code)
        facts.append(Fact(str(count), scene.text(service.name) if service is not None else code))
    last = scene.say("staff.today_last", when=time_of(today.last)) if today.last else scene.say("staff.today_none")
    return work(scene, "today", WorkBody(Note(last, "chart-column"), tuple(facts)))
