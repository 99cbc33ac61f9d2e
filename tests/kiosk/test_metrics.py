"""The metrics: right figures, whatever was left behind, and no label that says anything of anyone."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from prometheus_client.parser import text_string_to_metric_families

from config.settings import Settings
from kiosk.audit import AuditEvent
from kiosk.commands.sync import Standing
from kiosk.metrics import tally, textfile
from kiosk.metrics.gather import Figure, Own, figures
from kiosk.metrics.table import METRICS, Sort, full_name
from kiosk.metrics.tally import PAGE_TURNS, ScreensTally, Times
from kiosk.terminal import Terminal
from offline_queue.dispatch import Dispatch
from offline_queue.health import UpdateState
from offline_queue.outbox import Attachment, Outbox
from offline_queue.transport import Trouble
from ui.application import make_application

from .test_catalogue_in_use import Glass

ROOT = Path(__file__).parents[2]
FORM = {"service_code": "jn-insurance-proof", "applicant": {"name": "欧阳泉"}, "answers": {"phone": "13805317216"}}
OWN = Own(starts=3, started=1.5e9, audit_line=17, update=UpdateState.UNDONE)


@pytest.fixture
def outbox(alone):
    with Outbox.open(alone) as box:
        yield box


def read(raw: bytes) -> dict[tuple[str, ...], float]:
    """A file as Prometheus reads it: name and label values, by order of the labels' names, to value."""
    found = {}
    for family in text_string_to_metric_families(raw.decode()):
        for sample in family.samples:
            found[(sample.name, *(value for _, value in sorted(sample.labels.items())))] = sample.value
    return found


def now_of(outbox: Outbox) -> dict[tuple[str, ...], float]:
    return read(textfile.text(figures(outbox, OWN)))


def test_a_terminal_that_was_used_tells_all_there_is(outbox, alone):
    long_ago = datetime.now(UTC) - timedelta(hours=2)
    for moment in (long_ago - timedelta(days=1), long_ago - timedelta(hours=1), long_ago, datetime.now(UTC)):
        outbox.submit(FORM, [Attachment("scan", "image/jpeg", bytes(99))], now=moment)
    dispatch = Dispatch(outbox)
    for settle in (
        lambda one: dispatch.acknowledged(one.sequence, "37010226112400013", b"proof"),
        lambda one: dispatch.quarantined(one.sequence, "invalid"),
    ):
        settle(dispatch.next_outgoing())
    dispatch.line_lost(Trouble.PORTAL)
    outbox.notes.state("clock_offset", "-3")
    outbox.notes.note_catalogue(12)
    outbox.notes.note_device("id_card_reader", "online", "")
    outbox.notes.note_device("receipt_printer", "offline", "paper_out")
    screens = ScreensTally(alone, "0.1.0", crashed=True)
    screens.note(AuditEvent.VISIT_ENDED, how="walked_away", seconds=3)
    screens.note(AuditEvent.SLIP, outcome="failed", code="paper_out")
    screens.turned(0.12)
    screens.scanned(99.0)
    screens.paper_low(True)
    screens.leave()

    found = now_of(outbox)
    expected = {
        ("kiosk_queue_waiting",): 2,
        ("kiosk_queue_set_aside",): 1,
        ("kiosk_queue_letters",): 0,
        ("kiosk_queue_damaged_files",): 0,
        ("kiosk_submissions_sealed_total",): 4,
        ("kiosk_submissions_sent_total",): 1,
        ("kiosk_submissions_refused_total",): 1,
        ("kiosk_line_up",): 0,
        ("kiosk_line_trouble", "portal"): 1,
        ("kiosk_line_trouble", "line"): 0,
        ("kiosk_device_up", "id_card_reader"): 1,
        ("kiosk_device_up", "receipt_printer"): 0,
        ("kiosk_device_error", "paper_out", "receipt_printer"): 1,
        ("kiosk_printer_paper_low",): 1,
        ("kiosk_printer_paper_out",): 1,
        ("kiosk_visits_total", "walked_away"): 1,
        ("kiosk_slips_total", "failed"): 1,
        ("kiosk_page_turn_seconds_bucket", "0.1"): 0,
        ("kiosk_page_turn_seconds_bucket", "0.15"): 1,
        ("kiosk_page_turn_seconds_bucket", "+Inf"): 1,
        ("kiosk_page_turn_seconds_sum",): 0.12,
        ("kiosk_scan_seconds_bucket", "15.0"): 0,
        ("kiosk_scan_seconds_count",): 1,
        ("kiosk_process_starts_total", "agent"): 3,
        ("kiosk_process_starts_total", "screens"): 1,
        ("kiosk_screens_crashes_total",): 1,
        ("kiosk_version_info", "screens", "0.1.0"): 1,
        ("kiosk_update_state", "undone"): 1,
        ("kiosk_update_state", "ready"): 0,
        ("kiosk_catalogue_version",): 12,
        ("kiosk_catalogue_passed_over",): 0,
        ("kiosk_audit_line",): 17,
        ("kiosk_clock_offset_seconds",): -3,
    }
    assert {key: found.get(key) for key in expected} == expected
    assert 7200 <= found[("kiosk_queue_oldest_waiting_seconds",)] < 7300
    assert found[("kiosk_process_resident_memory_bytes", "screens")] > 1 << 20
    assert {key[0] for key in found} >= {name for name in map(full_name, METRICS) if not is_histogram(name)}, (
        "every metric of the table is told by a terminal that has everything"
    )


