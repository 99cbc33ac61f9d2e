"""A soak: visits and faults from one seed, faster than life, and at the end the proofs that nothing went wrong."""

from __future__ import annotations

import contextlib
import ctypes
import gc
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
from drivers.document_scanner.camera import CameraScanner
from drivers.model import CancelToken
from drivers.simulators.papers import PAPERS
from kiosk.audit.recorder import Audit
from kiosk.desk import Place
from kiosk.rehearsal import soak_proofs as proofs
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.line import Mode
from kiosk.rehearsal.rig import Rig
from kiosk.rehearsal.soak_plan import Planned, planned
from kiosk.rehearsal.soak_resident import Resident
from kiosk.rehearsal.soak_stand import LedgerDesk, Stand, stands_at
from kiosk.shell import CAPTURE_WAIT
from kiosk.words import Words
from offline_queue.files import write_durably
from offline_queue.outbox import Outbox

DRAIN_WAIT = 180.0
"""Real seconds for everything to reach the city once the line is good."""

MAY_GROW = 64.0
"""Megabytes that the process may grow between the end of the first tenth and the end. Between two looks
it swings by 45 MB; over ten thousand visits it is 7 KB each."""

_MiB = 1 << 20


@dataclass
class Tally:
    """What happened, in figures only."""

    begun: int = 0
    over_wires: int = 0
    endings: Counter[str] = field(default_factory=Counter)
    left_at: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    memory: list[float] = field(default_factory=list)
    told: set[str] = field(default_factory=set)


class Soak:
    """One run in `folder`, which is emptied first. `say` gets a line of progress now and then."""

    def __init__(self, visits: int, seed: int, folder: Path, words: Words, say: Callable[[str], None]) -> None:
        self._visits, self._seed, self._folder = visits, seed, folder
        self._words, self._say = words, say
        self._catalogue = catalogues.load()
        self._today = datetime.now().date()
        self._tally = Tally()
        self._ledger = proofs.Ledger(folder / "ledger.txt")

    def plan(self) -> Iterator[Planned]:
        """The visits."""
        matters = [item.code for item in (*self._catalogue, *self._catalogue.packages)]
        return planned(self._seed, self._visits, matters, self._words.languages, self._today)

    def run(self) -> dict[str, Any]:
        """The summary; `wrong` in it is empty when everything was proved. Raises CommandError."""
        shutil.rmtree(self._folder, ignore_errors=True)
        (self._folder / "tmp").mkdir(parents=True)
        began = time.monotonic()
        with (
            (self._folder / "terminal.log").open("w", buffering=1) as log,
            _temporary(self._folder / "tmp"),
            contextlib.redirect_stderr(log),
            Bench() as bench,
            Rig(self._folder, bench) as rig,
        ):
            bench.line.pause = 0.1
            at_rest = self._play(bench, rig)
        wrong = self._proved() + ([] if at_rest else ["the terminal does not rest"])
        return self._summary(wrong, time.monotonic() - began)

    def _play(self, bench: Bench, rig: Rig) -> bool:
        """All visits, then everything sent; whether the terminal rests."""
        settings = rig.settings
        with (
            Outbox.open(settings.data_dir) as outbox,
            Audit(settings.data_dir, "screens") as audit,
            contextlib.ExitStack() as ends,
        ):
            desk = LedgerDesk(outbox, Place(settings.station.area), self._ledger)
            stands = stands_at(bench, settings, outbox, desk, audit, self._catalogue, self._words, ends)
            _load_camera(bench)
            for plan in self.plan():
                self._turn(plan, bench, rig)
                self._one(stands[plan.over_wires], plan)
            bench.line.become(Mode.OK)
            self._tally.told = {item for stand in stands.values() for item in stand.sealed}
            end = time.monotonic() + DRAIN_WAIT
            while outbox.tally().waiting and time.monotonic() < end:
                desk.send_now()
                time.sleep(0.2)
            rig.drain(DRAIN_WAIT)
            return all(stand.shell.at_rest and stand.name == "attract" for stand in stands.values())

    def _turn(self, plan: Planned, bench: Bench, rig: Rig) -> None:
        """The line, the agent and the city as the plan has them at this visit."""
        tally = self._tally
        if plan.line is not bench.line.mode:
            bench.line.become(plan.line)
        if plan.line is not Mode.OK:
            tally.faults[f"line_{plan.line.value}"] += 1
        if plan.trouble is not None:
            tally.faults[plan.trouble.value] += 1
        if plan.kills_agent:
            tally.faults["agent_killed"] += 1
            rig.kill_agent()
            rig.agent_up()
        if plan.restarts_intake:
            tally.faults["intake_restarted"] += 1
            rig.intake_down()
            rig.intake_up()

    def _one(self, stand: Stand, plan: Planned) -> None:
        tally = self._tally
        tally.begun += 1
        tally.over_wires += plan.over_wires
        resident = Resident(stand, plan, self._catalogue, datetime.now())
        ending = resident.visit()
        tally.endings[ending] += 1
        if ending != "finished":
            tally.left_at[resident.last.partition("-")[0]] += 1
        if tally.begun % max(1, self._visits // 10) == 0:
            tally.memory.append(own_memory())
            self._say(f"{tally.begun} of {self._visits} visits, {tally.memory[-1]:.0f} MB")

    def _proved(self) -> list[str]:
        kept, city = self._ledger.read(), proofs.at_city(self._folder / "intake")
        wrong = proofs.compared(kept, self._tally.told, city)
        logs = [self._folder / name for name in ("terminal.log", "sync.log", "intake.log")]
        personal = (said for plan in self.plan() for said in plan.personal)
        places = [self._folder / "terminal", self._folder / "tmp", *logs]
        wrong += [f"personal data in {path}" for path in proofs.found_in(places, personal)]
        wrong += [f"an error in {line}" for line in proofs.complaints(logs)]
        memory = self._tally.memory
        if memory[-1] - memory[0] > MAY_GROW:
            wrong.append(f"memory grew from {memory[0]:.1f} to {memory[-1]:.1f} MB")
        return wrong

    def _summary(self, wrong: list[str], seconds: float) -> dict[str, Any]:
        tally = self._tally
        return {
            "command": f"kiosk scenario soak --visits {self._visits} --seed {self._seed}",
            "seed": self._seed,
            "visits": tally.begun,
            "over_wires": tally.over_wires,
            "endings": dict(tally.endings),
            "left_at": dict(tally.left_at.most_common()),
            "faults": dict(sorted(tally.faults.items())),
            "submissions": len(self._ledger.read()),
            "seconds": round(seconds, 1),
            "memory_mb": {
                "after_each_tenth": [round(it, 1) for it in tally.memory],
                "grown": round(tally.memory[-1] - tally.memory[0], 1),
                "may_grow": MAY_GROW,
            },
            "wrong": wrong,
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


def own_memory() -> float:
    """Megabytes of this process that lie in memory (RSS), once what nobody holds was given back.

    The C library keeps freed memory for later; pictures of the camera, 25 MB each, would hide what is held.
    """
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / _MiB


def _load_camera(bench: Bench) -> None:
    """Take one picture before anything is measured: its library and buffers come once, and are the largest of all."""
    bench.camera.lay(PAPERS["lease"]())
    with CameraScanner(bench.camera.url) as scanner:
        scanner.capture(CAPTURE_WAIT, CancelToken())
    bench.camera.lift()


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
