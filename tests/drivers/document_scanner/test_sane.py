"""The driver `sane` on SANE's own back ends `test` and `pnm`. SANE reads its folder once, so each has its process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.document_scanner.sane_wire import error_of, source_named
from drivers.model import DeviceError, ErrorCode
from drivers.simulators.papers import PAPERS

SCRIPT = """
import json, sys
from drivers.document_scanner.sane import SaneScanner
from drivers.model import CancelToken, DeviceError
settings, pages = json.loads(sys.argv[1]), int(sys.argv[2])
told = []
try:
    with SaneScanner(**settings) as scanner:
        told.append(scanner.status().status.value)
        for _ in range(pages):
            try:
                capture = scanner.capture(60.0, CancelToken())
                told.append([*capture.size, capture.page is not None])
                last = capture.page
            except DeviceError as error:
                told.append(error.code.value)
        told.append(scanner.counters()["pages"])
    if len(sys.argv) > 3 and last:
        open(sys.argv[3], "wb").write(last)
except DeviceError as error:
    told.append(error.code.value)
print(json.dumps(told))
"""


@pytest.fixture
def folder(tmp_path):
    """SANE's configuration: its test device with an A4 glass, and the device that scans a picture file."""
    (tmp_path / "dll.conf").write_text("test\npnm\n")
    (tmp_path / "test.conf").write_text("geometry_max 300.0\nbr_x 210.0\nbr_y 297.0\n")
    return tmp_path


def scan(folder, settings, pages=1, out=""):
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT, json.dumps(settings), str(pages), *([out] if out else [])],
        env=os.environ | {"SANE_CONFIG_DIR": str(folder)},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_page_from_the_glass(folder):
    online, (width, height, page), count = scan(folder, {"source": "test:0", "resolution": 100})
    assert online == "online"
    assert page
    assert count == 1
    assert min(width, height) > 700, "the whole glass at 100 dots per inch"


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("SANE_STATUS_JAMMED", "paper_jam"),
        ("SANE_STATUS_NO_DOCS", "feeder_empty"),
        ("SANE_STATUS_COVER_OPEN", "cover_open"),
        ("SANE_STATUS_DEVICE_BUSY", "busy"),
        ("SANE_STATUS_IO_ERROR", "no_device"),
        ("SANE_STATUS_NO_MEM", "hardware"),
        ("SANE_STATUS_ACCESS_DENIED", "no_device"),
    ],
)
def test_what_the_scanner_says_is_named(folder, status, code):
    settings = {"source": "test:0", "resolution": 75, "options": {"read_return_value": status}}
    assert scan(folder, settings) == ["online", code, 0]


def test_a_feeder_is_emptied_sheet_by_sheet(folder):
    told = scan(folder, {"source": "test:0", "resolution": 50, "feeder": True}, pages=11)
    assert [page[2] for page in told[1:11]] == [True] * 10
    assert told[11:] == ["feeder_empty", 10]


def test_a_photographed_page_through_the_whole_way(folder, tmp_path):
    paper = PAPERS["lease"]()
    scene = np.full((2000, 1500, 3), 60, np.uint8)
    scene[150:1850, 150:1350] = cv2.resize(paper, (1200, 1700), interpolation=cv2.INTER_AREA)
    cv2.imwrite(str(tmp_path / "scene.ppm"), scene)
    settings = {"source": "pnm:0", "options": {"filename": str(tmp_path / "scene.ppm")}}
    _, (width, height, page), _ = scan(folder, settings, out=str(tmp_path / "page.jpg"))
    assert (width, height, page) == (1500, 2000, True)
    page = cv2.imread(str(tmp_path / "page.jpg"))
    assert page.shape[1] / page.shape[0] == pytest.approx(1200 / 1700, rel=0.02)


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"source": "nothing:9"}, "no_device"),
        ({"source": ""}, "invalid"),
        ({"source": "test:0", "resolution": 0}, "invalid"),
        ({"source": "test:0", "resolution": 20000}, "invalid"),
        ({"source": "test:0", "options": {"no_such_option": 1}}, "invalid"),
        ({"source": "pnm:0", "feeder": True}, "unsupported"),
    ],
)
def test_what_cannot_be_opened_says_why(folder, settings, code):
    assert scan(folder, settings) == [code]


def test_from_the_command_line(folder):
    out = folder / "out"
    command = ["devices", "scan", "document_scanner", "--driver", "sane", "--source", "test:0", "--out", str(out)]
    done = subprocess.run(
        [sys.executable, "-c", "from kiosk.cli import main; main()", *command, "--json"],
        env=os.environ | {"SANE_CONFIG_DIR": str(folder)},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert Path(json.loads(done.stdout)["image"]).read_bytes().startswith(b"\xff\xd8")


@given(st.text(max_size=60))
def test_any_text_of_sane_is_an_error_of_ours(text):
    assert isinstance(error_of(text), DeviceError)
    assert error_of(text).code in set(ErrorCode)


@pytest.mark.parametrize(
    ("names", "feeder", "found"),
    [
        (("Flatbed", "Automatic Document Feeder"), True, "Automatic Document Feeder"),
        (("FB", "ADF Duplex"), False, "FB"),
        (("Flatbed",), True, None),
        ((1, None), False, None),
    ],
)
def test_sources_are_found_by_name(names, feeder, found):
    assert source_named(names, feeder) == found


def test_a_scan_under_way_is_cancelled(folder):
    script = (
        "import threading\n"
        "from drivers.document_scanner.sane import SaneScanner\n"
        "from drivers.model import CancelToken, DeviceError\n"
        "cancel = CancelToken()\n"
        "slow = {'read_limit': True, 'read_limit_size': 512, 'read_delay': True, 'read_delay_duration': 200000}\n"
        "with SaneScanner('test:0', options=slow) as scanner:\n"
        "    threading.Timer(0.5, cancel.cancel).start()\n"
        "    try:\n"
        "        scanner.capture(60.0, cancel)\n"
        "    except DeviceError as error:\n"
        "        print(error.code.value)\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        env=os.environ | {"SANE_CONFIG_DIR": str(folder)},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.stdout == "cancelled\n", done.stderr


def test_a_feeder_from_the_command_line_becomes_a_pdf(folder):
    out = folder / "out"
    command = ["devices", "scan", "document_scanner", "--driver", "sane", "--source", "test:0", "--out", str(out)]
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from kiosk.cli import main; main()",
            *command,
            "--feeder",
            "--option",
            "resolution=50",
            "--json",
        ],
        env=os.environ | {"SANE_CONFIG_DIR": str(folder)},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)
    assert len(told["pages"]) == 10
    assert Path(told["pdf"]).read_bytes().startswith(b"%PDF")


def test_a_scanner_that_begins_with_sixteen_bits_is_set_to_eight(folder):
    (folder / "test.conf").write_text("geometry_max 300.0\nbr_x 210.0\nbr_y 297.0\ndepth 16\n")
    _, (width, height, _), _ = scan(folder, {"source": "test:0", "resolution": 50})
    assert (width, height) == (590, 590), "300 mm each way at 50 dots per inch"


def test_an_area_that_is_asked_for_is_kept(folder):
    settings = {"source": "test:0", "resolution": 50, "options": {"br_x": 210.0, "br_y": 297.0}}
    _, (width, height, _), _ = scan(folder, settings)
    assert (width, height) == (413, 584)


def test_a_feeder_of_metres_draws_in_a_sheet(folder):
    (folder / "test.conf").write_text("geometry_max 3000.0\n")
    _, (width, height, _), _ = scan(folder, {"source": "test:0", "resolution": 50, "feeder": True})
    assert (width, height) == (425, 700)
