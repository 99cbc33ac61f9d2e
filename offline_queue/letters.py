"""Letters on the wire: ratings, stops, fault reports, requests for help. Of a person nothing but what is sealed."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from offline_queue.wire import Digest, Message, Name, Sealed, Suite

MAX_PICTURE_BYTES: Final = 512 << 10
"""Bytes of a sealed picture: a page that is readable takes 150 to 300 KiB as JPEG, and one PUT brings it."""

ANONYMOUS: Final = ("rating", "stop")
"""Kinds of letters that leave after a random delay: right behind a submission they would name its person."""

Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Station = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{0,20}$")]


class Rating(Message):
    """An anonymous rating: no person, no submission, the code of the station, no time but the day. Words are sealed."""

    service_code: str = Field(max_length=50)
    level: int = Field(ge=1, le=5)
    tags: tuple[str, ...] = Field(max_length=20)
    words: Sealed | None
    day: Day
    station: Station = ""


class Stop(Message):
    """Someone could not go on here: with which service, by which rule, and the office that was named as the way.

    No person, the code of the station, no time but the day.
    """

    service_code: str = Field(max_length=50)
    reason: Name = Field(min_length=1)
    office: Name
    station: Station
    day: Day


class Picture(Message):
    """A picture sealed by itself, bound to its letter. The ciphertext is a part that comes before the letter."""

    suite: Suite
    key_id: str = Field(max_length=64)
    media_type: Literal["image/jpeg"]
    digest: Digest
    size: int = Field(ge=1, le=MAX_PICTURE_BYTES)


class Report(Message):
    """A fault report: what it is about, on which page, sealed words, and a picture if there is one."""

    topic: str = Field(min_length=1, max_length=50)
    page: str = Field(max_length=50)
    words: Sealed | None
    made_at: str = Field(max_length=40)
    picture: Picture | None = None


class Assistance(Message):
    """Someone asks for help: with which service, why, and sealed how to reach them. The terminal answers first.

    `stop` and `office`: the rule that stopped them and the office that was named, where that led here; `area`: the
    administrative code of the station, whose street office it goes to otherwise.
    """

    service_code: str = Field(max_length=50)
    topic: str = Field(min_length=1, max_length=50)
    contact: Sealed
    made_at: str = Field(max_length=40)
    stop: Name = ""
    office: Name = ""
    area: Annotated[str, StringConstraints(pattern=r"^([0-9]{6})?$")] = ""
