"""How residents ask after their cases: by the number on a slip, or by their card, which travels sealed."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from offline_queue.results import Result
from offline_queue.sealing import PrivateKey, open_words
from offline_queue.shared_data import MAX_MATERIALS, MaterialCode, Person
from offline_queue.wire import CaseState, Digest, Message, Progress, Sealed, SubmissionId, parse

MEDIA_TYPE = "application/vnd.kiosk.cases+jws"
"""Media type of a person's cases: a compact JWS (RFC 7515), EdDSA (RFC 8037)."""

MOST_CASES = 20
"""Cases of a person that are told at once, the newest."""

MOST_STEPS = 30
"""Steps of a case that are told, the latest."""

Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class CaseStep(Message):
    """Something that happened with a case, and in both languages what was said then."""

    at: str = Field(max_length=40)
    state: CaseState
    zh: str = Field(max_length=500)
    en: str = Field(max_length=500)


class OpenMaterial(Message):
    """A paper that is still to follow, and its last day."""

    material: MaterialCode
    until: Day


class Supplement(Message):
    """Papers that were handed in later, under a number of their own."""

    acceptance_number: str = Field(max_length=40)
    received_at: str = Field(max_length=40)
    materials: tuple[MaterialCode, ...] = Field(max_length=MAX_MATERIALS)


class Case(Progress):
    """A case as its holder may know it: where it stands, what happened, what is still to bring. Nobody is named.

    A request for assistance or a fault report is told likewise: its number, and what was answered. `result`: what an
    instant service gave, told to its person alone, by card. `promised`: the last day on which it is decided, empty
    where none is known; about that day, where the days off on the way are not announced.
    """

    offline_number: str = Field(max_length=40)
    service_code: str = Field(max_length=50)
    received_at: str = Field(max_length=40)
    steps: tuple[CaseStep, ...] = Field(default=(), max_length=MOST_STEPS)
    open: tuple[OpenMaterial, ...] = Field(default=(), max_length=MAX_MATERIALS)
    supplements: tuple[Supplement, ...] = Field(default=(), max_length=MAX_MATERIALS)
    result: Result | None = None
    promised: Annotated[str, StringConstraints(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = ""
    promised_about: bool = False


class CasesRequest(Message):
    """Which cases are this person's? Asked when their card was read; the person is sealed."""

    id: SubmissionId
    person: Sealed


class Cases(Message):
    """The person's cases, newest first; good only for the request of this SHA-256."""

    request: Digest
    answered_at: str = Field(max_length=40)
    cases: tuple[Case, ...] = Field(max_length=MOST_CASES)


def open_asker(request: CasesRequest, key: PrivateKey) -> Person:
    """Who asks. Raises WireError."""
    return parse(Person, open_words(request.id, request.person, key).encode())
