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


def cue(before: Page, after: Page) -> Cue | None:
    """The sound of what happened between two pages that were shown one after the other."""
    old, new = before.body, after.body
    if isinstance(old, DoneBody) and isinstance(new, DoneBody):
        return Cue.SLIP if _slip_is_out(after) and not _slip_is_out(before) else None
    if isinstance(new, DoneBody):
        return Cue.DONE
    if isinstance(old, IdentifyBody) and old.state is ReaderState.READING and not isinstance(new, IdentifyBody):
        # who leaves while the card is being read comes to a page that is no step of an application
        return Cue.CARD if after.progress is not None else None
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
