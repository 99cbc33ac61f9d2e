"""How long a page waits for whoever stands before it; longer for large print and for who asked for more time."""

from __future__ import annotations

from kiosk.visit import delays
from kiosk.visit.asides import Helping
from kiosk.visit.case_steps import Enquiring, Listing, PickingPapers, ReadingCase, ShowingResult, ShowingSlip
from kiosk.visit.staff.steps import StaffStep
from kiosk.visit.steps import (
    Advising,
    CardPlace,
    Consulting,
    Declaring,
    Done,
    Guiding,
    Identifying,
    Leaving,
    Matching,
    Numbering,
    Rating,
    Reviewing,
    Sampling,
    Scanning,
    Sealing,
    Visit,
    Welcome,
)


def stay(visit: Visit) -> float | None:
    """Seconds after which a step that asks nothing ends by itself."""
    if visit.aside is not None and not isinstance(visit.step, Sealing):
        return None
    match visit.step:
        case Sealing():
            return delays.SEALING_LIMIT
        case Rating(writing=True):
            return None
        case Rating():
            return delays.RATE_STAY * _pace(visit)
        case Leaving():
            return delays.CARD_STAY if visit.card is CardPlace.LYING else delays.GOODBYE_STAY * _pace(visit)
    return None


def patience(visit: Visit) -> float | None:
    """Seconds without a touch until the resident is asked; None where nobody is."""
    match visit.step:
        case Welcome() | Numbering():
            return None
    return _patience(visit) * _pace(visit)


def time_to_answer(visit: Visit) -> float:
    """Seconds that someone who is asked whether they are still there has in all."""
    return delays.WARNING_ANSWER * _pace(visit)


def seconds_left(visit: Visit) -> float:
    """Seconds of it that are left."""
    return (patience(visit) or 0.0) + time_to_answer(visit) - visit.idle


def _patience(visit: Visit) -> float:
    if visit.aside is not None:
        return delays.READING_WARNING if isinstance(visit.aside, Helping) else delays.IDLE_WARNING
    match visit.step:
        case _ if isinstance(visit.step, StaffStep):
            return delays.STAFF_STAY - delays.WARNING_ANSWER
        case Guiding() | Sampling() | Identifying() | Advising() | Matching() | Consulting() | Declaring():
            return delays.READING_WARNING
        case Scanning() | Reviewing():
            return delays.READING_WARNING
        case Enquiring() | ShowingSlip() | Listing() | ReadingCase() | ShowingResult() | PickingPapers():
            return delays.READING_WARNING
        case Done():
            return delays.DONE_WARNING
    return delays.IDLE_WARNING


def _pace(visit: Visit) -> float:
    """What every wait for this resident is multiplied by."""
    slower = [1.0]
    if isinstance(visit.step, StaffStep):
        # what can be done there should not lie open for long
        return 1.0
    if visit.view.large_print:
        slower.append(delays.LARGE_PRINT_PACE)
    if visit.unhurried:
        slower.append(delays.MORE_TIME_PACE)
    return max(slower)
