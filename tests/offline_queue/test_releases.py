"""A release from the city's shelf to the terminal's: signed, in pieces, over lines that break, and nothing else."""

from __future__ import annotations

import base64
import io
import json
import sqlite3
import tarfile
from contextlib import closing

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from intake.cli import app
from intake.debian import NotADebianPackage, control_of
from offline_queue import credentials
from offline_queue.answers import Answer, NotDelivered
from offline_queue.client import Client
from offline_queue.disk import Reserve
from offline_queue.dispatch import Dispatch
from offline_queue.errands import Errands
from offline_queue.errors import OutboxError
from offline_queue.fetching import Fetching, Standing, _piece_of
from offline_queue.health import UpdateState
from offline_queue.locks import FETCHER, held
from offline_queue.outbox import Outbox
from offline_queue.release_shelf import NEWEST, READY, RUNNING, Shelf
from offline_queue.releases import PIECE, Architecture, Release, believed, later, public_keys
from offline_queue.transport import Trouble
from offline_queue.wire import WireError, digest_of, sign

AMD = Architecture.AMD64
KEY = Ed25519PrivateKey.generate()
FOREIGN = Ed25519PrivateKey.generate()


def deb(version, content=b"", package="neighbourhood-kiosk", architecture="amd64"):
    """A Debian package with these bytes in it, as dpkg-deb makes them."""
    control = f"Package: {package}\nVersion: {version}\nArchitecture: {architecture}\n"
    control += "Installed-Size: 7\nDescription: x\n y: z\n"
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:xz") as files:
        entry = tarfile.TarInfo("./control")
        entry.size = len(control)
        files.addfile(entry, io.BytesIO(control.encode()))
    made = b"!<arch>\n"
    for name, body in (("debian-binary", b"2.0\n"), ("control.tar.xz", packed.getvalue()), ("data.tar", content)):
        made += f"{name:16}{0:<12}{0:<6}{0:<6}{100644:<8}{len(body):<10}`\n".encode() + body + b"\n" * (len(body) % 2)
    return made


def release(version="1.1", content=b"x", **more) -> Release:
    given = {"architecture": AMD, "size": len(content), "digest": digest_of(content), "needs_bytes": 1}
    return Release(version=version, **(given | more))


@pytest.fixture(scope="module")
def served(intake_process, free_port, tmp_path_factory):
    """One intake for all tests here."""
    process = intake_process(tmp_path_factory.mktemp("intake"), free_port())
    process.start()
    yield process
    process.stop()


@pytest.fixture
def intake(served):
    """The same, before anything is published."""
    with closing(sqlite3.connect(served.data / "intake.sqlite")) as connection, connection:
        connection.execute("DELETE FROM release")
    return served


@pytest.fixture
def publish(intake, tmp_path):
    """Publishes a package of some bytes at the running intake."""
    key = tmp_path / "release.key"
    key.write_bytes(KEY.private_bytes_raw())

    def published(version, content):
        package = tmp_path / "some.deb"
        package.write_bytes(deb(version, content))
        return json.loads(
            intake.call("publish-release", str(package), "--version", version, "--key", str(key), "--json")
        )

    return published


class Site:
    """A terminal that fetches."""

    def __init__(self, data, url, program="1.0", reserve=None):
        self.shelf = Shelf(data, (KEY.public_key(),), AMD)
        self.client = Client(url, None, credentials.load(data))
        self.told = (Standing(), "")
        reserve = reserve or Reserve(data, ballast=0, watermark=0)
        self.fetching = Fetching(self.shelf, self.client, reserve, program, lambda: self.told)

    def all(self):
        steps = 1
        while self.fetching.step():
            steps += 1
        return steps

    @property
    def ready(self):
        path = self.shelf.folder / READY
        return path.read_text() if path.exists() else None


@pytest.fixture
def site(enrolled, intake):
    made = Site(enrolled, intake.url)
    yield made
    made.client.close()


OLD, NEW = bytes(range(256)) * 3, b"\x5a" * (2 * PIECE + 17)


