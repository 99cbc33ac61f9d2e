"""Configuration, folder, disk and clock."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import kiosk.doctor
from config.settings import DEFAULT_FILE
from kiosk.doctor.finding import Finding, Ground, Verdict, unreadable
from kiosk.visit.staff.tasks import CLOCK_OFF
from offline_queue.database import FILE
from offline_queue.disk import Reserve

CLOCK_WRONG = 86400.0
"""Seconds from which days, and so deadlines, are wrong."""


def configuration(ground: Ground) -> Iterator[Finding]:
    """It can be read, every key is one, and the files that it names are there."""
    settings = ground.settings
    if settings is None:
        for line in ground.mistake.splitlines():
            yield Finding("configuration", Verdict.BAD, line, "correct the file, then run this again")
        return
    missing = unreadable(settings)
    for path in missing:
        yield Finding(
            "configuration", Verdict.BAD, f"{path} is not there or cannot be read", "correct [intake], or put it there"
        )
    if (settings.intake.client_certificate is None) != (settings.intake.client_key is None):
        yield Finding(
            "configuration",
            Verdict.BAD,
            "of client_certificate and client_key only one is given",
            "give both in [intake], or none",
        )
    elif not missing:
        named = ground.config or os.environ.get("KIOSK_CONFIG") or (DEFAULT_FILE if DEFAULT_FILE.is_file() else None)
        if named is None:
            yield Finding("configuration", Verdict.CARE, "there is no file, so defaults hold", f"write {DEFAULT_FILE}")
        else:
            yield Finding("configuration", Verdict.GOOD, f"{named} can be used")


def folder(ground: Ground) -> Iterator[Finding]:
    """`data_dir` is there, the terminal's user's own and nobody else's, and can be written."""
    if ground.settings is None:
        return
    path, data_dir = ground.settings.data_dir, ground.data_dir
    if data_dir is None:
        says = "is not there" if not path.exists() else "is no folder"
        yield Finding("data_dir", Verdict.BAD, f"{path} {says}", "run: kiosk enrol, as the user of the terminal")
        return
    state = data_dir.stat()
    mode = stat.S_IMODE(state.st_mode)
    strangers = [entry.name for entry in data_dir.iterdir() if entry.lstat().st_uid != state.st_uid]
    if os.statvfs(data_dir).f_flag & os.ST_RDONLY:
        says, remedy = "lies on a disk that can only be read", "look at the disk: dmesg; then restart"
    elif mode & stat.S_IRWXU != stat.S_IRWXU or not os.access(data_dir, os.R_OK | os.W_OK | os.X_OK):
        says, remedy = "cannot be written", f"run as its owner: chmod 700 {path}"
    elif strangers:
        says, remedy = f"holds files of another user ({', '.join(sorted(strangers))})", _chown(path, state.st_uid)
    elif mode & (stat.S_IRWXG | stat.S_IRWXO):
        yield Finding("data_dir", Verdict.CARE, f"{path} can be looked at by other users", f"run: chmod 700 {path}")
        return
    else:
        yield Finding("data_dir", Verdict.GOOD, f"{path} can be written, and is nobody else's")
        return
    yield Finding("data_dir", Verdict.BAD, f"{path} {says}", remedy)


def _chown(path: Path, user: int) -> str:
    return f"end screens and agent, then run as root: chown -R {user} {path}"


def disk(ground: Ground) -> Iterator[Finding]:
    """Room for another visit, and the reserve that lets one that has begun be finished."""
    if ground.data_dir is None:
        return
    reserve = Reserve(ground.data_dir, watermark=ground.watermark)
    free = f"{reserve.free() / 1e9:.1f} GB free"
    if not reserve.has_room():
        yield Finding("disk", Verdict.BAD, f"{free}: no new visit is begun", ground.say("staff.remedy_disk_full"))
    elif (ground.data_dir / FILE).exists() and not (ground.data_dir / "ballast").exists():
        remedy = "free some room; the agent makes it again within the hour"
        yield Finding("disk", Verdict.CARE, f"{free}, but the reserve file is missing", remedy)
    else:
        yield Finding("disk", Verdict.GOOD, free)


def clock(ground: Ground) -> Iterator[Finding]:
    """Not before the program was made, and as the city's."""
    built = datetime.fromtimestamp(Path(kiosk.doctor.__file__).stat().st_mtime)
    now = ground.now()
    if now < built:
        says = f"it is set to {now:%Y-%m-%d}, before this program was made ({built:%Y-%m-%d})"
        yield Finding("clock", Verdict.BAD, says, ground.say("staff.remedy_clock_off"))
        return
    offset = _offset(ground)
    if offset is None:
        yield Finding("clock", Verdict.GOOD, f"{now:%Y-%m-%d %H:%M}; the city's was not heard yet")
    elif abs(offset) > CLOCK_OFF:
        verdict = Verdict.BAD if abs(offset) > CLOCK_WRONG else Verdict.CARE
        says = f"it is {abs(offset):.0f} s {'behind' if offset > 0 else 'ahead of'} the city's"
        yield Finding("clock", verdict, says, ground.say("staff.remedy_clock_off"))
    else:
        yield Finding("clock", Verdict.GOOD, "as the city's")


def _offset(ground: Ground) -> float | None:
    """As the city has just answered, else as the agent last noted."""
    if ground.city is not None and ground.city.keys is not None:
        return ground.city.offset
    noted = "" if ground.queue is None or isinstance(ground.queue, str) else ground.queue.facts.get("clock_offset", "")
    return float(noted) if noted else None
