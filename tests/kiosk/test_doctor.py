"""Every fault that we know how to make is made, and the doctor names it, with the next step, and nothing else."""

from __future__ import annotations

import http.server
import json
import os
import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from typer.testing import CliRunner

import ui
from drivers.model import GROUPS
from drivers.simulators.module_logic import Fault
from drivers.simulators.printer_logic import Paper
from kiosk import starts
from kiosk.audit import AuditEvent
from kiosk.audit.recorder import Audit
from kiosk.commands.doctor import app
from kiosk.doctor import panel
from kiosk.doctor.checks import CHECKS, findings
from kiosk.doctor.devices import devices, drivers
from kiosk.doctor.finding import Ground, Verdict
from kiosk.doctor.locks import holder
from kiosk.doctor.panel import display
from kiosk.rehearsal.bench import Bench
from kiosk.staff import pin as staff_pin
from kiosk.updates import record
from kiosk.updates.undo import STUCK, UNDONE
from kiosk.words import Words
from offline_queue import credentials
from offline_queue.client import Client
from offline_queue.database import FILE
from offline_queue.disk import Reserve
from offline_queue.dispatch import Dispatch
from offline_queue.enrol import enrol
from offline_queue.outbox import Outbox
from offline_queue.sync import only_sender
from offline_queue.wire import KEYS_TYPE

QUICK = tuple(check for check in CHECKS if check is not display)
"""Qt is read in by a process of its own, which is tried by itself."""

DEVICES = {"drivers", *GROUPS}
APART = tuple(check for check in QUICK if check not in (drivers, devices))
"""Devices take half a second to be asked: they are, when a fault is theirs."""

FORM = {"service_code": "jn-insurance-proof", "applicant": {}, "answers": {}}
GOOD, CARE, BAD = Verdict.GOOD, Verdict.CARE, Verdict.BAD
RANK = {GOOD: 0, CARE: 1, BAD: 2}
WORDS = Words.load(ui.TRANSLATIONS)


@dataclass
class Site:
    """A terminal that is well: its data, its configuration, its devices, its city, and what is to be mended again."""

    data: Path
    bench: Bench
    url: str
    more: str = ""
    ca_file: Path | None = None
    options: dict = field(default_factory=dict)
    held: list = field(default_factory=list)

    def ground(self) -> Ground:
        config = self.data.parent / "kiosk.toml"
        city = f'[intake]\nurl = "{self.url}"\n' + (f'ca_file = "{self.ca_file}"\n' if self.ca_file else "")
        if not config.exists():
            config.write_text(f'{self.more}\ndata_dir = "{self.data}"\n\n{city}\n{self.bench.configuration()}')
        return Ground(**{"config": config, "words": WORDS} | self.options)

    def hold(self, lock) -> None:
        lock.__enter__()
        self.held.append(lock)

    def run_screens(self) -> None:
        self.hold(starts.only_terminal(self.data))

    def run_agent(self) -> None:
        self.hold(only_sender(self.data))

    def execute(self, statement: str) -> None:
        with closing(sqlite3.connect(self.data / FILE)) as connection, connection:
            connection.execute(statement)

    def submit(self, when: datetime) -> None:
        with Outbox.open(self.data) as outbox:
            outbox.submit(FORM, [], now=when)

    def write(self, name: str, content: bytes) -> None:
        (self.data / name).parent.mkdir(exist_ok=True)
        (self.data / name).write_bytes(content)


@pytest.fixture(scope="module")
def bench():
    with Bench() as made:
        yield made


@pytest.fixture(scope="module")
def city(tmp_path_factory, intake_process, free_port):
    process = intake_process(tmp_path_factory.mktemp("city"), free_port())
    process.start()
    yield process
    process.stop()


@pytest.fixture(scope="module")
def well(tmp_path_factory, city):
    """The data of a terminal that is enrolled and complete; copied for each fault."""
    data = tmp_path_factory.mktemp("well") / "data"
    enrol(data, city.url, None, city.call("enrol-code").strip(), "370102", "甸柳社区")
    staff_pin.set_pin(data, "271828")
    Outbox.open(data, Reserve(data, ballast=4096)).close()
    return data


