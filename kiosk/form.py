"""The form as the city gets it: one JSON value and the scans, from a finished application."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drivers.document_scanner.pdf import as_pdf
from kiosk.signature_picture import as_png
from kiosk.visit.application import Application, IdentifiedBy
from kiosk.visit.papers import limit_of
from kiosk.visit.signature import strokes_of

DRAWN = "drawn"
"""The answer of who signed by hand."""


@dataclass(frozen=True, repr=False)
class Scan:
    """One paper as scanned: its part name (`lease`), and what it is: `image/jpeg`, `application/pdf`, `image/png`."""

    part: str
    media_type: str
    data: bytes


Filled = tuple[Mapping[str, object], tuple[Scan, ...]]
"""A form, and the scans that go with it."""


def forms_of(application: Application, language: str) -> tuple[Filled, ...]:
    """What each service gets: its form and its scans, with no answer or paper that it did not ask for itself."""
    package = application.matter.package
    joined = {} if package is None else {"package": {"code": package.code, "version": package.version}}
    return tuple(({**form_of(part, language), **joined}, scans_of(part)) for part in application.parts)


def form_of(application: Application, language: str) -> Mapping[str, object]:
    """Service, applicant, answers; how the applicant was identified; which materials follow, and until when.

    `places` are the codes of the divisions in which addresses lie; a signature by hand is answered with `drawn`, and
    is a scan under the name of its field. `consents` are the ticks that stand for themselves, `declared` the papers
    that a declaration of this service's version replaces, `shared` those that the city holds. Papers that were added to
    a case carry its number, and of the applicant what is known: nothing by a slip.
    """
    service = application.service
    if application.supplement is not None:
        by_card = application.identified_by is IdentifiedBy.CARD
        return {
            "service_code": service.code,
            "service_version": service.version,
            "supplement_of": application.supplement.case.number,
            "identified_by": application.identified_by.value,
            **({"applicant": application.applicant.as_json()} if by_card else {}),
            "answers": {},
            "deferred": {},
            "language": language,
        }
    declared = [paper.material for paper in application.papers if paper.declared]
    held = dict(application.held or ())
    return {
        "service_code": service.code,
        "service_version": service.version,
        "applicant": application.applicant.as_json(),
        "identified_by": application.identified_by.value,
        "answers": dict(application.answers) | {field: DRAWN for field, _ in _signatures(application)},
        "places": {field: place.code for field, place in application.places},
        "deferred": {material.id: until.isoformat() for material, until in application.deferred},
        **({"consents": list(application.consents)} if application.consents else {}),
        **({"declared": declared} if declared else {}),
        **({"shared": {"materials": held, "proof": application.proof}} if held else {}),
        "limit": _limit(application),
        "promised": application.promise(service, application.started).day.isoformat(),
        "language": language,
    }


def _limit(application: Application) -> Mapping[str, object]:
    limit = limit_of(application.service, application.course(application.service))
    return {"days": limit.days, "unit": limit.unit}


def scans_of(application: Application) -> tuple[Scan, ...]:
    """The scanned papers: a JPEG for one page, one PDF for several; then what was signed, as PNG."""
    papers = tuple(
        Scan(paper.material, "image/jpeg", paper.pages[0].jpeg)
        if len(paper.pages) == 1
        else Scan(paper.material, "application/pdf", as_pdf([page.jpeg for page in paper.pages]))
        for paper in application.papers
        if paper.pages
    )
    signed = tuple(Scan(field, "image/png", as_png(strokes)) for field, strokes in _signatures(application))
    return (*papers, *signed)


def _signatures(application: Application) -> tuple[tuple[str, str], ...]:
    """Field and strokes of what was signed by hand."""
    texts = ((field.id, application.answer(field.id)) for field in application.signatures)
    return tuple((name, text) for name, text in texts if strokes_of(text))
