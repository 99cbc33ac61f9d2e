"""JSON Schemas of the catalogue's files, with which an editor completes keys and says what each is for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from config.grouping import Groups, Package
from config.key_words import KEY_WORDS
from config.offices import Calendar, Offices
from config.service import Service

KINDS: Mapping[str, type[BaseModel]] = {
    "service": Service,
    "package": Package,
    "groups": Groups,
    "offices": Offices,
    "calendar": Calendar,
}
"""The kinds of files, by what they say under `kind`."""

FOLDER = Path(__file__).parent / "schemas"
"""The schemas that ship; files name theirs in their first line, `#:schema ../schemas/service.json`."""


def schema_of(kind: str) -> str:
    """The schema of one kind of file, as text."""
    return as_text(described(KINDS[kind]))


def described(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of a model, with what each key is for."""
    schema = model.model_json_schema()
    for name, part in {**schema.get("$defs", {}), schema["title"]: schema}.items():
        _describe(name, part)
    return schema


def as_text(schema: Mapping[str, Any]) -> str:
    """A schema as it stands in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def write(folder: Path) -> tuple[Path, ...]:
    """Writes all schemas into a folder, and names the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for kind in KINDS:
        files.append(folder / f"{kind}.json")
        files[-1].write_text(schema_of(kind), "utf-8")
    return tuple(files)


def _describe(model: str, part: dict[str, Any]) -> None:
    for key, found in part.get("properties", {}).items():
        if model in KEY_WORDS:
            found["description"] = KEY_WORDS[model][key]
        found.pop("title", None)
