"""The form as the city gets it: one JSON value and the scans, from a finished application."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drivers.document_scanner.pdf import as_pdf
from kiosk.visit.application import Application, IdentifiedBy


@dataclass(frozen=True, repr=False)
class Scan:
    """One paper as scanned: its part name (`lease`), and what it is: `image/jpeg`, or `application/pdf` of pages."""

    part: str
    media_type: str
    data: bytes


def form_of(application: Application, language: str) -> Mapping[str, object]:
    """Service, applicant, answers; how the applicant was identified; which materials follow, and until when.

    Papers that were added to a case carry its number, and of the applicant what is known: nothing by a slip.
    """
    if application.supplement is not None:
        by_card = application.identified_by is IdentifiedBy.CARD
        return {
            "service_code": application.service.code,
            "service_version": application.service.version,
            "supplement_of": application.supplement.case.number,
            "identified_by": application.identified_by.value,
            **({"applicant": application.applicant.as_json()} if by_card else {}),
            "answers": {},
            "deferred": {},
            "language": language,
        }
    return {
        "service_code": application.service.code,
        "service_version": application.service.version,
        "applicant": application.applicant.as_json(),
        "identified_by": application.identified_by.value,
        "answers": dict(application.answers),
        "deferred": {material.id: until.isoformat() for material, until in application.deferred},
        "language": language,
    }


def scans_of(application: Application) -> tuple[Scan, ...]:
    """The scanned papers: a JPEG for one page, one PDF for several."""
    return tuple(
        Scan(paper.material, "image/jpeg", paper.pages[0].jpeg)
        if len(paper.pages) == 1
        else Scan(paper.material, "application/pdf", as_pdf([page.jpeg for page in paper.pages]))
        for paper in application.papers
        if paper.pages
    )
