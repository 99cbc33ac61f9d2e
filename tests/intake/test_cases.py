"""Cases as residents ask after them: by number without a name, by card only their own; what is added closes a gap."""

from __future__ import annotations

import json
import socket
from datetime import datetime

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from intake import held as held_module
from intake.cli import app
from intake.filing import Filing, digest, filing
from offline_queue import cases, credentials, enquiry
from offline_queue.answers import NotDelivered, Refused
from offline_queue.client import Client
from offline_queue.enquiry import ask_case, ask_cases, held_here
from offline_queue.letterbox import Way
from offline_queue.numbers import letter_number, offline_number
from offline_queue.outbox import Attachment, Outbox
from offline_queue.sealing import seal_words
from offline_queue.shared_data import Person
from offline_queue.sync import Agent
from offline_queue.wire import CaseState

NOW = datetime(2026, 11, 24, 10, 30)
PERSON = Person(id_number="370102195803140010", name="欧阳泉")
OTHER = Person(id_number="370102199006010019", name="欧阳泉")
KEY = b"k" * 32


def form(person=PERSON, **more):
    base = {"service_code": "jn-x", "answers": {}, "deferred": {"lease": "2026-11-29", "photo": "2026-12-04"}}
    return base | {"applicant": person.model_dump()} | more


@pytest.fixture
def outbox(enrolled):
    with Outbox.open(enrolled) as opened:
        yield opened


@pytest.fixture
def client(enrolled, intake):
    made = Client(intake.url, None, credentials.load(enrolled))
    yield made
    made.close()


@pytest.fixture
def deliver(outbox, client):
    """Hands in a form with these parts, brings it to the city, and tells its acceptance number."""

    def brought(given, *parts):
        attachments = [Attachment(part, "image/jpeg", b"\xff\xd8" + part.encode()) for part in parts]
        submitted = outbox.submit(given, attachments, now=NOW)
        assert Agent(outbox, client, jitter=lambda low, high: 0.0).drain(20)
        return outbox.acceptance_number(submitted.id), submitted.offline_number

    return brought


def test_by_number_a_case_tells_what_is_open_and_nobody(deliver, client, intake):
    acceptance, offline = deliver(form())
    for number in (acceptance, offline):
        told = ask_case(client, number)
        assert (told.acceptance_number, told.offline_number, told.service_code) == (acceptance, offline, "jn-x")
        assert told.state is CaseState.RECEIVED
        assert [(item.material, item.until) for item in told.open] == [("lease", "2026-11-29"), ("photo", "2026-12-04")]
    said = requests.get(f"{intake.url}/v1/cases/{acceptance}", timeout=20).text
    assert PERSON.name not in said
    assert PERSON.id_number not in said
    assert ask_case(client, offline_number("0009", NOW.date(), 1)) is None


def test_every_step_of_a_case_is_told_in_order(deliver, client, intake):
    acceptance, _ = deliver(form())
    intake.call("move", acceptance, "--state", "accepted")
    intake.call("move", acceptance, "--state", "refused", "--zh", "可改办居住登记", "--en", "Register instead")
    told = ask_case(client, acceptance)
    assert [step.state for step in told.steps] == [CaseState.ACCEPTED, CaseState.REFUSED]
    assert (told.state, told.zh, told.en) == (CaseState.REFUSED, "可改办居住登记", "Register instead")
    assert told.open == (), "a case that is over waits for nothing"


def test_a_supplement_closes_what_it_brings_whichever_number_it_names(deliver, client, intake):
    acceptance, offline = deliver(form())
    first, _ = deliver(form(deferred={}, supplement_of=offline), "lease")
    told = ask_case(client, acceptance)
    assert [item.material for item in told.open] == ["photo"]
    assert [(item.acceptance_number, item.materials) for item in told.supplements] == [(first, ("lease",))]
    second, _ = deliver({"service_code": "jn-x", "answers": {}, "supplement_of": acceptance}, "photo")
    assert ask_case(client, acceptance).open == ()
    assert ask_case(client, second).acceptance_number == acceptance, "its own number leads to the case"
    assert len(ask_cases(client, PERSON)) == 1, "what was added is no case of its own"
    shown = json.loads(intake.call("show", acceptance, "--json"))
    assert shown["supplements"] == [first, second]
    added = json.loads(intake.call("show", first, "--json"))
    assert (added["supplement_of"], [scan["part"] for scan in added["scans"]]) == (offline, ["lease"])


