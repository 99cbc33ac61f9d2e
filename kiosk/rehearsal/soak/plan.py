"""What a soak does: every visit and every fault of it, drawn from one seed, so that a run can be had again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from random import Random

from config.catalogue import Catalogue
from drivers.id_card_reader.card import IdCard
from drivers.simulators.invented import home, name, person, phone
from kiosk.rehearsal.line import Mode
from kiosk.visit.view import ViewAspect

OVER_WIRES = 100
"""Every so manieth visit goes over the simulators' wires with the real drivers, the others to doubles: a scan over them
costs as much as fifty visits."""

CASES = "cases"
"""Asking after one's cases, in the place of a matter."""

LEAVING = 0.3
BY_BUTTON = 0.4
"""Shares of those who leave before the end, and of these who say so instead of walking away."""

LONGEST = 45
"""Touches after which whoever leaves has left; a service takes 20 to 60."""

BAD_LINE = 0.04
LONGEST_FAULT = 12
"""Share of visits at which the line turns bad, and for how many visits at most."""

AGENT_KILLED = 0.01
INTAKE_RESTARTED = 0.005
SCREENS_KILLED = 0.01
KILLED_UNTIL = 0.4
"""Shares of visits at which a process ends without warning; and the share of all visits before which one does, since
only of processes that live on it can be told whether they grow."""

LOOKS = 100
"""How often memory would be measured if it were from the beginning; it is in the second half."""

TROUBLED = 0.15
CASES_ASKED = 0.04
"""Shares of visits."""


class Trouble(StrEnum):
    """What a device, or the disk, does to one visit."""

    CARD_MOVED = "card_moved"
    CARD_REJECTED = "card_rejected"
    READER_LOST = "reader_lost"
    NO_PAGE = "no_page"
    SCANNER_LOST = "scanner_lost"
    PRINTER_UNSURE = "printer_unsure"
    PRINTER_OUT = "printer_out"
    DISK_FULL = "disk_full"


class Kill(StrEnum):
    """When the screens' process is killed: at any touch, or while the disk is to keep what is handed in."""

    AT_A_TOUCH = "screens_killed"
    SEALING = "screens_killed_sealing"


@dataclass(frozen=True, repr=False)
class Planned:
    """One visit. `matter` is the code of a service or package, or CASES; `seed` draws what the resident does.

    `leaves_after` so many touches, None for who stays; `by_button` or by walking away. `views` are switched on.
    `measured` is the memory behind it.
    """

    number: int
    seed: int
    matter: str
    person: IdCard
    contact: str
    phones: tuple[str, str]
    typed: bool
    leaves_after: int | None
    by_button: bool
    language: str
    views: tuple[ViewAspect, ...]
    trouble: Trouble | None
    line: Mode
    killed: Kill | None
    kills_agent: bool
    restarts_intake: bool
    measured: bool

    @property
    def over_wires(self) -> bool:
        """Whether the devices are real drivers on the simulators' wires."""
        return self.number % OVER_WIRES == 0

    @property
    def home(self) -> str:
        """What is typed of an address."""
        return home(self.number)

    @property
    def personal(self) -> tuple[str, ...]:
        """Everything about the person that must be found nowhere."""
        return (self.person.name, self.person.id_number, self.person.address, self.contact, self.home, *self.phones)


def matters_of(catalogue: Catalogue) -> tuple[str, ...]:
    """The codes of all services and packages."""
    return tuple(item.code for item in (*catalogue, *catalogue.packages))


def planned(seed: int, visits: int, matters: Sequence[str], languages: Sequence[str], today: date) -> Iterator[Planned]:
    """The visits of a seed, one after the other; the same for the same arguments. Each is drawn when it is asked for,
    since ten thousand people need not be kept."""
    rng = Random(seed)  # noqa: S311
    line, left = Mode.OK, 0
    # a city that refuses for good leaves submissions for staff, which no soak has
    faults = [mode for mode in Mode if mode not in (Mode.OK, Mode.REFUSES)]
    for number in range(visits):
        left -= 1
        if left <= 0:
            bad = rng.random() < BAD_LINE
            line, left = (rng.choice(faults), rng.randint(1, LONGEST_FAULT)) if bad else (Mode.OK, 0)
        stays, may_end = rng.random() >= LEAVING, number < visits * KILLED_UNTIL
        yield Planned(
            number=number,
            seed=rng.getrandbits(32),
            matter=CASES if rng.random() < CASES_ASKED else rng.choice(matters),
            person=person(rng, number, today),
            contact=name(rng),
            phones=(phone(rng), phone(rng)),
            typed=rng.random() < 0.1,
            leaves_after=None if stays else rng.randint(1, LONGEST),
            by_button=rng.random() < BY_BUTTON,
            language=rng.choice(languages),
            views=tuple(aspect for aspect in ViewAspect if rng.random() < 0.1),
            trouble=rng.choice(list(Trouble)) if rng.random() < TROUBLED else None,
            line=line,
            killed=rng.choice(list(Kill)) if rng.random() < SCREENS_KILLED and may_end else None,
            kills_agent=rng.random() < AGENT_KILLED and may_end,
            restarts_intake=rng.random() < INTAKE_RESTARTED and may_end,
            measured=number >= visits // 2 and number % max(1, visits // LOOKS) == 0,
        )
