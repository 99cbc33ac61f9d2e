"""`kiosk catalogue`: check service files, and the JSON Schema that editors use."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from config import catalogue
from kiosk.exits import CommandError, Exit, told

app = typer.Typer(help="Validate service files; JSON Schema for editors.", no_args_is_help=True)


@app.command("check")
@told
def check(
    folder: Annotated[Path, typer.Argument(help="Folder of service files.")] = catalogue.SERVICES,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for programs.")] = False,
) -> None:
    """Check every service file; all mistakes are listed."""
    try:
        services = list(catalogue.load(folder))
    except catalogue.CatalogueError as error:
        raise CommandError("bad_catalogue", str(error), "correct the file", Exit.BAD_USAGE) from None
    rows = [{"code": service.code, "version": service.version, "name": service.name.zh} for service in services]
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        typer.echo(f"{row['code']}  v{row['version']}  {row['name']}")


@app.command("schema")
def schema() -> None:
    """The JSON Schema of a service file."""
    typer.echo(json.dumps(catalogue.Service.model_json_schema(), ensure_ascii=False, indent=2))
