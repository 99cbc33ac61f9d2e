"""`kiosk scenario`: scripted visits on simulated hardware."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from config import catalogue
from config.catalogue_text import CatalogueError
from config.scenario import SCENARIOS, Scenario, ScenarioError, read
from kiosk.commands.shared import words
from kiosk.commands.soak import soak
from kiosk.exits import CommandError, Exit, told

if TYPE_CHECKING:
    from kiosk.rehearsal.record import Record

app = typer.Typer(help="Scripted visits on simulated hardware.", no_args_is_help=True, add_completion=False)
app.command("soak")(soak)


@app.command("list")
def list_() -> None:
    """The scenarios that come with the program."""
    for path in sorted(SCENARIOS.rglob("*.toml")):
        typer.echo(f"{path.stem}: {read(path).title}")


@app.command("check")
@told
def check(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Scenario files, or names of those that come along.")
    ],
    folders: Annotated[
        list[Path] | None, typer.Option("--catalogue", metavar="DIR", help="Service files, instead of those that ship.")
    ] = None,
) -> None:
    """Read scenarios without playing them; all mistakes are listed, as file:line: key: what to write."""
    from kiosk.rehearsal.proofread import proofread

    try:
        services = catalogue.load(*(folders or []))
    except CatalogueError as error:
        raise CommandError("bad_catalogue", str(error), "correct the file", Exit.BAD_USAGE) from None
    wrong: list[str] = []
    for file in map(_found, files):
        try:
            wrong += proofread(file, services)
        except ScenarioError as error:
            wrong.append(str(error))
    if wrong:
        raise CommandError("bad_scenario", "\n".join(wrong), "correct the file", Exit.BAD_USAGE)
    typer.echo(f"{len(files)} in order")


@app.command("schema")
@told
def schema() -> None:
    """The JSON Schema of scenarios, with which editors complete keys and names and say what each is for."""
    from config.schemas import as_text
    from kiosk.rehearsal import vocabulary

    typer.echo(as_text(vocabulary.schema()), nl=False)


@app.command("run")
@told
def run(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Scenario files, or names of those that come along.")
    ],
    screens: Annotated[Path | None, typer.Option(help="Folder for the pictures that the scenarios name.")] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write a report with pictures (index.html) and junit.xml there.")
    ] = None,
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
    found = [_found(file) for file in files]
    failed = _dry(found, folders or [], as_json) if dry else play(found, data, screens, report, as_json)
    if len(files) == 1:
        for error in failed.values():
            raise error
    for name, error in failed.items():
        typer.echo(f"{name}: {error}", err=True)
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


def _dry(files: Sequence[Path], folders: Sequence[Path], as_json: bool) -> dict[str, CommandError]:
    """Play scenario files on the visit alone; what failed, by the file's name."""
    failed = {}
    for file in files:
        try:
            _play_dry(file, folders, as_json)
        except CommandError as error:
            failed[file.stem] = error
    return failed


def _play_dry(file: Path, folders: Sequence[Path], as_json: bool) -> None:
    from kiosk.rehearsal.dry import DryRun
    from kiosk.rehearsal.failure import ScenarioFailed

    scenario = _read(file)
    try:
        pages = DryRun(scenario, catalogue.load(*folders), words()).play()
    except CatalogueError as error:
        raise CommandError("bad_catalogue", str(error), "correct the file", Exit.BAD_USAGE) from None
    except ScenarioFailed as failure:
        raise CommandError("scenario_failed", str(failure), "correct the scenario, or the service") from None
    typer.echo(json.dumps({"title": scenario.title, "pages": pages}, ensure_ascii=False) if as_json else scenario.title)


def play(
    files: Sequence[Path], data: Path, screens: Path | None, report: Path | None, as_json: bool
) -> dict[str, CommandError]:
    """Play scenario files over real wires and tell how each went; what failed, by the file's name."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.setdefault("KIOSK_SOUND__VOLUME", "0")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    from kiosk.rehearsal.record import Record
    from kiosk.rehearsal.rehearse import Rehearsal
    from kiosk.rehearsal.report import prepare, write

    records, failed, alone = [], {}, len(files) == 1
    if report is not None:
        prepare(report)
    with Rehearsal(data) as rehearsal:
        for number, file in enumerate(files, start=1):
            name = file.stem
            record = Record(name, name, report and report / "pictures" / name)
            records.append(record)
            try:
                scenario = _read(file)
                record.title = scenario.title
                out, shots = (data, screens) if alone else (data / name, screens and screens / name)
                rehearsal.play(scenario, record, out, shots)
                if record.failure:
                    failed[name] = CommandError("scenario_failed", record.failure, f"look at the logs in {data}")
            except CommandError as error:
                record.failure, failed[name] = error.message, error
            _tell(record, "" if alone else f"[{number}/{len(files)}] ", as_json)
    if report is not None:
        write(report, records)
        if not as_json:
            typer.echo(f"report: {report / 'index.html'}")
    return failed


def _tell(record: Record, place: str, as_json: bool) -> None:
    if as_json and not record.failure:
        typer.echo(json.dumps(record.summary, ensure_ascii=False))
    elif not as_json and (place or not record.failure):
        how = "FAILED" if record.failure else "passed"
        number = record.summary.get("acceptance_number", "")
        typer.echo(f"{place}{record.title}: {how} in {record.seconds} s {number}".rstrip())
