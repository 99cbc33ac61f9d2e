"""One question to the city, over a client of its own."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, TypeVar

from offline_queue.errors import OutboxError

if TYPE_CHECKING:
    from offline_queue.client import Client

T = TypeVar("T")


def asked(connect: Callable[[], Client], ask: Callable[[Client], T]) -> T | None:
    """What `ask` was answered; None when there was no right answer within seconds. Never raises.

    `connect` makes a client with the keys of today, and may raise OutboxError.
    """
    # the line's library is slow to load, and many visits never ask
    from offline_queue.answers import NotDelivered

    try:
        with closing(connect()) as client:
            return ask(client)
    except (OutboxError, NotDelivered, ValueError):
        return None
