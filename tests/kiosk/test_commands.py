"""The commands, each as a process of its own, as a stranger would call them."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path

import pytest

from drivers.simulators.id_card_reader import SimulatedReader, answer_frame
from drivers.simulators.people import PEOPLE
from drivers.simulators.receipt_printer import Paper, SimulatedPrinter


@pytest.mark.parametrize(
    "command",
    [
        (),
        ("run",),
        ("sync",),
        ("simulate",),
        ("demo",),
        ("setup",),
        ("enrol",),
        ("lockdown",),
        ("scenario", "run"),
        ("doctor",),
        ("devices",),
        ("devices", "read"),
        ("devices", "scan"),
        ("devices", "print"),
        ("queue", "add"),
        ("catalogue", "check"),
    ],
    ids=" ".join,
)
def test_every_command_explains_itself(run_kiosk, command):
    told = run_kiosk(*command, "--help")
    assert told.returncode == 0
    assert "Usage" in told.stdout


def test_reading_a_card(run_kiosk):
    with SimulatedReader() as reader:
        reader.insert(PEOPLE["elder"])
        arguments = ("devices", "read", "id_card_reader", "--driver", "samv", "--port", reader.url, "--json")
        done = run_kiosk(*arguments)
    assert done.returncode == 0
    card = json.loads(done.stdout)
    assert card == PEOPLE["elder"].person.as_json()
    assert card["valid_to"] is None
    assert card["newest_address"].startswith("济南市")


def hostile(reply):
    server = socket.create_server(("127.0.0.1", 0))

    def serve():
        try:
            peer, _ = server.accept()
            with peer:
                while peer.recv(100):
                    peer.sendall(reply)
        except OSError:
            return

    threading.Thread(target=serve, daemon=True).start()
    return server


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (answer_frame(0x9F, bytes(4))[:-1] + b"\x00", "bad_checksum"),
        (answer_frame(0x9F, bytes(4))[:9], "truncated"),
        (b"\x00\xff\x55" * 40, "noise"),
        (b"", "no_answer"),
        (answer_frame(0x80), "no_card"),
    ],
)
def test_a_reader_that_misbehaves_is_a_named_error_with_a_next_step(run_kiosk, reply, code):
    server = hostile(reply)
    url = f"socket://127.0.0.1:{server.getsockname()[1]}"
    done = run_kiosk("devices", "read", "id_card_reader", "--driver", "samv", "--port", url, "--timeout", "3", "--json")
    server.close()
    assert done.returncode == 3
    error = json.loads(done.stdout)["error"]
    assert error["code"] == code
    assert error["message"]
    assert error["remedy"]
    assert "Traceback" not in done.stderr


def test_no_reader_at_the_port(run_kiosk):
    done = run_kiosk("devices", "read", "id_card_reader", "--port", "socket://127.0.0.1:1")
    assert done.returncode == 3
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_bench_on_real_wires(run_kiosk, tmp_path):
    command = [sys.executable, "-c", "from kiosk.cli import main; main()", "simulate", "--port", "0", "--json"]
    bench = subprocess.Popen([*command, "--card", "resident"], stdout=subprocess.PIPE, text=True)
    try:
        at = json.loads(bench.stdout.readline())
        for port in (at["reader"], at["reader_pty"]):
            read = run_kiosk("devices", "read", "id_card_reader", "--port", port, "--json")
            assert json.loads(read.stdout)["name"] == "欧阳泉", read
        scan = ("devices", "scan", "document_scanner", "--source", at["camera"], "--out", str(tmp_path), "--json")
        assert json.loads(run_kiosk(*scan).stdout)["verdicts"] == []
        assert run_kiosk("devices", "print", "receipt_printer", "--port", at["printer"]).stdout.strip() == "printed"
        with urllib.request.urlopen(at["page"] + "slips/1.png", timeout=5) as slip:
            assert slip.read().startswith(b"\x89PNG")
        with urllib.request.urlopen(at["page"] + "state", timeout=5) as state:
            assert json.loads(state.read())["card"] == "resident"
        taken = run_kiosk("simulate", "--port", "0", "--printer-port", at["printer"].rpartition(":")[2])
        assert taken.returncode == 3
        assert "another port" in taken.stderr
    finally:
        bench.terminate()
        assert bench.wait(timeout=20) == 0
        bench.stdout.close()


def test_an_unknown_driver_is_bad_usage(run_kiosk):
    done = run_kiosk("devices", "read", "id_card_reader", "--driver", "nonsense", "--port", "x", "--json")
    assert done.returncode == 2
    assert "samv" in json.loads(done.stdout)["error"]["message"]


def test_scanning_a_picture(run_kiosk, tmp_path):
    import cv2
    import numpy as np

    from drivers.simulators.document_camera import SimulatedCamera
    from drivers.simulators.papers import PAPERS

    camera = SimulatedCamera()
    camera.lay(PAPERS["lease"]())
    (tmp_path / "photo.jpg").write_bytes(camera.picture())
    done = run_kiosk(
        "devices", "scan", "document_scanner", "--driver", "camera",
        "--source", str(tmp_path / "photo.jpg"), "--out", str(tmp_path / "out"), "--json",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert np.abs(np.array(result["corners"]) - np.array(camera.true_corners)).max() < 4
    assert result["verdicts"] == []
    assert cv2.imread(result["image"]).shape[0] > 800
    assert Path(result["image"]).parent == tmp_path / "out"


def test_printing_a_text_and_what_stops_it(run_kiosk, tmp_path):
    (tmp_path / "slip.txt").write_text("你好，济南")
    with SimulatedPrinter() as printer:
        arguments = ("devices", "print", "receipt_printer", "--port", printer.url, "--text", str(tmp_path / "slip.txt"))
        done = run_kiosk(*arguments)
        assert (done.returncode, done.stdout.strip()) == (0, "printed")
        assert printer.wait_slip().text == "你好，济南"
        printer.paper = Paper.OUT
        done = run_kiosk(*arguments, "--json")
    assert done.returncode == 3
    assert json.loads(done.stdout)["error"]["code"] == "paper_out"


def test_devices_known_and_their_health(run_kiosk, tmp_path):
    config = tmp_path / "kiosk.toml"
    with SimulatedPrinter() as printer:
        config.write_text(
            f'data_dir = "{tmp_path}"\n[devices.receipt_printer]\ndriver = "escpos"\nport = "{printer.url}"\n'
        )
        rows = json.loads(run_kiosk("devices", "status", "--json", config=config).stdout)
        listed = json.loads(run_kiosk("devices", "list", "--json", config=config).stdout)
    assert {row["device"]: row["status"] for row in rows}["receipt_printer"] == "online"
    assert {row["device"]: row["drivers"] for row in listed} == {
        "id_card_reader": ["samv"],
        "document_scanner": ["camera", "sane"],
        "receipt_printer": ["escpos"],
    }


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[]", "not an object"),
        ("{", "not JSON"),
        ('{"service_code": "x"}', "applicant"),
        ('{"service_code": 1}', "service_code"),
    ],
)
def test_a_bad_form_is_named_and_nothing_is_stored(run_kiosk, tmp_path, content, named):
    (tmp_path / "kiosk.toml").write_text(f'data_dir = "{tmp_path / "data"}"\n')
    (tmp_path / "form.json").write_text(content)
    done = run_kiosk("queue", "add", str(tmp_path / "form.json"), config=tmp_path / "kiosk.toml")
    assert done.returncode == 2
    assert named in done.stderr
    assert done.stdout == ""


def test_a_queue_from_the_command_line(run_kiosk, tmp_path, intake):
    config = tmp_path / "kiosk.toml"
    config.write_text(f'data_dir = "{tmp_path / "data"}"\n[intake]\nurl = "{intake.url}"\n')
    form = {"service_code": "x", "applicant": {"name": "秘密甲"}, "answers": {"a": "b"}}
    (tmp_path / "form.json").write_text(json.dumps(form))
    (tmp_path / "scan.png").write_bytes(b"\x89PNG" + bytes(300_000))
    refused = run_kiosk("queue", "add", str(tmp_path / "form.json"), config=config)
    assert refused.returncode == 3
    assert "enrol" in refused.stderr
    enrolled = run_kiosk("enrol", "--intake", intake.url, "--code", intake.call("enrol-code").strip(), config=config)
    assert enrolled.returncode == 0, enrolled.stderr
    added = run_kiosk(
        "queue", "add", str(tmp_path / "form.json"), "--attach", str(tmp_path / "scan.png"), config=config
    )
    assert added.returncode == 0, added.stderr
    [identity] = added.stdout.split()
    assert run_kiosk("sync", "--drain", "--deadline", "20", config=config).returncode == 0
    [row] = json.loads(run_kiosk("queue", "list", "--json", config=config).stdout)
    assert (row["id"], row["state"]) == (identity, "acknowledged")
    again = run_kiosk("queue", "reprint", identity, config=config)
    assert (again.returncode, "printer" in again.stderr) == (2, True)
    with SimulatedPrinter() as printer:
        config.write_text(
            config.read_text() + f'[devices.receipt_printer]\ndriver = "escpos"\nport = "{printer.url}"\n'
        )
        again = run_kiosk("queue", "reprint", identity, "--json", config=config)
        assert json.loads(again.stdout) == {"outcome": "printed"}
        assert "补打" in printer.slips[-1].text
        assert "秘密甲" not in printer.slips[-1].text
    shown = json.loads(intake.call("show", identity, "--json"))
    assert {name: shown[name] for name in form} == form
    assert [scan["bytes"] for scan in shown["scans"]] == [300_004]


def test_the_catalogue_is_checked(run_kiosk, tmp_path):
    assert run_kiosk("catalogue", "check").returncode == 0
    (tmp_path / "bad.toml").write_text("code = 1")
    done = run_kiosk("catalogue", "check", str(tmp_path))
    assert done.returncode == 2
    assert "bad.toml" in done.stderr
    assert json.loads(run_kiosk("catalogue", "schema").stdout)["title"] == "Service"
    assert json.loads(run_kiosk("catalogue", "schema", "--kind", "package").stdout)["title"] == "Package"
    assert run_kiosk("catalogue", "schema", "--kind", "novel").returncode == 2


@pytest.mark.parametrize("window", [(), ("--windowed",)], ids=["panel", "window"])
def test_a_driver_that_is_not_there_ends_the_terminal_by_name(run_kiosk, alone, tmp_path, window):
    config = tmp_path / "kiosk.toml"
    config.write_text(f'data_dir = "{alone}"\n[devices.id_card_reader]\ndriver = "nobody"\n')
    done = run_kiosk("run", "--config", str(config), *window)
    assert done.returncode == 2
    assert "nobody" in done.stderr
    assert "kiosk devices list" in done.stderr
