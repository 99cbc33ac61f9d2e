"""The program `kiosk-intake`: serve, hand out enrolment codes, look at what arrived."""

from __future__ import annotations

import json
import os
import ssl
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from fastapi import FastAPI
from sqlalchemy.exc import SQLAlchemyError

from intake import keys
from intake.letters import Letters
from intake.objects import open_objects
from intake.store import Store, Stored
from offline_queue import bundle
from offline_queue.limits import OWN, Limits
from offline_queue.sealing import open_key, open_part, open_words
from offline_queue.wire import FORM_PART, CaseState, Manifest, Sealed, WireError, digest_of

app = typer.Typer(
    help="The reference central intake.", no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False
)

FAILED = 3

_CHOSEN = "KIOSK_INTAKE_CHOSEN"
"""Environment variable in which `serve` hands its workers where their data lie."""

Data = Annotated[Path, typer.Option(help="Folder for keys, database and parts.")]
Database = Annotated[str, typer.Option(help="SQLAlchemy URL; SQLite in --data when left out.")]
Objects = Annotated[
    str, typer.Option(help="Sealed parts: a folder, s3://bucket or s3+https://host/bucket; in --data when left out.")
]
Json = Annotated[bool, typer.Option("--json", help="As JSON, for programs.")]

DEFAULT_DATA = Path("/var/lib/kiosk-intake")

_SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png", "application/pdf": ".pdf", "application/json": ".json"}


def _store(data: Path, database: str, objects: str) -> Store:
    try:
        data.mkdir(parents=True, exist_ok=True)
        return Store(
            database or f"sqlite:///{data.resolve() / 'intake.sqlite'}", open_objects(objects or str(data / "parts"))
        )
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
    objects: Objects = "",
    workers: Annotated[int, typer.Option(min=1, help="Processes; more than one needs --database.")] = 1,
    slots: Annotated[int, typer.Option(min=1, help="Terminals that empty their queues at a time, a worker.")] = 64,
    part_bytes: Annotated[int, typer.Option(min=1, help="The largest part that is taken.")] = OWN.part_bytes,
    submission_bytes: Annotated[int, typer.Option(min=1, help="All parts together.")] = OWN.submission_bytes,
    media_type: Annotated[
        list[str] | None, typer.Option(help="A format of scans that is taken; may be given again. Any without.")
    ] = None,
    certificate: Annotated[Path | None, typer.Option(help="TLS certificate (PEM).")] = None,
    key: Annotated[Path | None, typer.Option(help="Its key (PEM).")] = None,
    client_ca: Annotated[Path | None, typer.Option(help="Ask terminals for a certificate of this authority.")] = None,
) -> None:
    """Run the server."""
    import uvicorn

    _store(data, database, objects).close()
    keys.load(data / "keys")
    # workers are processes of their own: what they need reaches them by environment
    sizes = {"part_bytes": part_bytes, "submission_bytes": submission_bytes, "media_types": tuple(media_type or ())}
    limits = OWN.narrowed(OWN.model_copy(update=sizes)).model_dump()
    os.environ[_CHOSEN] = json.dumps([str(data), database, objects, slots, limits])
    try:
        uvicorn.run(
            "intake.cli:worker",
            factory=True,
            host=host,
            port=port,
            workers=workers,
            log_level="critical",
            server_header=False,
            ssl_certfile=certificate,
            ssl_keyfile=key,
            ssl_ca_certs=str(client_ca) if client_ca else None,
            ssl_cert_reqs=ssl.CERT_REQUIRED if client_ca else ssl.CERT_NONE,
        )
    except SystemExit:
        _fail("not_started", f"cannot listen at {host}:{port}", "give another --port, or end what listens there", False)


def worker() -> FastAPI:
    """The application of one worker, from what `serve` was told."""
    from intake.server import make_app

    data, database, objects, slots, limits = json.loads(os.environ[_CHOSEN])
    store = _store(Path(data), database, objects)
    return make_app(store, keys.load(Path(data) / "keys"), slots, limits=Limits.model_validate(limits))


