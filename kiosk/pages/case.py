"""The page of one case: where it stands in words, what happened, what is still to bring, and the ways on."""

from __future__ import annotations

from datetime import date, datetime

from config.service import Service
from kiosk.intents import Intent
from kiosk.page import Action, CaseBody, Choice, Fact, Moment, Note, Page, Tone
from kiosk.pages.blank import blank
from kiosk.pages.scene import Scene
from kiosk.receipt import grouped
from kiosk.visit.case_steps import ReadingCase
from kiosk.visit.cases import OVER, REQUESTS, Case, CaseMoment, CaseState

LOOKS = {
    CaseState.RECEIVED: ("receipt-text", Tone.SPRING),
    CaseState.ACCEPTED: ("badge-check", Tone.SPRING),
    CaseState.SUPPLEMENT: ("clock-alert", Tone.ATTENTION),
    CaseState.DONE: ("circle-check", Tone.GOOD),
    CaseState.REFUSED: ("message-circle-question", Tone.ATTENTION),
    CaseState.WITHDRAWN: ("eraser", Tone.PLAIN),
    CaseState.ASKED: ("hand-helping", Tone.SPRING),
    CaseState.ANSWERED: ("circle-check", Tone.GOOD),
    CaseState.KEPT: ("shield-check", Tone.SPRING),
    CaseState.ASIDE: ("message-circle-question", Tone.ATTENTION),
    CaseState.UNHEARD: ("wifi-off", Tone.ATTENTION),
    CaseState.UNFOUND: ("search", Tone.ATTENTION),
}
"""Icon and tone of each state."""

HERE = frozenset({CaseState.KEPT, CaseState.ASIDE})
"""States of what this terminal took in and the city does not have."""


def case_page(step: ReadingCase, now: datetime | None, scene: Scene) -> Page:
    """One case, on the day of this visit."""
    case = step.case
    service = scene.catalogue.find(case.service_code)
    today = now.date() if now is not None else date.min
    adds = Action(Intent.SUPPLEMENT, scene.say("case.supplement"), "camera", case.service_code)
    asked = bool(case.open) or case.state is CaseState.SUPPLEMENT
    finish = scene.action(Intent.FORWARD, "cases.finish", "check")
    shows = scene.action(Intent.RESULT, "proof.show", "qr-code") if case.result is not None else None
    primary = adds if asked else shows or finish
    body = CaseBody(
        state=_state(case, step.enquiry.reached, scene),
        number_label=scene.say("case.number"),
        number=grouped(case.number),
        facts=_facts(case, service, today, scene),
        timeline_heading=scene.say("case.happened") if case.received is not None else "",
        timeline=_timeline(case, service, today, scene),
        ways=_ways(case, None if asked else adds, None if primary is finish else finish, scene),
    )
    return blank(
        scene,
        "case",
        scene.text(service.name) if service is not None else scene.say("case.title"),
        body,
        lead="" if step.enquiry.reached else scene.say("case.unreached"),
        back=scene.action(Intent.BACK, "back", "arrow-left"),
        primary=primary,
    )


def _state(case: Case, reached: bool, scene: Scene) -> Note:
    """Where it stands; what comes next in the city's own words where it said some."""
    icon, tone = LOOKS[case.state]
    said = _said(case.moments[-1], scene) if case.moments else ""
    key = "open" if case.open else case.state.value
    if not reached and case.state in (CaseState.RECEIVED, CaseState.ACCEPTED):
        key = "here"
    return Note(scene.say(f"case.state_{case.state.value}"), icon, said or scene.say(f"case.next_{key}"), tone)


def _said(moment: CaseMoment, scene: Scene) -> str:
    """The city speaks two languages; who reads another gets the first of them."""
    return moment.en if scene.language == "en" and moment.en else moment.zh


def _facts(case: Case, service: Service | None, today: date, scene: Scene) -> tuple[Fact, ...]:
    """Times promised and used, in days that everybody can count."""
    if case.received is None or case.state in REQUESTS:
        return ()
    over = case.moments[-1].day if case.moments and case.state in OVER else None
    used = max(0, ((over or today) - case.received.date()).days)
    facts = [Fact(scene.say("case.days", days=used), scene.say("case.used_over" if over else "case.used"))]
    if case.state is not CaseState.ASIDE and (case.promised is not None or service is not None):
        facts.insert(0, Fact(_promise(case, service, scene), scene.say("case.promised")))
    return tuple(facts)


