"""Scenarios: a visit as a script. Each step waits for a page, looks at it, and does what a resident or tester does."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field

from config.settings import Section
from config.toml_files import read_model

SCENARIOS = Path(__file__).parent / "scenarios"


class ScenarioError(Exception):
    """A scenario file cannot be used; the text names key and mistake, a line each."""


class Step(Section):
    """One step. What is given happens in the order of the keys below."""

    page: str | None = Field(default=None, description="wait until the page of this name shows")
    sees: tuple[str, ...] = Field(default=(), description="words that must stand on it")
    slip: tuple[str, ...] = Field(default=(), description="words that must stand on the slip printed last")
    picture: str | None = Field(default=None, description="save the screen under this name")
    intake: Literal["up", "down"] | None = Field(default=None, description="start or stop the city's server")
    insert_card: str | None = Field(default=None, description="lay this person's card on the reader")
    remove_card: bool = False
    lay_paper: str | None = Field(default=None, description="lay this paper under the camera")
    lift_paper: bool = False
    lay_slip: bool = Field(default=False, description="lay the slip printed last under the camera")
    knobs: dict[str, str] = Field(
        default_factory=dict, description="turn these of the bench (`kiosk simulate` lists them)"
    )
    type: str | None = Field(default=None, description="write this into the text field")
    keys: str | None = Field(default=None, description="touch these keys of the number pad")
    sign: bool = Field(default=False, description="write something on the sheet for the signature")
    day: date | None = Field(default=None, description="turn the wheels to this day, or to its month")
    touch: str | None = Field(default=None, description="touch what has this intent")
    value: str = Field(default="", description="… and this value")


class Given(Section):
    """One submission that the city must hold in the end."""

    service_code: str
    answers: dict[str, str] = Field(default_factory=dict)
    papers: tuple[str, ...] = Field(default=(), description="the papers laid, in the order of the stored scans")
    signed: str = Field(default="", description="the scan that is a signature by hand")
    deferred: tuple[str, ...] = Field(default=(), description="the materials that follow")
    declared: tuple[str, ...] = Field(default=(), description="the materials that a declaration replaces")
    shared: tuple[str, ...] = Field(default=(), description="the materials that the city holds and need not be brought")
    supplement: bool = Field(default=False, description="papers added to the submission before it")


class Scenario(Section):
    """A script, and what the city must hold in the end, in the order of handing in."""

    title: str
    submissions: tuple[Given, ...] = ()
    size: tuple[int, int] = (1080, 1920)
    held: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, description="the papers that the city holds already, by the person whose card is laid"
    )
    offline: bool = Field(default=False, description="the slip carries the offline number")
    timeout: float = Field(default=30.0, gt=0, le=600, description="seconds to wait for each page")
    steps: tuple[Step, ...] = Field(min_length=1)


def read(file: Path) -> Scenario:
    """A scenario file. Raises ScenarioError."""
    return read_model(Scenario, file, ScenarioError)
