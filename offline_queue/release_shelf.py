"""Releases that lie here, under `data_dir/updates`: the newest, and the one that runs, which is the way back.

A note is kept as it came and checked whenever it is read; of a package that is not whole yet lies as much as has come.
Whoever installs believes nothing of this folder and checks it all again (kiosk/updates).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from offline_queue.errors import OutboxError
from offline_queue.files import flush_folder, write_durably
from offline_queue.releases import MAX_NOTE, Architecture, Release, believed
from offline_queue.wire import WireError

FOLDER = "updates"

NEWEST, RUNNING = "newest.jws", "running.jws"
"""Notes: of the newest release, and of the one that runs."""

READY = "ready"
"""There while something is to be installed: whoever installs looks only then. It holds the version."""


@dataclass(frozen=True)
class Shelf:
    """The folder, and by whom and for which machine a release must be signed."""

    data_dir: Path
    keys: tuple[Ed25519PublicKey, ...]
    architecture: Architecture

    @property
    def folder(self) -> Path:
        """Where all of it lies."""
        return self.data_dir / FOLDER

    def release(self, name: str) -> Release | None:
        """What a note here tells of; None when there is none that is to be believed."""
        try:
            with (self.folder / name).open("rb") as file:
                return believed(file.read(MAX_NOTE + 1), self.keys, self.architecture)
        except (OSError, WireError):
            return None

    def keep(self, name: str, note: bytes) -> None:
        """Keep a note, durable. Raises OutboxError."""
        with _writing():
            if not self.folder.is_dir():
                self.folder.mkdir(mode=0o700)
                flush_folder(self.data_dir)
            if not (self.folder / name).exists() or (self.folder / name).read_bytes() != note:
                write_durably(self.folder / name, note)

    def package(self, release: Release) -> Path:
        """Where a whole package lies, or will."""
        return self.folder / f"{release.digest}.deb"

    def come(self, release: Release) -> int:
        """How many bytes of a package are here."""
        for path in (self.package(release), self._partial(release)):
            with suppress(OSError):
                return path.stat().st_size
        return 0

    def is_whole(self, release: Release) -> bool:
        """Whether the whole package is here. Its bytes were proved when the last came."""
        return self.package(release).is_file()

    def add(self, release: Release, at: int, piece: bytes) -> None:
        """Put the next piece of a package to those that are here, durable; the last proves the whole.

        Raises WireError when the whole is another one than was signed (it is dropped), OutboxError.
        """
        with _writing():
            descriptor = os.open(self._partial(release), os.O_RDWR | os.O_CREAT, 0o600)
            with os.fdopen(descriptor, "r+b") as file:
                file.seek(at)
                file.write(piece)
                file.truncate()
                file.flush()
                os.fsync(file.fileno())
                if at + len(piece) < release.size:
                    return
                file.seek(0)
                right = hashlib.file_digest(file, "sha256").hexdigest() == release.digest
            if not right:
                self._partial(release).unlink()
                raise WireError(f"the package of version {release.version} is not the one that was signed")
            self._partial(release).replace(self.package(release))
            flush_folder(self.folder)

    def say_ready(self, version: str) -> None:
        """That this version may be installed; nothing is, when it is empty. Raises OutboxError."""
        path = self.folder / READY
        with _writing():
            if not version:
                path.unlink(missing_ok=True)
            elif not path.exists() or path.read_text("utf-8", "replace") != version:
                write_durably(path, version.encode())

    def keep_only(self, releases: Iterable[Release]) -> None:
        """Drop every other package."""
        named = {name.name for one in releases for name in (self.package(one), self._partial(one))}
        with suppress(OSError):
            for path in self.folder.iterdir():
                if path.suffix in (".deb", ".part") and path.name not in named:
                    path.unlink()

    def _partial(self, release: Release) -> Path:
        return self.folder / f"{release.digest}.part"


@contextmanager
def _writing() -> Iterator[None]:
    """Errors of the disk become ours."""
    try:
        yield
    except OSError as error:
        raise OutboxError(f"the release could not be written ({type(error).__name__})") from None
