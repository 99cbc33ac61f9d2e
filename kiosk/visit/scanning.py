"""The papers, one material after the other, one page after the other."""

from __future__ import annotations

from dataclasses import replace

from config.papers import Demand, Material
from drivers.model import ADVICE, ErrorCode, Mender
from kiosk.visit import events as ev
from kiosk.visit.application import Paper
from kiosk.visit.onward import after_paper, before_paper
from kiosk.visit.steps import Camera, Declaring, Scanning, Step

_MAY_LOOK = (Camera.LIVE, Camera.GLASS, Camera.KEPT, Camera.UNAVAILABLE)
"""Where a kept page can be looked at: not while one is taken or judged."""


def scanning(step: Scanning, event: ev.Event) -> Step | None:
    """One material under the scanner."""
    material = step.material
    match event:
        case ev.PageTaken(page) if step.camera is Camera.TAKING:
            return replace(step, camera=Camera.CHECK, shot=page, failed=None)
        case ev.PageFailed(code):
            return _failed(step, code)
        case ev.PageSeen(still) if step.camera is Camera.LIVE:
            return (
                replace(step, camera=Camera.TAKING) if still and step.armed else replace(step, armed=_arms(step, still))
            )
        case ev.PictureAsked() if step.camera in (Camera.LIVE, Camera.GLASS):
            return replace(step, camera=Camera.TAKING)
        case ev.PictureAsked() | ev.DeviceBack("document_scanner") if step.camera is Camera.UNAVAILABLE:
            return replace(step, camera=Camera.LIVE, failed=None)
        case ev.PageRetaken() if step.camera is Camera.CHECK:
            return replace(step, camera=Camera.LIVE, armed=False, shot=None)
        case ev.PageAdded() if step.shot is not None and may_add(step, material):
            return replace(step, camera=Camera.LIVE, armed=False, shot=None, pages=(*step.pages, step.shot))
        case ev.PageAdded() if step.camera is Camera.KEPT and may_add(step, material):
            return replace(step, camera=Camera.LIVE, armed=False, failed=None)
        case ev.PageLooked(number) if number < len(step.pages) and step.camera in _MAY_LOOK:
            return replace(step, camera=Camera.KEPT, looked=number, failed=None)
        case ev.PageRemoved() if step.camera is Camera.KEPT:
            return _removed(step)
        case ev.Forward() if step.shot is not None:
            return _done(step, Paper(material.id, (*step.pages, step.shot)))
        case ev.Forward() if step.pages and step.camera is not Camera.TAKING:
            return _done(step, Paper(material.id, step.pages))
        case ev.Deferred() if may_defer(step, material):
            return _done(step, Paper(material.id, deferred=True))
        case ev.Back():
            return _before(step)
    return None


def _arms(step: Scanning, still: bool | None) -> bool:
    """A page that was taken has to go before the next one is taken by itself."""
    return step.armed or still is None


def _removed(step: Scanning) -> Step:
    """What was kept without the page looked at; the camera again when none is left."""
    pages = step.pages[: step.looked] + step.pages[step.looked + 1 :]
    camera = Camera.KEPT if pages else Camera.LIVE
    return replace(step, pages=pages, camera=camera, armed=False, looked=max(0, min(step.looked, len(pages) - 1)))


def may_add(step: Scanning, material: Material) -> bool:
    """Whether one more page may follow those kept and the one just taken."""
    return len(step.pages) + (step.shot is not None) < material.max_pages


def may_defer(step: Scanning, material: Material) -> bool:
    """Whether this paper may follow; when papers are added to a case, each may be left for another time."""
    need = step.application.need(material.id)
    return need is not None and need.demand is Demand.DEFERRABLE


def _failed(step: Scanning, code: ErrorCode) -> Step | None:
    if step.camera is Camera.LIVE and code is ErrorCode.UNSUPPORTED:
        return replace(step, camera=Camera.GLASS)
    if step.camera is Camera.TAKING and ADVICE[code].mender is Mender.RESIDENT:
        return replace(step, camera=Camera.LIVE, armed=False, failed=code)
    if step.camera in (Camera.TAKING, Camera.LIVE):
        return replace(step, camera=Camera.UNAVAILABLE, failed=code)
    return None


def _done(step: Scanning, paper: Paper) -> Step:
    return after_paper(step.application.with_paper(paper), step.material, step.returning)


def _before(step: Scanning) -> Step:
    application, material = step.application, step.material
    if step.pages:
        application = application.with_paper(Paper(material.id, step.pages))
    elif may_declare(step, material):
        return Declaring(application, material, step.returning)
    return before_paper(application, material, step.returning)


def may_declare(step: Scanning, material: Material) -> bool:
    """Whether a declaration may take the place of this paper."""
    need = step.application.need(material.id)
    return need is not None and need.demand is Demand.DECLARED
