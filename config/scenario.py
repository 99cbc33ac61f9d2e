"""Scenarios: a visit as a script. Each step waits for a page, looks at it, and does what a resident or tester does."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field

from config.settings import Section
from config.toml_files import read_model

SCENARIOS = Path(__file__).parent / "scenarios"


SPAN = r"^[0-9]+(\.[0-9]+)? (s|min)$"
"""A span of time, as `90 s` or `5 min`."""


class ScenarioError(Exception):
    """A scenario file cannot be used; the text names key and mistake, a line each."""


class Queue(Section):
    """How many the terminal's queue holds; what is not given may be any number."""

    waiting: int | None = Field(default=None, ge=0, description="submissions that the city has not acknowledged")
    set_aside: int | None = Field(default=None, ge=0, description="submissions that the city refused for good")
    letters: int | None = Field(default=None, ge=0, description="ratings and reports of faults under way")


class Fault(Section):
    """Something that may go wrong, and how it is mended."""

    turn: dict[str, str] = Field(min_length=1, description="knobs that make it go wrong")
    back: dict[str, str] = Field(min_length=1, description="knobs that mend it")


class Chance(Section):
    """Faults at random steps; the same seed gives the same faults."""

    seed: int = Field(description="any number")
    probability: float = Field(gt=0, le=1, description="how likely a fault is at each step")
    stay: str = Field(default="1 s", pattern=SPAN, description="how long a fault lasts before it is mended")
    faults: tuple[Fault, ...] = Field(min_length=1, description="one of these")


class Step(Section):
    """One step. What is given happens in the order of the keys below."""

    page: str | None = Field(default=None, description="wait until the page of this name shows")
    sees: tuple[str, ...] = Field(default=(), description="words that must stand on it")
    slip: tuple[str, ...] = Field(default=(), description="words that must stand on the slip printed last")
    queue: Queue | None = Field(default=None, description="how the terminal's queue must stand")
    arrived: int | None = Field(default=None, ge=0, description="submissions of this scenario that the city must hold")
    picture: str | None = Field(default=None, description="save the screen under this name")
    intake: Literal["up", "down", "restart"] | None = Field(
        default=None, description="start or stop the city's server, or both"
    )
    agent: Literal["up", "kill", "restart"] | None = Field(
        default=None, description="start the sync agent, or kill it as a power cut does, or both"
    )
    terminal: Literal["up", "kill", "restart"] | None = Field(
        default=None, description="start the terminal, or kill it as a power cut does, or both"
    )
    disk: Literal["full", "ok"] | None = Field(default=None, description="let the disk say that it is full, or well")
    insert_card: str | None = Field(default=None, description="lay this person's card on the reader")
    remove_card: bool = Field(default=False, description="take the card off the reader")
    lay_paper: str | None = Field(default=None, description="lay this paper under the camera")
    lift_paper: bool = Field(default=False, description="take the paper away")
    lay_slip: bool = Field(default=False, description="lay the slip printed last under the camera")
    knobs: dict[str, str] = Field(
        default_factory=dict, description="turn these of the bench (`kiosk simulate` lists them)"
    )
    wait: str | None = Field(
        default=None, pattern=SPAN, description="let this much time pass at once, for terminal and agent"
    )
    type: str | None = Field(default=None, description="write this into the text field")
    keys: str | None = Field(default=None, description="touch these keys of the number pad")
    sign: bool = Field(default=False, description="write something on the sheet for the signature")
    day: date | None = Field(default=None, description="turn the wheels to this day, or to its month")
    touch: str | None = Field(default=None, description="touch what has this intent")
    value: str = Field(default="", description="… and this value")
    taps: int = Field(default=1, ge=1, le=9, description="touch it so many times, as fast as a shaking hand")
    then: str | None = Field(default=None, description="touch what has this intent afterwards, without a value")


class Given(Section):
    """One submission that the city must hold in the end."""

    service_code: str = Field(description="the code of the service")
    answers: dict[str, str] = Field(default_factory=dict, description="every answer, by its field")
    papers: tuple[str, ...] = Field(default=(), description="the papers laid, in the order of the stored scans")
    signed: str = Field(default="", description="the scan that is a signature by hand")
    deferred: tuple[str, ...] = Field(default=(), description="the materials that follow")
    declared: tuple[str, ...] = Field(default=(), description="the materials that a declaration replaces")
    shared: tuple[str, ...] = Field(default=(), description="the materials that the city holds and need not be brought")
    supplement: bool = Field(default=False, description="papers added to the submission before it")


class Scenario(Section):
    """A script, and what the city must hold in the end, in the order of handing in."""

    title: str = Field(description="what it shows, in a few words")
    submissions: tuple[Given, ...] = Field(
        default=(), description="what the city must hold in the end, in the order of handing in"
    )
    size: tuple[int, int] = Field(default=(1080, 1920), description="width and height of the screen in pixels")
    printer: str = Field(default="generic", description="the family of the printer, as `model` of its driver")
    held: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, description="the papers that the city holds already, by the person whose card is laid"
    )
    offline: bool = Field(default=False, description="the slip carries the offline number")
    timeout: float = Field(default=30.0, gt=0, le=600, description="seconds to wait for each page")
    chance: Chance | None = Field(default=None, description="faults at random steps")
    steps: tuple[Step, ...] = Field(min_length=1, description="what happens, in order")


def seconds(span: str) -> float:
    """A span of time in seconds."""
    number, unit = span.split()
    return float(number) * (60 if unit == "min" else 1)


def read(file: Path) -> Scenario:
    """A scenario file. Raises ScenarioError."""
    return read_model(Scenario, file, ScenarioError)
