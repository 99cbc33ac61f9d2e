"""Releases of the terminals' program: a signed note for each version and processor, and the package it tells of.

The release key is not the city's: notes are signed when they are published, by whoever has that key.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import ValidationError

from intake.database import insert
from intake.debian import NotADebianPackage, control_of
from intake.objects import Objects
from intake.tables import RELEASE
from offline_queue.releases import Architecture, Release, later
from offline_queue.wire import sign

PACKAGE = "neighbourhood-kiosk"
"""The terminal's package."""

MARGIN = 64 << 20
"""Bytes that must be free beside those of the new files, which lie beside the old ones for a while."""


class ReleaseRefused(Exception):
    """A release cannot be published; the text says why."""


class Releases:
    """What is published: notes in the database, packages among the objects."""

    def __init__(self, engine: sa.Engine, objects: Objects) -> None:
        self._engine = engine
        self._objects = objects

    def newest(self, architecture: str) -> bytes | None:
        """The note of the newest version for a processor; None before the first."""
        newest = None
        for row in self._rows(architecture):
            if newest is None or later(row.version, newest.version):
                newest = row
        return None if newest is None else newest.note

    def note(self, architecture: str, version: str) -> bytes | None:
        """The note of a version."""
        return next((row.note for row in self._rows(architecture) if row.version == version), None)

    def package_size(self, digest: str) -> int | None:
        """Bytes of a package; None when there is none of this SHA-256."""
        return self._objects.size(_name(digest))

    def piece(self, digest: str, first: int, length: int) -> bytes:
        """Some bytes of a package that is here."""
        return self._objects.piece(_name(digest), first, length)

    def publish(self, package: Path, version: str, key: Ed25519PrivateKey) -> Release:
        """Publish a package; what is published of a version stays so. Raises ReleaseRefused, OSError."""
        content = package.read_bytes()
        release = _release(content, version)
        # the package first: a note without one could not be followed
        self._objects.put(_name(release.digest), content)
        values = {
            "architecture": release.architecture.value,
            "version": version,
            "digest": release.digest,
            "note": sign(release, key),
        }
        with self._engine.begin() as connection:
            row = insert(connection, RELEASE).values(**values).on_conflict_do_nothing()
            new = connection.execute(row.returning(RELEASE.c.version)).first() is not None
        if not new and self._published(release.architecture, version) != release.digest:
            raise ReleaseRefused(f"version {version} was published with another package; count it up")
        return release

    def _published(self, architecture: str, version: str) -> str | None:
        return next((row.digest for row in self._rows(architecture) if row.version == version), None)

    def _rows(self, architecture: str) -> list[sa.Row[tuple[str, str, str, bytes]]]:
        with self._engine.connect() as connection:
            return list(connection.execute(sa.select(RELEASE).where(RELEASE.c.architecture == architecture)).all())


def _release(content: bytes, version: str) -> Release:
    """What a package is, if it is the terminal's of this version. Raises ReleaseRefused."""
    try:
        control = control_of(content)
    except NotADebianPackage:
        raise ReleaseRefused(
            "it is no Debian package that can be read here (control files packed by xz or gzip)"
        ) from None
    if (control.package, control.version) != (PACKAGE, version):
        raise ReleaseRefused(f"it is version {control.version} of {control.package}, not {version} of {PACKAGE}")
    try:
        return Release(
            version=version,
            architecture=control.architecture,
            size=len(content),
            digest=hashlib.sha256(content).hexdigest(),
            needs_bytes=control.installed_bytes + MARGIN,
        )
    except ValidationError:
        known = ", ".join(Architecture)
        raise ReleaseRefused(f"a version is numbers with dots, a processor one of {known}, at most 1 GiB") from None


def release_key(path: Path) -> Ed25519PrivateKey:
    """The release key in a file (raw, 32 bytes); made, mode 0600, when there is none. Raises OSError, ValueError."""
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(Ed25519PrivateKey.generate().private_bytes_raw())
            file.flush()
            os.fsync(file.fileno())
    return Ed25519PrivateKey.from_private_bytes(path.read_bytes())


def _name(digest: str) -> str:
    return f"release/{digest}"
