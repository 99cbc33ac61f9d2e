"""From the queue to the city: once in effect, and believed only on proof."""

from __future__ import annotations

import json
import socket
import threading
import urllib.request
from contextlib import closing
from datetime import date, datetime

import pytest

from offline_queue import credentials
from offline_queue.answers import MissingParts, Refused
from offline_queue.client import Client
from offline_queue.dispatch import Dispatch
from offline_queue.enrol import register
from offline_queue.errors import OutboxError
from offline_queue.outbox import Outbox
from offline_queue.sync import Agent, only_sender
from offline_queue.wire import Registration


def agent_for(data, url, outbox):
    client = Client(url, None, credentials.load(data))
    return client, Agent(outbox, client, jitter=lambda low, high: 0.0)


def test_the_city_gets_what_was_given(enrolled, intake, form, scan, big_scan, now, tmp_path):
    with Outbox.open(enrolled) as outbox:
        submitted = outbox.submit(form, [scan, big_scan], now=now)
        client, agent = agent_for(enrolled, intake.url, outbox)
        assert agent.drain(20)
        client.close()
        number = outbox.acceptance_number(submitted.id)
    for name in (submitted.id, number, submitted.offline_number):
        shown = json.loads(intake.call("show", name, "--json"))
        assert {key: shown[key] for key in form} == form
        assert (shown["acceptance_number"], shown["offline_number"]) == (number, submitted.offline_number)
    assert [(item["part"], item["bytes"]) for item in shown["scans"]] == [
        ("lease-1", len(scan.data)),
        ("lease-2", len(big_scan.data)),
    ]
    out = tmp_path / "scans"
    intake.call("scans", submitted.id, "--out", str(out))
    assert [path.read_bytes() for path in sorted(out.iterdir())] == [scan.data, big_scan.data]


def test_the_agent_says_that_it_lives_before_each_exchange(enrolled, intake, form, scan, big_scan, now):
    beats = []
    with Outbox.open(enrolled) as outbox, closing(Client(intake.url, None, credentials.load(enrolled))) as client:
        outbox.submit(form, [scan, big_scan], now=now)
        agent = Agent(outbox, client, jitter=lambda low, high: 0.0, alive=lambda: beats.append("alive"))
        assert agent.drain(20)
        assert len(beats) >= 4, "form, two scans and the manifest"
        beats.clear()
        agent.step()
        assert beats, "and at each turn"


def test_with_the_city_away_it_waits_and_arrives_once(enrolled, intake, form, scan, now):
    intake.stop()
    with Outbox.open(enrolled) as outbox:
        submitted = outbox.submit(form, [scan], now=now)
        client, agent = agent_for(enrolled, intake.url, outbox)
        assert not agent.drain(1)
        assert outbox.waiting() == 1
        assert outbox.acceptance_number(submitted.id) is None
        intake.start()
        assert agent.drain(20)
        client.close()
    assert [item["id"] for item in intake.stored()] == [submitted.id]


def test_after_a_mended_line_nobody_waits_for_the_end_of_the_wait_who_asks(enrolled, intake, form, now):
    intake.stop()
    with Outbox.open(enrolled) as outbox, closing(Client(intake.url, None, credentials.load(enrolled))) as client:
        backlog = outbox.submit(form, [], now=now)
        agent = Agent(outbox, client, jitter=lambda low, high: high)
        for _ in range(12):
            agent.send_one()
            outbox.hurry()
        assert agent.send_one() == 0.0, "each time it was tried"
        assert agent.send_one() > 300, "and failures count on: the wait grows to minutes"
        intake.start()
        assert agent.send_one() > 300
        assert outbox.acceptance_number(backlog.id) is None
        outbox.hurry()
        agent.send_one()
        assert outbox.acceptance_number(backlog.id)


