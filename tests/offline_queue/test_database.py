"""The file under the queue: migrated with items in it, damaged and rescued, full, read-only."""

from __future__ import annotations

import json
import os
import random
import re
import sqlite3
import subprocess
from contextlib import closing
from datetime import timedelta
from importlib.resources import files

import pytest

from offline_queue import credentials, rescue
from offline_queue.database import VERSION
from offline_queue.disk import Reserve
from offline_queue.dispatch import Dispatch
from offline_queue.letters import Rating
from offline_queue.outbox import Outbox, OutboxError
from offline_queue.sealing import Plain, data_key, open_key, open_part, private_key, seal
from offline_queue.wire import Manifest, Suite, digest_of


def shape(path):
    """Tables, columns, indexes and triggers, whatever way their statements are written."""
    with closing(sqlite3.connect(path)) as connection:
        question = "SELECT type, name, sql FROM sqlite_master WHERE sql NOTNULL AND name NOT LIKE 'sqlite%'"
        names = sorted(connection.execute(question))
        return [(kind, name, re.sub(r"--[^\n]*|[\s\"]+", "", sql)) for kind, name, sql in names]


@pytest.fixture
def version_1(alone, request):
    """A queue of the first version: one submission in each state, with parts, events and a rating."""
    (alone / "parts").mkdir()
    script = (request.path.parent / "schema_1.sql").read_text()
    with closing(sqlite3.connect(alone / "outbox.sqlite")) as connection:
        connection.executescript(script)
        for number, state in enumerate(("sealed", "sending", "acknowledged", "quarantined", "purged"), start=1):
            connection.execute(
                "INSERT INTO submission (id, offline_number, service_code, sealed_at, state, attempts, manifest,"
                " digest, bytes) VALUES (?, ?, 'x', '2026-11-24T10:30:00+00:00', ?, ?, x'7b7d', 'd', 2)",
                (f"id-{number}", f"L{number}", state, number),
            )
            connection.execute("INSERT INTO part VALUES (?, 0, ?, x'01', NULL)", (f"id-{number}", f"digest-{number}"))
        connection.execute("INSERT INTO serial VALUES ('2026-11-24', 41)")
        body = {"service_code": "x", "level": 4, "tags": [], "words": "", "day": "2026-11-24"}
        connection.execute("INSERT INTO rating VALUES ('a-rating', ?)", (json.dumps(body).encode(),))
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    return alone


def test_an_older_queue_is_brought_up_with_all_that_waits(version_1, tmp_path, form, now):
    with Outbox.open(version_1) as outbox:
        states = {item.id: (item.state, item.attempts) for item in outbox.items()}
        assert states == {
            "id-1": ("sealed", 1),
            "id-2": ("sending", 2),
            "id-3": ("acknowledged", 3),
            "id-4": ("quarantined", 4),
            "id-5": ("purged", 5),
        }
        row = outbox.database.row("SELECT content FROM submission WHERE sequence = 4")
        assert row["content"] == b"\x01"
        assert len(outbox.database.rows("SELECT * FROM event")) == 5
        letter = outbox.letters.next(anonymous=True)
        assert (letter.id, Rating.model_validate_json(letter.body).words) == ("a-rating", None)
        submitted = outbox.submit(form, [], now=now)
        assert submitted.offline_number[11:15] == "0042", "serials go on where they were"
    Outbox.open(tmp_path / "fresh").close()
    assert shape(version_1 / "outbox.sqlite") == shape(tmp_path / "fresh" / "outbox.sqlite")


STATES = ("sealed", "sending", "acknowledged", "quarantined", "purged")


