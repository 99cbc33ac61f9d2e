"""Data keys made beforehand: each used once, for the city's present key only, and never written down."""

from __future__ import annotations

import base64
import os
import sqlite3
import threading
import time
from contextlib import closing

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from offline_queue import aftercare, credentials
from offline_queue.dispatch import Dispatch
from offline_queue.outbox import Outbox
from offline_queue.sealing import generate, open_key, private_key, public_bytes
from offline_queue.stock import SIZE, Stock
from offline_queue.wire import Manifest, SealingKey, Suite


def wait_until(there):
    end = time.monotonic() + 20
    while not there():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.005)


@pytest.fixture(params=list(Suite))
def key(request):
    return fresh_key(request.param, "k1")[1]


def fresh_key(suite, name):
    raw = generate(suite)
    return raw, SealingKey(key_id=name, suite=suite, public_key=base64.b64encode(public_bytes(suite, raw)).decode())


@pytest.fixture
def keys(key):
    made = Stock()
    made.take(key)
    made.fill(lambda: True)
    return made


def test_a_key_is_there_also_when_none_is_ready(keys, key):
    assert len(keys) == SIZE
    taken = [keys.take(key) for _ in range(SIZE + 3)]
    assert len(keys) == 0
    assert len({each.submission for each in taken}) == SIZE + 3


def test_none_is_made_while_somebody_is_waiting(key):
    keys = Stock()
    keys.take(key)
    keys.fill(iter([True, True, True, False]).__next__)
    assert len(keys) == 3


def test_threads_never_get_the_same(keys, key):
    taken = []
    threads = [threading.Thread(target=lambda: taken.extend(keys.take(key) for _ in range(60))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({each.submission for each in taken}) == len({each.wrapped for each in taken}) == 240


def test_a_new_key_of_the_city_is_sealed_to_at_once(alone, form, now):
    raw, new = fresh_key(Suite.HYBRID, "k2")
    with Outbox.open(alone) as outbox:
        outbox.submit(form, [], now=now)
        wait_until(lambda: len(outbox._keys) == SIZE)
        credentials.store_city(alone, credentials.load_city(alone).model_copy(update={"sealing_key": new}))
        manifest = Manifest.model_validate_json(outbox.contents.export(outbox.submit(form, [], now=now).id)[0])
        assert manifest.key_id == "k2"
        assert len(open_key(manifest, private_key(Suite.HYBRID, raw))) == 32
        wait_until(lambda: len(outbox._keys) == SIZE)
        assert {each.key.key_id for each in outbox._keys._ready} == {"k2"}


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_forked_child_uses_nothing_of_its_parent(keys, key):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writing, " ".join(keys.take(key).submission for _ in range(SIZE)).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        theirs = pipe.read().decode().split()
    os.waitpid(child, 0)
    assert len(theirs) == SIZE
    assert not {keys.take(key).submission for _ in range(SIZE)} & set(theirs)


def test_two_processes_have_each_their_own(alone, form, now):
    with Outbox.open(alone) as one, Outbox.open(alone) as two:
        for box in (one, two):
            box.submit(form, [], now=now)
            wait_until(lambda box=box: len(box._keys) == SIZE)
        mine, theirs = ({each.submission for each in box._keys._ready} for box in (one, two))
        assert not mine & theirs


def test_neither_used_nor_unused_keys_are_ever_written_down(alone, form, scan, now, monkeypatch):
    secrets = []

    def generate_key(bits):
        secrets.append(os.urandom(bits // 8))
        return secrets[-1]

    monkeypatch.setattr(AESGCM, "generate_key", staticmethod(generate_key))
    with Outbox.open(alone) as outbox:
        outbox.submit(form, [scan], now=now)
        wait_until(lambda: len(outbox._keys) == SIZE)
        outbox.submit(form, [scan], now=now)
        Dispatch(outbox).next_outgoing()
        unused = [each.wrapped.encode() for each in outbox._keys._ready]
        open_files = b"".join(path.read_bytes() for path in alone.rglob("*") if path.is_file())
    closed = b"".join(path.read_bytes() for path in alone.rglob("*") if path.is_file())
    assert len(secrets) > SIZE
    assert len(unused) >= SIZE - 1
    for written in (open_files, closed):
        assert b"wrapped_key" in written
        assert not any(each in written for each in (*secrets, *unused))
        assert not any(base64.b64encode(each) in written or each.hex().encode() in written for each in secrets)


def test_closing_forgets_them_and_ends_the_thread(alone, form, now):
    with Outbox.open(alone) as outbox:
        outbox.submit(form, [], now=now)
        wait_until(lambda: len(outbox._keys) == SIZE)
    assert len(outbox._keys) == 0
    assert not any(thread.name == "aftercare" for thread in threading.enumerate())


def test_the_log_is_copied_back_without_anyone_asking(alone, form, now):
    with Outbox.open(alone) as outbox, closing(sqlite3.connect(alone / "outbox.sqlite")) as file:
        outbox.submit(form, [], now=now)
        wait_until(lambda: len(outbox._keys) == SIZE)

        def copied():
            held = (alone / "outbox.sqlite").read_bytes()
            return outbox.items()[0].id.encode() in held

        wait_until(copied)
        assert file.execute("SELECT count(*) FROM submission").fetchone()[0] == 1


def test_submissions_that_follow_each_other_are_not_held_up(monkeypatch):
    monkeypatch.setattr(aftercare, "QUIET", 1000.0)
    done = []
    care = aftercare.Aftercare([lambda _: done.append(1)])
    for _ in range(5):
        care.due()
    care.close()
    assert not done


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_forked_child_has_an_aftercare_of_its_own():
    done = []
    care = aftercare.Aftercare([lambda _: done.append(os.getpid())])
    care.due()
    wait_until(lambda: done)
    child = os.fork()
    if child == 0:
        code = 1
        try:
            care.due()
            wait_until(lambda: os.getpid() in done)
            code = 0
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    care.close()