def test_what_an_ended_agent_had_taken_next_counts_no_try(enrolled, intake, form, now):
    with Outbox.open(enrolled) as outbox:
        for _ in range(3):
            outbox.submit(form, [], now=now)
        client, agent = agent_for(enrolled, intake.url, outbox)
        agent.run(lambda: outbox.items()[0].state == "acknowledged")
        assert [(item.state, item.attempts) for item in outbox.items()] == [
            ("acknowledged", 1),
            ("sealed", 0),
            ("sealed", 0),
        ]
        assert agent.drain(20)
        client.close()
    assert len(intake.stored()) == 3


def test_a_resident_at_the_screen_goes_before_the_backlog_that_is_being_sent(enrolled, intake, form, now):
    with Outbox.open(enrolled) as outbox:
        for _ in range(3):
            outbox.submit(form, [], now=now)
        client, agent = agent_for(enrolled, intake.url, outbox)
        agent.send_one()
        newest = outbox.submit(form, [], now=now)
        agent.send_one()
        agent.send_one()
        states = {item.id: item.state for item in outbox.items()}
        assert states[newest.id] == "acknowledged", "it waits for the one that was taken already, and no other"
        client.close()


class Swallower:
    """A line that brings the request and loses the first answer to a manifest."""

    def __init__(self, port):
        self._target = port
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        self.swallowed = 0
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self):
        while True:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client):
        with client, socket.create_connection(("127.0.0.1", self._target)) as server:
            client.settimeout(5)
            server.settimeout(5)
            try:
                while request := whole(client):
                    server.sendall(request)
                    answer = whole(server)
                    if request.startswith(b"PUT /v1/submissions/") and not self.swallowed:
                        self.swallowed += 1
                        return
                    client.sendall(answer)
            except OSError:
                return

    def close(self):
        self._server.close()


def whole(line):
    """One HTTP message with the body that its Content-Length promises; empty at the end of the line."""
    message = b""
    while b"\r\n\r\n" not in message or len(message.partition(b"\r\n\r\n")[2]) < promised(message):
        piece = line.recv(1 << 20)
        if not piece:
            return b""
        message += piece
    return message


def promised(message):
    for header in message.partition(b"\r\n\r\n")[0].split(b"\r\n"):
        if header.lower().startswith(b"content-length:"):
            return int(header.split(b":")[1])
    return 0


def test_a_lost_answer_makes_no_second_submission(enrolled, intake, form, scan, now):
    line = Swallower(intake.port)
    with Outbox.open(enrolled) as outbox:
        submitted = outbox.submit(form, [scan], now=now)
        client, agent = agent_for(enrolled, line.url, outbox)
        agent.send_one()
        assert line.swallowed == 1
        assert outbox.acceptance_number(submitted.id) is None
        assert len(intake.stored()) == 1, "the city had stored it when the answer was lost"
        assert agent.drain(20)
        number = outbox.acceptance_number(submitted.id)
        client.close()
    line.close()
    [stored] = intake.stored()
    assert stored["acceptance_number"] == number


def test_a_replay_gets_the_same_proof_and_other_content_is_refused(enrolled, intake, form, now):
    with Outbox.open(enrolled) as outbox:
        outbox.submit(form, [], now=now)
        outgoing = Dispatch(outbox).next_outgoing()
        client = Client(intake.url, None, credentials.load(enrolled))
        with pytest.raises(MissingParts) as missing:
            client.put_submission(outgoing.id, outgoing.manifest, outgoing.digest)
        for digest in missing.value.digests:
            client.put_part(digest, outbox.contents.part(outgoing.id, digest))
        first, _ = client.put_submission(outgoing.id, outgoing.manifest, outgoing.digest)
        again, _ = client.put_submission(outgoing.id, outgoing.manifest, outgoing.digest)
        assert first == again
        with pytest.raises(Refused):
            client.put_submission(outgoing.id, outgoing.manifest.replace(b'"sequence":1', b'"sequence":2'), "")
        client.close()


