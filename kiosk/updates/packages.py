"""Copies of packages where only root writes, proved byte by byte."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path

from offline_queue.files import flush_folder
from offline_queue.releases import Release

PIECE = 1 << 20


class CannotCopy(Exception):
    """A package is not the one that was signed, cannot be read, or (`full`) does not fit."""

    def __init__(self, full: bool = False) -> None:
        super().__init__("there is no room" if full else "it is not the package that was signed")
        self.full = full


def copied(package: Path, release: Release, folder: Path) -> Path:
    """The copy of a release's package in `folder`, durable; one that is there is proved again. Raises CannotCopy."""
    copy = folder / f"{release.digest}.deb"
    if not copy.exists():
        temporary = copy.with_suffix(".new")
        try:
            _copy(package, temporary, release.size)
            temporary.replace(copy)
            flush_folder(folder)
        except OSError as error:
            raise CannotCopy(full=error.errno == errno.ENOSPC) from None
        finally:
            temporary.unlink(missing_ok=True)
    if _digest(copy) != release.digest:
        copy.unlink()
        raise CannotCopy
    return copy


def keep_only(folder: Path, digests: set[str]) -> None:
    """Drop the copies of all other packages."""
    for path in folder.glob("*.deb"):
        if path.stem not in digests:
            path.unlink()


def _copy(source: Path, target: Path, size: int) -> None:
    """`size` bytes of a plain file. Whoever owns its folder may change it meanwhile, so the copy is what is proved."""
    # neither a link to another file nor a pipe that never ends
    descriptor = os.open(source, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file, target.open("wb") as copy:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise CannotCopy
        left = size
        while left and (piece := file.read(min(PIECE, left))):
            copy.write(piece)
            left -= len(piece)
        copy.flush()
        os.fsync(copy.fileno())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