@pytest.fixture
def version_2(alone, city, request, form):
    """A queue of the second version: in each state a submission of three parts, one of them in a file."""
    (alone / "parts").mkdir()
    script = (request.path.parent / "schema_2.sql").read_text()
    plains = [
        Plain("form", "application/json", json.dumps(form).encode()),
        Plain("large", "image/jpeg", bytes(300_000)),
        Plain("small", "image/jpeg", bytes(range(256)) * 20),
    ]
    with closing(sqlite3.connect(alone / "outbox.sqlite")) as connection:
        connection.executescript(script)
        for number, state in enumerate(STATES, start=1):
            key = data_key(credentials.load_city(alone).sealing_key)
            parts = seal(key, plains)
            manifest = Manifest(
                format="kiosk-submission-1", id=key.submission, service_code="x", terminal="0001",
                offline_number=f"L00012611240040{number}", sequence=number, sealed_at="2026-11-24T10:30:00+08:00",
                suite=key.key.suite, key_id=key.key.key_id, wrapped_key=key.wrapped,
                parts=tuple(part.entry for part in parts),
            )  # fmt: skip
            raw, gone = manifest.model_dump_json().encode(), state == "purged"
            connection.execute(
                "INSERT INTO submission (sequence, id, offline_number, service_code, sealed_at, turns, attempts,"
                " acceptance_number, proof, acknowledged_age, manifest, digest, bytes)"
                " VALUES (?, ?, ?, 'x', '2026-11-24T10:30:00+08:00', 3, 2, ?, ?, ?, ?, ?, 9)",
                (number, key.submission, manifest.offline_number)
                + (("3701", None if gone else b"proof", 5.0) if number in (3, 5) else (None, None, None))
                + (None if gone else raw, digest_of(raw)),
            )
            if state != "sealed":
                connection.execute("UPDATE submission SET state = ? WHERE sequence = ?", (state, number))
            for part in () if gone else parts:
                large = part.entry.part == "large"
                values = (None, part.entry.digest) if large else (part.ciphertext, None)
                connection.execute(
                    "INSERT INTO part VALUES (?, ?, ?, ?, ?)", (number, part.entry.index, part.entry.digest, *values)
                )
                if large:
                    (alone / "parts" / part.entry.digest).write_bytes(part.ciphertext)
        connection.execute("INSERT INTO serial VALUES ('2026-11-24', 40), ('2026-11-23', 7)")
        connection.execute("PRAGMA user_version = 2")
        connection.commit()
    return alone


def test_a_queue_of_the_second_version_keeps_every_byte_of_every_state(version_2, tmp_path, city, form, now):
    with Outbox.open(version_2) as outbox:
        items = outbox.items()
        assert [item.state for item in items] == list(STATES)
        assert {(item.attempts, item.bytes) for item in items} == {(2, 9)}
        assert [item.acceptance_number for item in items] == [None, None, "3701", None, "3701"]
        for item in items[:4]:
            raw, parts = outbox.contents.export(item.id)
            manifest = Manifest.model_validate_json(raw)
            key = open_key(manifest, private_key(Suite.X25519, city[0]))
            opened = [open_part(manifest, entry, parts[entry.digest], key) for entry in manifest.parts]
            assert [json.loads(opened[0]), *opened[1:]] == [form, bytes(300_000), bytes(range(256)) * 20]
        assert outbox.contents.export(items[4].id) is None
        events = outbox.database.rows("SELECT submission, state FROM history ORDER BY number")
        assert [tuple(row) for row in events if row["submission"] == 3] == [(3, "sealed"), (3, "acknowledged")]
        dispatch = Dispatch(outbox)
        assert dispatch.sweep() == 0
        outgoing = dispatch.next_outgoing()
        assert (outgoing.id, outgoing.proof) == (items[0].id, None)
        dispatch.purge(3)
        assert dispatch.sweep() == 0
        assert len(list((version_2 / "parts").iterdir())) == 3
        assert outbox.submit(form, [], now=now).offline_number[11:15] == "0041"
        day_before = outbox.submit(form, [], now=now - timedelta(days=1))
        assert day_before.offline_number[5:15] == "2611230008"
    Outbox.open(tmp_path / "fresh").close()
    assert shape(version_2 / "outbox.sqlite") == shape(tmp_path / "fresh" / "outbox.sqlite")


