"""How a command ends: the exit codes, and errors told in one line with the next step."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from enum import IntEnum
from typing import ParamSpec

import typer

P = ParamSpec("P")


class Exit(IntEnum):
    """Exit codes of every command. AGAIN: start me anew (EX_TEMPFAIL of sysexits.h, for a unit's Restart=)."""

    DONE = 0
    BAD_USAGE = 2
    FAILED = 3
    REFUSED = 4
    AGAIN = 75


class CommandError(Exception):
    """A command cannot go on. `code` is a stable word, `remedy` the next step; both without personal data."""

    def __init__(self, code: str, message: str, remedy: str, exit_code: Exit = Exit.FAILED) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy
        self.exit_code = exit_code

    def tell(self, as_json: bool) -> None:
        """Print the error: JSON on standard output for programs, else one line on standard error."""
        if as_json:
            error = {"code": self.code, "message": self.message, "remedy": self.remedy}
            typer.echo(json.dumps({"error": error}, ensure_ascii=False))
        else:
            typer.echo(f"{self.message} – {self.remedy}", err=True)


def told(command: Callable[P, None]) -> Callable[P, None]:
    """Wrap a command: a CommandError ends it with its exit code, told as its own `as_json` asks."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except CommandError as error:
            error.tell(bool(kwargs.get("as_json", False)))
            raise typer.Exit(error.exit_code) from None

    return run
