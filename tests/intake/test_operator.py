"""The operator's page in a real browser: who needs somebody comes first, figures agree, nobody's words are shown."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import threading
import time
from datetime import datetime, timedelta

import pytest
import requests
import uvicorn
from typer.testing import CliRunner

from intake import keys
from intake.cli import app
from intake.figures import Figures
from intake.letters import Letters
from intake.objects import Folder
from intake.operator import make_operator_app
from intake.store import Store
from offline_queue.health import DeviceState, Health
from offline_queue.letters import Assistance, Rating, Report, Stop
from offline_queue.numbers import letter_number
from offline_queue.sealing import seal_words
from offline_queue.wire import CaseState, Manifest, Part, Suite

NOW = datetime.fromisoformat("2026-11-24T10:30:00+08:00")
DAY = timedelta(days=1)
REPORT_ID = "3f0b4f9e-58f1-4a57-9f2c-0a4f3f8f5d11"
REQUEST_ID = "b8b1a5c2-6c1d-4a39-8f3e-7d2f1c9b6e02"


def health(at, **changes):
    values = {
        "at": at.isoformat(timespec="seconds"),
        "version": "0.1.0",
        "last_sequence": 7,
        "waiting": 0,
        "waiting_bytes": 0,
        "oldest_sealed_at": "",
        "quarantined": 0,
        "letters": 0,
        "damaged_files": 0,
        "free_bytes": 40 << 30,
        "clock_offset": 0.4,
        "devices": {"receipt_printer": DeviceState(status="online", error="")},
    }
    return Health(**values | changes)


def receive(store, number, terminal, at, service="elderly_allowance"):
    part = Part(part="form", index=0, media_type="application/json", digest="0" * 64, size=2)
    manifest = Manifest(
        format="kiosk-submission-1",
        id=f"01934f00-0000-7000-8000-{number:012d}",
        service_code=service,
        terminal=terminal,
        offline_number=f"L{number}",
        sequence=number + 1,
        sealed_at=at.isoformat(),
        suite=Suite.X25519,
        key_id="k",
        wrapped_key="",
        parts=(part,),
    )
    return store.put_submission(b"m", manifest, "370102", at, lambda proof: proof.model_dump_json().encode())[0]


@pytest.fixture
def store(tmp_path):
    made = Store(f"sqlite:///{tmp_path / 'intake.sqlite'}", Folder(tmp_path / "parts"))
    yield made
    made.close()


@pytest.fixture
def fleet(store, tmp_path):
    """Four terminals (well, broken printer, silent, just enrolled), three cases, ratings, a report, a request."""
    for name in ("甸柳社区", "泉景社区", "解放路社区", "舜玉社区"):
        store.register(store.new_code(), name, "370102", name)
    store.put_health("0001", health(NOW), NOW)
    broken = {"receipt_printer": DeviceState(status="hardware_error", error="cutter")}
    store.put_health("0002", health(NOW, devices=broken, catalogue=7, waiting=2, oldest_sealed_at=NOW.isoformat()), NOW)
    store.put_health("0003", health(NOW - DAY), NOW - DAY)
    cases = [receive(store, n, "0001", NOW - n * DAY) for n in range(2)]
    cases.append(receive(store, 40, "0002", NOW - 40 * DAY, "birth_registration"))
    kept = Letters(store.engine)
    kept.move_case("0001", cases[0].acceptance_number, CaseState.DONE, "请来领取", "Please collect", NOW)
    for n, level in enumerate((5, 5, 4, 1)):
        kept.put_rating(f"r{n}", Rating(service_code="x", level=level, tags=(), words=None, day="2026-11-24"))
    city = keys.load(tmp_path / "keys")
    sealing = city.sealing
    at = NOW.isoformat(timespec="seconds")
    words = seal_words(REPORT_ID, "字太小", sealing)
    kept.put_report(REPORT_ID, "0002", Report(topic="screen", page="welcome", words=words, made_at=at))
    contact = seal_words(REQUEST_ID, "13900000000", sealing)
    request = Assistance(service_code="elderly_allowance", topic="at_home", contact=contact, made_at=at)
    kept.put_assistance(REQUEST_ID, "0001", request, "civil_affairs")
    for n, reason in enumerate(("too_young", "device:document_scanner", "too_young")):
        stop = Stop(service_code="elderly_allowance", reason=reason, office="x", station="370102", day="2026-11-24")
        kept.put_stop(f"s{n}", stop)
    return cases


def test_who_needs_somebody_comes_first_with_the_reason(store, fleet):
    rows = Figures(store.engine).terminals(NOW)
    assert [(row.number, row.condition.value) for row in rows] == [
        ("0003", "quiet"),
        ("0002", "trouble"),
        ("0001", "well"),
        ("0004", "new"),
    ]
    assert rows[0].reasons == (("since", "2026-11-23 10:30"),)
    assert rows[1].reasons == (("device.hardware_error", "receipt_printer"),)


@pytest.mark.parametrize(
    ("changes", "condition", "reason"),
    [
        ({"quarantined": 2}, "trouble", ("quarantined", "2")),
        ({"damaged_files": 1}, "trouble", ("damaged", "1")),
        ({"update": "1.1", "update_state": "undone", "update_why": "doctor"}, "trouble", ("update", "1.1: doctor")),
        ({"update": "1.1", "update_state": "stuck", "update_why": "ended"}, "trouble", ("update", "1.1: ended")),
        ({"free_bytes": 100 << 20}, "trouble", ("room", "100 MiB")),
        ({"clock_offset": -86400.0}, "trouble", ("clock", "-86400 s")),
        ({"waiting": 3, "oldest_sealed_at": "2026-11-23T10:30:00+08:00"}, "waiting", ("oldest", "2026-11-23 10:30")),
    ],
)
def test_each_trouble_is_named(store, changes, condition, reason):
    store.register(store.new_code(), "k", "370102", "甸柳社区")
    store.put_health("0001", health(NOW, **changes), NOW)
    (row,) = Figures(store.engine).terminals(NOW)
    assert row.condition == condition
    assert row.reasons == (reason,)


def test_figures_count_what_is_there(store, fleet):
    figures = Figures(store.engine)
    days = figures.cases_by_day(NOW.date(), 30)
    assert len(days) == 30
    assert days[-2:] == [("2026-11-23", 1), ("2026-11-24", 1)]
    assert sum(count for _, count in days) == 2, "the one of 40 days ago is not in these 30"
    assert figures.cases_by_service(5) == [("elderly_allowance", 2), ("birth_registration", 1)]
    assert figures.ratings() == [("5", 2), ("4", 1), ("3", 0), ("2", 0), ("1", 1)]
    assert figures.reports_by_topic() == [("screen", 1)]
    assert figures.stops(5) == [
        ("elderly_allowance · too_young", 2),
        ("elderly_allowance · device:document_scanner", 1),
    ]
    assert [row["state"] for row in figures.cases(9)] == ["done", "received", "received"]


@pytest.fixture
def served(store, free_port):
    """The pages over a real port, at a fixed time."""
    port = free_port()
    pages = make_operator_app(Figures(store.engine), lambda: NOW)
    server = uvicorn.Server(uvicorn.Config(pages, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


def test_an_empty_city_says_what_to_do_first(served):
    assert "kiosk-intake enrol-code" in requests.get(f"{served}/terminals", timeout=10).text
    for page in ("", "cases", "letters"):
        answer = requests.get(f"{served}/{page}", timeout=10)
        assert answer.status_code == 200
        assert "script" not in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("number", ["' OR 1=1", "<script>alert(1)</script>", "%", "0" * 500])
def test_a_searched_number_is_only_that(fleet, served, number):
    page = requests.get(f"{served}/cases", params={"number": number}, timeout=10).text
    assert "没有这个编号" in page
    assert "<script>" not in page


def test_letters_open_for_whoever_holds_the_keys(store, fleet, tmp_path):
    done = CliRunner().invoke(app, ["letters", "--json", "--data", str(tmp_path)])
    rows = {row["kind"]: row for row in json.loads(done.stdout)}
    assert rows["report"]["words"] == "字太小"
    assert rows["assistance"]["contact"] == "13900000000"
    assert rows["assistance"]["number"] == letter_number(REQUEST_ID)
    assert rows["assistance"]["first_responder"] == "甸柳社区"
    for office, kinds in (("civil_affairs", ["assistance"]), ("elsewhere", [])):
        done = CliRunner().invoke(app, ["letters", "--office", office, "--json", "--data", str(tmp_path)])
        assert [row["kind"] for row in json.loads(done.stdout)] == kinds
    assert "civil_affairs, first 甸柳社区" in CliRunner().invoke(app, ["letters", "--data", str(tmp_path)]).stdout


def browse(url, folder):
    """The page as the browser has it after its own reading."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed (Debian: chromium)")
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}", "--dump-dom", url]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout


def test_a_browser_shows_the_fleet(fleet, served, tmp_path):
    overview = browse(f"{served}/", tmp_path / "browser")
    assert re.search(r'id="terminals">4<', overview)
    assert overview.count("<rect") == 30
    assert "75 %" in overview
    terminals = browse(f"{served}/terminals?lang=en", tmp_path / "browser")
    assert terminals.index('id="terminal-0003"') < terminals.index('id="terminal-0001"')
    assert "printer" in terminals
    assert re.search(r'id="terminal-0002".*?>7</td>', terminals, re.S), "which of the city's catalogues it works with"
    assert "shipped" in terminals
    found = browse(f"{served}/cases?number={fleet[2].offline_number}", tmp_path / "browser")
    assert fleet[2].acceptance_number in found
    assert fleet[0].acceptance_number not in found
    letters = browse(f"{served}/letters", tmp_path / "browser")
    assert "帮办请求" in letters
    assert letter_number(REQUEST_ID) in letters, "the number that the resident was shown"
    assert "13900000000" not in letters
    assert "civil_affairs" in letters, "where the request went"
