"""The configuration file: the old one or the new one, whatever the power does."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import rtoml

from config.settings import Settings
from kiosk.setup.steps import Draft
from offline_queue.files import write_durably

Table = dict[str, Any]

HEAD = "# Written by the first start of this terminal (docs/setup.md). Change it as you like.\n"


def table_of(draft: Draft, settings: Settings) -> Table:
    """What the answers mean. Of `settings` only what tells where the city's authority is."""
    intake: Table = {"url": draft.url}
    if settings.intake.ca_file is not None:
        intake["ca_file"] = str(settings.intake.ca_file)
    devices = {found.kind: {"driver": found.driver, **found.options} for found in draft.devices if found.driver}
    return {"station": {"name": draft.name, "area": draft.area}, "intake": intake, "devices": devices}


def keep(file: Path, table: Table) -> None:
    """Put `table` into the file; other keys that stand there stay. Raises OSError, ValueError (pydantic's too)."""
    before: Table = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    after = merged(before, table)
    if "devices" in table:
        # a device that is gone is not kept by its old table
        after["devices"] = table["devices"]
    Settings.model_validate(after)
    if after == before:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    # no secret stands in it, and whoever mends the terminal reads it
    write_durably(file, (HEAD + rtoml.dumps(after, pretty=True)).encode(), mode=0o644)


def merged(under: Table, over: Table) -> Table:
    """Two tables, level by level; `over` goes before."""
    found = dict(under)
    for key, value in over.items():
        beneath = found.get(key)
        found[key] = merged(beneath, value) if isinstance(beneath, dict) and isinstance(value, dict) else value
    return found
