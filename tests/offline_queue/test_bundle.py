"""The queue on a stick: still sealed, still exactly once, and believed only from our terminals."""

from __future__ import annotations

import io
import zipfile

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from offline_queue import bundle, credentials
from offline_queue.client import Client
from offline_queue.outbox import Outbox
from offline_queue.sync import Agent
from offline_queue.wire import WireError


@pytest.fixture
def station(enrolled, tmp_path):
    """A configuration file of the enrolled terminal."""
    config = tmp_path / "kiosk.toml"
    config.write_text(f'data_dir = "{enrolled}"\n')
    return config


def test_a_queue_travels_on_a_stick_and_back(
    enrolled, intake, station, run_kiosk, form, scan, big_scan, now, tmp_path, secrets
):
    with Outbox.open(enrolled) as outbox:
        kept = [outbox.submit(form, [big_scan], now=now), outbox.submit(form, [], now=now)]
    stick = tmp_path / "stick"
    done = run_kiosk("queue", "export", "--out", str(stick), config=station)
    assert done.returncode == 0, done.stderr
    assert sorted(path.stem for path in stick.iterdir()) == sorted(item.id for item in kept)
    for path in stick.iterdir():
        assert not any(secret.encode() in path.read_bytes() for secret in secrets)
    assert intake.call("import", str(stick)).count("new") == 2
    assert intake.call("import", str(stick)).count("known") == 2
    with Outbox.open(enrolled) as outbox:
        client = Client(intake.url, None, credentials.load(enrolled))
        assert Agent(outbox, client).drain(20), "the line is back: sending them too does no harm"
        client.close()
        numbers = {outbox.acceptance_number(item.id) for item in kept}
    assert {stored["acceptance_number"] for stored in intake.stored()} == numbers
    assert len(intake.stored()) == 2


def test_the_citys_acknowledgements_come_back_on_the_stick(enrolled, intake, station, run_kiosk, form, now, tmp_path):
    with Outbox.open(enrolled) as outbox:
        kept = outbox.submit(form, [], now=now)
    stick = tmp_path / "stick"
    run_kiosk("queue", "export", "--out", str(stick), config=station)
    intake.call("import", str(stick))
    done = run_kiosk("queue", "acknowledge", str(stick), config=station)
    assert (done.returncode, done.stdout.strip()) == (0, "1"), done.stderr
    with Outbox.open(enrolled) as outbox:
        assert outbox.acceptance_number(kept.id) == intake.stored()[0]["acceptance_number"]
        assert outbox.waiting() == 0
    (stick / f"{kept.id}.ack").write_bytes(b"a.b.c")
    assert run_kiosk("queue", "acknowledge", str(stick), config=station).returncode == 3


def test_status_says_what_waits_and_why(enrolled, station, run_kiosk, form, now):
    with Outbox.open(enrolled) as outbox:
        outbox.submit(form, [], now=now)
        client = Client("http://127.0.0.1:9", None, credentials.load(enrolled))
        Agent(outbox, client).send_one()
        client.close()
    done = run_kiosk("queue", "status", "--json", config=station)
    assert '"waiting": 1' in done.stdout
    assert '"kind": "line"' in done.stdout


@pytest.fixture
def packed(outbox, alone, form, scan, now):
    submitted = outbox.submit(form, [scan], now=now)
    return bundle.pack(*outbox.contents.export(submitted.id), credentials.load(alone).key)


def test_only_the_terminals_own_signature_counts(packed, alone):
    found = bundle.unpack(packed)
    found.check(credentials.load(alone).key.public_key())
    with pytest.raises(WireError):
        found.check(Ed25519PrivateKey.generate().public_key())


def test_a_file_that_would_unfold_is_refused(packed):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", bytes(1 << 20))
    with pytest.raises(WireError):
        bundle.unpack(file.getvalue())


@settings(max_examples=150)
@given(st.data())
def test_hostile_files_are_named_errors(data):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("manifest.json", data.draw(st.binary(max_size=50)))
        archive.writestr("signature", b"x")
    raw = bytearray(file.getvalue())
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at : at + 4] = data.draw(st.binary(max_size=6))
    with pytest.raises(WireError):
        bundle.unpack(bytes(raw))
