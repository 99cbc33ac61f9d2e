"""A sealed submission as one file, to be carried by hand: a station cut off for weeks sends its queue on a stick.

A ZIP archive (stored, APPNOTE 6.3) of `manifest.json`, `signature` and each part's ciphertext under its digest. The
signature is the terminal's own over id and manifest digest: on the line each request is signed, on a stick this is.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from offline_queue.wire import (
    MAX_MANIFEST_BYTES,
    MAX_PART_BYTES,
    MAX_PARTS,
    Digest,
    Manifest,
    Message,
    SubmissionId,
    WireError,
    digest_of,
    parse,
    sign,
    verify,
)

SUFFIX = ".kiosk"
ACKNOWLEDGED = ".ack"
"""Endings of a submission's file, and of the city's acknowledgement that is laid beside it."""

_MANIFEST, _SIGNATURE = "manifest.json", "signature"


class Provenance(Message):
    """Which submission a terminal has sealed."""

    id: SubmissionId
    digest: Digest


@dataclass(frozen=True, repr=False)
class Bundle:
    """A submission out of a file; its parts by digest, each right, none missing."""

    manifest: Manifest
    raw: bytes
    parts: dict[str, bytes]
    signature: bytes

    def check(self, key: Ed25519PublicKey) -> None:
        """That this terminal has sealed it. Raises WireError."""
        if verify(Provenance, self.signature, [key]) != Provenance(id=self.manifest.id, digest=digest_of(self.raw)):
            raise WireError("the signature is for another submission")


def pack(raw: bytes, parts: dict[str, bytes], key: Ed25519PrivateKey) -> bytes:
    """A submission as a file. Raises WireError when the manifest is none."""
    manifest = parse(Manifest, raw)
    signature = sign(Provenance(id=manifest.id, digest=digest_of(raw)), key)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, content in {_MANIFEST: raw, _SIGNATURE: signature, **parts}.items():
            # a fixed date: the file says nothing that the manifest does not say
            archive.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()


def unpack(data: bytes) -> Bundle:
    """A submission out of a file's bytes. Raises WireError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_PARTS + 2 or any(_suspicious(entry) for entry in entries):
                raise WireError("not a submission's file")
            contents = {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, RuntimeError, OSError):
        raise WireError("not a submission's file, or a damaged one") from None
    raw, signature = contents.pop(_MANIFEST, b""), contents.pop(_SIGNATURE, b"")
    if len(raw) > MAX_MANIFEST_BYTES:
        raise WireError("its manifest is too large")
    manifest = parse(Manifest, raw)
    for entry in manifest.parts:
        if digest_of(contents.get(entry.digest, b"")) != entry.digest:
            raise WireError("a part is missing or damaged")
    return Bundle(manifest, raw, {entry.digest: contents[entry.digest] for entry in manifest.parts}, signature)


def _suspicious(entry: zipfile.ZipInfo) -> bool:
    """Compressed entries could unfold to anything."""
    return entry.compress_type != zipfile.ZIP_STORED or entry.file_size > MAX_PART_BYTES
