"""`kiosk scenario soak`: random visits with random faults, faster than life, and what they prove."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.commands.shared import Json, words
from kiosk.exits import CommandError, told

SHOWN = 10
"""Lines of what is wrong that are told; the report has all."""


@told
def soak(
    visits: Annotated[int, typer.Option(min=10, help="How many visits.")] = 300,
    seed: Annotated[int, typer.Option(help="Draws everything; the same seed plans the same visits.")] = 1,
    data: Annotated[Path, typer.Option(help="Folder to work in; emptied first.")] = Path("build/soak"),
    report: Annotated[Path | None, typer.Option(help="Folder for soak.json.")] = None,
    as_json: Json = False,
) -> None:
    """Random visits with random faults; ends with 0 only if nothing was lost, doubled, left behind or complained of."""
    from kiosk.rehearsal.soak.run import soak as run

    summary = run(visits, seed, data, words(), report, lambda line: typer.echo(line, err=True))
    if as_json:
        typer.echo(json.dumps(summary, ensure_ascii=False))
    else:
        typer.echo(_text(summary))
    if wrong := summary["wrong"]:
        for line in wrong[:SHOWN]:
            typer.echo(line, err=True)
        raise CommandError("soak_failed", f"{len(wrong)} things are wrong", f"look at the logs in {data}")


def _text(summary: Mapping[str, Any]) -> str:
    return "\n".join(
        (
            summary["command"],
            f"visits: {summary['visits']} ({summary['over_wires']} over wires), {summary['seconds']} s",
            f"endings: {_counts(summary['endings'])}",
            f"left at: {_counts(summary['left_at'])}",
            f"killed at: {_counts(summary['killed_at'])}",
            f"faults: {_counts(summary['faults'])}",
            f"submissions: {summary['submissions']}, refused by a full disk: {summary['refused_by_full_disk']}",
            *(_memory(name, figures) for name, figures in summary["memory_mb"].items()),
        )
    )


def _memory(name: str, figures: Mapping[str, float]) -> str:
    grown = f"{figures['least']} to {figures['most']} MB, grown by {figures['grown']} MB"
    return f"memory of {name} in the second half: {grown}"


def _counts(counted: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counted.items())
