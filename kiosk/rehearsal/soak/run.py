"""A soak: visits and faults from one seed, faster than life, and at the end the proofs that nothing went wrong."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from config import catalogue as catalogues
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.line import Mode
from kiosk.rehearsal.rig import Rig
from kiosk.rehearsal.soak import memory, proofs
from kiosk.rehearsal.soak.plan import Planned, Trouble, matters_of, planned
from kiosk.rehearsal.soak.process import ScreensProcess
from kiosk.rehearsal.soak.wires import WireHand
from kiosk.words import Words
from offline_queue.files import write_durably

DRAIN_WAIT = 300.0
"""Seconds for everything to reach the city once the line is good."""

MAY_GROW = 8.0
"""Megabytes that a process may grow over the second half of the visits, by the line that fits best: a leak of 2 KB a
visit makes 10 MB of five thousand. In short runs the city's server is still filling its caches, with up to 4 MB."""

PAUSE = 0.1
"""Seconds before each request of a slow line."""


@dataclass
class Tally:
    """What happened, in figures only."""

    begun: int = 0
    over_wires: int = 0
    refused: int = 0
    endings: Counter[str] = field(default_factory=Counter)
    left_at: Counter[str] = field(default_factory=Counter)
    killed_at: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    memory: dict[str, list[float]] = field(default_factory=lambda: {"screens": [], "agent": [], "city": []})


