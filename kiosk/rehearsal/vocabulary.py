"""The words that a scenario may use beside its keys: pages, intents, cards, papers, people, codes of the catalogue."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from config.catalogue import Catalogue
from config.scenario import Scenario
from config.schemas import described
from drivers.simulators.papers import PAPERS
from drivers.simulators.people import CARDS, PEOPLE
from kiosk.intents import Intent
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.knobs import knobs

_PAGES = """
attract home matters search group package departments department guide sample identify expired type-number type-name
match advise shared review sealing done rate rate-words goodbye cases cases-slip cases-number cases-wait cases-list case
supplement-service supplement-papers proof help assistance-topic assistance-phone assistance-words assistance-kept
report-topic report-words report-picture report-camera report-kept closed staff staff-pin staff-unset staff-guide
""".split()
"""Pages of a fixed name. Of the others one part is an id of the catalogue, or of a task of staff."""

STAFF_PAGE = "staff-"


@dataclass(frozen=True)
class Vocabulary:
    """Every name that there is, by what it names."""

    pages: frozenset[str]
    intents: frozenset[str]
    cards: frozenset[str]
    people: frozenset[str]
    papers: frozenset[str]
    knobs: frozenset[str]
    codes: frozenset[str]
    questions: frozenset[str]
    materials: frozenset[str]


def vocabulary(catalogue: Catalogue) -> Vocabulary:
    """What can be said with the services of `catalogue`."""
    packages = list(catalogue.packages)
    questions = {field.id for service in catalogue for field in service.fields}
    asked = questions | {field.id for package in packages for field in package.fields}
    materials = {material.id for service in catalogue for material in service.materials}
    of_papers = {f"{what}-{material}" for material in materials for what in ("scan", "declare")}
    return Vocabulary(
        pages=frozenset(_PAGES) | {f"field-{field}" for field in asked} | of_papers,
        intents=frozenset(str(intent) for intent in Intent),
        cards=frozenset(CARDS),
        people=frozenset(PEOPLE),
        papers=frozenset(PAPERS),
        knobs=frozenset(knob.name for knob in knobs(Bench())),
        codes=frozenset(service.code for service in catalogue) | {package.code for package in packages},
        questions=frozenset(questions),
        materials=frozenset(materials),
    )


def schema() -> dict[str, Any]:
    """The JSON Schema of scenarios for editors: with the names of this program, not those of a city's catalogue."""
    found = described(Scenario)
    step = found["$defs"]["Step"]["properties"]
    for key, names in (("insert_card", CARDS), ("lay_paper", PAPERS), ("touch", Intent), ("then", Intent)):
        _narrow(step[key], [str(name) for name in names])
    turned = [knob.name for knob in knobs(Bench())]
    for part, key in (("Step", "knobs"), ("Fault", "turn"), ("Fault", "back")):
        found["$defs"][part]["properties"][key]["propertyNames"] = {"enum": turned}
    found["properties"]["held"]["propertyNames"] = {"enum": list(PEOPLE)}
    return found


def _narrow(key: dict[str, Any], names: Collection[str]) -> None:
    text = next(kind for kind in key["anyOf"] if kind["type"] == "string")
    text["enum"] = list(names)
