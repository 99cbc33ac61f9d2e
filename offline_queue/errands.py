"""What the agent does beside sending: health, news, keys, making sure before ciphertext is dropped, tidying."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from offline_queue import catalogue_shelf, catalogue_verdicts, credentials, rescue
from offline_queue.answers import MissingParts, NotDelivered, Refused
from offline_queue.catalogue_bundle import Edition
from offline_queue.catalogue_shelf import unjudged
from offline_queue.client import Client
from offline_queue.clocks import uptime
from offline_queue.dispatch import Dispatch
from offline_queue.errors import OutboxError
from offline_queue.fetching import Fetching, Standing
from offline_queue.health import DeviceState, Health
from offline_queue.outbox import Outbox
from offline_queue.transport import Trouble
from offline_queue.wire import Registered, WireError
from offline_queue.witness import UNWITNESSED, Witness

OFTEN = 300.0
HOURLY = 3600.0
DAILY = 86400.0

AT_ONCE = 500
"""Submissions that are asked for in one question."""


@dataclass
class _Errand:
    every: float
    work: Callable[[], object]
    due: float = 0.0


class Errands:
    """The errands of one queue, each in its own rhythm. The first time all are due."""

    def __init__(
        self,
        outbox: Outbox,
        dispatch: Dispatch,
        client: Client,
        judge: catalogue_shelf.Judge = unjudged,
        witness: Witness = UNWITNESSED,
        fetching: Fetching | None = None,
    ) -> None:
        self._judge = judge
        self._fetching = fetching
        self._witness = witness
        self._keeper: threading.Thread | None = None
        self._outbox = outbox
        self._dispatch = dispatch
        self._client = client
        self._limits = _Errand(DAILY, self._ask_limits)
        self._releases = _Errand(HOURLY, self._fetch_release)
        self._errands = [
            _Errand(HOURLY, self._tidy),
            self._limits,
            _Errand(DAILY, self.fetch_keys),
            _Errand(OFTEN, self._bring_health),
            _Errand(OFTEN, self._fetch_news),
            _Errand(HOURLY, self._fetch_figures),
            _Errand(HOURLY, self.drop_what_is_safe),
            _Errand(HOURLY, self._look_for_catalogue),
            self._releases,
        ]

    def run_one(self) -> float:
        """Run the first that is due; seconds until another is, 0 when one may be. Raises NotDelivered: all wait."""
        now = uptime()
        for errand in self._errands:
            if now >= errand.due:
                errand.due = now + errand.every
                try:
                    errand.work()
                except (MissingParts, Refused):
                    pass
                except NotDelivered as failure:
                    # of an answer that only this errand gets, only this errand has the trouble: it had its turn
                    if failure.trouble is not Trouble.SERVER:
                        raise
                return 0.0
        return min(errand.due for errand in self._errands) - now

    def _tidy(self) -> None:
        self._dispatch.grow_older()
        self._dispatch.sweep()
        self._outbox.reserve.keep()

    def ask_limits_soon(self) -> None:
        """The city found something too large: its limits are not what we thought."""
        self._limits.due = 0.0

    def _ask_limits(self) -> None:
        # a city that states none has ours
        self._outbox.notes.state("limits", self._client.limits().model_dump_json())

    def fetch_keys(self) -> None:
        """Bring the city's keys up to date. Raises NotDelivered, Refused, OutboxError."""
        keys = self._client.keys()
        known = credentials.load(self._outbox.folder)
        city = Registered(terminal=known.city.terminal, **dict(keys))
        if city != known.city:
            credentials.store_city(self._outbox.folder, city)
            self._client.trust(credentials.load(self._outbox.folder))

    def _bring_health(self) -> None:
        tally = self._outbox.tally()
        newest = next(iter(catalogue_shelf.versions(self._outbox.folder)), 0)
        verdict = catalogue_verdicts.known(self._outbox.folder, newest)
        update = Standing() if self._fetching is None else self._fetching.standing()
        self._outbox.notes.state("clock_offset", str(round(self._client.clock_offset)))
        audit_number, audit_digest = self._witness.head()
        self._client.put_health(
            Health(
                at=datetime.now().astimezone().isoformat(timespec="seconds"),
                version=catalogue_verdicts.program(),
                last_sequence=tally.last_sequence,
                waiting=tally.waiting,
                waiting_bytes=tally.waiting_bytes,
                oldest_sealed_at=tally.oldest_sealed_at,
                quarantined=tally.quarantined,
                letters=tally.letters,
                damaged_files=rescue.set_aside(self._outbox.folder),
                free_bytes=self._outbox.reserve.free(),
                clock_offset=round(self._client.clock_offset, 1),
                catalogue=int(self._outbox.notes.fact("catalogue") or 0),
                passed_over=newest if verdict is not None and verdict.wrong else 0,
                passed_over_for="" if verdict is None else verdict.wrong,
                audit_number=audit_number,
                audit_digest=audit_digest,
                update=update.version,
                update_state=update.state,
                update_why=update.why,
                devices={
                    name: DeviceState(status=status, error=error)
                    for name, (status, error) in self._outbox.notes.devices().items()
                },
            )
        )
        # whatever held everybody up is over, though nothing may be left to send that would tell
        self._dispatch.line_back()

    def _fetch_news(self) -> None:
        after = self._outbox.notes.fact("news")
        self._outbox.notes.take_news(self._client.news(int(after) if after.isdigit() else 0))

    def _fetch_figures(self) -> None:
        # a city that publishes none has the terminal show its own alone
        month = f"{datetime.now():%Y-%m}"
        self._outbox.notes.state("figures", self._client.figures(month).model_dump_json())

    def _look_for_catalogue(self) -> None:
        if self._keeper is not None and self._keeper.is_alive():
            return
        trouble = ""
        try:
            found = self._new_catalogue()
            if found is not None:
                # it is tried for minutes, and whoever stands at the screen meanwhile waits for a number
                self._keeper = threading.Thread(target=self._keep, args=found, name="catalogue", daemon=True)
                self._keeper.start()
        except NotDelivered as failure:
            # without a catalogue everything else goes on, so only the line's own trouble is everybody's
            if failure.trouble is not Trouble.SERVER:
                raise
            trouble = failure.reason
        except (WireError, OutboxError) as error:
            trouble = str(error)
        self._outbox.notes.state("catalogue_trouble", trouble)

    def _keep(self, raw: bytes, edition: Edition) -> None:
        # what the disk does not take now is brought again in an hour
        with suppress(OutboxError):
            catalogue_shelf.put(self._outbox.folder, raw, edition, self._judge)

    def fetch_catalogue(self) -> int | None:
        """Bring the city's catalogue and try it; its version, None when there is no newer one.

        Raises NotDelivered, Refused, OutboxError, WireError when it is not to be believed.
        """
        found = self._new_catalogue()
        return None if found is None else catalogue_shelf.put(self._outbox.folder, *found, self._judge)

    def _new_catalogue(self) -> tuple[bytes, Edition] | None:
        folder = self._outbox.folder
        raw = self._client.catalogue(catalogue_shelf.newest_digest(folder))
        if raw is None:
            return None
        try:
            return raw, catalogue_shelf.believed(folder, raw)
        except WireError:
            # the city may sign with a key that is newer than ours
            self.fetch_keys()
            return raw, catalogue_shelf.believed(folder, raw)

    def _fetch_release(self) -> None:
        if self._fetching is None:
            return
        trouble = ""
        try:
            if self._fetching.step():
                # the next piece, as soon as nothing that was handed in waits
                self._releases.due = 0.0
        except NotDelivered as failure:
            # something on the way that cannot hand on pieces is no reason to hold up what was handed in
            if failure.trouble not in (Trouble.SERVER, Trouble.PORTAL):
                raise
            trouble = failure.reason
        except (WireError, OutboxError) as error:
            trouble = str(error)
        self._outbox.notes.state("update_trouble", trouble)

    def drop_what_is_safe(self) -> int:
        """Drop ciphertext that the city has had for the grace period and, asked once more, still has; how many.

        What it has lost meanwhile is sent again. Raises NotDelivered, Refused.
        """
        due = self._dispatch.due_for_purge(AT_ONCE)
        if not due:
            return 0
        known = self._client.known([identity for _, identity, _ in due])
        dropped = 0
        for sequence, identity, digest in due:
            if known.get(identity) == digest:
                self._dispatch.purge(sequence)
                dropped += 1
            else:
                self._dispatch.send_again(sequence)
        return dropped