@pytest.fixture
def site(tmp_path, well, bench, city):
    data = tmp_path / "data"
    shutil.copytree(well, data)
    made = Site(data, bench, city.url)
    yield made
    for lock in made.held:
        lock.__exit__(None, None, None)
    if data.exists():
        data.chmod(0o700)
    bench.reader.plug()
    bench.camera.plug()
    bench.reader.clear_faults()
    bench.printer.paper, bench.printer.cover_open, bench.printer.cutter_jam = Paper.OK, False, False
    bench.printer.paper_jam = bench.printer.overheated = False


def worst(found) -> dict[str, Verdict]:
    verdicts: dict[str, Verdict] = {}
    for finding in found:
        known = verdicts.get(finding.check, GOOD)
        verdicts[finding.check] = max(known, finding.verdict, key=RANK.__getitem__)
    return verdicts


@pytest.fixture(scope="module")
def usual(tmp_path_factory, well, bench, city):
    """What is found while all is well."""
    data = tmp_path_factory.mktemp("usual") / "data"
    shutil.copytree(well, data)
    return worst(findings(Site(data, bench, city.url).ground(), QUICK))


@contextmanager
def answering(status: int, media_type: str, body: bytes, off: float = 0.0):
    """A server with one page, which knows of no submission, by a clock that is so many seconds ahead."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.answer(status, media_type, body)

        def do_POST(self):
            self.answer(200, "application/json", b'{"known": {}}')

        def answer(self, status, media_type, body):
            self.send_response_only(status)
            self.send_header("Date", format_datetime(datetime.now(UTC) + timedelta(seconds=off), usegmt=True))
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def other_clock(site: Site, seconds: float) -> None:
    with closing(Client(site.url, None, credentials.load(site.data))) as client:
        body = client.ask("GET", "/v1/keys").body
    server = answering(200, KEYS_TYPE, body, seconds)
    site.url = server.__enter__()
    site.held.append(server)


def portal(site: Site) -> None:
    server = answering(200, "text/html", b"<html>please log in</html>")
    site.url = server.__enter__()
    site.held.append(server)


def other_config(site: Site, text: str) -> None:
    (site.data.parent / "kiosk.toml").write_text(text)


def other_device(site: Site, change: Callable[[str], str]) -> None:
    config = site.ground().config
    config.write_text(change(config.read_text()))


def crashed(site: Site) -> None:
    for _ in range(starts.MOST):
        starts.begun(site.data)


def set_aside(site: Site) -> None:
    site.run_agent()
    site.submit(datetime.now().astimezone())
    with Outbox.open(site.data) as outbox:
        dispatch = Dispatch(outbox)
        dispatch.quarantined(dispatch.next_outgoing().sequence, "invalid")


def waiting(site: Site, agent: bool, days: int) -> None:
    if agent:
        site.run_agent()
    site.submit(datetime.now().astimezone() - timedelta(days=days))


def noted(site: Site) -> None:
    """The terminal runs, and has the printer's cover open."""
    site.run_screens()
    with Outbox.open(site.data) as outbox:
        outbox.notes.note_device("receipt_printer", "offline", "cover_open")


LOG = "audit/audit-000001.jsonl"


def noted_line(site: Site, at: int) -> bytes:
    """A line of a log that has just been written, its end with it; 1-based."""
    with Audit(site.data, "screens") as audit:
        for _ in range(3):
            audit.note(AuditEvent.STAFF_PIN, verdict="open", seconds=0)
    return (site.data / LOG).read_bytes().splitlines(keepends=True)[at - 1]


def tampered(site: Site, old: bytes, new: bytes) -> None:
    if not (site.data / LOG).exists():
        noted_line(site, 1)
    content = (site.data / LOG).read_bytes()
    assert old in content
    site.write(LOG, content.replace(old, new, 1))


