"""What a city takes: how large, how many, which formats. A terminal keeps to the smaller of both sides."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict, Field

from offline_queue.wire import MAX_MANIFEST_BYTES, MAX_PART_BYTES, MAX_PARTS

MAX_SUBMISSION = 96 << 20
"""Bytes of a submission with all its scans: it must fit between the disk's watermark and a full disk."""

SEAL_BYTES = 28
"""Bytes by which a sealed part is longer: a GCM nonce of 12 and a tag of 16."""


class Limits(BaseModel):
    """Sizes in bytes of what is sent, sealed. `media_types` of scans; empty: any.

    Unlike in all other messages a key that is not known here is passed over: a city may add limits of its own.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    part_bytes: int = Field(ge=1)
    submission_bytes: int = Field(default=MAX_SUBMISSION, ge=1)
    manifest_bytes: int = Field(ge=1)
    parts: int = Field(ge=1)
    media_types: tuple[str, ...] = Field(default=(), max_length=100)

    def narrowed(self, city: Limits) -> Limits:
        """These, made smaller by a city's; of formats its list counts."""
        return Limits(
            part_bytes=min(self.part_bytes, city.part_bytes),
            submission_bytes=min(self.submission_bytes, city.submission_bytes),
            manifest_bytes=min(self.manifest_bytes, city.manifest_bytes),
            parts=min(self.parts, city.parts),
            media_types=city.media_types,
        )

    def refusal(self, sizes: Sequence[int], media_types: Sequence[str]) -> str:
        """Why parts of these sealed sizes, and scans of these types, are not taken; empty when they are."""
        if len(sizes) > self.parts:
            return f"a submission has at most {self.parts - 1} scans"
        if max(sizes, default=0) > self.part_bytes:
            return f"a part is larger than the {self.part_bytes} bytes that are taken"
        if sum(sizes) > self.submission_bytes:
            return f"a submission has at most {self.submission_bytes} bytes"
        for kind in media_types:
            if self.media_types and kind not in self.media_types:
                return f"{kind} is not taken, only {', '.join(self.media_types)}"
        return ""


OWN = Limits(part_bytes=MAX_PART_BYTES, manifest_bytes=MAX_MANIFEST_BYTES, parts=MAX_PARTS)
"""Of this program, on both sides; it takes any format."""
