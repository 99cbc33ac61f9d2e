"""Scenarios from beginning to end: everything set up, played, and the city's copy held against what was given."""

from __future__ import annotations

import json
import shutil
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from config.scenario import Scenario
from kiosk.rehearsal.checks import check, nothing_left
from kiosk.rehearsal.failure import ScenarioFailed
from kiosk.rehearsal.player import Player
from kiosk.rehearsal.record import Record
from kiosk.rehearsal.stage import Stage
from offline_queue.files import write_durably


class Rehearsal:
    """Plays one scenario after the other, on one stage in `folder` as long as it is as it was when it was new."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stages = 0
        self._stage: Stage | None = None
        self._open = ExitStack()

    def __enter__(self) -> Self:
        shutil.rmtree(self._folder, ignore_errors=True)
        return self

    def __exit__(self, *exc: object) -> None:
        self._open.close()

    def play(self, scenario: Scenario, record: Record, out: Path, screens: Path | None) -> None:
        """Play and check, into `record`; a summary is written to `out/summary.json`. Raises CommandError."""
        for folder in (out, screens, record.pictures):
            if folder is not None:
                folder.mkdir(parents=True, exist_ok=True)
        began = time.monotonic()
        stage = self._stage_for(scenario)
        try:
            stage.begin()
            player = Player(stage, scenario, record, screens)
            player.play()
            nothing_left(stage, scenario)
            record.summary = _summary(scenario, stage, record, player.screens, out)
            if warnings := stage.terminal.see().warnings:
                raise ScenarioFailed("the screens complained: " + warnings[0])
        except ScenarioFailed as failure:
            record.failure = str(failure)
        record.stand = replace(stage.stand(), arrived=_told(stage))
        record.seconds = record.summary["seconds"] = round(time.monotonic() - began, 1)
        # what the city holds already of a person it would hold in the next scenario too
        if record.failure or scenario.held or not stage.clear():
            self._leave()
        if not record.failure:
            write_durably(
                out / "summary.json", json.dumps(record.summary, ensure_ascii=False, indent=1).encode(), 0o644
            )

    def _stage_for(self, scenario: Scenario) -> Stage:
        wanted = (scenario.size, scenario.printer)
        if self._stage is None or (self._stage.size, self._stage.bench.printer_family) != wanted or scenario.held:
            self._leave()
            self._stages += 1
            self._stage = self._open.enter_context(Stage(self._folder / f"stage-{self._stages}", *wanted))
            self._stage.rig.hold(scenario.held)
        return self._stage

    def _leave(self) -> None:
        self._open.close()
        self._stage = None


def _summary(scenario: Scenario, stage: Stage, record: Record, screens: list[str], out: Path) -> dict[str, Any]:
    summary: dict[str, Any] = {"title": scenario.title, "pages": record.pages, "screens": screens}
    if stage.slips:
        slip = stage.slips[-1]
        write_durably(out / "receipt.png", slip.png, 0o644)
        summary |= {"receipt_png": str(out / "receipt.png"), "receipt_text": slip.text}
    if not scenario.submissions:
        return summary
    names = ("acceptance_number", "offline_number", "service_code", "id")
    told = [{name: stored[name] for name in names} for stored in check(scenario, stage, out)]
    return summary | told[0] | {"submissions": told}


def _told(stage: Stage) -> tuple[tuple[str, str], ...]:
    arrived = set(stage.arrived())
    found = [item for item in stage.rig.listed() if item["id"] in arrived]
    return tuple((item["service_code"], item["acceptance_number"]) for item in found)
