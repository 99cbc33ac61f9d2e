"""`kiosk lockdown`: no console, no other stick, no other network. As root, once the terminal is set up."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands.shared import Config, Json, settings_from
from kiosk.exits import CommandError, Exit, told
from kiosk.lockdown import deeds
from kiosk.lockdown.deeds import Found
from kiosk.lockdown.ruleset import ruleset
from kiosk.lockdown.ways import looked_up, ways
from kiosk.setup.wanted import wanted

app = typer.Typer(help="Lock the machine down; how far it is; undo it.", no_args_is_help=True, add_completion=False)

Root = Annotated[Path, typer.Option(help="Folder that is the root of a system that does not run.")]


@app.command("show")
@told
def show(config: Config = None) -> None:
    """Print the firewall for this configuration; change nothing."""
    settings = settings_from(config)
    found = ways(settings)
    typer.echo(ruleset(found, looked_up(found), settings.lockdown.maintenance), nl=False)


@app.command("firewall")
@told
def firewall(config: Config = None) -> None:
    """Load the firewall for this configuration; its unit and timer call this."""
    _tell([deeds.firewall(settings_from(config))])


@app.command("apply")
@told
def apply(
    config: Config = None,
    root: Root = deeds.ROOT,
    shut: Annotated[bool, typer.Option("--shut", help="Although no network for maintenance is named.")] = False,
) -> None:
    """Lock down. Nobody logs in at the machine any more; by SSH from `lockdown.maintenance` alone."""
    settings = settings_from(config)
    if not settings.lockdown.maintenance and not shut:
        raise CommandError(
            "no_way_in",
            "nobody could log in any more to mend this terminal",
            'name networks in [lockdown] maintenance = ["10.0.0.0/8"], or give --shut',
            Exit.REFUSED,
        )
    if root == deeds.ROOT and wanted(settings.data_dir):
        raise CommandError("not_set_up", "this terminal is not set up", "do its first start before", Exit.REFUSED)
    _tell(_done(deeds.apply(settings, root)))


@app.command("undo")
@told
def undo(root: Root = deeds.ROOT) -> None:
    """Take away what `apply` has put there."""
    _tell(_done(deeds.undo(root)))


@app.command("status")
@told
def status(config: Config = None, root: Root = deeds.ROOT, as_json: Json = False) -> None:
    """Each part of the lock-down: whether it holds. Changes nothing."""
    found = [*deeds.status(settings_from(config), root)]
    if as_json:
        typer.echo(json.dumps([asdict(part) for part in found], ensure_ascii=False))
        if not all(part.good for part in found):
            raise typer.Exit(Exit.FAILED)
        return
    _tell(found)


def _done(found: Iterable[Found]) -> list[Found]:
    try:
        return [*found]
    except OSError as error:
        says = f"{error.filename or 'a file'}: {error.strerror}"
        raise CommandError("not_written", says, "run it as root") from None


def _tell(found: Iterable[Found]) -> None:
    """A line for each; the exit says whether all hold."""
    parts = [*found]
    for part in parts:
        typer.echo(f"{'✓' if part.good else '✗'} {part.part}{': ' if part.says else ''}{part.says}")
    if not all(part.good for part in parts):
        raise typer.Exit(Exit.FAILED)
