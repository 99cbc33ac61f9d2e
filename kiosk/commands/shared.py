"""What several commands share: their common options, and opening configuration and queue."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from config.settings import Settings, SettingsError, load
from drivers.model import ErrorCode
from kiosk.audit.recorder import Audit
from kiosk.exits import CommandError, Exit
from kiosk.words import Words
from offline_queue import credentials
from offline_queue.outbox import Outbox, OutboxError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from config.catalogue import Catalogue
    from kiosk.catalogue_in_use import Trial
    from offline_queue.client import Client

Json = Annotated[bool, typer.Option("--json", help="As JSON, for programs.")]
Config = Annotated[Path | None, typer.Option(help="Configuration file (TOML).")]


def settings_from(config: Path | None) -> Settings:
    """The configuration. Raises CommandError."""
    try:
        return load(config)
    except SettingsError as error:
        raise CommandError("bad_configuration", str(error), "correct the configuration", Exit.BAD_USAGE) from None


def words() -> Words:
    """The words of the screens, for what a command says in both languages."""
    import ui

    return Words.load(ui.TRANSLATIONS)


def trial_of() -> Trial:
    """What tries a catalogue before it is used."""

    def tried(catalogue: Catalogue) -> str:
        # the pages are slow to load, and most hours bring no catalogue
        from kiosk.dry_run import wrong

        return wrong(catalogue, words(), datetime.now())

    return tried


def audit_of(settings: Settings) -> Audit:
    """The audit log as a command writes it; ends with what was noted in it."""
    return Audit(settings.data_dir, "command")


def remedy(code: ErrorCode) -> str:
    """What to do about a device's error, in English."""
    return words().say("en", f"remedy.{code.value}")


@contextmanager
def queue_of(settings: Settings) -> Iterator[Outbox]:
    """The open queue; its errors become CommandErrors."""
    try:
        with Outbox.open(settings.data_dir) as outbox:
            yield outbox
    except OutboxError as error:
        raise CommandError("queue", str(error), "run: kiosk enrol; else call service") from None


@contextmanager
def client_of(settings: Settings) -> Iterator[Client]:
    """The city's intake as this terminal; what is wrong with our keys becomes a CommandError."""
    # late: the screens do without the network
    from offline_queue.client import Client
    from offline_queue.transport import Pace

    city = settings.intake
    try:
        known = credentials.load(settings.data_dir)
    except OutboxError as error:
        raise CommandError("queue", str(error), "run: kiosk enrol; else call service") from None
    client = Client(city.url, city.ca_file, known, Pace(city.bytes_per_second), city.identity)
    try:
        yield client
    finally:
        client.close()


@contextmanager
def key_of(settings: Settings) -> Iterator[Ed25519PrivateKey]:
    """This terminal's own key; what is wrong with it becomes a CommandError."""
    try:
        yield credentials.load(settings.data_dir).key
    except OutboxError as error:
        raise CommandError("queue", str(error), "run: kiosk enrol; else call service") from None
