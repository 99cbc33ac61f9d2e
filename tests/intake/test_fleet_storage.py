"""The intake as a fleet needs it: tables brought up, PostgreSQL, S3-compatible storage, times for everybody."""

from __future__ import annotations

import os
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from bench.postgres import NotInstalled
from bench.postgres import postgres as postgresql
from intake.catalogues import Catalogues
from intake.database import MIGRATIONS, open_database
from intake.held import Held, Record
from intake.objects import Folder, open_objects
from intake.pacing import Backlog, Pacer
from intake.signed import backlog_of
from intake.store import Store
from intake.tables import META
from offline_queue.shared_data import Person
from offline_queue.wire import Acknowledgement, Manifest, Part, Suite

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)


def differences(engine):
    with engine.connect() as connection:
        return compare_metadata(MigrationContext.configure(connection), META)


def test_the_steps_lead_to_the_tables_of_today(tmp_path):
    engine = open_database(f"sqlite:///{tmp_path / 'new.sqlite'}")
    assert differences(engine) == []
    engine.dispose()


def test_a_database_from_before_the_steps_is_brought_up_with_its_rows(tmp_path):
    url = f"sqlite:///{tmp_path / 'old.sqlite'}"
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql("DROP TABLE alembic_version")
        connection.exec_driver_sql("INSERT INTO rating VALUES ('r', 'x', 5, '[]', '', '2026-11-24')")
        connection.exec_driver_sql("INSERT INTO enrol_code VALUES ('1234')")
    engine.dispose()
    engine = open_database(url)
    assert differences(engine) == []
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT level, words FROM rating").all() == [(5, None)]
        assert connection.exec_driver_sql("SELECT code FROM enrol_code").scalar() == "1234"
    engine.dispose()


@pytest.fixture
def bucket(free_port, monkeypatch):
    """An S3-compatible service on loopback, with one bucket."""
    moto = pytest.importorskip("moto.server")
    import boto3

    for name, value in (
        ("AWS_ACCESS_KEY_ID", "test"),
        ("AWS_SECRET_ACCESS_KEY", "test"),
        ("AWS_DEFAULT_REGION", "x-1"),
    ):
        monkeypatch.setenv(name, value)
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=free_port(), verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    client = boto3.client("s3", endpoint_url=endpoint)
    client.create_bucket(Bucket="parts", CreateBucketConfiguration={"LocationConstraint": "x-1"})
    yield f"s3+http://{host}:{port}/parts"
    client.close()
    server.stop()


@pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::DeprecationWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)
def test_bucket_and_folder_are_alike(bucket, tmp_path):
    for objects in (open_objects(bucket), open_objects(str(tmp_path / "folder"))):
        assert objects.get("a" * 64) is None
        assert objects.size("a" * 64) is None
        objects.put("a" * 64, b"sealed")
        objects.put("uploads/x/000000000", b"")
        objects.put("uploads/x/000000001", b"12")
        assert objects.get("a" * 64) == b"sealed"
        assert objects.piece("a" * 64, 1, 3) == b"eal"
        assert objects.size("a" * 64) == 6
        assert objects.size("uploads/x/000000000") == 0
        assert objects.names("uploads/x/") == ["uploads/x/000000000", "uploads/x/000000001"]
        assert objects.older("uploads/", datetime.now(UTC) - timedelta(hours=1)) == []
        assert objects.older("uploads/", datetime.now(UTC) + timedelta(hours=1)) == objects.names("uploads/x/")
        objects.delete("uploads/x/000000001")
        objects.delete("never/was")
        assert objects.names("uploads/x/") == ["uploads/x/000000000"]


def test_uploads_that_were_given_up_go_and_whole_parts_stay(intake):
    intake.stop()
    parts = intake.data / "parts"
    objects = Folder(parts)
    names = ("a" * 64, f"uploads/{'b' * 64}/000000000", f"uploads/{'c' * 64}/000000000")
    for name in names:
        objects.put(name, b"sealed")
    long_ago = (datetime.now(UTC) - timedelta(days=31)).timestamp()
    for name in names[:2]:
        os.utime(parts / name, (long_ago, long_ago))
    intake.start()
    while (parts / names[1]).parent.exists():
        pass
    assert objects.size(names[0]) == objects.size(names[2]) == 6


@pytest.fixture(scope="module")
def postgres(tmp_path_factory):
    """A PostgreSQL of our own on a socket; its URL."""
    folder = tmp_path_factory.mktemp("pg")
    # the server has an owner of its own, who must reach it
    for place in (folder, *folder.parents):
        if place == Path("/tmp"):
            break
        place.chmod(0o755)
    try:
        with postgresql(folder, durable=False) as url:
            yield url
    except NotInstalled as missing:
        pytest.skip(str(missing))


