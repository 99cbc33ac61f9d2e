"""What a resident applies for: who, the answers so far, the papers so far."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from config.divisions import NOWHERE, Locality
from config.papers import Demand, Material
from config.questions import FieldKind, FormField
from config.service import Consent, Related, Service
from drivers.id_card_reader.card import CardDocument, IdCard, Sex
from kiosk.visit.answers import Fault, clash
from kiosk.visit.cases import Supplement
from kiosk.visit.course import Course, Fallen, Ground, Standing, standing, strictest
from kiosk.visit.matter import Matter
from kiosk.visit.papers import Need, Paper, ScannedPage, limit_of, needs_of, together
from kiosk.visit.promises import Promise, Years, promised

__all__ = ["NOBODY", "Application", "IdentifiedBy", "Paper", "ScannedPage"]


class IdentifiedBy(StrEnum):
    """How we know who applies: read from the card, or typed and not verified by a card; SLIP: whoever holds the
    slip of a case, which is all that is needed to add papers to it."""

    CARD = "card"
    TYPED = "typed"
    SLIP = "slip"


NOBODY = IdCard(CardDocument.RESIDENT, "", "", Sex.UNKNOWN, "", "", date.min, "", "", "", "", None, None)
"""The applicant of papers that are handed in by a slip's number."""


