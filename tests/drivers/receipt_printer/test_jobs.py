"""A job ends exactly once, and nothing of one resident's slip ever comes out for the next."""

from __future__ import annotations

import threading

import pytest

from drivers.model import CancelToken, DeviceError, ErrorCode, Status
from drivers.receipt_printer import escpos_wire as wire
from drivers.receipt_printer.escpos import EscposPrinter
from drivers.receipt_printer.slip import Line, PrintOutcome, QrCode, Taken
from drivers.simulators.receipt_printer import Paper, SimulatedPrinter

FIRST = (*(Line(f"甲的第{number}行") for number in range(12)), QrCode("FIRST"))
SECOND = (Line("乙的凭条"),)


@pytest.fixture
def simulator():
    with SimulatedPrinter() as printer:
        yield printer


@pytest.fixture(params=["generic", "epson"])
def printer(request, simulator):
    with EscposPrinter(simulator.url, model=request.param) as opened:
        yield opened


def failed(printer, slip=FIRST):
    with pytest.raises(DeviceError) as caught:
        printer.print_slip(slip, 10.0, CancelToken())
    return caught.value.code


def mended(simulator):
    simulator.cover_open = simulator.cutter_jam = simulator.overheated = False
    simulator.paper = Paper.OK


def next_slip_is_only_the_next(simulator, printer):
    before = len(simulator.slips)
    assert printer.print_slip(SECOND, 10.0, CancelToken()) is PrintOutcome.PRINTED
    pieces = [slip.text for slip in simulator.slips[before:]]
    assert pieces[-1] == "乙的凭条"
    assert not any("甲" in piece and "乙" in piece for piece in pieces)
    assert sum("甲" in piece for piece in pieces) <= 1, "only what was on the paper already is cut off, alone"


@pytest.mark.parametrize(
    ("trigger", "code"),
    [("cover_opens_after_mm", ErrorCode.COVER_OPEN), ("runs_out_after_mm", ErrorCode.PAPER_OUT)],
)
def test_trouble_in_the_middle_cancels_the_rest(simulator, printer, trigger, code):
    setattr(simulator, trigger, 20.0)
    assert failed(printer) is code
    mended(simulator)
    next_slip_is_only_the_next(simulator, printer)


def test_what_waits_behind_an_open_cover_does_not_come_out_when_it_is_closed(simulator, printer):
    simulator.cover_opens_after_mm = 20.0
    failed(printer)
    mended(simulator)
    assert printer.status().status is Status.ONLINE
    [torso] = [simulator.wait_slip()]
    assert "甲的第11行" not in torso.text
    next_slip_is_only_the_next(simulator, printer)


def test_a_cutter_that_jams(simulator, printer):
    simulator.jams_at_cut = True
    assert failed(printer) is ErrorCode.CUTTER
    mended(simulator)
    next_slip_is_only_the_next(simulator, printer)


def test_a_cable_pulled_in_the_middle(simulator, printer):
    simulator.bytes_per_second = 2000
    pulled = threading.Timer(0.3, simulator.unplug)
    pulled.start()
    assert failed(printer) in (ErrorCode.NO_DEVICE, ErrorCode.TIMEOUT)
    pulled.join()
    printer.close()
    simulator.bytes_per_second = None
    simulator.plug()
    printer.open()
    next_slip_is_only_the_next(simulator, printer)


def test_cancelled_in_the_middle(simulator, printer):
    simulator.cover_opens_after_mm = 20.0
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(DeviceError) as caught:
        printer.print_slip(FIRST, 10.0, cancel)
    assert caught.value.code is ErrorCode.CANCELLED
    assert simulator.slips == []
    simulator.cover_opens_after_mm = None
    next_slip_is_only_the_next(simulator, printer)


