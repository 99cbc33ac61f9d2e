"""What the agent and the commands tell the audit log, against a running intake."""

from __future__ import annotations

import json
from datetime import datetime

from typer.testing import CliRunner

from drivers.simulators.people import PEOPLE
from kiosk.audit.ledger import FOLDER, files_of
from kiosk.audit.recorder import Audit
from kiosk.audit.verify import lines_of, verified
from kiosk.audit_witness import AuditWitness
from kiosk.cli import app
from offline_queue import credentials
from offline_queue.client import Client
from offline_queue.outbox import Outbox
from offline_queue.sync import Agent

NOW = datetime(2026, 11, 24, 10, 30).astimezone()
PERSON = PEOPLE["resident"].person
FORM = {
    "service_code": "jn-elderly-card",
    "applicant": PERSON.as_json(),
    "answers": {"phone": "13805317216", "contact_name": "范例家人"},
}


def told(data):
    return [(line.event, line.fields) for line in lines_of(data / FOLDER)]


def test_what_becomes_of_submissions_and_line_is_told_and_nothing_of_anyone(enrolled, intake):
    sent = []
    with Outbox.open(enrolled) as outbox, Audit(enrolled, "agent") as audit:
        garbled, whole = (outbox.submit(FORM, [], now=NOW) for _ in range(2))
        with outbox.database.writing() as connection:
            connection.execute("UPDATE submission SET manifest = x'00' WHERE id = ?", (garbled.id,))
        client = Client(intake.url, None, credentials.load(enrolled))
        agent = Agent(outbox, client, jitter=lambda low, high: 0.0, witness=AuditWitness(audit))
        intake.stop()
        while not outbox.notes.fact("trouble"):
            agent.step()
        intake.start()
        assert agent.drain(20)
        client.put_health = sent.append
        while not sent:
            agent.step()
        client.close()
        number = outbox.acceptance_number(whole.id)
    assert told(enrolled) == [
        ("quarantined", {"number": garbled.offline_number, "why": "damaged"}),
        ("line_lost", {"why": "line"}),
        ("acknowledged", {"number": whole.offline_number, "acceptance": number}),
        ("line_back", {}),
    ]
    anchored = next(line for line in lines_of(enrolled / FOLDER) if line.number == sent[0].audit_number)
    assert sent[0].audit_digest == anchored.head.digest
    assert not verified(enrolled / FOLDER, anchored.head).faults


def test_what_is_done_by_hand_is_told(enrolled, intake, tmp_path):
    config, form = tmp_path / "kiosk.toml", tmp_path / "form.json"
    config.write_text(f'data_dir = "{enrolled}"\n[intake]\nurl = "{intake.url}"\n')
    form.write_text(json.dumps(FORM))

    def run(*arguments):
        done = CliRunner().invoke(app, [*map(str, arguments), "--config", str(config)])
        assert done.exit_code == 0, done.output
        return done.stdout.strip()

    run("staff", "set-pin", "--pin", "271828")
    run("queue", "add", form)
    run("queue", "export", "--out", tmp_path / "stick")
    intake.call("import", str(tmp_path / "stick"))
    run("queue", "acknowledge", tmp_path / "stick")
    run("sync", "--drain")
    run("audit", "export", tmp_path / "stick" / "audit")
    events = [event for event, _ in told(enrolled)]
    assert events == [
        *("staff_pin_set", "submission_sealed", "exported", "acknowledged", "taken_in"),
        *("agent_started", "agent_ended", "log_exported"),
    ]
    assert "the chain is whole" in run("audit", "verify")
    log = b"".join(path.read_bytes() for path in files_of(enrolled / FOLDER)).decode()
    for private in (PERSON.name, PERSON.id_number, PERSON.address, "13805317216", "范例家人", "271828"):
        assert private not in log
        assert json.dumps(private)[1:-1] not in log
