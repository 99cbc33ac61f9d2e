"""Plays a scenario on the visit alone: no wire, no screen, no city, a clock that jumps. A visit takes milliseconds.

What is shown is what the real pages say, what is handed in is what the city would get; devices and line do at once what
the scenario says of them. Faults of devices (`knobs`) need the real ones: such a scenario is refused.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from functools import partial

from config.catalogue import Catalogue
from config.scenario import Given, Scenario, Step
from drivers.model import ErrorCode
from drivers.receipt_printer.slip import Line, SlipElement
from drivers.simulators.people import PEOPLE
from kiosk.form import form_of
from kiosk.intents import Intent, event_for
from kiosk.page import Action, Page
from kiosk.pages.present import present
from kiosk.pages.scene import Scene
from kiosk.receipt import acceptance_slip
from kiosk.rehearsal.failure import ScenarioFailed
from kiosk.rehearsal.hand import SIGNATURE
from kiosk.rehearsal.page_words import texts, turned
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit import letter_events as le
from kiosk.visit.advance import advance
from kiosk.visit.application import Application, ScannedPage
from kiosk.visit.papers import limit_of
from kiosk.visit.results import Result
from kiosk.visit.signature import HEIGHT, WIDTH
from kiosk.visit.steps import Visit
from kiosk.words import Words

START = datetime(2026, 11, 24, 10, 30)
"""A working day in the year whose days off are known."""

STATION = "Station"

TICK = 0.5
"""Seconds that pass between two looks at the page."""

PATIENCE = 200.0
"""Seconds of the visit's own clock for a page to come: longer than any delay that leads on by itself."""

_STROKES = ";".join(" ".join(f"{int(x * WIDTH)},{int(y * HEIGHT)}" for x, y in stroke) for stroke in SIGNATURE)


