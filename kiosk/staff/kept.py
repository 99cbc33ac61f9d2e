"""What staff set, kept over restarts: whether the terminal is closed and why, how loud and how bright it is."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from kiosk.visit.staff.places import CLOSINGS
from offline_queue.files import write_durably

FILE = "staff-set.json"


class Kept(BaseModel):
    """The file: `closed` is why, empty while the terminal serves; volume and brightness in percent, None: as set up."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    closed: str = ""
    volume: int | None = Field(default=None, ge=0, le=100)
    brightness: int | None = Field(default=None, ge=1, le=100)

    @field_validator("closed")
    @classmethod
    def _known(cls, closed: str) -> str:
        if closed not in ("", *CLOSINGS):
            raise ValueError("no such reason")
        return closed


def load(data_dir: Path) -> Kept:
    """What was set; nothing where there is no file, or one that cannot be read."""
    try:
        return Kept.model_validate_json((data_dir / FILE).read_bytes())
    except (OSError, ValidationError):
        return Kept()


def save(data_dir: Path, kept: Kept) -> None:
    """Durable when this returns. Raises OSError."""
    write_durably(data_dir / FILE, kept.model_dump_json().encode())