@app.command("operator")
def operator(
    host: Annotated[str, typer.Option(help="Address to listen at; it has no sign-on of its own.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8421,
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
) -> None:
    """Serve the operator's page: terminals, cases, ratings, reports."""
    import uvicorn

    from intake.figures import Figures
    from intake.operator import make_operator_app

    store = _store(data, database, objects)
    pages = make_operator_app(Figures(store.engine), lambda: datetime.now().astimezone())
    typer.echo(f"http://{host}:{port}/")
    try:
        uvicorn.run(pages, host=host, port=port, log_level="critical", server_header=False)
    except SystemExit:
        _fail("not_started", f"cannot listen at {host}:{port}", "give another --port, or end what listens there", False)


@app.command("letters")
def letters(data: Data = DEFAULT_DATA, database: Database = "", objects: Objects = "", as_json: Json = False) -> None:
    """Fault reports and requests for assistance, their words opened."""
    city = keys.load(data / "keys")
    kept = Letters(_store(data, database, objects).engine)
    rows = [_opened(row, "words", city) | {"kind": "report"} for row in kept.reports()]
    rows += [_opened(row, "contact", city) | {"kind": "assistance"} for row in kept.assistance()]
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        words = row.get("words") or row.get("contact") or ""
        typer.echo(f"{row['made_at']}  {row['terminal']}  {row['kind']}  {row['topic']}  {words}")


@app.command("rotate-keys")
def rotate_keys(data: Data = DEFAULT_DATA) -> None:
    """Make new keys, in use after the next start; what was sealed to the old ones still opens."""
    typer.echo(keys.rotate(data / "keys").sealing.key_id)


@app.command("announce")
def announce(
    zh: Annotated[str, typer.Option(help="In Chinese.")],
    en: Annotated[str, typer.Option(help="In English.")],
    until: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="The last day it is shown.")],
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
) -> None:
    """Say something to everybody, at all terminals."""
    Letters(_store(data, database, objects).engine).announce(zh, en, until.date())


@app.command("move")
def move(
    number: Annotated[str, typer.Argument(metavar="ID", help="Id, acceptance number or offline number.")],
    state: Annotated[CaseState, typer.Option(help="Where the case stands now.")],
    zh: Annotated[str, typer.Option(help="What comes next, or what can be done, in Chinese.")] = "",
    en: Annotated[str, typer.Option(help="The same in English.")] = "",
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
) -> None:
    """A case has gone on; its terminal is told."""
    store = _store(data, database, objects)
    stored, _ = _found(store, number, False)
    if state is CaseState.WITHDRAWN:
        _fail("other_command", "withdrawing also erases the content", f"run: kiosk-intake withdraw {number}", False)
    if state in (CaseState.REFUSED, CaseState.SUPPLEMENT) and not (zh and en):
        _fail("no_way", "a refusal or supplement must say what can be done", "give --zh and --en", False)
    now = datetime.now().astimezone()
    Letters(store.engine).move_case(stored.terminal, stored.acceptance_number, state, zh, en, now)


@app.command("withdraw")
def withdraw(
    number: Annotated[str, typer.Argument(metavar="ID", help="Id, acceptance number or offline number.")],
    zh: Annotated[str, typer.Option(help="What the applicant is told, in Chinese.")] = "",
    en: Annotated[str, typer.Option(help="The same in English.")] = "",
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
) -> None:
    """Withdraw a submission: its content is erased for good, its numbers stay, and it cannot be sent again."""
    from intake.operator import words_of

    store = _store(data, database, objects)
    stored = _known(store, number, False)
    if bool(zh) != bool(en):
        _fail("one_language", "the applicant is told in both languages", "give --zh and --en, or neither", False)
    now = datetime.now().astimezone()
    store.withdraw(stored, now)
    kept = Letters(store.engine)
    moved = kept.progress(stored.acceptance_number)
    if moved is None or moved.state is not CaseState.WITHDRAWN:
        zh, en = zh or words_of("zh")["withdrawn"], en or words_of("en")["withdrawn"]
        kept.move_case(stored.terminal, stored.acceptance_number, CaseState.WITHDRAWN, zh, en, now)
    typer.echo(stored.acceptance_number)


@app.command("hold")
def hold(
    file: Annotated[Path, typer.Argument(metavar="FILE.toml", help="[[held]] tables; see docs/queue.md.")],
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
) -> None:
    """Say which papers the city holds already, so that terminals need not ask for them; prints how many."""
    from intake.held import Held, RecordsRefused, read_records

    store = _store(data, database, objects)
    try:
        records = read_records(file)
    except RecordsRefused as refusal:
        _fail("bad_records", str(refusal), "correct the file", False)
    Held(store.engine, keys.load(data / "keys").held).hold(records)
    typer.echo(len(records))


