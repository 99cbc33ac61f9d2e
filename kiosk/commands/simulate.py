"""`kiosk simulate`: the bench."""

from __future__ import annotations

import json
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from kiosk.exits import CommandError, told

app = typer.Typer(add_completion=False)

Port = Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")]


@contextmanager
def listening() -> Iterator[None]:
    """A port that somebody else has becomes a CommandError."""
    try:
        yield
    except OSError as error:
        raise CommandError(
            "port_taken", f"cannot listen: {error.strerror}", "give another port, or 0 for any"
        ) from None


@app.command("simulate")
@told
def simulate(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port of the bench page; 0 takes a free one.")] = 8421,
    reader_port: Port = 0,
    camera_port: Port = 0,
    printer_port: Port = 0,
    card: Annotated[str, typer.Option(help="Card that lies on the reader from the start.")] = "",
    paper: Annotated[str, typer.Option(help="Paper that lies under the camera from the start.")] = "lease",
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for programs.")] = False,
) -> None:
    """A virtual reader, scanner and printer on real wires, and a web page to work them; until interrupted."""
    from drivers.simulators.papers import PAPERS
    from drivers.simulators.people import CARDS
    from kiosk.rehearsal.bench import Bench
    from kiosk.rehearsal.bench_page import BenchPage

    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    with listening(), Bench(reader_port, camera_port, printer_port) as bench, BenchPage(bench, port) as page:
        if card in CARDS:
            bench.insert(card)
        if paper in PAPERS:
            bench.lay(paper)
        if as_json:
            addresses = {
                "page": page.url,
                "reader": bench.reader.url,
                "reader_pty": bench.reader.pty,
                "camera": bench.camera.url,
                "printer": bench.printer.url,
            }
            typer.echo(json.dumps(addresses))
        else:
            typer.echo(f"# bench page: {page.url}\n# reader also at {bench.reader.pty}\n{bench.configuration()}")
        stopped.wait()
