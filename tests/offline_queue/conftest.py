"""A terminal enrolled with a city: with a real intake process, or with keys of its own for tests without one."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from offline_queue import credentials
from offline_queue.enrol import enrol
from offline_queue.outbox import Attachment, Outbox
from offline_queue.sealing import generate, public_bytes
from offline_queue.wire import Registered, SealingKey, Suite

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)

FORM = {
    "service_code": "jn-residence-registration",
    "applicant": {"name": "秘密甲", "id_number": "370102195803140010", "address": "保密路9号"},
    "answers": {"phone": "13900001234", "note": "一二三"},
    "identified_by": "card",
}
SECRETS = ("秘密甲", "370102195803140010", "保密路9号", "13900001234")


@pytest.fixture
def now():
    return NOW


@pytest.fixture
def form():
    return FORM


@pytest.fixture
def secrets():
    return SECRETS


@pytest.fixture
def scan():
    return Attachment("lease-1", "image/jpeg", b"\xff\xd8" + bytes(range(256)) * 8)


@pytest.fixture
def big_scan():
    return Attachment("lease-2", "image/jpeg", b"\xff\xd8" + bytes(600_000))


@pytest.fixture
def enrolled(tmp_path, intake):
    """Data folder of a terminal that is enrolled with the running intake."""
    data = tmp_path / "terminal"
    enrol(data, intake.url, None, intake.call("enrol-code").strip(), "370102", "甸柳社区")
    return data


@pytest.fixture
def city():
    """The private keys of an invented city: opening and signing."""
    return generate(Suite.X25519), Ed25519PrivateKey.generate()


@pytest.fixture
def alone(tmp_path, city):
    """Data folder of a terminal that is enrolled with an invented city, without a server."""
    data = tmp_path / "alone"
    opening, signing = city
    credentials.terminal_key(data)
    key = base64.b64encode(public_bytes(Suite.X25519, opening)).decode()
    public = base64.b64encode(signing.public_key().public_bytes_raw()).decode()
    sealing = SealingKey(key_id="k1", suite=Suite.X25519, public_key=key)
    credentials.store_city(data, Registered(terminal="0042", sealing_key=sealing, signing_key=public))
    return data


@pytest.fixture
def outbox(alone):
    with Outbox.open(alone) as box:
        yield box
