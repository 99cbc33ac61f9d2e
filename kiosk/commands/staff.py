"""`kiosk staff`: access of station staff to their pages on the screen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, cast

import typer

from config.settings import Settings
from drivers.model import CancelToken, IdCardReader
from kiosk import starts
from kiosk.audit import AuditEvent
from kiosk.commands.devices import opened
from kiosk.commands.shared import Config, Json, audit_of, settings_from
from kiosk.exits import CommandError, Exit, told

app = typer.Typer(help="Access of station staff: the PIN, and staff cards.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="Under which the card is kept, a place on the roster say; no number of it.")]


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


@app.command("add-card")
@told
def add_card(
    name: Name,
    config: Config = None,
    timeout: Annotated[float, typer.Option(min=0.1, max=600, help="Seconds to wait for the card.")] = 30.0,
) -> None:
    """Add a staff card: lay it on the reader. Only a salted hash of its number is kept."""
    from kiosk.staff.cards import StaffCards, check_name

    settings = settings_from(config)
    with _refusals(settings.data_dir):
        check_name(name)
        id_number = _laid(settings, timeout)
        number = StaffCards(settings.data_dir).add(name, id_number, date.today())
    with audit_of(settings) as audit:
        audit.note(AuditEvent.STAFF_CARD_ADDED, card=number)
    typer.echo(f"added: card {number}, {name}")
    if not settings.staff.card_required:
        typer.echo("it is not asked for until the configuration says [staff] card_required = true", err=True)


@app.command("list-cards")
@told
def list_cards(config: Config = None, as_json: Json = False) -> None:
    """The staff cards: number, the day on which each was added, name."""
    from kiosk.staff.cards import StaffCards

    data_dir = settings_from(config).data_dir
    with _refusals(data_dir):
        cards = StaffCards(data_dir).listed()
    if as_json:
        rows = [{"number": card.number, "name": card.name, "added": card.added.isoformat()} for card in cards]
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    for card in cards:
        typer.echo(f"{card.number:>4}  {card.added}  {card.name}")


@app.command("remove-card")
@told
def remove_card(name: Name, config: Config = None) -> None:
    """Remove a staff card: it opens nothing from now on."""
    from kiosk.staff.cards import StaffCards

    settings = settings_from(config)
    with _refusals(settings.data_dir):
        number = StaffCards(settings.data_dir).remove(name)
    with audit_of(settings) as audit:
        audit.note(AuditEvent.STAFF_CARD_REMOVED, card=number)
    typer.echo(f"removed: card {number}, {name}")


def _laid(settings: Settings, timeout: float) -> str:
    """The number of the card that is laid on the reader. Raises CommandError."""
    device = settings.devices.id_card_reader
    if device is None:
        raise CommandError("no_reader", "no card reader is configured", "see: kiosk devices list", Exit.BAD_USAGE)
    try:
        with starts.only_terminal(settings.data_dir), opened("id_card_reader", device.driver, device.options) as reader:
            typer.echo("lay the card on the reader", err=True)
            return cast(IdCardReader, reader).read_card(timeout, CancelToken()).id_number
    except starts.Running:
        remedy = "end the screens first: systemctl stop kiosk-screens"
        raise CommandError("running", "the running terminal uses the reader", remedy) from None
    except starts.Unwritable:
        raise CommandError("not_written", f"{settings.data_dir} cannot be written", "check data_dir") from None


@contextmanager
def _refusals(data_dir: Path) -> Iterator[None]:
    """What is wrong with cards becomes a CommandError."""
    from kiosk.staff.cards import FILE, CardRefused, CardsDamaged

    try:
        yield
    except CardRefused as error:
        raise CommandError("refused", str(error), "see: kiosk staff list-cards", Exit.BAD_USAGE) from None
    except CardsDamaged:
        remedy = "remove the file and add all cards again"
        raise CommandError("damaged", f"{data_dir / FILE} cannot be read", remedy) from None
    except OSError:
        raise CommandError("not_written", f"{data_dir} cannot be written", "check data_dir") from None
