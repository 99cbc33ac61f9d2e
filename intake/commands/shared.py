"""What the commands share: where the data lie, how a submission is found, how a failure is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from sqlalchemy.exc import SQLAlchemyError

from intake.objects import open_objects
from intake.store import Store, Stored
from offline_queue.wire import Manifest

FAILED = 3

Data = Annotated[Path, typer.Option(help="Folder for keys, database and parts.")]
Database = Annotated[str, typer.Option(help="SQLAlchemy URL; SQLite in --data when left out.")]
Objects = Annotated[
    str, typer.Option(help="Sealed parts: a folder, s3://bucket or s3+https://host/bucket; in --data when left out.")
]
Json = Annotated[bool, typer.Option("--json", help="As JSON, for programs.")]
Number = Annotated[str, typer.Argument(metavar="ID", help="Id, acceptance number or offline number.")]

DEFAULT_DATA = Path("/var/lib/kiosk-intake")


def open_store(data: Path, database: str, objects: str) -> Store:
    """What was chosen by the options; ends the command when it cannot be opened."""
    try:
        data.mkdir(parents=True, exist_ok=True)
        return Store(
            database or f"sqlite:///{data.resolve() / 'intake.sqlite'}", open_objects(objects or str(data / "parts"))
        )
    except (OSError, SQLAlchemyError):
        fail(
            "no_database", "the database or the folder for parts cannot be opened", "check --data and --database", False
        )


def found(store: Store, number: str, as_json: bool) -> tuple[Stored, Manifest]:
    """A submission whose content is here; ends the command when there is none."""
    stored = known(store, number, as_json)
    if stored.withdrawn is not None:
        fail("withdrawn", f"it was withdrawn at {stored.withdrawn}; its content was erased", "nothing to do", as_json)
    return stored, Manifest.model_validate_json(stored.manifest)


def known(store: Store, number: str, as_json: bool) -> Stored:
    """A submission by any of its numbers, withdrawn or not; ends the command when there is none."""
    stored = store.find(number)
    if stored is None:
        fail("not_found", "there is no submission of this number", "kiosk-intake list shows what there is", as_json)
    return stored


def fail(code: str, message: str, remedy: str, as_json: bool) -> NoReturn:
    """End the command: what is wrong and the next step, in one line."""
    if as_json:
        typer.echo(json.dumps({"error": {"code": code, "message": message, "remedy": remedy}}))
    else:
        typer.echo(f"{message} – {remedy}", err=True)
    raise typer.Exit(FAILED)
