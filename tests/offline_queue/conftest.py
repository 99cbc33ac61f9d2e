"""A terminal enrolled with a city: with a real intake process, or with keys of its own for tests without one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from offline_queue.outbox import Attachment, Outbox

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
def outbox(alone):
    with Outbox.open(alone) as box:
        yield box
