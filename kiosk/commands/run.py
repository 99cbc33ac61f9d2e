"""`kiosk run`: the terminal."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands.shared import settings_from
from kiosk.exits import CommandError, Exit, told
from kiosk.reading_in import uncollected

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from config.settings import Settings
    from kiosk.terminal import Terminal

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
    settings = settings_from(config)
    with uncollected():
        application, terminal = _started(settings, (size_of(size) if size else WINDOW) if windowed else None)
    mistakes: list[str] = []
    terminal.misconfigured.connect(mistakes.append)
    # quit() asks the window, which on a panel never closes
    terminal.misconfigured.connect(lambda _: application.exit())
    terminal.ended.connect(application.exit)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: application.exit())
    code = application.exec()
    terminal.close()
    if mistakes:
        raise CommandError("bad_driver", mistakes[0], "run: kiosk devices list", Exit.BAD_USAGE)
    raise typer.Exit(code)


def _started(settings: Settings, window: Size | None) -> tuple[QGuiApplication, Terminal]:
    """Application and terminal, on the whole panel unless in a window of this size. Raises CommandError."""
    from config.catalogue_text import CatalogueError
    from kiosk.terminal import Terminal, guard_personal_data
    from offline_queue.outbox import OutboxError
    from ui.application import make_application
    from ui.screens import Screens

    width, height = window or PANEL
    guard_personal_data()
    application = make_application(sys.argv[:1])
    screens = Screens(width=width, height=height, fullscreen=window is None, motion=settings.screen.motion)
    try:
        return application, Terminal(settings, screens)
    except CatalogueError as error:
        raise CommandError("bad_catalogue", str(error), "run: kiosk catalogue check", Exit.BAD_USAGE) from None
    except OutboxError as error:
        raise CommandError("outbox", str(error), "run: kiosk enrol, or ask service to look at data_dir") from None


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