def test_a_supplement_before_its_case_waits_for_it(deliver, client):
    number = offline_number("0001", NOW.date(), 2)
    early, _ = deliver({"service_code": "jn-x", "answers": {}, "supplement_of": number}, "lease")
    assert ask_case(client, early).acceptance_number == early
    acceptance, offline = deliver(form())
    assert offline == number
    assert [item.material for item in ask_case(client, acceptance).open] == ["photo"]


def test_by_card_only_ones_own_and_newest_first(deliver, client):
    numbers = [deliver(form())[0] for _ in range(2)]
    deliver(form(OTHER))
    assert {case.acceptance_number for case in ask_cases(client, PERSON)} == set(numbers)
    assert len(ask_cases(client, OTHER)) == 1
    assert ask_cases(client, Person(id_number=PERSON.id_number, name="欧阳全")) == ()


def test_of_who_asked_and_who_applied_nothing_readable_is_kept(deliver, client, intake):
    deliver(form())
    ask_cases(client, PERSON)
    intake.stop()
    for path in (path for path in intake.data.rglob("*") if path.is_file()):
        content = path.read_bytes()
        assert PERSON.id_number.encode() not in content, path.name
        assert PERSON.name.encode() not in content, path.name


def test_what_was_withdrawn_is_found_by_its_number_alone(deliver, client, intake):
    acceptance, _ = deliver(form())
    intake.call("withdraw", acceptance)
    assert ask_cases(client, PERSON) == ()
    assert ask_case(client, acceptance).state is CaseState.WITHDRAWN


def test_a_fault_report_is_answered_under_its_number_and_shows_its_picture(outbox, client, intake, tmp_path):
    shown = b"\xff\xd8 a picture \xff\xd9"
    identity = outbox.letters.report("page", "home", "字太小", now=NOW, picture=shown)
    number = letter_number(identity)
    assert held_here(outbox, number).offline_number == number, "until it is sent this terminal tells of it"
    assert Agent(outbox, client, jitter=lambda low, high: 0.0).drain(20)
    asked = ask_case(client, number)
    assert (asked.state, asked.service_code) == (CaseState.ASKED, "")
    intake.call("answer", number, "--zh", "字已放大", "--en", "The type is larger now")
    assert ask_case(client, number).zh == "字已放大"
    out = tmp_path / "pictures"
    assert intake.call("letters", "--pictures", str(out), "--json")
    assert [(path.name, path.read_bytes()) for path in out.iterdir()] == [(f"{number}.jpg", shown)]


@pytest.mark.parametrize(("named", "office"), [("civil_affairs", "civil_affairs"), ("", "police")])
def test_a_request_goes_to_the_office_that_was_named_or_the_services_own(
    outbox, client, intake, tmp_path, named, office
):
    (tmp_path / "services").mkdir()
    (tmp_path / "services" / "x.toml").write_text('code = "jn-x"\noffice = "police"\n')
    intake.call("publish-catalogue", str(tmp_path / "services"))
    way = Way("too_young", named)
    outbox.letters.ask_assistance("jn-x", "papers", "13805317216", now=NOW, way=way, area="370102")
    assert Agent(outbox, client, jitter=lambda low, high: 0.0).drain(20)
    [row] = json.loads(intake.call("letters", "--office", office, "--json"))
    assert (row["stop"], row["area"], row["first_responder"]) == ("too_young", "370102", "甸柳社区")


