"""The catalogue from the city: believed only when signed and whole, never an older one, and kept through anything."""

from __future__ import annotations

import json
import threading

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from config.catalogue import PACKAGES, SERVICES
from intake import keys
from intake.cli import app as intake_app
from offline_queue import catalogue_shelf, catalogue_verdicts, credentials
from offline_queue.catalogue_bundle import MAX_BYTES, CatalogueFile, CatalogueManifest, pack, unpack
from offline_queue.client import Client
from offline_queue.dispatch import Dispatch
from offline_queue.errands import Errands
from offline_queue.outbox import Outbox
from offline_queue.sync import Agent
from offline_queue.wire import WireError, digest_of, sign

KEY = Ed25519PrivateKey.generate()
FILES = {"b.toml": b'code = "b"\n', "a.toml": 'code = "a"\nname = "居住登记"\n'.encode()}
DOCUMENT = pack(7, FILES, KEY)


def test_what_was_packed_comes_out():
    edition = unpack(DOCUMENT, [KEY.public_key()])
    assert (edition.version, dict(edition.files)) == (7, FILES)
    assert list(edition.files) == ["a.toml", "b.toml"]


def forged(files, entries=None, version=7, key=KEY):
    """A document with a good signature over whatever its manifest says."""
    listed = entries or [CatalogueFile(name=n, digest=digest_of(c.encode()), size=len(c)) for n, c in files.items()]
    token = sign(CatalogueManifest(version=version, files=tuple(listed)), key)
    return json.dumps({"manifest": token.decode(), "files": files}).encode()


def test_only_the_citys_signature_and_the_very_files_count():
    entry = CatalogueFile(name="a.toml", digest=digest_of(b"x"), size=1)
    for document in (
        forged({"a.toml": "x"}, key=Ed25519PrivateKey.generate()),
        forged({"a.toml": "y"}, [entry]),
        forged({"a.toml": "x", "b.toml": "x"}, [entry]),
        forged({"b.toml": "x"}, [entry]),
        forged({"a.toml": "x"}, [entry, entry]),
        b" " * (MAX_BYTES + 1),
        DOCUMENT[:-1],
    ):
        with pytest.raises(WireError):
            unpack(document, [KEY.public_key()])


NAMES = [
    "../a.toml",
    "/etc/a.toml",
    "a/b.toml",
    ".a.toml",
    "a.toml/",
    "a",
    "A.toml",
    "a.toml\n",
    "a\x00.toml",
    "..toml",
]


@pytest.mark.parametrize("name", NAMES)
def test_names_are_plain(name):
    with pytest.raises(WireError):
        pack(1, {name: b"x"}, KEY)
    entry = CatalogueFile.model_construct(name=name, digest=digest_of(b"x"), size=1)
    manifest = CatalogueManifest.model_construct(version=1, files=(entry,))
    document = {"manifest": sign(manifest, KEY).decode(), "files": {name: "x"}}
    with pytest.raises(WireError):
        unpack(json.dumps(document).encode(), [KEY.public_key()])


@settings(max_examples=300)
@given(st.integers(0, len(DOCUMENT) - 1), st.binary(max_size=6))
def test_a_changed_document_is_the_same_catalogue_or_refused(at, piece):
    torn = DOCUMENT[:at] + piece + DOCUMENT[at + len(piece) :]
    try:
        assert dict(unpack(torn, [KEY.public_key()]).files) == FILES
    except WireError:
        return


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=6,
)
documents = st.fixed_dictionaries(
    {
        "manifest": st.one_of(values, st.just(json.loads(DOCUMENT)["manifest"]), st.text(alphabet="ab.é\ud800")),
        "files": st.one_of(values, st.dictionaries(st.sampled_from(["a.toml", "b.toml", *NAMES]), st.text(max_size=9))),
    }
)


@settings(max_examples=300)
@given(st.one_of(st.binary(max_size=200), documents.map(lambda v: json.dumps(v).encode())))
def test_hostile_documents_are_named_errors(raw):
    with pytest.raises(WireError):
        unpack(raw, [KEY.public_key()])


