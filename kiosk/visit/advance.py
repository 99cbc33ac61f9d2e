"""`advance(visit, event) -> (visit, effects)`: the whole of a visit's behaviour.

Each step has one function that answers with the next step, or None when the event means nothing there. Effects are
not made by the steps: they follow from the change, in `kiosk.visit.consequences`, so no way into a step forgets one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from drivers.model import ErrorCode
from kiosk.visit import delays
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit import letter_events as le
from kiosk.visit.advising import advising, matching
from kiosk.visit.asides import Picturing
from kiosk.visit.case_steps import CaseStep, Enquiring
from kiosk.visit.choosing import choosing, guiding, sampling
from kiosk.visit.consequences import consequences
from kiosk.visit.enquiring import enquiring
from kiosk.visit.filling import filling
from kiosk.visit.finishing import done, numbering, rating, reviewing, sealing
from kiosk.visit.identify import identifying, typing_name, typing_number
from kiosk.visit.letters import opened, turned
from kiosk.visit.replacing import consulting, declaring
from kiosk.visit.scanning import scanning
from kiosk.visit.staff import events as se
from kiosk.visit.staff.places import CLOSINGS, OVERVIEW, Closing, Exporting
from kiosk.visit.staff.steps import Staffing, StaffStep, Unlocking
from kiosk.visit.staff.working import staffing
from kiosk.visit.steps import (
    Advising,
    Asking,
    CardPlace,
    Choosing,
    Consulting,
    Declaring,
    Done,
    Filling,
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
    Step,
    TypingName,
    TypingNumber,
    Visit,
    Welcome,
)
from kiosk.visit.waiting import patience, seconds_left, stay

Outcome = tuple[Visit, tuple[ef.Effect, ...]]


def advance(visit: Visit, event: ev.Event) -> Outcome:
    """What the visit becomes after the event, and what is to be done in the world."""
    if isinstance(event, ev.TimePassed):
        return _time_passed(visit, event)
    if isinstance(event, ev.MachineEvent):
        return _machine(visit, event)
    awake = replace(visit, idle=0.0)
    match event:
        case ev.LanguageChosen(language):
            asking = Asking.NOTHING if visit.asking is Asking.LANGUAGE else visit.asking
            return replace(awake, language=language, asking=asking), ()
        case ev.ViewToggled(aspect):
            return replace(awake, view=visit.view.toggled(aspect)), ()
        case ev.SpeechRepeated():
            return replace(awake, view=visit.view.repeated()), ()
        case ev.VolumeChanged(steps):
            return replace(awake, view=visit.view.louder(steps)), ()
        case ev.SpeedChanged(steps):
            return replace(awake, view=visit.view.faster(steps)), ()
        case ev.Stirred():
            return _stirred(visit), ()
    if visit.asking is not Asking.NOTHING:
        return _answered(awake, event)
    match event:
        case ev.LanguageAsked():
            return replace(awake, asking=Asking.LANGUAGE), ()
        case ev.LeaveAsked() if may_leave(visit.step):
            return replace(awake, asking=Asking.LEAVE), ()
        case ev.Started(now, years) if isinstance(visit.step, Welcome) and visit.room and not visit.closed:
            after = replace(awake, step=Choosing(), started=now, years=years)
            return after, consequences(visit, after, event)
        case se.StaffCalled() if isinstance(visit.step, Welcome | Choosing):
            return _moved(replace(awake, aside=None), Unlocking(), event)
        case se.StaffCalled() if may_leave(visit.step):
            # a resident's answers are on the screen: staff may end the visit as anybody can, not lay it aside
            return replace(awake, asking=Asking.LEAVE), ()
    if visit.aside is not None:
        return _beside(awake, event)
    if isinstance(visit.step, Staffing) and isinstance(event, se.Picked | se.Reopened):
        closing = _closing(visit.step, event)
        if closing is not None:
            after = replace(awake, closed=closing, step=replace(visit.step, at=OVERVIEW))
            return after, consequences(visit, after, event)
    aside = opened(event, visit.step)
    if aside is not None:
        return replace(awake, aside=aside), ()
    return _moved(awake, _next(awake, event), event)


def _machine(visit: Visit, event: ev.MachineEvent) -> Outcome:
    match event:
        case ev.RoomChanged(room):
            return replace(visit, room=room), ()
        case ev.CardTaken():
            after = replace(visit, card=CardPlace.AWAY)
            return after, consequences(visit, after, event)
        case ev.CardSeen() | ev.CardRead() | se.StaffCardRead() | se.CardTried() if visit.card is CardPlace.FORGOTTEN:
            return visit, ()
        case se.StaffCardRead() | se.CardTried() if isinstance(visit.step, StaffStep):
            visit = replace(visit, card=CardPlace.LYING)
        case se.StaffCardFailed(ErrorCode.NO_CARD):
            visit = replace(visit, card=CardPlace.AWAY)
        case se.Carried() if isinstance(visit.step, Staffing) and isinstance(visit.step.at, Exporting):
            # something moves, and nobody is to leave before it is done
            visit = replace(visit, idle=0.0, asking=Asking.NOTHING)
        case ev.CardSeen() | ev.CardRead() if isinstance(visit.step, Identifying | Enquiring):
            visit = replace(visit, card=CardPlace.LYING)
        case ev.CardFailed(ErrorCode.NO_CARD):
            visit = replace(visit, card=CardPlace.AWAY)
        case le.LetterKept() | le.LetterFailed():
            return _beside(visit, event)
        case ev.PageSeen() | ev.PageTaken() | ev.PageFailed() if isinstance(visit.aside, Picturing):
            return _beside(visit, event)
    return _moved(visit, _next(visit, event), event)


def _beside(visit: Visit, event: ev.Event) -> Outcome:
    """A page beside the way takes what the resident does; devices and disk go on with the step under it."""
    if visit.aside is None:
        return visit, ()
    after = replace(visit, aside=turned(visit.aside, event, visit.step))
    return after, consequences(visit, after, event)


def _closing(step: Staffing, event: se.Picked | se.Reopened) -> str | None:
    """Why the terminal is closed from now on, empty when it serves again; None when this changes nothing."""
    match event:
        case se.Reopened():
            return ""
        case se.Picked(what) if isinstance(step.at, Closing) and what in CLOSINGS:
            return what
    return None


def may_leave(step: Step) -> bool:
    """Whether "stop and erase" is offered: from the card until the application is sealed."""
    return isinstance(
        step,
        Identifying
        | TypingNumber
        | TypingName
        | Advising
        | Matching
        | Filling
        | Consulting
        | Declaring
        | Scanning
        | Reviewing,
    )


def _answered(visit: Visit, event: ev.Event) -> Outcome:
    if isinstance(event, ev.LeaveConfirmed) and visit.asking in (Asking.LEAVE, Asking.STILL_THERE):
        return _moved(visit, Welcome(), event)
    unhurried = visit.unhurried or isinstance(event, ev.MoreTimeAsked)
    return replace(visit, asking=Asking.NOTHING, unhurried=unhurried), ()


def _stirred(visit: Visit) -> Visit:
    """Whoever stirs is there. While we ask, the time to answer begins anew, so that keys can choose in peace."""
    asked = visit.asking is Asking.STILL_THERE
    return replace(visit, idle=patience(visit) or 0.0 if asked else 0.0)


def _next(visit: Visit, event: ev.Event) -> Step | None:
    step, now = visit.step, visit.started
    if isinstance(step, StaffStep):
        return staffing(step, event)
    if now is None:
        return None
    if isinstance(step, CaseStep):
        return enquiring(step, event, now)
    match step:
        case Welcome():
            return None
        case Choosing():
            return choosing(step, event)
        case Guiding():
            return guiding(step, event)
        case Sampling():
            return sampling(step, event)
        case Identifying():
            return identifying(step, event, now, visit.years)
        case TypingNumber():
            return typing_number(step, event, now)
        case TypingName():
            return typing_name(step, event, now, visit.years)
        case Advising() | Matching() | Consulting() | Declaring():
            return _deciding(step, event)
        case Filling():
            return filling(step, event, now)
        case Scanning():
            return scanning(step, event)
        case Reviewing():
            return reviewing(step, event)
        case Sealing():
            return sealing(step, event)
        case Numbering():
            return numbering(step, event, visit.language)
        case Done():
            return done(step, event)
        case Rating():
            return rating(step, event)
        case Leaving():
            return Welcome() if isinstance(event, ev.Forward) else None
    assert_never(step)


def _deciding(step: Advising | Matching | Consulting | Declaring, event: ev.Event) -> Step | None:
    match step:
        case Advising():
            return advising(step, event)
        case Matching():
            return matching(step, event)
        case Consulting():
            return consulting(step, event)
        case Declaring():
            return declaring(step, event)


def _moved(visit: Visit, step: Step | None, event: ev.Event) -> Outcome:
    if step is None:
        return visit, ()
    if isinstance(step, Welcome):
        left = CardPlace.AWAY if visit.card is CardPlace.AWAY else CardPlace.FORGOTTEN
        after = Visit(serial=visit.serial + 1, card=left, room=visit.room, closed=visit.closed)
        return after, (*consequences(visit, after, event), ef.Forget())
    moved_on = type(step) is not type(visit.step)
    asking = Asking.NOTHING if moved_on and visit.asking is Asking.STILL_THERE else visit.asking
    # a reader that says "still no card" again and again must not keep an empty page awake
    idle = 0.0 if moved_on else visit.idle
    after = replace(visit, step=step, idle=idle, asking=asking)
    return after, consequences(visit, after, event)


def _time_passed(visit: Visit, event: ev.TimePassed) -> Outcome:
    later = replace(visit, idle=visit.idle + event.seconds)
    stays = stay(visit)
    if stays is not None and later.idle >= stays:
        return _moved(later, Welcome(), event)
    step = _next(later, event)
    if step is not None:
        after = replace(later, step=step)
        found = consequences(visit, after, event)
        if not isinstance(step, StaffStep):
            return after, found
        # what staff look at changes by itself, and says nothing of their being there
        after, more = _patient(after, event)
        return after, (*found, *more)
    if stays is not None:
        return later, ()
    if isinstance(visit.step, Welcome):
        return _at_rest(later)
    if patience(visit) is None:
        return visit, ()
    return _patient(later, event)


def _patient(later: Visit, event: ev.TimePassed) -> Outcome:
    """Whoever is here has been quiet for a while: wait, ask, or let it be over."""
    waits = patience(later) or 0.0
    if seconds_left(later) <= 0:
        return _moved(later, Welcome(), event)
    if later.idle >= waits and later.asking is not Asking.STILL_THERE:
        return replace(later, asking=Asking.STILL_THERE), ()
    return later, ()


def _at_rest(visit: Visit) -> Outcome:
    """What someone switched on the resting screen does not stay for the next resident."""
    fresh = Visit(serial=visit.serial, card=visit.card, room=visit.room, closed=visit.closed)
    if replace(visit, idle=0.0) == fresh or visit.idle >= delays.REST_RESET:
        return fresh, ()
    return visit, ()
