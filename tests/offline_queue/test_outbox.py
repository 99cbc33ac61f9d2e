"""The queue by itself: sealed, durable, in order, and in nobody's hands."""

from __future__ import annotations

import fcntl
import json
import random
import signal
import subprocess
import sys
import threading
import time
from datetime import date, timedelta

import pytest
import uuid_utils
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_11_10

from offline_queue import clocks, credentials
from offline_queue.dispatch import GRACE, Dispatch
from offline_queue.letters import MAX_PICTURE_BYTES, Report
from offline_queue.limits import OWN
from offline_queue.numbers import acceptance_number, is_offline_number, offline_number, terminal_number
from offline_queue.outbox import Attachment, NotEnrolled, Outbox, OutboxError
from offline_queue.sealing import open_key, open_part, open_picture, private_key
from offline_queue.wire import Manifest, Suite, WireError, digest_of


def everything_under(folder):
    return [(path, path.read_bytes()) for path in folder.rglob("*") if path.is_file()]


NUMBER = "37010226112400013"


@pytest.fixture
def dispatch(outbox):
    return Dispatch(outbox)


def test_what_was_sealed_opens_only_for_the_city(outbox, form, scan, big_scan, now, city):
    submitted = outbox.submit(form, [scan, big_scan], now=now)
    raw, parts = outbox.contents.export(submitted.id)
    manifest = Manifest.model_validate_json(raw)
    key = open_key(manifest, private_key(Suite.X25519, city[0]))
    opened = [open_part(manifest, entry, parts[entry.digest], key) for entry in manifest.parts]
    assert json.loads(opened[0]) == form
    assert opened[1:] == [scan.data, big_scan.data]
    with pytest.raises(WireError):
        open_key(manifest, private_key(Suite.X25519, bytes(32)))


def test_parts_cannot_be_moved_or_changed(outbox, form, scan, now, city):
    submitted = outbox.submit(form, [scan], now=now)
    raw, parts = outbox.contents.export(submitted.id)
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


@pytest.mark.parametrize("terminal", ["0042", "010042"])
def test_offline_numbers_never_repeat_whatever_the_clock_does(outbox, form, now, terminal):
    city = credentials.load_city(outbox.folder)
    credentials.store_city(outbox.folder, city.model_copy(update={"terminal": terminal}))
    days = [now, now + timedelta(days=400), now - timedelta(days=4000), now]
    numbers = [outbox.submit(form, [], now=day).offline_number for day in days]
    assert len(set(numbers)) == len(numbers)
    assert all(is_offline_number(number) for number in numbers)
    assert [number[1 + len(terminal) : -1] for number in numbers[::3]] == ["2611240001", "2611240002"]


def test_states_and_events(outbox, dispatch, form, now):
    submitted = outbox.submit(form, [], now=now)
    assert outbox.waiting() == 1
    outgoing = dispatch.next_outgoing()
    assert outgoing.id == submitted.id
    assert dispatch.next_outgoing() is None, "nobody else may take what is being sent"
    dispatch.given_back(outgoing.sequence, "the line is down", counted=False)
    assert outbox.items()[0].attempts == 0, "the line's trouble is not the submission's"
    dispatch.given_back(dispatch.next_outgoing().sequence, "its own trouble", counted=True)
    assert outbox.items()[0].attempts == 1
    dispatch.acknowledged(dispatch.next_outgoing().sequence, NUMBER, b"proof")
    assert outbox.acceptance_number(submitted.id) == NUMBER
    assert outbox.waiting() == 0
    states = [row[0] for row in outbox.database.rows("SELECT state FROM event ORDER BY number")]
    assert states == ["sealed", "sending", "sealed", "sending", "sealed", "sending", "acknowledged"]


def test_the_first_event_is_there_before_anyone_sends(outbox, dispatch, form, now):
    outbox.submit(form, [], now=now)
    seen = "SELECT submission, at, state FROM history"
    before = [tuple(row) for row in outbox.database.rows(seen)]
    assert before == [(1, "2026-11-24T10:30:00Z", "sealed")]
    dispatch.recover()
    assert [tuple(row) for row in outbox.database.rows(seen)] == before


