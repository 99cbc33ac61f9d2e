"""What a resident waits for at the screen: which papers the city holds, and what an instant service gave."""

from __future__ import annotations

from collections.abc import Sequence

import uuid_utils

from offline_queue import results, shared_data
from offline_queue.answers import MissingParts, NotDelivered, Refused, not_delivered
from offline_queue.client import Client
from offline_queue.results import Result
from offline_queue.shared_data import Person, SharedData, SharedDataRequest, seal_person
from offline_queue.transport import Trouble
from offline_queue.wire import ProblemKind, WireError, digest_of, verify

RESULT_PATIENCE = 1.5
"""Seconds for the result of a case that has its number: it is shown with the number, or promised for an enquiry."""


def ask_shared(client: Client, service_code: str, materials: Sequence[str], person: Person) -> tuple[SharedData, bytes]:
    """Which of these papers the city holds already, with the person's consent, and its word as it was signed.

    In a few seconds or not at all. Raises NotDelivered alone, whatever the reason: then the papers are scanned.
    """
    identity = str(uuid_utils.uuid4())
    known = client.credentials
    try:
        sealed = seal_person(identity, person, known.city.sealing_key)
        request = SharedDataRequest(
            id=identity, service_code=service_code, materials=tuple(materials), consent=True, person=sealed
        )
        body = request.model_dump_json().encode()
        answer = client.ask("POST", "/v1/shared-data", body)
        if answer.status != 200 or answer.media_type != shared_data.MEDIA_TYPE:
            raise not_delivered(answer)
        told = verify(SharedData, answer.body, known.signing_keys)
    except (WireError, ValueError, MissingParts, Refused) as error:
        raise _not_told("what it holds", error) from None
    if told.request != digest_of(body) or [item.material for item in told.materials] != list(materials):
        raise NotDelivered(Trouble.SERVER, "the answer is to another question")
    return told, answer.body


def ask_result(client: Client, submission: str) -> Result | None:
    """What an instant service gave for a submission, None when there is nothing (yet). Raises NotDelivered alone."""
    try:
        answer = client.ask("GET", f"/v1/results/{submission}", patience=RESULT_PATIENCE)
        if answer.status != 200 or answer.media_type != results.MEDIA_TYPE:
            raise not_delivered(answer)
        told = verify(Result, answer.body, client.credentials.signing_keys)
    except NotDelivered as failure:
        if failure.kind is ProblemKind.NOT_FOUND:
            return None
        raise
    except (WireError, MissingParts, Refused) as error:
        raise _not_told("of a result", error) from None
    if told.submission != submission:
        raise NotDelivered(Trouble.SERVER, "the result is another submission's")
    return told


def _not_told(what: str, error: Exception) -> NotDelivered:
    return NotDelivered(Trouble.SERVER, f"the city does not tell {what} ({type(error).__name__})")
