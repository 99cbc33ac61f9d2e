"""The program `kiosk`: its commands, each read in only when it is called, so that the terminal starts at once."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from kiosk.reading_in import uncollected

COMMANDS = (
    "run",
    "sync",
    "simulate",
    "demo",
    "setup",
    "enrol",
    "scenario",
    "doctor",
    "lockdown",
    "devices",
    "queue",
    "audit",
    "update",
    "staff",
    "catalogue",
    "voices",
)
"""Each is `app` of `kiosk.commands.<name>`."""


class _Commands(TyperGroup):
    """Imports a command when its name is given; all of them only for `--help`."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names, in the order in which help shows them."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name, None when there is none."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        with uncollected():
            command = get_command(import_module(f"kiosk.commands.{cmd_name}").app)
        command.name = cmd_name
        return command


app = typer.Typer(
    cls=_Commands,
    help="Software of a neighbourhood self-service terminal.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


@app.callback()
def _kiosk() -> None:
    """Software of a neighbourhood self-service terminal."""


def main() -> None:
    """Entry point of the `kiosk` program."""
    # to look for plug-ins, of which we have none, pydantic reads what every installed package says of itself
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    app()