def card_needed(site: Site) -> None:
    other_device(site, lambda text: text + "\n[staff]\ncard_required = true\n")


def cards_damaged(site: Site) -> None:
    card_needed(site)
    site.write("staff-cards.json", b"{")


def knob(what: str, value: object) -> Callable[[Site], None]:
    def turned(site: Site) -> None:
        device, _, name = what.partition(".")
        setattr(getattr(site.bench, device), name, value)

    return turned


def updated(site: Site, name: str) -> None:
    site.more = f'updates.state_dir = "{site.data.parent}"'
    trial = record.Trial(
        version="1.1", before="1.0", digest="0" * 64, package="a", previous="b", queue="c", queue_schema=4, why="doctor"
    )
    (site.data.parent / name).write_text(trial.model_dump_json())


FAULTS: dict[str, tuple[Callable[[Site], object], str, Verdict, str]] = {
    "unknown key": (lambda s: setattr(s, "more", "colour = 1"), "configuration", BAD, "colour"),
    "not TOML": (lambda s: other_config(s, "data_dir ="), "configuration", BAD, "not TOML"),
    "no file": (lambda s: s.options.update(config=Path("/nowhere.toml")), "configuration", BAD, "/nowhere.toml"),
    "plain line": (
        lambda s: other_config(s, '[intake]\nurl = "http://192.0.2.1"'),
        "configuration",
        BAD,
        "use https://",
    ),
    "authority missing": (lambda s: setattr(s, "ca_file", "/nowhere.pem"), "configuration", BAD, "/nowhere.pem"),
    "no data": (lambda s: shutil.rmtree(s.data), "data_dir", BAD, "is not there"),
    "data not writable": (lambda s: s.data.chmod(0o500), "data_dir", BAD, "cannot be written"),
    "data open to all": (lambda s: s.data.chmod(0o755), "data_dir", CARE, "other users"),
    "disk full": (lambda s: s.options.update(watermark=1 << 60), "disk", BAD, "no new visit"),
    "no reserve": (lambda s: (s.data / "ballast").unlink(), "disk", CARE, "reserve file"),
    "not enrolled": (lambda s: (s.data / "city.json").unlink(), "enrolment", BAD, "no city"),
    "city damaged": (lambda s: s.write("city.json", b"{"), "enrolment", BAD, "cannot be read"),
    "key missing": (lambda s: (s.data / "terminal.key").unlink(), "keys", BAD, "missing"),
    "key damaged": (lambda s: s.write("terminal.key", b"short"), "keys", BAD, "cannot be read"),
    "key open to all": (lambda s: (s.data / "terminal.key").chmod(0o644), "keys", BAD, "other users"),
    "clock in the past": (lambda s: s.options.update(now=lambda: datetime(2020, 1, 1)), "clock", BAD, "2020-01-01"),
    "clock slow": (lambda s: other_clock(s, 300), "clock", CARE, "behind the city's"),
    "clock a year ahead": (lambda s: other_clock(s, -366 * 86400), "clock", BAD, "ahead of the city's"),
    "city away": (lambda s: setattr(s, "url", "http://127.0.0.1:1"), "intake", BAD, "cannot be reached"),
    "login page": (portal, "intake", BAD, "proves nothing"),
    "no TLS there": (lambda s: setattr(s, "url", s.url.replace("http", "https")), "intake", BAD, "SSLError"),
    "another's key": (
        lambda s: s.write("terminal.key", Ed25519PrivateKey.generate().private_bytes_raw()),
        "intake",
        BAD,
        "not-trusted",
    ),
    "catalogue damaged": (lambda s: s.write("catalogue/7.json", b"{}"), "catalogue", BAD, "version 7"),
    "queue damaged": (lambda s: s.write(FILE, b"no database" * 99), "queue", BAD, "damaged"),
    "queue newer": (lambda s: s.execute("PRAGMA user_version = 99"), "queue", BAD, "newer program"),
    "damaged file kept": (lambda s: (s.data / "damaged-1").mkdir(), "queue", CARE, "set aside"),
    "set aside": (set_aside, "queue", BAD, "not taken by the city"),
    "waiting for long": (lambda s: waiting(s, agent=True, days=3), "queue", CARE, "more than a day"),
    "log changed": (lambda s: tampered(s, b"seconds", b"minutes"), "audit_log", BAD, "audit-000001.jsonl:"),
    "log cut short": (lambda s: tampered(s, noted_line(s, 2), b""), "audit_log", BAD, "missing"),
    "log overwritten": (lambda s: s.write("audit/audit-000001.jsonl", b"nothing\n"), "audit_log", BAD, "no line"),
    "log emptied": (lambda s: s.write("audit/audit-000001.jsonl", b""), "audit_log", CARE, "no line"),
    "log unreadable": (lambda s: (s.data / LOG).mkdir(parents=True), "audit_log", BAD, "cannot be read"),
    "agent ended": (lambda s: waiting(s, agent=False, days=0), "agent", BAD, "1 wait"),
    "crashes": (crashed, "screens", BAD, "3 times"),
    "update taken back": (lambda s: updated(s, UNDONE), "updates", CARE, "1.1 (doctor) was taken back"),
    "update stuck": (lambda s: updated(s, STUCK), "updates", BAD, "schema"),
    "no such driver": (lambda s: other_device(s, lambda t: t.replace("samv", "nobody")), "drivers", BAD, "nobody"),
    "wrong setting": (
        lambda s: other_device(s, lambda t: t + "colour = 3\n"),
        "drivers",
        BAD,
        "does not take these settings",
    ),
    "no reader": (lambda s: s.bench.reader.unplug(), "id_card_reader", BAD, "no device"),
    "reader silent": (
        lambda s: s.bench.reader.fault(Fault.SILENCE, None),
        "id_card_reader",
        BAD,
        "no answer",
    ),
    "no camera": (lambda s: s.bench.camera.unplug(), "document_scanner", BAD, ""),
    "paper out": (knob("printer.paper", Paper.OUT), "receipt_printer", BAD, "paper out"),
    "paper low": (knob("printer.paper", Paper.NEAR_END), "receipt_printer", CARE, "paper low"),
    "cover open": (knob("printer.cover_open", True), "receipt_printer", BAD, "cover open"),
    "cutter": (knob("printer.cutter_jam", True), "receipt_printer", BAD, "cutter"),
    "cover open while it runs": (noted, "receipt_printer", BAD, "as the running terminal says"),
    "no staff card": (card_needed, "staff_pin", CARE, "none was added"),
    "staff cards damaged": (cards_damaged, "staff_pin", CARE, "staff-cards.json"),
    "no PIN": (lambda s: (s.data / staff_pin.FILE).unlink(), "staff_pin", CARE, "no PIN"),
}
"""How to make it, which check finds it, how bad it is, and a word of what is said."""


