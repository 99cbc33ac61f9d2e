"""Answers of the line: read within limits, and sorted into what is ours and what proves nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import cast
from urllib.parse import urlsplit

import requests

from offline_queue import transport
from offline_queue.transport import Trouble
from offline_queue.wire import PERMANENT, Problem, ProblemKind, WireError, parse

MAX_RETRY_AFTER = 3600.0
"""Seconds of a Retry-After that are obeyed at most, so that a mistake there cannot silence a terminal for days."""


class NotDelivered(Exception):
    """Nothing proves that the intake has it. `retry_after`: seconds that the intake asks us to wait.

    `kind`: the problem that the intake itself has told.
    """

    def __init__(
        self, trouble: Trouble, reason: str, retry_after: float | None = None, kind: ProblemKind | None = None
    ) -> None:
        super().__init__(reason)
        self.kind = kind
        self.trouble = trouble
        self.reason = reason
        self.retry_after = retry_after


class UnknownKey(NotDelivered):
    """The answer is signed by a key that this terminal does not know (yet)."""

    def __init__(self, reason: str) -> None:
        super().__init__(Trouble.NOT_TRUSTED, reason)


class Refused(Exception):
    """The intake refuses this submission for good."""

    def __init__(self, kind: ProblemKind) -> None:
        super().__init__(kind.value)
        self.kind = kind


class MissingParts(Exception):
    """The intake has not all parts of a manifest: these digests are to be sent."""

    def __init__(self, digests: tuple[str, ...]) -> None:
        super().__init__(f"{len(digests)} parts")
        self.digests = digests


@dataclass(frozen=True)
class Answer:
    """What came back: nothing of it is believed yet. `retry_after` in seconds."""

    status: int
    media_type: str
    body: bytes
    retry_after: float | None
    headers: Mapping[str, str]


def exchange(
    made: requests.Session, request: requests.PreparedRequest, limit: int, patience: float | None = None
) -> Answer:
    """Send a request and read its answer, of `limit` bytes at most. Raises NotDelivered."""
    try:
        with made.send(
            request,
            timeout=patience or transport.TIMEOUT,
            allow_redirects=False,
            stream=True,
            verify=made.verify,
            cert=made.cert,
        ) as response:
            body = bytearray()
            for piece in response.iter_content(8192):
                body += piece
                if len(body) > limit:
                    raise NotDelivered(Trouble.PORTAL, "the answer is too long")
            media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            retry_after = _retry_after(response.headers.get("Retry-After"))
            return Answer(response.status_code, media_type, bytes(body), retry_after, response.headers)
    except (requests.RequestException, OSError, ValueError, AttributeError) as error:
        # AttributeError: a connection that was cut for its slowness loses its socket under the library's hands
        host = urlsplit(cast(str, request.url)).netloc
        trouble = transport.trouble_of(error)
        raise NotDelivered(trouble, f"{host} cannot be reached ({type(error).__name__})") from None


def raise_problem(answer: Answer, permanent: frozenset[ProblemKind] = PERMANENT) -> None:
    """A problem document as the exception that it means: NotDelivered, Refused, MissingParts."""
    try:
        problem = parse(Problem, answer.body)
    except WireError:
        raise not_delivered(answer) from None
    if problem.status != answer.status:
        raise not_delivered(answer)
    if problem.type is ProblemKind.MISSING_PARTS and problem.missing:
        raise MissingParts(problem.missing)
    if problem.type is ProblemKind.TOO_LARGE and answer.retry_after is not None:
        raise NotDelivered(Trouble.BUSY, "the intake says: too large for now", answer.retry_after)
    if problem.type in permanent:
        raise Refused(problem.type)
    trouble = {ProblemKind.NOT_TRUSTED: Trouble.NOT_TRUSTED, ProblemKind.UNAVAILABLE: Trouble.BUSY}.get(
        problem.type, Trouble.SERVER
    )
    raise NotDelivered(trouble, f"the intake says: {problem.type.value}", answer.retry_after, problem.type)


def not_delivered(answer: Answer) -> NotDelivered:
    """An answer that is not ours: a page of the line's owner, a tired server, or something that only this met."""
    if answer.status in (408, 425, 429, 502, 503, 504):
        trouble = Trouble.BUSY
    elif answer.status in (401, 403, 407, 426):
        trouble = Trouble.NOT_TRUSTED
    elif not answer.headers:
        # its head broke off
        trouble = Trouble.LINE
    elif answer.status < 400 or answer.status == 511:
        trouble = Trouble.PORTAL
    else:
        trouble = Trouble.SERVER
    return NotDelivered(trouble, f"an answer that proves nothing (status {answer.status})", answer.retry_after)


def _retry_after(value: str | None) -> float | None:
    """Seconds of a Retry-After, which may be a number or a date (RFC 9110 section 10.2.3)."""
    if value is None:
        return None
    if value.strip().isascii() and value.strip().isdigit():
        seconds = float(value) if len(value) < 12 else MAX_RETRY_AFTER
    else:
        try:
            seconds = (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds()
        except (ValueError, TypeError, OverflowError):
            return None
    return min(max(seconds, 0.0), MAX_RETRY_AFTER)
