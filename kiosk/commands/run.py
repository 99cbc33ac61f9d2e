"""`kiosk run`: the terminal."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Annotated

import typer

from config.settings import Settings, place
from kiosk.commands.shared import settings_from
from kiosk.exits import CommandError, Exit, told
from kiosk.pulse import supervised
from kiosk.reading_in import uncollected

app = typer.Typer(add_completion=False)

Size = tuple[int, int]

PANEL: Size = (1080, 1920)
"""Pixels of the panel that the screens are drawn for: 21.5 inch, upright."""

WINDOW: Size = (540, 960)
"""Pixels of the window on an engineer's desk: half the panel."""


def size_of(text: str) -> Size:
    """`1080x1920` as two numbers. Raises CommandError."""
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit() and 320 <= int(width) <= 8192 and 320 <= int(height) <= 8192):
        raise CommandError(
            "bad_size", f"{text!r} is no size", "give width x height in pixels, as 1080x1920", Exit.BAD_USAGE
        )
    return int(width), int(height)


@app.command("run")
@told
def run(
    config: Annotated[Path | None, typer.Option(help="Configuration file (TOML).")] = None,
    windowed: Annotated[bool, typer.Option("--windowed", help="In a window instead of the whole screen.")] = False,
    size: Annotated[str, typer.Option(help="Pixels, as 1080x1920; only with --windowed.")] = "",
    gallery: Annotated[bool, typer.Option("--gallery", help="Every component in every state.")] = False,
    save: Annotated[Path | None, typer.Option(help="Keep the whole gallery as pictures in this folder.")] = None,
) -> None:
    """The terminal: screens and devices."""
    if gallery or save:
        _gallery(size_of(size) if size else WINDOW, save)
        return
    width, height = (size_of(size) if size else WINDOW) if windowed else PANEL
    window = (width, height, not windowed)
    settings = Settings()
    try:
        settings = settings_from(config)
        if _unset(settings) and not _set_up(settings, config, window):
            return
        settings = settings_from(config)
        with uncollected():
            from kiosk.running import run_terminal
        code = run_terminal(settings, window)
    except CommandError as error:
        # under its unit nobody reads what a command says: the panel has to, before it is tried again
        if supervised():
            error.tell(as_json=False)
            _closed(settings, window, error.code)
        raise
    raise typer.Exit(code)


def _unset(settings: Settings) -> bool:
    from kiosk.setup.wanted import wanted

    return wanted(settings.data_dir)


def _set_up(settings: Settings, config: Path | None, window: tuple[int, int, bool]) -> bool:
    """Whether the first start came to its end. Raises CommandError."""
    from kiosk import starts
    from kiosk.first_start import set_up
    from kiosk.setup.deeds import deeds_of

    try:
        with starts.only_terminal(settings.data_dir):
            return set_up(settings, deeds_of(settings, place(config)), window)
    except starts.Running:
        raise CommandError("running", "another terminal runs on this data", "end it first") from None
    except starts.Unwritable:
        raise CommandError("outbox", f"{settings.data_dir} cannot be written", "run: kiosk doctor") from None


def _closed(settings: Settings, window: tuple[int, int, bool], code: str) -> None:
    from kiosk.running import BROKEN_STAY, show_closed

    # after crashes it was said already, and where another terminal runs it has the panel
    if code not in ("crashes", "running"):
        show_closed(settings, window, BROKEN_STAY)


def _gallery(size: Size, folder: Path | None) -> None:
    from ui.application import make_application

    if folder is not None:
        # drawn alike on every machine
        os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    application = make_application(sys.argv[:1])

    from ui.gallery.window import Gallery, save_all

    if folder is not None:
        typer.echo(f"{save_all(folder)} pictures in {folder}")
        return
    shown = Gallery(width=size[0], height=size[1])
    shown.window.show()
    signal.signal(signal.SIGINT, lambda *_: application.quit())
    code = application.exec()
    shown.close()
    raise typer.Exit(code)