class Soak:
    """One run in `folder`, which is emptied first. `say` gets a line of progress now and then."""

    def __init__(self, visits: int, seed: int, folder: Path, words: Words, say: Callable[[str], None]) -> None:
        self._visits, self._seed, self._folder = visits, seed, folder
        self._words, self._say = words, say
        self._matters = matters_of(catalogues.load())
        self._today = datetime.now().date()
        self._tally = Tally()
        self._ledger = proofs.Ledger()
        self._screens: ScreensProcess | None = None
        self._wrong: list[str] = []

    def plan(self) -> Iterator[Planned]:
        """The visits."""
        return planned(self._seed, self._visits, self._matters, self._words.languages, self._today)

    def run(self) -> dict[str, Any]:
        """The summary; `wrong` in it is empty when everything was proved. Raises CommandError."""
        shutil.rmtree(self._folder, ignore_errors=True)
        (self._folder / "tmp").mkdir(parents=True)
        began = time.monotonic()
        with _temporary(self._folder / "tmp"), Bench() as bench, Rig(self._folder, bench) as rig:
            bench.line.pause = PAUSE
            hand = WireHand(bench)
            try:
                for plan in self.plan():
                    self._turn(plan, bench, rig)
                    self._one(plan, hand, rig)
                self._rest()
            finally:
                if self._screens is not None:
                    self._screens.bury(kill=True)
            bench.line.become(Mode.OK)
            rig.skip_waits()
            rig.drain(DRAIN_WAIT)
        self._prove()
        return self._summary(time.monotonic() - began)

    def _turn(self, plan: Planned, bench: Bench, rig: Rig) -> None:
        """The line, the agent and the city as the plan has them at this visit."""
        faults = self._tally.faults
        if plan.line is not bench.line.mode:
            bench.line.become(plan.line)
        if plan.line is not Mode.OK:
            faults[f"line_{plan.line.value}"] += 1
        if plan.trouble is not None:
            faults[plan.trouble.value] += 1
        if plan.kills_agent:
            faults["agent_killed"] += 1
            rig.kill_agent()
            rig.agent_up()
        if plan.restarts_intake:
            faults["intake_restarted"] += 1
            rig.intake_down()
            rig.intake_up()

    def _one(self, plan: Planned, hand: WireHand, rig: Rig) -> None:
        """One visit, by the screens' process, which is started when there is none."""
        tally = self._tally
        tally.begun += 1
        tally.over_wires += plan.over_wires
        screens = self._screens = self._screens or self._started(rig)
        screens.tell(str(plan.number))
        while (told := screens.next()) is not None:
            if "over" in told:
                self._over(told["over"], told["at"])
                break
            self._hear(told, plan, hand)
        else:
            self._dead(screens, plan, hand)
        if plan.measured:
            self._measure(rig)
        if tally.begun % max(1, self._visits // 10) == 0:
            self._say(f"{tally.begun} of {self._visits} visits")

    def _started(self, rig: Rig) -> ScreensProcess:
        arguments = (str(rig.config), str(self._seed), str(self._visits), self._today.isoformat())
        return ScreensProcess(arguments, self._folder / "terminal.log")

    def _hear(self, told: dict[str, Any], plan: Planned, hand: WireHand) -> None:
        match told:
            case {"begun": number, "digests": digests}:
                self._ledger.begun(number, digests)
            case {"ended": number, "kept": kept}:
                self._ledger.ended(number, kept)
            case {"told": submissions}:
                self._ledger.told.update(submissions)
            case {"refused": True}:
                self._tally.refused += 1
            case {"dying": page}:
                self._tally.killed_at[_kind(page)] += 1
            case {"hand": "lay_card"}:
                hand.lay_card(plan.person)
            case {"hand": "take_card"}:
                hand.take_card()
            case {"hand": "lay_paper", "number": number}:
                hand.lay_paper(plan, number)
            case {"hand": "trouble"}:
                hand.trouble(Trouble(told["trouble"]))
            case {"hand": "mend"}:
                hand.mend()
        if "hand" in told and self._screens is not None:
            self._screens.tell("done")

    def _over(self, ending: str, page: str) -> None:
        self._tally.endings[ending] += 1
        if ending != "finished":
            self._tally.left_at[_kind(page)] += 1

    def _dead(self, screens: ScreensProcess, plan: Planned, hand: WireHand) -> None:
        """As planned or not, what lies at the devices is taken away, and the next visit starts the process anew."""
        code = screens.bury()
        self._screens = None
        self._ledger.killed()
        hand.take_card()
        hand.mend()
        self._tally.endings["killed"] += 1
        if plan.killed is None:
            self._wrong.append(f"the screens' process ended with {code} at visit {plan.number}")
        else:
            self._tally.faults[plan.killed.value] += 1

    def _measure(self, rig: Rig) -> None:
        """In the second half nobody is killed: whoever grows there grows for ever."""
        if self._screens is not None:
            for name, process in (("screens", self._screens.pid), ("agent", rig.agent), ("city", rig.city)):
                self._tally.memory[name].append(memory.held_by(process))

    def _rest(self) -> None:
        """The terminal ends in good order, at rest."""
        if self._screens is None:
            return
        last = self._screens.end()
        code = self._screens.bury()
        self._screens = None
        if code != 0 or {"rests": True} not in last:
            self._wrong.append(f"the terminal does not rest; it ended with {code}")

    def _prove(self) -> None:
        logs = [self._folder / name for name in ("terminal.log", "sync.log", "intake.log")]
        personal = (said for plan in self.plan() for said in plan.personal)
        places = [self._folder / "terminal", self._folder / "tmp", *logs]
        self._wrong += proofs.compared(self._ledger, proofs.at_city(self._folder / "intake"))
        self._wrong += proofs.unsound(self._folder / "terminal")
        self._wrong += [f"personal data in {path}" for path in proofs.found_in(places, personal)]
        self._wrong += [f"an error in {line}" for line in proofs.complaints(logs)]
        for name, samples in self._tally.memory.items():
            if (grown := memory.growth(samples)) > MAY_GROW:
                self._wrong.append(f"the memory of {name} grew by {grown:.1f} MB")

    def _summary(self, seconds: float) -> dict[str, Any]:
        tally = self._tally
        return {
            "command": f"kiosk scenario soak --visits {self._visits} --seed {self._seed}",
            "seed": self._seed,
            "visits": tally.begun,
            "over_wires": tally.over_wires,
            "endings": dict(tally.endings.most_common()),
            "left_at": dict(tally.left_at.most_common()),
            "killed_at": dict(tally.killed_at.most_common()),
            "faults": dict(sorted(tally.faults.items())),
            "refused_by_full_disk": tally.refused,
            "submissions": len(self._ledger.kept),
            "seconds": round(seconds, 1),
            "memory_mb": {name: _memory(samples) for name, samples in tally.memory.items()},
            "wrong": self._wrong,
        }


def soak(
    visits: int, seed: int, folder: Path, words: Words, report: Path | None, say: Callable[[str], None]
) -> dict[str, Any]:
    """Run a soak and write its summary to `report/soak.json`. Raises CommandError."""
    summary = Soak(visits, seed, folder, words, say).run()
    if report is not None:
        report.mkdir(parents=True, exist_ok=True)
        write_durably(report / "soak.json", json.dumps(summary, ensure_ascii=False, indent=1).encode(), 0o644)
    return summary


def _memory(samples: list[float]) -> dict[str, float]:
    return {
        "least": round(min(samples), 1),
        "most": round(max(samples), 1),
        "grown": round(memory.growth(samples), 1),
        "may_grow": MAY_GROW,
    }


def _kind(page: str) -> str:
    """`field-phone` is a field, as there are hundreds."""
    return page.partition("-")[0]


@contextlib.contextmanager
def _temporary(folder: Path) -> Iterator[None]:
    """Temporary files of this process and its children lie in `folder` as long as this lasts."""
    before = os.environ.get("TMPDIR")
    os.environ["TMPDIR"], tempfile.tempdir = str(folder.resolve()), None
    try:
        yield
    finally:
        tempfile.tempdir = None
        if before is None:
            del os.environ["TMPDIR"]
        else:
            os.environ["TMPDIR"] = before
