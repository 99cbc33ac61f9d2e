"""What arrived: listed, opened, brought by hand, moved on, withdrawn."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from intake import keys
from intake.cases import Cases
from intake.commands.shared import DEFAULT_DATA, Data, Database, Json, Number, Objects, fail, found, known, open_store
from intake.letters import Letters, WayOn
from intake.services import Services
from intake.store import Store, Stored
from offline_queue import bundle
from offline_queue.sealing import open_key, open_part
from offline_queue.wire import FORM_PART, CaseState, Manifest, Progress, WireError, digest_of

_SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png", "application/pdf": ".pdf", "application/json": ".json"}


def list_(data: Data = DEFAULT_DATA, database: Database = "", objects: Objects = "", as_json: Json = False) -> None:
    """What arrived, oldest first."""
    rows = [stored.summary() for stored in open_store(data, database, objects).submissions()]
    if as_json:
        typer.echo(json.dumps(rows))
        return
    for row in rows:
        typer.echo("  ".join((row["received"], row["acceptance_number"], row["service_code"], row["id"])))


def show(
    number: Number,
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
    as_json: Json = False,
) -> None:
    """One submission, opened: the form as it was given, and its scans."""
    store = open_store(data, database, objects)
    stored, manifest = found(store, number, as_json)
    opened = _open(store, data, manifest, as_json)
    form: dict[str, Any] = json.loads(opened[0])
    whole = form | stored.summary() | {"scans": _scans(manifest, opened)}
    if shared := json.loads(stored.shared):
        whole["shared_proved"] = shared
    if added := Cases(store.engine).supplements(stored):
        whole["supplements"] = [item.acceptance_number for item in added]
    typer.echo(json.dumps(whole, ensure_ascii=False, indent=None if as_json else 2))


def scans(
    number: Number,
    out: Annotated[Path, typer.Option(help="Folder to write to.")],
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
) -> None:
    """Write the scans of a submission, byte for byte, in their order."""
    store = open_store(data, database, objects)
    _, manifest = found(store, number, False)
    out.mkdir(parents=True, exist_ok=True)
    for entry, content in list(zip(manifest.parts, _open(store, data, manifest, False), strict=True))[1:]:
        suffix = _SUFFIXES.get(entry.media_type, "") if not Path(entry.part).suffix else ""
        path = out / f"{entry.index:02d}-{entry.part}{suffix}"
        path.write_bytes(content)
        typer.echo(path)


def import_(
    folder: Annotated[Path, typer.Argument(help="What `kiosk queue export` wrote.")],
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
) -> None:
    """Take in sealed submissions that were carried by hand; lays an acknowledgement beside each."""
    from intake.carried import Withdrawn, take_in

    store = open_store(data, database, objects)
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
        fail("not_taken", f"{failed} files were not taken", "export them again at their terminal", False)


def move(
    number: Number,
    state: Annotated[CaseState, typer.Option(help="Where the case stands now.")],
    zh: Annotated[str, typer.Option(help="What comes next, or what can be done, in Chinese.")] = "",
    en: Annotated[str, typer.Option(help="The same in English.")] = "",
    reason: Annotated[str, typer.Option(help="Of a refusal: the rule, as the catalogue names it.")] = "",
    office: Annotated[str, typer.Option(help="Of a refusal: the office that says more.")] = "",
    successor: Annotated[str, typer.Option(help="Code of a service that may be had instead.")] = "",
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
) -> None:
    """A case has gone on; its terminal is told. A refusal names its rule, an office, and what can be had instead."""
    store = open_store(data, database, objects)
    stored, _ = found(store, number, False)
    if state in (CaseState.ASKED, CaseState.ANSWERED):
        fail("other_command", "that is for requests for assistance", "run: kiosk-intake answer NUMBER", False)
    if state is CaseState.WITHDRAWN:
        fail("other_command", "withdrawing also erases the content", f"run: kiosk-intake withdraw {number}", False)
    if state in (CaseState.REFUSED, CaseState.SUPPLEMENT) and not (zh and en):
        fail("no_way", "a refusal or supplement must say what can be done", "give --zh and --en", False)
    way = _way_on(store, stored, state, WayOn(reason, office, successor))
    now = datetime.now().astimezone()
    try:
        # what a terminal would not read must not be kept
        Progress(acceptance_number=stored.acceptance_number, state=state, zh=zh, en=en, changed_at="", **vars(way))
    except ValidationError:
        fail("bad_words", "words are too long, or a name is none of a catalogue", "shorten or correct them", False)
    Letters(store.engine).move_case(stored.terminal, stored.acceptance_number, state, zh, en, now, way)


def _way_on(store: Store, stored: Stored, state: CaseState, given: WayOn) -> WayOn:
    """No refusal is without an office: the service's own, else the one that answers always."""
    if state is not CaseState.REFUSED or given.office:
        return given
    return replace(given, office=Services(store.engine).office_for(stored.service_code, ""))


def withdraw(
    number: Number,
    zh: Annotated[str, typer.Option(help="What the applicant is told, in Chinese.")] = "",
    en: Annotated[str, typer.Option(help="The same in English.")] = "",
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
) -> None:
    """Withdraw a submission: its content is erased for good, its numbers stay, and it cannot be sent again."""
    from intake.operator import words_of

    store = open_store(data, database, objects)
    stored = known(store, number, False)
    if bool(zh) != bool(en):
        fail("one_language", "the applicant is told in both languages", "give --zh and --en, or neither", False)
    now = datetime.now().astimezone()
    store.withdraw(stored, now)
    kept = Letters(store.engine)
    moved = kept.progress(stored.acceptance_number)
    if moved is None or moved.state is not CaseState.WITHDRAWN:
        zh, en = zh or words_of("zh")["withdrawn"], en or words_of("en")["withdrawn"]
        kept.move_case(stored.terminal, stored.acceptance_number, CaseState.WITHDRAWN, zh, en, now)
    typer.echo(stored.acceptance_number)


def _open(store: Store, data: Path, manifest: Manifest, as_json: bool) -> list[bytes]:
    try:
        data_key = open_key(manifest, keys.load(data / "keys").opening_for(manifest.key_id))
        return [open_part(manifest, entry, store.part(entry.digest) or b"", data_key) for entry in manifest.parts]
    except WireError as error:
        fail("cannot_open", str(error), "check that --data holds the keys it was sealed to", as_json)


def _scans(manifest: Manifest, opened: list[bytes]) -> list[dict[str, object]]:

    return [
        {"part": entry.part, "digest": digest_of(content), "bytes": len(content)}
        for entry, content in zip(manifest.parts, opened, strict=True)
        if entry.part != FORM_PART
    ]