def test_a_forged_terminal_is_not_trusted(enrolled, intake, form, now, alone):
    with Outbox.open(alone) as outbox:
        outbox.submit(form, [], now=now)
        client, agent = agent_for(alone, intake.url, outbox)
        agent.send_one()
        client.close()
        assert outbox.items()[0].state == "sealed"
        assert "terminal-not-trusted" in outbox.items()[0].reason
    assert intake.stored() == []


def test_damaged_ciphertext_is_refused_and_kept_for_staff(enrolled, intake, form, now):
    with Outbox.open(enrolled) as outbox:
        submitted = outbox.submit(form, [], now=now)
        _, parts = outbox.contents.export(submitted.id)
        [(digest, content)] = parts.items()
        client = Client(intake.url, None, credentials.load(enrolled))
        with pytest.raises(Refused):
            client.put_part(digest, content[:-1])
        client.close()
    assert intake.stored() == []


def test_one_damaged_submission_is_set_aside_and_the_others_go_on(enrolled, intake, form, big_scan, now):
    with Outbox.open(enrolled) as outbox:
        torn = outbox.submit(form, [big_scan], now=now)
        [file] = (enrolled / "parts").iterdir()
        file.unlink()
        garbled = outbox.submit(form, [], now=now)
        with outbox.database.writing() as connection:
            connection.execute("UPDATE submission SET manifest = x'00' WHERE id = ?", (garbled.id,))
        whole = outbox.submit(form, [], now=now)
        client, agent = agent_for(enrolled, intake.url, outbox)
        assert agent.drain(20)
        client.close()
        states = {item.id: item.state for item in outbox.items()}
    assert states == {torn.id: "quarantined", garbled.id: "quarantined", whole.id: "acknowledged"}
    assert [item["id"] for item in intake.stored()] == [whole.id]


def test_ratings_arrive(enrolled, intake, now):
    with Outbox.open(enrolled) as outbox:
        outbox.letters.rate("jn-residence-registration", 4, ("quick",), "", day=now.date())
        client, agent = agent_for(enrolled, intake.url, outbox)
        assert agent.drain(20)
        client.close()
        assert outbox.waiting() == 0
    assert urllib.request.urlopen(f"{intake.url}/v1/ratings/summary").read() == b'{"4":"few"}'


def test_the_figures_of_the_month_come_back(enrolled, intake, form, now):
    month = f"{datetime.now():%Y-%m}"
    with Outbox.open(enrolled) as outbox:
        client, agent = agent_for(enrolled, intake.url, outbox)
        for level in (5, 3, 1, 4, 2):
            outbox.letters.rate("jn-residence-registration", level, (), "", day=datetime.now().date())
        outbox.letters.rate("jn-residence-registration", 5, (), "", day=date(2020, 1, 1))
        submitted = outbox.submit(form, [], now=now)
        assert agent.drain(20)
        number = outbox.acceptance_number(submitted.id)
        intake.call("move", number, "--state", "done", "--zh", "办好了", "--en", "Done")
        assert outbox.notes.figures(month) is None
        while outbox.notes.figures(month) is None:
            agent.step()
        figures = outbox.notes.figures(month)
        assert (figures.rated, figures.good, figures.settled) == (5, 3, 1)
        assert outbox.notes.figures("2020-01") is None, "only of the month that it was"
        client.close()


def test_that_the_line_is_up_again_is_noticed_though_nothing_is_left_to_send(enrolled, intake):
    with Outbox.open(enrolled) as outbox:
        client, agent = agent_for(enrolled, intake.url, outbox)
        outbox.notes.state("trouble", json.dumps({"kind": "line", "since": "2026-11-24T10:30:00+08:00"}))
        while outbox.notes.fact("trouble"):
            agent.step()
        client.close()


def test_a_code_is_good_for_one_terminal(intake):
    registration = Registration(code="0000-0000-0000-0000", public_key="QUJD", area="370102", station="x")
    with pytest.raises(Refused):
        register(intake.url, None, registration)


def test_one_sender_at_a_time(alone):
    alone.mkdir(exist_ok=True)
    with only_sender(alone), pytest.raises(OutboxError, match="another sync agent"), only_sender(alone):
        pass
