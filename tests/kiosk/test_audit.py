"""The audit log: what may stand in it, that every change is found, what power cuts and full disks leave."""

from __future__ import annotations

import ast
import json
import resource
import tempfile
import threading
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from config import catalogue
from drivers.simulators.people import PEOPLE
from kiosk.audit import AuditEvent, ledger, recorder
from kiosk.audit.events import CATALOGUE, DEED, misfits
from kiosk.audit.kinds import Choice, Number
from kiosk.audit.ledger import FOLDER, Ledger, files_of, moment
from kiosk.audit.lines import NOTHING, Head, parsed
from kiosk.audit.recorder import Audit, renderer
from kiosk.audit.verify import lines_of, verified
from kiosk.cli import app
from offline_queue.numbers import acceptance_number
from offline_queue.transport import Trouble

ROOT = Path(__file__).parents[2]
NUMBER = "L000126112400017"
SAMPLES = {
    "offline number": NUMBER,
    "acceptance number": "37010226112400013",
    "code of a service": "jn-elderly-card",
    "version of the program": "0.1.0",
    "SHA-256": "0" * 64,
    "name of a class": "OutboxError",
    "source file and line": "outbox.py:218",
}


def sample(kind):
    if isinstance(kind, Number):
        return kind.most
    return max(kind.codes) if isinstance(kind, Choice) else SAMPLES[str(kind)]


def personal():
    """What people have about them, as it would be typed, printed or kept, and what is of no kind at all."""
    for player in PEOPLE.values():
        person, number = player.person, player.person.id_number
        yield from filter(None, (person.name, person.name_en, person.address))
        yield from (number, number.lower(), f"id-{number}", number[:17], f"{person.birth_date:%Y-%m-%d}")
        yield from (f"{person.birth_date:%Y%m%d}", int(f"{person.birth_date:%Y%m%d}") * 10**9, f"jn-{person.name}")
    yield from ("370102580314001", "13805317216", "+8613805317216", "138-0531-7216", "0531-88881111", "053188881111")
    yield from ("88881111", "jn-13805317216", "tel13805317216", 13805317216, "H12345678", "E12345678", "家人")
    yield from ("family@example.cn", "历山路8号2-301", "欧阳泉.py:1", " ", "\n", None, 3.5, True, ["x"], {"a": 1}, b"x")


@pytest.mark.parametrize("event", AuditEvent)
def test_no_field_of_any_event_takes_anything_of_anyone(event):
    fields = CATALOGUE[event].fields
    for value in personal():
        assert misfits(event, dict.fromkeys(fields, value)) == tuple(fields), value
        assert misfits(event, {"name": value, "text": value}) == ("name", "text")
    assert misfits(event, {name: sample(kind) for name, kind in fields.items()}) == ()


@given(st.text(st.characters(min_codepoint=0x2E80, max_codepoint=0x3134F), min_size=1), st.integers(10**10, 10**19))
def test_no_field_takes_characters_or_numbers_as_long_as_someones(text, number):
    for event, entry in CATALOGUE.items():
        for value in (text, number, f"jn-{text}", f"{text}1"):
            assert misfits(event, dict.fromkeys(entry.fields, value)) == tuple(entry.fields)


def test_the_codes_of_others_are_the_ones_they_have():
    why = CATALOGUE[AuditEvent.LINE_LOST].fields["why"]
    assert why.codes == {trouble.value for trouble in Trouble} - {Trouble.NOT_TRUSTED.value}
    assert not misfits(AuditEvent.ACKNOWLEDGED, {"acceptance": acceptance_number("370102", date(2026, 11, 24), 1)})
    assert not misfits(AuditEvent.ACKNOWLEDGED, {"acceptance": acceptance_number("370102", date(2026, 11, 24), 12345)})
    for service in catalogue.load():
        assert not misfits(AuditEvent.SUBMISSION_SEALED, {"service": service.code})


def test_every_event_is_told_of_with_fields_that_it_has():
    """Read from the source, so that what no test walks through is held to it too."""
    told = set()
    trees = [ast.walk(ast.parse(path.read_text("utf-8"))) for path in (ROOT / "kiosk").rglob("*.py")]
    calls = (node for tree in trees for node in tree if isinstance(node, ast.Call) and node.args)
    for call in calls:
        names = {keyword.arg for keyword in call.keywords if keyword.arg}
        for event in _events(call):
            told.add(event)
            assert names <= CATALOGUE[event].fields.keys(), event
    assert told == set(AuditEvent)


