"""What a resident applies for: who, the answers so far, the papers so far."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from config import rules
from config.catalogue import Service
from config.divisions import NOWHERE, Locality
from config.papers import Demand, Material
from config.questions import FieldKind, FormField
from config.rules import Fact
from drivers.id_card_reader.card import CardDocument, IdCard, Sex
from kiosk.visit.answers import Fault, clash
from kiosk.visit.cases import Supplement
from kiosk.visit.facts import facts


class IdentifiedBy(StrEnum):
    """How we know who applies: read from the card, or typed and not verified by a card; SLIP: whoever holds the
    slip of a case, which is all that is needed to add papers to it."""

    CARD = "card"
    TYPED = "typed"
    SLIP = "slip"


NOBODY = IdCard(CardDocument.RESIDENT, "", "", Sex.UNKNOWN, "", "", date.min, "", "", "", "", None, None)
"""The applicant of papers that are handed in by a slip's number."""


@dataclass(frozen=True, repr=False)
class ScannedPage:
    """One page as taken: the rectified picture as JPEG, and the names of what is wrong with it."""

    jpeg: bytes
    verdicts: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Paper:
    """A material as handed in: its pages, or deferred with none."""

    material: str
    pages: tuple[ScannedPage, ...] = ()
    deferred: bool = False


@dataclass(frozen=True, repr=False)
class Application:
    """Everything the resident gave. Answers are field id to text; places are what was picked of addresses, by field.

    `supplement`: only papers, for an earlier case.
    """

    service: Service
    applicant: IdCard
    identified_by: IdentifiedBy
    started: date
    answers: tuple[tuple[str, str], ...] = ()
    papers: tuple[Paper, ...] = ()
    supplement: Supplement | None = None
    places: tuple[tuple[str, Locality], ...] = ()

    def answer(self, field_id: str) -> str:
        """The answer to a field, empty when there is none yet."""
        return dict(self.answers).get(field_id, "")

    def with_answer(self, field_id: str, value: str) -> Application:
        """The application with one answer given; answers keep the order of the form."""
        given = {**dict(self.answers), field_id: value}
        ordered = tuple((item.id, given[item.id]) for item in self.service.fields if item.id in given)
        return replace(self, answers=ordered)

    def clash(self, field: FormField) -> Fault | None:
        """What the other answers have against the answer to a field."""
        return clash(field, self.answer(field.id), dict(self.answers))

    def place(self, field_id: str) -> Locality:
        """What was picked of an address."""
        return dict(self.places).get(field_id, NOWHERE)

    def with_place(self, field_id: str, place: Locality) -> Application:
        """The application with the place of one address picked."""
        return replace(self, places=tuple({**dict(self.places), field_id: place}.items()))

    def paper(self, material_id: str) -> Paper | None:
        """What was handed in for a material, if anything was."""
        return next((paper for paper in self.papers if paper.material == material_id), None)

    def with_paper(self, paper: Paper) -> Application:
        """The application with one material handed in or deferred."""
        others = tuple(other for other in self.papers if other.material != paper.material)
        return replace(self, papers=(*others, paper))

    @property
    def needed(self) -> tuple[Material, ...]:
        """The materials that these answers call for, exempt ones included; of a supplement those it brings."""
        if self.supplement is not None:
            brings = self.supplement.materials
            return tuple(material for material in self.service.materials if material.id in brings)
        return tuple(
            material for material in self.service.materials if material.when is None or self.holds(material.when)
        )

    @property
    def facts(self) -> dict[str, Fact]:
        """What rules are judged by."""
        return facts(self.applicant, dict(self.answers), self.service.fields, self.started)

    def holds(self, rule: str) -> bool:
        """Whether a rule of the service is true of this applicant and these answers."""
        return rules.holds(rule, self.facts, self.service.known)

    @property
    def to_scan(self) -> tuple[Material, ...]:
        """The materials to lay under the scanner."""
        return tuple(material for material in self.needed if material.demand is not Demand.EXEMPT)

    @property
    def settled(self) -> Application:
        """Without papers that the answers no longer call for."""
        wanted = {material.id for material in self.to_scan}
        return replace(self, papers=tuple(paper for paper in self.papers if paper.material in wanted))

    @property
    def deferred(self) -> tuple[tuple[Material, date], ...]:
        """The materials that are to follow, and the last day for each."""
        if self.supplement is not None:
            return self._still_open(self.supplement)
        return tuple(
            (material, self.started + timedelta(days=material.defer_days))
            for material in self.to_scan
            if material.defer_days is not None and (paper := self.paper(material.id)) and paper.deferred
        )

    def _still_open(self, supplement: Supplement) -> tuple[tuple[Material, date], ...]:
        brought = {paper.material for paper in self.papers if paper.pages}
        days = {paper.material: paper.until for paper in supplement.case.open if paper.material not in brought}
        return tuple((material, days[material.id]) for material in self.service.materials if material.id in days)

    @property
    def questions(self) -> tuple[FormField, ...]:
        """The fields that come before the papers: all but a signature. Who adds papers is asked nothing."""
        return self.service.fields[: -1 if self.signature else None] if self.supplement is None else ()

    @property
    def signature(self) -> FormField | None:
        """The field that comes after the papers, where the service asks for a signature."""
        last = self.service.fields[-1] if self.service.fields else None
        asked = self.supplement is None and last is not None and last.kind is FieldKind.SIGNATURE
        return last if asked else None

    def first_open(self) -> FormField | Material | None:
        """The first question without an answer, or with one that clashes with another since that was changed; else the
        first material not settled, else the signature, else None."""
        for item in self.questions:
            if not self.answer(item.id) or self.clash(item):
                return item
        for material in self.to_scan:
            if self.paper(material.id) is None:
                return material
        return self.signature if self.signature and not self.answer(self.signature.id) else None
