"""The effects that follow from a change of staff's pages, whatever way led there."""

from __future__ import annotations

from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit.asides import Lens
from kiosk.visit.staff import effects as sf
from kiosk.visit.staff import events as se
from kiosk.visit.staff.places import (
    CameraTrial,
    CardTrial,
    Carrying,
    Counting,
    Exporting,
    Levels,
    Place,
    Printing,
    Reprinting,
    Restarting,
    SlipTrial,
    SoundTrial,
    TouchTrial,
    Waiting,
)
from kiosk.visit.staff.steps import Staffing, Unlocking
from kiosk.visit.steps import Step

_TRIALS: dict[type[Place], sf.TrialOf] = {
    CardTrial: sf.TrialOf.CARD,
    CameraTrial: sf.TrialOf.CAMERA,
    SlipTrial: sf.TrialOf.SLIP,
    SoundTrial: sf.TrialOf.SOUND,
    TouchTrial: sf.TrialOf.TOUCH,
}


def staff_effects(old: Step, new: Step, event: ev.Event, language: str) -> tuple[ef.Effect, ...]:
    """What is to be done for staff."""
    found: list[ef.Effect] = []
    match old, new:
        case Unlocking(checking=False), Unlocking(checking=True):
            found.append(sf.CheckPin(new.digits))
        case Unlocking(), Unlocking():
            pass
        case _, Unlocking():
            found.append(sf.CheckPin(""))
        case Staffing(looked=0.0), Staffing(looked=0.0):
            pass
        case _, Staffing(looked=0.0):
            found.append(sf.LookAround())
            if _looks(_at(old)) and _looks(new.at):
                found.append(sf.LookForStick())
    before, after = _at(old), _at(new)
    if isinstance(event, se.SendingAsked) and isinstance(after, Waiting):
        found.append(sf.SendNow())
    if before != after:
        found += [*_camera(before, after), *_trial(before, after, language), *_asked(before, after)]
        found += [*_carried(before, after), *_changed(before, after, language)]
    return tuple(found)


def _at(step: Step) -> Place | None:
    return step.at if isinstance(step, Staffing) else None


def _camera(before: Place | None, after: Place | None) -> tuple[ef.Effect, ...]:
    match _lens(before), _lens(after):
        case old, new if old is new:
            return ()
        case _, Lens.LIVE:
            return (ef.StartPreview(),)
        case _, Lens.TAKING:
            return (ef.TakePage(),)
        case _, None:
            return (ef.StopScanner(),)
    return ()


def _lens(at: Place | None) -> Lens | None:
    return at.lens if isinstance(at, CameraTrial) else None


def _trial(before: Place | None, after: Place | None, language: str) -> tuple[ef.Effect, ...]:
    """A trial begins with its page, and each time that it is asked for again."""
    match before, after:
        case CardTrial(), CardTrial():
            again = after.reading and not before.reading
        case (CameraTrial(), CameraTrial()) | (TouchTrial(), TouchTrial()):
            again = False
        case SoundTrial(), SoundTrial():
            again = after.played is None
        case SlipTrial(), SlipTrial():
            again = after.printing is Printing.PRINTING
        case _:
            again = after is not None and type(after) in _TRIALS
    return (sf.Try(_TRIALS[type(after)], language),) if again and after is not None else ()


def _asked(before: Place | None, after: Place | None) -> tuple[ef.Effect, ...]:
    """What a page has to be told."""
    match after:
        case Levels(volume=None) if not isinstance(before, Levels):
            return (sf.SeeLevels(),)
        case Counting(today=None):
            return (sf.CountToday(),)
        case Reprinting(found=None):
            return (sf.FindSlips(after.tail),)
        case Exporting() if _looks(after) and not _looks(before):
            return (sf.LookForStick(),)
    return ()


def _carried(before: Place | None, after: Place | None) -> tuple[ef.Effect, ...]:
    if _carrying(before) and not isinstance(after, Exporting):
        return (sf.StopCarrying(),)
    if isinstance(after, Exporting) and after.stick is not None and _carrying(after) and not _carrying(before):
        carry = sf.Export if after.stage is Carrying.WRITING else sf.TakeIn
        return (carry(after.stick.name),)
    return ()


def _looks(at: Place | None) -> bool:
    """Whether a stick is looked for."""
    return isinstance(at, Exporting) and at.stage is Carrying.LOOKING


def _carrying(at: Place | None) -> bool:
    """Whether something is under way to a stick or from it."""
    return isinstance(at, Exporting) and at.stage in (Carrying.WRITING, Carrying.READING)


def _changed(before: Place | None, after: Place | None, language: str) -> tuple[ef.Effect, ...]:
    match before, after:
        case Levels(volume=int()), Levels(volume=int() as volume) if before.volume != volume:
            return (sf.SetVolume(volume),)
        case Levels(brightness=int()), Levels(brightness=int() as percent) if before.brightness != percent:
            return (sf.SetBrightness(percent),)
        case Reprinting(), Reprinting(chosen=chosen, printing=Printing.PRINTING) if chosen is not None:
            return (sf.Reprint(chosen, language),)
        case Restarting(begun=False), Restarting(begun=True, chosen=chosen) if chosen is not None:
            return (sf.BeginAnew(chosen),)
    return ()
