"""`kiosk doctor`: what is wrong with this terminal, and what to do."""

from __future__ import annotations

import json
from dataclasses import asdict

import typer

from kiosk.commands.shared import Config, Json, words
from kiosk.doctor.checks import findings
from kiosk.doctor.finding import Finding, Ground, Verdict
from kiosk.exits import Exit, told

app = typer.Typer(add_completion=False)

SIGNS = {Verdict.GOOD: "✓", Verdict.CARE: "!", Verdict.BAD: "✗"}


@app.command("doctor")
@told
def doctor(config: Config = None, as_json: Json = False) -> None:
    """Check configuration, devices, disk, clock, keys, city; say what to do. Changes nothing."""
    found: list[Finding] = []
    for finding in findings(Ground(config, words())):
        found.append(finding)
        if not as_json:
            remedy = f" – {finding.remedy}" if finding.remedy else ""
            typer.echo(f"{SIGNS[finding.verdict]} {finding.check}: {finding.says}{remedy}")
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in found], ensure_ascii=False))
    if any(finding.verdict is Verdict.BAD for finding in found):
        raise typer.Exit(Exit.FAILED)
