"""Brings releases of the program here, piece by piece; the agent does, between other things. Installs nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from offline_queue.answers import Answer, NotDelivered, not_delivered
from offline_queue.client import Client
from offline_queue.disk import Reserve
from offline_queue.errors import OutboxError
from offline_queue.health import UpdateState
from offline_queue.locks import FETCHER, held
from offline_queue.release_shelf import NEWEST, RUNNING, Shelf
from offline_queue.releases import MAX_NOTE, MEDIA_TYPE, PIECE, Release, believed, is_version, later
from offline_queue.transport import SLOWEST
from offline_queue.wire import ProblemKind, WireError

_RANGE = re.compile(r"bytes ([0-9]{1,12})-([0-9]{1,12})/([0-9]{1,12})", re.ASCII)


@dataclass(frozen=True)
class Standing:
    """How updates stand: the version that it is about, and why it was not kept (a word of kiosk.updates)."""

    version: str = ""
    state: UpdateState = UpdateState.NONE
    why: str = ""


class Fetching:
    """Of one terminal that runs `program`. `told` says what became of the last release that was installed, with the
    digest of its package; one that was undone is not wanted again.
    """

    def __init__(
        self,
        shelf: Shelf,
        client: Client,
        reserve: Reserve,
        program: str,
        told: Callable[[], tuple[Standing, str]],
    ) -> None:
        self._shelf = shelf
        self._client = client
        self._reserve = reserve
        self._program = program
        self._told = told

    def step(self) -> bool:
        """An exchange or two; whether there is more to bring. Raises NotDelivered, Refused, WireError, OutboxError."""
        if not is_version(self._program):
            return False
        try:
            with held(self._shelf.data_dir / FETCHER, wait=False):
                return self._step()
        except BlockingIOError:
            raise OutboxError("another program is fetching it just now; kiosk update status shows how far") from None

    def _step(self) -> bool:
        missing = self._missing()
        if missing is None:
            self._look()
            missing = self._missing()
        else:
            self._piece(missing)
        self._settle()
        return missing is not None and self._missing() is not None

    def standing(self) -> Standing:
        """As the city is told."""
        wanted = self._wanted()
        if wanted is None:
            return self._told()[0]
        whole = self._shelf.is_whole(wanted)
        return Standing(wanted.version, UpdateState.READY if whole else UpdateState.FETCHING)

    def _wanted(self) -> Release | None:
        """What is to be installed."""
        newest = self._shelf.release(NEWEST)
        if newest is None or not later(newest.version, self._program):
            return None
        standing, digest = self._told()
        return None if standing.state in _FAILED and digest == newest.digest else newest

    def _here(self) -> list[Release]:
        """What is wanted here: what is to be installed, and the way back."""
        running = self._shelf.release(RUNNING)
        back = running if running is not None and running.version == self._program else None
        return [release for release in (back, self._wanted()) if release is not None]

    def _missing(self) -> Release | None:
        return next((release for release in self._here() if not self._shelf.is_whole(release)), None)

    def _settle(self) -> None:
        wanted = self._wanted()
        self._shelf.say_ready(wanted.version if wanted is not None and self._shelf.is_whole(wanted) else "")
        self._shelf.keep_only(self._here())

    def _look(self) -> None:
        path = f"/v1/releases/{self._shelf.architecture}"
        for name, where in ((RUNNING, f"{path}/{self._program}"), (NEWEST, path)):
            note = self._note(where)
            if note is not None:
                believed(note, self._shelf.keys, self._shelf.architecture)
                self._shelf.keep(name, note)

    def _note(self, path: str) -> bytes | None:
        try:
            answer = self._client.fetch(path, MAX_NOTE)
        except NotDelivered as failure:
            if failure.kind is ProblemKind.NOT_FOUND:
                return None
            raise
        if answer.status != 200 or answer.media_type != MEDIA_TYPE:
            raise not_delivered(answer)
        return answer.body

    def _piece(self, release: Release) -> None:
        at = self._shelf.come(release)
        if at > release.size:
            at = 0
        if self._reserve.spare() < release.size - at:
            raise OutboxError(f"there is no room for the package of version {release.version}")
        last = min(at + PIECE, release.size) - 1
        answer = self._client.fetch(
            f"/v1/packages/{release.digest}", PIECE, {"Range": f"bytes={at}-{last}"}, PIECE / SLOWEST
        )
        self._shelf.add(release, at, _piece_of(answer, at, last, release.size))


_FAILED = (UpdateState.UNDONE, UpdateState.STUCK)


def _piece_of(answer: Answer, first: int, last: int, size: int) -> bytes:
    """The very bytes that were asked for. Raises NotDelivered, WireError."""
    if answer.status != 206:
        raise not_delivered(answer)
    said = _RANGE.fullmatch(answer.headers.get("Content-Range", ""))
    if said is None or tuple(map(int, said.groups())) != (first, last, size) or len(answer.body) != last - first + 1:
        raise WireError("the piece of a package is another one than was asked for")
    return answer.body
