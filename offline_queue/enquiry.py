"""Asking after cases: the city in a few seconds, and what this terminal knows of them itself."""

from __future__ import annotations

from dataclasses import dataclass

import uuid_utils

from offline_queue import cases
from offline_queue.answers import MissingParts, NotDelivered, Refused, not_delivered
from offline_queue.cases import Case, Cases, CasesRequest
from offline_queue.client import Client
from offline_queue.numbers import letter_number
from offline_queue.outbox import Outbox
from offline_queue.sealing import seal_words
from offline_queue.shared_data import Person
from offline_queue.transport import Trouble
from offline_queue.wire import ProblemKind, Progress, WireError, digest_of, parse, verify

JSON = "application/json"


@dataclass(frozen=True, repr=False)
class Held:
    """What a terminal knows of a case by itself. `said`: what the city last told of it, if anything.

    `acceptance_number` is empty while the city has not acknowledged. `refused`: it will not, staff see to it.
    """

    offline_number: str
    acceptance_number: str
    service_code: str
    sealed_at: str
    said: Progress | None
    refused: bool = False


def ask_case(client: Client, number: str) -> Case | None:
    """The case of a number as the city tells it, None when it knows none. Raises NotDelivered alone."""
    try:
        answer = client.ask("GET", f"/v1/cases/{number}")
        if answer.status != 200 or answer.media_type != JSON:
            raise not_delivered(answer)
        return parse(Case, answer.body)
    except NotDelivered as failure:
        if failure.kind is ProblemKind.NOT_FOUND:
            return None
        raise
    except (WireError, MissingParts, Refused) as error:
        raise _not_told(error) from None


def ask_cases(client: Client, person: Person) -> tuple[Case, ...]:
    """A person's own cases as the city tells them, newest first. Raises NotDelivered alone."""
    identity = str(uuid_utils.uuid4())
    known = client.credentials
    try:
        sealed = seal_words(identity, person.model_dump_json(), known.city.sealing_key)
        body = CasesRequest(id=identity, person=sealed).model_dump_json().encode()
        answer = client.ask("POST", "/v1/cases/query", body)
        if answer.status != 200 or answer.media_type != cases.MEDIA_TYPE:
            raise not_delivered(answer)
        told = verify(Cases, answer.body, known.signing_keys)
    except (WireError, ValueError, MissingParts, Refused) as error:
        raise _not_told(error) from None
    if told.request != digest_of(body):
        raise NotDelivered(Trouble.SERVER, "the answer is to another question")
    return told.cases


def held_here(outbox: Outbox, number: str) -> Held | None:
    """What this terminal handed in under a number, or was told of it; None when it knows nothing."""
    row = outbox.database.row(
        "SELECT offline_number, coalesce(acceptance_number, '') AS acceptance_number, service_code, sealed_at,"
        " state = 'quarantined' AS refused"
        " FROM submission JOIN standing USING (sequence) WHERE offline_number = ? OR acceptance_number = ?"
        " ORDER BY sequence DESC LIMIT 1",
        number,
        number,
    )
    if row is None and any(letter_number(letter) == number for letter in _letters_here(outbox)):
        return Held(number, "", "", "", None)
    said = outbox.notes.progress(row["acceptance_number"] if row is not None else number)
    if row is not None:
        return Held(**{**dict(row), "refused": bool(row["refused"])}, said=said)
    return None if said is None else Held("", number, "", "", said)


def _letters_here(outbox: Outbox) -> list[str]:
    """Requests for assistance and fault reports that wait to be sent; afterwards the city alone has them."""
    return [row["id"] for row in outbox.database.rows("SELECT id FROM letter WHERE kind IN ('assistance', 'report')")]


def _not_told(error: Exception) -> NotDelivered:
    return NotDelivered(Trouble.SERVER, f"the city does not tell of cases ({type(error).__name__})")
