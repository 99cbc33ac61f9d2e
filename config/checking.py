"""Checks files of a catalogue all together, and says of each mistake in which file and line it is and what to write."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import rtoml

from config import soundness
from config.agreeing import disagreements
from config.catalogue import gathered
from config.catalogue_text import CatalogueError
from config.items import AnyItem, read
from config.toml_lines import Key, line_of

_NAMES = ("id", "value", "code", "service")
"""By which an item of a list is called in mistakes."""


def complaints(files: Sequence[Path]) -> list[str]:
    """Every mistake as `file:line: key: what to write`; what one file is wrong in is told before how files fit."""
    items: list[tuple[Path, AnyItem]] = []
    found: list[str] = []
    for file in files:
        try:
            items.append((file, read(file).root))
            found += _newer(file)
        except CatalogueError as error:
            found.append(str(error))
    if found:
        return found
    places = {item.code: file for file, item in items}
    kinds: dict[str, Path] = {item.kind: file for file, item in items}
    told = list(disagreements([item for _, item in items])) or [
        (mistake.code, mistake.key, mistake.wrong)
        for mistake in soundness.mistakes(gathered([item for _, item in items]))
    ]
    return [_placed(places.get(code) or kinds[code], key, wrong) for code, key, wrong in told]


def _newer(file: Path) -> Iterator[str]:
    """What only TOML 1.1 has: terminals read it, a city's server of today may not."""
    try:
        tomllib.loads(file.read_text("utf-8"))
    except tomllib.TOMLDecodeError as failure:
        words, _, place = str(failure).partition(" (at line ")
        yield f"{file}:{place.partition(',')[0] or 1}: {words}: write it as TOML 1.0 has it, a table in one line"


def _placed(file: Path, key: str, wrong: str) -> str:
    text = file.read_text("utf-8")
    line = line_of(text, tuple(_path(rtoml.loads(text), key.split(".")))) or 1
    return f"{file}:{line}: {key}: {wrong}"


def _path(data: Any, names: Sequence[str]) -> Iterator[Key]:
    """The way through a file's tables to a key in whose place an item of a list is called by its name."""
    for name in names:
        if isinstance(data, list):
            place = next((at for at, item in enumerate(data) if _is_called(item, at, name)), None)
            if place is None:
                return
            yield place
            data = data[place]
        else:
            yield name
            data = data.get(name) if isinstance(data, dict) else None


def _is_called(item: object, at: int, name: str) -> bool:
    return str(at) == name or (isinstance(item, Mapping) and any(item.get(key) == name for key in _NAMES))
