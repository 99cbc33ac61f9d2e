"""What the shell has asked for an enquiry: the queue here, then the city."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from drivers.id_card_reader.card import IdCard
from kiosk.visit import case_events as ce
from kiosk.visit import events as ev
from kiosk.visit.cases import Case, CaseState


class CaseDesk(Protocol):
    """Where cases are asked after. From any thread; neither call raises."""

    def held(self, number: str) -> tuple[Case, ...]:
        """What this terminal knows of a number by itself."""

    def told(self, person: IdCard | None, number: str) -> tuple[Case, ...] | None:
        """What the city tells of a person's cases, or of a number; None when it does not answer within seconds."""


def ask(desk: CaseDesk, person: IdCard | None, number: str, post: ev.Post) -> None:
    """First what is known here, since the city may take its time. A slip of a package has several numbers."""
    if person is not None:
        told = desk.told(person, number)
        post(ce.CasesUnreached(person.id_number) if told is None else ce.CasesTold(person.id_number, told))
        return
    numbers = number.split()
    held = {one: desk.held(one) for one in numbers}
    post(ce.CasesHeld(number, _each(held, CaseState.UNHEARD)))
    told_of = {one: desk.told(None, one) for one in numbers}
    found = {one: cases or held[one] for one, cases in told_of.items() if cases is not None}
    if len(found) < len(numbers):
        post(ce.CasesUnreached(number))
    else:
        post(ce.CasesTold(number, _each(found, CaseState.UNFOUND)))


def _each(found: Mapping[str, tuple[Case, ...]], otherwise: CaseState) -> tuple[Case, ...]:
    """The cases of several numbers, none of which is passed over; of a single one whatever was found."""
    if len(found) == 1:
        return next(iter(found.values()))
    return tuple(case for number, cases in found.items() for case in cases or (Case(number, otherwise),))
