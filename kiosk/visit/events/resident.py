"""What a resident does: touches, keys, words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from config.divisions import Locality
from config.grouping import Package
from config.service import Service
from kiosk.visit.browsing import Place
from kiosk.visit.case_events import ResidentCaseEvent
from kiosk.visit.letter_events import ResidentLetterEvent
from kiosk.visit.promises import Years
from kiosk.visit.staff.events import ResidentStaffEvent
from kiosk.visit.view import ViewAspect


@dataclass(frozen=True)
class Started:
    """Someone touched the resting screen. `now` is local time, `years` the days off as far as they are announced."""

    now: datetime
    years: Years = ()


@dataclass(frozen=True)
class LanguageAsked:
    """Which languages are there?"""


@dataclass(frozen=True)
class LanguageChosen:
    """Everything in this language from now on; nothing that was entered is lost."""

    language: str


@dataclass(frozen=True)
class ViewToggled:
    """Larger, in stronger contrast, lower down, or read aloud; or no longer so."""

    aspect: ViewAspect


@dataclass(frozen=True)
class SpeechRepeated:
    """Read the page again."""


@dataclass(frozen=True)
class VolumeChanged:
    """Read louder by this many steps, or quieter."""

    steps: int


@dataclass(frozen=True)
class SpeedChanged:
    """Read faster by this many steps, or slower."""

    steps: int


@dataclass(frozen=True)
class HelpAsked:
    """Who can help me?"""


@dataclass(frozen=True)
class LeaveAsked:
    """The resident wants to stop; we ask once."""


@dataclass(frozen=True)
class LeaveConfirmed:
    """Yes, stop and erase."""


@dataclass(frozen=True)
class OverlayClosed:
    """Back to the page: I am still here."""


@dataclass(frozen=True)
class Stirred:
    """Someone touched the glass or pressed a key, whatever came of it: scrolled, composed a word, moved the focus."""


@dataclass(frozen=True)
class MoreTimeAsked:
    """I am still here, and slower than you expect."""


@dataclass(frozen=True)
class ServiceChosen:
    """A matter was touched."""

    service: Service


@dataclass(frozen=True)
class PackageChosen:
    """All services of a package at once."""

    package: Package
    services: tuple[Service, ...]


@dataclass(frozen=True)
class Went:
    """To another place to look for a matter."""

    place: Place


@dataclass(frozen=True)
class SampleAsked:
    """Show a sample of this paper."""

    paper: str


@dataclass(frozen=True)
class Back:
    """One page back."""


@dataclass(frozen=True)
class Forward:
    """The page's one primary button."""


@dataclass(frozen=True)
class TypingChosen:
    """No card at hand: type instead."""


@dataclass(frozen=True)
class CardRetried:
    """Try the reader again."""


@dataclass(frozen=True, repr=False)
class Drafted:
    """The whole draft of the answer as it stands now: a choice's value, text, or an ISO date."""

    text: str


@dataclass(frozen=True, repr=False)
class PlaceChosen:
    """A division of an address was touched: one narrower, or a wider one to pick again from there."""

    place: Locality


@dataclass(frozen=True)
class InitialChosen:
    """Only the divisions that begin with this letter; the same once more shows all."""

    letter: str


@dataclass(frozen=True, repr=False)
class KeyPressed:
    """A key of a pad: what it writes, or `erase` or `clear`."""

    key: str


@dataclass(frozen=True)
class PictureAsked:
    """Take the page."""


@dataclass(frozen=True)
class PageRetaken:
    """Away with the last picture, take it again."""


@dataclass(frozen=True)
class PageAdded:
    """Keep this page and take another."""


@dataclass(frozen=True)
class PageLooked:
    """A page that was kept is to be seen large; counted from 0."""

    number: int


@dataclass(frozen=True)
class PageRemoved:
    """Away with the kept page that is being looked at."""


@dataclass(frozen=True)
class Deferred:
    """The paper is not with me; I bring it later."""


@dataclass(frozen=True)
class PapersBrought:
    """I bring the paper myself: nothing is looked up, nothing declared."""


@dataclass(frozen=True)
class Declared:
    """What the declaration says is so."""


@dataclass(frozen=True)
class EditAsked:
    """Change the answer to this field, or the pages of this material."""

    item: str


@dataclass(frozen=True)
class ConsentToggled:
    """The tick of a consent that stands for itself, or of the general one."""

    consent: str = ""


@dataclass(frozen=True)
class LevelChosen:
    """A face was touched: 5 very good to 1 very bad."""

    level: int


@dataclass(frozen=True)
class TagToggled:
    """A chip of the rating."""

    tag: str


@dataclass(frozen=True)
class Skipped:
    """No rating."""


ResidentEvent = (
    Started
    | LanguageAsked
    | LanguageChosen
    | ViewToggled
    | SpeechRepeated
    | VolumeChanged
    | SpeedChanged
    | HelpAsked
    | LeaveAsked
    | LeaveConfirmed
    | OverlayClosed
    | Stirred
    | MoreTimeAsked
    | ServiceChosen
    | PackageChosen
    | Went
    | SampleAsked
    | Back
    | Forward
    | TypingChosen
    | CardRetried
    | Drafted
    | PlaceChosen
    | InitialChosen
    | KeyPressed
    | PictureAsked
    | PageRetaken
    | PageAdded
    | PageLooked
    | PageRemoved
    | Deferred
    | PapersBrought
    | Declared
    | EditAsked
    | ConsentToggled
    | LevelChosen
    | TagToggled
    | Skipped
    | ResidentCaseEvent
    | ResidentLetterEvent
    | ResidentStaffEvent
)
