"""Cases out of the city's answers and out of this terminal's own queue, as the visit knows them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from drivers.id_card_reader.card import IdCard
from kiosk.answer_desk import result_of
from kiosk.city_line import asked
from kiosk.visit.cases import AddedPapers, Case, CaseMoment, CaseState, OpenPaper
from offline_queue.outbox import Outbox, OutboxError

if TYPE_CHECKING:
    from offline_queue import cases as wire
    from offline_queue.client import Client
    from offline_queue.enquiry import Held


class CityDesk:
    """Asks over `connect`, which makes a client with the keys of today; knows what lies in `outbox`."""

    def __init__(self, outbox: Outbox, connect: Callable[[], Client]) -> None:
        self._outbox = outbox
        self._connect = connect

    def held(self, number: str) -> tuple[Case, ...]:
        """See kiosk.case_jobs.CaseDesk."""
        from offline_queue.enquiry import held_here

        try:
            found = held_here(self._outbox, number)
        except OutboxError:
            return ()
        if found is None:
            return ()
        return (_own(found),)

    def told(self, person: IdCard | None, number: str) -> tuple[Case, ...] | None:
        """See kiosk.case_jobs.CaseDesk."""
        return asked(self._connect, lambda client: _told(client, person, number))


def _told(client: Client, person: IdCard | None, number: str) -> tuple[Case, ...]:
    from offline_queue.enquiry import ask_case, ask_cases
    from offline_queue.shared_data import Person

    if person is None:
        found = ask_case(client, number)
        return () if found is None else (_case(found),)
    asker = Person(id_number=person.id_number, name=person.name or person.name_en)
    return tuple(_case(case) for case in ask_cases(client, asker))


def _own(held: Held) -> Case:
    """As this terminal knows it: taken in here, acknowledged, and what the city told last."""
    waiting = CaseState.ASIDE if held.refused else CaseState.KEPT
    state = CaseState.RECEIVED if held.acceptance_number else waiting
    said = held.said
    moments: tuple[CaseMoment, ...] = ()
    if held.said is not None:
        state = CaseState(held.said.state.value)
        moments = (CaseMoment(_moment(held.said.changed_at).date(), state, held.said.zh, held.said.en),)
    return Case(
        number=held.acceptance_number or held.offline_number,
        state=state,
        service_code=held.service_code,
        received=_moment(held.sealed_at) if held.sealed_at else None,
        moments=moments,
        office="" if said is None else said.office,
        successor="" if said is None else said.successor,
    )


def _case(told: wire.Case) -> Case:
    """As the city tells it. Raises ValueError when a day of it is none."""
    return Case(
        number=told.acceptance_number,
        state=CaseState(told.state.value),
        service_code=told.service_code,
        received=_moment(told.received_at),
        moments=tuple(
            CaseMoment(_moment(step.at).date(), CaseState(step.state.value), step.zh, step.en) for step in told.steps
        ),
        open=tuple(OpenPaper(paper.material, date.fromisoformat(paper.until)) for paper in told.open),
        added=tuple(AddedPapers(_moment(added.received_at).date(), added.materials) for added in told.supplements),
        promised=date.fromisoformat(told.promised) if told.promised else None,
        promised_about=told.promised_about,
        office=told.office,
        successor=told.successor,
        result=None if told.result is None else result_of(told.result),
    )


def _moment(text: str) -> datetime:
    """A moment as the city or the queue writes it, in local time."""
    return datetime.fromisoformat(text).astimezone()
