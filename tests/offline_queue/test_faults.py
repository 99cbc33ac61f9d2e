"""Every fault of the line: nothing is lost, nothing arrives twice, and staff are told what it is."""

from __future__ import annotations

import json
import socket
import sqlite3
import ssl
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kiosk.rehearsal.fault_proxy import PASS, Fault, FaultProxy
from offline_queue import credentials, signing
from offline_queue.answers import NotDelivered
from offline_queue.client import PIECE, Client
from offline_queue.dispatch import EVERYONE, Dispatch
from offline_queue.enrol import enrol
from offline_queue.outbox import Attachment, Outbox
from offline_queue.sync import Agent
from offline_queue.transport import Pace, Trouble

LARGE = Attachment("plan", "application/pdf", bytes(range(256)) * 4 * 20 * 1024)
"""20 MiB."""


@pytest.fixture
def line(intake):
    proxy = FaultProxy(intake.port)
    yield proxy
    proxy.close()


@pytest.fixture
def outbox(enrolled):
    with Outbox.open(enrolled) as box:
        yield box


@pytest.fixture
def agent_on(enrolled, outbox):
    clients = []

    def make(url):
        clients.append(Client(url, None, credentials.load(enrolled)))
        return Agent(outbox, clients[-1], jitter=lambda low, high: 0.0)

    yield make
    for client in clients:
        client.close()


def once(which, fault):
    """A plan: the fault meets the first request whose line starts so."""
    waiting = [fault]
    return lambda request: waiting.pop() if waiting and request.startswith(which) else PASS


PROBLEM = b'{"type":"%s","title":"","status":%d,"missing":[]}'


def http(status, body=b"", media_type=b"text/html", extra=b""):
    head = b"HTTP/1.1 %d X\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s" % (status, media_type, len(body), extra)
    return head + b"Connection: close\r\n\r\n" + body


def problem(status, kind, extra=b""):
    return http(status, PROBLEM % (kind, status), b"application/problem+json", extra)


FAULTS = {
    "login page": (Fault(answer=http(200, b"<html>Welcome</html>")), "portal"),
    "redirect elsewhere": (Fault(answer=http(302, extra=b"Location: http://127.0.0.1:9/\r\n")), "portal"),
    "network authentication required": (Fault(answer=http(511, b"<html>")), "portal"),
    "proxy's own 503": (Fault(answer=http(503, b"busy")), "busy"),
    "429 with seconds": (Fault(answer=http(429, b"", extra=b"Retry-After: 0\r\n")), "busy"),
    "429 with a date": (Fault(answer=http(429, b"", extra=b"Retry-After: Fri, 31 Dec 1999 23:59:59 GMT\r\n")), "busy"),
    "not trusted": (
        Fault(answer=http(401, PROBLEM % (b"terminal-not-trusted", 401), b"application/problem+json")),
        "not-trusted",
    ),
    "an old gateway's 403": (Fault(answer=http(403, b"no")), "not-trusted"),
    "answer lost": (Fault(cut_answer=0), "line"),
    "half a head": (Fault(cut_answer=20), "line"),
    "half an answer": (Fault(cut_answer=-5), "line"),
    "request cut": (Fault(cut_request=100), "line"),
    "not HTTP": (Fault(answer=b"\x00\xff\x00\xff\r\n\r\n"), "line"),
    "a 400 of a proxy": (Fault(answer=http(400, b"bad request")), ""),
    "a 500 for this one": (Fault(answer=http(500, b"oops")), ""),
}


@pytest.mark.parametrize("which", ["PUT /v1/parts/", "PUT /v1/submissions/"])
@pytest.mark.parametrize("name", FAULTS)
def test_after_any_fault_it_arrives_once(outbox, intake, line, agent_on, form, scan, now, name, which):
    fault, trouble = FAULTS[name]
    submitted = outbox.submit(form, [scan], now=now)
    line.plan = once(which, fault)
    agent = agent_on(line.url)
    agent.send_one()
    [item] = outbox.items()
    assert (item.state, item.acceptance_number) == ("sealed", None)
    assert json.loads(outbox.notes.fact("trouble") or '{"kind": ""}')["kind"] == trouble
    assert item.attempts == (0 if trouble else 1)
    assert agent.drain(20)
    assert outbox.notes.fact("trouble") == ""
    assert [stored["id"] for stored in intake.stored()] == [submitted.id]
    [item] = outbox.items()
    assert item.acceptance_number == intake.stored()[0]["acceptance_number"]


