"""What the city holds already: told only to a terminal with consent, bound to the question, nothing personal kept."""

from __future__ import annotations

import json
import socket
import time
from datetime import date, datetime

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from intake import held as held_module
from intake import keys, tables
from intake.cli import app
from intake.database import open_database
from intake.held import Held, Record, RecordsRefused, read_records
from intake.sharing import Sharing
from offline_queue import credentials
from offline_queue.answers import NotDelivered, Refused
from offline_queue.asking import ask_shared
from offline_queue.client import Client
from offline_queue.outbox import Outbox
from offline_queue.sealing import open_words
from offline_queue.shared_data import HeldMaterial, Person, SharedData, SharedDataRequest, open_person, seal_person
from offline_queue.sync import Agent
from offline_queue.wire import Sealed, WireError, parse, sign

PERSON = Person(id_number="370102195803140010", name="欧阳泉")
OTHER = Person(id_number="370102199006010019", name="欧阳泉")

KEY = Ed25519PrivateKey.generate()

FILE = """
[[held]]
id_number = "370102195803140010"
name = "欧阳泉"
material = "residence_proof"
reference = "LX-2024-0071"
valid_until = 2027-06-30

[[held]]
id_number = "370102195803140010"
name = "欧阳泉"
material = "photo"
reference = "ZP-19"

[[held]]
id_number = "370102195803140010"
name = "欧阳泉"
material = "old_lease"
reference = "ZL-3"
valid_until = 2020-01-31
"""


@pytest.fixture
def records(intake, tmp_path):
    file = tmp_path / "held.toml"
    file.write_text(FILE)
    assert intake.call("hold", str(file)).strip() == "3"
    return file


@pytest.fixture
def client(enrolled, intake):
    made = Client(intake.url, None, credentials.load(enrolled))
    yield made
    made.close()


def test_each_paper_asked_for_is_told_held_or_not(client, records, intake):
    asked = ["photo", "lease", "old_lease", "residence_proof"]
    told = ask_shared(client, "jn-x", asked, PERSON)[0]
    assert told.materials == (
        HeldMaterial(material="photo", held=True, reference="ZP-19"),
        HeldMaterial(material="lease", held=False),
        HeldMaterial(material="old_lease", held=False),
        HeldMaterial(material="residence_proof", held=True, reference="LX-2024-0071", valid_until="2027-06-30"),
    )
    assert not any(item.held for item in ask_shared(client, "jn-x", asked, OTHER)[0].materials)
    namesake = Person(id_number=PERSON.id_number, name="欧阳全")
    assert not any(item.held for item in ask_shared(client, "jn-x", asked, namesake)[0].materials)


def test_nothing_personal_is_kept_but_that_it_was_asked(client, records, intake):
    for _ in range(3):
        ask_shared(client, "jn-x", ["photo"], PERSON)
    ask_shared(client, "jn-y", ["photo"], OTHER)
    intake.stop()
    secret = (intake.data / "keys" / "held.key").read_bytes()
    for path in (path for path in intake.data.rglob("*") if path.is_file()):
        content = path.read_bytes()
        for word in (PERSON.id_number, OTHER.id_number, PERSON.name):
            assert word.encode() not in content, path.name
        assert path.name == "held.key" or secret not in content
    assert (intake.data / "keys" / "held.key").stat().st_mode & 0o777 == 0o600
    engine = open_database(f"sqlite:///{intake.data / 'intake.sqlite'}")
    with engine.connect() as connection:
        rows = connection.execute(sa.select(tables.ASKED).order_by(tables.ASKED.c.service_code)).all()
    engine.dispose()
    assert [(row.terminal, row.service_code, row.questions) for row in rows] == [
        ("0001", "jn-x", 3),
        ("0001", "jn-y", 1),
    ]


def body_of(city, **changes):
    sealed = seal_person("01934f00-0000-4000-8000-000000000000", PERSON, city.sealing_key)
    request = {
        "id": "01934f00-0000-4000-8000-000000000000",
        "service_code": "jn-x",
        "materials": ["photo"],
        "consent": True,
        "person": sealed.model_dump(mode="json"),
    }
    return json.dumps(request | changes).encode()


@pytest.mark.parametrize(
    "changes",
    [
        {"consent": False},
        {"consent": None},
        {"materials": []},
        {"materials": ["../x"]},
        {"id": "01934f00-0000-4000-8000-000000000001"},
        {"person": {"suite": "AES256GCM-HPKE-X25519", "key_id": "other", "box": "QUJD"}},
    ],
)
def test_without_consent_or_for_another_question_nothing_is_said(client, records, intake, changes):
    city = client._credentials.city
    assert client._send("POST", "/v1/shared-data", body_of(city), "application/json").status == 200
    with pytest.raises(Refused) as refused:
        client._send("POST", "/v1/shared-data", body_of(city, **changes), "application/json")
    assert refused.value.kind == "invalid"


def test_an_answer_to_another_question_is_not_believed(client, records, monkeypatch):
    signing = Ed25519PrivateKey.generate()
    real = client._send
    kept = []

    def swapped(*arguments, **options):
        kept.append(real(*arguments, **options))
        return kept[0]

    monkeypatch.setattr(client, "_send", swapped)
    ask_shared(client, "jn-x", ["photo"], PERSON)
    with pytest.raises(NotDelivered, match="another question"):
        ask_shared(client, "jn-x", ["photo"], OTHER)
    forged = SharedData(request="0" * 64, answered_at="", materials=())
    answer = kept[0].__class__(200, kept[0].media_type, sign(forged, signing), None, {})
    monkeypatch.setattr(client, "_send", lambda *_, **__: answer)
    with pytest.raises(NotDelivered):
        ask_shared(client, "jn-x", ["photo"], PERSON)