def is_histogram(name: str) -> bool:
    return METRICS[name.removeprefix("kiosk_").removesuffix("_total")].sort is Sort.HISTOGRAM


def test_a_new_terminal_tells_of_nothing_that_it_has_not_seen(outbox):
    found = now_of(outbox)
    assert found[("kiosk_queue_oldest_waiting_seconds",)] == 0
    assert found[("kiosk_line_up",)] == 1
    names = {key[0] for key in found}
    assert names.isdisjoint({"kiosk_device_up", "kiosk_visits_total", "kiosk_last_sent_timestamp_seconds"})


def test_what_the_screens_count_goes_on_over_restarts(alone):
    make_application(["kiosk"])
    for start in (1, 2):
        glass = Glass()
        terminal = Terminal(Settings(data_dir=alone), glass, crashes=start - 1)
        glass.intent.emit("start", "")
        glass.turned.emit(0.04)
        while glass.page.name != "attract":
            terminal.shell.pass_time(30.0)
        terminal.close()
        left = tally.read(alone)
        assert (left.starts, left.crashes, left.visits) == (start, start - 1, {"walked_away": start})
        assert (left.page_turns.counts[0], left.page_turns.seconds) == (start, pytest.approx(start * 0.04))
        assert abs(left.at - time.time()) < 60


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"visits": 1}', b"\xff" * 90, b'{"page_turns": {"counts": [1]}}']
)
def test_what_cannot_be_read_of_the_screens_counts_as_nothing(alone, content):
    (alone / tally.FILE).write_bytes(content)
    left = tally.read(alone)
    assert left.visits == {}
    assert left.page_turns == Times(counts=(0,) * (len(PAGE_TURNS) + 1))
    ScreensTally(alone, "0.1.0", crashed=False).leave()


WORDS = st.one_of(st.text(max_size=30), st.sampled_from(["欧阳泉", "370102195803140010", "13805317216", "甸柳新村\n"]))


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(WORDS, min_size=8, max_size=8))
def test_no_label_says_what_is_not_in_its_closed_list(outbox, alone, names):
    made = {
        "at": 1.0,
        "version": names[0],
        "visits": {names[1]: 1, "finished": 2},
        "slips": {names[2]: 1},
    }
    (alone / tally.FILE).write_text(json.dumps(made))
    outbox.notes.note_device(names[3], names[4], names[5])
    outbox.notes.note_device("receipt_printer", names[4], names[6])
    outbox.notes.state("trouble", json.dumps({"kind": names[7]}))
    raw = textfile.text(figures(outbox, OWN))
    for family in text_string_to_metric_families(raw.decode()):
        kinds = METRICS[family.name.removeprefix("kiosk_")].labels
        for sample in family.samples:
            for label, value in sample.labels.items():
                assert label == "le" or kinds[label].fits(value), family.name
    assert ("kiosk_visits_total", "finished") in read(raw)


