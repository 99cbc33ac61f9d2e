"""What the shell has asked of the city for an application: papers it holds, numbers, results of instant services."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from drivers.id_card_reader.card import IdCard
from kiosk.answer_desk import Answer
from kiosk.shared_desk import SharedAnswer
from kiosk.visit import events as ev
from kiosk.visit.application import Application, IdentifiedBy
from kiosk.visit.papers import limit_of
from kiosk.visit.steps import Numbering, Step


class Asking(Protocol):
    """Where papers are asked for. From any thread; never raises."""

    def ask(self, service_code: str, materials: Sequence[str], person: IdCard) -> SharedAnswer | None:
        """What the city says of these papers; None when it does not within seconds."""


class Answering(Protocol):
    """Where the city's answers to submissions are found. From any thread; never raises."""

    def answer(self, submission: str, instant: bool) -> Answer | None:
        """Number, acceptance and result; None as long as there is none, or it is being asked for."""


def ask_shared(desk: Asking, application: Application, materials: Sequence[str], post: ev.Post) -> None:
    """Which of these papers the city holds of the applicant, who agreed."""
    told = desk.ask(application.service.code, materials, application.applicant)
    post(ev.SharedUnreached() if told is None else ev.SharedTold(told.held, told.proof))


def ask_numbers(desk: Answering, submissions: Sequence[str], instant: frozenset[str], post: ev.Post) -> None:
    """What the city answered so far."""
    for submission in submissions:
        answer = desk.answer(submission, submission in instant)
        if answer is not None and answer.refused:
            post(ev.NumberRefused(submission))
        elif answer is not None:
            post(ev.NumberKnown(submission, answer.number, answer.received_at, answer.result))


def instant_of(step: Step) -> frozenset[str]:
    """The submissions that the city decides at once: by card, of services without a limit as it was answered."""
    if not isinstance(step, Numbering):
        return frozenset()
    application = step.application
    if application.supplement is not None or application.identified_by is not IdentifiedBy.CARD:
        return frozenset()
    pairs = zip(step.kept, application.services, strict=False)
    return frozenset(
        submission for (submission, _), service in pairs if limit_of(service, application.course(service)).days == 0
    )
