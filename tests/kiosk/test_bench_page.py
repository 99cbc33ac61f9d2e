"""The bench's page: worked in a browser by mouse and keys, kept from other pages, worded in both languages."""

from __future__ import annotations

import http.client
import json
import shutil
import socket
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image

from drivers.simulators.papers import PAPERS
from drivers.simulators.people import CARDS
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.bench_page import BenchPage
from kiosk.rehearsal.conditions import CONDITIONS
from kiosk.rehearsal.knobs import knobs, turn
from kiosk.rehearsal.line import Mode
from kiosk.rehearsal.page_state import panels, words
from kiosk.rehearsal.recorder import Recorder
from kiosk.rehearsal.recording import Recording
from tests.kiosk.browser import Browser


@pytest.fixture(scope="module")
def bench():
    with Bench() as made:
        yield made


@pytest.fixture(scope="module")
def page(bench):
    recording = Recording(Recorder(bench))
    with BenchPage(bench, recording=recording) as made:
        made.recording = recording
        yield made


def call(page, method, path, **headers):
    line = http.client.HTTPConnection("127.0.0.1", urlsplit(page.url).port, timeout=10)
    line.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = line.getresponse()
    answer.body = answer.read()
    line.close()
    return answer


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 204),
        ({"Origin": "http://127.0.0.1:{port}", "Sec_Fetch_Site": "same-origin"}, 204),
        ({"Origin": "https://elsewhere.example", "Sec_Fetch_Site": "cross-site"}, 403),
        ({"Origin": "http://127.0.0.1:9", "Sec_Fetch_Site": "same-site"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec_Fetch_Site": "none"}, 403),
        ({"Host": "bench.elsewhere.example"}, 421),
        ({"Host": "bench.elsewhere.example:{port}"}, 421),
    ],
)
def test_only_its_own_page_and_programs_beside_it_work_the_bench(bench, page, headers, status):
    bench.remove()
    filled = {name: value.format(port=urlsplit(page.url).port) for name, value in headers.items()}
    assert call(page, "POST", "/do/card/child", **filled).status == status
    assert bench.card == ("child" if status == 204 else "")


def test_it_cannot_be_read_under_another_name_nor_framed(page):
    assert call(page, "GET", "/state", Host="bench.elsewhere.example").status == 421
    answer = call(page, "GET", "/")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert b"http://" not in answer.body
    assert b"https://" not in answer.body


@pytest.mark.parametrize("path", ["/do/fly/-", "/do/slip/-", "/do/knob/printer.colour/red"])
def test_what_cannot_be_done_is_refused_with_words(page, path):
    answer = call(page, "POST", path)
    assert answer.status in (404, 422)
    assert json.loads(answer.body)["error"] in words("zh")["errors"]


def test_everything_on_the_page_has_its_words_in_both_languages(bench):
    chinese, english = words("zh"), words("en")
    assert shape(chinese) == shape(english)
    shown = [name for panel in panels().values() for name in panel]
    assert set(shown) == set(chinese["knobs"])
    assert set(shown) <= {knob.name for knob in knobs(bench)}
    for knob in knobs(bench):
        for choice in knob.choices if knob.name in shown and knob.name != "camera.size" else ():
            assert choice.removeprefix("always ") in chinese["choices"], knob.name
    names = {"cards": CARDS, "papers": PAPERS, "conditions": CONDITIONS, "modes": [mode.value for mode in Mode]}
    for table, keys in names.items():
        assert set(chinese[table]) == set(keys)
    for file in Path("kiosk/rehearsal/page").glob("*.js"):
        for word in file.read_text().split('say("')[1:]:
            assert word.partition('"')[0] in chinese, file


def shape(table):
    return {key: shape(value) if isinstance(value, dict) else None for key, value in table.items()}


@pytest.fixture(scope="module")
def browser(page, tmp_path_factory):
    if shutil.which("chromium") is None:
        pytest.skip("Chromium is not installed (Debian: chromium)")
    made = Browser(tmp_path_factory.mktemp("browser"))
    made.open(page.url)
    made.until("document.body?.dataset.ready")
    yield made
    made.close()


def wait(condition):
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def pressed(selector):
    return f"document.querySelector('{selector}').getAttribute('aria-pressed') === 'true'"


def alarms(text):
    return f"document.getElementById('alerts').innerText.includes({json.dumps(text)})"


def test_cards_are_laid_by_mouse_and_by_keys(bench, browser):
    browser.click("#card-elder")
    browser.until(pressed("#card-elder"))
    assert bench.card == "elder"
    assert "秦淑兰" in browser.run("document.querySelector('.card-slot').textContent")
    browser.run("document.getElementById('card-elder').focus()")
    browser.key("Tab", 9)
    browser.key("Enter", 13, "\r")
    browser.until(pressed("#card-oldest"))
    assert bench.card == "oldest"
    browser.click("#reader .row button")
    wait(lambda: bench.card == "")


