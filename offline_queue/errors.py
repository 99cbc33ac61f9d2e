"""What the queue says when it cannot."""

from __future__ import annotations


class OutboxError(Exception):
    """The queue cannot do what was asked; one plain line without personal data."""


class NotEnrolled(OutboxError):
    """This terminal has no key of the city yet."""

    def __init__(self) -> None:
        super().__init__("this terminal is not enrolled with a city")
