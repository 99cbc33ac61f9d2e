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
from intake.objects import Objects
from intake.tables import RELEASE
from offline_queue.releases import Architecture, Release, later
from offline_queue.wire import sign

DEB = b"!<arch>\ndebian-binary"
"""How a Debian package begins (deb(5))."""


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

    def publish(
        self, package: Path, version: str, architecture: Architecture, needs_bytes: int, key: Ed25519PrivateKey
    ) -> Release:
        """Publish a package; what is published of a version stays so. Raises ReleaseRefused, OSError."""
        content = package.read_bytes()
        if not content.startswith(DEB):
            raise ReleaseRefused(f"{package.name} is no Debian package")
        digest = hashlib.sha256(content).hexdigest()
        try:
            release = Release(
                version=version,
                architecture=architecture,
                size=len(content),
                digest=digest,
                needs_bytes=needs_bytes or 4 * len(content),
            )
        except ValidationError:
            raise ReleaseRefused("a version is numbers with dots, like 1.4.2; a package has at most 512 MiB") from None
        # the package first: a note without one could not be followed
        self._objects.put(_name(digest), content)
        values = {
            "architecture": architecture.value,
            "version": version,
            "digest": digest,
            "note": sign(release, key),
        }
        with self._engine.begin() as connection:
            row = insert(connection, RELEASE).values(**values).on_conflict_do_nothing()
            new = connection.execute(row.returning(RELEASE.c.version)).first() is not None
        if not new and self._published(architecture, version) != digest:
            raise ReleaseRefused(f"version {version} was published with another package; count it up")
        return release

    def _published(self, architecture: str, version: str) -> str | None:
        return next((row.digest for row in self._rows(architecture) if row.version == version), None)

    def _rows(self, architecture: str) -> list[sa.Row[tuple[str, str, str, bytes]]]:
        with self._engine.connect() as connection:
            return list(connection.execute(sa.select(RELEASE).where(RELEASE.c.architecture == architecture)).all())


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
