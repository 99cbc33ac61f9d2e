"""`kiosk sync`: the sync agent."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from config.settings import Settings
from kiosk.audit import AuditEvent
from kiosk.audit.recorder import Audit
from kiosk.audit_witness import AuditWitness
from kiosk.catalogue_apart import apart
from kiosk.commands.shared import client_of, queue_of, settings_from
from kiosk.exits import CommandError, told
from kiosk.metrics.gather import Own, figures
from kiosk.pulse import Pulse, end_noted, supervised
from kiosk.updates import record
from kiosk.updates.shelf import fetching_of, shelf_of
from kiosk.updates.telling import Telling
from offline_queue import doorbell
from offline_queue.catalogue_verdicts import program
from offline_queue.client import Client
from offline_queue.dispatch import Dispatch
from offline_queue.errors import OutboxError
from offline_queue.outbox import Outbox
from offline_queue.sync import Agent, only_sender

app = typer.Typer(add_completion=False)

HANG = 600
"""Seconds for which the agent's loop may stand still: the longest exchange, a catalogue over a slow line, has five
minutes."""

STANDING_HOLDS = 10.0
"""Seconds for which the line of `systemctl status` is good enough: the queue is counted for it."""


@app.command("sync")
@told
def sync(
    config: Annotated[Path | None, typer.Option(help="Configuration file (TOML).")] = None,
    drain: Annotated[bool, typer.Option("--drain", help="End when nothing is left to send.")] = False,
    deadline: Annotated[float, typer.Option(min=0, help="Seconds after which --drain gives up.")] = 600.0,
) -> None:
    """Send what waits to the city."""
    settings = settings_from(config)
    stopped = threading.Event()

    def stop(*_: object) -> None:
        stopped.set()
        doorbell.ring(settings.data_dir)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    with (
        queue_of(settings) as outbox,
        only_sender(settings.data_dir),
        client_of(settings) as client,
        _log(settings) as audit,
    ):
        pulse = Pulse(HANG, lambda place: end_noted(audit, place))
        agent = _agent(settings, outbox, client, audit, pulse)
        if not drain:
            pulse.start()
            agent.run(stopped.is_set)
            pulse.stop()
        elif not agent.drain(deadline):
            left = outbox.waiting()
            raise CommandError(
                "not_drained", f"{left} still wait", "check the line to the city; they are kept and sent later"
            )


def _agent(settings: Settings, outbox: Outbox, client: Client, audit: Audit, pulse: Pulse) -> Agent:
    """The agent with all that it does beside sending: it tries catalogues, brings releases, leaves metrics."""
    shelf, state_dir, dispatch = shelf_of(settings), settings.updates.state_dir, Dispatch(outbox)
    fetching = None if shelf is None else fetching_of(settings, shelf, client)
    witness, started, starts = AuditWitness(audit), time.time(), dispatch.started()

    def own() -> Own:
        update = record.told(state_dir)[0] if fetching is None else fetching.standing()
        return Own(starts, started, witness.head()[0], update.state)

    standing = Standing(outbox)
    metrics, telling = _metrics(settings, outbox, own), Telling(state_dir, outbox.notes, audit.note)

    def alive() -> None:
        pulse.beat(standing.line() if supervised() else "")
        metrics()
        telling.keep()

    return Agent(outbox, client, judge=apart(settings.data_dir), alive=alive, witness=witness, fetching=fetching)


class Standing:
    """How the queue stands, in one line of nobody in particular, as `systemctl status` shows it."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._due, self._line = 0.0, ""

    def line(self) -> str:
        """What waits, what was set aside, what is wrong with the line, when the city last took something."""
        if time.monotonic() >= self._due:
            self._due = time.monotonic() + STANDING_HOLDS
            # of a queue that cannot be read the agent itself tells
            with suppress(OutboxError):
                self._line = self._told()
        return self._line

    def _told(self) -> str:
        tally, trouble = self._outbox.tally(), self._outbox.notes.trouble()
        said = [f"{tally.waiting} waiting"]
        said += [f"{tally.quarantined} set aside"] * bool(tally.quarantined)
        said += [f"line: {trouble.kind}"] if trouble else []
        sent = datetime.fromisoformat(tally.last_sent).astimezone() if tally.last_sent else None
        return ", ".join((*said, f"last sent {sent:%Y-%m-%d %H:%M}" if sent else "none sent yet"))


def _metrics(settings: Settings, outbox: Outbox, own: Callable[[], Own]) -> Callable[[], None]:
    """What writes the metrics when it is time: nothing where nobody watches."""
    if settings.metrics.textfile is None:
        return lambda: None
    # late: only where somebody does
    from kiosk.metrics.textfile import Textfile

    return Textfile(settings.metrics.textfile, lambda: figures(outbox, own())).keep


@contextmanager
def _log(settings: Settings) -> Iterator[Audit]:
    """The audit log as the agent writes it, from its start to its end."""
    with Audit(settings.data_dir, "agent") as audit:
        audit.note(AuditEvent.AGENT_STARTED, version=program())
        yield audit
        audit.note(AuditEvent.AGENT_ENDED)
