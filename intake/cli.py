"""The program `kiosk-intake`: its commands, mounted."""

from __future__ import annotations

import typer

from intake.commands import fleet, releases, serving, submissions

app = typer.Typer(
    help="The reference central intake.", no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False
)
app.command("serve")(serving.serve)
app.command("operator")(serving.operator)
app.command("letters")(fleet.letters)
app.command("answer")(fleet.answer)
app.command("rotate-keys")(fleet.rotate_keys)
app.command("announce")(fleet.announce)
app.command("move")(submissions.move)
app.command("withdraw")(submissions.withdraw)
app.command("hold")(fleet.hold)
app.command("instant")(fleet.instant)
app.command("publish-catalogue")(fleet.publish_catalogue)
app.command("release-key")(releases.release_key)
app.command("publish-release")(releases.publish_release)
app.command("terminals")(fleet.terminals)
app.command("enrol-code")(fleet.enrol_code)
app.command("list")(submissions.list_)
app.command("show")(submissions.show)
app.command("scans")(submissions.scans)
app.command("import")(submissions.import_)
app.command("openapi")(serving.openapi)


def main() -> None:
    """Entry point of the `kiosk-intake` program."""
    app()