def _promise(case: Case, service: Service | None, scene: Scene) -> str:
    """By when: the day that the city told, else the limit of the service."""
    if case.promised is not None:
        return scene.say("promised.about" if case.promised_about else "promised.by", day=scene.day(case.promised))
    return scene.limit(service.limit) if service is not None else ""


def _timeline(case: Case, service: Service | None, today: date, scene: Scene) -> tuple[Moment, ...]:
    if case.received is None:
        return ()
    did = "kept" if case.state in HERE else "asked" if case.state in REQUESTS else "received"
    begun = Moment(_hour(case.received, scene), scene.say(f"case.did_{did}"))
    happened = [(moment.day, _happened(moment, scene)) for moment in case.moments]
    happened += [
        (
            added.day,
            Moment(scene.day(added.day), scene.say("case.did_added", names=_names(added.materials, service, scene))),
        )
        for added in case.added
    ]
    moments = [begun, *(moment for _, moment in sorted(happened, key=lambda item: item[0]))]
    passed = [Moment(moment.when, moment.what, Tone.SPRING) for moment in moments]
    return (*passed, *_to_come(case, service, today, scene))


def _to_come(case: Case, service: Service | None, today: date, scene: Scene) -> tuple[Moment, ...]:
    brings = tuple(
        Moment(
            scene.say("done.until" if paper.until >= today else "case.late", day=scene.day(paper.until)),
            scene.say("case.bring", name=_names((paper.material,), service, scene)),
            Tone.ATTENTION,
        )
        for paper in case.open
    )
    if case.state is CaseState.REFUSED:
        return (*brings, *_way_on(case, scene))
    if service is None or case.state in OVER or case.state in REQUESTS or case.state is CaseState.ASIDE:
        return brings
    within = scene.say("done.within", limit=scene.limit(service.limit))
    when = within if case.promised is None else _promise(case, service, scene)
    return (*brings, Moment(when, scene.text(service.result)))


def _way_on(case: Case, scene: Scene) -> tuple[Moment, ...]:
    """After a refusal: who says more, where and when."""
    heads = (scene.say("refusal.ask"), scene.say("refusal.when"))
    lines = scene.office(case.office)
    return tuple(Moment(head, line, Tone.ATTENTION) for head, line in zip(heads, lines, strict=False))


def _happened(moment: CaseMoment, scene: Scene) -> Moment:
    said = _said(moment, scene)
    words = scene.say(f"case.state_{moment.state.value}")
    return Moment(scene.day(moment.day), scene.say("case.said", state=words, words=said) if said else words)


def _hour(moment: datetime, scene: Scene) -> str:
    return scene.say("case.moment", day=scene.day(moment.date()), time=f"{moment:%H:%M}")


def _names(materials: tuple[str, ...], service: Service | None, scene: Scene) -> str:
    """Names of materials; those that the catalogue no longer has are "a paper"."""
    known = {} if service is None else {material.id: scene.text(material.name) for material in service.materials}
    return scene.say("paper.comma").join(known.get(material, scene.say("case.paper")) for material in materials)


def _ways(case: Case, adds: Action | None, finish: Action | None, scene: Scene) -> tuple[Choice, ...]:
    found: list[Choice] = []
    if case.state in (CaseState.UNHEARD, CaseState.UNFOUND):
        again = scene.action(Intent.TYPE_INSTEAD, "case.again", "keyboard")
        found.append(Choice(again, scene.say("case.again_hint")))
    if adds is not None and case.may_be_added_to:
        found.append(Choice(adds, scene.say("case.supplement_hint")))
    if (instead := scene.catalogue.find(case.successor)) is not None:
        action = Action(Intent.CHOOSE_SERVICE, scene.text(instead.name), instead.icon, instead.code)
        found.append(Choice(action, scene.say("refusal.instead")))
    found.append(Choice(scene.action(Intent.HELP, "cases.help", "hand-helping"), scene.say("cases.help_hint")))
    if finish is not None:
        found.append(Choice(finish, scene.say("cases.finish_hint")))
    return tuple(found)
