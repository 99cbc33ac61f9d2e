"""The intake as the terminal sees it: signed requests, and answers of which only a proof counts.

Whatever else comes back (a login page with status 200, half an answer, a redirect) is "not delivered".
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from http_message_signatures import HTTPMessageSigner, HTTPSignatureKeyResolver
from http_message_signatures.algorithms import ED25519

from offline_queue.credentials import Credentials
from offline_queue.wire import (
    ACKNOWLEDGEMENT_TYPE,
    PERMANENT,
    PROBLEM_TYPE,
    Acknowledgement,
    Problem,
    ProblemKind,
    Registered,
    Registration,
    WireError,
    parse,
    verify,
)

TIMEOUT = (5.0, 20.0)
"""Seconds to connect, and between two pieces of an answer."""

MAX_ANSWER = 64 << 10
"""Bytes of an answer that are read at most."""

MAX_RETRY_AFTER = 3600.0
"""Seconds of a Retry-After that are obeyed at most, so that a mistake there cannot silence a terminal for days."""

COVERED = ("@method", "@path", "@authority")
"""Parts of a request that its signature covers (RFC 9421), the body's digest beside them."""


class NotDelivered(Exception):
    """Nothing proves that the intake has it. `retry_after`: seconds that the intake asks us to wait."""

    def __init__(self, reason: str, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_after = retry_after


class Refused(Exception):
    """The intake refuses this submission for good."""

    def __init__(self, kind: ProblemKind) -> None:
        super().__init__(kind.value)
        self.kind = kind


class MissingParts(Exception):
    """The intake has not all parts of a manifest: these digests are to be sent."""

    def __init__(self, digests: tuple[str, ...]) -> None:
        super().__init__(f"{len(digests)} parts")
        self.digests = digests


@dataclass(frozen=True)
class _Answer:
    status: int
    media_type: str
    body: bytes
    retry_after: float | None


class _Key(HTTPSignatureKeyResolver):
    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key

    def resolve_private_key(self, key_id: str) -> Any:
        del key_id
        return self._key


class Client:
    """Talks to one intake as one terminal."""

    def __init__(self, url: str, ca_file: Path | None, credentials: Credentials) -> None:
        self._url = url
        self._credentials = credentials
        self._session = _session(ca_file)
        self._signer = HTTPMessageSigner(signature_algorithm=ED25519, key_resolver=_Key(credentials.key))

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def put_part(self, digest: str, ciphertext: bytes) -> None:
        """Bring one part. Raises NotDelivered, Refused."""
        answer = self._send("PUT", f"/v1/parts/{digest}", ciphertext, "application/octet-stream")
        if answer.status not in (200, 201) or answer.body.strip() != digest.encode():
            raise _not_delivered(answer)

    def put_submission(self, submission: str, manifest: bytes, digest: str) -> Acknowledgement:
        """Bring the manifest; the proof that the intake has it all. Raises NotDelivered, Refused, MissingParts."""
        answer = self._send("PUT", f"/v1/submissions/{submission}", manifest, "application/json")
        if answer.status not in (200, 201) or answer.media_type != ACKNOWLEDGEMENT_TYPE:
            raise _not_delivered(answer)
        try:
            proof = verify(answer.body, self._credentials.signing_key)
        except WireError as error:
            raise NotDelivered(str(error)) from None
        if proof.id != submission or proof.digest != digest:
            raise NotDelivered("the acknowledgement is for something else")
        return proof

    def put_rating(self, rating: str, body: bytes) -> None:
        """Bring a rating. Raises NotDelivered, Refused."""
        answer = self._send("PUT", f"/v1/ratings/{rating}", body, "application/json")
        if answer.status not in (200, 201) or answer.body.strip() != rating.encode():
            raise _not_delivered(answer)

    def _send(self, method: str, path: str, body: bytes, media_type: str) -> _Answer:
        request = requests.Request(method, self._url + path, data=body, headers={"Content-Type": media_type}).prepare()
        self._signer.sign(
            request, key_id=self._credentials.city.terminal, covered_component_ids=COVERED, body=body, label="terminal"
        )
        answer = _exchange(self._session, request)
        if answer.media_type == PROBLEM_TYPE:
            _raise_problem(answer)
        return answer


def register(url: str, ca_file: Path | None, registration: Registration) -> Registered:
    """Introduce a terminal. Raises NotDelivered, Refused (a code that is not or no longer good)."""
    session = _session(ca_file)
    try:
        body = registration.model_dump_json().encode()
        headers = {"Content-Type": "application/json"}
        answer = _exchange(
            session, requests.Request("POST", f"{url}/v1/terminals", data=body, headers=headers).prepare()
        )
    finally:
        session.close()
    if answer.media_type == PROBLEM_TYPE:
        _raise_problem(answer, permanent=PERMANENT | {ProblemKind.NOT_TRUSTED})
    if answer.status != 201:
        raise _not_delivered(answer)
    try:
        registered = parse(Registered, answer.body)
        base64.b64decode(registered.signing_key, validate=True)
    except (WireError, ValueError):
        raise NotDelivered("the answer is no registration") from None
    return registered


def _session(ca_file: Path | None) -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    if ca_file is not None:
        session.verify = str(ca_file)
    return session


def _exchange(session: requests.Session, request: requests.PreparedRequest) -> _Answer:
    try:
        with session.send(
            request, timeout=TIMEOUT, allow_redirects=False, stream=True, verify=session.verify
        ) as response:
            body = b""
            for piece in response.iter_content(8192):
                body += piece
                if len(body) > MAX_ANSWER:
                    raise NotDelivered("the answer is too long")
            media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            return _Answer(response.status_code, media_type, body, _retry_after(response.headers.get("Retry-After")))
    except (requests.RequestException, OSError, ValueError) as error:
        host = urlsplit(cast(str, request.url)).netloc
        raise NotDelivered(f"{host} cannot be reached ({type(error).__name__})") from None


def _raise_problem(answer: _Answer, permanent: frozenset[ProblemKind] = PERMANENT) -> None:
    try:
        problem = parse(Problem, answer.body)
    except WireError:
        raise _not_delivered(answer) from None
    if problem.status != answer.status:
        raise _not_delivered(answer)
    if problem.type is ProblemKind.MISSING_PARTS and problem.missing:
        raise MissingParts(problem.missing)
    if problem.type in permanent:
        raise Refused(problem.type)
    raise NotDelivered(f"the intake says: {problem.type.value}", answer.retry_after)


def _not_delivered(answer: _Answer) -> NotDelivered:
    return NotDelivered(f"an answer that proves nothing (status {answer.status})", answer.retry_after)


def _retry_after(value: str | None) -> float | None:
    """Seconds of a Retry-After, which may be a number or a date (RFC 9110 section 10.2.3)."""
    if value is None:
        return None
    if value.strip().isascii() and value.strip().isdigit():
        seconds = float(value) if len(value) < 12 else MAX_RETRY_AFTER
    else:
        try:
            seconds = (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds()
        except (ValueError, TypeError, OverflowError):
            return None
    return min(max(seconds, 0.0), MAX_RETRY_AFTER)