def test_all_is_well_where_all_is_well(usual):
    not_running = {"screens", "agent"}
    recorded = {"voices"}  # recorded or not, as this machine has them
    assert {check for check, verdict in usual.items() if verdict is not GOOD} - recorded == not_running
    assert BAD not in usual.values()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_by_its_check_alone_with_the_next_step(site, usual, fault):
    make, check, verdict, word = FAULTS[fault]
    make(site)
    found = list(findings(site.ground(), QUICK if check in DEVICES else APART))
    worse = {name: how for name, how in worst(found).items() if RANK[how] > RANK[usual.get(name, GOOD)]}
    assert worse == {check: verdict}, found
    told = [finding for finding in found if finding.check == check and finding.verdict is verdict]
    assert any(word in finding.says for finding in told), told
    assert all(finding.remedy for finding in found if finding.verdict is not GOOD), "each trouble with the next step"


@pytest.mark.skipif(os.geteuid() != 0, reason="files are given to another user only by root")
def test_files_of_another_user_are_found(site, usual):
    os.chown(site.data / "terminal.key", 12345, 12345)
    found = [finding for finding in findings(site.ground(), APART) if finding.verdict is BAD]
    assert [(finding.check, "terminal.key" in finding.says) for finding in found] == [("data_dir", True)]
    assert "chown" in found[0].remedy


