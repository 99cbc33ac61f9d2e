"""Plays a scenario on a running terminal: waits for pages, touches what a resident would touch, works the bench."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

from config.scenario import Chance, Fault, Scenario, Step, seconds
from drivers.simulators.papers import PAPERS
from drivers.simulators.people import CARDS
from kiosk.intents import Intent
from kiosk.page import Page
from kiosk.rehearsal.checks import nothing_left
from kiosk.rehearsal.failure import ScenarioFailed
from kiosk.rehearsal.knobs import CLOCK, KnobError, turn
from kiosk.rehearsal.page_words import texts
from kiosk.rehearsal.record import Record, StepSeen
from kiosk.rehearsal.stage import Stage
from kiosk.rehearsal.terminal_process import TerminalProcess

LOOK = 0.01
"""Seconds between two looks at what is waited for."""

FIND = 20.0
"""Seconds for something to touch to be there."""

WIDTH = 540
"""Pixels across of a picture for the report."""


class Player:
    """Plays `scenario` on `stage` and writes into `record`; pictures that it names go to `screens` if given."""

    def __init__(self, stage: Stage, scenario: Scenario, record: Record, screens: Path | None) -> None:
        self._stage = stage
        self._record = record
        self._screens = screens
        self._scenario = scenario
        self.screens: list[str] = []
        self._began = time.monotonic()
        self._step = StepSeen(0, 0.0)
        self._pictured: Page | None = None
        self._slips = 0

    def play(self) -> None:
        """Every step in turn. Raises ScenarioFailed."""
        scenario = self._scenario
        random = Random(scenario.chance.seed) if scenario.chance else None  # noqa: S311
        for number, step in enumerate(scenario.steps, start=1):
            self._step = StepSeen(number, self._passed())
            self._record.steps.append(self._step)
            try:
                self._look(step, scenario.timeout)
                fault = drawn(scenario.chance, random)
                self._turn(fault.turn if fault else {})
                self._work_bench(step)
                self._touch(step)
                if fault and scenario.chance:
                    time.sleep(seconds(scenario.chance.stay))
                    self._turn(fault.back)
            except ScenarioFailed as failure:
                self._picture()
                raise ScenarioFailed(f"step {number}: {failure}") from None
            finally:
                self._keep_slip()
                self._step.took = self._passed() - self._step.began

    def _passed(self) -> float:
        return time.monotonic() - self._began

    @property
    def _terminal(self) -> TerminalProcess:
        return self._stage.terminal

    def _look(self, step: Step, timeout: float) -> None:
        if step.page is not None:
            self._step.page = step.page
            self._wait(lambda: self._terminal.page.name == step.page, timeout, f"the page {step.page}")
        for words in step.sees:
            self._wait(partial(self._says, words), timeout, f"the words {words}")
        for words in step.slip:
            self._wait(partial(self._slip_says, words), timeout, f"on the slip: {words}")
        if step.queue is not None:
            for name, number in step.queue.model_dump(exclude_none=True).items():
                self._wait(partial(self._stands, name, number), timeout, f"in the queue: {name} {number}")
        if step.arrived is not None:
            self._wait(partial(self._arrived, step.arrived), timeout, f"with the city: {step.arrived}")
        if step.picture is not None and self._screens is not None:
            self._shoot(self._screens / f"{step.picture}.png", timeout)
        if self._record.pictures is not None and self._terminal.runs and self._terminal.page != self._pictured:
            self._picture()

    def _says(self, words: str) -> bool:
        return words in "\n".join(texts(self._terminal.page))

    def _slip_says(self, words: str) -> bool:
        slips = self._stage.slips
        return bool(slips) and words in slips[-1].text

    def _stands(self, name: str, number: int) -> bool:
        return bool(getattr(self._stage.stand(), name) == number)

    def _arrived(self, number: int) -> bool:
        return len(self._stage.arrived()) == number

    def _shoot(self, path: Path, timeout: float) -> None:
        self._wait(lambda: bool(self._terminal.picture("PNG")), timeout, "the picture")
        path.write_bytes(self._terminal.picture("PNG"))
        self.screens.append(str(path))

    def _picture(self) -> None:
        folder = self._record.pictures
        if folder is None or not self._terminal.runs:
            return
        self._pictured = self._terminal.page
        self._until(lambda: bool(self._terminal.picture("JPG", WIDTH)), FIND, "the picture")
        self._step.picture = folder / f"{self._step.number:03}.jpg"
        self._step.picture.write_bytes(self._terminal.picture("JPG", WIDTH))

    def _keep_slip(self) -> None:
        slips, folder = self._stage.slips, self._record.pictures
        if folder is not None and len(slips) > self._slips:
            self._step.slip = folder / f"{self._step.number:03}-slip.png"
            self._step.slip.write_bytes(slips[-1].png)
        self._slips = len(slips)

    def _work_bench(self, step: Step) -> None:
        bench, rig = self._stage.bench, self._stage.rig
        if step.intake in ("down", "restart"):
            self._do("the city's server stops", rig.intake_down)
        if step.intake in ("up", "restart"):
            self._do("the city's server starts", rig.intake_up)
        if step.agent in ("kill", "restart"):
            self._do("the agent is killed", rig.kill_agent)
        if step.agent in ("up", "restart"):
            self._do("the agent starts", rig.agent_up)
        if step.terminal in ("kill", "restart"):
            self._do("the terminal is killed", self._kill_terminal)
        if step.terminal in ("up", "restart"):
            self._do("the terminal starts", self._stage.terminal_up)
        if step.disk is not None:
            self._step.faults.append(f"disk {step.disk}")
            self._terminal.fill_disk(step.disk == "full")
        if step.insert_card is not None:
            card = _known(step.insert_card, set(CARDS))
            self._do(f"card laid: {card}", lambda: bench.insert(card))
        if step.remove_card:
            self._do("card taken", bench.remove)
        if step.lay_paper is not None:
            paper = _known(step.lay_paper, set(PAPERS))
            self._do(f"paper laid: {paper}", lambda: bench.lay(paper))
        if step.lift_paper:
            self._do("paper taken", lambda: bench.lay(""))
        if step.lay_slip:
            self._do("slip laid", bench.lay_slip)
        self._turn(step.knobs)

    def _kill_terminal(self) -> None:
        self._terminal.kill()
        nothing_left(self._stage, self._scenario)

    def _turn(self, knobs: dict[str, str]) -> None:
        for name, value in knobs.items():
            self._step.faults.append(f"{name} {value}".rstrip())
            try:
                turn(self._stage.bench, name, value)
            except KnobError as error:
                raise ScenarioFailed(str(error)) from None
            if name == CLOCK:
                self._terminal.set_clock(value)

    def _touch(self, step: Step) -> None:
        hand = self._terminal
        if step.wait is not None:
            self._do(f"{step.wait} pass", partial(self._pass, seconds(step.wait)))
        if step.type is not None:
            self._worked(f"written: {step.type}", partial(hand.type, step.type), "text-field")
        for key in step.keys or "":
            self._worked("", partial(hand.press, f"action:key:{key}"), f"the key {key}")
        if step.keys is not None:
            self._step.done.append(f"keys: {step.keys}")
        if step.sign:
            self._worked("signed", hand.sign, "signature-pad")
        if step.day is not None:
            self._do(f"turned to {step.day}", partial(hand.turn, step.day))
        if step.touch is not None:
            self._press(step.touch, step.value, step.taps)
        if step.then is not None:
            self._press(step.then, "")

    def _press(self, intent: str, value: str, taps: int = 1) -> None:
        name = f"action:{intent}:{value}"
        press = self._terminal.call_staff if intent == Intent.STAFF else partial(self._terminal.press, name, taps)
        self._worked(f"touched: {intent} {value}".rstrip(), press, name)

    def _pass(self, span: float) -> None:
        """The agent's waits are over too, as they would be by then."""
        self._terminal.pass_time(span)
        self._stage.rig.skip_waits()

    def _do(self, what: str, deed: Callable[[], object]) -> None:
        self._step.done.append(what)
        deed()

    def _worked(self, what: str, deed: Callable[[], bool], item: str) -> None:
        try:
            self._until(deed, FIND, f"something to touch: {item}")
        except ScenarioFailed:
            self._step.expected.append(f"something to touch: {item}")
            raise
        if what:
            self._step.done.append(what)

    def _wait(self, condition: Callable[[], bool], timeout: float, what: str) -> None:
        self._step.expected.append(what)
        self._until(condition, timeout, what)

    def _until(self, condition: Callable[[], bool], timeout: float, what: str) -> None:
        end = time.monotonic() + timeout
        while not condition():
            if time.monotonic() >= end:
                page = self._terminal.page
                raise ScenarioFailed(
                    f"{what} did not come within {timeout:.0f} s; the page is {page.name} {page.error}".rstrip()
                )
            time.sleep(LOOK)


def drawn(chance: Chance | None, random: Random | None) -> Fault | None:
    """The fault of a step, if there is one. Two numbers are drawn at each step, so that steps do not shift others."""
    if chance is None or random is None:
        return None
    happens, which = random.random(), random.randrange(len(chance.faults))
    return chance.faults[which] if happens < chance.probability else None


def _known(name: str, names: set[str]) -> str:
    if name not in names:
        raise ScenarioFailed(f"there is no {name!r}; there are: {', '.join(sorted(names))}")
    return name
