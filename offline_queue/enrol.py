"""Enrolment: a terminal gets its number and the city's keys for a code."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import requests

from offline_queue import credentials
from offline_queue.answers import NotDelivered, exchange, not_delivered, raise_problem
from offline_queue.client import JSON, MAX_ANSWER
from offline_queue.limits import Limits
from offline_queue.transport import PATIENCE, Trouble, session
from offline_queue.wire import PERMANENT, PROBLEM_TYPE, ProblemKind, Registered, Registration, WireError, parse


def enrol(
    data_dir: Path,
    url: str,
    ca_file: Path | None,
    code: str,
    area: str,
    station: str,
    identity: tuple[Path, Path] | None = None,
) -> Registered:
    """Register and keep what the city gave. The terminal's key stays when there is one; `identity` is for mutual TLS.

    Raises OutboxError, NotDelivered, Refused.
    """
    public = credentials.terminal_key(data_dir).public_key().public_bytes_raw()
    registration = Registration(code=code, public_key=base64.b64encode(public).decode(), area=area, station=station)
    registered = register(url, ca_file, registration, identity)
    credentials.store_city(data_dir, registered)
    return registered


def register(
    url: str, ca_file: Path | None, registration: Registration, identity: tuple[Path, Path] | None = None
) -> Registered:
    """Introduce a terminal. Raises NotDelivered, Refused (a code that is not or no longer good)."""
    made, line = session(ca_file, identity)
    try:
        body = registration.model_dump_json().encode()
        request = requests.Request("POST", f"{url}/v1/terminals", data=body, headers={"Content-Type": JSON})
        with line.limited(PATIENCE):
            answer = exchange(made, request.prepare(), MAX_ANSWER)
    finally:
        made.close()
    if answer.media_type == PROBLEM_TYPE:
        raise_problem(answer, permanent=PERMANENT | {ProblemKind.NOT_TRUSTED})
    if answer.status != 201:
        raise not_delivered(answer)
    try:
        registered = parse(Registered, answer.body)
        base64.b64decode(registered.signing_key, validate=True)
    except (WireError, ValueError):
        raise NotDelivered(Trouble.SERVER, "the answer is no registration") from None
    return registered


def reached(url: str, ca_file: Path | None, identity: tuple[Path, Path] | None = None) -> float:
    """Ask an intake what it takes, which it tells anybody: so it is one, and we may trust it. Raises NotDelivered.

    Seconds by which our clock is behind the answer's, 0 when it does not say.
    """
    made, line = session(ca_file, identity)
    try:
        with line.limited(PATIENCE):
            answer = exchange(made, requests.Request("GET", f"{url}/v1/limits").prepare(), MAX_ANSWER)
    finally:
        made.close()
    if answer.status != 200 or answer.media_type != JSON:
        raise not_delivered(answer)
    try:
        Limits.model_validate_json(answer.body)
    except ValueError:
        raise NotDelivered(Trouble.PORTAL, "the answer is not an intake's") from None
    try:
        return (parsedate_to_datetime(answer.headers.get("Date", "")) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return 0.0
