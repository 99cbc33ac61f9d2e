"""`advance(visit, event) -> (visit, effects)`: the whole of a visit's behaviour.

Each step has one function that answers with the next step, or None when the event means nothing there. Effects are
not made by the steps: they follow from the change of step, in `_effects`, so no way into a step can forget one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from drivers.model import ADVICE, Mender
from kiosk.visit import delays
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit.filling import filling
from kiosk.visit.finishing import done, numbering, rating, reviewing, sealing
from kiosk.visit.identify import identifying, typing_name, typing_number
from kiosk.visit.scanning import scanning
from kiosk.visit.steps import (
    Advising,
    Asking,
    Camera,
    Choosing,
    Done,
    Filling,
    Guiding,
    Identifying,
    Leaving,
    Numbering,
    Rating,
    Reviewing,
    Scanning,
    Sealing,
    Step,
    TypingName,
    TypingNumber,
    Visit,
    Welcome,
)

Outcome = tuple[Visit, tuple[ef.Effect, ...]]


def advance(visit: Visit, event: ev.Event) -> Outcome:
    """What the visit becomes after the event, and what is to be done in the world."""
    if isinstance(event, ev.TimePassed):
        return _time_passed(visit, event)
    if isinstance(event, ev.MachineEvent):
        return _moved(visit, _next(visit, event), event)
    awake = replace(visit, idle=0.0)
    if isinstance(event, ev.LanguageToggled):
        return replace(awake, language="zh" if visit.language == "en" else "en"), ()
    if visit.asking is not Asking.NOTHING:
        return _answered(awake, event)
    match event:
        case ev.HelpAsked() if not isinstance(visit.step, Welcome):
            return replace(awake, asking=Asking.HELP), ()
        case ev.LeaveAsked() if may_leave(visit.step):
            return replace(awake, asking=Asking.LEAVE), ()
        case ev.Started(now) if isinstance(visit.step, Welcome):
            return replace(awake, step=Choosing(), started=now), ()
    return _moved(awake, _next(awake, event), event)


def may_leave(step: Step) -> bool:
    """Whether "stop and erase" is offered: from the card until the application is sealed."""
    return isinstance(step, Identifying | TypingNumber | TypingName | Advising | Filling | Scanning | Reviewing)


def _answered(visit: Visit, event: ev.Event) -> Outcome:
    if isinstance(event, ev.LeaveConfirmed) and visit.asking in (Asking.LEAVE, Asking.STILL_THERE):
        return _moved(visit, Welcome(), event)
    return replace(visit, asking=Asking.NOTHING), ()


def _next(visit: Visit, event: ev.Event) -> Step | None:
    step, now = visit.step, visit.started
    if now is None:
        return None
    match step:
        case Welcome():
            return None
        case Choosing():
            return _choosing(event)
        case Guiding():
            return _guiding(step, event)
        case Identifying():
            return identifying(step, event, now)
        case TypingNumber():
            return typing_number(step, event, now)
        case TypingName():
            return typing_name(step, event, now)
        case Advising():
            return Choosing() if isinstance(event, ev.Back | ev.Forward) else None
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


def _choosing(event: ev.Event) -> Step | None:
    match event:
        case ev.ServiceChosen(service):
            return Guiding(service)
        case ev.Back():
            return Welcome()
    return None


def _guiding(step: Guiding, event: ev.Event) -> Step | None:
    match event:
        case ev.Forward():
            return Identifying(step.service)
        case ev.Back():
            return Choosing()
    return None


def _moved(visit: Visit, step: Step | None, event: ev.Event) -> Outcome:
    if step is None:
        return visit, ()
    if isinstance(step, Welcome):
        return Visit(serial=visit.serial + 1), (*_effects(visit.step, step, event), ef.Forget())
    moved_on = type(step) is not type(visit.step)
    asking = Asking.NOTHING if moved_on and visit.asking is Asking.STILL_THERE else visit.asking
    # a reader that says "still no card" again and again must not keep an empty page awake
    idle = 0.0 if moved_on else visit.idle
    return replace(visit, step=step, idle=idle, asking=asking), _effects(visit.step, step, event)


def _time_passed(visit: Visit, event: ev.TimePassed) -> Outcome:
    later = replace(visit, idle=visit.idle + event.seconds)
    step = _next(later, event)
    if step is not None:
        return replace(later, step=step), _effects(visit.step, step, event)
    stay = _stay(visit.step)
    if stay is not None:
        return _moved(later, Welcome(), event) if later.idle >= stay else (later, ())
    patience = _patience(visit.step)
    if patience is None:
        return visit, ()
    if later.idle >= patience + delays.WARNING_ANSWER:
        return _moved(later, Welcome(), event)
    if later.idle >= patience and later.asking is not Asking.STILL_THERE:
        return replace(later, asking=Asking.STILL_THERE), ()
    return later, ()


def _stay(step: Step) -> float | None:
    """Seconds after which a step that asks nothing ends by itself."""
    match step:
        case Sealing():
            return delays.SEALING_LIMIT
        case Done():
            return delays.DONE_STAY
        case Rating():
            return delays.RATE_STAY
        case Leaving():
            return delays.GOODBYE_STAY
    return None


def _patience(step: Step) -> float | None:
    """Seconds without a touch until the resident is asked; None where nobody is."""
    match step:
        case Welcome() | Numbering():
            return None
        case Guiding() | Identifying() | Advising() | Scanning() | Reviewing():
            return delays.READING_WARNING
    return delays.IDLE_WARNING


def _effects(old: Step, new: Step, event: ev.Event) -> tuple[ef.Effect, ...]:
    return (*_device_effects(old, new, event), *_submission_effects(old, new))


def _wants_card(step: Step) -> bool:
    return isinstance(step, Identifying) and (step.failed is None or ADVICE[step.failed].mender is Mender.RESIDENT)


def _camera(step: Step) -> Camera | None:
    return step.camera if isinstance(step, Scanning) and step.camera in (Camera.LIVE, Camera.TAKING) else None


def _device_effects(old: Step, new: Step, event: ev.Event) -> tuple[ef.Effect, ...]:
    found: list[ef.Effect] = []
    if _wants_card(new) and (not _wants_card(old) or isinstance(event, ev.CardFailed | ev.CardRetried)):
        found.append(ef.ReadCard())
    if _wants_card(old) and not _wants_card(new):
        found.append(ef.StopReader())
    match _camera(old), _camera(new):
        case before, after if before is after:
            pass
        case _, Camera.LIVE:
            found.append(ef.StartPreview())
        case _, Camera.TAKING:
            found.append(ef.TakePage())
        case _, _:
            pass
    if isinstance(old, Scanning) and not isinstance(new, Scanning):
        found.append(ef.StopScanner())
    return tuple(found)


def _submission_effects(old: Step, new: Step) -> tuple[ef.Effect, ...]:
    match old, new:
        case Reviewing(), Sealing():
            return (ef.Submit(new.application),)
        case _, Numbering():
            return (ef.AskNumber(new.submission),)
        case Numbering(), Done():
            return (ef.PrintSlip(new.receipt),)
        case Done(), Rating():
            return (ef.Forget(),)
        case Rating(), Leaving() if new.rated and old.level is not None:
            return (ef.SendRating(old.service_code, old.level, old.tags),)
    return ()