def kept(alone, city, version, files=FILES):
    return catalogue_shelf.keep(alone, pack(version, files, city[1]))


def test_versions_only_go_up(alone, city):
    assert kept(alone, city, 5) == 5
    with pytest.raises(WireError, match="older than ours"):
        kept(alone, city, 4)
    with pytest.raises(WireError, match="two catalogues of version 5"):
        kept(alone, city, 5, {"a.toml": b"other"})
    assert kept(alone, city, 5) == 5
    for version in (6, 8, 9):
        kept(alone, city, version)
    assert catalogue_shelf.versions(alone) == [9, 8, 6]


def test_what_was_changed_on_the_disk_counts_for_nothing(alone, city):
    kept(alone, city, 5)
    kept(alone, city, 6)
    path = alone / "catalogue" / "6.json"
    path.write_bytes(path.read_bytes().replace(b"code", b"cod3"))
    with pytest.raises(WireError):
        catalogue_shelf.read(alone, 6)
    (alone / "catalogue" / "7.json").write_bytes((alone / "catalogue" / "5.json").read_bytes())
    with pytest.raises(WireError, match="another version"):
        catalogue_shelf.read(alone, 7)
    assert catalogue_shelf.newest_digest(alone) == digest_of((alone / "catalogue" / "5.json").read_bytes())
    assert kept(alone, city, 6) == 6, "the whole one takes the place of the damaged one"


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(1, 2**31 - 1), min_size=1, max_size=8))
def test_in_whatever_order_they_come_the_highest_is_newest(alone, city, numbers):
    for path in (alone / "catalogue").glob("*"):
        path.unlink()
    highest = 0
    for number in numbers:
        if number >= highest:
            kept(alone, city, number)
            highest = number
        else:
            with pytest.raises(WireError):
                kept(alone, city, number)
        assert catalogue_shelf.versions(alone)[0] == highest


@pytest.fixture
def published(intake, tmp_path):
    """A folder of service files, published as version 1."""
    folder = tmp_path / "services"
    folder.mkdir()
    for path in SERVICES.glob("*.toml"):
        (folder / path.name).write_bytes(path.read_bytes())
    assert intake.call("publish-catalogue", str(folder)).strip() == "1"
    return folder


def test_services_and_packages_are_published_together(tmp_path, intake):
    assert intake.call("publish-catalogue", str(SERVICES), str(PACKAGES)).strip() == "1"
    (tmp_path / "retiring.toml").write_bytes((PACKAGES / "retiring.toml").read_bytes())
    done = CliRunner().invoke(
        intake_app, ["publish-catalogue", str(PACKAGES), str(tmp_path), "--data", str(intake.data)]
    )
    assert "two files of this name" in done.stderr


def test_the_agent_brings_a_new_version_and_asks_for_nothing_else(enrolled, intake, published):
    with Outbox.open(enrolled) as outbox:
        client = Client(intake.url, None, credentials.load(enrolled))
        errands = Errands(outbox, Dispatch(outbox), client)
        assert errands.fetch_catalogue() == 1
        assert errands.fetch_catalogue() is None
        assert intake.call("publish-catalogue", str(published)).strip() == "1", "the same files are the same version"
        (published / "elderly-card.toml").unlink()
        assert intake.call("publish-catalogue", str(published)).strip() == "2"
        intake.call("rotate-keys")
        assert errands.fetch_catalogue() == 2
        client.close()
    assert sorted(catalogue_shelf.read(enrolled, 2).files) == sorted(path.name for path in published.glob("*.toml"))


def test_a_key_that_is_newer_than_ours_is_fetched(enrolled, intake, published):
    intake.call("rotate-keys")
    (published / "elderly-card.toml").unlink()
    intake.call("publish-catalogue", str(published))
    intake.stop()
    intake.start()
    with Outbox.open(enrolled) as outbox:
        client = Client(intake.url, None, credentials.load(enrolled))
        assert Errands(outbox, Dispatch(outbox), client).fetch_catalogue() == 2
        client.close()


