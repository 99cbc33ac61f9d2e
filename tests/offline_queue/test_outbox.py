"""The queue by itself: sealed, durable, in order, and in nobody's hands."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_11_10

from offline_queue.numbers import acceptance_number, is_offline_number, offline_number
from offline_queue.outbox import Attachment, NotEnrolled, Outbox, OutboxError
from offline_queue.sealing import open_key, open_part, private_key
from offline_queue.wire import Acknowledgement, Manifest, Suite, WireError


def everything_under(folder):
    return [(path, path.read_bytes()) for path in folder.rglob("*") if path.is_file()]


def proof_of(outbox, submission):
    outgoing = next(item for item in outbox.items() if item.id == submission)
    return Acknowledgement(
        id=outgoing.id, digest="0" * 64, acceptance_number="37010226112400013", received_at="2026-11-24T10:31:00+00:00"
    )


def test_what_was_sealed_opens_only_for_the_city(outbox, form, scan, big_scan, now, city):
    submitted = outbox.submit(form, [scan, big_scan], now=now)
    raw, parts = outbox.export(submitted.id)
    manifest = Manifest.model_validate_json(raw)
    key = open_key(manifest, private_key(Suite.X25519, city[0]))
    opened = [open_part(manifest, entry, parts[entry.digest], key) for entry in manifest.parts]
    assert json.loads(opened[0]) == form
    assert opened[1:] == [scan.data, big_scan.data]
    with pytest.raises(WireError):
        open_key(manifest, private_key(Suite.X25519, bytes(32)))


def test_parts_cannot_be_moved_or_changed(outbox, form, scan, now, city):
    submitted = outbox.submit(form, [scan], now=now)
    raw, parts = outbox.export(submitted.id)
    manifest = Manifest.model_validate_json(raw)
    key = open_key(manifest, private_key(Suite.X25519, city[0]))
    first, second = manifest.parts
    for entry, ciphertext in (
        (first, parts[second.digest]),
        (second, parts[first.digest]),
        (first, parts[first.digest][:-1]),
        (first, b""),
        (first.model_copy(update={"part": "other"}), parts[first.digest]),
    ):
        with pytest.raises(WireError):
            open_part(manifest, entry, ciphertext, key)


def test_nothing_personal_lies_on_the_disk(alone, outbox, form, scan, big_scan, now, secrets):
    for _ in range(3):
        outbox.submit(form, [scan, big_scan], now=now)
    for path, content in everything_under(alone):
        for secret in secrets:
            for codec in ("utf-8", "utf-16-le", "gb18030"):
                assert secret.encode(codec) not in content, path
        assert scan.data[:200] not in content, path


def test_offline_numbers_never_repeat_whatever_the_clock_does(outbox, form, now):
    days = [now, now + timedelta(days=400), now - timedelta(days=4000), now]
    numbers = [outbox.submit(form, [], now=day).offline_number for day in days]
    assert len(set(numbers)) == len(numbers)
    assert all(is_offline_number(number) for number in numbers)
    assert numbers[0].startswith("L0042261124")


def test_states_and_events(outbox, form, now):
    submitted = outbox.submit(form, [], now=now)
    assert outbox.waiting() == 1
    assert outbox.untried()
    assert outbox.next_outgoing().id == submitted.id
    assert not outbox.untried()
    assert outbox.next_outgoing() is None, "nobody else may take what is being sent"
    outbox.given_back(submitted.id, "the line is down")
    assert outbox.items()[0].attempts == 1
    outbox.next_outgoing()
    outbox.acknowledged(proof_of(outbox, submitted.id), now)
    assert outbox.acceptance_number(submitted.id) == "37010226112400013"
    assert outbox.waiting() == 0
    connection = outbox._connection
    states = [row[0] for row in connection.execute("SELECT state FROM event ORDER BY number")]
    assert states == ["sealed", "sending", "sealed", "sending", "acknowledged"]


def test_what_was_never_tried_goes_ahead_of_the_backlog(outbox, form, now):
    old = outbox.submit(form, [], now=now)
    outbox.next_outgoing()
    outbox.given_back(old.id, "the line is down")
    new = outbox.submit(form, [], now=now)
    assert outbox.next_outgoing().id == new.id
    assert outbox.next_outgoing().id == old.id


def test_an_interrupted_try_is_given_back(alone, outbox, form, now):
    submitted = outbox.submit(form, [], now=now)
    outbox.next_outgoing()
    with Outbox.open(alone) as other:
        other.recover()
        assert other.next_outgoing().id == submitted.id


def test_a_quarantined_submission_waits_for_staff(outbox, form, now):
    submitted = outbox.submit(form, [], now=now)
    outbox.next_outgoing()
    outbox.quarantined(submitted.id, "invalid")
    assert outbox.next_outgoing() is None
    assert outbox.retry(submitted.id)
    assert not outbox.retry(submitted.id)
    assert outbox.next_outgoing().id == submitted.id


def test_purged_after_the_grace_period_and_not_before(alone, outbox, form, scan, big_scan, now):
    submitted = outbox.submit(form, [scan, big_scan], now=now)
    outbox.next_outgoing()
    outbox.acknowledged(proof_of(outbox, submitted.id), now)
    assert outbox.purge(now + timedelta(days=6)) == 0
    assert outbox.purge(now + timedelta(days=8)) == 1
    assert outbox.export(submitted.id) is None
    assert not list((alone / "parts").iterdir())
    assert outbox.items()[0].acceptance_number == "37010226112400013"


def test_a_damaged_part_is_noticed(alone, outbox, form, big_scan, now):
    submitted = outbox.submit(form, [big_scan], now=now)
    [file] = (alone / "parts").iterdir()
    file.write_bytes(b"x" + file.read_bytes()[1:])
    with pytest.raises(OutboxError):
        outbox.part(submitted.id, file.name)


def test_a_terminal_that_is_not_enrolled_says_so(tmp_path, form, now):
    with Outbox.open(tmp_path / "new") as outbox, pytest.raises(NotEnrolled):
        outbox.submit(form, [], now=now)


def test_a_newer_queue_is_refused_in_plain_words(alone):
    Outbox.open(alone).close()
    connection = sqlite3.connect(alone / "outbox.sqlite")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(OutboxError, match="newer program"):
        Outbox.open(alone)


def test_what_is_no_queue_is_refused_and_kept(alone):
    (alone / "parts").mkdir()
    (alone / "outbox.sqlite").write_bytes(b"this is no database" * 100)
    with pytest.raises(OutboxError, match="damaged"):
        Outbox.open(alone)
    assert (alone / "outbox.sqlite").read_bytes().startswith(b"this is no database")


@pytest.mark.parametrize("part", ["../evil", "", "a b", "x" * 65])
def test_part_names_cannot_leave_their_place(outbox, form, now, part):
    with pytest.raises(OutboxError):
        outbox.submit(form, [Attachment(part, "image/jpeg", b"")], now=now)


def test_ratings_carry_nothing_that_leads_back(outbox, form, now):
    outbox.submit(form, [], now=now)
    outbox.rate("jn-residence-registration", 5, ("clear",), "", day=date(2026, 11, 24))
    [(identity, body)] = outbox.ratings()
    assert set(json.loads(body)) == {"service_code", "level", "tags", "words", "day"}
    assert identity[14] == "4", "a random id, without a time in it"
    with pytest.raises(OutboxError):
        outbox.rate("x", 6, (), "", day=date(2026, 11, 24))


@given(st.from_regex(r"[0-9]{4}", fullmatch=True), st.dates(), st.integers(1, 99_999), st.integers(0, 9))
def test_one_wrong_digit_is_always_noticed(terminal, day, serial, digit):
    number = offline_number(terminal, day, serial)
    assert is_offline_number(number)
    changed = number[:3] + str(digit) + number[4:]
    assert is_offline_number(changed) == (changed == number)
    assert mod_11_10.is_valid(acceptance_number("370102", day, serial))


ADD = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from offline_queue.outbox import Attachment, Outbox
outbox = Outbox.open(Path(sys.argv[1]))
print("ready", flush=True)
while True:
    scans = [Attachment("scan-1", "image/jpeg", bytes(300_000))]
    print(outbox.submit({"service_code": "x"}, scans, now=datetime.now(UTC)).id, flush=True)
"""


@pytest.mark.parametrize("seed", range(6))
def test_a_kill_at_any_moment_leaves_whole_submissions_and_every_promised_one(alone, seed):
    process = subprocess.Popen([sys.executable, "-c", ADD, str(alone)], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "ready\n"
    time.sleep(random.Random(seed).uniform(0.0, 0.25))
    process.send_signal(signal.SIGKILL)
    promised = process.stdout.read().split("\n")[:-1]
    process.wait()
    process.stdout.close()
    with Outbox.open(alone) as outbox:
        kept = {item.id for item in outbox.items()}
        assert kept.issuperset(promised)
        for identity in kept:
            manifest, parts = outbox.export(identity)
            assert len(parts) == len(Manifest.model_validate_json(manifest).parts) == 2
