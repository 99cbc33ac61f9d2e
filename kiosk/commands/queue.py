"""`kiosk queue`: what waits for the city, and what to do with it. Nothing here shows who it is from."""

from __future__ import annotations

import json
import mimetypes
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk import catalogue_in_use
from kiosk.audit import AuditEvent
from kiosk.audit_witness import AuditWitness
from kiosk.commands.devices import print_on
from kiosk.commands.shared import Config, Json, audit_of, client_of, key_of, queue_of, settings_from, words
from kiosk.exits import CommandError, Exit, told
from kiosk.receipt import reprinted_slip
from kiosk.words import FIRST_LANGUAGE
from offline_queue import bundle, credentials, rescue
from offline_queue.answers import MissingParts, NotDelivered, Refused
from offline_queue.dispatch import Dispatch
from offline_queue.errands import Errands
from offline_queue.files import write_durably
from offline_queue.limits import SEAL_BYTES
from offline_queue.outbox import Attachment, QueueItem

app = typer.Typer(help="What waits for the city.", no_args_is_help=True, add_completion=False)

Identity = Annotated[str, typer.Argument(metavar="ID", help="Id or offline number.")]


@app.command("list")
@told
def list_(config: Config = None, as_json: Json = False) -> None:
    """All submissions, oldest first."""
    with queue_of(settings_from(config)) as outbox:
        items = outbox.items()
    if as_json:
        typer.echo(json.dumps([asdict(item) for item in items]))
        return
    for item in items:
        typer.echo(
            "  ".join(filter(None, (item.sealed_at, item.offline_number, item.state, item.service_code, item.reason)))
        )


@app.command("show")
@told
def show(identity: Identity, config: Config = None, as_json: Json = False) -> None:
    """One submission: state, tries, reason."""
    with queue_of(settings_from(config)) as outbox:
        item = _find(outbox.items(), identity)
    if as_json:
        typer.echo(json.dumps(asdict(item)))
        return
    for name, value in asdict(item).items():
        typer.echo(f"{name}: {value if value is not None else ''}")


@app.command("retry")
@told
def retry(identity: Identity, config: Config = None) -> None:
    """Send again what was set aside."""
    settings = settings_from(config)
    with queue_of(settings) as outbox, audit_of(settings) as audit:
        item = _find(outbox.items(), identity)
        if not outbox.retry(item.id):
            raise CommandError("not_aside", "this submission is not set aside", "kiosk queue list shows its state")
        audit.note(AuditEvent.RETRIED, number=item.offline_number)


@app.command("reprint")
@told
def reprint(
    identity: Identity,
    config: Config = None,
    language: Annotated[str, typer.Option(help="zh, en, or another that the screens have.")] = FIRST_LANGUAGE,
    as_json: Json = False,
) -> None:
    """Print the slip of a submission again: its number, nothing of the person."""
    settings = settings_from(config)
    with queue_of(settings) as outbox:
        item = _find(outbox.items(), identity)
    if settings.devices.receipt_printer is None:
        raise CommandError("no_printer", "no printer is configured", "see: kiosk devices list", Exit.BAD_USAGE)
    known = words().languages
    if language not in known:
        remedy = "one of: " + ", ".join(known)
        raise CommandError("bad_usage", f"there is no language {language!r}", remedy, Exit.BAD_USAGE)
    slip = reprinted_slip(
        item.acceptance_number or item.offline_number,
        item.acceptance_number is None,
        catalogue_in_use.take_up(settings.data_dir, catalogue_in_use.untried).catalogue.find(item.service_code),
        datetime.fromisoformat(item.sealed_at).astimezone(),
        words(),
        settings.station.name,
        language,
    )
    device = settings.devices.receipt_printer
    outcome = print_on(device.driver, device.options, slip)
    with audit_of(settings) as audit:
        audit.note(AuditEvent.STAFF_DEED, deed="reprint")
    typer.echo(json.dumps({"outcome": outcome.value}) if as_json else outcome.value)


@app.command("status")
@told
def status(config: Config = None, as_json: Json = False) -> None:
    """How many wait, since when, why, and what was set aside."""
    settings = settings_from(config)
    with queue_of(settings) as outbox:
        tally, trouble = outbox.tally(), outbox.notes.trouble()
        room = outbox.has_room()
        services = {
            "catalogue": outbox.notes.fact("catalogue"),
            "catalogue_trouble": outbox.notes.fact("catalogue_trouble"),
        }
    found: dict[str, Any] = asdict(tally) | {
        "trouble": None if trouble is None else asdict(trouble),
        "room": room,
        **services,
        "key": credentials.key_kept(settings.data_dir).value,
        "damaged_files": rescue.set_aside(settings.data_dir),
    }
    if as_json:
        typer.echo(json.dumps(found))
        return
    for name, value in found.items():
        typer.echo(f"{name}: {value if value not in (None, '') else '–'}")


