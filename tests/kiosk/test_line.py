"""The line to the city and its faults, as whoever calls over it meets them."""

from __future__ import annotations

import http.server
import threading
import time

import pytest
import requests

from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.knobs import turn
from offline_queue.transport import Trouble, session, trouble_of

BODY = b"city " * 200


class City(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        self.server.heard.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.send_header("Content-Length", str(len(BODY)))
        self.end_headers()
        self.wfile.write(BODY)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def city():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), City) as server:
        server.heard = []
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def bench(city):
    with Bench() as made:
        made.line.lead_to(city.server_address[1])
        yield made


@pytest.fixture
def call(bench, tmp_path):
    """Sends something to the city as the terminal does."""
    authority = tmp_path / "city.pem"
    authority.write_bytes(bench.line.authority)
    caller, line = session(authority)
    yield lambda seconds=10.0: caller.post(bench.line.url, b"form", timeout=seconds)
    caller.close()
    line.close()
    turn(bench, "line.mode", "ok")


@pytest.mark.parametrize(("mode", "trouble"), [("down", Trouble.LINE), ("certificate", Trouble.CERTIFICATE)])
def test_a_broken_line_is_met_as_such_and_heals(bench, city, call, mode, trouble):
    assert call().content == BODY
    turn(bench, "line.mode", mode)
    city.heard.clear()
    with pytest.raises(requests.RequestException) as caught:
        call()
    assert trouble_of(caught.value) is trouble
    assert city.heard == []
    turn(bench, "line.mode", "ok")
    assert call().content == BODY


@pytest.mark.parametrize(("mode", "status"), [("portal", 200), ("500", 500), ("503", 503), ("429", 429)])
def test_somebody_else_answers(bench, city, call, mode, status):
    turn(bench, "line.mode", mode)
    city.heard.clear()
    answer = call()
    assert (answer.status_code, answer.content == BODY) == (status, False)
    assert city.heard == []


def test_a_dripping_line_answers_until_it_is_cut(bench, city, call):
    turn(bench, "line.mode", "dripping")
    city.heard.clear()
    cut = threading.Timer(0.3, turn, (bench, "line.mode", "ok"))
    cut.start()
    assert call().content != BODY
    cut.join()
    assert city.heard == []


def test_of_a_lossy_line_each_nth_exchange_is_lost(bench, call):
    turn(bench, "line.lost_every", "2")
    turn(bench, "line.mode", "lossy")
    arrived = 0
    for _ in range(8):
        try:
            arrived += call().content == BODY
        except requests.RequestException as lost:
            assert trouble_of(lost) is Trouble.LINE
    assert arrived == 4


def test_a_slow_line_carries_no_more_than_it_can(bench, call):
    turn(bench, "line.pause", "0.1")
    turn(bench, "line.bytes_per_second", "5000")
    turn(bench, "line.mode", "slow")
    began = time.monotonic()
    assert call().content == BODY
    assert time.monotonic() - began >= 0.1 + len(BODY) / 5000


def test_without_a_city_behind_it_nothing_answers(tmp_path):
    with Bench() as alone:
        turn(alone, "line.mode", "down")
        assert not alone.line.leads
        alone.line.lead_to(9)
        turn(alone, "line.mode", "ok")
        authority = tmp_path / "city.pem"
        authority.write_bytes(alone.line.authority)
        with pytest.raises(requests.RequestException):
            requests.get(alone.line.url, verify=str(authority), timeout=10)
