"""Where a resident cannot go on here or now, and which office the page names as the way. The person is not told of."""

from __future__ import annotations

from dataclasses import dataclass

from config.offices import HOTLINE
from config.service import Stop
from drivers.model import ADVICE, ErrorCode, Mender
from kiosk.visit.case_steps import Enquiring, ShowingSlip
from kiosk.visit.course import Fallen
from kiosk.visit.steps import Advising, Camera, Identifying, Scanning, Step

READER = "device:id_card_reader"
SCANNER = "device:document_scanner"
"""Reasons of a stop that are no rule of a service."""


@dataclass(frozen=True)
class Halt:
    """Which service (empty in an enquiry), by which rule or device, and the office that is shown."""

    service_code: str
    reason: str
    office: str


NOWHERE = Halt("", "", "")
"""Whoever stands there can go on."""


def halt(step: Step) -> Halt:
    """What stops whoever stands at a step; NOWHERE when nothing does."""
    match step:
        case Advising(fallen=Fallen(service, Stop() as stop)):
            return Halt(service.code, stop.id, stop.office)
        case Identifying(matter, failed) if _ails(failed):
            return Halt(matter.services[0].code, READER, matter.services[0].office)
        case Scanning(application, camera=Camera.UNAVAILABLE):
            return Halt(application.service.code, SCANNER, application.service.office)
        case Enquiring(failed) if _ails(failed):
            return Halt("", READER, HOTLINE)
        case ShowingSlip(failed) if _ails(failed):
            return Halt("", SCANNER, HOTLINE)
    return NOWHERE


def _ails(code: ErrorCode | None) -> bool:
    return code is not None and ADVICE[code].mender is not Mender.RESIDENT
