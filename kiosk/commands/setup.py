"""`kiosk setup`: the first start from a file of answers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from config.settings import SettingsError, load, place
from kiosk import starts
from kiosk.commands.shared import Config, words
from kiosk.exits import CommandError, Exit, told

app = typer.Typer(add_completion=False)


@app.command("setup")
@told
def setup(
    answers: Annotated[Path, typer.Option(help="File of answers (TOML), as installer/answers.toml.")],
    config: Config = None,
    check: Annotated[bool, typer.Option("--check", help="Only say what is wrong with the file.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Also when the terminal is set up already.")] = False,
) -> None:
    """Set this terminal up from a file: enrol it, set the PIN, find devices, write the configuration."""
    from kiosk.setup import answers_file, unattended
    from kiosk.setup.deeds import deeds_of
    from kiosk.setup.wanted import wanted

    try:
        given = answers_file.read(answers)
        settings = unattended.settings_with(load(config, absent=True), given)
    except SettingsError as error:
        raise CommandError("bad_answers", str(error), "correct the file", Exit.BAD_USAGE) from None
    deeds = deeds_of(settings, place(config))
    if check:
        typer.echo("\n".join([*unattended.missing(given, deeds)]) or "the answers are whole")
        return
    if not (again or wanted(settings.data_dir)):
        raise CommandError("set_up", "this terminal is set up already", "give --again to do it anew", Exit.REFUSED)
    try:
        with starts.only_terminal(settings.data_dir):
            for done in unattended.set_up(given, deeds):
                typer.echo(done)
    except SettingsError as error:
        raise CommandError("bad_answers", str(error), "correct the file", Exit.BAD_USAGE) from None
    except unattended.Failed as error:
        says = words().say("en", f"setup.trouble_{error.trouble}")
        raise CommandError(error.trouble, says, f"then run: kiosk setup --answers {answers}") from None
    except starts.Running:
        raise CommandError("running", "a terminal runs on this data", "run: systemctl stop kiosk-screens") from None
    except starts.Unwritable:
        raise CommandError("disk", f"{settings.data_dir} cannot be written", "run it as user kiosk") from None
    if not answers_file.erase(answers, given):
        typer.echo(f"{answers} still holds code and PIN: delete it", err=True)
