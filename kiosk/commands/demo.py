"""`kiosk demo`: the whole thing on one desk. `make run` calls it."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from config.scenario import SCENARIOS
from kiosk.commands.run import WINDOW, size_of
from kiosk.commands.scenario import play
from kiosk.commands.simulate import listening
from kiosk.exits import told

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

app = typer.Typer(add_completion=False)

FOLDER = Path("build/run")


@app.command("demo")
@told
def demo(
    headless: Annotated[bool, typer.Option("--headless", help="Play the first visit without a display.")] = False,
    folder: Annotated[Path, typer.Option(help="Folder to work in; emptied first.")] = FOLDER,
    size: Annotated[str, typer.Option(help="Pixels of the window, as 1080x1920.")] = "",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port of the bench page; 0 takes a free one.")] = 0,
) -> None:
    """City, simulated hardware, sync agent and terminal together."""
    if headless or not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        for failure in play([SCENARIOS / "first-visit.toml"], folder, folder / "screens", None, False).values():
            raise failure
        typer.echo(f"summary: {folder / 'summary.json'}")
        return
    _window(folder, size_of(size) if size else WINDOW, port)


def _window(folder: Path, size: tuple[int, int], port: int) -> None:
    import shutil

    from kiosk.rehearsal.bench import Bench
    from kiosk.rehearsal.bench_page import BenchPage
    from kiosk.rehearsal.recorder import Recorder
    from kiosk.rehearsal.recording import Recording
    from kiosk.rehearsal.rig import HELD, Rig
    from kiosk.terminal import Terminal
    from ui.application import make_application
    from ui.screens import Screens

    shutil.rmtree(folder, ignore_errors=True)
    application = make_application(sys.argv[:1])
    with listening(), Bench() as bench, Rig(folder, bench) as rig:
        rig.hold(HELD)
        bench.lay("lease")
        recorder, screens = Recorder(bench), Screens(width=size[0], height=size[1])
        # before the terminal hears of it, which leads on to the next page
        screens.intent.connect(recorder.touched)
        terminal = Terminal(rig.settings, screens, now=bench.clock.now)
        recorder.watch(lambda: terminal.shell.page)
        try:
            with BenchPage(bench, port, Recording(recorder, rig, size, HELD)) as page:
                _work(application, folder, page.url)
        finally:
            terminal.close()


def _work(application: QGuiApplication, folder: Path, page: str) -> None:
    typer.echo(f"bench page: {page}   (lay cards and papers there)")
    typer.echo(f"what arrived: kiosk-intake list --data {folder / 'intake'}")
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: application.quit())
    application.exec()
