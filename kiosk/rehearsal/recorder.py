"""Writes down what a tester does on the bench, and at the screen of a terminal in this process, as a scenario.

Each step says on which page it was done, and the question that stood there, so that a replay goes no faster than the
pages come. Staff pages are left out: a PIN is nobody's to keep.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from config.scenario import Step
from drivers.simulators.papers import PAPERS
from kiosk.intents import Intent
from kiosk.page import DateBody, IdentifyBody, NumberBody, Page, ReaderState, ScanBody, ScanStage, SearchBody, TextBody
from kiosk.page import SignatureBody as Sheet
from kiosk.rehearsal.bench import OWN_PICTURE, SLIP, Bench
from kiosk.rehearsal.conditions import CLEAN
from kiosk.rehearsal.knobs import knobs

LATER = tuple(Step.model_fields)
"""Keys of a step in the order in which they are done."""

SHORTEST_WAIT = 30.0
LONGEST_WAIT = 600.0
"""Seconds that a replay waits for a page: twice as long as the tester did, within these."""

_NUMBER = re.compile(r"\d{4}")
"""In words that differ at the next replay."""


class Recorder:
    """`watch` a terminal's page; then between `start` and `stop` everything is written down.

    `notes` are what cannot be: `own-picture`, `old-slip`, `staff`, `no-screen`. Heard from any thread.
    """

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._page: Callable[[], Page | None] = lambda: None
        self._lock = threading.Lock()
        self._steps: list[dict[str, Any]] | None = None
        self._last = 0.0
        self._longest = 0.0
        self.notes: list[str] = []
        bench.did = self._did

    def watch(self, page: Callable[[], Page | None]) -> None:
        """This is how the page is asked for that shows now."""
        self._page = page

    @property
    def page(self) -> str:
        """Name of the page that shows; empty where no screen is watched."""
        page = self._page()
        return "" if page is None else page.name

    @property
    def slips(self) -> list[str]:
        """Text of the slips that were printed on the bench."""
        return [slip.text for slip in self._bench.printer.slips]

    @property
    def steps(self) -> int | None:
        """How many are written down; None while nothing is."""
        steps = self._steps
        return None if steps is None else len(steps)

    def start(self) -> None:
        """Begin, with what the bench is like now."""
        with self._lock:
            self._steps, self.notes = [], []
            self._last, self._longest = time.monotonic(), 0.0
            if self._page() is None:
                self._note("no-screen")
        if self._bench.paper == OWN_PICTURE:
            self._note("own-picture")
        elif self._bench.paper == SLIP:
            self._note("old-slip")
        for part in _as_it_stands(self._bench):
            self._did(part)

    def stop(self) -> list[dict[str, Any]]:
        """End; the steps, of which the last waits for the page that shows now."""
        with self._lock:
            steps, self._steps = self._steps or [], None
        page = self._page()
        if page is not None and (not steps or steps[-1].get("page") != page.name):
            steps.append({"page": page.name})
        return steps

    @property
    def patience(self) -> float:
        """Seconds for a page to come at a replay."""
        return min(max(SHORTEST_WAIT, 2 * self._longest), LONGEST_WAIT)

    def touched(self, name: str, value: str) -> None:
        """Something was done at the screen; called before the terminal hears of it."""
        page = self._page()
        if self._steps is None or page is None or name == Intent.STIR:
            return
        if name == Intent.STAFF or page.name.startswith("staff"):
            self._note("staff")
            return
        self._add(_touch(page, name, value), page)

    def _did(self, part: dict[str, Any]) -> None:
        if self._steps is None:
            return
        if OWN_PICTURE in part:
            self._note("own-picture")
            return
        self._add(part, self._page())

    def _note(self, what: str) -> None:
        if what not in self.notes:
            self.notes.append(what)

    def _add(self, part: dict[str, Any], page: Page | None) -> None:
        with self._lock:
            if self._steps is None:
                return
            now = time.monotonic()
            self._longest, self._last = max(self._longest, now - self._last), now
            scene = _scene(page)
            last = self._steps[-1] if self._steps else None
            here = last is not None and all(last.get(key) == scene.get(key) for key in ("page", "sees"))
            if last is None or not here or not _joined(last, part):
                self._steps.append(scene | part)


def _as_it_stands(bench: Bench) -> list[dict[str, Any]]:
    """What must be done on a new bench to make it like this one."""
    parts: list[dict[str, Any]] = [{"insert_card": bench.card}] if bench.card else []
    if bench.paper in PAPERS:
        parts.append({"lay_paper": bench.paper})
    usual = {knob.name: knob.value for knob in knobs(Bench())}
    turned = {knob.name: _as_text(knob.value) for knob in knobs(bench) if knob.value not in ("", usual[knob.name])}
    if "camera.condition" in turned:
        turned = {name: value for name, value in turned.items() if name.rpartition(".")[2] not in CLEAN}
    turned |= {f"{name}.unplug": "" for name, plugged in bench.plugged.items() if not plugged}
    return [*parts, {"knobs": turned}] if turned else parts


def _as_text(value: str | float | bool | None) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _scene(page: Page | None) -> dict[str, Any]:
    """What a replay waits for: the page, and the words by which its states are told apart."""
    if page is None:
        return {}
    body = page.body
    said = [page.overlay.title] if page.overlay is not None else [page.title, page.error]
    failing = (ReaderState.FAILED, ReaderState.UNAVAILABLE)
    if (isinstance(body, IdentifyBody) and body.state in failing) or (
        isinstance(body, ScanBody) and body.stage is ScanStage.UNAVAILABLE
    ):
        said.append(body.status)
    sees = [words for words in said if words and not _NUMBER.search(words)]
    return {"page": page.name, "sees": sees} if sees else {"page": page.name}


def _touch(page: Page, name: str, value: str) -> dict[str, Any]:
    """What a scenario calls something done at the screen."""
    body = page.body if page.overlay is None else None
    match body:
        case TextBody() | SearchBody() if name == body.intent:
            return {"type": value}
        case DateBody() if name == body.intent:
            return {"day": date.fromisoformat(value if len(value) > 7 else f"{value}-01")}
        case Sheet() if name == body.intent and value:
            return {"sign": True}
        case NumberBody() if name == Intent.KEY and len(value) == 1:
            return {"keys": value}
    return {"touch": name, "value": value} if value else {"touch": name}


def _joined(last: dict[str, Any], part: dict[str, Any]) -> bool:
    """Put into `last` what can be done in the same step without changing the order; whether it could."""
    [key] = [key for key in part if key != "value"]
    newest = max((LATER.index(name) for name in last), default=-1)
    if LATER.index(key) > newest:
        last |= part
        return True
    if key != LATER[newest]:
        return False
    match key:
        case "type" | "day" | "sign":
            last |= part
        case "keys":
            last["keys"] += part["keys"]
        case "knobs" if not set(part["knobs"]) & set(last["knobs"]):
            last["knobs"] |= part["knobs"]
        case _:
            return False
    return True
