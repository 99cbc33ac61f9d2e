"""The sync agent: empties the outbox towards the city, for as long as it takes.

Trouble of the line or the city holds everybody up (one wait for all, with jitter); trouble of one submission sets
only that one aside. What was never tried goes first and at once: its resident may be standing at the screen.
"""

from __future__ import annotations

import fcntl
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from offline_queue.client import Client, MissingParts, NotDelivered, Refused
from offline_queue.credentials import OutboxError
from offline_queue.outbox import Outbox, Outgoing
from offline_queue.wire import Acknowledgement, Manifest

POLL = 0.2
"""Seconds between two looks for something new."""

BASE = 2.0
CAP = 600.0
"""Wait after the n-th failure in a row: random between 0 and min(CAP, BASE * 2**n) seconds."""

PURGE_EVERY = 3600.0
"""Seconds between two purges."""


@contextmanager
def only_sender(data_dir: Path) -> Iterator[None]:
    """One sender at a time: an advisory lock that ends with the process. Raises OutboxError."""
    with (data_dir / "sync.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise OutboxError("another sync agent is at work on this queue") from None
        yield


class Agent:
    """Sends what an outbox holds."""

    def __init__(
        self, outbox: Outbox, client: Client, jitter: Callable[[float, float], float] = random.uniform
    ) -> None:
        self._outbox = outbox
        self._client = client
        self._jitter = jitter
        self._failures = 0
        self._not_before = 0.0

    def run(self, stopped: Callable[[], bool]) -> None:
        """Until `stopped`."""
        purge_at = 0.0
        while not stopped():
            if time.monotonic() >= purge_at:
                self._outbox.purge(datetime.now().astimezone())
                purge_at = time.monotonic() + PURGE_EVERY
            if not (self._may_send() and self.send_one()):
                time.sleep(POLL)

    def drain(self, deadline: float) -> bool:
        """Until nothing is left (True), or `deadline` seconds have passed (False)."""
        end = time.monotonic() + deadline
        while self._outbox.waiting():
            if time.monotonic() >= end:
                return False
            if not (self._may_send() and self.send_one()):
                time.sleep(min(POLL, max(0.0, end - time.monotonic())))
        return True

    def send_one(self) -> bool:
        """Try one thing; whether there was one."""
        outgoing = self._outbox.next_outgoing()
        if outgoing is None:
            return self._send_rating()
        try:
            self._send(outgoing)
        except NotDelivered as failure:
            self._outbox.given_back(outgoing.id, failure.reason)
            self._hold(failure.retry_after)
        except Refused as refusal:
            self._outbox.quarantined(outgoing.id, refusal.kind.value)
        except (OutboxError, ValidationError) as damage:
            reason = str(damage) if isinstance(damage, OutboxError) else "its manifest is damaged"
            self._outbox.quarantined(outgoing.id, reason)
        except Exception as surprise:  # one submission's trouble must not end the agent for all the others
            self._outbox.given_back(outgoing.id, f"unexpected: {type(surprise).__name__}")
            self._hold(None)
        else:
            self._failures = 0
        return True

    def _send(self, outgoing: Outgoing) -> None:
        manifest = Manifest.model_validate_json(outgoing.manifest)
        for entry in manifest.parts:
            self._client.put_part(entry.digest, self._outbox.part(outgoing.id, entry.digest))
        try:
            proof = self._client.put_submission(outgoing.id, outgoing.manifest, outgoing.digest)
        except MissingParts as missing:
            proof = self._send_again(outgoing, manifest, missing.digests)
        self._outbox.acknowledged(proof, datetime.now().astimezone())

    def _send_again(self, outgoing: Outgoing, manifest: Manifest, digests: tuple[str, ...]) -> Acknowledgement:
        if not {entry.digest for entry in manifest.parts}.issuperset(digests):
            raise NotDelivered("the intake asks for parts that are not of this submission")
        for digest in digests:
            self._client.put_part(digest, self._outbox.part(outgoing.id, digest))
        try:
            return self._client.put_submission(outgoing.id, outgoing.manifest, outgoing.digest)
        except MissingParts:
            raise NotDelivered("the intake loses parts") from None

    def _send_rating(self) -> bool:
        for identity, body in self._outbox.ratings():
            try:
                self._client.put_rating(identity, body)
            except (NotDelivered, MissingParts) as failure:
                self._hold(failure.retry_after if isinstance(failure, NotDelivered) else None)
                return True
            except Refused:
                pass
            self._outbox.rating_sent(identity)
            return True
        return False

    def _may_send(self) -> bool:
        return time.monotonic() >= self._not_before or self._outbox.untried()

    def _hold(self, retry_after: float | None) -> None:
        wait = self._jitter(0.0, min(CAP, BASE * 2.0 ** min(self._failures, 16)))
        self._failures += 1
        self._not_before = time.monotonic() + (retry_after or 0.0) + wait