def test_a_request_for_assistance_is_answered_under_its_number(outbox, client, intake):
    number = letter_number(outbox.letters.ask_assistance("jn-x", "cannot_come", "13805317216", now=NOW))
    assert held_here(outbox, number).offline_number == number
    assert Agent(outbox, client, jitter=lambda low, high: 0.0).drain(20)
    assert held_here(outbox, number) is None
    asked = ask_case(client, number)
    assert (asked.state, asked.service_code, asked.steps) == (CaseState.ASKED, "jn-x", ())
    intake.call("answer", number, "--zh", "周四上门", "--en", "We visit on Thursday")
    answered = ask_case(client, number)
    assert (answered.state, answered.zh, answered.en) == (CaseState.ANSWERED, "周四上门", "We visit on Thursday")
    assert "13805317216" not in answered.model_dump_json()
    told = CliRunner().invoke(app, ["answer", "1" * 12, "--zh", "x", "--en", "x", "--data", str(intake.data)])
    assert (told.exit_code, "no letter of this number" in told.stderr) == (3, True)


def test_a_terminal_that_asks_too_often_is_told_to_wait(deliver, client, intake, monkeypatch):
    deliver(form())
    for _ in range(held_module.MOST_A_DAY):
        ask_cases(client, OTHER)
    with pytest.raises(NotDelivered):
        ask_cases(client, PERSON)


def test_a_person_sealed_for_another_question_is_refused(client):
    sealed = seal_words(
        "01934f00-0000-4000-8000-000000000001", PERSON.model_dump_json(), client.credentials.city.sealing_key
    )
    request = cases.CasesRequest(id="01934f00-0000-4000-8000-000000000000", person=sealed)
    with pytest.raises(Refused) as refused:
        client.ask("POST", "/v1/cases/query", request.model_dump_json().encode())
    assert refused.value.kind == "invalid"


def test_an_answer_to_another_question_is_not_believed(deliver, client, monkeypatch):
    deliver(form())
    monkeypatch.setattr(enquiry, "digest_of", lambda _: "0" * 64)
    with pytest.raises(NotDelivered):
        ask_cases(client, PERSON)


def test_without_the_line_nobody_waits_and_the_terminal_tells_what_it_knows(deliver, client, outbox, intake):
    acceptance, offline = deliver(form())
    intake.call("move", acceptance, "--state", "accepted", "--zh", "在办", "--en", "Under way")
    outbox.notes.take_news(client.news(0))
    intake.stop()
    waiting = outbox.submit(form(), [], now=NOW)
    for ask in (lambda: ask_case(client, acceptance), lambda: ask_cases(client, PERSON)):
        with pytest.raises(NotDelivered):
            ask()
    known = held_here(outbox, offline)
    assert (known.acceptance_number, known.service_code, known.said.zh) == (acceptance, "jn-x", "在办")
    assert held_here(outbox, waiting.offline_number).acceptance_number == ""
    assert held_here(outbox, offline_number("0009", NOW.date(), 1)) is None


def test_a_line_that_swallows_everything_ends_in_seconds(client, monkeypatch):
    monkeypatch.setattr("offline_queue.client.SCREEN_PATIENCE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        client._url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(NotDelivered):
            ask_case(client, "37010226112400013")


json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=20), inner, max_size=3),
    max_leaves=12,
)


@given(st.binary(max_size=40) | json_like.map(lambda value: json.dumps(value).encode()))
def test_a_form_of_any_shape_is_filed(raw):
    assert isinstance(filing(raw, KEY), Filing)


@given(json_like, json_like, json_like)
def test_a_form_with_odd_particulars_is_filed(applicant, deferred, number):
    given_form = {"applicant": applicant, "deferred": deferred, "supplement_of": number}
    filed = filing(json.dumps(given_form).encode(), KEY)
    assert isinstance(json.loads(filed.deferred), dict)
    assert len(filed.supplement_of) <= 40


def test_a_foreign_card_without_chinese_name_is_filed_under_its_own():
    person = Person(id_number="CAN110088031402", name="YANG, CESHI")
    applicant = {"id_number": person.id_number, "name": "", "name_en": person.name}
    assert filing(json.dumps({"applicant": applicant}).encode(), KEY).person == digest(person, KEY)