def test_a_catalogue_that_is_not_believed_stops_nothing_else(enrolled, intake, published, form, now):
    later = pack(9, FILES, keys.load(intake.data / "keys").signing[0])
    catalogue_shelf.keep(enrolled, later)
    with Outbox.open(enrolled) as outbox:
        client = Client(intake.url, None, credentials.load(enrolled))
        agent = Agent(outbox, client, jitter=lambda low, high: 0.0)
        while agent.step() == 0.0:
            pass
        assert "older than ours" in outbox.notes.fact("catalogue_trouble")
        assert outbox.notes.fact("trouble") == ""
        submitted = outbox.submit(form, [], now=now)
        assert agent.drain(20)
        client.close()
        assert outbox.acceptance_number(submitted.id)


def test_while_a_version_is_tried_everything_else_is_sent(enrolled, intake, published, form, now):
    go_on, begun = threading.Event(), threading.Event()

    def judge(edition, digest):
        begun.set()
        go_on.wait(30)
        catalogue_verdicts.remember(enrolled, edition.version, digest, "jn-x: Filling phone: there is no way on")

    with Outbox.open(enrolled) as outbox:
        client = Client(intake.url, None, credentials.load(enrolled))
        agent = Agent(outbox, client, jitter=lambda low, high: 0.0, judge=judge)
        while agent.step() == 0.0:
            pass
        assert begun.wait(10)
        assert catalogue_shelf.versions(enrolled) == []
        submitted = outbox.submit(form, [], now=now)
        assert agent.drain(20)
        assert outbox.acceptance_number(submitted.id)
        go_on.set()
        agent._errands._keeper.join(10)
        assert catalogue_shelf.versions(enrolled) == [1]
        agent._errands._bring_health()
        client.close()
    [row] = json.loads(intake.call("terminals", "--json"))
    assert (row["health"]["passed_over"], row["health"]["passed_over_for"][:4]) == (1, "jn-x")


def test_the_entity_tag_is_the_documents_digest(intake, published):
    answer = requests.get(f"{intake.url}/v1/catalogue", timeout=20)
    tag = answer.headers["ETag"]
    assert tag == f'"{digest_of(answer.content)}"'
    for header, status in ((tag, 304), (f'"x", W/{tag}', 304), ("*", 304), ('"x"', 200)):
        answer = requests.get(f"{intake.url}/v1/catalogue", headers={"If-None-Match": header}, timeout=20)
        assert (answer.status_code, answer.headers["ETag"]) == (status, tag)
        assert status == 200 or not answer.content


def test_a_large_citys_catalogue_fits_and_comes_packed(enrolled, intake, tmp_path):
    files = {f"service-{n}.toml": f'code = "jn-{n}"\n# {n} {"一" * 3000}\n'.encode() for n in range(2000)}
    folder = tmp_path / "many"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    assert intake.call("publish-catalogue", str(folder)).strip() == "1"
    with Outbox.open(enrolled) as outbox:
        client = Client(intake.url, None, credentials.load(enrolled))
        assert Errands(outbox, Dispatch(outbox), client).fetch_catalogue() == 1
        client.close()
    assert catalogue_shelf.read(enrolled, 1).files == files
    answer = requests.get(f"{intake.url}/v1/catalogue", headers={"Accept-Encoding": "gzip"}, timeout=60, stream=True)
    assert len(answer.raw.read(decode_content=False)) < 4 << 20
    assert answer.headers["Vary"] == "Accept-Encoding"


def test_before_the_first_there_is_none(enrolled, intake):
    assert requests.get(f"{intake.url}/v1/catalogue", timeout=20).json()["type"] == "not-found"
    with Outbox.open(enrolled) as outbox:
        client = Client(intake.url, None, credentials.load(enrolled))
        assert Errands(outbox, Dispatch(outbox), client).fetch_catalogue() is None
        client.close()
