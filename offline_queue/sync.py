"""The sync agent: empties the outbox towards the city, for as long as it takes.

Trouble of the line, of our credentials or of the whole intake holds everybody up (one wait for all, with jitter, no
try counted); trouble of one submission sets only that one aside for a while. What comes in while the agent watches
goes at once: its resident may be standing at the screen.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from pydantic import ValidationError

from offline_queue.answers import MissingParts, NotDelivered, Refused, UnknownKey
from offline_queue.catalogue_shelf import Judge, unjudged
from offline_queue.client import Client, Interrupted
from offline_queue.clocks import uptime
from offline_queue.dispatch import EVERYONE, Dispatch, Outgoing
from offline_queue.doorbell import Doorbell
from offline_queue.errands import Errands
from offline_queue.errors import OutboxError
from offline_queue.fetching import Fetching
from offline_queue.locks import SENDER, held
from offline_queue.outbox import Outbox
from offline_queue.transport import Trouble
from offline_queue.wire import Acknowledgement, Manifest, ProblemKind, digest_of
from offline_queue.witness import UNWITNESSED, Witness

LOOK = 30.0
"""Seconds after which the agent looks by itself, should no bell ring."""

BASE = 2.0
CAP = 600.0
FLOOR = 0.2
"""Wait after the n-th failure in a row: random between 0 and min(CAP, BASE * 2**n) seconds, FLOOR at least. At CAP
this also spreads a fleet that comes back after a long outage over ten minutes."""

TALLY_HOLDS = 10.0
"""Seconds for which a tally of the queue is good enough to declare: counting 100,000 for each would take over."""

RATING_DELAY = (600.0, 3600.0)
"""Seconds, random, after which the collected ratings and stops go: one right behind a submission would name it."""


@contextmanager
def only_sender(data_dir: Path) -> Iterator[None]:
    """One sender at a time: an advisory lock that ends with the process. Raises OutboxError."""
    with ExitStack() as stack:
        try:
            stack.enter_context(held(data_dir / SENDER, wait=False))
        except BlockingIOError:
            raise OutboxError("another sync agent is at work on this queue") from None
        yield


class Agent:
    """Sends what an outbox holds. `jitter(low, high)` draws a wait; `judge` tries a catalogue before it is kept;
    `alive` is called before each exchange, which may take some five minutes, and every LOOK seconds at least.
    `witness` is told what became of submissions and line; `fetching` brings releases of the program.
    """

    def __init__(
        self,
        outbox: Outbox,
        client: Client,
        jitter: Callable[[float, float], float] = random.uniform,
        judge: Judge = unjudged,
        alive: Callable[[], None] = lambda: None,
        witness: Witness = UNWITNESSED,
        fetching: Fetching | None = None,
    ) -> None:
        self._alive = alive
        self._outbox = outbox
        self._dispatch = Dispatch(outbox, witness)
        self._client = client
        self._jitter = jitter
        self._errands = Errands(outbox, self._dispatch, client, judge, witness, fetching)
        self._fresh_after = self._dispatch.last_sequence()
        self._taken: Outgoing | None = None
        self._ratings_at = uptime() + jitter(*RATING_DELAY)
        self._tally, self._tally_until = outbox.tally(), uptime() + TALLY_HOLDS
        self._start_anywhere()

    def _start_anywhere(self) -> None:
        """After a reboot in the middle of a wait, start at a random point of it: the whole street was switched on."""
        _, failures, here = self._dispatch.waits(EVERYONE)
        if not here:
            self._dispatch.wait(EVERYONE, self._drawn(failures), failures)

    def run(self, stopped: Callable[[], bool]) -> None:
        """Until `stopped`; ring the queue's bell to have that noticed at once."""
        self._dispatch.recover()
        bell = Doorbell(self._outbox.folder)
        try:
            while not stopped():
                wait = self.step()
                if wait > 0:
                    bell.wait(min(wait, LOOK))
        finally:
            bell.close()
            self._lay_back()

    def drain(self, deadline: float) -> bool:
        """Until nothing is left (True), or `deadline` seconds have passed (False)."""
        self._dispatch.recover()
        end = uptime() + deadline
        self._ratings_at = 0.0
        bell = Doorbell(self._outbox.folder)
        try:
            while self._taken is not None or self._dispatch.anything_left():
                if uptime() >= end:
                    return False
                wait = self.send_one()
                if wait > 0:
                    bell.wait(min(wait, LOOK, max(0.0, end - uptime())))
        finally:
            bell.close()
            self._lay_back()
        return True

    def step(self) -> float:
        """Do one thing; seconds until there may be another, 0 when there may be at once."""
        self._alive()
        wait = self.send_one()
        if wait == 0 or self._held() > 0:
            return wait
        self._alive()
        try:
            return min(wait, self._errands.run_one())
        except NotDelivered as failure:
            self._failed(failure)
            return FLOOR

    def send_one(self) -> float:
        """Send one thing; seconds until there may be another, 0 when there may be at once."""
        taken, self._taken = self._taken, None
        if (outgoing := taken or self._dispatch.next_fresh(self._fresh_after)) is not None:
            self._try(outgoing)
            return 0.0
        if (held := self._held()) > 0:
            return held
        if self._send_letter():
            return 0.0
        if (outgoing := self._dispatch.next_outgoing()) is not None:
            self._try(outgoing)
            return 0.0
        own = self._dispatch.next_end_of_wait()
        return LOOK if own is None else max(own, FLOOR)

    def _held(self) -> float:
        return self._dispatch.waits(EVERYONE)[0]

    def _try(self, outgoing: Outgoing) -> None:
        fresh = outgoing.sequence > self._fresh_after
        self._fresh_after = max(self._fresh_after, outgoing.sequence)
        give_back = self._dispatch.given_back
        try:
            proof, token = self._bring(outgoing, fresh)
        except Interrupted:
            give_back(outgoing.sequence, "", counted=False)
        except NotDelivered as failure:
            own = failure.trouble is Trouble.SERVER
            give_back(outgoing.sequence, failure.reason, counted=own)
            self._failed(failure, str(outgoing.sequence) if own else EVERYONE)
        except Refused as refusal:
            self._dispatch.quarantined(outgoing.sequence, refusal.kind.value)
            if refusal.kind is ProblemKind.TOO_LARGE:
                self._errands.ask_limits_soon()
        except (OutboxError, ValidationError) as damage:
            reason = str(damage) if isinstance(damage, OutboxError) else "its manifest is damaged"
            self._dispatch.quarantined(outgoing.sequence, reason)
        except Exception as surprise:  # one submission's trouble must not end the agent for all the others
            give_back(outgoing.sequence, f"unexpected: {type(surprise).__name__}", counted=True)
            self._wait(str(outgoing.sequence), None)
        else:
            self._arrived(outgoing, proof.acceptance_number, token)
            self._went_well()

    def _arrived(self, outgoing: Outgoing, number: str, token: bytes) -> None:
        """Write it down, and with the same flush whose turn is next, unless a letter's is."""
        if self._letter_first():
            self._dispatch.acknowledged(outgoing.sequence, number, token)
        else:
            self._taken = self._dispatch.acknowledged_and_next(outgoing.sequence, number, token, self._fresh_after)

    def _lay_back(self) -> None:
        """What was taken and not begun."""
        if self._taken is not None:
            self._dispatch.given_back(self._taken.sequence, "", counted=False)
            self._taken = None

    def _letter_first(self) -> bool:
        """Whether a letter is to go now, or else the time of the ratings to be drawn anew."""
        due = uptime() >= self._ratings_at
        return self._outbox.letters.next(due) is not None or (due and self._ratings_at > 0)

    def _bring(self, outgoing: Outgoing, fresh: bool) -> tuple[Acknowledgement, bytes]:
        manifest = Manifest.model_validate_json(outgoing.manifest)
        self._declare(fresh)
        for entry in manifest.parts:
            self._alive()
            part = self._outbox.contents.part(outgoing.id, entry.digest)
            self._client.put_part(entry.digest, part, lambda: self._urgent(fresh))
        try:
            return self._put(outgoing)
        except MissingParts as missing:
            return self._bring_again(outgoing, manifest, missing.digests)
        except UnknownKey:
            # the city may have changed its keys since we were last in touch
            self._errands.fetch_keys()
            return self._put(outgoing)

    def _urgent(self, fresh: bool) -> bool:
        """Asked between two pieces of a part."""
        self._alive()
        return not fresh and self._fresh_waits()

    def _fresh_waits(self) -> bool:
        return self._dispatch.fresh_waits(self._fresh_after)

    def _put(self, outgoing: Outgoing) -> tuple[Acknowledgement, bytes]:
        self._alive()
        return self._client.put_submission(outgoing.id, outgoing.manifest, outgoing.digest, outgoing.proof)

    def _bring_again(
        self, outgoing: Outgoing, manifest: Manifest, digests: tuple[str, ...]
    ) -> tuple[Acknowledgement, bytes]:
        if not {entry.digest for entry in manifest.parts}.issuperset(digests):
            raise NotDelivered(Trouble.SERVER, "the intake asks for parts that are not of this submission")
        for digest in digests:
            self._client.put_part(digest, self._outbox.contents.part(outgoing.id, digest))
        try:
            return self._put(outgoing)
        except MissingParts:
            raise NotDelivered(Trouble.SERVER, "the intake loses parts") from None

    def _declare(self, fresh: bool) -> None:
        """Say what waits here, so that the intake can give us a time of our own."""
        if uptime() >= self._tally_until:
            self._tally, self._tally_until = self._outbox.tally(), uptime() + TALLY_HOLDS
        tally = self._tally
        self._client.backlog = f"count={tally.waiting}, bytes={tally.waiting_bytes}" + (", fresh" if fresh else "")

    def _send_letter(self) -> bool:
        letter = self._outbox.letters.next(anonymous=uptime() >= self._ratings_at)
        if letter is None:
            if uptime() >= self._ratings_at > 0:
                self._ratings_at = uptime() + self._jitter(*RATING_DELAY)
            return False
        try:
            if letter.picture is not None:
                self._client.put_part(digest_of(letter.picture), letter.picture)
            self._client.put_letter(letter.kind, letter.id, letter.body)
        except NotDelivered as failure:
            self._failed(failure)
        except (MissingParts, Refused) as refusal:
            self._outbox.letters.refused(letter.id, refusal.kind.value if isinstance(refusal, Refused) else "invalid")
        else:
            self._outbox.letters.sent(letter.id)
            self._went_well()
        return True

    def _went_well(self) -> None:
        self._dispatch.over(EVERYONE)
        self._dispatch.line_back()

    def _failed(self, failure: NotDelivered, name: str = EVERYONE) -> None:
        self._wait(name, failure.retry_after)
        if name == EVERYONE:
            self._dispatch.line_lost(failure.trouble)
            # what came in meanwhile is to be declared by the first word after it
            self._tally_until = 0.0

    def _wait(self, name: str, retry_after: float | None) -> None:
        _, failures, _ = self._dispatch.waits(name)
        if retry_after is not None:
            # the intake gave us a time; only a little is added, so that those with the same one do not meet
            self._dispatch.wait(name, retry_after + max(FLOOR, self._jitter(0.0, min(5.0, retry_after / 10))), failures)
        else:
            self._dispatch.wait(name, self._drawn(failures), failures + 1)

    def _drawn(self, failures: int) -> float:
        return max(FLOOR, self._jitter(0.0, min(CAP, BASE * 2.0 ** min(failures, 16))))
