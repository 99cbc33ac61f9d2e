"""What was answered so far, should the power fail. Neither code nor PIN is ever in it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from drivers.model import Health, Status
from kiosk.setup.effects import NoteDraft
from kiosk.setup.steps import Draft, Found
from kiosk.setup.wanted import DRAFT
from offline_queue.files import flush_folder, write_durably


class _Device(BaseModel):
    model_config = ConfigDict(extra="forbid")

    kind: str
    driver: str
    options: dict[str, Any]


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid")

    at: str
    name: str
    area: str
    url: str
    devices: tuple[_Device, ...]
    registered: tuple[str, str, str] | None


def note(data_dir: Path, noted: NoteDraft) -> None:
    """Keep it, durable. Raises OSError."""
    draft = noted.draft
    found = tuple(_Device(kind=d.kind, driver=d.driver, options=dict(d.options)) for d in draft.devices)
    kept = _Kept(
        at=noted.at, name=draft.name, area=draft.area, url=draft.url, devices=found, registered=noted.registered
    )
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_durably(data_dir / DRAFT, kept.model_dump_json().encode())


def noted(data_dir: Path) -> NoteDraft | None:
    """What was kept, None when there is nothing that can be read."""
    try:
        kept = _Kept.model_validate_json((data_dir / DRAFT).read_bytes())
    except (OSError, ValueError):
        return None
    health = Health(Status.UNKNOWN)
    found = tuple(Found(device.kind, health, device.driver, device.options) for device in kept.devices)
    return NoteDraft(Draft(kept.name, kept.area, kept.url, found), kept.at, kept.registered)


def forget(data_dir: Path) -> None:
    """It ended well. Raises OSError."""
    (data_dir / DRAFT).unlink(missing_ok=True)
    with suppress(FileNotFoundError):
        flush_folder(data_dir)