class DryRun:
    """One visit by a scenario, with `catalogue` and `words`."""

    def __init__(self, scenario: Scenario, catalogue: Catalogue, words: Words) -> None:
        self._scenario = scenario
        self._catalogue = catalogue
        self._words = words
        self._visit = Visit()
        self._now = START
        self._inbox: deque[ev.Event] = deque()
        self._handed_in: list[Application] = []
        self._slip = ""
        self._card = ""
        self._reading = False
        self._paper = ""
        self._live = False
        self._fresh = False
        self._online = True
        self._pages: list[str] = []

    def play(self) -> tuple[str, ...]:
        """The names of the pages that were shown. Raises ScenarioFailed."""
        for number, step in enumerate(self._scenario.steps, start=1):
            try:
                self._look(step)
                self._arrange(step)
                self._touch(step)
            except ScenarioFailed as failure:
                raise ScenarioFailed(f"step {number}: {failure}") from None
        _compare(self._scenario.submissions, self._handed_in)
        return tuple(self._pages)

    @property
    def _page(self) -> Page:
        scene = Scene(self._catalogue, STATION, self._words, self._visit.language, self._now)
        return present(self._visit, scene)

    def _look(self, step: Step) -> None:
        if step.page is not None:
            self._wait(lambda page: page.name == step.page, f"the page {step.page}")
            if self._pages[-1:] != [step.page]:
                self._pages.append(step.page)
        for words in step.sees:
            self._wait(partial(_says, words), f"the words {words}")
        missing = [words for words in step.slip if words not in self._slip]
        if missing:
            raise ScenarioFailed(f"the slip does not say: {', '.join(missing)}; it says:\n{self._slip}")

    def _wait(self, condition: Callable[[Page], bool], what: str) -> None:
        waited = 0.0
        while not condition(page := self._page):
            if waited >= PATIENCE:
                shown = "\n".join(texts(page))
                raise ScenarioFailed(f"{what} did not come; the page is {page.name}, which says:\n{shown}")
            waited += TICK
            self._now += timedelta(seconds=TICK)
            self._handle(ev.TimePassed(TICK))
            if self._fresh and self._live and self._paper:
                self._fresh = False
                self._handle(ev.PageSeen(True))

    def _arrange(self, step: Step) -> None:
        devices = step.knobs or step.lay_slip or step.insert_card not in (None, *PEOPLE)
        processes = step.agent or step.terminal or step.disk
        if devices or processes or step.wait or step.queue or step.arrived is not None:
            raise ScenarioFailed("faults, slips to scan, the queue and time need devices: play it without --dry")
        if step.intake is not None:
            self._online = step.intake == "up"
        if step.insert_card is not None:
            self._card = step.insert_card
            self._read_card()
        if step.remove_card:
            self._card = ""
            self._handle(ev.CardTaken())
        if step.lay_paper is not None or step.lift_paper:
            self._paper = step.lay_paper or ""
            self._fresh = True
            if self._live:
                self._handle(ev.PageSeen(None))

    def _read_card(self) -> None:
        if self._reading and self._card:
            self._reading = False
            self._handle(ev.CardSeen())
            self._handle(ev.CardRead(PEOPLE[self._card].person))

    def _touch(self, step: Step) -> None:
        if step.type is not None:
            self._handle(ev.Drafted(step.type))
        for key in step.keys or "":
            self._press(Intent.KEY, key)
        if step.sign:
            self._handle(ev.Drafted(_STROKES))
        if step.day is not None:
            self._handle(ev.Drafted(turned(step.day, self._page)))
        if step.touch is not None:
            self._press(step.touch, step.value)
        if step.then is not None:
            self._press(step.then, "")

    def _press(self, intent: str, value: str) -> None:
        page = self._page
        offered = {(action.intent, action.value) for action in _actions(page.overlay or page) if action.enabled}
        if (intent, value) not in offered:
            there = ", ".join(sorted(f"{one} {other}".strip() for one, other in offered))
            raise ScenarioFailed(f"nothing to touch: {intent} {value}; on the page {page.name} there are: {there}")
        event = event_for(intent, value, self._catalogue, self._words.languages, self._now)
        if event is not None:
            self._handle(event)

    def _handle(self, event: ev.Event) -> None:
        self._inbox.append(event)
        while self._inbox:
            serial = self._visit.serial
            self._visit, effects = advance(self._visit, self._inbox.popleft())
            if self._visit.serial != serial:
                self._inbox.clear()
            for effect in effects:
                self._inbox.extend(self._answers(effect))
        self._read_card()

    def _answers(self, effect: ef.Effect) -> Sequence[ev.Event]:
        match effect:
            case ef.ReadCard():
                self._reading = True
            case ef.StopReader() | ef.WatchCard():
                self._reading = False
            case ef.StartPreview():
                self._live = self._fresh = True
            case ef.TakePage():
                self._live = False
                taken = ev.PageTaken(ScannedPage(self._paper.encode()))
                return (taken if self._paper else ev.PageFailed(ErrorCode.NO_PAGE),)
            case ef.StopScanner():
                self._live = False
            case ef.AskShared(application, materials):
                return (self._shared(application, materials),)
            case ef.Submit(application, _):
                return (self._sealed(application),)
            case ef.AskNumbers(submissions) if self._online:
                return tuple(self._number(submission) for submission in submissions)
            case ef.PrintSlip(receipt):
                self._slip = "\n".join(_lines(acceptance_slip(receipt, self._words, STATION)))
                return (ev.SlipPrinted(True),)
            case ef.KeepLetter():
                return (le.LetterKept("302917645518"),)
        return ()

    def _shared(self, application: Application, materials: Sequence[str]) -> ev.Event:
        if not self._online:
            return ev.SharedUnreached()
        held = self._scenario.held
        person = next((name for name in held if PEOPLE[name].person == application.applicant), "")
        found = tuple((item, f"record-{item}") for item in materials if item in held.get(person, ()))
        return ev.SharedTold(found, "proof")

    def _sealed(self, application: Application) -> ev.Event:
        first = len(self._handed_in)
        self._handed_in += application.parts
        numbers = range(first, len(self._handed_in))
        return ev.Sealed(tuple((str(number), f"L0001261124{number:04}") for number in numbers), self._now)

    def _number(self, submission: str) -> ev.Event:
        part = self._handed_in[int(submission)]
        at_once = limit_of(part.service, part.course(part.service)).days == 0
        result = Result("Proof", "Proof", "https://verify.example/v/0", "K7M2", None) if at_once else None
        return ev.NumberKnown(submission, f"370102261124{int(submission):05}", self._now, result)


def _says(words: str, page: Page) -> bool:
    return words in "\n".join(texts(page))


def _actions(value: object) -> Iterator[Action]:
    if isinstance(value, Action):
        yield value
    elif isinstance(value, tuple):
        yield from (action for item in value for action in _actions(item))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (action for field in fields(value) for action in _actions(getattr(value, field.name)))


def _lines(slip: Sequence[SlipElement]) -> Iterator[str]:
    return (element.text for element in slip if isinstance(element, Line))


def _compare(expected: Sequence[Given], handed_in: Sequence[Application]) -> None:
    codes = [part.service.code for part in handed_in]
    wanted = [given.service_code for given in expected]
    if codes != wanted:
        raise ScenarioFailed(f"handed in were {', '.join(codes) or 'none'} instead of {', '.join(wanted) or 'none'}")
    for given, part in zip(expected, handed_in, strict=True):
        form = form_of(part, "zh")
        found = {
            "answers": form["answers"],
            "deferred": sorted(material.id for material, _ in part.deferred),
            "declared": sorted(paper.material for paper in part.papers if paper.declared),
            "shared": sorted(material for material, _ in part.held or ()),
            "papers": [page.jpeg.decode() for paper in part.papers for page in paper.pages],
        }
        for name, value in found.items():
            asked = getattr(given, name)
            if value != (asked if name == "answers" else sorted(asked) if name != "papers" else list(asked)):
                raise ScenarioFailed(f"{given.service_code}: {name} are {value}, the scenario says {asked}")
