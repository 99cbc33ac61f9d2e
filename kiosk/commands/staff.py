"""`kiosk staff`: access of station staff to their pages on the screen."""

from __future__ import annotations

from typing import Annotated

import typer

from kiosk.audit import AuditEvent
from kiosk.commands.shared import Config, audit_of, settings_from
from kiosk.exits import CommandError, Exit, told

app = typer.Typer(help="Access of station staff.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Access of station staff."""


@app.command("set-pin")
@told
def set_pin(
    pin: Annotated[str, typer.Option(prompt="PIN", confirmation_prompt=True, hide_input=True, hidden=True)],
    config: Config = None,
) -> None:
    """Set the PIN of the staff's pages; asked for twice, never shown. Run it as the user of the terminal."""
    from kiosk.staff.pin import PinRefused
    from kiosk.staff.pin import set_pin as keep

    settings = settings_from(config)
    try:
        keep(settings.data_dir, pin)
    except PinRefused as error:
        raise CommandError("bad_pin", str(error), "choose another", Exit.BAD_USAGE) from None
    except OSError:
        raise CommandError("not_written", f"{settings.data_dir} cannot be written", "check data_dir") from None
    with audit_of(settings) as audit:
        audit.note(AuditEvent.STAFF_PIN_SET)
    typer.echo("PIN set – on the screen: press and hold the upper left corner for 3 seconds")
