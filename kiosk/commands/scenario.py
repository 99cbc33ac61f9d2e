"""`kiosk scenario`: scripted visits on simulated hardware."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from config.scenario import SCENARIOS, ScenarioError, read
from kiosk.exits import CommandError, Exit, told

app = typer.Typer(help="Scripted visits on simulated hardware.", no_args_is_help=True, add_completion=False)


@app.command("list")
def list_() -> None:
    """The scenarios that come with the program."""
    for path in sorted(SCENARIOS.glob("*.toml")):
        typer.echo(f"{path.stem}: {read(path).title}")


@app.command("run")
@told
def run(
    file: Annotated[Path, typer.Argument(help="Scenario file, or the name of one that comes with the program.")],
    screens: Annotated[Path | None, typer.Option(help="Folder for pictures of the screens.")] = None,
    data: Annotated[Path, typer.Option(help="Folder to work in; emptied first.")] = Path("build/scenario"),
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for programs.")] = False,
) -> None:
    """Play a visit with everything real but the hardware; ends with 0 only if the city holds what was given."""
    shipped = SCENARIOS / f"{file}.toml"
    play(shipped if not file.exists() and shipped.is_file() else file, data, screens, as_json)


def play(file: Path, data: Path, screens: Path | None, as_json: bool) -> None:
    """Play a scenario file and tell the summary. Raises CommandError."""
    try:
        scenario = read(file)
    except ScenarioError as error:
        raise CommandError("bad_scenario", str(error), "correct the file", Exit.BAD_USAGE) from None
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.setdefault("KIOSK_SOUND__VOLUME", "0")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    from kiosk.rehearsal.player import ScenarioFailed
    from kiosk.rehearsal.rehearse import rehearse

    try:
        summary = rehearse(scenario, data, screens)
    except ScenarioFailed as failure:
        raise CommandError("scenario_failed", str(failure), f"look at the logs in {data}") from None
    if as_json:
        typer.echo(json.dumps(summary, ensure_ascii=False))
    else:
        number = summary.get("acceptance_number", "")
        typer.echo(f"{scenario.title}: passed in {summary['seconds']} s {number}".rstrip())
