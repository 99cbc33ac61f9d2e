"""Where the ciphertexts of one submission lie: large ones in files, the others one after another in its row."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from offline_queue.wire import Part


def slices(parts: Sequence[Part], files: Collection[str]) -> dict[str, slice]:
    """Place in the row's content of each part that has no file, by digest. `files` are names, which are digests."""
    found, start = {}, 0
    for part in parts:
        if part.digest not in files:
            found[part.digest] = slice(start, start + part.size)
            start += part.size
    return found