def test_papers_are_laid_as_they_shall_lie(bench, browser):
    seen = browser.run("document.querySelector('.sight img').src")
    browser.click("#paper-title")
    browser.click("#condition-glare")
    browser.until(pressed("#condition-glare"))
    assert (bench.paper, bench.camera.glare) == ("title", True)
    browser.until(f"document.querySelector('.sight img').src !== {json.dumps(seen)}")
    browser.until("document.querySelector('.sight img').naturalWidth === 800")
    assert browser.until("document.querySelector('#paper-lease img').naturalWidth")


def test_an_own_picture_is_laid_or_refused_with_the_reason(bench, browser, tmp_path):
    Image.new("RGB", (400, 500), "ivory").save(tmp_path / "mine.png")
    browser.files("#own-file", tmp_path / "mine.png")
    wait(lambda: bench.paper == "own_picture")
    (tmp_path / "no.png").write_bytes(b"no picture")
    browser.files("#own-file", tmp_path / "no.png")
    browser.until(alarms("不是 JPEG"))
    (tmp_path / "large.png").write_bytes(bytes(13 << 20))
    browser.files("#own-file", tmp_path / "large.png")
    browser.until(alarms("超过 12 MB"))
    assert bench.paper == "own_picture"


def test_a_slip_comes_out_as_it_looks_and_is_taken(bench, browser):
    with socket.create_connection(("127.0.0.1", urlsplit(bench.printer.url).port)) as wire:
        wire.sendall(b"a slip\n\x1dV\0")
        bench.printer.wait_slip(1)
    browser.until("document.querySelector('.coming img')?.naturalWidth")
    browser.click("#take")
    browser.until("document.querySelector('.coming') === null")
    assert bench.taken == 1
    assert browser.run("document.querySelectorAll('.slips img').length") == 1
    browser.click("#paper-slip")
    wait(lambda: bench.paper == "slip")


def test_knobs_are_turned_here_and_seen_when_turned_elsewhere(bench, browser):
    browser.click("[id='knob-printer.cover_open']")
    wait(lambda: bench.printer.cover_open)
    turn(bench, "printer.paper", "out")
    browser.until(pressed("#roll-out"))
    browser.click("#cable-camera")
    wait(lambda: not bench.camera.plugged)
    browser.run(
        "const f = document.getElementById('knob-camera.blur'); f.value = 'much'; f.dispatchEvent(new Event('change'))"
    )
    browser.until(alarms("这个旋钮不能这样转"))
    browser.click("#normal")
    wait(lambda: bench.camera.plugged and not bench.printer.cover_open and bench.printer.paper == "ok")


def test_line_and_clock_say_when_they_lead_nowhere(bench, page, browser):
    assert browser.run("document.getElementById('mode-down').disabled")
    assert "make run" in browser.run("document.getElementById('clock').innerText")
    bench.line.lead_to(9)
    shown = type("Shown", (), {"name": "attract", "overlay": None, "title": "", "error": "", "body": None})
    page.recording.recorder.watch(lambda: shown)
    browser.until("!document.getElementById('mode-down').disabled")
    browser.click("#mode-down")
    wait(lambda: bench.line.mode is Mode.DOWN)
    browser.until("!document.getElementById('clock-new_year').closest('fieldset').disabled")
    browser.click("#clock-new_year")
    wait(lambda: bench.clock.at.endswith("-12-31T23:58"))
    browser.until("document.querySelector('.face').textContent.includes('12月31日')")
    browser.click("#clock-real")
    wait(lambda: bench.clock.at == "")


def test_a_session_is_recorded(browser, page):
    browser.click("#record")
    browser.until("document.getElementById('record').className === 'stop'")
    browser.click("#card-child")
    browser.until(pressed("#card-child"))
    assert "已录" in browser.run("document.querySelector('#recording .aside').textContent")
    browser.run("document.getElementById('recording-name').value = '试一试'")
    browser.until("!document.getElementById('record').disabled")
    browser.click("#record")
    text = browser.until("document.getElementById('recorded').textContent")
    assert 'title = "试一试"' in text
    assert 'insert_card = "child"' in text
    assert call(page, "GET", "/recording.toml").body.decode() == text


def test_another_language_is_kept(browser, page):
    browser.click("#language")
    browser.until("document.title === 'Test bench' && document.body.dataset.ready")
    assert browser.run("document.getElementById('card-elder').innerText").endswith("over 70")


def test_nothing_went_wrong_and_a_silent_bench_is_told(browser, page):
    wrong = [line for line in browser.said if "/do/" not in line and "/picture" not in line]
    assert wrong == []
    page.__exit__()
    browser.until("!document.querySelector('.lost').hidden && document.querySelector('main').inert")
