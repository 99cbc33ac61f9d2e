"""A catalogue as it travels: the city's service files in one document, proved by a signature of the city.

JSON of two keys: `manifest`, a compact JWS (RFC 7515, EdDSA) that names version, files, digests and sizes, and `files`,
their text by name. What a file says is not looked at here: only that the city published these very files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import Field, StringConstraints

from offline_queue.wire import Digest, Message, WireError, digest_of, parse, sign, verify

MEDIA_TYPE = "application/vnd.kiosk.catalogue+json"

MAX_FILES = 2500
MAX_FILE_BYTES = 128 << 10
MAX_BYTES = 40 << 20
"""Of the document with all its files: 2,000 services of 8 to 16 KiB each."""

MAX_VERSION = 2**31 - 1

FileName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}\.toml$")]
"""A plain name: no folder, nothing hidden, nothing that one file system takes for another name than the next."""


class CatalogueFile(Message):
    """A service file: its name, the SHA-256 and size of its UTF-8 text."""

    name: FileName
    digest: Digest
    size: int = Field(ge=1, le=MAX_FILE_BYTES)


class CatalogueManifest(Message):
    """What the city publishes as one version; a later one has a higher number."""

    version: int = Field(ge=1, le=MAX_VERSION)
    files: tuple[CatalogueFile, ...] = Field(min_length=1, max_length=MAX_FILES)


class _Document(Message):
    manifest: str = Field(max_length=MAX_BYTES)
    files: dict[FileName, Annotated[str, StringConstraints(max_length=MAX_FILE_BYTES)]] = Field(max_length=MAX_FILES)


@dataclass(frozen=True)
class Edition:
    """A version of the catalogue that the city signed: its files' bytes by name, in order of their names."""

    version: int
    files: Mapping[str, bytes]


def pack(version: int, files: Mapping[str, bytes], key: Ed25519PrivateKey) -> bytes:
    """The document of a version. Raises WireError when a name, a size or their number is not allowed."""
    try:
        texts = {name: files[name].decode("utf-8") for name in sorted(files)}
        entries = tuple(CatalogueFile(name=n, digest=digest_of(files[n]), size=len(files[n])) for n in texts)
        manifest = CatalogueManifest(version=version, files=entries)
        document = _Document(manifest=sign(manifest, key).decode("ascii"), files=texts)
    except UnicodeDecodeError:
        raise WireError("a service file is not UTF-8") from None
    except ValueError:
        raise WireError(
            f"names are plain like my-service.toml; at most {MAX_FILES} files, each of 1 to {MAX_FILE_BYTES} bytes"
        ) from None
    raw = document.model_dump_json().encode()
    if len(raw) > MAX_BYTES:
        raise WireError(f"the catalogue is larger than {MAX_BYTES >> 20} MiB")
    return raw


def unpack(raw: bytes, keys: Iterable[Ed25519PublicKey]) -> Edition:
    """The version in a document, if one of the keys signed it and every file is the one it names. Raises WireError."""
    if len(raw) > MAX_BYTES:
        raise WireError("the catalogue is too large")
    document = parse(_Document, raw)
    try:
        token = document.manifest.encode("ascii")
        files = {name: text.encode("utf-8") for name, text in document.files.items()}
    except UnicodeEncodeError:
        raise WireError("not a catalogue") from None
    manifest = verify(CatalogueManifest, token, keys)
    named = {entry.name: entry for entry in manifest.files}
    if len(named) != len(manifest.files) or named.keys() != files.keys():
        raise WireError("the catalogue's files are not those that the city signed")
    for name, entry in named.items():
        if (len(files[name]), digest_of(files[name])) != (entry.size, entry.digest):
            raise WireError("a file of the catalogue was changed")
    return Edition(manifest.version, {name: files[name] for name in sorted(files)})