def test_a_queue_of_the_third_version_keeps_its_letters_and_takes_stops(alone, tmp_path, request, now):
    (alone / "parts").mkdir()
    with closing(sqlite3.connect(alone / "outbox.sqlite")) as connection:
        connection.executescript((request.path.parent / "schema_3.sql").read_text())
        for kind, refused in (("rating", 0), ("report", 0), ("assistance", 1)):
            row = (f"a-{kind}", kind, b"{}", "invalid" if refused else "", refused)
            connection.execute("INSERT INTO letter VALUES (?, ?, ?, ?, ?)", row)
        connection.execute("PRAGMA user_version = 3")
        connection.commit()
    with Outbox.open(alone) as outbox:
        rows = outbox.database.rows("SELECT id, kind, reason, refused, picture FROM letter ORDER BY id")
        assert [tuple(row) for row in rows] == [
            ("a-assistance", "assistance", "invalid", 1, None),
            ("a-rating", "rating", "", 0, None),
            ("a-report", "report", "", 0, None),
        ]
        outbox.letters.stopped("jn-x", "too_young", "hotline", day=now.date(), station="370102")
        assert outbox.tally().letters == 4
    Outbox.open(tmp_path / "fresh").close()
    assert shape(alone / "outbox.sqlite") == shape(tmp_path / "fresh" / "outbox.sqlite")


def test_what_was_dropped_on_the_way_is_not_to_be_read_in_the_file(version_2):
    """The old tables' pages are overwritten, not only let go."""
    with closing(sqlite3.connect(version_2 / "outbox.sqlite")) as connection:
        content = connection.execute("SELECT content FROM part WHERE submission = 1 AND idx = 0").fetchone()[0]
    with Outbox.open(version_2) as outbox:
        dispatch = Dispatch(outbox)
        dispatch.purge(dispatch.next_outgoing().sequence)
    assert content[:64] not in (version_2 / "outbox.sqlite").read_bytes()


def test_there_is_a_step_to_every_version():
    steps = sorted(path.name for path in files("offline_queue").joinpath("migrations").iterdir() if ".sql" in path.name)
    assert steps == [f"{number:04d}.sql" for number in range(2, VERSION + 1)]


def filled(folder, form, scan, big_scan, now, count=60):
    with Outbox.open(folder) as outbox:
        kept = [outbox.submit(form, [scan, big_scan] if n % 9 == 0 else [scan], now=now) for n in range(count)]
        dispatch = Dispatch(outbox)
        for _ in range(5):
            dispatch.acknowledged(dispatch.next_outgoing().sequence, f"3701{_}", b"proof")
        outbox.letters.rate("x", 5, (), "", day=now.date())
    return kept


def whole(outbox, identity):
    manifest, parts = outbox.contents.export(identity)
    return len(parts) == len(Manifest.model_validate_json(manifest).parts)


@pytest.mark.parametrize("seed", range(8))
def test_of_a_damaged_file_all_readable_submissions_are_rescued(alone, form, scan, big_scan, now, seed):
    kept = filled(alone, form, scan, big_scan, now)
    path = alone / "outbox.sqlite"
    pages = path.stat().st_size // 4096
    chance = random.Random(seed)
    damaged = chance.sample(range(1, pages), 3)
    with path.open("r+b") as file:
        for page in damaged:
            file.seek(page * 4096)
            file.write(chance.randbytes(4096))
    with Outbox.open(alone) as outbox:
        items = {item.id: item for item in outbox.items()}
        if rescue.set_aside(alone) == 0:
            return  # a page that no check reads: of a part's content, found when it is sent
        good = [item for item in items.values() if item.state in ("sealed", "acknowledged")]
        assert all(whole(outbox, item.id) for item in good)
        assert len(good) >= len(kept) - 20, "one page costs only what lies on it"
        assert (alone / "damaged-1" / "outbox.sqlite").exists()
        later = outbox.submit(form, [big_scan], now=now)
        assert later.offline_number not in {item.offline_number for item in kept}
        assert int(later.offline_number[11:15]) > 1000
        assert whole(outbox, later.id)
    with Outbox.open(alone) as again:
        assert len(again.items()) == len(items) + 1
    assert rescue.set_aside(alone) == 1


