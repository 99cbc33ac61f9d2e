"""What slip and done page say of what was handed in; no more of the person than a masked name and phone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from config.catalogue_text import Text
from config.papers import Demand, Material
from config.questions import FieldKind
from config.service import Limit, Related, Service
from kiosk.visit.application import Application
from kiosk.visit.course import Fallen
from kiosk.visit.masks import masked_name, masked_phone
from kiosk.visit.papers import limit_of
from kiosk.visit.promises import Promise
from kiosk.visit.results import Result

DELIVERY = "delivery"
"""The field in which a resident says how the result is to come."""


@dataclass(frozen=True)
class Known:
    """What the city answered to a submission; `received_at` is when it did, and the clock began.

    `refused`: it will not take it, and gave no number.
    """

    submission: str
    number: str
    received_at: datetime | None = None
    result: Result | None = None
    refused: bool = False


@dataclass(frozen=True)
class ReceiptLine:
    """One service: its number, until when it is decided, how the result comes, what may be worth having next.

    `accepted` is when the city received it, None as long as it did not answer. `refused`: it answered that it does not
    take it; staff see to it, under its offline number.
    """

    service: Service
    number: str
    offline: bool
    limit: Limit
    promise: Promise
    accepted: datetime | None = None
    delivery: Text | None = None
    result: Result | None = None
    successors: tuple[Related, ...] = ()
    refused: bool = False


@dataclass(frozen=True, repr=False)
class Receipt:
    """A line for each service, and the papers of all.

    `fallen` are the services of a package that fell away. `supplement_of`: the number of the case to which papers were
    added, empty for a case of its own.
    """

    lines: tuple[ReceiptLine, ...]
    name: Text
    sealed: datetime
    masked_name: str
    masked_phone: str
    received: tuple[tuple[Material, int], ...]
    deferred: tuple[tuple[Material, date], ...]
    language: str
    held: tuple[Material, ...] = ()
    declared: tuple[Material, ...] = ()
    fallen: tuple[Fallen, ...] = ()
    supplement_of: str = ""

    @property
    def offline(self) -> bool:
        """Whether the city has not given every number yet."""
        return any(line.offline for line in self.lines)

    @property
    def refused(self) -> bool:
        """Whether the city refused one of them for good."""
        return any(line.refused for line in self.lines)

    @property
    def number(self) -> str:
        """The number of the first service."""
        return self.lines[0].number

    @property
    def code(self) -> str:
        """What a code carries: all numbers, spaces between them."""
        return self.supplement_of or " ".join(line.number for line in self.lines)


def receipt_of(
    application: Application, kept: Iterable[tuple[str, str]], known: Iterable[Known], sealed: datetime, language: str
) -> Receipt:
    """The receipt of what was kept, in the order of the services."""
    answered = {told.submission: told for told in known}
    lines = tuple(
        _line(application, service, answered.get(submission), offline_number, sealed)
        for service, (submission, offline_number) in zip(application.services, kept, strict=True)
    )
    brought = {paper.material: paper for paper in application.papers}
    materials = [need.material for need in application.needs]
    received = [(item, len(brought[item.id].pages)) for item in materials if item.id in brought]
    return Receipt(
        lines=lines,
        name=application.matter.name,
        sealed=sealed,
        masked_name=masked_name(application.applicant.name or application.applicant.name_en),
        masked_phone=masked_phone(_phone(application)),
        received=tuple((item, pages) for item, pages in received if pages),
        deferred=application.deferred,
        language=language,
        held=tuple(need.material for need in application.needs if need.demand is Demand.EXEMPT),
        declared=tuple(item for item in materials if item.id in brought and brought[item.id].declared),
        fallen=application.standing.fallen,
        supplement_of="" if application.supplement is None else application.supplement.case.number,
    )


def _line(
    application: Application, service: Service, told: Known | None, offline_number: str, sealed: datetime
) -> ReceiptLine:
    refused = told is not None and told.refused
    numbered = None if refused else told
    accepted = None if numbered is None else numbered.received_at
    start = (sealed if accepted is None else accepted).date()
    return ReceiptLine(
        service=service,
        number=offline_number if numbered is None else numbered.number,
        offline=numbered is None,
        limit=limit_of(service, application.course(service)),
        promise=application.promise(service, start),
        accepted=accepted,
        delivery=_delivery(application, service),
        result=None if numbered is None else numbered.result,
        successors=() if refused else application.successors(service),
        refused=refused,
    )


def _phone(application: Application) -> str:
    """The first telephone number that was asked for."""
    numbers = (application.answer(field.id) for field in application.questions if field.kind is FieldKind.PHONE)
    return next((number for number in numbers if number), "")


def _delivery(application: Application, service: Service) -> Text | None:
    chosen = application.answer(DELIVERY)
    options = (
        option for field in application.course(service).asked if field.id == DELIVERY for option in field.options
    )
    return next((option.label for option in options if option.value == chosen), None)
