"""What the city says: to everybody, of its own work, and to a terminal of the cases that began there."""

from __future__ import annotations

from pydantic import Field

from offline_queue.wire import Message, Progress


class Announcement(Message):
    """The city says something to everybody, until a day."""

    number: int = Field(ge=1)
    zh: str = Field(max_length=500)
    en: str = Field(max_length=500)
    until: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")


class MonthFigures(Message):
    """What the city publishes of a month: ratings, those of the three good levels among them, cases settled."""

    month: str = Field(pattern=r"^\d{4}-\d{2}$")
    rated: int = Field(ge=0)
    good: int = Field(ge=0)
    settled: int = Field(ge=0)


class News(Message):
    """What is new for a terminal since `after`; `last` is where to go on. Announcements are all that hold now."""

    last: int = Field(ge=0)
    cases: tuple[Progress, ...] = Field(max_length=500)
    announcements: tuple[Announcement, ...] = Field(max_length=100)
