"""Enrolment: a terminal gets its number and the city's keys for a code."""

from __future__ import annotations

import base64
from pathlib import Path

from offline_queue import client, credentials
from offline_queue.wire import Registered, Registration


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

    Raises OutboxError, client.NotDelivered, client.Refused.
    """
    public = credentials.terminal_key(data_dir).public_key().public_bytes_raw()
    registration = Registration(code=code, public_key=base64.b64encode(public).decode(), area=area, station=station)
    registered = client.register(url, ca_file, registration, identity)
    credentials.store_city(data_dir, registered)
    return registered
