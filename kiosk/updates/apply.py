"""One run of the installing: begins an update, goes on with one that was cut short, or finds that it is not the time.

Run as root. Nothing under `data_dir` is believed, since it belongs to the terminal's user: the note is proved by the
release keys of the configuration, and the package is copied to where only root writes before its bytes are proved.

Everything that is used after the package has been replaced is imported at the top: what would be imported later would
be that of another version.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from config.settings import UpdateSettings
from kiosk.updates import record, undo
from kiosk.updates.machine import Machine
from kiosk.updates.packages import CannotCopy, copied, keep_only
from kiosk.updates.record import Trial, Why
from kiosk.updates.visitors import nobody_here
from offline_queue.disk import WATERMARK
from offline_queue.files import write_durably
from offline_queue.health import UpdateState
from offline_queue.release_shelf import NEWEST, RUNNING, Shelf
from offline_queue.releases import Release, later


class Came(StrEnum):
    """What came of a run."""

    NOTHING = "nothing"
    OUTSIDE_WINDOW = "outside_window"
    VISIT = "visit"
    BUSY = "busy"
    NO_WAY_BACK = "no_way_back"
    NO_ROOM = "no_room"
    NOT_PROVED = "not_proved"
    FAILED_BEFORE = "failed_before"
    NOT_UNDONE = "not_undone"
    INSTALLED = "installed"
    UNDONE = "undone"
    STUCK = "stuck"


CITY = frozenset({"intake"})
"""The doctor's check of the line to the city. A version that cannot reach it could never be mended from there."""

_ENDS = {undo.UNDONE: Came.UNDONE, undo.STUCK: Came.STUCK, None: Came.NOT_UNDONE}


@dataclass(frozen=True)
class Site:
    """A terminal: `program` is the version that runs, `schema` the queue's that it knows, `home` where it lies.

    `forget_crashes`: how often a version ended is no reason for the one before to stay closed.
    """

    settings: UpdateSettings
    shelf: Shelf
    queue: Path
    program: str
    schema: int
    home: Path
    machine: Machine
    now: Callable[[], datetime]
    forget_crashes: Callable[[], None]

    @property
    def state_dir(self) -> Path:
        """Where only root writes."""
        return self.settings.state_dir


def apply(site: Site, at_once: bool = False) -> Came:
    """Do what is to be done now; `at_once` at any time of day, yet never beside a visit. Raises OSError."""
    site.state_dir.mkdir(parents=True, exist_ok=True, mode=0o755)
    trial = record.read(site.state_dir)
    if trial is not None:
        return _go_on(site, trial)
    release = site.shelf.release(NEWEST)
    if release is None or not later(release.version, site.program):
        return Came.NOTHING
    if (refusal := _refusal(site, release, at_once)) is not None:
        return refusal
    with nobody_here(site.shelf.data_dir) as alone:
        return _begin(site, release) if alone else Came.VISIT


def _refusal(site: Site, release: Release, at_once: bool) -> Came | None:
    ended = record.last(site.state_dir)
    failed = ended is not None and ended[0] is not UpdateState.INSTALLED and ended[1].digest == release.digest
    # a hand that insists may; by itself it would fail every night
    if failed and not at_once and ended is not None and not record.again(ended[1]):
        return Came.FAILED_BEFORE
    if not at_once and not site.settings.is_time(site.now().time()):
        return Came.OUTSIDE_WINDOW
    if site.machine.packages_busy():
        return Came.BUSY
    # two packages are copied, and a visit must find room all the while
    copies = 2 * release.size + WATERMARK
    if shutil.disk_usage(site.home).free < release.needs_bytes or shutil.disk_usage(site.state_dir).free < copies:
        return Came.NO_ROOM
    return None


def _begin(site: Site, release: Release) -> Came:
    back = site.shelf.release(RUNNING)
    if back is None or back.version != site.program:
        return Came.NO_WAY_BACK
    keep_only(site.state_dir, {release.digest, back.digest})
    try:
        package, previous = (copied(site.shelf.package(one), one, site.state_dir) for one in (release, back))
    except CannotCopy as trouble:
        if trouble.full:
            return Came.NO_ROOM
        for one in (release, back):
            # the agent brings both anew
            site.shelf.package(one).unlink(missing_ok=True)
        return Came.NOT_PROVED
    ended = record.last(site.state_dir)
    same = ended is not None and ended[1].digest == release.digest
    trial = Trial(
        version=release.version,
        before=site.program,
        digest=release.digest,
        package=str(package),
        previous=str(previous),
        queue=str(site.queue),
        queue_schema=site.schema,
        faults=tuple(sorted(site.machine.faults() or ())),
        number=1 if ended is None else ended[1].number + 1,
        tries=ended[1].tries + 1 if ended is not None and same else 1,
    )
    write_durably(site.state_dir / undo.COPY, Path(undo.__file__).read_bytes(), 0o644)
    record.write(site.state_dir, trial)
    site.machine.stop()
    if not site.machine.install(package):
        return _take_back(site, trial, Why.DPKG)
    return _prove(site, trial)


def _go_on(site: Site, trial: Trial) -> Came:
    """A run before this one was cut short."""
    if site.program == trial.version and trial.why is Why.INTERRUPTED:
        return _prove(site, trial)
    return _take_back_alone(site, trial, trial.why)


def _prove(site: Site, trial: Trial) -> Came:
    """Whether the new version is well: it says its version, starts, goes on, and nothing fails that did not before."""
    why = _found_wrong(site.machine, trial)
    if why is not None:
        return _take_back_alone(site, trial, why)
    undo.conclude(site.state_dir, undo.INSTALLED)
    keep_only(site.state_dir, {trial.digest})
    return Came.INSTALLED


def _found_wrong(machine: Machine, trial: Trial) -> Why | None:
    if machine.version() != trial.version:
        return Why.PROGRAM
    if not machine.start():
        return Why.NOT_STARTED
    why = Why.DOCTOR
    # a line may be down, a device may restart: what is well at the last look is well
    for _ in range(machine.looks):
        if not machine.goes_on():
            return Why.ENDED
        faults = machine.faults()
        new = None if faults is None else faults - set(trial.faults)
        if new is not None and not new:
            return None
        why = Why.LINE if new == CITY else Why.DOCTOR
    return why


def _take_back_alone(site: Site, trial: Trial, why: Why) -> Came:
    record.write(site.state_dir, trial.model_copy(update={"why": why}))
    with nobody_here(site.shelf.data_dir) as alone:
        # the new version may serve someone all the same; the next run finds why and goes on
        return _take_back(site, trial, why) if alone else Came.VISIT


def _take_back(site: Site, trial: Trial, why: Why) -> Came:
    record.write(site.state_dir, trial.model_copy(update={"why": why}))
    site.machine.stop()
    name = undo.undo(site.state_dir)
    site.forget_crashes()
    site.machine.start()
    return _ENDS[name]
