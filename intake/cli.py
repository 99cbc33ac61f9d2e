"""The program `kiosk-intake`: serve, hand out enrolment codes, look at what arrived."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from sqlalchemy.exc import SQLAlchemyError

from intake import keys
from intake.store import Store, Stored
from offline_queue.sealing import open_key, open_part
from offline_queue.wire import FORM_PART, Manifest, WireError, digest_of

app = typer.Typer(
    help="The reference central intake.", no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False
)

FAILED = 3

Data = Annotated[Path, typer.Option(help="Folder for keys, database and parts.")]
Database = Annotated[str, typer.Option(help="SQLAlchemy URL; SQLite in --data when left out.")]
Objects = Annotated[Path | None, typer.Option(help="Folder for sealed parts; in --data when left out.")]
Json = Annotated[bool, typer.Option("--json", help="As JSON, for programs.")]

DEFAULT_DATA = Path("/var/lib/kiosk-intake")

_SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png", "application/pdf": ".pdf", "application/json": ".json"}


def _store(data: Path, database: str, objects: Path | None) -> Store:
    try:
        data.mkdir(parents=True, exist_ok=True)
        return Store(database or f"sqlite:///{data.resolve() / 'intake.sqlite'}", objects or data / "parts")
    except (OSError, SQLAlchemyError):
        _fail(
            "no_database", "the database or the folder for parts cannot be opened", "check --data and --database", False
        )


@app.command("serve")
def serve(
    host: Annotated[str, typer.Option(help="Address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8420,
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = None,
) -> None:
    """Run the server."""
    import uvicorn

    from intake.server import make_app

    store = _store(data, database, objects)
    server = make_app(store, keys.load(data / "keys"))
    try:
        uvicorn.run(server, host=host, port=port, log_level="critical", server_header=False)
    except SystemExit:
        _fail("not_started", f"cannot listen at {host}:{port}", "give another --port, or end what listens there", False)
    finally:
        store.close()


@app.command("enrol-code")
def enrol_code(data: Data = DEFAULT_DATA, database: Database = "", objects: Objects = None) -> None:
    """A code with which one terminal may register; printed alone."""
    typer.echo(_store(data, database, objects).new_code())


@app.command("list")
def list_(data: Data = DEFAULT_DATA, database: Database = "", objects: Objects = None, as_json: Json = False) -> None:
    """What arrived, oldest first."""
    rows = [stored.summary() for stored in _store(data, database, objects).submissions()]
    if as_json:
        typer.echo(json.dumps(rows))
        return
    for row in rows:
        typer.echo("  ".join((row["received"], row["acceptance_number"], row["service_code"], row["id"])))


@app.command("show")
def show(
    number: Annotated[str, typer.Argument(metavar="ID", help="Id, acceptance number or offline number.")],
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = None,
    as_json: Json = False,
) -> None:
    """One submission, opened: the form as it was given, and its scans."""
    store = _store(data, database, objects)
    stored, manifest = _found(store, number, as_json)
    opened = _open(store, data, manifest, as_json)
    form: dict[str, Any] = json.loads(opened[0])
    whole = form | stored.summary() | {"scans": _scans(manifest, opened)}
    typer.echo(json.dumps(whole, ensure_ascii=False, indent=None if as_json else 2))


@app.command("scans")
def scans(
    number: Annotated[str, typer.Argument(metavar="ID", help="Id, acceptance number or offline number.")],
    out: Annotated[Path, typer.Option(help="Folder to write to.")],
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = None,
) -> None:
    """Write the scans of a submission, byte for byte, in their order."""
    store = _store(data, database, objects)
    _, manifest = _found(store, number, False)
    out.mkdir(parents=True, exist_ok=True)
    for entry, content in list(zip(manifest.parts, _open(store, data, manifest, False), strict=True))[1:]:
        suffix = _SUFFIXES.get(entry.media_type, "") if not Path(entry.part).suffix else ""
        path = out / f"{entry.index:02d}-{entry.part}{suffix}"
        path.write_bytes(content)
        typer.echo(path)


@app.command("openapi")
def openapi() -> None:
    """The contract as OpenAPI 3.1, made from the server."""
    import tempfile

    import yaml

    from intake.server import make_app

    with tempfile.TemporaryDirectory() as folder:
        store = _store(Path(folder), "", None)
        typer.echo(yaml.safe_dump(make_app(store, keys.load(Path(folder))).openapi(), sort_keys=False), nl=False)
        store.close()


def _found(store: Store, number: str, as_json: bool) -> tuple[Stored, Manifest]:
    stored = store.find(number)
    if stored is None:
        _fail("not_found", "there is no submission of this number", "kiosk-intake list shows what there is", as_json)
    return stored, Manifest.model_validate_json(stored.manifest)


def _open(store: Store, data: Path, manifest: Manifest, as_json: bool) -> list[bytes]:
    try:
        data_key = open_key(manifest, keys.load(data / "keys").opening)
        return [open_part(manifest, entry, store.part(entry.digest) or b"", data_key) for entry in manifest.parts]
    except WireError as error:
        _fail("cannot_open", str(error), "check that --data holds the keys it was sealed to", as_json)


def _scans(manifest: Manifest, opened: list[bytes]) -> list[dict[str, object]]:

    return [
        {"part": entry.part, "digest": digest_of(content), "bytes": len(content)}
        for entry, content in zip(manifest.parts, opened, strict=True)
        if entry.part != FORM_PART
    ]


def _fail(code: str, message: str, remedy: str, as_json: bool) -> NoReturn:
    if as_json:
        typer.echo(json.dumps({"error": {"code": code, "message": message, "remedy": remedy}}))
    else:
        typer.echo(f"{message} – {remedy}", err=True)
    raise typer.Exit(FAILED)


def main() -> None:
    """Entry point of the `kiosk-intake` program."""
    app()
