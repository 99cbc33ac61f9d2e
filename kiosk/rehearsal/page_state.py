"""What the bench's page is told: once what there is, and again and again how it stands."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from importlib.resources import files
from typing import Any

import rtoml

from drivers.simulators.papers import PAPERS
from drivers.simulators.people import CARDS, SimulatedCard
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.conditions import CONDITIONS, condition_of
from kiosk.rehearsal.knobs import knobs
from kiosk.rehearsal.line import Mode
from kiosk.rehearsal.recording import Recording

PAGE = files("kiosk.rehearsal") / "page"

LANGUAGES = ("zh", "en")


def words(language: str) -> dict[str, Any]:
    """The page's words, by table and name."""
    return dict(rtoml.loads(PAGE.joinpath(f"{language}.toml").read_text("utf-8")))


def panels() -> dict[str, list[str]]:
    """Names of the knobs that stand on the page, by panel, in order."""
    return dict(rtoml.loads(PAGE.joinpath("panels.toml").read_text("utf-8")))


def about() -> dict[str, Any]:
    """What does not change: cards, papers, conditions, words, and how every knob usually is."""
    return {
        "cards": {name: _card(name, card) for name, card in CARDS.items()},
        "papers": list(PAPERS),
        "conditions": list(CONDITIONS),
        "modes": [mode.value for mode in Mode],
        "panels": panels(),
        "usual": {knob.name: knob.value for knob in knobs(Bench())},
        "words": {language: words(language) for language in LANGUAGES},
    }


def _card(name: str, card: SimulatedCard) -> dict[str, str]:
    """What a drawing of the card needs; of one that cannot be read nothing is told."""
    person = card.person
    if not card.identity or not card.readable:
        return {"kind": name, "name": "", "number": "", "until": ""}
    until = person.valid_to
    return {
        "kind": person.document.value,
        "name": person.name or person.name_en,
        "number": person.id_number,
        "until": "" if until is None else until.isoformat(),
    }


def state(bench: Bench, recording: Recording) -> dict[str, Any]:
    """How everything stands."""
    recorder = recording.recorder
    sight = [knob.value for knob in knobs(bench) if knob.name.startswith("camera.")]
    return {
        "card": bench.card,
        "paper": bench.paper,
        "condition": condition_of(bench.camera),
        "sight": f"{bench.laid}-{bench.paper}-{hash(tuple(sight)) & 0xFFFFFFFF:x}",
        "watching": bench.camera.watching > 0,
        "slips": len(bench.printer.slips),
        "taken": bench.taken,
        "retracted": len(bench.printer.retracted),
        "plugged": bench.plugged,
        "line": {"leads": bench.line.leads, "carried": bench.line.carried},
        "ahead": round((bench.clock.now() - datetime.now().astimezone()).total_seconds()),
        "page": recorder.page,
        "steps": recorder.steps,
        "notes": recorder.notes,
        "recorded": recording.text,
        "knobs": [asdict(knob) for knob in knobs(bench)],
    }
