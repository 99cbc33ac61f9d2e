"""How a terminal is, as it tells the city every five minutes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from offline_queue.wire import Message


class DeviceState(Message):
    """A device as the terminal sees it: the words of the device model."""

    status: str = Field(max_length=40)
    error: str = Field(max_length=60)


class UpdateState(StrEnum):
    """How updates of the program stand: nothing to tell, being brought, to be installed, installed and well, taken
    back since it was not well, not well and no way back."""

    NONE = ""
    FETCHING = "fetching"
    READY = "ready"
    INSTALLED = "installed"
    UNDONE = "undone"
    STUCK = "stuck"


class Health(Message):
    """How a terminal is: what waits, since when (seconds), room, clock, devices. Nothing of anyone.

    `catalogue`: the version that its screens work with, 0 for the one that ships with the program; `passed_over`: the
    newest one, when it was tried and found wrong, and for what. `update`: the version that `update_state` is about, and
    why it was taken back. `audit_number`, `audit_digest`: its audit log's newest
    line, which it cannot take back once the city knows it.
    """

    at: str = Field(max_length=40)
    version: str = Field(max_length=40)
    last_sequence: int = Field(ge=0)
    waiting: int = Field(ge=0)
    waiting_bytes: int = Field(ge=0)
    oldest_sealed_at: str = Field(max_length=40)
    quarantined: int = Field(ge=0)
    letters: int = Field(ge=0)
    damaged_files: int = Field(ge=0)
    free_bytes: int = Field(ge=0)
    clock_offset: float
    catalogue: int = Field(default=0, ge=0)
    passed_over: int = Field(default=0, ge=0)
    passed_over_for: str = Field(default="", max_length=300)
    audit_number: int = Field(default=0, ge=0)
    audit_digest: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
    update: str = Field(default="", max_length=40)
    update_state: UpdateState = UpdateState.NONE
    update_why: str = Field(default="", pattern=r"^[a-z_:]{0,60}$")
    devices: dict[Annotated[str, StringConstraints(max_length=40)], DeviceState] = Field(max_length=20)
