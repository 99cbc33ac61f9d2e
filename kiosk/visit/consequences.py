"""The effects that follow from a visit's change, whatever way led there."""

from __future__ import annotations

from drivers.model import ADVICE, Mender
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit.application import Application
from kiosk.visit.asides import Aside, PictureOffered, Picturing, WordsAsked
from kiosk.visit.case_steps import Enquiring, LookingUp, ShowingSlip
from kiosk.visit.halts import NOWHERE, halt
from kiosk.visit.picturing import picture_effects
from kiosk.visit.staff import effects as sf
from kiosk.visit.staff import events as se
from kiosk.visit.staff.consequences import staff_effects
from kiosk.visit.staff.entering import wants_card
from kiosk.visit.staff.places import CardTrial
from kiosk.visit.staff.steps import Staffing, Unlocking
from kiosk.visit.steps import (
    Camera,
    CardPlace,
    Choosing,
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
    Welcome,
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
        *staff_effects(old.step, new.step, event, new.language),
        *_closing_effects(old, new),
        *_count_effects(old.step, new.step, event),
    )


def _card_job(visit: Visit) -> ef.ReadCard | sf.ReadStaffCard | sf.TryCard | None:
    """What a card is awaited for. A card that someone left is never read for whoever comes next."""
    if visit.card is CardPlace.FORGOTTEN:
        return None
    match visit.step:
        case Identifying(late=Application()):
            return None
        case Identifying(failed=failed) | Enquiring(failed=failed):
            return ef.ReadCard() if failed is None or ADVICE[failed].mender is Mender.RESIDENT else None
        case Unlocking() as step if wants_card(step, visit.card is CardPlace.AWAY):
            return sf.ReadStaffCard()
        case Staffing(at=CardTrial(reading=True)):
            return sf.TryCard()
    return None


def _reader_effects(old: Visit, new: Visit, event: ev.Event) -> tuple[ef.Effect, ...]:
    before, after = _card_job(old), _card_job(new)
    if after and (after != before or isinstance(event, ev.CardFailed | ev.CardRetried | se.StaffCardFailed)):
        return (after,)
    if before and not after:
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


def _closing_effects(old: Visit, new: Visit) -> tuple[ef.Effect, ...]:
    return () if old.closed == new.closed else (sf.KeepClosed(new.closed),)


def _count_effects(old: Step, new: Step, event: ev.Event) -> tuple[ef.Effect, ...]:
    match old, new:
        case Welcome(), Choosing():
            return (ef.Count(ef.Milestone.BEGUN),)
        case Numbering(), Done():
            return (ef.Count(ef.Milestone.FINISHED),)
        case Done(slip=SlipState.PRINTING), Done() if isinstance(event, ev.SlipPrinted):
            return (ef.Count(ef.Milestone.SLIP),)
    return ()
