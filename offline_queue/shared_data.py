"""Which papers the city already holds of a person, so that nobody has to bring them: question and signed answer."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from offline_queue.sealing import PrivateKey, open_words, seal_words
from offline_queue.wire import Digest, Message, Sealed, SealingKey, SubmissionId, parse

MEDIA_TYPE = "application/vnd.kiosk.shared-data+jws"
"""Media type of an answer: a compact JWS (RFC 7515), EdDSA (RFC 8037)."""

MAX_MATERIALS = 50

CODE = re.compile(r"[A-Za-z0-9_-]{1,50}")

MaterialCode = Annotated[str, StringConstraints(pattern=rf"^{CODE.pattern}$")]


class Person(Message):
    """Whom it is about: as on the card. Travels sealed only."""

    id_number: str = Field(pattern=r"^[0-9A-Z]{15,18}$")
    name: str = Field(min_length=1, max_length=100)


class SharedDataRequest(Message):
    """Does the city hold these? Asked for one application, with the consent of the person, who is sealed."""

    id: SubmissionId
    service_code: str = Field(min_length=1, max_length=50)
    materials: tuple[MaterialCode, ...] = Field(min_length=1, max_length=MAX_MATERIALS)
    consent: Literal[True]
    person: Sealed


class HeldMaterial(Message):
    """A paper: whether the city holds it, under which reference, and its last day (ISO date; empty without one)."""

    material: MaterialCode
    held: bool
    reference: str = Field(default="", max_length=64)
    valid_until: str = Field(default="", pattern=r"^(\d{4}-\d{2}-\d{2})?$")


class SharedData(Message):
    """The city's word on each paper asked for, in that order; good only for the request of this SHA-256."""

    request: Digest
    answered_at: str = Field(max_length=40)
    materials: tuple[HeldMaterial, ...] = Field(max_length=MAX_MATERIALS)


def seal_person(request: str, person: Person, key: SealingKey) -> Sealed:
    """A person, for the request of this id only. Raises WireError when the public key is none."""
    return seal_words(request, person.model_dump_json(), key)


def open_person(request: SharedDataRequest, key: PrivateKey) -> Person:
    """Whom a request is about. Raises WireError."""
    return parse(Person, open_words(request.id, request.person, key).encode())
