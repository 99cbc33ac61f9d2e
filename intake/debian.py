"""What a Debian package says of itself (deb(5)): an `ar` archive with a compressed tar of control files in it."""

from __future__ import annotations

import io
import lzma
import tarfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

MAGIC = b"!<arch>\n"
HEAD = 60
"""Bytes before each file of an `ar` archive: name (16), its size in decimal at 48 (10), the mark at 58 (2)."""


_BROKEN = (tarfile.TarError, lzma.LZMAError, zlib.error, EOFError, OSError)


class NotADebianPackage(Exception):
    """The bytes are no package that we can read."""


@dataclass(frozen=True)
class Control:
    """Name, version, processor, and how many bytes it has once it is installed."""

    package: str
    version: str
    architecture: str
    installed_bytes: int


def control_of(content: bytes) -> Control:
    """What stands in a package's control file. Raises NotADebianPackage."""
    try:
        fields = dict(_fields(_control(content)))
        kilobytes = int(fields.get("Installed-Size", "0"))
        return Control(fields["Package"], fields["Version"], fields["Architecture"], kilobytes * 1024)
    except (*_BROKEN, StopIteration, ValueError, KeyError, AttributeError):
        raise NotADebianPackage from None


def _control(content: bytes) -> str:
    for name, packed in _members(content):
        if name.startswith("control.tar"):
            with tarfile.open(fileobj=io.BytesIO(packed)) as files:
                found = next(member for member in files if member.name in ("./control", "control"))
                return files.extractfile(found).read().decode()  # type: ignore[union-attr]
    raise NotADebianPackage


def _members(content: bytes) -> Iterator[tuple[str, bytes]]:
    if not content.startswith(MAGIC):
        raise NotADebianPackage
    at = len(MAGIC)
    while at + HEAD <= len(content):
        head = content[at : at + HEAD]
        size = int(head[48:58])
        if head[58:] != b"`\n" or size < 0:
            raise NotADebianPackage
        yield head[:16].decode("ascii").strip().rstrip("/"), content[at + HEAD : at + HEAD + size]
        # the next begins at an even place
        at += HEAD + size + size % 2


def _fields(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        name, colon, value = line.partition(":")
        if colon and not line[0].isspace():
            yield name, value.strip()