def test_what_the_table_does_not_have_cannot_be_written():
    odd = [Figure("queue_waiting", 1, ("欧阳泉",)), Figure("visits", 1, ()), Figure("visits", 1, ("欧阳泉",))]
    assert textfile.text(odd) == b""
    assert textfile.text([Figure("of_someone", 1)]) == b""


def test_nobody_is_in_the_way_of_a_file_that_cannot_be_written(outbox, tmp_path, monkeypatch):
    path = tmp_path / "later" / "kiosk.prom"
    keeper = textfile.Textfile(path, lambda: figures(outbox, OWN))
    keeper.keep()
    path.parent.mkdir()
    keeper.keep()
    assert not path.exists(), "not before its time"
    monkeypatch.setattr(textfile, "EVERY", 0.0)
    keeper = textfile.Textfile(path, lambda: figures(outbox, OWN))
    mask = os.umask(0o077)
    keeper.keep()
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o644
    assert list(path.parent.iterdir()) == [path]
    outbox.close()
    keeper.keep()
    assert read(path.read_bytes())[("kiosk_audit_line",)] == 17


def test_the_agent_writes_the_file_and_counts_its_starts(enrolled, intake, tmp_path):
    path = tmp_path / "kiosk.prom"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KIOSK_")}
    environment |= {
        "KIOSK_DATA_DIR": str(enrolled),
        "KIOSK_INTAKE__URL": intake.url,
        "KIOSK_METRICS__TEXTFILE": str(path),
    }
    for start in (1, 2):
        path.unlink(missing_ok=True)
        agent = subprocess.Popen([sys.executable, "-c", "from kiosk.cli import main; main()", "sync"], env=environment)
        with closing_process(agent):
            end = time.monotonic() + 30
            while not path.exists():
                assert time.monotonic() < end
                assert agent.poll() is None
                time.sleep(0.02)
        found = read(path.read_bytes())
        assert found[("kiosk_process_starts_total", "agent")] == start
        assert found[("kiosk_process_resident_memory_bytes", "agent")] > 1 << 20


def closing_process(process: subprocess.Popen) -> closing:
    process.close = lambda: (process.terminate(), process.wait(20))
    return closing(process)


def known_names() -> set[str]:
    names = set()
    for name, metric in METRICS.items():
        whole = full_name(name)
        names |= (
            {f"{whole}{end}" for end in ("_bucket", "_sum", "_count")} if metric.sort is Sort.HISTOGRAM else {whole}
        )
    return names


def test_alerts_and_dashboard_ask_for_what_there_is():
    rules = yaml.safe_load((ROOT / "docs/monitoring/alerts.yml").read_text("utf-8"))
    alerts = [rule for group in rules["groups"] for rule in group["rules"]]
    assert all(set(rule) >= {"alert", "expr", "labels", "annotations"} for rule in alerts)
    board = json.loads((ROOT / "docs/monitoring/dashboard.json").read_text("utf-8"))
    asked = [rule["expr"] for rule in alerts]
    asked += [target["expr"] for panel in board["panels"] for target in panel["targets"]]
    asked += [entry["query"] for entry in board["templating"]["list"]]
    used = {name for text in asked for name in re.findall(r"\bkiosk_[a-z_]+", text)}
    assert used - known_names() == set()
    assert len(used) > 20
    for text in asked:
        for label in re.findall(r"\bby \(([a-z, ]+)\)", text):
            kinds = {name for metric in METRICS.values() for name in metric.labels}
            assert set(label.split(", ")) <= kinds | {"instance", "le"}
    assert len({panel["id"] for panel in board["panels"]}) == len(board["panels"])


def test_the_service_manager_reads_how_the_queue_stands(outbox):
    assert Standing(outbox).line() == "0 waiting, none sent yet"
    for _ in range(3):
        outbox.submit(FORM, [], now=datetime.now(UTC))
    dispatch = Dispatch(outbox)
    dispatch.acknowledged(dispatch.next_outgoing().sequence, "37010226112400013", b"proof")
    dispatch.quarantined(dispatch.next_outgoing().sequence, "invalid")
    dispatch.line_lost(Trouble.PORTAL)
    said = Standing(outbox).line()
    assert said.startswith("1 waiting, 1 set aside, line: portal, last sent 20")
    assert "欧阳" not in said
