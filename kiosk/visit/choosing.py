"""Looking for a matter: from place to place, and to the guide of what was found."""

from __future__ import annotations

from dataclasses import replace

from kiosk.visit import case_events as ce
from kiosk.visit import events as ev
from kiosk.visit.browsing import ByDepartment, Home, InDepartment, Place, Searching
from kiosk.visit.case_steps import Enquiring
from kiosk.visit.matter import Matter, only
from kiosk.visit.steps import Choosing, Guiding, Identifying, Sampling, Step, Welcome

LONGEST_QUERY = 40
"""Characters; no matter has a longer name."""


def choosing(step: Choosing, event: ev.Event) -> Step | None:
    """Wherever one looks."""
    match event:
        case ev.ServiceChosen(service):
            return Guiding(service, step.place)
        case ev.PackageChosen(package, services):
            return Identifying(Matter(services, package))
        case ce.CasesAsked():
            return Enquiring()
        case ev.Went(place):
            return Choosing(place)
        case ev.Drafted(text) if isinstance(step.place, Searching):
            return Choosing(Searching(text[:LONGEST_QUERY]))
        case ev.Back():
            return _above(step.place)
    return None


def _above(place: Place) -> Step:
    match place:
        case Home():
            return Welcome()
        case InDepartment():
            return Choosing(ByDepartment())
        case _:
            return Choosing()


def guiding(step: Guiding, event: ev.Event) -> Step | None:
    """What a matter needs."""
    match event:
        case ev.Forward():
            return Identifying(only(step.service))
        case ev.SampleAsked(paper) if paper in step.papers:
            return Sampling(step, paper)
        case ev.Back():
            return Choosing(step.found_in)
    return None


def sampling(step: Sampling, event: ev.Event) -> Step | None:
    """One paper, large."""
    match event:
        case ev.Back() | ev.Forward():
            return step.guiding
        case ev.SampleAsked(paper) if paper in step.guiding.papers:
            return replace(step, paper=paper)
    return None
