"""What a submission is kept as: its numbers, its manifest, the place of each ciphertext."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from offline_queue.sealing import DataKey, SealedPart
from offline_queue.wire import FORMAT, Part, WireError, digest_of

MAX_SERVICE_CODE = 50
"""Characters, as in wire.Manifest."""


ROW_LIMIT = 256 << 10
"""Ciphertext up to this many bytes lies in the database, above it in a file: measured to be the faster way round."""


def sealing_time(now: datetime) -> str:
    """To the second, with the offset from UTC."""
    return now.isoformat(timespec="seconds")


def manifest_of(
    key: DataKey,
    service_code: str,
    terminal: str,
    offline_number: str,
    sequence: int,
    sealed_at: str,
    parts: Sequence[Part],
) -> bytes:
    """The very bytes that wire.Manifest would write, in a fifth of its time. Raises WireError, ValueError.

    `parts` are checked models, `key` and `terminal` are out of one; the rest is made here or checked.
    """
    if not 1 <= len(service_code) <= MAX_SERVICE_CODE:
        raise WireError("the service code is missing or too long")
    entries = ",".join([
        f'{{"part":"{part.part}","index":{part.index},"media_type":{_text(part.media_type)},'
        f'"digest":"{part.digest}","size":{part.size}}}'
        for part in parts
    ])  # fmt: skip
    return (
        f'{{"format":"{FORMAT}","id":"{key.submission}","service_code":{_text(service_code)},"terminal":"{terminal}",'
        f'"offline_number":"{offline_number}","sequence":{sequence},"sealed_at":"{sealed_at}",'
        f'"suite":"{key.key.suite}","key_id":{_text(key.key.key_id)},"wrapped_key":"{key.wrapped}",'
        f'"parts":[{entries}]}}'
    ).encode()


@dataclass(frozen=True, repr=False)
class Sealed:
    """A submission before it has its numbers."""

    service_code: str
    key: DataKey
    parts: tuple[SealedPart, ...]

    def row(self, terminal: str, number: str, sequence: int, now: datetime) -> tuple[object, ...]:
        """What stands in the table. Raises WireError, ValueError."""
        entries = [part.entry for part in self.parts]
        sealed_at = sealing_time(now)
        raw = manifest_of(self.key, self.service_code, terminal, number, sequence, sealed_at, entries)
        return (
            sequence,
            self.key.submission,
            number,
            self.service_code,
            sealed_at,
            digest_of(raw),
            sum([entry.size for entry in entries]),
            raw,
            b"".join([part.ciphertext for part in self.parts if part.entry.size <= ROW_LIMIT]),
            " ".join([entry.digest for entry in entries if entry.size > ROW_LIMIT]) or None,
        )


def slices(parts: Sequence[Part], files: Collection[str]) -> dict[str, slice]:
    """Place in the row's content of each part that has no file, by digest. `files` are names, which are digests."""
    found, start = {}, 0
    for part in parts:
        if part.digest not in files:
            found[part.digest] = slice(start, start + part.size)
            start += part.size
    return found


_text = json.JSONEncoder(ensure_ascii=False).encode
