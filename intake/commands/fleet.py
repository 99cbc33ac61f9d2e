"""The terminals: codes for new ones, how they are, what they are told, what they told us, and the keys."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from intake import keys
from intake.commands.shared import DEFAULT_DATA, Data, Database, Json, Objects, fail, open_store
from intake.letters import Letters
from intake.promises import Limit
from intake.services import Offered, Services
from intake.store import Store
from offline_queue.letters import Picture
from offline_queue.numbers import letter_number
from offline_queue.sealing import open_picture, open_words
from offline_queue.wire import Sealed, WireError


def terminals(data: Data = DEFAULT_DATA, database: Database = "", objects: Objects = "", as_json: Json = False) -> None:
    """All terminals with their last health."""
    rows = open_store(data, database, objects).terminals()
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        health = row["health"] or {}
        typer.echo(f"{row['number']}  {row['station']}  {row['health_at'] or '–'}  {health.get('waiting', '–')} wait")


def enrol_code(data: Data = DEFAULT_DATA, database: Database = "", objects: Objects = "") -> None:
    """A code with which one terminal may register; printed alone."""
    typer.echo(open_store(data, database, objects).new_code())


def rotate_keys(data: Data = DEFAULT_DATA) -> None:
    """Make new keys, in use after the next start; what was sealed to the old ones still opens."""
    typer.echo(keys.rotate(data / "keys").sealing.key_id)


def announce(
    zh: Annotated[str, typer.Option(help="In Chinese.")],
    en: Annotated[str, typer.Option(help="In English.")],
    until: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="The last day it is shown.")],
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
) -> None:
    """Say something to everybody, at all terminals."""
    Letters(open_store(data, database, objects).engine).announce(zh, en, until.date())


def publish_catalogue(
    folders: Annotated[list[Path], typer.Argument(metavar="DIR...", help="Folders of service files (*.toml).")],
    version: Annotated[
        int | None, typer.Option(min=1, help="After the loss of the database: a number above what terminals have.")
    ] = None,
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
) -> None:
    """Publish service files to all terminals; prints the version. Try them first: kiosk catalogue check DIR."""
    from intake.catalogues import CatalogueRefused, Catalogues, read_folders

    store = open_store(data, database, objects)
    key = keys.load(data / "keys").signing[0]
    now = datetime.now().astimezone()
    try:
        typer.echo(Catalogues(store.engine, store.objects).publish(read_folders(folders), key, now, version))
    except CatalogueRefused as refusal:
        fail("bad_catalogue", str(refusal), "correct it; kiosk catalogue check DIR tries it as a terminal does", False)


def hold(
    file: Annotated[Path, typer.Argument(metavar="FILE.toml", help="[[held]] tables; see docs/queue.md.")],
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
) -> None:
    """Say which papers the city holds already, so that terminals need not ask for them; prints how many."""
    from intake.held import Held, RecordsRefused, read_records

    store = open_store(data, database, objects)
    try:
        records = read_records(file)
    except RecordsRefused as refusal:
        fail("bad_records", str(refusal), "correct the file", False)
    Held(store.engine, keys.load(data / "keys").held).hold(records)
    typer.echo(len(records))


def instant(
    code: Annotated[str, typer.Argument(help="Code of a service that is decided at once, whatever a catalogue says.")],
    zh: Annotated[str, typer.Option(help="What the proof is called, in Chinese.")],
    en: Annotated[str, typer.Option(help="The same in English.")],
    office: Annotated[str, typer.Option(help="The office that requests for help with it go to.")] = "",
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
) -> None:
    """Decide applications for a service at once: with the acceptance number a proof is given. By card only."""
    Services(open_store(data, database, objects).engine).set_by_hand(
        Offered(code, office, zh, en, (Limit(0, working=False),))
    )


def letters(
    office: Annotated[str, typer.Option(help="Only requests for assistance that go to this office.")] = "",
    pictures: Annotated[Path | None, typer.Option(help="Folder to write the pictures of fault reports to.")] = None,
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
    as_json: Json = False,
) -> None:
    """Fault reports and requests for assistance, their words opened; who answers a request first stands with it."""
    city = keys.load(data / "keys")
    store = open_store(data, database, objects)
    kept = Letters(store.engine)
    if pictures is not None:
        _write_pictures(kept.reports(), store, city, pictures)
    rows = [_opened(row, "words", city) | {"kind": "report"} for row in kept.reports() if not office]
    rows += [_opened(row, "contact", city) | {"kind": "assistance"} for row in kept.assistance(office)]
    rows = [row | {"number": letter_number(row["id"])} for row in rows]
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        words = row.get("words") or row.get("contact") or ""
        goes_to = f"  {row['office']}, first {row['first_responder']}" if row["kind"] == "assistance" else ""
        head = f"{row['made_at']}  {row['terminal']}  {row['number']}  {row['kind']}{goes_to}"
        typer.echo(f"{head}  {row['topic']}  {words}")


def answer(
    number: Annotated[str, typer.Argument(help="The number of the request or report, as `letters` shows it.")],
    zh: Annotated[str, typer.Option(help="What is answered, in Chinese.")],
    en: Annotated[str, typer.Option(help="The same in English.")],
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
) -> None:
    """Answer a request for assistance or a fault report; whoever asks with its number at a terminal reads it."""
    kept = Letters(open_store(data, database, objects).engine)
    if not kept.answer(number.replace(" ", ""), zh, en, datetime.now().astimezone()):
        fail("not_found", "there is no letter of this number", "kiosk-intake letters shows what there is", False)


def _write_pictures(reports: list[dict[str, Any]], store: Store, city: keys.CityKeys, folder: Path) -> None:
    """Each under its report's number; one that does not open is told and passed over."""
    folder.mkdir(parents=True, exist_ok=True)
    for row in reports:
        if row["picture"] is None:
            continue
        entry = Picture.model_validate(row["picture"])
        try:
            key = city.opening_for(entry.key_id)
            shown = open_picture(row["id"], entry, store.part(entry.digest) or b"", key)
        except WireError as error:
            typer.echo(f"{row['number']}: {error}", err=True)
        else:
            (folder / f"{row['number']}.jpg").write_bytes(shown)


def _opened(row: dict[str, Any], name: str, city: keys.CityKeys) -> dict[str, Any]:
    """A letter with its sealed words in the clear; None where they do not open."""
    if row[name] is None:
        return row
    sealed = Sealed.model_validate(row[name])
    try:
        return row | {name: open_words(row["id"], sealed, city.opening_for(sealed.key_id))}
    except WireError:
        return row | {name: None}
