"""Tells the audit log of visits, staff and devices; never of whoever is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from kiosk.audit import AuditEvent, Note
from kiosk.form import Filled
from kiosk.visit import events as ev
from kiosk.visit.application import Application
from kiosk.visit.staff.steps import StaffStep, Unlocking
from kiosk.visit.steps import (
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
    Visit,
)


class Chronicle:
    """Follows one visit after the other. `follow` and `end` on the screens' thread, the others from any."""

    def __init__(self, note: Note, now: Callable[[], datetime]) -> None:
        self._note = note
        self._now = now
        self._began: datetime | None = None
        self._service = ""
        self._handed_in = 0
        self._ailing: dict[str, str] = {}

    def follow(self, old: Visit, new: Visit, event: ev.Event) -> None:
        """`event` made `new` out of `old`."""
        if old.started is None and new.started is not None:
            self._began, self._service, self._handed_in = self._now(), "", 0
            self._note(AuditEvent.VISIT_BEGAN)
        self._service = _service(new.step) or self._service
        if isinstance(old.step, Sealing) and isinstance(new.step, Numbering):
            self._handed_in = len(new.step.kept)
        if new.serial != old.serial or isinstance(new.step, StaffStep):
            self._ended(_how(old.step, new.step, event))
        self._follow_staff(old.step, new.step, event)
        if old.room != new.room:
            self._note(AuditEvent.IN_SERVICE if new.room else AuditEvent.OUT_OF_SERVICE, why="disk")

    def end(self, visit: Visit) -> None:
        """The terminal ends, whoever is here."""
        self._ended("terminal")
        if _inside(visit.step):
            self._note(AuditEvent.STAFF_LEFT, by="terminal")

    def sealed(self, application: Application, forms: Sequence[Filled], kept: Sequence[tuple[str, str]]) -> None:
        """Submissions are durable: the forms of its services with their scans, id and offline number of each."""
        for part, (_, scans), (_, number) in zip(application.parts, forms, kept, strict=True):
            service = part.service.code
            self._note(AuditEvent.SUBMISSION_SEALED, number=number, service=service, parts=1 + len(scans))

    def not_sealed(self, application: Application, error: Exception) -> None:
        """Nothing was stored; of the reason only its kind, since its text may hold what was typed."""
        self._note(AuditEvent.SUBMISSION_NOT_SEALED, service=application.service.code, kind=type(error).__name__)

    def device(self, device: str, error: str) -> None:
        """How a device is, by its class: the code of its trouble, empty when it is well."""
        was, self._ailing[device] = self._ailing.get(device, ""), error
        if error and error != was:
            self._note(AuditEvent.DEVICE_LOST, device=device, code=error)
        elif was and not error:
            self._note(AuditEvent.DEVICE_BACK, device=device)

    def slip(self, event: ev.SlipPrinted | ev.SlipFailed) -> None:
        """What became of a slip."""
        match event:
            case ev.SlipPrinted(certain):
                self._note(AuditEvent.SLIP, outcome="printed" if certain else "unknown")
            case ev.SlipFailed(code):
                self._note(AuditEvent.SLIP, outcome="failed", code=code.value)

    def _ended(self, how: str) -> None:
        if self._began is None:
            return
        # a clock that was set meanwhile makes no negative time
        seconds = max(0, round((self._now() - self._began).total_seconds()))
        self._began = None
        service = {"service": self._service} if self._service else {}
        self._note(AuditEvent.VISIT_ENDED, how=how, seconds=seconds, handed_in=self._handed_in, **service)

    def _follow_staff(self, old: Step, new: Step, event: ev.Event) -> None:
        if _inside(new) and not _inside(old):
            self._note(AuditEvent.STAFF_ENTERED)
        elif _inside(old) and not _inside(new):
            self._note(AuditEvent.STAFF_LEFT, by="idle" if isinstance(event, ev.TimePassed) else "left")


def _inside(step: Step) -> bool:
    """Whether staff are past their PIN."""
    return isinstance(step, StaffStep) and not isinstance(step, Unlocking)


def _how(old: Step, new: Step, event: ev.Event) -> str:
    """How a visit came to its end."""
    if isinstance(new, StaffStep):
        return "staff"
    if isinstance(old, Done | Rating | Leaving):
        return "finished"
    if isinstance(event, ev.LeaveConfirmed):
        return "cancelled"
    return "walked_away" if isinstance(event, ev.TimePassed) else "left"


def _service(step: Step) -> str:
    """The service that someone is at; empty where it is none."""
    match step:
        case Guiding(service):
            return service.code
        case Identifying(matter):
            return matter.services[0].code
        case Filling(application) | Scanning(application) | Reviewing(application):
            return application.service.code
    return ""
