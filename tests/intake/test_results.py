"""Instant services: a proof with the acceptance, verified by whoever holds it, and nobody is named in its address."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest
import requests
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.database import open_database
from intake.filing import filing
from intake.results import VALID_DAYS
from intake.services import Offered, offered
from intake.tables import RESULT
from offline_queue import credentials
from offline_queue.answers import NotDelivered
from offline_queue.asking import ask_result
from offline_queue.client import Client
from offline_queue.enquiry import ask_case, ask_cases
from offline_queue.outbox import Outbox
from offline_queue.results import Result
from offline_queue.shared_data import Person
from offline_queue.sync import Agent
from offline_queue.wire import CaseState, WireError, parse, sign

NOW = datetime(2026, 11, 24, 10, 30)
PERSON = Person(id_number="370102195803140010", name="欧阳泉")

PROOF = """
code = "jn-proof"
office = "insurance"
result = { zh = "参保证明", en = "Proof of insurance" }
limit = { days = 0, unit = "days" }
"""
CARD = """
code = "jn-card"
result = { zh = "优待证", en = "Senior card" }
limit = { days = 5, unit = "working_days" }
limits = [{ when = "kind == 'electronic'", days = 0, unit = "days" }]
"""


@pytest.fixture
def published(intake, tmp_path):
    folder = tmp_path / "services"
    folder.mkdir()
    for name, text in (("proof", PROOF), ("card", CARD)):
        (folder / f"{name}.toml").write_text(text)
    intake.call("publish-catalogue", str(folder))


@pytest.fixture
def client(enrolled, intake):
    made = Client(intake.url, None, credentials.load(enrolled))
    yield made
    made.close()


@pytest.fixture
def hand_in(enrolled, client):
    """Hand in and deliver an application; its id and acceptance number."""

    def make(service="jn-proof", **more):
        form = {"service_code": service, "applicant": PERSON.model_dump(), "identified_by": "card", "answers": {}}
        with Outbox.open(enrolled) as outbox:
            submitted = outbox.submit(form | more, [], now=NOW)
            assert Agent(outbox, client, jitter=lambda low, high: 0.0).drain(20)
            return submitted.id, outbox.acceptance_number(submitted.id)

    return make


def test_a_proof_comes_with_the_number_and_is_verified_by_anybody(published, hand_in, client, intake):
    identity, number = hand_in()
    result = ask_result(client, identity)
    assert (result.acceptance_number, result.zh, result.en) == (number, "参保证明", "Proof of insurance")
    token = result.url.rpartition("/")[2]
    assert result.url == f"{intake.url}/v/{token}"
    assert len(token) >= 22, "128 bits in base64"
    assert not [told for told in (number, PERSON.id_number, PERSON.name) if told in result.url]
    page = requests.get(result.url, timeout=10)
    assert page.status_code == 200
    for told in ("欧*泉", result.code, "参保证明", "Proof of insurance", result.valid_until, "有效", "Valid"):
        assert told in page.text
    assert not [kept for kept in (PERSON.name, PERSON.id_number, number, identity) if kept in page.text]
    assert page.headers["Referrer-Policy"] == "no-referrer"
    case = ask_case(client, number)
    assert (case.state, case.result) == (CaseState.DONE, None), "a number can be guessed, so it leads to no proof"
    [own] = ask_cases(client, PERSON)
    assert own.result == result
    assert ask_result(client, identity) == result, "asked again it is the same"


def test_what_takes_time_or_was_typed_gives_nothing_at_once(published, hand_in, client):
    for service, more in (
        ("jn-card", {}),
        ("jn-other", {}),
        ("jn-proof", {"identified_by": "typed"}),
        ("jn-proof", {"limit": {"days": 0}, "supplement_of": "37010226112400013"}),
        ("jn-card", {"limit": {"days": 5, "unit": "working_days"}}),
        ("jn-card", {"limit": {"days": "0"}}),
        ("jn-card", {"limit": {"days": False}}),
    ):
        identity, number = hand_in(service, **more)
        assert ask_result(client, identity) is None
        assert ask_case(client, number).state is CaseState.RECEIVED


def test_a_limit_on_a_condition_is_the_one_that_the_terminal_promised(published, hand_in, client):
    identity, _ = hand_in("jn-card", limit={"days": 0, "unit": "days"})
    assert ask_result(client, identity).zh == "优待证"


def test_a_service_may_be_made_instant_by_hand(hand_in, client, intake, published):
    intake.call("instant", "jn-other", "--zh", "证明", "--en", "Proof")
    intake.call("publish-catalogue", str(intake.data.parent / "services"))
    identity, _ = hand_in("jn-other")
    assert ask_result(client, identity).en == "Proof"


def test_a_proof_ends_and_is_taken_back_without_a_trace_of_its_person(published, hand_in, client, intake):
    _, number = hand_in()
    [case] = ask_cases(client, PERSON)
    url = case.result.url
    assert case.result.valid_until == f"{datetime.now().date() + timedelta(days=VALID_DAYS)}"
    engine = open_database(f"sqlite:///{intake.data / 'intake.sqlite'}")
    with engine.begin() as connection:
        connection.execute(RESULT.update().values(valid_until="2020-01-01"))
    assert "已过核验期" in requests.get(url, timeout=10).text
    intake.call("withdraw", number)
    page = requests.get(url, timeout=10)
    assert "已撤回" in page.text
    assert "欧" not in page.text
    with engine.connect() as connection:
        assert connection.execute(sa.select(RESULT.c.name)).scalars().all() == [""]
    engine.dispose()


def test_results_are_told_to_the_terminal_that_handed_in_alone(published, hand_in, client, intake, tmp_path):
    from offline_queue.enrol import enrol

    identity, _ = hand_in()
    enrol(tmp_path / "other", intake.url, None, intake.call("enrol-code").strip(), "370102", "舜玉社区")
    other = Client(intake.url, None, credentials.load(tmp_path / "other"))
    assert ask_result(other, identity) is None
    other.close()
    answer = requests.get(f"{intake.url}/v1/results/{identity}", timeout=10)
    assert answer.status_code == 401


def test_a_result_of_another_submission_is_not_believed(published, hand_in, client, monkeypatch):
    first, _ = hand_in()
    second, _ = hand_in()
    real = client.ask
    monkeypatch.setattr(client, "ask", lambda method, path, **more: real(method, path.replace(first, second), **more))
    with pytest.raises(NotDelivered, match="another submission"):
        ask_result(client, first)
    told = parse(Result, json.dumps({**ask_result(client, second).model_dump(), "submission": first}).encode())
    answer = real("GET", f"/v1/results/{second}")
    forged = answer.__class__(200, answer.media_type, sign(told, Ed25519PrivateKey.generate()), None, {})
    monkeypatch.setattr(client, "ask", lambda *_, **__: forged)
    with pytest.raises(NotDelivered):
        ask_result(client, first)


@pytest.mark.parametrize("token", ["x", "a" * 32, "a" * 500, "%00", "..%2f..%2fetc", "<script>"])
def test_an_address_that_is_none_is_told_what_to_do(intake, token):
    page = requests.get(f"{intake.url}/v/{token}", timeout=10)
    assert page.status_code in (404, 422)
    assert "<script" not in page.text
    assert page.status_code == 422 or "12345" in page.text or page.headers["Content-Type"] == "application/problem+json"


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=150)
@given(st.fixed_dictionaries({}, optional={"limit": values, "applicant": values, "identified_by": st.just("card")}))
def test_hostile_forms_promise_nothing(form):
    found = filing(json.dumps(form).encode(), b"k" * 32)
    assert found.limit is None or 0 <= found.limit.days <= 365
    assert len(found.name) <= 100


@settings(max_examples=150)
@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: f"limits = '''{text}'''".encode()))
def test_hostile_service_files_are_no_service(raw):
    found = offered(raw)
    assert found is None or isinstance(found, Offered)
    with pytest.raises(WireError):
        parse(Result, raw)
