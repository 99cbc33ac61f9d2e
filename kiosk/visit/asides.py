"""Pages beside the way: help, a request for assistance, a fault report. The step under them stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from drivers.model import ErrorCode


class LetterKind(StrEnum):
    """What a letter is: please help me, or something here is wrong."""

    ASSISTANCE = "assistance"
    REPORT = "report"


TOPICS = {
    LetterKind.ASSISTANCE: ("unclear", "papers", "home_visit", "machine", "other"),
    LetterKind.REPORT: ("page", "wait", "papers", "device", "place", "other"),
}
"""What a letter may be about, as the city counts it."""


WORDS_LENGTH = 300
"""Characters of free words in a letter or a rating: as many as one looks over beside the keyboard."""


@dataclass(frozen=True, repr=False)
class Letter:
    """A letter as far as it is written. `about` is the service (assistance) or the page (report) it began at.

    `stop` and `office`: what stopped whoever asks for help, and which office the page named. `picture`: a report's, as
    JPEG.
    """

    kind: LetterKind
    about: str
    topic: str = ""
    phone: str = ""
    words: str = ""
    stop: str = ""
    office: str = ""
    picture: bytes = b""


@dataclass(frozen=True)
class Helping:
    """Who can help, and how."""


@dataclass(frozen=True, repr=False)
class TopicAsked:
    """What is it about?"""

    letter: Letter


@dataclass(frozen=True, repr=False)
class PhoneAsked:
    """Under which number can we call? `wrong` after one that is none."""

    letter: Letter
    wrong: bool = False


@dataclass(frozen=True, repr=False)
class WordsAsked:
    """Anything more in your own words? `sending` while it is being kept, `failed` when that did not work."""

    letter: Letter
    sending: bool = False
    failed: bool = False


@dataclass(frozen=True, repr=False)
class PictureOffered:
    """A picture with the report? `sending` while it is being kept, `failed` when that did not work."""

    letter: Letter
    sending: bool = False
    failed: bool = False


class Lens(StrEnum):
    """Where the taking of a picture stands. GLASS: the scanner has no live picture."""

    LIVE = "live"
    GLASS = "glass"
    TAKING = "taking"
    CHECK = "check"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, repr=False)
class Picturing:
    """The picture is taken; `shot` is the one to be looked at."""

    letter: Letter
    lens: Lens = Lens.LIVE
    shot: bytes = b""
    failed: ErrorCode | None = None


@dataclass(frozen=True)
class LetterSafe:
    """Kept, under this number; nothing more of it than how to reach the resident, masked."""

    kind: LetterKind
    topic: str
    number: str
    masked_phone: str


Aside = Helping | TopicAsked | PhoneAsked | WordsAsked | PictureOffered | Picturing | LetterSafe
