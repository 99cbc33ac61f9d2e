"""The driver against the simulated printer, and against printers that misbehave."""

from __future__ import annotations

import io
import os
import socket
import threading
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from drivers.model import CancelToken, DeviceError, ErrorCode, Status
from drivers.receipt_printer.escpos import EscposPrinter
from drivers.receipt_printer.sample import sample_slip, slip_from_text
from drivers.receipt_printer.slip import Align, Line, PrintOutcome, QrCode, Rule, Space
from drivers.simulators.escpos_parser import Parser
from drivers.simulators.paper_roll import PaperRoll
from drivers.simulators.receipt_printer import Paper, SimulatedPrinter

SLIP = (
    Line("在泉城 全办成", align=Align.CENTRE),
    Line("受理凭条", scale=2, bold=True, align=Align.CENTRE),
    Rule(),
    Line("受理编号"),
    Line("3701 0226 1124 0007 6", scale=2, bold=True),
    Line("居住登记  欧阳*"),
    Line("2026-11-24 20:52  甸柳社区便民服务站"),
    Rule(),
    Line("还要做", bold=True),
    Line("□ 2026 年 11 月 29 日前补交：工作证明"),
    Space(),
    QrCode("37010226112400076"),
    Line("扫码查进度，或打 12345", align=Align.CENTRE),
)


@pytest.fixture
def simulator():
    with SimulatedPrinter() as printer:
        yield printer


def print_on(url, slip=SLIP, timeout=10.0):
    with EscposPrinter(url) as printer:
        return printer.print_slip(slip, timeout, CancelToken())


def keep(slip, name):
    folder = os.environ.get("KIOSK_PICTURES")
    if folder:
        Path(folder, name).write_bytes(slip.png)


def test_a_slip_comes_out_as_it_was_meant(simulator):
    assert print_on(simulator.url) is PrintOutcome.PRINTED
    slip = simulator.wait_slip()
    keep(slip, "slip.png")
    lines = slip.text.splitlines()
    assert lines == [
        "在泉城 全办成",
        "受理凭条",
        "[图]",
        "受理编号",
        "3701 0226 1124 0007 6",
        "居住登记  欧阳*",
        "2026-11-24 20:52  甸柳社区便民服务站",
        "[图]",
        "还要做",
        "□ 2026 年 11 月 29 日前补交：工作证明",
        "[图]",
        "扫码查进度，或打 12345",
    ]
    [code] = zxingcpp.read_barcodes(Image.open(io.BytesIO(slip.png)))
    assert code.text == "37010226112400076"


def test_rare_characters_are_drawn(simulator):
    assert print_on(simulator.url, sample_slip()) is PrintOutcome.PRINTED
    slip = simulator.wait_slip()
    keep(slip, "sample.png")
    assert "䶮" not in slip.text, "the line with 𬭎 is a picture"
    assert "粗体 Bold" in slip.text


def test_two_byte_rare_characters_stay_text(simulator):
    print_on(simulator.url, (Line("䶮先生"),))
    assert simulator.wait_slip().text == "䶮先生"


def test_two_slips_are_two(simulator):
    print_on(simulator.url, slip_from_text("一"))
    print_on(simulator.url, slip_from_text("二"))
    assert [slip.text for slip in simulator.slips] == ["一", "二"]


@pytest.mark.parametrize(
    ("knob", "value", "code"),
    [
        ("paper", Paper.OUT, ErrorCode.PAPER_OUT),
        ("cover_open", True, ErrorCode.COVER_OPEN),
        ("cutter_jam", True, ErrorCode.CUTTER),
        ("overheated", True, ErrorCode.OVERHEATED),
    ],
)
def test_a_printer_that_cannot_print_says_why_before_anything_is_sent(simulator, knob, value, code):
    setattr(simulator, knob, value)
    with pytest.raises(DeviceError) as caught:
        print_on(simulator.url)
    assert caught.value.code is code
    setattr(simulator, knob, Paper.OK if knob == "paper" else False)
    assert print_on(simulator.url, slip_from_text("下一位")) is PrintOutcome.PRINTED
    assert [slip.text for slip in simulator.slips] == ["下一位"]


def test_paper_that_ends_in_the_middle_is_said_and_the_rest_is_not_given_to_the_next(simulator):
    simulator.runs_out_after_mm = 20
    with EscposPrinter(simulator.url) as printer:
        with pytest.raises(DeviceError) as caught:
            printer.print_slip(SLIP, 10.0, CancelToken())
        assert caught.value.code is ErrorCode.PAPER_OUT
        simulator.paper = Paper.OK
        assert printer.print_slip(slip_from_text("下一位"), 10.0, CancelToken()) is PrintOutcome.PRINTED
    assert simulator.slips[-1].text == "下一位"
    assert all("3701 0226" not in slip.text for slip in simulator.slips[-1:])


def test_silence_is_unknown_never_good(simulator):
    simulator.silent = True
    with EscposPrinter(simulator.url) as printer:
        assert printer.status().status is Status.UNKNOWN
        assert printer.print_slip(slip_from_text("静"), 5.0, CancelToken()) is PrintOutcome.UNKNOWN


def test_health(simulator):
    with EscposPrinter(simulator.url) as printer:
        assert printer.status().status is Status.ONLINE
        simulator.paper = Paper.NEAR_END
        assert printer.status().warnings == ("paper_low",)
        simulator.cover_open = True
        assert printer.status().error is ErrorCode.COVER_OPEN
        assert printer.capabilities().features["columns"] == 48


# The library drops the socket of a refused connection without closing it.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    ("port", "code"),
    [
        ("socket://127.0.0.1:1", ErrorCode.NO_DEVICE),
        ("socket://", ErrorCode.INVALID),
        ("socket://127.0.0.1:99999", ErrorCode.INVALID),
        ("/dev/no-such-printer", ErrorCode.NO_DEVICE),
        ("/dev/usb/no-such-lp", ErrorCode.NO_DEVICE),
        ("printer", ErrorCode.INVALID),
    ],
)
def test_ports_that_cannot_be_opened(port, code):
    with pytest.raises(DeviceError) as caught:
        EscposPrinter(port).open()
    assert caught.value.code is code


@pytest.mark.parametrize("answer", [None, b"\xff" * 64, b"\x00\x12\x7e"])
def test_hostile_printers_never_hang(answer):
    server = socket.create_server(("127.0.0.1", 0))

    def serve():
        peer, _ = server.accept()
        with peer:
            try:
                while peer.recv(65536):
                    if answer is None:
                        return
                    peer.sendall(answer)
            except OSError:
                return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        outcome = print_on(f"socket://127.0.0.1:{server.getsockname()[1]}", timeout=3.0)
        assert outcome in (PrintOutcome.UNKNOWN, PrintOutcome.PRINTED)
    except DeviceError as error:
        assert error.code in (ErrorCode.NO_DEVICE, ErrorCode.TIMEOUT, ErrorCode.PAPER_OUT, ErrorCode.COVER_OPEN)
    thread.join(timeout=20)
    server.close()


@settings(max_examples=300)
@given(st.lists(st.binary(max_size=60)))
def test_the_simulator_eats_anything(chunks):
    parser, roll = Parser(), PaperRoll()
    for chunk in chunks:
        for item in parser.feed(chunk):
            if len(getattr(item, "data", b"")) < 4096:
                roll.feed(item)