@dataclass(frozen=True, repr=False)
class Application:
    """Everything the resident gave. Answers are field id to text; places are what was picked of addresses, by field.

    `supplement`: only papers, for an earlier case. `matched`: they saw which services of a package apply; `told`: codes
    of services that they saw fall away. `held` are the papers that the city said it has, with its reference, None while
    it was not asked; `consulted` those that it was asked for, `proof` its signed answer. `consents` are ids.
    """

    matter: Matter
    applicant: IdCard
    identified_by: IdentifiedBy
    started: date
    years: Years = ()
    answers: tuple[tuple[str, str], ...] = ()
    papers: tuple[Paper, ...] = ()
    supplement: Supplement | None = None
    places: tuple[tuple[str, Locality], ...] = ()
    matched: bool = False
    told: tuple[str, ...] = ()
    held: tuple[tuple[str, str], ...] | None = None
    consulted: tuple[str, ...] = ()
    proof: str = ""
    consents: tuple[str, ...] = ()

    def answer(self, field_id: str) -> str:
        """The answer to a field, empty when there is none yet."""
        return dict(self.answers).get(field_id, "")

    def with_answer(self, field_id: str, value: str) -> Application:
        """The application with one answer given; whoever answers what decides on a package sees again what applies."""
        answers = {**dict(self.answers), field_id: value}
        decides = field_id in {field.id for field in self.standing.own.asked}
        answered = replace(self, answers=tuple(answers.items()), matched=self.matched and not decides)
        still = {fallen.service.code for fallen in answered.standing.fallen}
        told = tuple(code for code in self.told if code in still)
        # how everything stands was worked out for this one, which a copy would do again
        return answered if told == self.told else replace(answered, told=told)

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

    @cached_property
    def standing(self) -> Standing:
        """How each service stands with the answers so far. Who adds papers to a case is asked nothing."""
        if self.supplement is not None:
            empty = Course((), {})
            courses = {service.code: empty for service in self.matter.services}
            return Standing(self.matter.services, (), (), courses, empty)
        return standing(self.matter, Ground(self.applicant, self.started, dict(self.answers)))

    @property
    def services(self) -> tuple[Service, ...]:
        """The services that are applied for."""
        return self.standing.going

    @property
    def service(self) -> Service:
        """The first of them; when all fell away, the first that was asked for."""
        return (*self.services, *self.matter.services)[0]

    @property
    def untold(self) -> tuple[Fallen, ...]:
        """The services that fell away without the resident having been told."""
        return tuple(fallen for fallen in self.standing.fallen if fallen.service.code not in self.told)

    @cached_property
    def questions(self) -> tuple[FormField, ...]:
        """The fields that are asked before the papers, each once: the package's, then those of one service after
        another. Those that led a service to fall away stay, so that their answers can be changed."""
        courses = self.standing.courses.values()
        asked: dict[str, list[FormField]] = {}
        for field in (*self.standing.own.asked, *(field for course in courses for field in course.asked)):
            if field.kind is not FieldKind.SIGNATURE:
                asked.setdefault(field.id, []).append(field)
        return tuple(strictest(fields) for fields in asked.values())

    @cached_property
    def signatures(self) -> tuple[FormField, ...]:
        """The fields that come after the papers."""
        fields = {field.id: field for service in self.services for field in self.course(service).asked}
        return tuple(field for field in fields.values() if field.kind is FieldKind.SIGNATURE)

    def course(self, service: Service) -> Course:
        """How far the form of a service leads."""
        return self.standing.courses[service.code]

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """The papers that these answers call for, with those that the city holds; of a supplement what it brings."""
        if self.supplement is not None:
            brings = self.supplement.materials
            return tuple(Need(item, Demand.DEFERRABLE) for item in self.service.materials if item.id in brings)
        held = {material for material, _ in self.held or ()}
        return together(
            need
            for service in self.services
            for need in needs_of(service, self.course(service), held, self.started, self.years)
        )

    def need(self, material_id: str) -> Need | None:
        """What is asked of one paper."""
        return next((need for need in self.needs if need.material.id == material_id), None)

    @property
    def to_scan(self) -> tuple[Material, ...]:
        """The materials that the resident has to settle."""
        return tuple(need.material for need in self.needs if need.demand is not Demand.EXEMPT)

    @property
    def to_look_up(self) -> tuple[str, ...]:
        """The materials that the city may hold."""
        return tuple(need.material.id for need in self.needs if need.material.demand is Demand.EXEMPT)

    @property
    def may_look_up(self) -> bool:
        """Whether the city may hold an open paper that it was not asked for yet."""
        return any(
            need.material.demand is Demand.EXEMPT
            and need.material.id not in self.consulted
            and not need.met_by(self.paper(need.material.id))
            for need in self.needs
        )

    @property
    def settled(self) -> Application:
        """Without papers that the answers no longer call for, and answers that are no longer asked for."""
        asked = {field.id for field in (*self.questions, *self.signatures)}
        return replace(
            self,
            answers=tuple(answer for answer in self.answers if answer[0] in asked),
            places=tuple(place for place in self.places if place[0] in asked),
            papers=tuple(
                paper
                for paper in self.papers
                if (need := self.need(paper.material)) and need.demand is not Demand.EXEMPT and need.met_by(paper)
            ),
        )

    @property
    def parts(self) -> tuple[Application, ...]:
        """What each service gets: only what it asked for itself."""
        return tuple(self._alone(service) for service in self.services)

    def _alone(self, service: Service) -> Application:
        asked = {field.id for field in self.course(service).asked}
        ticked = {consent.id for consent in service.consents}
        alone = replace(
            self,
            matter=self.matter.alone(service),
            answers=tuple(answer for answer in self.answers if answer[0] in asked),
            consents=tuple(consent for consent in self.consents if consent in ticked),
        )
        wanted = {need.material.id for need in alone.needs}
        held = tuple(pair for pair in self.held or () if pair[0] in wanted)
        return replace(alone, held=held).settled

    def copies(self, material_id: str) -> int:
        """How many services get what is handed in for a material."""
        return max(1, sum(part.need(material_id) is not None for part in self.parts))

    @property
    def deferred(self) -> tuple[tuple[Material, date], ...]:
        """The materials that are to follow, and the last day for each."""
        if self.supplement is not None:
            return self._still_open(self.supplement)
        return tuple(
            (need.material, need.until)
            for need in self.needs
            if need.until is not None and (paper := self.paper(need.material.id)) and paper.deferred
        )

    def _still_open(self, supplement: Supplement) -> tuple[tuple[Material, date], ...]:
        brought = {paper.material for paper in self.papers if paper.pages}
        days = {paper.material: paper.until for paper in supplement.case.open if paper.material not in brought}
        return tuple((material, days[material.id]) for material in self.service.materials if material.id in days)

    def promise(self, service: Service, start: date) -> Promise:
        """Until when a service is decided, the clock beginning on `start`."""
        return promised(limit_of(service, self.course(service)), start, self.years)

    @property
    def consents_asked(self) -> tuple[Consent, ...]:
        """The ticks of their own that the services ask for, each once; papers added later need none again."""
        if self.supplement is not None:
            return ()
        found = {
            consent.id: consent
            for service in self.services
            for consent in service.consents
            if self.course(service).holds(consent.when, service.known)
        }
        return tuple(found.values())

    def successors(self, service: Service) -> tuple[Related, ...]:
        """What may be worth having next."""
        course = self.course(service)
        return tuple(item for item in service.successors if course.holds(item.when, service.known))

    def first_open(self) -> FormField | Material | None:
        """The first question without an answer, or with one that clashes with another since that was changed; else the
        first material not settled, else a signature, else None."""
        for field in self.questions:
            if not self.answer(field.id) or self.clash(field):
                return field
        for need in self.needs:
            if need.demand is not Demand.EXEMPT and not need.met_by(self.paper(need.material.id)):
                return need.material
        return next((field for field in self.signatures if not self.answer(field.id)), None)
