"""A line of the audit log: JSON, each with the digest of the line before it."""

from __future__ import annotations

import hashlib
import json
from typing import Any, NamedTuple

from kiosk.audit.events import AuditEvent

LONGEST = 4096
"""Bytes that a line may have; the longest that the catalogue allows has 600."""

_KEYS = {"number", "at", "boot", "process", "pid", "event", "fields", "previous"}


class Head(NamedTuple):
    """The newest line: its number, 1-based, and its SHA-256 in hexadecimal."""

    number: int
    digest: str

    def __str__(self) -> str:
        return f"{self.number}:{self.digest}"


NOTHING = Head(0, "0" * 64)
"""Before the first line."""


class Line(NamedTuple):
    """`at`: UTC, ISO 8601; `boot`: which boot of the machine, a piece of its id; `process`: screens, agent, command."""

    number: int
    at: str
    boot: str
    process: str
    pid: int
    event: str
    fields: dict[str, Any]
    previous: str
    head: Head

    def is_a(self, event: AuditEvent) -> bool:
        """Whether it tells of this."""
        return self.event == event.value


def digest_of(raw: bytes) -> str:
    """SHA-256 of a line without its end."""
    return hashlib.sha256(raw).hexdigest()


def parsed(raw: bytes) -> Line | None:
    """The line in these bytes, its end left off; None when they are none, whatever they are."""
    if len(raw) > LONGEST:
        return None
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or found.keys() != _KEYS or not _typed(found):
        return None
    return Line(**found, head=Head(found["number"], digest_of(raw)))


def _typed(found: dict[str, Any]) -> bool:
    texts = all(isinstance(found[key], str) for key in ("at", "boot", "process", "event", "previous"))
    numbers = all(type(found[key]) is int and found[key] >= 0 for key in ("number", "pid"))
    fields = found["fields"]
    return texts and numbers and isinstance(fields, dict) and all(isinstance(v, int | str) for v in fields.values())
