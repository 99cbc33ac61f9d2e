"""`kiosk enrol`: introduce this terminal to the city."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from config.settings import IntakeSettings, explain
from kiosk.audit import AuditEvent
from kiosk.commands.shared import audit_of, settings_from
from kiosk.exits import CommandError, Exit, told
from offline_queue import credentials
from offline_queue.answers import NotDelivered, Refused
from offline_queue.enrol import enrol as register
from offline_queue.errors import OutboxError
from offline_queue.sealed_key import CannotSeal

app = typer.Typer(add_completion=False)


@app.command("enrol")
@told
def enrol(
    intake: Annotated[str, typer.Option(help="Address of the city's intake, https://…")],
    code: Annotated[str, typer.Option(help="Code from: kiosk-intake enrol-code.")],
    config: Annotated[Path | None, typer.Option(help="Configuration file (TOML).")] = None,
    seal_key: Annotated[
        bool, typer.Option("--seal-key", help="Keep the key sealed by systemd (TPM or host key), not as a file.")
    ] = False,
) -> None:
    """Make this terminal's key, register it, fetch the sealing key."""
    settings = settings_from(config)
    try:
        url = IntakeSettings(url=intake).url
    except ValidationError as error:
        raise CommandError("bad_address", explain(error)[0], "give the intake's address", Exit.BAD_USAGE) from None
    station = settings.station
    unsealed = ""
    try:
        if seal_key:
            unsealed = _seal(settings.data_dir)
        city = register(
            settings.data_dir, url, settings.intake.ca_file, code, station.area, station.name, settings.intake.identity
        )
    except Refused:
        raise CommandError("refused", "the intake does not take this code", "ask the city for a new code") from None
    except NotDelivered as error:
        raise CommandError("not_reached", str(error), "check the address and the line, then try again") from None
    except (OutboxError, ValueError) as error:
        raise CommandError("cannot_enrol", str(error).splitlines()[0], "check data_dir and the code") from None
    with audit_of(settings) as audit:
        audit.note(AuditEvent.ENROLLED)
    typer.echo(f"terminal {city.terminal}")
    if seal_key:
        typer.echo(unsealed or _how_to_load(settings.data_dir))


def _seal(data_dir: Path) -> str:
    """Seal the key; why it stays a file when it cannot be sealed, else nothing. Raises OutboxError."""
    try:
        credentials.seal_key(data_dir)
    except CannotSeal as error:
        return f"key: a plain file of mode 0600, {data_dir / credentials.KEY_FILE}, since {error}"
    return ""


def _how_to_load(data_dir: Path) -> str:
    if credentials.key_kept(data_dir) is credentials.KeyKept.HANDED:
        return "key: handed to us by systemd; nothing was changed"
    path = data_dir.resolve() / credentials.SEALED_FILE
    return (
        f"key: sealed; in the units of kiosk run and kiosk sync: LoadCredentialEncrypted={credentials.KEY_FILE}:{path}"
    )
