"""`kiosk scenario`: scripted visits on simulated hardware."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from config import catalogue
from config.catalogue_text import CatalogueError
from config.scenario import SCENARIOS, Scenario, ScenarioError, read
from kiosk.commands.shared import words
from kiosk.exits import CommandError, Exit, told

app = typer.Typer(help="Scripted visits on simulated hardware.", no_args_is_help=True, add_completion=False)


@app.command("list")
def list_() -> None:
    """The scenarios that come with the program."""
    for path in sorted(SCENARIOS.rglob("*.toml")):
        typer.echo(f"{path.stem}: {read(path).title}")


@app.command("run")
@told
def run(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Scenario files, or names of those that come along.")
    ],
    screens: Annotated[Path | None, typer.Option(help="Folder for pictures of the screens.")] = None,
    data: Annotated[
        Path, typer.Option(help="Folder to work in; emptied first. Of several, each has its own below.")
    ] = Path("build/scenario"),
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for programs.")] = False,
    dry: Annotated[
        bool, typer.Option("--dry", help="The visit alone, in milliseconds: no device, screen or city.")
    ] = False,
    folders: Annotated[
        list[Path] | None, typer.Option("--catalogue", metavar="DIR", help="With --dry: service files to play with.")
    ] = None,
) -> None:
    """Play visits with everything real but the hardware; ends with 0 only if the city holds what was given in each."""
    if len(files) == 1 and not dry:
        play(_found(files[0]), data, screens, as_json)
        return
    failed: list[str] = []
    for file in files:
        try:
            if dry:
                play_dry(_found(file), folders or [], as_json)
            else:
                play(_found(file), data / file.stem, screens and screens / file.stem, as_json)
        except CommandError as error:
            failed.append(file.stem)
            typer.echo(f"{file.stem}: {error}", err=True)
    if failed:
        raise CommandError("scenario_failed", f"not passed: {', '.join(failed)}", "each says above what it missed")


def _found(file: Path) -> Path:
    if file.is_file():
        return file
    return next((path for path in SCENARIOS.rglob("*.toml") if path.stem == file.name), file)


def _read(file: Path) -> Scenario:
    try:
        return read(file)
    except ScenarioError as error:
        raise CommandError("bad_scenario", str(error), "correct the file", Exit.BAD_USAGE) from None


def play_dry(file: Path, folders: Sequence[Path], as_json: bool) -> None:
    """Play a scenario file on the visit alone. Raises CommandError."""
    from kiosk.rehearsal.dry import DryRun
    from kiosk.rehearsal.player import ScenarioFailed

    scenario = _read(file)
    try:
        pages = DryRun(scenario, catalogue.load(*folders), words()).play()
    except CatalogueError as error:
        raise CommandError("bad_catalogue", str(error), "correct the file", Exit.BAD_USAGE) from None
    except ScenarioFailed as failure:
        raise CommandError("scenario_failed", str(failure), "correct the scenario, or the service") from None
    typer.echo(json.dumps({"title": scenario.title, "pages": pages}, ensure_ascii=False) if as_json else scenario.title)


def play(file: Path, data: Path, screens: Path | None, as_json: bool) -> None:
    """Play a scenario file and tell the summary. Raises CommandError."""
    scenario = _read(file)
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
