"""The effects that follow from a visit's change, whatever way led there."""

from __future__ import annotations

from drivers.model import ADVICE, Mender
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit import staff_events as se
from kiosk.visit.asides import Aside, PictureOffered, Picturing, WordsAsked
from kiosk.visit.case_steps import Enquiring, LookingUp, ShowingSlip
from kiosk.visit.halts import NOWHERE, halt
from kiosk.visit.picturing import picture_effects
from kiosk.visit.staff_steps import Staffing, Unlocking
from kiosk.visit.steps import (
    Camera,
    CardPlace,
    Consulting,
    Done,
    Identifying,
    Leaving,
    Numbering,
    Rating,
    Reviewing,
    Scanning,
    Sealing,
    SlipState,
    Step,
    Visit,
)


def consequences(old: Visit, new: Visit, event: ev.Event) -> tuple[ef.Effect, ...]:
    """What is to be done in the world after `event` made `new` out of `old`."""
    return (
        *_reader_effects(old, new, event),
        *_scanner_effects(old.step, new.step),
        *_code_effects(old.step, new.step),
        *_submission_effects(old.step, new.step, new.language),
        *_shared_effects(old.step, new.step),
        *_case_effects(old.step, new.step),
        *_letter_effects(old.aside, new.aside),
        *picture_effects(old.aside, new.aside),
        *_stop_effects(old.step, new.step),
        *_staff_effects(old.step, new.step, event),
    )


def _wants_card(visit: Visit) -> bool:
    """A card that someone left is never read for the next resident."""
    step = visit.step
    if not isinstance(step, Identifying | Enquiring) or visit.card is CardPlace.FORGOTTEN:
        return False
    return step.failed is None or ADVICE[step.failed].mender is Mender.RESIDENT


def _reader_effects(old: Visit, new: Visit, event: ev.Event) -> tuple[ef.Effect, ...]:
    wanted, wants = _wants_card(old), _wants_card(new)
    if wants and (not wanted or isinstance(event, ev.CardFailed | ev.CardRetried)):
        return (ef.ReadCard(),)
    if wanted and not wants:
        return (ef.StopReader(),) if new.card is CardPlace.AWAY else (ef.WatchCard(),)
    return ()


def _camera(step: Step) -> Camera | None:
    return step.camera if isinstance(step, Scanning) and step.camera in (Camera.LIVE, Camera.TAKING) else None


def _code_effects(old: Step, new: Step) -> tuple[ef.Effect, ...]:
    match _watching(old), _watching(new):
        case before, after if before is after:
            return ()
        case _, False:
            return (ef.WatchForCode(),)
        case _, True:
            return (ef.TakeCode(),)
    return ()


def _watching(step: Step) -> bool | None:
    """Whether a picture is taken for its code (True), or the live picture is watched for one (False)."""
    if not isinstance(step, ShowingSlip) or step.failed is not None or (step.glass and not step.taking):
        return None
    return step.taking


def _scanner_effects(old: Step, new: Step) -> tuple[ef.Effect, ...]:
    found: list[ef.Effect] = []
    match _camera(old), _camera(new):
        case before, after if before is after:
            pass
        case _, Camera.LIVE:
            found.append(ef.StartPreview())
        case _, Camera.TAKING:
            found.append(ef.TakePage())
        case Camera.LIVE, None if isinstance(new, Scanning) and new.camera is Camera.KEPT:
            found.append(ef.StopScanner())
        case _, _:
            pass
    if isinstance(old, Scanning | ShowingSlip) and not isinstance(new, Scanning | ShowingSlip):
        found.append(ef.StopScanner())
    return tuple(found)


def _submission_effects(old: Step, new: Step, language: str) -> tuple[ef.Effect, ...]:
    match old, new:
        case Reviewing(), Sealing():
            return (ef.Submit(new.application, language),)
        case _, Numbering():
            return (ef.AskNumbers(new.unanswered),)
        case Numbering(), Done():
            return (ef.PrintSlip(new.receipt),)
        case Done(slip=SlipState.FAILED), Done(slip=SlipState.PRINTING):
            return (ef.PrintSlip(new.receipt),)
        case Done(), Rating():
            return (ef.Forget(),)
        case Rating(), Leaving() if new.rated and old.level is not None:
            return (ef.SendRating(old.service_code, old.level, old.tags, old.words),)
    return ()


def _shared_effects(old: Step, new: Step) -> tuple[ef.Effect, ...]:
    match old, new:
        case Consulting(asking=False), Consulting(asking=True):
            return (ef.AskShared(new.application, new.application.to_look_up),)
    return ()


def _case_effects(old: Step, new: Step) -> tuple[ef.Effect, ...]:
    if isinstance(new, LookingUp) and not isinstance(old, LookingUp):
        return (ef.AskCases(new.person, new.number),)
    return ()


def _letter_effects(old: Aside | None, new: Aside | None) -> tuple[ef.Effect, ...]:
    match old, new:
        case WordsAsked(sending=False), WordsAsked(sending=True):
            return (ef.KeepLetter(new.letter),)
        case PictureOffered(sending=False) | Picturing(), PictureOffered(sending=True):
            return (ef.KeepLetter(new.letter),)
    return ()


def _stop_effects(old: Step, new: Step) -> tuple[ef.Effect, ...]:
    here = halt(new)
    return () if here in (NOWHERE, halt(old)) else (ef.ReportStop(here),)


def _staff_effects(old: Step, new: Step, event: ev.Event) -> tuple[ef.Effect, ...]:
    found: list[ef.Effect] = []
    match old, new:
        case Unlocking(checking=False), Unlocking(checking=True):
            found.append(ef.CheckPin(new.digits))
        case Unlocking(), Unlocking():
            pass
        case _, Unlocking():
            found.append(ef.CheckPin(""))
        case Staffing(looked=0.0), Staffing(looked=0.0):
            pass
        case _, Staffing(looked=0.0):
            found.append(ef.LookAround())
    if isinstance(event, se.SendingAsked) and isinstance(new, Staffing):
        found.append(ef.SendNow())
    return tuple(found)
