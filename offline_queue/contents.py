"""Where the ciphertexts of one submission lie: large ones in files, the others one after another in its row."""

from __future__ import annotations

from pathlib import Path

from offline_queue.database import Database
from offline_queue.errors import OutboxError
from offline_queue.record import slices
from offline_queue.wire import Manifest, digest_of


class Contents:
    """The ciphertexts of one queue; `parts` is the folder of the large ones."""

    def __init__(self, parts: Path, database: Database) -> None:
        self._parts = parts
        self._database = database

    def part(self, submission_id: str, digest: str) -> bytes:
        """The ciphertext of a part. Raises OutboxError when it is gone or was changed."""
        held = self._held(submission_id)
        if held is None:
            raise OutboxError("a part of the submission is missing")
        return self._ciphertext(*held, digest)

    def export(self, submission_id: str) -> tuple[bytes, dict[str, bytes]] | None:
        """Manifest and ciphertexts by digest of one submission, as they would be sent; None when there is none."""
        held = self._held(submission_id)
        if held is None:
            return None
        sequence, raw = held
        entries = Manifest.model_validate_json(raw).parts
        return raw, {entry.digest: self._ciphertext(sequence, raw, entry.digest) for entry in entries}

    def _held(self, submission_id: str) -> tuple[int, bytes] | None:
        """Sequence and manifest of a submission whose ciphertext is still here."""
        row = self._database.row(
            "SELECT sequence, manifest FROM submission"
            " WHERE sequence = (SELECT sequence FROM standing WHERE id = ?) AND manifest NOTNULL",
            submission_id,
        )
        return None if row is None else (row["sequence"], row["manifest"])

    def _ciphertext(self, sequence: int, manifest: bytes, digest: str) -> bytes:
        row = self._database.row("SELECT files FROM submission WHERE sequence = ?", sequence)
        files = [] if row is None else (row["files"] or "").split()
        if digest in files:
            try:
                found = (self._parts / digest).read_bytes()
            except OSError:
                raise OutboxError("a part of the submission cannot be read") from None
        else:
            place = slices(Manifest.model_validate_json(manifest).parts, files).get(digest, slice(0, 0))
            row = self._database.row(
                "SELECT substr(content, ?, ?) FROM submission WHERE sequence = ?",
                place.start + 1,
                place.stop - place.start,
                sequence,
            )
            found = b"" if row is None or row[0] is None else row[0]
        if digest_of(found) != digest:
            raise OutboxError("a part of the submission is damaged")
        return found