def test_the_newest_and_the_way_back_come_in_pieces_and_go_on_where_the_line_broke(site, publish, monkeypatch):
    assert site.all() == 1, "nothing is published"
    assert site.fetching.standing() == Standing()
    publish("1.0", OLD)
    assert site.all() == 2
    assert site.ready is None, "it runs already"
    assert site.fetching.standing() == Standing()
    publish("1.1", NEW)
    asked = []
    fetch = Client.fetch

    def counted(self, path, limit, headers=None, extra=0.0):
        asked.append((headers or {}).get("Range"))
        if len(asked) == 4:
            raise NotDelivered(Trouble.LINE, "the line broke")
        return fetch(self, path, limit, headers, extra)

    monkeypatch.setattr(Client, "fetch", counted)
    with pytest.raises(NotDelivered):
        site.all()
    assert site.fetching.standing() == Standing("1.1", UpdateState.FETCHING)
    assert site.ready is None
    newest = site.shelf.release(NEWEST)
    assert site.shelf.come(newest) == PIECE
    site.all()
    assert asked[2:] == [
        f"bytes=0-{PIECE - 1}",
        f"bytes={PIECE}-{2 * PIECE - 1}",
        f"bytes={PIECE}-{2 * PIECE - 1}",
        f"bytes={2 * PIECE}-{newest.size - 1}",
    ]
    assert site.shelf.package(newest).read_bytes() == deb("1.1", NEW)
    assert site.shelf.package(site.shelf.release(RUNNING)).read_bytes() == deb("1.0", OLD)
    assert site.ready == "1.1"
    assert site.fetching.standing() == Standing("1.1", UpdateState.READY)


def test_after_the_update_the_new_one_is_the_way_back_and_the_old_one_goes(site, publish, enrolled, intake):
    publish("1.0", OLD)
    publish("1.1", NEW)
    site.all()
    updated = Site(enrolled, intake.url, program="1.1")
    assert updated.all() == 1, "nothing has to be fetched once more"
    assert updated.ready is None
    assert [path.suffix for path in updated.shelf.folder.iterdir()].count(".deb") == 1
    assert updated.shelf.is_whole(updated.shelf.release(RUNNING))
    updated.client.close()


def test_what_was_taken_back_here_is_not_wanted_again_and_a_newer_one_is(site, publish):
    made = publish("1.1", NEW)
    site.all()
    site.told = (Standing("1.1", UpdateState.UNDONE, "doctor"), made["digest"])
    site.all()
    assert site.ready is None
    assert site.fetching.standing() == site.told[0]
    publish("1.2", OLD)
    site.all()
    assert site.ready == "1.2"


def test_two_do_not_fetch_at_a_time(site, publish):
    publish("1.1", NEW)
    with held(site.shelf.data_dir / FETCHER, wait=False), pytest.raises(OutboxError, match="another program"):
        site.all()
    site.all()
    assert site.ready == "1.1"


def test_nothing_older_is_ever_wanted(enrolled, intake, publish):
    publish("1.1", OLD)
    for program in ("1.1", "1.1.0", "1.2", "2.0", "", "unknown"):
        site = Site(enrolled, intake.url, program=program)
        site.fetching.step()
        site.client.close()
        assert site.ready is None, program


def test_a_package_that_is_another_than_was_signed_is_dropped_and_fetched_anew(site, publish, intake):
    made = publish("1.1", NEW)
    stored = intake.data / "parts" / "release" / made["digest"]
    stored.write_bytes(deb("1.1", NEW[:-1] + b"?"))
    with pytest.raises(WireError, match="not the one that was signed"):
        site.all()
    assert site.ready is None
    assert site.shelf.come(site.shelf.release(NEWEST)) == 0
    stored.write_bytes(deb("1.1", NEW))
    site.all()
    assert site.ready == "1.1"


def test_without_room_nothing_is_fetched(enrolled, intake, publish):
    publish("1.1", NEW)
    site = Site(enrolled, intake.url, reserve=Reserve(enrolled, watermark=1 << 60))
    with pytest.raises(OutboxError, match="no room"):
        site.all()
    site.client.close()
    assert site.shelf.come(site.shelf.release(NEWEST)) == 0


@pytest.mark.parametrize(
    "note",
    [
        sign(release(), FOREIGN),
        sign(release(architecture=Architecture.ARM64), KEY),
        sign(release(), KEY)[:-4],
        b"<html>",
        b"a.b.c",
        b"." * 20_000,
    ],
    ids=["foreign key", "another processor", "cut", "a page", "no JWS", "too long"],
)
def test_a_note_that_is_not_to_be_believed_changes_nothing(tmp_path, note):
    shelf = Shelf(tmp_path, (KEY.public_key(),), AMD)
    with pytest.raises(WireError):
        believed(note, shelf.keys, AMD)
    shelf.keep(NEWEST, note)
    assert shelf.release(NEWEST) is None, "nor when it was put there by hand"


JUNK = st.one_of(st.binary(max_size=200), st.text(max_size=60).map(str.encode))


@given(parts=st.lists(JUNK, min_size=1, max_size=4), whole=st.binary(max_size=300))
def test_no_bytes_but_signed_ones_make_a_release(parts, whole):
    for note in (whole, b".".join(base64.urlsafe_b64encode(part).rstrip(b"=") for part in parts)):
        with pytest.raises(WireError):
            believed(note, (KEY.public_key(),), AMD)