def test_a_server_that_drips_is_left(outbox, line, agent_on, form, now, monkeypatch):
    monkeypatch.setattr("offline_queue.client.PATIENCE", 0.5)
    outbox.submit(form, [], now=now)
    line.plan = once("PUT", Fault(drip=0.05))
    agent = agent_on(line.url)
    agent.send_one()
    assert outbox.items()[0].state == "sealed"
    assert agent.drain(20)


def test_a_name_that_is_not_found_is_told_as_such(enrolled):
    client = Client("http://intake.invalid", None, credentials.load(enrolled))
    with pytest.raises(NotDelivered) as caught:
        client.news(0)
    assert caught.value.trouble is Trouble.NAME
    client.close()


def certificate(folder, days):
    """A self-signed certificate for 127.0.0.1 that ends in `days`; its two files."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    end = datetime.now(UTC) + timedelta(days=days)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(end - timedelta(days=400))
        .not_valid_after(end)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "tls.pem").write_bytes(made.public_bytes(pem))
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "tls.key").write_bytes(secret)
    return folder / "tls.pem", folder / "tls.key"


@pytest.mark.parametrize(("days", "trust"), [(-1, True), (30, False)])
def test_an_expired_or_foreign_certificate_is_not_spoken_to(enrolled, tmp_path, days, trust):
    chain, key = certificate(tmp_path, days)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    server = socket.create_server(("127.0.0.1", 0))
    heard = []

    def serve():
        try:
            with context.wrap_socket(server.accept()[0], server_side=True) as line:
                heard.append(line.recv(100))
        except OSError:
            pass

    thread = threading.Thread(target=serve)
    thread.start()
    url = f"https://127.0.0.1:{server.getsockname()[1]}"
    client = Client(url, chain if trust else None, credentials.load(enrolled))
    with pytest.raises(NotDelivered) as caught:
        client.news(0)
    client.close()
    thread.join()
    server.close()
    assert caught.value.trouble is Trouble.CERTIFICATE
    assert b"GET" not in b"".join(heard)


@pytest.mark.parametrize("at", [0, 1, 9])
def test_a_large_part_goes_on_where_the_line_broke(outbox, intake, line, agent_on, form, now, at, tmp_path):
    submitted = outbox.submit(form, [LARGE], now=now)
    pieces = []

    def plan(request):
        if request.startswith("PATCH"):
            pieces.append(request)
            if len(pieces) == at + 1:
                return Fault(cut_request=PIECE // 2)
        return PASS

    line.plan = plan
    agent = agent_on(line.url)
    agent.send_one()
    assert outbox.items()[0].state == "sealed"
    assert agent.drain(60)
    assert line.brought < len(LARGE.data) + PIECE // 2 + 65536, "what had arrived was not sent again"
    out = tmp_path / "scans"
    intake.call("scans", submitted.id, "--out", str(out))
    assert [path.read_bytes() for path in out.iterdir()] == [LARGE.data]


def test_a_resident_at_the_screen_goes_ahead_of_a_large_part(outbox, intake, line, agent_on, form, now):
    outbox.submit(form, [LARGE], now=now)
    agent = agent_on(line.url)
    fresh = []

    def plan(request):
        if request.startswith("PATCH") and not fresh:
            fresh.append(outbox.submit(form, [], now=now).id)
        return PASS

    line.plan = plan
    assert agent.drain(60)
    assert intake.stored()[0]["id"] == fresh[0]
    assert sum(request.startswith("PATCH") for request in line.seen) == 21


def test_the_intake_gives_the_time(outbox, line, agent_on, form, now, enrolled):
    outbox.submit(form, [], now=now)
    busy = problem(503, b"unavailable", b"Retry-After: 300\r\n")
    line.plan = once("PUT", Fault(answer=busy))
    agent = agent_on(line.url)
    agent.send_one()
    seconds, failures, _ = Dispatch(outbox).waits(EVERYONE)
    assert 290 < seconds <= 306
    assert failures == 0
    assert agent.send_one() > 200, "nothing is tried meanwhile"
    outbox.submit(form, [], now=now)
    agent.send_one()
    assert outbox.items()[1].state == "acknowledged", "but who stands at the screen is"


def test_one_that_the_city_stumbles_over_holds_nobody_up(outbox, intake, line, agent_on, form, now):
    bad = outbox.submit(form, [], now=now)
    good = [outbox.submit(form, [], now=now) for _ in range(3)]
    line.plan = lambda request: Fault(answer=http(500, b"oops")) if bad.id in request else PASS
    agent = agent_on(line.url)
    for _ in range(8):
        agent.send_one()
    states = {item.id: item.state for item in outbox.items()}
    assert states == {bad.id: "sealed"} | {item.id: "acknowledged" for item in good}


def test_the_cap_on_sending_is_kept(outbox, intake, enrolled, form, scan, now, monkeypatch):
    slept = []
    monkeypatch.setattr("offline_queue.transport.time.sleep", slept.append)
    monkeypatch.setattr("offline_queue.transport.time.monotonic", lambda: 0.0)
    outbox.submit(form, [Attachment("a", "image/jpeg", bytes(200_000))], now=now)
    client = Client(intake.url, None, credentials.load(enrolled), Pace(50_000))
    assert Agent(outbox, client).drain(20)
    client.close()
    assert max(slept) > 200_000 / 50_000


def test_new_keys_of_the_city_reach_a_terminal_that_was_away(outbox, intake, enrolled, agent_on, form, now):
    old = outbox.submit(form, [], now=now)
    intake.call("rotate-keys")
    intake.stop()
    intake.start()
    before = credentials.load_city(enrolled)
    assert agent_on(intake.url).drain(20), "what was sealed to the old key opens, the new signature is believed"
    after = credentials.load_city(enrolled)
    assert after.sealing_key.key_id != before.sealing_key.key_id
    new = outbox.submit(form, [], now=now)
    assert agent_on(intake.url).drain(20)
    assert {stored["id"] for stored in intake.stored()} == {old.id, new.id}
    assert json.loads(intake.call("show", old.id, "--json"))["answers"] == form["answers"]
    assert json.loads(intake.call("show", new.id, "--json"))["answers"] == form["answers"]


def test_what_the_city_lost_is_sent_again_and_keeps_its_number(outbox, intake, agent_on, form, scan, now, monkeypatch):
    submitted = outbox.submit(form, [scan], now=now)
    agent = agent_on(intake.url)
    assert agent.drain(20)
    number = outbox.acceptance_number(submitted.id)
    intake.stop()
    with closing(sqlite3.connect(intake.data / "intake.sqlite")) as connection:
        for table in ("submission", "serial"):
            connection.execute(f"DELETE FROM {table}")
        connection.commit()
    intake.start()
    monkeypatch.setattr("offline_queue.dispatch.GRACE", -1.0)
    assert agent._errands.drop_what_is_safe() == 0, "nothing is dropped that the city does not have"
    assert agent.drain(20)
    assert [stored["acceptance_number"] for stored in intake.stored()] == [number]
    assert agent._errands.drop_what_is_safe() == 1
    assert outbox.items()[0].state == "purged"


def test_health_news_and_letters_travel(outbox, intake, agent_on, form, now):
    submitted = outbox.submit(form, [], now=now)
    outbox.notes.note_device("receipt_printer", "error", "paper_out")
    outbox.letters.report("wrong-text", "fee", "第三页的电话打不通", now=now)
    outbox.letters.ask_assistance("jn-residence-registration", "cannot-here", "王芳 13900001234", now=now)
    agent = agent_on(intake.url)
    assert agent.drain(20)
    number = outbox.acceptance_number(submitted.id)
    way = ("--zh", "请带户口簿到街道便民中心。", "--en", "Please bring the household register.")
    intake.call("move", number, "--state", "supplement", *way)
    intake.call("announce", "--zh", "周三停电", "--en", "No power on Wednesday", "--until", "2999-12-31")
    while agent.step() == 0:
        pass
    assert outbox.notes.progress(number).state.value == "supplement"
    assert outbox.notes.progress(number).en == way[3]
    assert [item.zh for item in outbox.notes.announcements(now.date())] == ["周三停电"]
    [terminal] = json.loads(intake.call("terminals", "--json"))
    assert terminal["health"]["devices"] == {"receipt_printer": {"status": "error", "error": "paper_out"}}
    assert (terminal["health"]["waiting"], terminal["health"]["last_sequence"]) == (0, 1)


@pytest.mark.parametrize("answer", [http(500, b"oops"), problem(422, b"invalid")])
def test_an_errand_that_the_city_stumbles_over_holds_nobody_up(outbox, intake, line, agent_on, form, now, answer):
    line.plan = lambda request: Fault(answer=answer) if "health" in request or "news" in request else PASS
    agent = agent_on(line.url)
    while agent.step() == 0:
        pass
    assert sum("health" in request for request in line.seen) == 1
    assert any("/v1/keys" in request for request in line.seen), "the other errands are run"
    outbox.submit(form, [], now=now)
    outbox.submit(form, [], now=now)
    assert agent.send_one() == agent.send_one() == 0.0
    assert [item.state for item in outbox.items()] == ["acknowledged"] * 2
    assert outbox.notes.fact("trouble") == ""


def test_terminal_and_intake_show_each_other_certificates(intake, tmp_path, form, now):
    chain, key = certificate(tmp_path, 30)
    intake.stop()
    intake.start("--certificate", str(chain), "--key", str(key), "--client-ca", str(chain))
    url, data = f"https://127.0.0.1:{intake.port}", tmp_path / "terminal"
    code = intake.call("enrol-code").strip()
    with pytest.raises(NotDelivered) as caught:
        enrol(data, url, chain, code, "370102", "甸柳社区")
    assert caught.value.trouble in (Trouble.CERTIFICATE, Trouble.LINE)
    enrol(data, url, chain, code, "370102", "甸柳社区", (chain, key))
    with Outbox.open(data) as outbox:
        outbox.submit(form, [LARGE], now=now)
        client = Client(url, chain, credentials.load(data), identity=(chain, key))
        assert Agent(outbox, client).drain(60)
        client.close()
    assert len(intake.stored()) == 1


@pytest.mark.parametrize("years", [-30, 30])
def test_a_terminal_whose_clock_is_years_off_is_still_believed(outbox, intake, enrolled, form, now, years, monkeypatch):
    submitted = outbox.submit(form, [], now=now)
    client = Client(intake.url, None, credentials.load(enrolled))
    monkeypatch.setattr(signing.time, "time", lambda: now.replace(year=now.year + years).timestamp())
    assert Agent(outbox, client).drain(20)
    client.close()
    assert [stored["id"] for stored in intake.stored()] == [submitted.id]


def test_a_city_whose_storage_is_out_of_order_makes_everybody_wait_and_counts_no_try(
    outbox, intake, agent_on, form, scan, now
):
    for _ in range(3):
        outbox.submit(form, [scan], now=now)
    agent = agent_on(intake.url)
    parts = intake.data / "parts"
    parts.rename(intake.data / "away")
    parts.write_bytes(b"")
    agent.send_one()
    assert [(item.state, item.attempts) for item in outbox.items()] == [("sealed", 0)] * 3
    assert json.loads(outbox.notes.fact("trouble"))["kind"] == Trouble.BUSY
    parts.unlink()
    (intake.data / "away").rename(parts)
    assert agent.drain(20)
    assert len(intake.stored()) == 3


def test_the_first_word_after_an_outage_declares_what_came_in_meanwhile(outbox, intake, enrolled, form, now):
    client = Client(intake.url, None, credentials.load(enrolled))
    agent = Agent(outbox, client, jitter=lambda low, high: 0.0)
    intake.stop()
    for _ in range(3):
        outbox.submit(form, [], now=now)
        agent.send_one()
    intake.start()
    assert agent.drain(20)
    client.close()
    assert client.backlog.startswith("count=3,")