def test_what_another_process_left_in_the_buffer_is_thrown_away(simulator):
    simulator.cover_open = True
    with EscposPrinter(simulator.url) as dying:
        for chunk in wire.job(FIRST, 576):
            dying._send(chunk)
    simulator.cover_open = False
    simulator.paper = Paper.OUT
    simulator.paper = Paper.OK
    with EscposPrinter(simulator.url) as alive:
        simulator.wait_slip()
        assert alive.print_slip(SECOND, 10.0, CancelToken()) is PrintOutcome.PRINTED
    assert simulator.slips[-1].text == "乙的凭条"


def test_status_commands_inside_a_picture_confuse_nobody(simulator, printer):
    simulator.eager = True
    for data in ("A" * n for n in (5, 50, 200)):
        assert printer.print_slip((QrCode(data), Line("𠀀𠀁")), 10.0, CancelToken()) is PrintOutcome.PRINTED
    raster = b"".join(wire.job(tuple(QrCode(str(n)) for n in range(200)), 576))
    body = raster.replace(wire.CANCEL, b"")
    assert b"\x10\x04" not in body
    assert b"\x10\x05" not in body
    assert b"\x10\x14" not in body


def test_noise_between_the_answers_is_heard_through(simulator, printer):
    simulator.garbage = True
    assert printer.print_slip(SECOND, 10.0, CancelToken()) is PrintOutcome.PRINTED


def test_a_slow_printer_is_waited_for(simulator, printer):
    simulator.bytes_per_second = 20_000
    assert printer.print_slip(SECOND, 20.0, CancelToken()) is PrintOutcome.PRINTED


def test_the_counters_tell_what_was_used(simulator, printer):
    printer.print_slip(SECOND, 10.0, CancelToken())
    counters = printer.counters()
    assert counters["slips"] == counters["cuts"] == 1
    assert 5 <= counters["paper_mm"] <= 30


def test_a_second_client_is_refused_or_waits(simulator, printer):
    simulator.refuse_second = True
    with EscposPrinter(simulator.url) as second:
        assert second.status().status in (Status.NO_DEVICE, Status.UNKNOWN)
    assert printer.print_slip(SECOND, 10.0, CancelToken()) is PrintOutcome.PRINTED


@pytest.fixture(params=["custom", "reliance"])
def presenter(request, simulator):
    simulator.presenter = True
    simulator.fixed_bits = request.param != "custom"
    with EscposPrinter(simulator.url, model=request.param) as opened:
        yield opened


def test_a_slip_that_is_taken(simulator, presenter):
    assert presenter.print_slip(SECOND, 10.0, CancelToken()) is PrintOutcome.PRINTED
    assert presenter.status().warnings == ("slip_waiting",)
    threading.Timer(0.2, simulator.take_slip).start()
    assert presenter.wait_taken(10.0, CancelToken()) is Taken.TAKEN


def test_a_slip_that_nobody_takes_is_drawn_back(simulator, presenter):
    presenter.print_slip(SECOND, 10.0, CancelToken())
    assert presenter.wait_taken(0.0, CancelToken()) is Taken.RETRACTED
    assert [slip.text for slip in simulator.retracted] == ["乙的凭条"]
    assert presenter.counters()["retracts"] == 1


def test_a_slip_in_the_slot_is_drawn_back_before_the_next_is_printed(simulator, presenter):
    presenter.print_slip(FIRST, 10.0, CancelToken())
    assert presenter.print_slip(SECOND, 10.0, CancelToken()) is PrintOutcome.PRINTED
    assert "甲" in simulator.retracted[0].text
    assert simulator.outlet.text == "乙的凭条"


@pytest.mark.parametrize(
    ("knob", "code"),
    [("cover_open", ErrorCode.COVER_OPEN), ("paper_jam", ErrorCode.PAPER_JAM), ("overheated", ErrorCode.OVERHEATED)],
)
def test_a_presenter_printer_says_what_is_wrong(simulator, presenter, knob, code):
    setattr(simulator, knob, True)
    assert presenter.status().error in (code, ErrorCode.HARDWARE if knob == "paper_jam" else code)


def test_without_a_sensor_nobody_knows(simulator, printer):
    assert printer.wait_taken(1.0, CancelToken()) is Taken.UNKNOWN
    assert printer.capabilities().features["taken_sensor"] is False