def manifest(number, identity="01934f00-0000-7000-8000-000000000000"):
    part = Part(part="form", index=0, media_type="application/json", digest="0" * 64, size=2)
    return Manifest(
        format="kiosk-submission-1",
        id=identity,
        service_code="x",
        terminal="0001",
        offline_number=number,
        sequence=1,
        sealed_at="2026-11-24T10:30:00+00:00",
        suite=Suite.X25519,
        key_id="k",
        wrapped_key="",
        parts=(part,),
    )


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_of_many_at_the_same_instant_one_is_stored_and_all_get_its_proof(kind, tmp_path, request):
    url = f"sqlite:///{tmp_path / 'x.sqlite'}" if kind == "sqlite" else request.getfixturevalue("postgres")
    stores = [Store(url, Folder(tmp_path / "parts")) for _ in range(4)]
    assert differences(stores[0].engine) == []
    answers = []

    def put(store, body):
        answers.append(
            store.put_submission(body, manifest("L1"), "370102", NOW, lambda proof: proof.model_dump_json().encode())
        )

    threads = [threading.Thread(target=put, args=(stores[n % 4], b"same")) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({stored.acknowledgement for stored, _ in answers}) == 1
    assert sum(new for _, new in answers) == 1
    proof = Acknowledgement.model_validate_json(answers[0][0].acknowledgement)
    assert proof.acceptance_number == answers[0][0].acceptance_number
    other = manifest("L1", "01934f00-0000-7000-8000-000000000001")
    assert stores[0].put_submission(b"other", other, "370102", NOW, lambda proof: b"") is None
    assert len(stores[0].submissions()) == 1
    code = stores[0].new_code()
    assert stores[1].register(code, "QUJD", "370102", "甸柳社区") is not None
    assert stores[2].register(code, "QUJE", "370102", "甸柳社区") is None
    for store in stores:
        store.close()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_catalogues_withdrawals_and_held_papers_on_both_databases(kind, tmp_path, request):
    url = f"sqlite:///{tmp_path / 'x.sqlite'}" if kind == "sqlite" else request.getfixturevalue("postgres")
    stores = [Store(url, Folder(tmp_path / "parts")) for _ in range(2)]
    key = Ed25519PrivateKey.generate()
    catalogues = [Catalogues(store.engine, store.objects) for store in stores]
    assert catalogues[0].publish({"a.toml": b"1"}, key, NOW) == 1
    assert catalogues[1].publish({"a.toml": b"2"}, key, NOW) == 2
    assert catalogues[0].latest() == catalogues[1].latest()
    person = Person(id_number="370102195803140010", name="欧阳泉")
    for reference in ("A", "B"):
        record = Record(**person.model_dump(), material="photo", reference=reference)
        Held(stores[0].engine, b"k").hold([record])
    [found] = Held(stores[1].engine, b"k").look(person, ["photo"], NOW.date())
    assert found.reference == "B"
    assert all(Held(store.engine, b"k").count("0001", "x", NOW.date()) for store in stores)
    made = manifest("L2", "01934f00-0000-7000-8000-000000000002")
    stores[0].put_part("0" * 64, b"12")
    raw = made.model_dump_json().encode()
    stored, _ = stores[0].put_submission(raw, made, "370102", NOW, unsigned)
    stores[1].withdraw(stored, NOW)
    again, new = stores[0].put_submission(raw, made, "370102", NOW, unsigned)
    assert (again.withdrawn is not None, again.manifest, new) == (True, b"", False)
    assert stores[0].part("0" * 64) is None
    for store in stores:
        store.close()


def unsigned(proof):
    return proof.model_dump_json().encode()


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_a_fleet_that_comes_back_gets_times_that_do_not_meet():
    clock = Clock()
    pacer = Pacer(slots=2, rate=1e6, clock=clock)
    backlog = Backlog(count=40, bytes=10**7)
    waits = [pacer.ask(f"{n:04d}", backlog) for n in range(10)]
    assert waits[:2] == [None, None]
    assert all(wait is not None for wait in waits[2:])
    assert len({round(wait, 3) for wait in waits[2:]}) == 4, "two slots, so two terminals a time"
    assert pacer.ask("0002", backlog) == pytest.approx(waits[2]), "asking early neither helps nor harms"
    assert pacer.ask("0009", Backlog(40, 10**7, fresh=True)) is None, "a resident at the screen never waits"
    assert pacer.ask("0009", Backlog(1, 10**6)) is None
    clock.now = waits[2] + 1
    assert pacer.ask("0002", backlog) is None, "at its time it may send"
    assert pacer.ask("0008", backlog) is not None


@given(st.text(max_size=80))
def test_any_backlog_header_is_a_backlog(header):
    try:
        found = backlog_of(header)
    except UnicodeEncodeError:
        return
    assert 0 <= found.count <= 10**6


def test_what_a_terminal_declares_is_read():
    assert backlog_of("count=3, bytes=12345, fresh") == Backlog(3, 12345, True)
    assert backlog_of("count=3, bytes=12345") == Backlog(3, 12345)