@app.command("publish-catalogue")
def publish_catalogue(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of service files (*.toml).")],
    version: Annotated[
        int | None, typer.Option(min=1, help="After the loss of the database: a number above what terminals have.")
    ] = None,
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
) -> None:
    """Publish service files to all terminals; prints the version. Try them first: kiosk catalogue check DIR."""
    from intake.catalogues import CatalogueRefused, Catalogues, read_folder

    store = _store(data, database, objects)
    key = keys.load(data / "keys").signing[0]
    now = datetime.now().astimezone()
    try:
        typer.echo(Catalogues(store.engine, store.objects).publish(read_folder(folder), key, now, version))
    except CatalogueRefused as refusal:
        _fail("bad_catalogue", str(refusal), "correct it; kiosk catalogue check DIR tries it as a terminal does", False)


@app.command("terminals")
def terminals(data: Data = DEFAULT_DATA, database: Database = "", objects: Objects = "", as_json: Json = False) -> None:
    """All terminals with their last health."""
    rows = _store(data, database, objects).terminals()
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        health = row["health"] or {}
        typer.echo(f"{row['number']}  {row['station']}  {row['health_at'] or '–'}  {health.get('waiting', '–')} wait")


@app.command("enrol-code")
def enrol_code(data: Data = DEFAULT_DATA, database: Database = "", objects: Objects = "") -> None:
    """A code with which one terminal may register; printed alone."""
    typer.echo(_store(data, database, objects).new_code())


@app.command("list")
def list_(data: Data = DEFAULT_DATA, database: Database = "", objects: Objects = "", as_json: Json = False) -> None:
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
    objects: Objects = "",
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
    objects: Objects = "",
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


@app.command("import")
def import_(
    folder: Annotated[Path, typer.Argument(help="What `kiosk queue export` wrote.")],
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
) -> None:
    """Take in sealed submissions that were carried by hand; lays an acknowledgement beside each."""
    from intake.carried import Withdrawn, take_in

    store = _store(data, database, objects)
    city = keys.load(data / "keys")
    failed = 0
    for path in sorted(folder.glob(f"*{bundle.SUFFIX}")):
        try:
            stored, new = take_in(store, city, path.read_bytes())
            path.with_suffix(bundle.ACKNOWLEDGED).write_bytes(stored.acknowledgement)
            typer.echo(f"{'new' if new else 'known'}  {stored.acceptance_number}  {path.name}")
        except Withdrawn:
            typer.echo(f"withdrawn  {path.name}")
        except (WireError, OSError) as error:
            failed += 1
            typer.echo(f"not taken  {path.name}: {error}", err=True)
    if failed:
        _fail("not_taken", f"{failed} files were not taken", "export them again at their terminal", False)


@app.command("openapi")
def openapi() -> None:
    """The contract as OpenAPI 3.1, made from the server."""
    import tempfile

    import yaml

    from intake.server import make_app

    with tempfile.TemporaryDirectory() as folder:
        store = _store(Path(folder), "", "")
        typer.echo(yaml.safe_dump(make_app(store, keys.load(Path(folder))).openapi(), sort_keys=False), nl=False)
        store.close()


def _opened(row: dict[str, Any], name: str, city: keys.CityKeys) -> dict[str, Any]:
    """A letter with its sealed words in the clear; None where they do not open."""
    if row[name] is None:
        return row
    sealed = Sealed.model_validate(row[name])
    try:
        return row | {name: open_words(row["id"], sealed, city.opening_for(sealed.key_id))}
    except WireError:
        return row | {name: None}


def _found(store: Store, number: str, as_json: bool) -> tuple[Stored, Manifest]:
    stored = _known(store, number, as_json)
    if stored.withdrawn is not None:
        _fail("withdrawn", f"it was withdrawn at {stored.withdrawn}; its content was erased", "nothing to do", as_json)
    return stored, Manifest.model_validate_json(stored.manifest)


def _known(store: Store, number: str, as_json: bool) -> Stored:
    stored = store.find(number)
    if stored is None:
        _fail("not_found", "there is no submission of this number", "kiosk-intake list shows what there is", as_json)
    return stored


def _open(store: Store, data: Path, manifest: Manifest, as_json: bool) -> list[bytes]:
    try:
        data_key = open_key(manifest, keys.load(data / "keys").opening_for(manifest.key_id))
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
