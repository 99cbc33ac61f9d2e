"""A fleet that was cut off comes back: `python -m bench.fleet --terminals 8,16,32`.

Each terminal is a real outbox on disk with a real sync agent in a thread of its own; the intake is a real one with
several workers on PostgreSQL. Waits of the agents are shortened by `--faster`, since nobody wants to measure sleep.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import requests

from bench.city import UNPACED, Intake
from bench.postgres import place, postgres, worked
from bench.row import Row
from intake.store import Stored
from offline_queue import credentials, doorbell
from offline_queue.client import Client
from offline_queue.disk import Reserve
from offline_queue.enrol import enrol
from offline_queue.outbox import Attachment, Outbox
from offline_queue.sync import Agent

PATIENCE = 600.0
"""Seconds after which a fleet that has not emptied its queues is given up."""

OUT = Path("build/bench/fleet.json")


@dataclass(frozen=True)
class Plan:
    """How a fleet is played. `submissions` a terminal during the outage, `size` bytes of the scan in each.

    `slots`: terminals that empty their queues at a time, a worker; `cuts`: how often the intake is killed in the middle
    of it; `faster`: by which the agents' own waits are shortened.
    """

    submissions: int = 20
    size: int = 100_000
    workers: int = 2
    slots: int = 2
    cuts: int = 0
    faster: float = 60.0


@dataclass(frozen=True)
class Outcome:
    """What became of one fleet. Times in seconds; `peak`: requests in the busiest second; `later`: told to come later.

    `duplicates`: cases beyond one for each submission; `lost`: submissions that the city does not hold, or holds under
    another number than their residents were told. `slow`: 99th percentile of the time to an answer. `fresh_after`: from
    the line's return to the proof for a resident who hands in at that moment.
    """

    terminals: int
    paced: bool
    submitted: int
    accepted: int
    duplicates: int
    lost: int
    requests: int
    later: int
    peak: int
    slow: float
    fresh_after: float
    drained_after: float
    intake_ms: float
    database_ms: float


@dataclass
class Answers:
    """Answers to all agents of this process: status, second, time it took."""

    statuses: Counter[int] = field(default_factory=Counter)
    seconds: Counter[int] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)


class Terminal:
    """A queue and its agent."""

    def __init__(self, folder: Path, intake: Intake, code: str, faster: float) -> None:
        enrol(folder, intake.url, None, code, "370102", folder.name)
        self.outbox = Outbox.open(folder, Reserve(folder, ballast=0, watermark=0))
        self._client = Client(intake.url, None, credentials.load(folder))
        self._agent = Agent(self.outbox, self._client, lambda low, high: random.uniform(low, high) / faster)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._agent.run, args=(self._ended.is_set,), daemon=True)

    def start(self) -> None:
        """Let the agent work."""
        self._thread.start()

    def submit(self, size: int) -> str:
        """Take in a submission with a scan of so many bytes; its id."""
        form = {"service_code": "elderly_allowance", "answers": {"note": "x" * 2000}}
        scan = Attachment("scan-1", "image/jpeg", random.randbytes(size))
        return self.outbox.submit(form, [scan], now=datetime.now(UTC)).id

    def told(self) -> dict[str, str | None]:
        """What residents were promised, and the numbers that they were told."""
        return {item.id: item.acceptance_number for item in self.outbox.items()}

    def close(self) -> None:
        """End the agent and close the queue."""
        self._ended.set()
        doorbell.ring(self.outbox.folder)
        if self._thread.is_alive():
            self._thread.join()
        self._client.close()
        self.outbox.close()


@contextmanager
def counted() -> Iterator[Answers]:
    """The answers that reach this process meanwhile."""
    answers = Answers()
    plain = requests.Session.send

    def send(session: requests.Session, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        began = time.monotonic()
        response = plain(session, request, **options)
        ended = time.monotonic()
        answers.statuses[response.status_code] += 1
        answers.seconds[int(ended)] += 1
        answers.times.append(ended - began)
        return response

    requests.Session.send = send  # type: ignore[assignment, method-assign]
    try:
        yield answers
    finally:
        requests.Session.send = plain  # type: ignore[method-assign]


def play(
    folder: Path, database: str, plan: Plan, count: int, database_work: Callable[[], float] = lambda: 0.0
) -> Outcome:
    """One fleet of `count` terminals: an outage in which each takes in some submissions, then the line is back."""
    intake = Intake(folder / "intake", database, plan.workers, plan.slots)
    codes = intake.codes(count)
    intake.start()
    terminals = [Terminal(folder / f"terminal-{n}", intake, code, plan.faster) for n, code in enumerate(codes)]
    intake.stop()
    try:
        for terminal in terminals:
            terminal.start()
            for _ in range(plan.submissions):
                terminal.submit(plan.size)
        with counted() as answers:
            before = intake.worked(), database_work()
            fresh_after, drained_after = _come_back(intake, terminals, plan)
            work = intake.worked() - before[0], database_work() - before[1]
        told = {identity: number for terminal in terminals for identity, number in terminal.told().items()}
        return Outcome(
            terminals=count,
            paced=plan.slots < UNPACED,
            **reckoned(told, intake.stored()),
            requests=len(answers.times),
            later=answers.statuses[503],
            peak=max(answers.seconds.values()),
            slow=round(statistics.quantiles(answers.times, n=100)[98], 3),
            fresh_after=round(fresh_after, 3),
            drained_after=round(drained_after, 1),
            intake_ms=round(1000 * work[0] / len(told), 1),
            database_ms=round(1000 * work[1] / len(told), 1),
        )
    finally:
        for terminal in terminals:
            terminal.close()
        intake.stop()


def _come_back(intake: Intake, terminals: Sequence[Terminal], plan: Plan) -> tuple[float, float]:
    """The line is back, and someone hands in at this very moment; seconds until that and until all has arrived."""
    intake.start()
    began = time.monotonic()
    outbox = terminals[0].outbox
    newest = terminals[0].submit(plan.size)
    _until(lambda: outbox.acceptance_number(newest) is not None)
    fresh_after = time.monotonic() - began

    def waiting() -> int:
        return sum(terminal.outbox.waiting() for terminal in terminals)

    whole = waiting()
    for cut in range(plan.cuts):
        left = whole * (plan.cuts - cut) // (plan.cuts + 1)
        while waiting() > left:
            time.sleep(0.01)
        intake.stop()
        intake.start()
    _until(lambda: waiting() == 0)
    return fresh_after, time.monotonic() - began


def reckoned(told: Mapping[str, str | None], stored: Sequence[Stored]) -> dict[str, int]:
    """`submitted`, `accepted`, `duplicates`, `lost` of an Outcome."""
    held = {row.id: row.acceptance_number for row in stored}
    accepted = sum(identity in held and held[identity] == number for identity, number in told.items())
    duplicates = len(stored) - len(set(held.values()).intersection(told.values()))
    return {"submitted": len(told), "accepted": accepted, "duplicates": duplicates, "lost": len(told) - accepted}


def _until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            sys.exit("the fleet did not empty its queues in time")
        time.sleep(0.02)


def played(plan: Plan, count: int) -> Outcome:
    """A fleet with an intake of its own, on PostgreSQL. Raises NotInstalled."""
    with place() as folder, postgres(folder / "pg") as database:
        return play(folder, database, plan, count, lambda: worked(folder / "pg"))


ROW_TERMINALS = 32
ROW_PLAN = Plan(submissions=10, size=50_000, faster=2000.0)


def rows() -> list[Row]:
    """A small fleet that comes back, beside the same one without times given to it."""
    ours, theirs = (played(replace(ROW_PLAN, slots=slots), ROW_TERMINALS) for slots in (2, UNPACED))
    name = f"fleet of {ROW_TERMINALS} comes back"
    return [
        Row(f"{name}: lost or doubled", "", ours.lost + ours.duplicates, theirs.lost + theirs.duplicates, "no times"),
        Row(f"{name}: proof for a newcomer", "s", ours.fresh_after, theirs.fresh_after, "no times"),
        Row(f"{name}: 99th percentile of an answer", "s", ours.slow, theirs.slow, "no times"),
        Row(f"{name}: busiest second", "requests", ours.peak, theirs.peak, "no times"),
        Row(f"{name}: told to come later, a submission", "", ours.later / ours.submitted, None),
        Row(f"{name}: until all has arrived", "s", ours.drained_after, theirs.drained_after, "no times"),
    ]


def main() -> None:
    """Play the fleets that are asked for, one after the other; a row each, and `build/bench/fleet.json`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--terminals", default="8,16,32", help="sizes of the fleets")
    parser.add_argument("--unpaced", action="store_true", help="play each once more without times given to terminals")
    for name, default in asdict(Plan()).items():
        parser.add_argument(f"--{name}", type=type(default), default=default, help="see Plan in bench/fleet.py")
    chosen = vars(parser.parse_args())
    counts = [int(number) for number in chosen.pop("terminals").split(",")]
    unpaced = chosen.pop("unpaced")
    names = list(Outcome.__dataclass_fields__)
    print("  ".join(f"{name:>13}" for name in names))
    outcomes = []
    for slots in (chosen["slots"], UNPACED) if unpaced else (chosen["slots"],):
        plan = Plan(**chosen | {"slots": slots})
        for count in counts:
            outcome = asdict(played(plan, count))
            outcomes.append(outcome | {"plan": asdict(plan)})
            print("  ".join(f"{outcome[name]!s:>13}" for name in names), flush=True)
            OUT.parent.mkdir(parents=True, exist_ok=True)
            OUT.write_text(json.dumps(outcomes, indent=1))


if __name__ == "__main__":
    main()
