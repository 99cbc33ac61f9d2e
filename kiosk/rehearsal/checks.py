"""What the city holds against what a scenario says was given: forms, numbers, pictures."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pikepdf

from config.scenario import Given, Scenario
from drivers.document_scanner.page import Image
from drivers.simulators.papers import PAPERS
from drivers.simulators.people import PEOPLE
from kiosk.rehearsal.failure import ScenarioFailed
from kiosk.rehearsal.stage import PIN, Stage

ARRIVAL_WAIT = 60.0
"""Seconds for a submission to reach the city after the visit."""

ALIKE = 0.85
"""Correlation above which a stored scan shows the paper that was laid (blank against written paper: below 0.3)."""


LONG = 4
"""Characters of typed words that are searched for: fewer are found by chance."""

_JPEG = b"\xff\xd8\xff"


def check(scenario: Scenario, stage: Stage, folder: Path) -> list[dict[str, Any]]:
    """What the city holds, in the order in which the scenario gives it; scans go to `folder`. Raises ScenarioFailed."""
    arrived = _arrived(stage, scenario)
    slips = "".join(slip.text for slip in stage.slips).replace(" ", "")
    for number, (given, stored) in enumerate(zip(scenario.submissions, arrived, strict=True)):
        if given.supplement:
            _check_supplement(arrived[number - 1], stored)
        else:
            _check_form(scenario, given, stored)
            _check_slip(scenario, stored, slips)
        _check_scans(given.papers, stage.rig.scans(stored["id"], folder / f"scans-{number}"), given.signed)
    return arrived


def _arrived(stage: Stage, scenario: Scenario) -> list[dict[str, Any]]:
    expected = len(scenario.submissions)
    end = time.monotonic() + ARRIVAL_WAIT
    while True:
        stored = stage.arrived()
        if len(stored) > expected:
            raise ScenarioFailed(f"the city holds {len(stored)} submissions instead of {expected}")
        if len(stored) == expected:
            return _in_order(scenario, [stage.rig.shown(identity) for identity in stored])
        if time.monotonic() > end:
            raise ScenarioFailed(f"{expected - len(stored)} of {expected} submissions did not arrive at the city")
        time.sleep(0.1)


def _in_order(scenario: Scenario, stored: list[dict[str, Any]]) -> list[dict[str, Any]]:
    left = {(item["service_code"], "supplement_of" in item): item for item in stored}
    try:
        return [left[given.service_code, given.supplement] for given in scenario.submissions]
    except KeyError as missing:
        raise ScenarioFailed(f"the city holds none of {missing.args[0][0]}") from None


def _check_form(scenario: Scenario, given: Given, stored: dict[str, Any]) -> None:
    cards = [PEOPLE[step.insert_card].person.as_json() for step in scenario.steps if step.insert_card in PEOPLE]
    expected: dict[str, Any] = {"service_code": given.service_code, "answers": given.answers}
    told = {"deferred": stored["deferred"], "declared": stored.get("declared", [])}
    told["shared"] = stored.get("shared", {}).get("materials", {})
    for name, materials in told.items():
        if sorted(materials) != sorted(getattr(given, name)):
            raise ScenarioFailed(
                f"{name} are {', '.join(sorted(materials)) or 'none'}, which the scenario does not say"
            )
    wrong = [name for name, value in expected.items() if stored[name] != value]
    if cards and stored["applicant"] not in cards:
        wrong.append("applicant")
    if wrong:
        raise ScenarioFailed(f"the city's form differs from what was given in: {', '.join(wrong)}")


def _check_supplement(stored: dict[str, Any], supplement: dict[str, Any]) -> None:
    numbers = (stored["acceptance_number"], stored["offline_number"])
    if supplement.get("supplement_of") not in numbers:
        raise ScenarioFailed("the supplement does not name the number of the submission")
    if stored.get("supplements") != [supplement["acceptance_number"]]:
        raise ScenarioFailed("the city does not tell of the supplement where the submission is shown")


def _check_slip(scenario: Scenario, stored: dict[str, Any], slips: str) -> None:
    number = stored["offline_number" if scenario.offline else "acceptance_number"]
    if slips and number not in slips:
        raise ScenarioFailed("the slip does not carry the number of the submission")


def _check_scans(papers: Sequence[str], scans: list[Path], signed: str = "") -> None:
    signatures = [path for path in scans if path.suffix == ".png"]
    if [path.stem.partition("-")[2] for path in signatures] != ([signed] if signed else []):
        raise ScenarioFailed("the city holds other signatures than were given")
    pages = [page for path in scans if path not in signatures for page in pages_of(path)]
    if len(pages) != len(papers):
        raise ScenarioFailed(f"the city holds {len(pages)} pages instead of {len(papers)}")
    for number, (page, paper) in enumerate(zip(pages, papers, strict=True), start=1):
        scan = cv2.imdecode(np.frombuffer(page, np.uint8), cv2.IMREAD_COLOR)
        if scan is None or likeness(np.asarray(scan, dtype=np.uint8), PAPERS[paper]()) < ALIKE:
            raise ScenarioFailed(f"page {number} of the stored scans does not show the paper {paper}")


def nothing_left(stage: Stage, scenario: Scenario) -> None:
    """That nothing personal lies in what the terminal has written: who laid a card, what was typed, what was scanned.

    Raises ScenarioFailed.
    """
    people = [PEOPLE[step.insert_card].person for step in scenario.steps if step.insert_card in PEOPLE]
    told = {words for person in people for words in (person.name, person.id_number, person.address[:8])}
    typed = [words for step in scenario.steps if step.page != "search" for words in (step.type, step.keys)]
    told |= {words for words in typed if words and len(words) >= LONG}
    secrets = [words.encode(codec) for words in told - {"", PIN} for codec in ("utf-8", "utf-16-le", "gb18030")]
    for path in stage.written():
        content = path.read_bytes()
        if any(secret in content for secret in secrets) or content.startswith(_JPEG):
            raise ScenarioFailed(f"something personal lies in {path.relative_to(stage.folder)}")


def pages_of(path: Path) -> list[bytes]:
    """The JPEGs of a stored scan: itself, or the pages of a PDF."""
    if path.suffix != ".pdf":
        return [path.read_bytes()]
    with pikepdf.open(path) as pdf:
        return [image.read_raw_bytes() for page in pdf.pages for image in page.get_images().values()]


def likeness(scan: Image, paper: Image) -> float:
    """Correlation of two pictures at a common size of 300 by 420 pixels, grey, slightly blurred: 1 is the same."""
    small = []
    for picture in (scan, paper):
        grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
        shrunk = cv2.resize(grey, (300, 420), interpolation=cv2.INTER_AREA)
        small.append(cv2.GaussianBlur(shrunk, (0, 0), 2).astype(np.float64).ravel())
    return float(np.corrcoef(small[0], small[1])[0, 1])
