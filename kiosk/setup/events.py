"""What happens during a first start: somebody touches, and what was asked for is answered."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.setup.steps import Found
from kiosk.visit.staff.steps import PinVerdict


@dataclass(frozen=True, repr=False)
class Touched:
    """Something on the page: an intent's name and its value."""

    intent: str
    value: str = ""


@dataclass(frozen=True)
class TimePassed:
    """Seconds."""

    seconds: float


@dataclass(frozen=True)
class LineTried:
    """What came of asking at `url`: empty, or a name of offline_queue.transport.Trouble.

    `clock_off` is seconds by which our clock is behind the city's."""

    url: str
    trouble: str
    clock_off: float = 0.0


@dataclass(frozen=True)
class DevicesFound:
    """One of each class."""

    found: tuple[Found, ...]


@dataclass(frozen=True)
class EnrolmentAnswered:
    """Empty when it went well; "code" for one that is not good, "disk", or a name of Trouble."""

    trouble: str


@dataclass(frozen=True)
class PinChecked:
    """What became of a PIN, and seconds until another is looked at."""

    verdict: PinVerdict
    wait: float


@dataclass(frozen=True)
class PinKept:
    """Whether the new PIN is durable."""

    well: bool


@dataclass(frozen=True)
class ConfigurationKept:
    """Whether the configuration is durable."""

    well: bool


Event = Touched | TimePassed | LineTried | DevicesFound | EnrolmentAnswered | PinChecked | PinKept | ConfigurationKept
