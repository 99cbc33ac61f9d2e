"""The steps of the first start, and what is known so far. Code and PIN stand in their own steps only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from drivers.model import GROUPS, Health
from kiosk.visit.staff.steps import Unlocking
from kiosk.visit.view import PLAIN, View

STEPS = ("name", "area", "city", "devices", "enrol", "pin", "check")
"""What is asked, in order; also the pieces of the progress bar (`setup.step_NAME`)."""

PREFILLED = "https://"
"""How every address of a city begins."""


@dataclass(frozen=True)
class Found:
    """A device of class `kind`, with the driver that speaks with it; no driver: none was found."""

    kind: str
    health: Health
    driver: str = ""
    options: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Draft:
    """What goes into the configuration."""

    name: str = ""
    area: str = ""
    url: str = PREFILLED
    devices: tuple[Found, ...] = ()

    @property
    def registered(self) -> tuple[str, str, str]:
        """What the city writes down of a terminal, and which city: when it changes, it is enrolled anew."""
        return self.url, self.area, self.name

    def found(self, kind: str) -> Found | None:
        """The device of a class, None when there is none."""
        return next((device for device in self.devices if device.kind == kind and device.driver), None)


@dataclass(frozen=True)
class Greeting:
    """What will be asked, and what to have at hand."""


@dataclass(frozen=True)
class Pending:
    """All is kept, but no city knows this terminal: it cannot serve yet."""


@dataclass(frozen=True)
class Locked:
    """Somebody began before and chose a PIN: it is asked for, and where to go on then."""

    then: str
    door: Unlocking = field(default_factory=Unlocking)


@dataclass(frozen=True)
class Naming:
    """What is the station called?"""

    text: str = ""


@dataclass(frozen=True)
class Placing:
    """Its area, six digits."""

    code: str = ""


@dataclass(frozen=True)
class Addressing:
    """The city's address; `wrong`: it is none that can be used."""

    text: str = PREFILLED
    wrong: bool = False


@dataclass(frozen=True)
class Reaching:
    """Whether the city answers there; `trouble` None while it is asked, empty when it does."""

    trouble: str | None = None
    clock_off: float = 0.0


@dataclass(frozen=True)
class Looking:
    """Which devices are there; None while they are looked for."""

    found: tuple[Found, ...] | None = None


@dataclass(frozen=True, repr=False)
class Enrolling:
    """The city's code, or later; `trouble` "code": it is not good."""

    typing: bool = False
    code: str = ""
    asking: bool = False
    trouble: str = ""


@dataclass(frozen=True, repr=False)
class Pinning:
    """A PIN for staff, then once more. `wrong`: "weak", "different" or "disk"."""

    digits: str = ""
    first: str = ""
    keeping: bool = False
    wrong: str = ""


@dataclass(frozen=True)
class Summing:
    """Everything once more, then it is kept."""

    keeping: bool = False
    failed: bool = False


@dataclass(frozen=True)
class Finished:
    """The terminal can serve."""


Step = (
    Greeting
    | Pending
    | Locked
    | Naming
    | Placing
    | Addressing
    | Reaching
    | Looking
    | Enrolling
    | Pinning
    | Summing
    | Finished
)


@dataclass(frozen=True)
class Setup:
    """The first start as it stands. `registered`: the answers under which a city knows this terminal, if one does;
    `pinned`: there is a PIN; `mending`: it came from the summary and goes back there; `idle`: seconds since a touch."""

    draft: Draft
    step: Step = Greeting()
    registered: tuple[str, str, str] | None = None
    pinned: bool = False
    mending: bool = False
    idle: float = 0.0
    language: str = "zh"
    view: View = PLAIN

    @property
    def enrolled(self) -> bool:
        """Whether the city knows this terminal as it now is."""
        return self.registered == self.draft.registered


NAMES: Mapping[type[Step], str] = {
    Naming: "name",
    Placing: "area",
    Addressing: "address",
    Reaching: "city",
    Looking: "devices",
    Enrolling: "enrol",
    Pinning: "pin",
    Summing: "check",
}
"""What a step is called in a note and when it is gone to; the address is a part of the step "city"."""

KINDS = tuple(GROUPS)
"""The classes of devices, in the order in which they are shown."""
