"""Intents: the names that screens send back, and the events they mean."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from enum import StrEnum

from config.catalogue import Catalogue
from config.divisions import divisions
from kiosk.visit import case_events as ce
from kiosk.visit import events as ev
from kiosk.visit import letter_events as le
from kiosk.visit.browsing import AllMatters, ByDepartment, InDepartment, InGroup, InPackage, Place, Searching
from kiosk.visit.promises import years_of
from kiosk.visit.staff import events as se
from kiosk.visit.staff.tasks import Task
from kiosk.visit.view import ViewAspect


class Intent(StrEnum):
    """Everything a resident can do on a screen."""

    START = "start"
    LANGUAGE = "language"
    VIEW = "view"
    SAY_AGAIN = "say_again"
    VOLUME = "volume"
    SPEED = "speed"
    HELP = "help"
    LEAVE = "leave"
    LEAVE_CONFIRMED = "leave_confirmed"
    CLOSE = "close"
    STIR = "stir"
    MORE_TIME = "more_time"
    CHOOSE_SERVICE = "choose_service"
    SEARCH = "search"
    GROUP = "group"
    PACKAGE = "package"
    MATTERS = "matters"
    CHOOSE_PACKAGE = "choose_package"
    DEPARTMENTS = "departments"
    DEPARTMENT = "department"
    SAMPLE = "sample"
    BACK = "back"
    FORWARD = "forward"
    TYPE_INSTEAD = "type_instead"
    RETRY_CARD = "retry_card"
    DRAFT = "draft"
    KEY = "key"
    PLACE = "place"
    INITIAL = "initial"
    TAKE = "take"
    RETAKE = "retake"
    ADD_PAGE = "add_page"
    LOOK = "look"
    REMOVE_PAGE = "remove_page"
    DEFER = "defer"
    BRING = "bring"
    DECLARE = "declare"
    EDIT = "edit"
    CONSENT = "consent"
    LEVEL = "level"
    TAG = "tag"
    SKIP = "skip"
    CASES = "cases"
    SLIP = "slip"
    CASE = "case"
    SUPPLEMENT = "supplement"
    RESULT = "result"
    ASSISTANCE = "assistance"
    REPORT = "report"
    TOPIC = "topic"
    WRITE = "write"
    STAFF = "staff"
    SEND_NOW = "send_now"
    STAFF_PAGE = "staff_page"
    TASK = "task"
    TRY = "try"
    PICK = "pick"
    KNOB = "knob"
    REOPEN = "reopen"


_PLAIN: dict[Intent, Callable[[], ev.ResidentEvent]] = {
    Intent.SAY_AGAIN: ev.SpeechRepeated,
    Intent.HELP: ev.HelpAsked,
    Intent.LEAVE: ev.LeaveAsked,
    Intent.LEAVE_CONFIRMED: ev.LeaveConfirmed,
    Intent.CLOSE: ev.OverlayClosed,
    Intent.STIR: ev.Stirred,
    Intent.MORE_TIME: ev.MoreTimeAsked,
    Intent.BACK: ev.Back,
    Intent.FORWARD: ev.Forward,
    Intent.TYPE_INSTEAD: ev.TypingChosen,
    Intent.RETRY_CARD: ev.CardRetried,
    Intent.TAKE: ev.PictureAsked,
    Intent.RETAKE: ev.PageRetaken,
    Intent.ADD_PAGE: ev.PageAdded,
    Intent.REMOVE_PAGE: ev.PageRemoved,
    Intent.DEFER: ev.Deferred,
    Intent.BRING: ev.PapersBrought,
    Intent.DECLARE: ev.Declared,
    Intent.SKIP: ev.Skipped,
    Intent.CASES: ce.CasesAsked,
    Intent.SLIP: ce.SlipChosen,
    Intent.RESULT: ce.ResultAsked,
    Intent.ASSISTANCE: le.AssistanceAsked,
    Intent.WRITE: le.WritingAsked,
    Intent.STAFF: se.StaffCalled,
    Intent.SEND_NOW: se.SendingAsked,
    Intent.TRY: se.TrialAsked,
    Intent.REOPEN: se.Reopened,
}

_STEPS = {"+": 1, "-": -1}

_WITH_STEPS: dict[Intent, Callable[[int], ev.ResidentEvent]] = {
    Intent.VOLUME: ev.VolumeChanged,
    Intent.SPEED: ev.SpeedChanged,
}

_WITH_TEXT: dict[Intent, Callable[[str], ev.ResidentEvent]] = {
    Intent.SAMPLE: ev.SampleAsked,
    Intent.DRAFT: ev.Drafted,
    Intent.KEY: ev.KeyPressed,
    Intent.INITIAL: ev.InitialChosen,
    Intent.EDIT: ev.EditAsked,
    Intent.CONSENT: ev.ConsentToggled,
    Intent.TAG: ev.TagToggled,
    Intent.CASE: ce.CaseChosen,
    Intent.REPORT: le.ReportAsked,
    Intent.TOPIC: le.TopicChosen,
    Intent.STAFF_PAGE: se.PlaceChosen,
    Intent.PICK: se.Picked,
}


def event_for(
    name: str, value: str, catalogue: Catalogue, languages: Collection[str], now: datetime
) -> ev.ResidentEvent | None:
    """The event that an intent means, None for one that means nothing (a service that is gone, an unknown name)."""
    if name not in set(Intent):
        return None
    intent = Intent(name)
    if intent in _PLAIN:
        return _PLAIN[intent]()
    if intent in _WITH_TEXT:
        return _WITH_TEXT[intent](value)
    if intent in _WITH_STEPS:
        return _WITH_STEPS[intent](_STEPS[value]) if value in _STEPS else None
    if intent is Intent.START:
        return ev.Started(now, years_of(catalogue.years))
    if intent is Intent.LANGUAGE:
        return ev.LanguageChosen(value) if value in languages else ev.LanguageAsked()
    if intent is Intent.VIEW:
        return ev.ViewToggled(ViewAspect(value)) if value in set(ViewAspect) else None
    if intent is Intent.LEVEL:
        return ev.LevelChosen(int(value)) if value in {"1", "2", "3", "4", "5"} else None
    if intent is Intent.SUPPLEMENT:
        return ce.SupplementAsked(catalogue.find(value))
    if intent is Intent.PLACE:
        division = divisions().place(value)
        return None if division is None else ev.PlaceChosen(division)
    if intent is Intent.LOOK:
        return ev.PageLooked(int(value)) if value.isdecimal() else None
    if intent in (Intent.TASK, Intent.KNOB):
        return _for_staff(intent, value)
    if intent is Intent.CHOOSE_SERVICE:
        service = catalogue.find(value)
        return None if service is None else ev.ServiceChosen(service)
    if intent is Intent.CHOOSE_PACKAGE:
        package = catalogue.find_package(value)
        return None if package is None else ev.PackageChosen(package, catalogue.in_package(package))
    place = _place(intent, value, catalogue)
    return None if place is None else ev.Went(place)


def _for_staff(intent: Intent, value: str) -> ev.ResidentEvent | None:
    """What staff mean by a value of two parts."""
    first, _, second = value.partition("/")
    if intent is Intent.TASK:
        return se.TaskOpened(Task(first, second))
    return se.KnobTurned(first, _STEPS[second]) if second in _STEPS else None


def _place(intent: Intent, value: str, catalogue: Catalogue) -> Place | None:
    """The place to look for a matter that an intent names, None for one that is not there."""
    match intent:
        case Intent.SEARCH:
            return Searching()
        case Intent.MATTERS:
            return AllMatters()
        case Intent.DEPARTMENTS:
            return ByDepartment()
        case Intent.GROUP:
            group = catalogue.find_group(value)
            return None if group is None else InGroup(group)
        case Intent.PACKAGE:
            package = catalogue.find_package(value)
            return None if package is None else InPackage(package)
        case Intent.DEPARTMENT:
            department = next((text for text in catalogue.departments if text.zh == value), None)
            return None if department is None else InDepartment(department)
    return None