def test_a_log_that_is_being_written_is_well(site):
    noted_line(site, 1)
    with (site.data / LOG).open("ab") as file:
        file.write(b'{"number":4,"at":"20')
    (found,) = [finding for finding in findings(site.ground(), APART) if finding.check == "audit_log"]
    assert (found.verdict, "number 3" in found.says) == (GOOD, True)


def test_a_running_terminal_is_left_alone(site):
    """Its devices are not opened, and its files stay as they are."""
    site.run_screens()
    site.run_agent()
    site.bench.reader.unplug()
    before = {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in site.data.rglob("*")}
    found = {finding.check: finding for finding in findings(site.ground(), QUICK)}
    assert found["id_card_reader"].verdict is GOOD
    assert "in use" in found["id_card_reader"].says
    assert str(os.getpid()) in found["screens"].says
    assert str(os.getpid()) in found["agent"].says
    after = {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in site.data.rglob("*")}
    unlogged = {path for path in after if not path.name.startswith(f"{FILE}-")}
    assert {path: after[path] for path in unlogged} == {path: before[path] for path in unlogged if path in before}


def test_a_damaged_queue_is_not_rescued_by_a_look(site):
    site.write(FILE, b"no database" * 99)
    list(findings(site.ground(), APART))
    assert (site.data / FILE).read_bytes() == b"no database" * 99
    assert not list(site.data.glob("damaged-*"))


def test_a_lock_is_seen_without_being_tried(tmp_path):
    assert holder(tmp_path / starts.LOCK) is None
    with starts.only_terminal(tmp_path):
        assert holder(tmp_path / starts.LOCK) == os.getpid()
    assert holder(tmp_path / starts.LOCK) is None


def test_a_check_that_stumbles_is_told_and_the_others_go_on(site):
    def breaks(_):
        raise RuntimeError("with the number 370102195803140010 in it")

    found = list(findings(site.ground(), (breaks, *CHECKS[:1])))
    assert [(finding.check, finding.verdict) for finding in found] == [("breaks", BAD), ("configuration", GOOD)]
    assert "370102" not in found[0].says


def test_the_command_prints_a_line_a_check_or_json_and_ends_with_3_on_trouble(site, monkeypatch):
    monkeypatch.setattr("kiosk.commands.doctor.findings", lambda ground: findings(ground, QUICK))
    config = str(site.ground().config)
    well = CliRunner().invoke(app, ["--config", config])
    assert well.exit_code == 0, well.output
    assert "✓ intake: " in well.output
    assert "! screens: they do not run – run: systemctl start kiosk-screens" in well.output
    (site.data / "city.json").unlink()
    ill = CliRunner().invoke(app, ["--config", config, "--json"])
    assert ill.exit_code == 3
    told = {row["check"]: row for row in json.loads(ill.output)}
    assert told["enrolment"]["verdict"] == "bad"
    assert "kiosk enrol" in told["enrolment"]["remedy"]


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("QT_QPA_PLATFORM", "nothing", "cannot be started"),
        ("FONTCONFIG_FILE", "TMP/fonts.conf", "font"),
        ("", "", "are there"),
    ],
)
def test_qt_and_letters_are_looked_at_by_a_process_of_its_own(site, tmp_path, monkeypatch, name, content, word):
    (tmp_path / "fonts.conf").write_text("<fontconfig></fontconfig>")
    content = content.replace("TMP", str(tmp_path))
    if name:
        monkeypatch.setenv(name, content)
    [found] = display(site.ground())
    assert word in found.says
    assert (found.verdict is BAD) is bool(name)


def test_without_an_engine_it_is_said_what_is_not_heard(site, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    [found] = panel.voices(site.ground())
    assert found.verdict is CARE
    assert "espeak-ng" in found.remedy
