"""What counts as the city's proof, and what does not."""

from __future__ import annotations

import http.server
import json
import socket
import threading
import time

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offline_queue import credentials
from offline_queue.answers import MissingParts, NotDelivered, Refused
from offline_queue.client import Client
from offline_queue.dispatch import Dispatch
from offline_queue.wire import ACKNOWLEDGEMENT_TYPE, PROBLEM_TYPE, Acknowledgement, sign


class Liar(http.server.BaseHTTPRequestHandler):
    """Answers whatever it was told to."""

    answer = (200, "text/html", b"<html>Welcome to the free network</html>", {})

    def do_PUT(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        status, media_type, body, headers = type(self).answer
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def liar():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Liar)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def a_try(liar, alone, outgoing):
    client = Client(liar, None, credentials.load(alone))
    try:
        return client.put_submission(outgoing.id, outgoing.manifest, outgoing.digest)
    finally:
        client.close()


PROBLEM = {"type": "invalid", "title": "", "status": 422, "missing": []}


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ((200, "text/html", b"<html>Welcome</html>", {}), NotDelivered),
        ((200, ACKNOWLEDGEMENT_TYPE, b"", {}), NotDelivered),
        ((200, ACKNOWLEDGEMENT_TYPE, b"a.b.c", {}), NotDelivered),
        ((204, ACKNOWLEDGEMENT_TYPE, b"", {}), NotDelivered),
        ((302, "text/html", b"", {"Location": "http://127.0.0.1:1/"}), NotDelivered),
        ((422, "text/plain", b"bad", {}), NotDelivered),
        ((422, PROBLEM_TYPE, b"not json", {}), NotDelivered),
        ((400, PROBLEM_TYPE, json.dumps(PROBLEM).encode(), {}), NotDelivered),
        ((422, PROBLEM_TYPE, json.dumps(PROBLEM).encode(), {}), Refused),
        ((503, PROBLEM_TYPE, json.dumps(PROBLEM | {"type": "unavailable", "status": 503}).encode(), {}), NotDelivered),
        ((200, "text/html", b"x" * 100_000, {}), NotDelivered),
    ],
)
def test_what_proves_nothing_is_not_believed(liar, alone, outbox, form, now, answer, expected):
    outbox.submit(form, [], now=now)
    Liar.answer = answer
    with pytest.raises(expected):
        a_try(liar, alone, Dispatch(outbox).next_outgoing())


def test_only_the_citys_own_signature_on_our_own_digest_counts(liar, alone, outbox, form, now, city):
    outbox.submit(form, [], now=now)
    outgoing = Dispatch(outbox).next_outgoing()
    right = {
        "id": outgoing.id,
        "digest": outgoing.digest,
        "acceptance_number": "37010226112400013",
        "received_at": "2026-11-24T10:31:00+00:00",
    }
    forger = Ed25519PrivateKey.generate()
    for change, key in (({"digest": "0" * 64}, city[1]), ({"id": "0" * 8 + outgoing.id[8:]}, city[1]), ({}, forger)):
        Liar.answer = (201, ACKNOWLEDGEMENT_TYPE, sign(Acknowledgement(**(right | change)), key), {})
        with pytest.raises(NotDelivered):
            a_try(liar, alone, outgoing)
    Liar.answer = (201, ACKNOWLEDGEMENT_TYPE, sign(Acknowledgement(**right), city[1]), {})
    assert a_try(liar, alone, outgoing)[0].acceptance_number == "37010226112400013"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([200, 201, 400, 409, 413, 422, 429, 500, 503]),
    st.sampled_from([ACKNOWLEDGEMENT_TYPE, PROBLEM_TYPE, "text/html", ""]),
    st.one_of(
        st.binary(max_size=300),
        st.builds(lambda v: json.dumps(v).encode(), st.dictionaries(st.sampled_from(list(PROBLEM)), st.integers())),
    ),
    st.sampled_from([{}, {"Retry-After": "5"}, {"Retry-After": "x"}, {"Retry-After": "9" * 30}]),
)
def test_no_answer_at_all_is_mistaken_for_proof(liar, alone, status, media_type, body, headers):
    Liar.answer = (status, media_type, body, headers)
    client = Client(liar, None, credentials.load(alone))
    with pytest.raises((NotDelivered, Refused, MissingParts)) as caught:
        client.put_submission("01934f00-0000-7000-8000-000000000000", b"{}", "0" * 64)
    client.close()
    if isinstance(caught.value, NotDelivered) and caught.value.retry_after is not None:
        assert 0 <= caught.value.retry_after <= 3600


def test_a_silent_line_ends(alone, outbox, form, now, monkeypatch):
    monkeypatch.setattr("offline_queue.transport.TIMEOUT", (1.0, 1.0))
    server = socket.create_server(("127.0.0.1", 0))
    outbox.submit(form, [], now=now)
    began = time.monotonic()
    with pytest.raises(NotDelivered):
        a_try(f"http://127.0.0.1:{server.getsockname()[1]}", alone, Dispatch(outbox).next_outgoing())
    server.close()
    assert time.monotonic() - began < 60, "a hang, not a measurement"
