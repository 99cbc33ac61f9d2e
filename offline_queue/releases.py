"""A release of the terminal's program as it travels: a signed note of which package it is, and the package in pieces.

The note is a compact JWS (RFC 7515, EdDSA) by the release key, which is not the city's: who runs the intake can hand
packages out, but cannot make one.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import Field, StringConstraints

from offline_queue.wire import Digest, Message, WireError, verify

MEDIA_TYPE = "application/vnd.kiosk.release+jws"

MAX_NOTE = 8 << 10
"""Bytes of a signed note."""

MAX_PACKAGE = 1 << 30
"""Bytes of a package; ours has 50 to 100 MB, and 600 when it is not compressed."""

PIECE = 1 << 20
"""Bytes of a package that are fetched at once; between two, what residents handed in goes first."""

_VERSION = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){1,3}", re.ASCII)

Version = Annotated[str, StringConstraints(pattern=rf"^{_VERSION.pattern}$")]


class Architecture(StrEnum):
    """Debian's names of the processors that packages are made for."""

    AMD64 = "amd64"
    ARM64 = "arm64"
    LOONG64 = "loong64"


ARCHITECTURES = {
    "x86_64": Architecture.AMD64,
    "aarch64": Architecture.ARM64,
    "loongarch64": Architecture.LOONG64,
}
"""By what uname(2) calls the machine."""


class Release(Message):
    """A package: the version of the program in it, for which processor, its size and SHA-256, and how many bytes must
    be free where programs are installed."""

    version: Version
    architecture: Architecture
    size: int = Field(ge=1, le=MAX_PACKAGE)
    digest: Digest
    needs_bytes: int = Field(ge=0, le=1 << 40)


def believed(note: bytes, keys: Iterable[Ed25519PublicKey], architecture: Architecture) -> Release:
    """The release that a note tells of, if one of the keys signed it and it is for this machine. Raises WireError."""
    if len(note) > MAX_NOTE:
        raise WireError("the release's note is too long")
    release = verify(Release, note, keys)
    if release.architecture is not architecture:
        raise WireError("the release is for another processor")
    return release


def is_version(text: str) -> bool:
    """Whether it is a version that a release may have; one that somebody works on may be called otherwise."""
    return _VERSION.fullmatch(text) is not None


def later(one: str, other: str) -> bool:
    """Whether a version comes after another: 0.10 after 0.9, and 1.0 is 1.0.0. What is none comes after none."""
    return is_version(one) and is_version(other) and _order(one) > _order(other)


def _order(version: str) -> list[int]:
    numbers = [int(part) for part in version.split(".")]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return numbers


def public_keys(texts: Iterable[str]) -> tuple[Ed25519PublicKey, ...]:
    """Release keys as the configuration has them (raw, base64). Raises WireError."""
    try:
        return tuple(Ed25519PublicKey.from_public_bytes(base64.b64decode(text, validate=True)) for text in texts)
    except ValueError:
        raise WireError("a release key is no Ed25519 key in base64") from None
