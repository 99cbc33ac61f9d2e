"""Letters to the city: ratings, stops, fault reports, requests for assistance; sealed before they are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import uuid_utils

from offline_queue import credentials, doorbell
from offline_queue.database import Database
from offline_queue.errors import OutboxError
from offline_queue.letters import ANONYMOUS, Assistance, Picture, Rating, Report, Stop
from offline_queue.sealing import seal_picture, seal_words
from offline_queue.wire import Message, Sealed, WireError


@dataclass(frozen=True)
class Way:
    """What stopped whoever asks for help, and the office that was named to them."""

    stop: str = ""
    office: str = ""


NO_WAY = Way()
"""Nothing stopped them."""


@dataclass(frozen=True, repr=False)
class Letter:
    """A rating, stop, report or request to be sent; `picture`: the ciphertext of a report's."""

    id: str
    kind: str
    body: bytes
    picture: bytes | None = None


class Letterbox:
    """Where the letters of the queue under `folder` are put in, and taken out to be sent."""

    def __init__(self, folder: Path, database: Database) -> None:
        self._folder = folder
        self._database = database

    def rate(
        self, service_code: str, level: int, tags: Sequence[str], words: str, *, day: date, station: str = ""
    ) -> None:
        """Keep an anonymous rating to be sent. Raises OutboxError."""
        # version 4: a version 7 would carry the time
        identity = str(uuid_utils.uuid4())
        sealed = self._sealed(identity, words) if words else None
        self._post(
            identity,
            "rating",
            lambda: Rating(
                service_code=service_code,
                level=level,
                tags=tuple(tags),
                words=sealed,
                day=day.isoformat(),
                station=station,
            ),
        )

    def stopped(self, service_code: str, reason: str, office: str, *, day: date, station: str) -> None:
        """Keep that someone could not go on here, nothing of whom, to be sent. Raises OutboxError."""
        self._post(
            str(uuid_utils.uuid4()),
            "stop",
            lambda: Stop(service_code=service_code, reason=reason, office=office, station=station, day=day.isoformat()),
        )

    def report(self, topic: str, page: str, words: str, *, now: datetime, picture: bytes = b"") -> str:
        """Keep a fault report to be sent, with a JPEG if there is one; its id. Raises OutboxError."""
        identity = str(uuid_utils.uuid4())
        sealed = self._sealed(identity, words) if words else None
        made_at = now.isoformat(timespec="seconds")
        shown, ciphertext = self._sealed_picture(identity, picture) if picture else (None, None)
        self._post(
            identity,
            "report",
            lambda: Report(topic=topic, page=page, words=sealed, made_at=made_at, picture=shown),
            ciphertext,
        )
        doorbell.ring(self._folder)
        return identity

    def ask_assistance(
        self, service_code: str, topic: str, contact: str, *, now: datetime, way: Way = NO_WAY, area: str = ""
    ) -> str:
        """Keep a request for assistance, its contact sealed; its id. Raises OutboxError."""
        identity = str(uuid_utils.uuid4())
        sealed = self._sealed(identity, contact)
        made_at = now.isoformat(timespec="seconds")
        self._post(
            identity,
            "assistance",
            lambda: Assistance(
                service_code=service_code,
                topic=topic,
                contact=sealed,
                made_at=made_at,
                stop=way.stop,
                office=way.office,
                area=area,
            ),
        )
        doorbell.ring(self._folder)
        return identity

    def next(self, anonymous: bool) -> Letter | None:
        """A letter to be sent; ratings and stops only when their time has come."""
        row = self._database.row(
            "SELECT id, kind, body, picture FROM letter WHERE NOT refused AND (? OR kind NOT IN (?, ?))"
            " ORDER BY kind IN ('rating', 'stop'), kind, id LIMIT 1",
            anonymous,
            *ANONYMOUS,
        )
        return None if row is None else Letter(*row)

    def sent(self, identity: str) -> None:
        """The city has it; forget it."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM letter WHERE id = ?", (identity,))

    def refused(self, identity: str, reason: str) -> None:
        """Refused for good; kept for staff."""
        with self._database.writing() as connection:
            connection.execute("UPDATE letter SET refused = 1, reason = ? WHERE id = ?", (reason, identity))

    def _sealed(self, letter: str, words: str) -> Sealed:
        try:
            return seal_words(letter, words, credentials.load_city(self._folder).sealing_key)
        except WireError:
            raise OutboxError("the letter cannot be sealed") from None

    def _sealed_picture(self, letter: str, picture: bytes) -> tuple[Picture, bytes]:
        try:
            return seal_picture(letter, picture, credentials.load_city(self._folder).sealing_key)
        except (WireError, ValueError):
            raise OutboxError("the picture cannot be sealed, or is too large") from None

    def _post(self, identity: str, kind: str, make: Callable[[], Message], picture: bytes | None = None) -> None:
        try:
            body = make().model_dump_json().encode()
        except ValueError:
            raise OutboxError("the letter could not be kept: something in it is too long or not allowed") from None
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO letter (id, kind, body, picture) VALUES (?, ?, ?, ?)", (identity, kind, body, picture)
            )
