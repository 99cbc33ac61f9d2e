"""A card on the reader, wherever one is awaited: what the step becomes until the card was read."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from drivers.model import ErrorCode
from kiosk.visit import delays
from kiosk.visit import events as ev
from kiosk.visit.case_steps import Enquiring
from kiosk.visit.steps import Identifying

UNREAD = (ErrorCode.CARD_UNREADABLE, ErrorCode.CARD_REJECTED)
"""A card that lies there and gives nothing. The reader goes on trying; whether it was lifted meanwhile nobody hears."""

AtReader = TypeVar("AtReader", Identifying, Enquiring)


def awaited(step: AtReader, event: ev.Event) -> AtReader | None:
    """The same step as the reader goes on; None when the event says nothing of the reader."""
    match event:
        case ev.CardSeen() if step.failed not in UNREAD:
            return replace(step, failed=None, reading=True)
        case ev.TimePassed(seconds) if step.reading and step.waited + seconds >= delays.CARD_READING:
            return replace(step, failed=ErrorCode.CARD_UNREADABLE, reading=False, waited=0.0)
        case ev.TimePassed(seconds) if step.reading:
            return replace(step, waited=step.waited + seconds)
        case ev.CardFailed(code):
            return replace(step, failed=code, reading=False, waited=0.0)
        case ev.CardRetried():
            return replace(step, failed=None, reading=False, waited=0.0)
        case ev.DeviceBack("id_card_reader") if step.failed is not None:
            return replace(step, failed=None, reading=False, waited=0.0)
    return None