@given(text=st.text(max_size=40), body=st.binary(max_size=12), status=st.sampled_from([200, 206, 302, 404, 503]))
def test_only_the_very_bytes_that_were_asked_for_are_a_piece(text, body, status):
    answer = Answer(status, "application/octet-stream", body, None, {"Content-Range": text})
    with pytest.raises((WireError, NotDelivered)):
        _piece_of(answer, 0, 99, 200)
    right = Answer(206, "application/octet-stream", body, None, {"Content-Range": f"bytes 5-{4 + len(body)}/200"})
    if body:
        assert _piece_of(right, 5, 4 + len(body), 200) == body


@pytest.mark.parametrize(
    ("one", "other", "is_later"),
    [
        ("0.10", "0.9", True),
        ("1.0", "1.0.0", False),
        ("1.0.1", "1.0", True),
        ("1.0", "2.0", False),
        ("2.0", "x", False),
    ],
)
def test_versions_are_numbers_and_not_words(one, other, is_later):
    assert later(one, other) is is_later


def test_the_agent_brings_it_beside_its_other_errands_and_tells_the_city(site, publish, enrolled, intake):
    publish("1.0", OLD)
    publish("1.1", NEW)
    with Outbox.open(enrolled, Reserve(enrolled, ballast=0, watermark=0)) as outbox:
        errands = Errands(outbox, Dispatch(outbox), site.client, fetching=site.fetching)
        for _ in range(100):
            if errands.run_one() > 0:
                break
        assert outbox.notes.fact("update_trouble") == ""
        assert site.ready == "1.1"
        for errand in errands._errands:
            errand.due = 0.0
        errands.run_one()
        for _ in range(100):
            if errands.run_one() > 0:
                break
    health = json.loads(intake.call("terminals", "--json"))[-1]["health"]
    assert (health["update"], health["update_state"], health["update_why"]) == ("1.1", "ready", "")


def test_a_release_that_cannot_be_had_holds_up_nothing_else(site, publish, enrolled, monkeypatch):
    def refused(*_, **__):
        raise NotDelivered(Trouble.PORTAL, "the answer is too long")

    publish("1.1", NEW)
    monkeypatch.setattr(site.fetching, "step", refused)
    with Outbox.open(enrolled, Reserve(enrolled, ballast=0, watermark=0)) as outbox:
        errands = Errands(outbox, Dispatch(outbox), site.client, fetching=site.fetching)
        errands._fetch_release()
        assert outbox.notes.fact("update_trouble") == "the answer is too long"


def test_the_release_key_is_made_once_and_printed_for_the_configuration(tmp_path):
    path = tmp_path / "release.key"
    first, second = (CliRunner().invoke(app, ["release-key", str(path)]) for _ in range(2))
    assert first.stdout == second.stdout
    assert path.stat().st_mode & 0o777 == 0o600
    [public] = public_keys([first.stdout.strip()])
    assert (
        public.public_bytes_raw()
        == Ed25519PrivateKey.from_private_bytes(path.read_bytes()).public_key().public_bytes_raw()
    )


@pytest.mark.parametrize(
    ("content", "version", "says"),
    [
        (b"MZ", "1.0", "no Debian package"),
        (deb("1.0-beta"), "1.0-beta", "numbers with dots"),
        (deb("1.1"), "1.0", "it is version 1.1"),
        (deb("1.0", package="cage"), "1.0", "of cage"),
        (deb("1.0", architecture="i386"), "1.0", "processor"),
        (deb("0.9", b"other"), "0.9", "count it up"),
    ],
    ids=["program", "beta", "version", "package", "processor", "twice"],
)
def test_what_cannot_be_a_release_is_not_published(tmp_path, content, version, says):
    key, package = tmp_path / "release.key", tmp_path / "kiosk.deb"
    CliRunner().invoke(app, ["release-key", str(key)])
    command = ["publish-release", str(package), "--key", str(key), "--data", str(tmp_path / "city"), "--version"]
    package.write_bytes(deb("0.9"))
    for _ in range(2):
        assert CliRunner().invoke(app, [*command, "0.9"]).exit_code == 0, "the same twice is the same"
    package.write_bytes(content)
    done = CliRunner().invoke(app, [*command, version])
    assert done.exit_code == 3
    assert says in done.stderr


def test_the_room_that_it_takes_is_the_packages_own_word(publish):
    assert publish("1.1", OLD)["needs_bytes"] == 7 * 1024 + (64 << 20)


@given(cut=st.integers(0, 400), put=st.binary(max_size=20))
def test_no_bytes_but_a_package_are_read_as_one(cut, put):
    whole = deb("1.0")
    try:
        found = control_of(whole[:cut] + put + whole[cut + len(put) :])
    except NotADebianPackage:
        return
    assert found.package
    assert found.version