def _events(call):
    """The events that are named among the arguments of a call."""
    for node in (node for argument in call.args for node in ast.walk(argument)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "AuditEvent":
            yield AuditEvent[node.attr]


@pytest.fixture
def log(tmp_path):
    """A log of twelve lines in several files, in a folder of its own."""
    folder = tmp_path / FOLDER
    written = Ledger(folder, renderer(boot="", process="screens", pid=1), file_bytes=1000)
    for deed in (2 * sorted(DEED.codes))[:12]:
        written.append(AuditEvent.STAFF_DEED, moment(), {"deed": deed})
    assert len(files_of(folder)) >= 3
    assert not verified(folder).faults
    return folder


def lines(folder):
    return [raw for path in files_of(folder) for raw in path.read_bytes().splitlines()]


def lay(folder, raws, files=1):
    """The same log with other lines, in one file."""
    for path in files_of(folder):
        path.unlink()
    ledger.named(folder, 1).write_bytes(b"".join(raw + b"\n" for raw in raws))


def _changed(raws, at):
    return [*raws[:at], raws[at].replace(b"staff", b"stuff"), *raws[at + 1 :]]


TAMPERED = {
    "changed": (lambda raws: _changed(raws, 5), ["7: it does not carry the digest"]),
    "changed first": (lambda raws: _changed(raws, 0), ["2: it does not carry the digest"]),
    "garbled": (lambda raws: [*raws[:5], b"{" + raws[5], *raws[6:]], ["6: this is no line of the log"]),
    "taken out": (lambda raws: raws[:5] + raws[6:], ["6: lines 6 to 6, which should be before it, are missing"]),
    "first taken out": (lambda raws: raws[1:], ["1: lines 1 to 1, which should be before it, are missing"]),
    "put in twice": (lambda raws: raws[:5] + raws[4:], ["6: line 5 does not belong here; line 6 is due"]),
    "swapped": (
        lambda raws: [*raws[:4], raws[5], raws[4], *raws[6:]],
        ["5: lines 5", "6: line 5 does", "7: lines 6"],
    ),
    "put in": (lambda raws: [*raws[:5], b"\xff\x00", *raws[5:]], ["6: this is no line of the log"]),
    "emptied line": (lambda raws: [*raws[:5], b"", *raws[5:]], ["6: this is no line of the log"]),
}


@pytest.mark.parametrize("how", TAMPERED)
def test_whatever_is_done_to_lines_is_found_and_placed(log, how):
    tamper, places = TAMPERED[how]
    lay(log, tamper(lines(log)))
    faults = [str(fault) for fault in verified(log).faults]
    assert len(faults) == len(places)
    for fault, place in zip(faults, places, strict=True):
        assert fault.startswith(f"audit-000001.jsonl:{place}")


@given(st.data())
def test_any_byte_that_is_changed_before_the_last_line_is_found(data):
    raws = [raw + b"\n" for raw in SHORT]
    content = bytearray(b"".join(raws))
    at = data.draw(st.integers(0, len(content) - len(raws[-1]) - 1))
    content[at] = data.draw(st.integers(0, 255).filter(lambda byte: byte != content[at]))
    with tempfile.TemporaryDirectory() as place:
        ledger.named(Path(place), 1).write_bytes(content)
        assert verified(Path(place)).faults


def _short():
    """Four lines."""
    with tempfile.TemporaryDirectory() as place:
        written = Ledger(Path(place), renderer(boot="", process="screens", pid=1))
        for deed in ("send_now", "export", "trial", "volume"):
            written.append(AuditEvent.STAFF_DEED, moment(), {"deed": deed})
        return lines(Path(place))


SHORT = _short()


def test_a_file_that_is_taken_out_is_missed_wherever_it_was(log):
    first, second, *_, last = files_of(log)
    kept = {path: path.read_bytes() for path in (first, second, last)}
    first.unlink()
    assert [str(fault) for fault in verified(log).faults] == [
        f"{last.name}: files before 2 are missing, and no line says that they made room"
    ]
    first.write_bytes(kept[first])
    second.unlink()
    assert "file 2, which should be before it, is missing" in str(verified(log).faults[0])


def test_a_tail_that_is_cut_off_is_missed_by_the_line_that_the_city_knows(log):
    known = verified(log).last.head
    files_of(log)[-1].unlink()
    assert not verified(log).faults, "a chain alone cannot tell"
    [fault] = verified(log, known).faults
    assert "line 12 is known and missing" in fault.what
    lay(log, [*lines(log)[:2], *SHORT[2:]])
    assert any("line 4 is not the one that is known" in fault.what for fault in verified(log, Head(4, "1" * 64)).faults)


PIECES = (b'{"boot":"', b"\0" * 9000, b"\xff\n\0", b"\n", b'{"number": 13}\n{"n')


@pytest.mark.parametrize("piece", PIECES, ids=range(len(PIECES)))
def test_a_piece_of_a_line_is_kept_told_and_no_fault(log, piece):
    newest = files_of(log)[-1]
    with newest.open("ab") as file:
        file.write(piece)
    again = Ledger(log, renderer(boot="", process="agent", pid=2), file_bytes=1000)
    again.append(AuditEvent.AGENT_STARTED, moment(), {})
    report = verified(log)
    assert not report.faults
    assert len(report.remarks) == 1
    assert [line.event for line in lines_of(log)][-2:] == ["log_torn", "agent_started"]
    assert piece in newest.read_bytes()


def test_a_piece_of_a_line_not_yet_told_of_is_a_remark_too(log):
    with files_of(log)[-1].open("ab") as file:
        file.write(b'{"boot":')
    report = verified(log)
    assert (len(report.faults), len(report.remarks)) == (0, 1)


def test_a_power_cut_right_behind_a_new_file_loses_nothing(log):
    for content in (b"", b"\0\0\0"):
        newest = files_of(log)[-1]
        ledger.named(log, ledger.number_of(newest) + 1).write_bytes(content)
        Ledger(log, renderer(boot="", process="screens", pid=3)).append(AuditEvent.TERMINAL_STARTED, moment(), {})
        assert not verified(log).faults


def test_two_processes_make_one_chain(tmp_path):
    ledgers = [Ledger(tmp_path / FOLDER, renderer(boot="", process=name, pid=1), 5000) for name in ("screens", "agent")]

    def write(written):
        for _ in range(50):
            written.append(AuditEvent.LINE_BACK, moment(), {})

    threads = [threading.Thread(target=write, args=(one,)) for one in ledgers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    report = verified(tmp_path / FOLDER)
    assert (report.faults, report.remarks, report.lines) == ([], [], 100)


def test_the_oldest_file_makes_room_and_a_line_says_so(tmp_path):
    folder = tmp_path / FOLDER
    written = Ledger(folder, renderer(boot="", process="screens", pid=1), file_bytes=1000, keep_bytes=4000)
    for _ in range(60):
        written.append(AuditEvent.LINE_BACK, moment(), {})
        assert sum(path.stat().st_size for path in files_of(folder)) <= 4000 + 300
    report = verified(folder)
    assert ledger.number_of(files_of(folder)[0]) > 5
    assert not report.faults


def test_half_a_year_of_a_busy_station_is_kept():
    lines_a_day, longest = 300 * 12, 500
    assert lines_a_day * longest * 183 < ledger.KEEP_BYTES - 2 * ledger.FILE_BYTES


def until(condition, seconds=20.0):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_full_disk_stops_nobody_and_the_gap_is_seen_afterwards(tmp_path, monkeypatch):
    monkeypatch.setattr(recorder, "RETRY", 0.05)
    monkeypatch.setattr(recorder, "MOST", 20)
    folder = tmp_path / FOLDER
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with Audit(tmp_path, "screens") as audit:
        audit.note(AuditEvent.TERMINAL_STARTED, version="0.1.0")
        until(lambda: folder.is_dir() and any(lines_of(folder)))
        # a disk with room for half a line
        resource.setrlimit(resource.RLIMIT_FSIZE, (lines_size(folder) + 100, hard))
        try:
            for _ in range(100):
                audit.note(AuditEvent.LINE_BACK)
            until(lambda: lines_size(folder) > lines_size_whole(folder))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        until(lambda: any(line.is_a(AuditEvent.LOG_GAP) for line in lines_of(folder)))
    found = list(lines_of(folder))
    kept = sum(line.is_a(AuditEvent.LINE_BACK) for line in found)
    lost = sum(line.fields["lost"] for line in found if line.is_a(AuditEvent.LOG_GAP))
    assert (kept + lost, lost > 0) == (100, True)
    assert any(line.is_a(AuditEvent.LOG_TORN) for line in found)
    assert not verified(folder).faults


def lines_size(folder):
    return sum(path.stat().st_size for path in files_of(folder))


def lines_size_whole(folder):
    return sum(len(raw) + 1 for path in files_of(folder) for raw in path.read_bytes().split(b"\n")[:-1])


def test_a_folder_that_cannot_be_written_is_nobodys_trouble(tmp_path):
    (tmp_path / FOLDER).write_text("in the way")
    with Audit(tmp_path, "screens") as audit:
        audit.note(AuditEvent.TERMINAL_STARTED, version="0.1.0")
        assert audit.head() == NOTHING


def test_a_field_that_does_not_fit_is_left_out_and_told(tmp_path):
    with Audit(tmp_path, "screens") as audit:
        audit.note(AuditEvent.STAFF_DEED, deed="欧阳泉", what="card")
        audit.note(AuditEvent.ACKNOWLEDGED, number="370102198803140014")
        audit.crashed(ValueError, None)
    found = [(line.event, line.fields) for line in lines_of(tmp_path / FOLDER)]
    assert found == [
        ("staff_deed", {"what": "card"}),
        ("field_refused", {}),
        ("acknowledged", {}),
        ("field_refused", {}),
        ("uncaught", {"kind": "ValueError", "place": "?"}),
    ]


@given(st.lists(st.binary(max_size=200), max_size=5), st.booleans())
def test_whatever_lies_in_the_folder_is_read_and_written_behind(contents, mixed):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for number, content in enumerate(contents, start=1):
            ledger.named(folder, number).write_bytes(content + (SHORT[0] + b"\n" if mixed else b""))
        report = verified(folder)
        assert report.lines == len(list(lines_of(folder)))
        Ledger(folder, renderer(boot="", process="screens", pid=1)).append(AuditEvent.LINE_BACK, moment(), {})
        *_, last = lines_of(folder)
        assert last.is_a(AuditEvent.LINE_BACK)


VALUES = st.none() | st.integers() | st.text() | st.lists(st.integers()) | st.dictionaries(st.text(), st.integers())
KEYS = ("number", "at", "boot", "process", "pid", "event", "fields", "previous")


@given(
    st.binary() | (VALUES | st.fixed_dictionaries(dict.fromkeys(KEYS, VALUES))).map(lambda v: json.dumps(v).encode())
)
def test_whatever_is_no_line_is_none(raw):
    line = parsed(raw)
    assert line is None or {type(line.number), type(line.event), type(line.fields)} == {int, str, dict}


def test_a_line_that_nests_too_deep_is_none():
    assert parsed(b"[" * 4000) is None


def run(*arguments):
    return CliRunner().invoke(app, ["audit", *map(str, arguments)])


@pytest.fixture
def config(tmp_path, log):
    file = tmp_path / "kiosk.toml"
    file.write_text(f'data_dir = "{tmp_path}"\n')
    return file


def test_the_commands_show_verify_and_export(config, log, tmp_path):
    assert "the chain is whole" in run("verify", "--config", config).stdout
    shown = run("show", "--config", config, "--json").stdout.splitlines()
    assert [json.loads(line)["number"] for line in shown] == list(range(1, 13))
    assert run("show", "--config", config, "--event", "slip").stdout == ""
    assert "deed=export" in run("show", "--config", config, "--event", "staff_deed", "--since", "2020-01-01").stdout
    assert run("show", "--config", config, "--since", "2199-01-01").stdout == ""
    stick = tmp_path / "stick"
    for _ in range(2):
        assert run("export", stick, "--config", config).exit_code == 0
    told = json.loads(run("verify", stick, "--json").stdout)
    assert (told["faults"], told["lines"]) == ([], 14)
    assert run("verify", stick, "--head", told["head"]).exit_code == 0
    assert run("verify", stick, "--head", f"15:{'0' * 64}").exit_code == 4
    [first, *_] = files_of(stick)
    first.write_bytes(first.read_bytes().replace(b"staff", b"stuff"))
    broken = run("verify", stick)
    assert (broken.exit_code, "audit-000001.jsonl:2: it does not carry" in broken.stdout) == (4, True)
    assert (run("export", stick, "--config", config).exit_code, len(files_of(stick))) == (4, len(files_of(log)))


def test_the_commands_say_what_is_wrong_with_what_they_were_given(tmp_path, config):
    assert run("verify", tmp_path / "nowhere").exit_code == 3
    assert run("show", "--config", config, "--since", "yesterday").exit_code == 2
    assert run("show", "--config", config, "--event", "lunch").exit_code == 2
    assert run("verify", "--config", config, "--head", "5").exit_code == 2
