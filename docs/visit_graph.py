"""Draws the steps of a visit from the code: walks `advance` with examples of every step and event.

python docs/visit_graph.py            prints the graph (Mermaid)
python docs/visit_graph.py --write    puts it into docs/architecture.md
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from generated import Parts

from config import catalogue
from config.grouping import Part
from config.papers import Declaration, Demand
from drivers.id_card_reader.card import CardDocument, IdCard, Sex
from drivers.model import ErrorCode
from kiosk.visit import case_events as ce
from kiosk.visit import events as ev
from kiosk.visit import letter_events as le
from kiosk.visit.advance import advance
from kiosk.visit.application import ScannedPage
from kiosk.visit.browsing import Searching
from kiosk.visit.cases import Case, CaseState, OpenPaper
from kiosk.visit.results import Result
from kiosk.visit.staff import events as se
from kiosk.visit.staff.steps import PinVerdict, Unlocking
from kiosk.visit.steps import Asking, Choosing, Visit, Welcome

NOW = datetime(2026, 11, 24, 10, 30)
OLD = IdCard(
    CardDocument.RESIDENT, "范例", "", Sex.MALE, "汉", "", date(1950, 1, 1), "", "", "370102195001010011", "",
    date(2016, 1, 1), None,
)  # fmt: skip
YOUNG = IdCard(
    CardDocument.RESIDENT, "范例", "", Sex.MALE, "汉", "", date(2015, 1, 1), "", "", "370102201501010016", "",
    date(2016, 1, 1), None,
)  # fmt: skip
EXPIRED = replace(OLD, valid_to=date(2021, 1, 1))
CATALOGUE = catalogue.load()
PLAIN = next(service for service in CATALOGUE if service.stops and service.materials)
DECLARED = PLAIN.materials[0].model_copy(
    update={
        "id": "declared",
        "demand": Demand.EXEMPT,
        "otherwise": "declared",
        "declaration": Declaration(duty=PLAIN.name, text=PLAIN.name, consequence=PLAIN.name),
    }
)
SERVICE = PLAIN.model_copy(update={"materials": (*PLAIN.materials, DECLARED)})
"""With a paper that the city may hold, and that a declaration may replace."""
PACKAGE = CATALOGUE.packages[0].model_copy(update={"fields": (), "services": (Part(code=SERVICE.code),)})

NUMBER = "37010226112400013"
PROOF = Result("范例", "Sample", "https://city.example/v/" + "x" * 32, "ABCD-2345", NOW.date())
CASE = Case(NUMBER, CaseState.ACCEPTED, SERVICE.code, NOW, open=(OpenPaper("photo", NOW.date()),), result=PROOF)

EVENTS: tuple[ev.Event, ...] = (
    ev.Started(NOW),
    ev.ServiceChosen(SERVICE),
    ev.PackageChosen(PACKAGE, (SERVICE,)),
    ev.Went(Searching()),
    ev.SampleAsked("card"),
    ev.Forward(),
    ev.Back(),
    ev.CardSeen(),
    ev.CardRead(OLD),
    ev.CardRead(EXPIRED),
    ev.CardRead(YOUNG),
    ev.CardFailed(ErrorCode.NO_DEVICE),
    ev.CardRetried(),
    ev.CardTaken(),
    ev.RoomChanged(room=True),
    ev.DeviceBack("id_card_reader"),
    ev.DeviceBack("document_scanner"),
    ev.DeviceBack("receipt_printer"),
    ev.PageSeen(True),
    ev.TypingChosen(),
    ev.Drafted("plastic"),
    ev.Drafted("13805317216"),
    ev.Drafted("范例"),
    ev.PictureAsked(),
    ev.PageTaken(ScannedPage(b"")),
    ev.PageFailed(ErrorCode.NO_DEVICE),
    ev.PageRetaken(),
    ev.PageAdded(),
    ev.PageLooked(0),
    ev.PageRemoved(),
    ev.Deferred(),
    ev.Declared(),
    ev.PapersBrought(),
    ev.SharedTold((), ""),
    ev.SharedUnreached(),
    ev.EditAsked("kind"),
    ev.EditAsked("photo"),
    ev.ConsentToggled(),
    ev.Sealed((("id", "L000126112400017"),), NOW),
    ev.SealFailed(),
    ev.NumberKnown("id", "37010226112400013"),
    ev.NumberRefused("id"),
    ev.SlipPrinted(True),
    ev.SlipFailed(ErrorCode.PAPER_OUT),
    ev.LevelChosen(5),
    ev.TagToggled("clear"),
    ev.Skipped(),
    ce.CasesAsked(),
    ce.SlipChosen(),
    ce.CodeSeen(NUMBER),
    ce.CasesTold(NUMBER, (CASE,)),
    ce.CasesTold(OLD.id_number, (CASE,)),
    ce.CasesUnreached(NUMBER),
    ce.CaseChosen(NUMBER),
    ce.SupplementAsked(SERVICE),
    ce.SupplementAsked(None),
    ce.ResultAsked(),
    ev.Drafted("photo"),
    se.StaffCalled(),
    se.PinAnswered(PinVerdict.OPEN),
)
BESIDE: tuple[ev.Event, ...] = (
    ev.HelpAsked(),
    le.AssistanceAsked(),
    le.ReportAsked("home"),
    le.TopicChosen("other"),
    ev.Forward(),
    ev.Back(),
    le.LetterKept("302917645518"),
    le.LetterFailed(),
    ev.PictureAsked(),
    ev.PageTaken(ScannedPage(b"")),
)
ANYWHERE = (ev.LeaveAsked(), ev.LeaveConfirmed())


def shape(visit: Visit) -> tuple[object, ...]:
    """What makes two examples of a step different enough to try both."""
    step = visit.step
    names = ("asking", "camera", "failed", "consented", "slip", "level", "returning", "checking")
    parts = [getattr(step, name, None) for name in names]
    parts += [getattr(getattr(step, name, None), "id", None) for name in ("field", "material")]
    matter = getattr(step, "matter", None) or getattr(getattr(step, "application", None), "matter", None)
    parts.append(matter is not None and matter.package is not None)
    typed = [getattr(step, name, None) for name in ("number", "draft", "name")]
    return (type(step).__name__, *map(str, parts), *map(str, typed))


def edges() -> dict[tuple[str, str], list[str]]:
    """Step to step, and the events that lead there."""
    typed = [ev.Started(NOW), ev.ServiceChosen(SERVICE), ev.Forward(), ev.TypingChosen()]
    typed += [ev.KeyPressed(key) for key in "370102195001010011"]
    numbered = Visit()
    for event in typed:
        numbered, _ = advance(numbered, event)
    entering = Visit(step=Unlocking("271828", checking=True))
    seen = {shape(visit): visit for visit in (Visit(), numbered, entering)}
    waiting = list(seen.values())
    found: dict[tuple[str, str], list[str]] = {}
    while waiting:
        visit = waiting.pop()
        for event in EVENTS:
            after, _ = advance(visit, event)
            here, there = type(visit.step).__name__, type(after.step).__name__
            name = type(event).__name__
            if here != there and name not in found.setdefault((here, there), []):
                found[here, there].append(name)
            if shape(after) not in seen and after.asking is Asking.NOTHING:
                seen[shape(after)] = after
                waiting.append(after)
    for visit in list(seen.values()):
        asked, _ = advance(visit, ANYWHERE[0])
        left, _ = advance(asked, ANYWHERE[1])
        here = type(visit.step).__name__
        if isinstance(left.step, Welcome) and here != "Welcome" and asked.asking is Asking.LEAVE:
            names = found.setdefault((here, "Welcome"), [])
            if "LeaveConfirmed" not in names:
                names.append("LeaveConfirmed")
        waited, _ = advance(visit, ev.TimePassed(10_000.0))
        there = type(waited.step).__name__
        if here != there and "TimePassed" not in found.setdefault((here, there), []):
            found[here, there].append("TimePassed")
    return {pair: names for pair, names in found.items() if names}


def edges_beside() -> dict[tuple[str, str], list[str]]:
    """The pages beside the way, from any step and back to it."""
    start = Visit(step=Choosing(), started=NOW)
    dialled = start
    for event in (*BESIDE[1:2], *BESIDE[3:4], *(ev.KeyPressed(key) for key in "13805317216")):
        dialled, _ = advance(dialled, event)
    seen, waiting = {start, dialled}, [start, dialled]
    found: dict[tuple[str, str], list[str]] = {}
    while waiting:
        visit = waiting.pop()
        for event in BESIDE:
            after, _ = advance(visit, event)
            if type(after.step) is not Choosing or (visit.aside is None and after.aside is None):
                continue
            here, there = (type(side).__name__ if side else "AnyStep" for side in (visit.aside, after.aside))
            name = type(event).__name__
            if here != there and name not in found.setdefault((here, there), []):
                found[here, there].append(name)
            if after not in seen:
                seen.add(after)
                waiting.append(after)
    return {pair: names for pair, names in found.items() if names}


def mermaid() -> str:
    """The graph. Leaving and time-outs to Welcome are drawn once, as a note, to keep it readable."""
    lines = ["```mermaid", "stateDiagram-v2", "    [*] --> Welcome"]
    ends: dict[str, list[str]] = {}
    for (here, there), names in sorted(edges().items()):
        ways = [name for name in names if not (there == "Welcome" and name in ("LeaveConfirmed", "TimePassed"))]
        if there == "Welcome":
            for name in set(names) & {"LeaveConfirmed", "TimePassed"}:
                ends.setdefault(name, []).append(here)
        if ways:
            lines.append(f"    {here} --> {there}: {', '.join(sorted(ways))}")
    lines.append("```")
    lines += ["\nBeside the way; the step under it stays as it is:\n", "```mermaid", "stateDiagram-v2"]
    lines += [f"    {here} --> {there}: {', '.join(names)}" for (here, there), names in sorted(edges_beside().items())]
    lines.append("```")
    for name, steps in sorted(ends.items()):
        lines.append(f"\nTo Welcome by `{name}`: {', '.join(sorted(steps))}.")
    return "\n".join(lines)


PARTS = Parts("architecture.md", __file__, {"visit graph": mermaid})

if __name__ == "__main__":
    PARTS.main()
