"""A catalogue tried before a resident meets it: every service and package walked from its guide to the check page.

Invented people answer in several ways; each page is made in each language. What is wrong is one line, which names the
service and where it was, and nothing of an answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING
from zlib import crc32

from config.catalogue import Catalogue
from config.grouping import Package
from config.service import Service
from config.soundness import mistakes
from drivers.id_card_reader.card import IdCard
from kiosk.pages.present import present
from kiosk.pages.scene import Scene
from kiosk.samples import Way, people, ways
from kiosk.visit import events as ev
from kiosk.visit.advance import advance
from kiosk.visit.application import ScannedPage
from kiosk.visit.course import Fallen
from kiosk.visit.promises import years_of
from kiosk.visit.steps import (
    Advising,
    Choosing,
    Consulting,
    Declaring,
    Filling,
    Guiding,
    Identifying,
    Matching,
    Reviewing,
    Scanning,
    Step,
    Visit,
)

if TYPE_CHECKING:
    from kiosk.words import Words

WALKS = 60
QUIET = 8
"""Walks of a service at most, and those in a row that ask nothing new after which it was walked enough."""

DETOURS = 4
"""How often one walk turns back from a stop to answer otherwise."""

LONGEST = 300
"""Pages of one walk; more is a circle."""

PAGE = ScannedPage(b"\xff\xd8\xff\xd9")


class _Wrong(Exception):
    """Something that no resident should meet."""


def wrong(catalogue: Catalogue, words: Words, now: datetime) -> str:
    """The first thing that is wrong, in one line; empty when everything can be used. Never raises."""
    try:
        found = mistakes(catalogue)
        if found:
            return str(found[0])
        for matter in (*catalogue, *catalogue.packages):
            Walker(catalogue, matter, words, now).try_all()
    except _Wrong as mistake:
        return str(mistake)
    except Exception as error:  # whatever a page or a rule stumbles over, a resident is not to find out
        return f"it cannot be tried: {type(error).__name__}"
    return ""


class Walker:
    """Walks one service or package."""

    def __init__(self, catalogue: Catalogue, matter: Service | Package, words: Words, now: datetime) -> None:
        self._catalogue = catalogue
        self._matter = matter
        self._services = (matter,) if isinstance(matter, Service) else catalogue.in_package(matter)
        self._words = words
        self._now = now
        self._seen: set[str] = set()
        self._reached = False

    def try_all(self) -> None:
        """Everybody, each time in another way, until all was asked or nothing new is. Raises _Wrong."""
        wanted = {f"Filling {field.id}" for service in self._services for field in service.fields}
        wanted |= {f"Scanning {material.id}" for service in self._services for material in service.materials}
        everybody, quiet = people(self._now.date()), 0
        for number in range(WALKS):
            known = len(self._seen)
            self._walk(everybody[number % len(everybody)], number)
            quiet = quiet + 1 if len(self._seen) == known else 0
            if self._reached and (wanted <= self._seen or quiet >= QUIET):
                return
        # where rules stop some, others than the invented people may be those whom the service is for
        if not self._reached and not any(service.stops for service in self._services):
            raise _Wrong(f"{self._matter.code}: nobody comes to the check page")

    def _walk(self, person: IdCard, number: int) -> None:
        visit = self._shown(self._after(Visit(), self.start()))
        detours = 0
        for _ in range(LONGEST):
            if isinstance(visit.step, Reviewing):
                self._reached = True
                return
            if isinstance(visit.step, Choosing):
                # nothing of a package applies to this person
                return
            if isinstance(visit.step, Advising) and isinstance(self._matter, Service):
                # whoever is stopped by an answer changes it, a few times
                visit, detours, number = self._after(visit, (ev.Back(),)), detours + 1, number + WALKS
                if detours > DETOURS or not isinstance(visit.step, Filling):
                    return
            visit = self._shown(self.onward(visit, person, number))
        raise _Wrong(f"{self._matter.code}: {_place(visit.step)}: it comes to no end")

    def start(self) -> Way:
        """From the resting screen to the guide."""
        years = years_of(self._catalogue.years)
        if isinstance(self._matter, Service):
            return ev.Started(self._now, years), ev.ServiceChosen(self._matter)
        return ev.Started(self._now, years), ev.PackageChosen(self._matter, self._services)

    def onward(self, visit: Visit, person: IdCard, number: int) -> Visit:
        """The visit on its next page. Raises _Wrong when there is no way on."""
        return self._found(visit, person, number)[1]

    def way(self, visit: Visit, person: IdCard, number: int) -> Way:
        """What happens until the next page. Raises _Wrong when there is no way on."""
        return self._found(visit, person, number)[0]

    def _found(self, visit: Visit, person: IdCard, number: int) -> tuple[Way, Visit]:
        here = _place(visit.step)
        for way in self._ways(visit.step, person, number):
            after = self._after(visit, way)
            if _place(after.step) != here:
                return way, after
        raise _Wrong(f"{self._matter.code}: {here}: there is no way on")

    def _ways(self, step: Step, person: IdCard, number: int) -> Iterator[Way]:
        match step:
            case Guiding() | Matching() | Advising():
                yield (ev.Forward(),)
            case Identifying():
                yield (ev.CardRead(person),)
            case Filling():
                field = step.field
                # the first option of each question once, then any, never the same way of choosing for two of them
                option = crc32(f"{number} {field.id}".encode()) if number else 0
                for way in ways(field, option, self._now.date()):
                    # typed twice where it is asked for
                    yield (*way, ev.Forward())
                    yield (*way, ev.Forward(), *way, ev.Forward())
            case Scanning():
                yield (ev.PictureAsked(), ev.PageTaken(PAGE), ev.Forward())
            case Consulting():
                yield (ev.Forward(), ev.SharedUnreached())
            case Declaring():
                yield (ev.PapersBrought() if number % 2 else ev.Declared(),)

    def _after(self, visit: Visit, way: Way) -> Visit:
        for event in way:
            visit, _ = advance(visit, event)
        return visit

    def _shown(self, visit: Visit) -> Visit:
        """The same visit, its page made in each language where it is a new one. Raises _Wrong."""
        here = _place(visit.step)
        if here in self._seen:
            return visit
        self._seen.add(here)
        for language in self._words.languages:
            try:
                present(visit, Scene(self._catalogue, "", self._words, language, self._now))
            except Exception as error:  # its text may hold an answer
                raise _Wrong(f"{self._matter.code}: {here}: its page cannot be made ({type(error).__name__})") from None
        return visit


def _place(step: Step) -> str:
    """Where a walk is: the page, and which question or paper it is about."""
    match step:
        case Filling():
            return f"Filling {step.field.id}"
        case Scanning() | Declaring():
            return f"{type(step).__name__} {step.material.id}"
        case Advising(fallen=Fallen(service, stop)):
            return f"Advising {service.code} {stop.id if stop is not None else ''}".rstrip()
    return type(step).__name__
