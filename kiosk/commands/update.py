"""`kiosk update`: new versions of the program, fetched by the agent, installed by root at night."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from config.settings import Settings
from kiosk import starts
from kiosk.commands.shared import Config, Json, client_of, settings_from
from kiosk.exits import CommandError, Exit, told
from kiosk.updates import apply as applying
from kiosk.updates import record
from kiosk.updates.apply import Came, Site
from kiosk.updates.machine import Machine
from kiosk.updates.shelf import fetching_of, shelf_of
from offline_queue.answers import NotDelivered, Refused
from offline_queue.catalogue_verdicts import program
from offline_queue.database import FILE, VERSION
from offline_queue.errors import OutboxError
from offline_queue.release_shelf import NEWEST, Shelf
from offline_queue.wire import WireError

app = typer.Typer(add_completion=False, no_args_is_help=True, help="New versions of the program.")

SAYS = {
    Came.NOTHING: "there is nothing to install",
    Came.OUTSIDE_WINDOW: "it is not the time; it is installed at night",
    Came.VISIT: "someone is at the terminal; the next run looks again",
    Came.BUSY: "another tool is installing packages; the next run looks again",
    Came.INSTALLED: "it is installed, and all is well",
}
"""What comes without a fault; the others are FAULTS."""

FAULTS = {
    Came.NO_WAY_BACK: ("the package of the version that runs is not here", "publish it at the city, as the way back"),
    Came.NO_ROOM: ("there is no room for it", "free some room; run: kiosk doctor"),
    Came.NOT_PROVED: ("the package is not the one that was signed, and is fetched anew", "run: kiosk update check"),
    Came.FAILED_BEFORE: ("this version was taken back before", "publish a newer one, or run: kiosk update apply --now"),
    Came.NOT_UNDONE: ("it is not well, and could not be taken back yet", "run: dpkg --configure -a; call service"),
    Came.UNDONE: ("it was not well and was taken back", "read the journal; the version before runs"),
    Came.STUCK: (
        "it is not well, and the queue is of its schema, which the version before cannot read",
        "publish a newer version; nothing that was handed in is lost",
    ),
}


@app.command("status")
@told
def status(config: Config = None, as_json: Json = False) -> None:
    """Which version runs, which is here, and how the last update ended."""
    settings = settings_from(config)
    found: dict[str, Any] = {"program": program(), "queue_schema": VERSION, "window": settings.updates.window}
    shelf = shelf_of(settings)
    newest = None if shelf is None else shelf.release(NEWEST)
    if shelf is not None and newest is not None:
        found |= {"newest": newest.version, "bytes": newest.size, "bytes_here": shelf.come(newest)}
    ended = record.last(settings.updates.state_dir)
    if ended is not None:
        found["last"] = {"version": ended[1].version, "state": ended[0].value, "why": ended[1].why.value}
    on_trial = record.read(settings.updates.state_dir)
    if on_trial is not None:
        found["on_trial"] = on_trial.version
    if as_json:
        typer.echo(json.dumps(found))
        return
    typer.echo(f"version {found['program']} runs; updates are installed between {found['window']}")
    if shelf is None:
        typer.echo("no release key is configured, so none is taken")
    elif newest is not None:
        typer.echo(
            f"the city's newest is {newest.version}, of which {found['bytes_here']} of {newest.size} bytes are here"
        )
    if ended is not None:
        typer.echo(f"the last was {ended[1].version}: {ended[0].value} {ended[1].why.value}".rstrip())


@app.command("check")
@told
def check(config: Config = None, as_json: Json = False) -> None:
    """Fetch the newest version now, as the agent does by itself every hour. Run as the terminal's user."""
    settings = settings_from(config)
    shelf = _shelf(settings)
    try:
        with client_of(settings) as client:
            fetching = fetching_of(settings, shelf, client)
            while fetching.step():
                pass
            standing = fetching.standing()
    except (NotDelivered, Refused) as failure:
        raise CommandError("not_reached", str(failure), "check the line; what has come stays") from None
    except (WireError, OutboxError) as error:
        raise CommandError("bad_release", str(error), "tell the city; nothing was installed") from None
    found = asdict(standing)
    typer.echo(json.dumps(found) if as_json else f"{standing.state or 'nothing new'} {standing.version}".rstrip())


@app.command("apply")
@told
def apply(
    config: Config = None,
    now: Annotated[bool, typer.Option("--now", help="At any time of day, also what failed before.")] = False,
    as_json: Json = False,
) -> None:
    """Install what was fetched, prove it, and take it back when it is not well. Run as root; the timer does."""
    settings = settings_from(config)
    shelf = _shelf(settings)
    try:
        came = applying.apply(_site(settings, shelf, config), at_once=now)
    except OSError as error:
        raise CommandError(
            "not_written", f"{error.filename or 'a file'} cannot be used ({type(error).__name__})", "run as root"
        ) from None
    if came in FAULTS:
        raise CommandError(came.value, *FAULTS[came])
    typer.echo(json.dumps({"came": came.value}) if as_json else SAYS[came])


def _shelf(settings: Settings) -> Shelf:
    shelf = shelf_of(settings)
    if shelf is None:
        raise CommandError(
            "no_release_key", "no release key is configured", "write [updates] keys (docs/updates.md)", Exit.REFUSED
        )
    return shelf


def _site(settings: Settings, shelf: Shelf, config: Path | None) -> Site:
    options = () if config is None else ("--config", str(config))
    return Site(
        settings=settings.updates,
        shelf=shelf,
        queue=settings.data_dir / FILE,
        program=program(),
        schema=VERSION,
        home=Path(sys.prefix),
        machine=Machine(owner=settings.data_dir.stat().st_uid, options=options),
        now=datetime.now,
        forget_crashes=lambda: starts.ended(settings.data_dir),
    )
