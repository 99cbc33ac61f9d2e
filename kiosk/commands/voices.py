"""`kiosk voices`: record what the screens say the same way every time. `make voices` calls it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import typer

from config import catalogue
from kiosk.commands.shared import words
from kiosk.exits import CommandError, told
from kiosk.words import FIRST_LANGUAGE
from ui import voices

app = typer.Typer(add_completion=False)

ENCODER = ("opusenc", "--quiet", "--serial", "1", "--comp", "5", "--bitrate", "20", "--padding", "0", "-")
"""Three kilobytes a second; with more care it would take three times as long to make. A stream number of its own for
each file would make other bytes each time."""


@app.command("voices")
@told
def record() -> None:
    """Record every sentence of the screens that has no recording yet, and drop those that nobody says any more."""
    voices.FOLDER.mkdir(exist_ok=True)
    wanted = {voices.recording(language, text): (language, text) for language, text in sentences()}
    missing = [path for path in wanted if not path.exists()]
    try:
        with ThreadPoolExecutor() as pool:
            list(pool.map(lambda path: _record(path, *wanted[path]), missing))
    except FileNotFoundError as error:
        raise CommandError("no_engine", f"{error.filename} is missing", "install espeak-ng and opus-tools") from None
    except subprocess.CalledProcessError as error:
        raise CommandError("not_recorded", f"{error.cmd[0]} failed", "look at what it says above") from None
    stale = [path for path in voices.FOLDER.iterdir() if path not in wanted]
    for path in stale:
        path.unlink()
    typer.echo(f"voices: {len(wanted)} sentences in {voices.FOLDER}, {len(missing)} new, {len(stale)} dropped")


def sentences() -> Iterator[tuple[str, str]]:
    """Every language and sentence of translations and catalogue in which nothing has to be filled in."""
    wording = words()
    for language in wording.languages:
        yield from ((language, text) for text in wording.fixed(language))
    found = catalogue.load()
    for item in (*found, *found.packages, *found.groups):
        for said in _texts(item.model_dump()):
            texts = ((language, said.get(language, said[FIRST_LANGUAGE])) for language in wording.languages)
            yield from ((language, text) for language, text in texts if "{" not in text)


def _texts(value: object) -> Iterator[dict[str, str]]:
    """Every text of the catalogue, which is a table of languages."""
    if isinstance(value, dict):
        if isinstance(value.get(FIRST_LANGUAGE), str):
            yield value
        else:
            yield from (text for item in value.values() for text in _texts(item))
    elif isinstance(value, tuple):
        yield from (text for item in value for text in _texts(item))


def _record(path: Path, language: str, text: str) -> None:
    said = subprocess.run(
        voices.command(language), input=voices.spelled(text).encode(), stdout=subprocess.PIPE, check=True
    )
    # whole or not at all, whenever this is stopped
    unfinished = path.with_suffix(".part")
    subprocess.run([*ENCODER, str(unfinished)], input=said.stdout, check=True)
    unfinished.replace(path)
