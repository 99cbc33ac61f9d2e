"""Withdrawn is gone: the content erased at the city, the numbers kept, and nothing brings it back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import requests
from typer.testing import CliRunner

from intake.cli import app
from offline_queue import bundle, credentials
from offline_queue.answers import Refused
from offline_queue.client import Client
from offline_queue.dispatch import Dispatch
from offline_queue.errands import Errands
from offline_queue.outbox import Attachment, Outbox
from offline_queue.sync import Agent
from offline_queue.wire import CaseState, Manifest, ProblemKind

FORM = {"service_code": "jn-x", "applicant": {"name": "秘密甲"}, "answers": {}}
LARGE = Attachment("plan", "application/pdf", bytes(range(256)) * 4 * 1500)
"""1.5 MB: it goes in pieces."""


@pytest.fixture
def outbox(enrolled):
    with Outbox.open(enrolled) as box:
        yield box


@pytest.fixture
def client(outbox, intake):
    made = Client(intake.url, None, credentials.load(outbox.folder))
    yield made
    made.close()


@pytest.fixture
def delivered(outbox, client, now):
    submitted = outbox.submit(FORM, [LARGE], now=now)
    assert Agent(outbox, client, jitter=lambda low, high: 0.0).drain(20)
    return submitted


@pytest.fixture
def now():
    return datetime(2026, 11, 24, 10, 30, tzinfo=UTC)


def objects(intake):
    return [path for path in (intake.data / "parts").rglob("*") if path.is_file()]


def send_again(outbox, client):
    """As a terminal does that lost the acknowledgement."""
    with outbox.database.writing() as connection:
        connection.execute("UPDATE delivery SET state = 'sealed', acceptance_number = NULL, proof = NULL")
    agent = Agent(outbox, client, jitter=lambda low, high: 0.0)
    assert agent.drain(20)
    return outbox.items()[0]


def test_content_goes_and_the_numbers_stay(outbox, client, delivered, intake):
    assert len(objects(intake)) == 2
    number = intake.call("withdraw", delivered.offline_number).strip()
    assert objects(intake) == []
    [stored] = intake.stored()
    assert (stored["id"], stored["acceptance_number"]) == (delivered.id, number)
    assert stored["withdrawn"]
    for command in (["show", delivered.id, "--json"], ["scans", delivered.id, "--out", str(intake.data / "x")]):
        done = CliRunner().invoke(app, [*command, "--data", str(intake.data)])
        assert done.exit_code == 3
        assert "withdrawn" in done.output
    done = CliRunner().invoke(app, ["move", number, "--state", "done", "--data", str(intake.data)])
    assert done.exit_code == 3
    assert intake.call("withdraw", delivered.id).strip() == number, "once more does no harm"


def test_a_late_copy_is_refused_and_leaves_nothing(outbox, client, delivered, intake):
    intake.call("withdraw", delivered.id)
    item = send_again(outbox, client)
    assert (item.state, item.reason) == ("quarantined", "withdrawn")
    assert objects(intake) == [], "the parts came before the manifest and went with it"
    assert intake.stored()[0]["withdrawn"]


def test_another_content_under_its_id_takes_no_parts_away(outbox, client, delivered, intake, now):
    other = outbox.submit(FORM, [], now=now)
    assert Agent(outbox, client, jitter=lambda low, high: 0.0).drain(20)
    intake.call("withdraw", delivered.id)
    before = objects(intake)
    manifest = Manifest.model_validate_json(outbox.contents.export(delivered.id)[0])
    foreign = Manifest.model_validate_json(outbox.contents.export(other.id)[0])
    forged = manifest.model_copy(update={"parts": foreign.parts}).model_dump_json().encode()
    with pytest.raises(Refused) as refused:
        client.put_submission(delivered.id, forged, "")
    assert refused.value.kind is ProblemKind.WITHDRAWN
    assert objects(intake) == before
    assert intake.call("show", other.id)


def test_nobody_else_can_use_its_parts(outbox, client, delivered, intake, now):
    """So they can go with it."""
    manifest = Manifest.model_validate_json(outbox.contents.export(delivered.id)[0])
    thief = manifest.model_copy(
        update={"id": "01934f00-0000-7000-8000-000000000000", "offline_number": manifest.offline_number}
    )
    with pytest.raises(Refused) as refused:
        client.put_submission(thief.id, thief.model_dump_json().encode(), "")
    assert refused.value.kind is ProblemKind.INVALID


def test_progress_says_so_in_both_languages(outbox, client, delivered, intake):
    number = intake.call("withdraw", delivered.id).strip()
    told = requests.get(f"{intake.url}/v1/cases/{number}", timeout=20).json()
    assert told["state"] == "withdrawn"
    assert "撤回" in told["zh"]
    assert "withdrawn" in told["en"]
    outbox.notes.take_news(client.news(0))
    assert outbox.notes.progress(number).state is CaseState.WITHDRAWN


def test_the_terminal_drops_its_copy_after_the_grace_period(outbox, client, delivered, intake, monkeypatch):
    intake.call("withdraw", delivered.id)
    monkeypatch.setattr("offline_queue.dispatch.GRACE", -1.0)
    assert Errands(outbox, Dispatch(outbox), client).drop_what_is_safe() == 1
    assert outbox.items()[0].state == "purged"


def test_a_stick_does_not_bring_it_back(outbox, client, delivered, intake, tmp_path):
    intake.call("withdraw", delivered.id)
    stick = tmp_path / "stick"
    stick.mkdir()
    key = credentials.load(outbox.folder).key
    (stick / f"{delivered.id}.kiosk").write_bytes(bundle.pack(*outbox.contents.export(delivered.id), key))
    assert intake.call("import", str(stick)).startswith("withdrawn")
    assert objects(intake) == []
    assert not list(stick.glob("*.ack"))
    assert intake.stored()[0]["withdrawn"]


def test_what_is_not_here_cannot_be_withdrawn(tmp_path):
    done = CliRunner().invoke(app, ["withdraw", "37010226112400013", "--data", str(tmp_path)])
    assert done.exit_code == 3


def test_cut_short_it_is_finished_by_doing_it_again(outbox, delivered, intake, monkeypatch):
    def cut(*_):
        raise OSError

    monkeypatch.setattr("intake.objects.Folder.delete", cut)
    assert CliRunner().invoke(app, ["withdraw", delivered.id, "--data", str(intake.data)]).exit_code == 1
    monkeypatch.undo()
    number = intake.call("withdraw", delivered.id).strip()
    assert objects(intake) == []
    assert requests.get(f"{intake.url}/v1/cases/{number}", timeout=20).json()["state"] == "withdrawn"
