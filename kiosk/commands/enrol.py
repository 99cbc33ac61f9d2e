"""`kiosk enrol`: introduce this terminal to the city."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from config.settings import IntakeSettings, explain
from kiosk.commands.shared import settings_from
from kiosk.exits import CommandError, Exit, told
from offline_queue.client import NotDelivered, Refused
from offline_queue.enrol import enrol as register
from offline_queue.errors import OutboxError


@told
def enrol(
    intake: Annotated[str, typer.Option(help="Address of the city's intake, https://…")],
    code: Annotated[str, typer.Option(help="Code from: kiosk-intake enrol-code.")],
    config: Annotated[Path | None, typer.Option(help="Configuration file (TOML).")] = None,
) -> None:
    """Make this terminal's key, register it, fetch the sealing key."""
    settings = settings_from(config)
    try:
        url = IntakeSettings(url=intake).url
    except ValidationError as error:
        raise CommandError("bad_address", explain(error)[0], "give the intake's address", Exit.BAD_USAGE) from None
    station = settings.station
    try:
        city = register(
            settings.data_dir, url, settings.intake.ca_file, code, station.area, station.name, settings.intake.identity
        )
    except Refused:
        raise CommandError("refused", "the intake does not take this code", "ask the city for a new code") from None
    except NotDelivered as error:
        raise CommandError("not_reached", str(error), "check the address and the line, then try again") from None
    except (OutboxError, ValueError) as error:
        raise CommandError("cannot_enrol", str(error).splitlines()[0], "check data_dir and the code") from None
    typer.echo(f"terminal {city.terminal}")
