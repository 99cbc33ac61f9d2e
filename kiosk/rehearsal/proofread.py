"""Reads a scenario without playing it: every name in it that does not exist, with what may have been meant."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from config.catalogue import Catalogue
from config.scenario import Given, Scenario, Step, read
from config.toml_lines import Key, line_of
from drivers.receipt_printer.profiles import PROFILES
from kiosk.intents import Intent
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.knobs import KnobError, fits
from kiosk.rehearsal.vocabulary import STAFF_PAGE, Vocabulary, vocabulary

Mistake = tuple[tuple[Key, ...], str]
"""Where it stands, and what is wrong there."""

CLOSE = 0.6
"""Likeness of two names from which one may be meant by the other; the default of difflib."""

MOST = 12
"""Names that are told where none is close; more would hide what is wrong."""


def proofread(file: Path, catalogue: Catalogue) -> list[str]:
    """A line for each mistake: file:line: key: what to write. Raises ScenarioError where it cannot be read at all."""
    scenario, text = read(file), file.read_text("utf-8")
    told = []
    for path, words in _Proof(scenario, catalogue).mistakes():
        key = ".".join(str(part) for part in path)
        told.append(f"{file}:{line_of(text, path) or 1}: {key}: {words}")
    return told


class _Proof:
    def __init__(self, scenario: Scenario, catalogue: Catalogue) -> None:
        self._scenario = scenario
        self._catalogue = catalogue
        self._words: Vocabulary = vocabulary(catalogue)
        self._bench = Bench()

    def mistakes(self) -> Iterator[Mistake]:
        """All of them, in the order of the file."""
        for number, step in enumerate(self._scenario.steps):
            yield from self._step(step, ("steps", number))
        yield from _unknown(self._scenario.printer, PROFILES, ("printer",))
        if self._scenario.chance is not None:
            for number, fault in enumerate(self._scenario.chance.faults):
                place = ("chance", "faults", number)
                yield from self._knobs(fault.turn, (*place, "turn"))
                yield from self._knobs(fault.back, (*place, "back"))
        for number, given in enumerate(self._scenario.submissions):
            yield from self._given(given, ("submissions", number))
        for person, papers in self._scenario.held.items():
            yield from _unknown(person, self._words.people, ("held", person))
            for paper in papers:
                yield from _unknown(paper, self._words.materials, ("held", person))

    def _step(self, step: Step, place: tuple[Key, ...]) -> Iterator[Mistake]:
        words = self._words
        if step.page is not None and not step.page.startswith(STAFF_PAGE):
            yield from _unknown(step.page, words.pages, (*place, "page"))
        for key, name, names in (
            ("insert_card", step.insert_card, words.cards),
            ("lay_paper", step.lay_paper, words.papers),
            ("touch", step.touch, words.intents),
            ("then", step.then, words.intents),
        ):
            if name is not None:
                yield from _unknown(name, names, (*place, key))
        if step.touch in (Intent.CHOOSE_SERVICE, Intent.CHOOSE_PACKAGE):
            yield from _unknown(step.value, words.codes, (*place, "value"))
        if step.value and step.touch is None:
            yield (*place, "value"), "is of a touch; add touch = …"
        yield from self._knobs(step.knobs, (*place, "knobs"))

    def _knobs(self, turned: Mapping[str, str], place: tuple[Key, ...]) -> Iterator[Mistake]:
        for name, value in turned.items():
            if wrong := list(_unknown(name, self._words.knobs, (*place, name))):
                yield from wrong
                continue
            try:
                fits(self._bench, name, value)
            except KnobError as error:
                yield (*place, name), str(error)

    def _given(self, given: Given, place: tuple[Key, ...]) -> Iterator[Mistake]:
        words, service = self._words, self._catalogue.find(given.service_code)
        yield from _unknown(given.service_code, words.codes, (*place, "service_code"))
        for name in given.papers:
            yield from _unknown(name, words.papers, (*place, "papers"))
        questions = words.questions if service is None else {field.id for field in service.fields}
        for answer in given.answers:
            yield from _unknown(answer, questions, (*place, "answers", answer))
        for key in ("deferred", "declared", "shared"):
            for material in getattr(given, key):
                yield from _unknown(material, words.materials, (*place, key))


def _unknown(name: str, names: Collection[str], place: tuple[Key, ...]) -> Iterator[Mistake]:
    if name in names:
        return
    close = difflib.get_close_matches(name, names, 1, CLOSE)
    if close:
        yield place, f"there is no {name!r}; did you mean {close[0]!r}?"
    else:
        there = f"; there are: {', '.join(sorted(names))}" if len(names) <= MOST else ""
        yield place, f"there is no {name!r}{there}"
