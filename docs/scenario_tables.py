"""The tables of docs/scenarios.md: the keys of the language from its model, the library from its files.

python docs/scenario_tables.py            prints them
python docs/scenario_tables.py --write    puts them into docs/scenarios.md
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generated import Parts

from config.scenario import SCENARIOS, Chance, Fault, Given, Queue, Scenario, Step, read

MODELS = {
    "The file": Scenario,
    "A step, `steps`": Step,
    "The queue, `queue`": Queue,
    "Faults at random, `chance`": Chance,
    "One of them, `chance.faults`": Fault,
    "What the city must hold, `submissions`": Given,
}


def keys() -> str:
    """Every key and what it is for."""
    return "\n\n".join(f"**{heading}**\n\n{_keys(model)}" for heading, model in MODELS.items())


def _keys(model: type[Scenario | Step | Queue | Chance | Fault | Given]) -> str:
    lines = ["| key | what it does |", "|---|---|"]
    lines += [f"| `{name}` | {field.description} |" for name, field in model.model_fields.items()]
    return "\n".join(lines)


def library() -> str:
    """Every fault and what becomes of it."""
    lines = ["| scenario | shows | the resident reads | the submission |", "|---|---|---|---|"]
    for file in sorted((SCENARIOS / "faults").glob("*.toml")):
        scenario = read(file)
        lines.append(f"| `{file.stem}` | {_shows(file)} | {'; '.join(_sees(scenario))} | {_becomes(scenario)} |")
    return "\n".join(lines)


def _shows(file: Path) -> str:
    """Its comment."""
    lines = file.read_text("utf-8").splitlines()[1:]
    return " ".join(
        line.removeprefix("# ") for line in lines[: next(n for n, line in enumerate(lines) if line[:1] != "#")]
    )


def _sees(scenario: Scenario) -> Iterator[str]:
    """What stands on the first page that it looks at closely."""
    first = next((step.sees for step in scenario.steps if step.sees), ("–",))
    yield from first[:2]


def _becomes(scenario: Scenario) -> str:
    if any(step.queue is not None and step.queue.set_aside for step in scenario.steps):
        return "kept, set aside for staff"
    if scenario.submissions:
        return "waits sealed, arrives once" if scenario.offline else "arrives once"
    handed_in = any(step.page == "review" and step.touch == "forward" for step in scenario.steps)
    return "whole or not at all" if handed_in else "none was begun, nothing is kept"


PARTS = Parts("scenarios.md", __file__, {"keys": keys, "library": library})

if __name__ == "__main__":
    PARTS.main()