def test_a_silent_city_is_not_waited_for(alone, monkeypatch):
    monkeypatch.setattr("offline_queue.client.SCREEN_PATIENCE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        client = Client(f"http://127.0.0.1:{silent.getsockname()[1]}", None, credentials.load(alone))
        began = time.monotonic()
        with pytest.raises(NotDelivered):
            ask_shared(client, "jn-x", ["photo"], PERSON)
        client.close()
    assert time.monotonic() - began < 15, "the agent's patience of 20 s, not the screens'"


def test_a_terminal_that_tries_numbers_is_stopped(client, records, tmp_path, monkeypatch):
    monkeypatch.setattr(held_module, "MOST_A_DAY", 2)
    engine = open_database(f"sqlite:///{tmp_path / 'x.sqlite'}")
    held = Held(engine, b"k" * 32)
    day = date(2026, 11, 24)
    assert [held.count("0001", service, day) for service in ("a", "b", "a")] == [True, True, False]
    assert held.count("0002", "a", day)
    assert held.count("0001", "a", date(2026, 11, 25))
    engine.dispose()


def test_a_newer_record_takes_the_place_of_the_earlier(tmp_path):
    engine = open_database(f"sqlite:///{tmp_path / 'x.sqlite'}")
    held = Held(engine, b"k" * 32)
    values = PERSON.model_dump() | {"material": "photo"}
    for reference in ("A", "B"):
        held.hold([Record(**values, reference=reference, valid_until=date(2026, 11, 24))])
    [found] = held.look(PERSON, ["photo"], date(2026, 11, 24))
    assert (found.reference, found.held) == ("B", True)
    assert not held.look(PERSON, ["photo"], date(2026, 11, 25))[0].held, "its last day is over"
    assert not Held(engine, b"x" * 32).look(PERSON, ["photo"], date(2026, 11, 24))[0].held
    engine.dispose()


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("= 1", "not TOML"),
        ("", "held"),
        (FILE.replace('"LX-2024-0071"', '""'), "held.0.reference"),
        (FILE.replace("2027-06-30", '"soon"'), "held.0.valid_until"),
        (FILE.replace('id_number = "370102195803140010"', 'id_number = "3701欧"'), "held.0"),
        (FILE.replace('"photo"', '"../photo"'), "held.1.material"),
    ],
)
def test_a_mistake_in_a_file_is_named_without_a_value(tmp_path, content, named):
    file = tmp_path / "held.toml"
    file.write_text(content)
    with pytest.raises(RecordsRefused) as refused:
        read_records(file)
    assert named in str(refused.value)
    assert "370102" not in str(refused.value)
    assert "欧" not in str(refused.value)
    assert CliRunner().invoke(app, ["hold", str(file), "--data", str(tmp_path / "city")]).exit_code == 3


@settings(max_examples=150)
@given(st.binary(max_size=300))
def test_hostile_questions_are_named_errors(raw):
    for model in (SharedDataRequest, SharedData, Person):
        with pytest.raises(WireError):
            parse(model, raw)


def test_a_person_is_sealed_for_one_question_only(tmp_path):
    city = keys.load(tmp_path)
    request = parse(SharedDataRequest, body_of(city.public))
    opening = city.opening_for(request.person.key_id)
    assert open_person(request, opening) == PERSON
    assert PERSON.id_number not in request.model_dump_json()
    with pytest.raises(WireError):
        open_words("01934f00-0000-4000-8000-000000000001", Sealed.model_validate(request.person), opening)


@pytest.fixture
def prove(enrolled, client):
    """Hand in a form with these words of shared data; what the city makes of them."""

    def make(shared, person=PERSON, **more):
        form = {"service_code": "jn-x", "applicant": person.model_dump(), "answers": {}, "shared": shared}
        with Outbox.open(enrolled) as outbox:
            submitted = outbox.submit(form | more, [], now=datetime.now())
            assert Agent(outbox, client, jitter=lambda low, high: 0.0).drain(20)
        return submitted.id

    return make


def test_a_form_proves_what_is_held_of_its_own_applicant_alone(records, client, prove, intake):
    told, proof = ask_shared(client, "jn-x", ["photo", "residence_proof", "lease"], PERSON)
    materials = {item.material: item.reference for item in told.materials if item.held}
    claim = {"materials": materials, "proof": proof.decode()}

    def shown(*arguments, **more):
        return json.loads(intake.call("show", prove(*arguments, **more), "--json"))

    good = shown(claim)
    assert good["shared_proved"] == {"photo": True, "residence_proof": True}
    assert good["shared"] == claim, "the form is given back as it was"
    assert shown(claim, OTHER)["shared_proved"] == {"photo": False, "residence_proof": False}
    changed = {**claim, "materials": {"photo": "ZP-20", "lease": "", "residence_proof": materials["residence_proof"]}}
    assert shown(changed)["shared_proved"] == {"photo": False, "lease": False, "residence_proof": True}
    forged = sign(told, Ed25519PrivateKey.generate()).decode()
    assert not any(shown({**claim, "proof": forged})["shared_proved"].values())
    assert "shared_proved" not in shown({})


claims = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["materials", "proof", "x"]), inner),
    max_leaves=6,
)


@settings(max_examples=150)
@given(claims | st.fixed_dictionaries({"materials": st.dictionaries(st.text(max_size=5), claims), "proof": claims}))
def test_hostile_claims_prove_nothing(claim):
    engine = sa.create_engine("sqlite://")
    proved = Sharing(Held(engine, b"k" * 32), [KEY.public_key()]).proved(claim, PERSON)
    assert not any(proved.values())
