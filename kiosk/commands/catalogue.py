"""`kiosk catalogue`: check service files, the JSON Schema that editors use, and the city's newest version."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from config import catalogue, checking, schemas
from config.catalogue_text import CatalogueError
from config.schemas import KINDS
from kiosk import catalogue_in_use
from kiosk.commands.shared import Config, Json, client_of, queue_of, settings_from, trial_of
from kiosk.exits import CommandError, Exit, told
from offline_queue.answers import MissingParts, NotDelivered, Refused
from offline_queue.dispatch import Dispatch
from offline_queue.errands import Errands
from offline_queue.wire import WireError

app = typer.Typer(
    help="Validate service files; JSON Schema for editors; the city's newest version.",
    no_args_is_help=True,
    add_completion=False,
)


@app.command("check")
@told
def check(
    folders: Annotated[list[Path] | None, typer.Argument(metavar="[DIR]...", help="Folders of service files.")] = None,
    as_json: Json = False,
) -> None:
    """Check every service file, package and group, all together; all mistakes are listed. Without DIR: what ships.

    A mistake is told as file:line: key: what to write.
    """
    wrong = checking.complaints(_files(folders))
    if wrong:
        raise CommandError("bad_catalogue", "\n".join(wrong), "correct the file", Exit.BAD_USAGE)
    try:
        services = catalogue.load(*(folders or []))
    except CatalogueError as error:
        raise CommandError("bad_catalogue", str(error), "correct the file", Exit.BAD_USAGE) from None
    # as a terminal does before it uses one
    if stumbled := trial_of()(services):
        raise CommandError("bad_catalogue", stumbled, "correct the file", Exit.BAD_USAGE)
    rows = [{"code": service.code, "version": service.version, "name": service.name.zh} for service in services]
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        typer.echo(f"{row['code']}  v{row['version']}  {row['name']}")


def _files(folders: list[Path] | None) -> list[Path]:
    return [file for folder in folders or catalogue.SHIPPED for file in sorted(folder.glob("*.toml"))]


@app.command("schema")
@told
def schema(
    kind: Annotated[str, typer.Option(help=f"Of which kind of file: {', '.join(KINDS)}.")] = "service",
    into: Annotated[Path | None, typer.Option("--all", metavar="DIR", help="Write those of all kinds there.")] = None,
) -> None:
    """The JSON Schema of a kind of file, with which editors complete keys and say what each is for."""
    if into is not None:
        for file in schemas.write(into):
            typer.echo(str(file))
        return
    if kind not in KINDS:
        raise CommandError("bad_usage", f"there is no kind {kind!r}", f"one of: {', '.join(KINDS)}", Exit.BAD_USAGE)
    typer.echo(schemas.schema_of(kind), nl=False)


@app.command("pull")
@told
def pull(config: Config = None, as_json: Json = False) -> None:
    """Fetch the city's newest catalogue; the screens take it up between two visits."""
    settings = settings_from(config)
    tried = trial_of()
    try:
        with queue_of(settings) as outbox, client_of(settings) as client:
            judge = catalogue_in_use.judge(settings.data_dir, tried)
            fetched = Errands(outbox, Dispatch(outbox), client, judge).fetch_catalogue()
    except (NotDelivered, Refused, MissingParts) as failure:
        raise CommandError("not_reached", str(failure), "the catalogue stays as it is; try again later") from None
    except WireError as error:
        raise CommandError("not_believed", str(error), "nothing was changed; tell the city", Exit.REFUSED) from None
    in_use = catalogue_in_use.take_up(settings.data_dir, tried)
    if in_use.passed_over:
        raise CommandError(
            "bad_catalogue", in_use.note(), "ask the city to correct it: kiosk catalogue check DIR finds the mistakes"
        )
    found = {"fetched": fetched is not None, "version": in_use.version, "services": len(in_use.catalogue)}
    typer.echo(json.dumps(found) if as_json else f"{in_use.note()} ({'new' if fetched else 'nothing newer'})")
