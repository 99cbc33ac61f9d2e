"""What is written down of updates, in a folder that only root writes and everybody may read."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from kiosk.updates.undo import INSTALLED, STUCK, TRIAL, UNDONE
from offline_queue.fetching import Standing
from offline_queue.files import write_durably
from offline_queue.health import UpdateState


class Why(StrEnum):
    """Why an update was taken back: it was interrupted, dpkg failed, the program does not answer, units do not start or
    do not go on, the doctor finds new faults, or one alone: the city is not reached.
    """

    INTERRUPTED = ""
    DPKG = "dpkg"
    PROGRAM = "program"
    NOT_STARTED = "not_started"
    ENDED = "ended"
    DOCTOR = "doctor"
    LINE = "line"


STATES = {INSTALLED: UpdateState.INSTALLED, UNDONE: UpdateState.UNDONE, STUCK: UpdateState.STUCK}


class Trial(BaseModel):
    """An update: the version and the one before it, the new package's SHA-256, both packages' files, the queue and
    the schema of it that the version before knows, what the doctor found failing before, which update in a row it
    is, how often this one was begun, and why it is to be taken back.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str
    before: str
    digest: str
    package: str
    previous: str
    queue: str
    queue_schema: int
    faults: tuple[str, ...] = ()
    number: int = 1
    tries: int = 1
    why: Why = Why.INTERRUPTED


def read(state_dir: Path, name: str = TRIAL) -> Trial | None:
    """What stands under a name; None where nothing does."""
    try:
        return Trial.model_validate_json((state_dir / name).read_bytes())
    except (OSError, ValidationError):
        return None


def write(state_dir: Path, trial: Trial) -> None:
    """Write the trial down, durable. Raises OSError."""
    write_durably(state_dir / TRIAL, trial.model_dump_json().encode(), 0o644)


def last(state_dir: Path) -> tuple[UpdateState, Trial] | None:
    """How the last update ended; None before the first."""
    found = [(trial, state) for name, state in STATES.items() if (trial := read(state_dir, name)) is not None]
    if not found:
        return None
    trial, state = max(found, key=lambda one: one[0].number)
    return state, trial


def told(state_dir: Path) -> tuple[Standing, str]:
    """The same for the city, with the digest of the package; nothing of one that is begun again."""
    ended = last(state_dir)
    if ended is None or (ended[0] is UpdateState.UNDONE and again(ended[1])):
        return Standing(), ""
    state, trial = ended
    return Standing(trial.version, state, trial.why.value), trial.digest


MOST_TRIES = 3
"""How often an update is begun whose end may have been the fault of power or line."""


def again(trial: Trial) -> bool:
    """Whether an update that was taken back is to be begun again."""
    return trial.why in (Why.INTERRUPTED, Why.LINE) and trial.tries < MOST_TRIES
