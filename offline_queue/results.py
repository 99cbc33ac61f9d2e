"""What an instant service gives (当场办结): a proof that anyone can verify at an address in which nobody is named."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from offline_queue.letters import Day
from offline_queue.wire import Message, SubmissionId

MEDIA_TYPE = "application/vnd.kiosk.result+jws"
"""Media type of a result: a compact JWS (RFC 7515), EdDSA (RFC 8037)."""


class Result(Message):
    """Of one submission: what it is called, where it is verified, the short code that stands there too, its last day.

    The address ends in a random token of at least 128 bits.
    """

    submission: SubmissionId
    acceptance_number: str = Field(max_length=40)
    zh: str = Field(max_length=200)
    en: str = Field(max_length=200)
    url: Annotated[str, StringConstraints(pattern=r"^https?://[!-~]{1,200}/v/[A-Za-z0-9_-]{22,64}$")]
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{4}-[A-Z0-9]{4}$")]
    valid_until: Day
