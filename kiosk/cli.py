"""The program `kiosk`: its commands, mounted."""

from __future__ import annotations

import typer

from kiosk.commands import catalogue, demo, devices, enrol, queue, run, scenario, simulate, sync

app = typer.Typer(
    help="Software of a neighbourhood self-service terminal.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("run")(run.run)
app.command("sync")(sync.sync)
app.command("simulate")(simulate.simulate)
app.command("demo")(demo.demo)
app.command("enrol")(enrol.enrol)
app.add_typer(scenario.app, name="scenario")
app.add_typer(devices.app, name="devices")
app.add_typer(queue.app, name="queue")
app.add_typer(catalogue.app, name="catalogue")


def main() -> None:
    """Entry point of the `kiosk` program."""
    app()