def test_several_programs_give_out_each_number_once_and_in_order(alone, form, now):
    with Outbox.open(alone) as one, Outbox.open(alone) as two:
        for box in (one, two, two, one, one, two):
            box.submit(form, [], now=now)
        threads = [
            threading.Thread(target=lambda box=box: [box.submit(form, [], now=now) for _ in range(20)])
            for box in (one, one, two, two)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        items = one.items()
        assert [item.offline_number[11:15] for item in items] == [f"{n:04d}" for n in range(1, 87)]
        assert len({item.id for item in items}) == 86


@pytest.mark.parametrize("form", [{"service_code": "x", "n": float("nan")}, {"service_code": "x", "s": "\ud800"}, {}])
def test_a_form_that_json_cannot_say_is_refused_in_our_words(outbox, form, now):
    with pytest.raises(OutboxError):
        outbox.submit(form, [], now=now)
    assert outbox.items() == []


def test_what_comes_in_now_goes_ahead_of_the_backlog(outbox, dispatch, form, now):
    old = outbox.submit(form, [], now=now)
    watching_since = dispatch.last_sequence()
    new = outbox.submit(form, [], now=now)
    assert dispatch.next_fresh(watching_since).id == new.id
    assert dispatch.next_fresh(watching_since) is None
    assert dispatch.next_outgoing().id == old.id


def test_whoever_failed_goes_to_the_back_of_the_line(outbox, dispatch, form, now):
    first, second = (outbox.submit(form, [], now=now).id for _ in range(2))
    order = []
    for _ in range(4):
        outgoing = dispatch.next_outgoing()
        order.append(outgoing.id)
        dispatch.given_back(outgoing.sequence, "the line is down", counted=False)
    assert order == [first, second, first, second]


def test_one_that_waits_by_itself_holds_nobody_up(outbox, dispatch, form, now):
    outbox.submit(form, [], now=now)
    waiting = dispatch.next_outgoing()
    dispatch.given_back(waiting.sequence, "the city stumbles over it", counted=True)
    dispatch.wait(str(waiting.sequence), 600.0, 1)
    other = outbox.submit(form, [], now=now)
    assert dispatch.next_outgoing().id == other.id
    assert dispatch.next_outgoing() is None
    assert 0 < dispatch.next_end_of_wait() <= 600


def test_waits_know_no_clock_but_the_boots(outbox, dispatch, monkeypatch):
    dispatch.wait("everyone", 100.0, 3)
    seconds, failures, here = dispatch.waits("everyone")
    assert (0 < seconds <= 100, failures, here) == (True, 3, True)
    monkeypatch.setattr("offline_queue.dispatch.boot", lambda: "another boot")
    assert dispatch.waits("everyone") == (0.0, 3, False)


def test_an_interrupted_try_is_given_back(alone, outbox, dispatch, form, now):
    submitted = outbox.submit(form, [], now=now)
    dispatch.next_outgoing()
    with Outbox.open(alone) as other:
        Dispatch(other).recover()
        assert Dispatch(other).next_outgoing().id == submitted.id


def test_a_quarantined_submission_waits_for_staff(outbox, dispatch, form, now):
    submitted = outbox.submit(form, [], now=now)
    dispatch.quarantined(dispatch.next_outgoing().sequence, "invalid")
    assert dispatch.next_outgoing() is None
    assert outbox.retry(submitted.id)
    assert not outbox.retry(submitted.id)
    assert dispatch.next_outgoing().id == submitted.id


def test_the_grace_period_is_counted_in_time_switched_on(
    alone, outbox, dispatch, form, scan, big_scan, now, monkeypatch
):
    submitted = outbox.submit(form, [scan, big_scan], now=now)
    dispatch.grow_older()
    dispatch.acknowledged(dispatch.next_outgoing().sequence, NUMBER, b"proof")
    assert dispatch.due_for_purge(10) == []
    began = clocks.uptime()
    monkeypatch.setattr("offline_queue.dispatch.uptime", lambda: began + GRACE - 60)
    assert dispatch.due_for_purge(10) == []
    dispatch.grow_older()
    monkeypatch.setattr("offline_queue.dispatch.boot", lambda: "after a restart")
    monkeypatch.setattr("offline_queue.dispatch.uptime", lambda: 120.0)
    [(sequence, identity, _)] = dispatch.due_for_purge(10)
    assert identity == submitted.id
    dispatch.purge(sequence)
    assert outbox.contents.export(submitted.id) is None
    assert not list((alone / "parts").iterdir())
    assert outbox.items()[0].acceptance_number == NUMBER


def test_files_that_no_row_names_are_swept_but_not_those_being_written(alone, outbox, dispatch, form, big_scan, now):
    outbox.submit(form, [big_scan], now=now)
    (alone / "parts" / ("0" * 64)).write_bytes(b"left behind")
    with (alone / "parts.lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        assert dispatch.sweep() == 0
    assert dispatch.sweep() == 1
    assert len(list((alone / "parts").iterdir())) == 1


def test_a_damaged_part_is_noticed(alone, outbox, form, big_scan, now):
    submitted = outbox.submit(form, [big_scan], now=now)
    [file] = (alone / "parts").iterdir()
    file.write_bytes(bytes([file.read_bytes()[0] ^ 1]) + file.read_bytes()[1:])
    with pytest.raises(OutboxError):
        outbox.contents.part(submitted.id, file.name)


def test_a_terminal_that_is_not_enrolled_says_so(tmp_path, form, now):
    with Outbox.open(tmp_path / "new") as outbox, pytest.raises(NotEnrolled):
        outbox.submit(form, [], now=now)


@pytest.mark.parametrize("part", ["../evil", "", "a b", "x" * 65])
def test_part_names_cannot_leave_their_place(outbox, form, now, part):
    with pytest.raises(OutboxError):
        outbox.submit(form, [Attachment(part, "image/jpeg", b"")], now=now)


def test_ratings_carry_nothing_that_leads_back(outbox, dispatch, form, now):
    outbox.submit(form, [], now=now)
    outbox.letters.rate("jn-residence-registration", 5, ("clear",), "", day=date(2026, 11, 24))
    letter = outbox.letters.next(anonymous=True)
    identity, body = letter.id, letter.body
    assert set(json.loads(body)) == {"service_code", "level", "tags", "words", "day", "station"}
    assert identity[14] == "4", "a random id, without a time in it"
    with pytest.raises(OutboxError):
        outbox.letters.rate("x", 6, (), "", day=date(2026, 11, 24))


def test_a_stop_carries_the_matter_the_rule_and_the_day_alone(outbox, dispatch):
    outbox.letters.stopped("jn-x", "too_young", "civil_affairs", day=date(2026, 11, 24), station="370102")
    assert outbox.letters.next(anonymous=False) is None, "it leaves after a random delay, like a rating"
    letter = outbox.letters.next(anonymous=True)
    assert (letter.kind, letter.id[14]) == ("stop", "4")
    assert json.loads(letter.body) == {
        "service_code": "jn-x",
        "reason": "too_young",
        "office": "civil_affairs",
        "station": "370102",
        "day": "2026-11-24",
    }
    with pytest.raises(OutboxError):
        outbox.letters.stopped("jn-x", "李四 13900001234", "x", day=date(2026, 11, 24), station="370102")


def test_a_picture_lies_sealed_beside_its_report(outbox, dispatch, city, alone, now):
    shown = b"\xff\xd8 a picture \xff\xd9" * 50
    identity = outbox.letters.report("page", "home", "", now=now, picture=shown)
    letter = outbox.letters.next(anonymous=False)
    entry = Report.model_validate_json(letter.body).picture
    assert entry.digest == digest_of(letter.picture)
    key = private_key(Suite.X25519, city[0])
    assert open_picture(identity, entry, letter.picture, key) == shown
    assert shown not in b"".join(path.read_bytes() for path in alone.glob("outbox.sqlite*"))
    with pytest.raises(WireError):
        open_picture(str(uuid_utils.uuid4()), entry, letter.picture, key)
    with pytest.raises(OutboxError, match="too large"):
        outbox.letters.report("page", "home", "", now=now, picture=bytes(MAX_PICTURE_BYTES))


@given(st.integers(1, 999_999).map(terminal_number), st.dates(), st.integers(1, 99_999), st.integers(0, 9))
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
            manifest, parts = outbox.contents.export(identity)
            assert len(parts) == len(Manifest.model_validate_json(manifest).parts) == 2


def test_several_forms_are_stored_together(outbox, form, scan, big_scan, now):
    other = {**form, "service_code": "jn-other"}
    first, second = outbox.submit_all([(form, [scan]), (other, [scan, big_scan])], now=now)
    assert [item.service_code for item in outbox.items()] == [form["service_code"], "jn-other"]
    assert [item.offline_number for item in outbox.items()] == [first.offline_number, second.offline_number]
    third = outbox.submit(form, [], now=now)
    serials = [int(kept.offline_number[11:-1]) for kept in (first, second, third)]
    assert serials == [1, 2, 3]
    contents = [outbox.contents.export(kept.id) for kept in (first, second)]
    assert len({raw for raw, *_ in contents}) == 2, "each is sealed for itself"


def test_of_several_forms_all_are_stored_or_none(outbox, form, now):
    with pytest.raises(OutboxError):
        outbox.submit_all([(form, []), ({**form, "service_code": "x" * 51}, [])], now=now)
    assert outbox.items() == []


def test_several_forms_are_one_statement(outbox, form, now, monkeypatch):
    statements: list[str] = []
    insert = outbox.database.insert
    monkeypatch.setattr(outbox.database, "insert", lambda said, *rest: (statements.append(said), insert(said, *rest)))
    outbox.submit_all([(form, []), (form, []), (form, [])], now=now)
    assert len(statements) == 1
    assert len(outbox.items()) == 3


def test_several_forms_together_are_no_larger_than_one_may_be(outbox, form, now, monkeypatch):
    small = OWN.model_copy(update={"submission_bytes": 3000})
    monkeypatch.setattr(outbox.notes, "limits", lambda: small)
    half = Attachment("note", "image/jpeg", b"x" * 2000)
    outbox.submit(form, [half], now=now)
    with pytest.raises(OutboxError, match="together"):
        outbox.submit_all([(form, [half]), (form, [half])], now=now)
