"""The form as the city gets it: one JSON value and the scans, from a finished application."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.visit.application import Application


@dataclass(frozen=True, repr=False)
class Scan:
    """One scanned page: its part name (`lease-1`) and the JPEG."""

    part: str
    jpeg: bytes


def form_of(application: Application, language: str) -> Mapping[str, object]:
    """Service, applicant, answers; how the applicant was identified; which materials follow, and until when."""
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
    """The pages of all materials, numbered from 1 within each."""
    return tuple(
        Scan(f"{paper.material}-{number}", page.jpeg)
        for paper in application.papers
        for number, page in enumerate(paper.pages, start=1)
    )