@pytest.mark.parametrize("seed", range(8))
def test_an_older_file_that_is_damaged_is_rescued_before_it_is_brought_up(version_2, form, now, seed):
    path = version_2 / "outbox.sqlite"
    pages = path.stat().st_size // 4096
    chance = random.Random(seed)
    with path.open("r+b") as file:
        # the last page of a part's content carries nothing that a check reads
        file.seek(chance.randrange(1, pages) * 4096)
        file.write(chance.randbytes(4096))
    with closing(sqlite3.connect(path)) as connection:
        sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    with Outbox.open(version_2) as outbox:
        assert rescue.set_aside(version_2) == (0 if sound else 1)
        items = outbox.items()
        tally = outbox.tally()
        assert tally.waiting == sum(item.state in ("sealed", "sending") for item in items)
        for item in items:
            if not sound and item.state in ("sealed", "sending", "acknowledged"):
                assert whole(outbox, item.id)
        later = outbox.submit(form, [], now=now)
        assert whole(outbox, later.id)
    with Outbox.open(version_2) as again:
        assert len(again.items()) == len(items) + 1


def test_what_is_no_database_at_all_is_set_aside_with_its_scans(alone, form, big_scan, now):
    with Outbox.open(alone) as outbox:
        outbox.submit(form, [big_scan], now=now)
    (alone / "outbox.sqlite").write_bytes(b"this is no database" * 100)
    with Outbox.open(alone) as outbox:
        assert outbox.items() == []
        assert Dispatch(outbox).sweep() == 0
    aside = alone / "damaged-1"
    assert (aside / "outbox.sqlite").read_bytes().startswith(b"this is no database")
    assert len(list((aside / "parts").iterdir())) == 1


def test_damage_under_a_running_queue_is_told_and_rescued_once_it_is_alone(alone, form, scan, big_scan, now):
    filled(alone, form, scan, big_scan, now)
    with Outbox.open(alone) as screens, Outbox.open(alone) as agent:
        (alone / "outbox.sqlite").write_bytes(bytes(8192))
        for box in (screens, agent):
            box.database._connection.execute("PRAGMA cache_size = 0")
        with pytest.raises(OutboxError, match="damaged"):
            screens.items()
        with pytest.raises(OutboxError, match="damaged"):
            agent.items()
        assert screens.items() == []
        assert screens.submit(form, [], now=now)
        assert len(agent.items()) == 1
    assert rescue.set_aside(alone) == 1


def test_a_newer_queue_is_refused_in_plain_words(alone):
    Outbox.open(alone).close()
    with closing(sqlite3.connect(alone / "outbox.sqlite")) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(OutboxError, match="newer program"):
        Outbox.open(alone)
    assert rescue.set_aside(alone) == 0


def test_no_room_is_known_before_a_resident_starts(alone):
    free = Reserve(alone).free()
    with Outbox.open(alone, Reserve(alone, ballast=4096, watermark=4096)) as outbox:
        assert outbox.has_room()
        assert (alone / "ballast").stat().st_size == 4096
    with Outbox.open(alone, Reserve(alone, ballast=4096, watermark=free * 2)) as outbox:
        assert not outbox.has_room()


needs_mounts = pytest.mark.skipif(os.geteuid() != 0, reason="mounting a small disk needs root")


@pytest.fixture
def small_disk(tmp_path, alone):
    """A terminal's data on a disk of 8 MiB of its own."""
    place = tmp_path / "small"
    place.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("this machine does not let us mount a small disk")
    for name in ("city.json", "terminal.key"):
        (place / name).write_bytes((alone / name).read_bytes())
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@needs_mounts
def test_a_full_disk_costs_the_reserve_first_and_stops_no_sending(small_disk, form, big_scan, now):
    with Outbox.open(small_disk, Reserve(small_disk, ballast=2 << 20, watermark=3 << 20)) as outbox:
        kept = [outbox.submit(form, [big_scan], now=now)]
        while outbox.has_room():
            kept.append(outbox.submit(form, [big_scan], now=now))
        assert (small_disk / "ballast").exists()
        (small_disk / "filler").write_bytes(bytes(Reserve(small_disk).free()))
        kept.append(outbox.submit(form, [big_scan], now=now))
        assert not (small_disk / "ballast").exists(), "the visit that was under way was finished with the reserve"
        with pytest.raises(OutboxError):
            for _ in range(20):
                kept.append(outbox.submit(form, [big_scan], now=now))
        assert all(whole(outbox, item.id) for item in kept)
        assert not list((small_disk / "parts").glob(".*"))
        (small_disk / "filler").unlink()
        dispatch = Dispatch(outbox)
        for _ in kept:
            sequence = dispatch.next_outgoing().sequence
            dispatch.acknowledged(sequence, "1", b"")
            dispatch.purge(sequence)
        assert not list((small_disk / "parts").iterdir())
        assert outbox.submit(form, [], now=now)


