"""Which short sound goes with a change of pages, for whoever looks at a card, a paper or the slot meanwhile."""

from __future__ import annotations

from enum import StrEnum

from kiosk.intents import Intent
from kiosk.page import DateBody, DoneBody, IdentifyBody, Page, ReaderState, TextBody


class Cue(StrEnum):
    """What a sound tells."""

    TOUCH = "touch"
    ERROR = "error"
    CARD = "card"
    DONE = "done"
    SLIP = "slip"


LYING = (ReaderState.READING, ReaderState.FAILED)
"""A card that lies there; one that could not be read at first is read on, and may be read yet."""


def cue(before: Page, after: Page) -> Cue | None:
    """The sound of what happened between two pages that were shown one after the other."""
    old, new = before.body, after.body
    if isinstance(old, DoneBody) and isinstance(new, DoneBody):
        return Cue.SLIP if _slip_is_out(after) and not _slip_is_out(before) else None
    if isinstance(new, DoneBody):
        return Cue.DONE
    if isinstance(old, IdentifyBody) and old.state in LYING and not isinstance(new, IdentifyBody):
        # who leaves meanwhile comes to a page that is no step of an application, or types instead
        return Cue.CARD if after.progress is not None and after.name != "type-number" else None
    failed = isinstance(new, IdentifyBody) and new.state in (ReaderState.FAILED, ReaderState.UNAVAILABLE)
    if (after.error and after.error != before.error) or (failed and old != new):
        return Cue.ERROR
    return None


def _slip_is_out(page: Page) -> bool:
    """Said by the printer: without a code to photograph instead, and no longer awaited."""
    body = page.body
    return isinstance(body, DoneBody) and not body.qr and page.primary is not None and page.primary.enabled


def touched(page: Page, intent: str) -> Cue | None:
    """The sound of a touch; typing and turning have their own feel."""
    typing = isinstance(page.body, TextBody | DateBody) and intent == Intent.DRAFT
    return None if typing else Cue.TOUCH