@app.command("export")
@told
def export(
    identity: Annotated[str, typer.Argument(metavar="[ID]", help="Id or offline number; all that waits without.")] = "",
    out: Annotated[Path, typer.Option(help="Folder to write to, of a stick for example.")] = Path(),
    config: Config = None,
) -> None:
    """Write sealed submissions to a folder, for the city to take in by hand: kiosk-intake import."""
    settings = settings_from(config)
    with queue_of(settings) as outbox, key_of(settings) as key, audit_of(settings) as audit:
        items = [_find(outbox.items(), identity)] if identity else [i for i in outbox.items() if i.waits]
        for number, item in enumerate(items, start=1):
            found = outbox.contents.export(item.id)
            if found is None:
                raise CommandError(
                    "purged", "its sealed data were purged after the city had them", "ask the city by its number"
                )
            _write(out, f"{item.id}{bundle.SUFFIX}", bundle.pack(*found, key))
            typer.echo(f"{number}/{len(items)}  {item.offline_number}")
        audit.note(AuditEvent.EXPORTED, count=len(items))


@app.command("acknowledge")
@told
def acknowledge(
    folder: Annotated[Path, typer.Argument(help="Where kiosk-intake import laid its acknowledgements.")],
    config: Config = None,
) -> None:
    """Take in what the city acknowledged of an export: it need not be sent any more."""
    from kiosk.staff.acknowledgements import take_in

    settings = settings_from(config)
    with queue_of(settings) as outbox, client_of(settings) as client, audit_of(settings) as audit:
        taken = take_in(outbox, client, AuditWitness(audit), folder, lambda *_: None, lambda: False)
        audit.note(AuditEvent.TAKEN_IN, count=taken.now)
    typer.echo(taken.now)
    if taken.refused:
        more = f" and {len(taken.refused) - 1} more" if len(taken.refused) > 1 else ""
        raise CommandError("no_proof", f"{taken.refused[0]}{more} proves nothing", "export and import it again")


def _write(folder: Path, name: str, content: bytes) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_durably(folder / name, content)
    except OSError as error:
        raise CommandError(
            "cannot_write", f"{folder} cannot be written: {error.strerror}", "give another --out"
        ) from None


@app.command("purge")
@told
def purge(config: Config = None) -> None:
    """Drop the sealed data of what the city has had for a week and, asked once more, still has."""
    settings = settings_from(config)
    with queue_of(settings) as outbox, client_of(settings) as client, audit_of(settings) as audit:
        try:
            typer.echo(Errands(outbox, Dispatch(outbox, AuditWitness(audit)), client).drop_what_is_safe())
        except (NotDelivered, Refused, MissingParts) as failure:
            raise CommandError("not_reached", str(failure), "nothing was dropped; try again later") from None


@app.command("add")
@told
def add(
    form: Annotated[Path, typer.Argument(metavar="FORM.json", help="service_code, applicant, answers.")],
    attach: Annotated[list[Path] | None, typer.Option(help="A scan; may be given again.")] = None,
    config: Config = None,
) -> None:
    """Seal and store one submission; prints its id, only once it is durable."""
    settings = settings_from(config)
    whole = _form(form)
    with queue_of(settings) as outbox, audit_of(settings) as audit:
        largest = outbox.notes.limits().part_bytes - SEAL_BYTES
        attachments = [_attachment(number, path, largest) for number, path in enumerate(attach or [], start=1)]
        submitted = outbox.submit(whole, attachments, now=datetime.now().astimezone())
        service, parts = str(whole["service_code"]), 1 + len(attachments)
        audit.note(AuditEvent.SUBMISSION_SEALED, number=submitted.offline_number, service=service, parts=parts)
    typer.echo(submitted.id)


def _find(items: list[QueueItem], identity: str) -> QueueItem:
    for item in items:
        if identity in (item.id, item.offline_number):
            return item
    raise CommandError("not_found", "there is no such submission in the queue", "kiosk queue list shows what there is")


def _form(path: Path) -> dict[str, Any]:
    def wrong(what: str) -> CommandError:
        return CommandError("bad_form", f"{path.name}: {what}", "correct the file", Exit.BAD_USAGE)

    try:
        form = json.loads(path.read_bytes())
    except OSError:
        raise wrong("cannot be read") from None
    except (ValueError, RecursionError):
        raise wrong("not JSON") from None
    if not isinstance(form, dict):
        raise wrong("not an object")
    for name, kind in (("service_code", str), ("applicant", dict), ("answers", dict)):
        if not isinstance(form.get(name), kind):
            raise wrong(f"{name} is missing or of another type")
    if not 1 <= len(form["service_code"]) <= 50:
        raise wrong("service_code is empty or too long")
    return form


def _attachment(number: int, path: Path, largest: int) -> Attachment:
    try:
        data = path.read_bytes()
    except OSError:
        raise CommandError("bad_file", f"attachment {number} cannot be read", "give a file", Exit.BAD_USAGE) from None
    if len(data) > largest:
        raise CommandError(
            "bad_file", f"attachment {number} is larger than {largest} bytes", "scan it smaller", Exit.BAD_USAGE
        )
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Attachment(f"scan-{number}", media_type, data)
