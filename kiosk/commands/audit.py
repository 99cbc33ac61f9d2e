"""`kiosk audit`: what happened at this terminal; whether the log of it is whole; a copy for who reviews it."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.audit import AuditEvent
from kiosk.audit.copying import Foreign, copy
from kiosk.audit.ledger import FOLDER, files_of
from kiosk.audit.lines import NOTHING, Head, Line
from kiosk.audit.verify import Report, lines_of, verified
from kiosk.commands.shared import Config, Json, audit_of, settings_from
from kiosk.exits import CommandError, Exit, told

app = typer.Typer(help="What happened at this terminal, and nothing of anyone.", no_args_is_help=True)

_HEAD = re.compile(r"([1-9][0-9]{0,14}):([0-9a-f]{64})")


@app.command("show")
@told
def show(
    config: Config = None,
    since: Annotated[str, typer.Option(help="From this day or time on, local: 2026-11-24 or 2026-11-24T10:30.")] = "",
    event: Annotated[list[str] | None, typer.Option(help="Only events of this name; may be given again.")] = None,
    as_json: Json = False,
) -> None:
    """The log, oldest line first."""
    start, wanted = _moment(since), set(event or ())
    if unknown := wanted.difference(AuditEvent):
        raise CommandError(
            "bad_usage", f"there is no event {sorted(unknown)[0]!r}", "docs/audit.md lists them", Exit.BAD_USAGE
        )
    folder = _log(settings_from(config).data_dir / FOLDER)
    try:
        found = (line for line in lines_of(folder) if line.at >= start and (not wanted or line.event in wanted))
        for line in found:
            typer.echo(json.dumps(_as_dict(line)) if as_json else _as_text(line))
    except OSError as error:
        raise _unreadable(folder, error) from None


@app.command("verify")
@told
def verify(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="A copy; without, this terminal's own.")
    ] = None,
    head: Annotated[
        str, typer.Option(metavar="NUMBER:DIGEST", help="A line that must stand in it, as the city was told of.")
    ] = "",
    config: Config = None,
    as_json: Json = False,
) -> None:
    """Whether anything was changed, taken out, put in or moved: exit 4, with file, line and what is wrong."""
    log = _log(folder or settings_from(config).data_dir / FOLDER)
    try:
        report = verified(log, _known(head))
    except OSError as error:
        raise _unreadable(log, error) from None
    typer.echo(json.dumps(_report(report)) if as_json else _report_text(report))
    if report.faults:
        raise typer.Exit(Exit.REFUSED)


@app.command("export")
@told
def export(
    out: Annotated[Path, typer.Argument(metavar="DIR", help="Folder to write to, of a stick for example.")],
    config: Config = None,
) -> None:
    """Copy the log; the copy is checked by: kiosk audit verify DIR."""
    settings = settings_from(config)
    log = _log(settings.data_dir / FOLDER)
    with audit_of(settings) as audit:
        audit.note(AuditEvent.LOG_EXPORTED, files=len(files_of(log)))
    try:
        copied = copy(log, out)
    except Foreign as error:
        raise CommandError("foreign", str(error), "give an empty folder", Exit.REFUSED) from None
    except OSError as error:
        raise CommandError("cannot_write", f"{out}: {error.strerror}", "give another folder") from None
    typer.echo(f"{copied} files in {out}")


def _log(folder: Path) -> Path:
    try:
        if files_of(folder):
            return folder
    except FileNotFoundError:
        pass
    except OSError as error:
        raise _unreadable(folder, error) from None
    raise CommandError("no_log", f"there is no audit log in {folder}", "give the folder of a log")


def _unreadable(folder: Path, error: OSError) -> CommandError:
    return CommandError("unreadable", f"{folder}: {error.strerror}", "run it as the user of the terminal")


def _moment(text: str) -> str:
    """A local day or time as lines have it, empty for none."""
    try:
        local = datetime.fromisoformat(text).astimezone() if text else None
    except ValueError:
        raise CommandError("bad_usage", f"{text!r} is no day or time", "2026-11-24", Exit.BAD_USAGE) from None
    return "" if local is None else local.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _known(text: str) -> Head:
    found = _HEAD.fullmatch(text)
    if text and found is None:
        raise CommandError("bad_usage", "this is no line", "NUMBER:DIGEST, as the city shows it", Exit.BAD_USAGE)
    return NOTHING if found is None else Head(int(found[1]), found[2])


def _as_dict(line: Line) -> dict[str, Any]:
    return {name: value for name, value in line._asdict().items() if name != "head"} | {"digest": line.head.digest}


def _as_text(line: Line) -> str:
    fields = " ".join(f"{name}={value}" for name, value in line.fields.items())
    text = f"{line.number}  {_local(line.at)}  {line.process}  {line.event}  {fields}".rstrip()
    # whoever changed a log may have put in what makes a screen lie
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _local(at: str) -> str:
    try:
        return datetime.fromisoformat(at).astimezone().isoformat(sep=" ", timespec="seconds")
    except ValueError:
        return at


def _report(report: Report) -> dict[str, Any]:
    last = report.last
    return {
        "files": report.files,
        "lines": report.lines,
        "first": None if report.first is None else report.first.number,
        "last": None if last is None else last.number,
        "head": None if last is None else str(last.head),
        "faults": [asdict(fault) for fault in report.faults],
        "remarks": [asdict(remark) for remark in report.remarks],
    }


def _report_text(report: Report) -> str:
    lines = [f"wrong: {fault}" for fault in report.faults] + [f"note: {remark}" for remark in report.remarks]
    if report.first is not None and report.last is not None:
        span = f"lines {report.first.number} to {report.last.number} in {report.files} files"
        lines.append(f"{span}, from {report.first.at} to {report.last.at}; the newest is {report.last.head}")
    lines.append(f"{len(report.faults)} faults" if report.faults else "the chain is whole")
    return "\n".join(lines)