@needs_mounts
def test_a_disk_that_became_read_only_is_told_and_nothing_is_promised(small_disk, form, now):
    reserve = Reserve(small_disk, ballast=4096, watermark=4096)
    with Outbox.open(small_disk, reserve) as outbox:
        kept = outbox.submit(form, [], now=now)
        assert outbox.has_room()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(OutboxError):
        Outbox.open(small_disk, reserve)
    assert not outbox.has_room()
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    with Outbox.open(small_disk, reserve) as outbox:
        assert [item.id for item in outbox.items()] == [kept.id]
        assert outbox.submit(form, [], now=now)


def test_the_log_is_laid_out_before_the_first_submission_and_only_where_there_is_room(alone, tmp_path, form, now):
    log = alone / "outbox.sqlite-wal"
    with Outbox.open(alone) as outbox:
        size = log.stat().st_size
        assert size > 4 << 20
        kept = outbox.submit(form, [], now=now)
        assert log.stat().st_size == size
        with Outbox.open(alone) as other:
            assert [item.id for item in other.items()] == [kept.id]
            assert log.stat().st_size == size
    (tmp_path / "narrow").mkdir()
    for name in ("city.json", "terminal.key"):
        (tmp_path / "narrow" / name).write_bytes((alone / name).read_bytes())
    narrow = Reserve(tmp_path / "narrow", ballast=4096, watermark=Reserve(alone).free())
    with Outbox.open(tmp_path / "narrow", narrow) as outbox:
        assert outbox.submit(form, [], now=now)
        assert (tmp_path / "narrow" / "outbox.sqlite-wal").stat().st_size < 4 << 20


def test_a_new_log_over_an_old_one_that_a_kill_left_loses_nothing(alone, form, now, tmp_path):
    with Outbox.open(alone) as outbox:
        kept = [outbox.submit(form, [], now=now).id for _ in range(5)]
        for name in ("outbox.sqlite", "outbox.sqlite-wal", "city.json"):
            (tmp_path / name).write_bytes((alone / name).read_bytes())
    log = tmp_path / "outbox.sqlite-wal"
    log.write_bytes(log.read_bytes().rstrip(b"\0"))
    with Outbox.open(tmp_path) as outbox:
        assert [item.id for item in outbox.items()] == kept
        assert outbox.submit(form, [], now=now).id not in kept


def test_numbers_go_on_above_the_gap_in_a_program_that_had_the_file_open_before(alone, form, scan, big_scan, now):
    kept = filled(alone, form, scan, big_scan, now, count=5)
    with Outbox.open(alone) as screens:
        kept.append(screens.submit(form, [], now=now))
        screens.database._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        (alone / "outbox.sqlite").write_bytes(bytes(8192))
        screens.database._connection.execute("PRAGMA cache_size = 0")
        with pytest.raises(OutboxError, match="damaged"):
            screens.items()
        later = screens.submit(form, [], now=now)
    assert rescue.set_aside(alone) == 1
    assert int(later.offline_number[11:15]) > 1000


@pytest.mark.parametrize("years", [[0, 30, -20, 0, 100, 0]])
def test_years_of_clock_jumps_change_no_order_and_no_number(alone, years, now):
    numbers = []
    with Outbox.open(alone) as outbox:
        for jump in years:
            there = now.replace(year=now.year + jump)
            numbers.append(outbox.submit({"service_code": "x"}, [], now=there).offline_number)
        assert len(set(numbers)) == len(numbers)
        dispatch = Dispatch(outbox)
        order = [dispatch.next_outgoing().sequence for _ in numbers]
    assert order == sorted(order)
