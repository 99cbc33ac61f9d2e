"""The same driver over each wire: TCP, a pseudo-terminal, a USB bus, a kernel device or file."""

from __future__ import annotations

import pytest

from drivers import usb_device
from drivers.model import CancelToken, DeviceError, ErrorCode, Health, Status
from drivers.receipt_printer.escpos import EscposPrinter
from drivers.receipt_printer.slip import Line, PrintOutcome
from drivers.simulators.printer_logic import PrinterLogic
from drivers.simulators.receipt_printer import SimulatedPrinter
from drivers.simulators.usb_bus import UsbBus

SLIP = (Line("第一行"), Line("second line"))


def print_on(port, **options):
    with EscposPrinter(port, **options) as printer:
        return printer.print_slip(SLIP, 10.0, CancelToken())


def test_a_serial_line():
    with SimulatedPrinter() as simulator:
        assert print_on(simulator.pty) is PrintOutcome.PRINTED
        assert simulator.slips[-1].text == "第一行\nsecond line"


@pytest.fixture
def usb_printer(monkeypatch):
    logic = PrinterLogic()
    bus = UsbBus(0x0DD4, 0x015D, logic.hear, logic.work)
    monkeypatch.setattr(usb_device, "BACKEND", bus)
    logic.bus = bus
    return logic


def test_usb(usb_printer):
    assert print_on("usb://0dd4:015d") is PrintOutcome.PRINTED
    assert usb_printer.slips[-1].text == "第一行\nsecond line"


def test_a_usb_printer_that_is_unplugged_and_back(usb_printer):
    printer = EscposPrinter("usb://0dd4:015d")
    with printer:
        usb_printer.bus.plugged = False
        assert printer.status().status is Status.NO_DEVICE
        with pytest.raises(DeviceError) as caught:
            printer.print_slip(SLIP, 5.0, CancelToken())
        assert caught.value.code is ErrorCode.NO_DEVICE
    with pytest.raises(DeviceError):
        printer.open()
    usb_printer.bus.plugged = True
    with printer:
        assert printer.print_slip(SLIP, 5.0, CancelToken()) is PrintOutcome.PRINTED
    assert len(usb_printer.slips) == 1


def test_the_usb_printer_that_is_there_needs_no_number(usb_printer):
    assert print_on("usb:") is PrintOutcome.PRINTED
    assert usb_printer.slips[-1].text == "第一行\nsecond line"


def test_what_is_no_printer_is_not_taken_for_the_usb_printer(monkeypatch):
    logic = PrinterLogic()
    monkeypatch.setattr(usb_device, "BACKEND", UsbBus(0x0400, 0xC35A, logic.hear, interface_class=0xFF))
    with pytest.raises(DeviceError) as caught:
        print_on("usb:")
    assert caught.value.code is ErrorCode.NO_DEVICE


def test_another_usb_device_is_not_taken_for_it(usb_printer):
    with pytest.raises(DeviceError) as caught:
        print_on("usb://04b8:0202")
    assert caught.value.code is ErrorCode.NO_DEVICE


def test_a_usb_printer_without_a_way_back_is_unknown(monkeypatch):
    logic = PrinterLogic()
    monkeypatch.setattr(usb_device, "BACKEND", UsbBus(0x0DD4, 0x015D, logic.hear, endpoints=(0x02,)))
    assert print_on("usb://0dd4:015d") is PrintOutcome.UNKNOWN
    with EscposPrinter("usb:") as printer:
        assert printer.status() == Health(Status.UNKNOWN), "nothing is wrong with it: it cannot say how it is"


def test_a_file_gets_the_bytes_and_the_outcome_is_unknown(tmp_path):
    file = tmp_path / "printer"
    file.touch()
    assert print_on(f"file://{file}") is PrintOutcome.UNKNOWN
    logic = PrinterLogic()
    logic.hear(file.read_bytes())
    logic.work()
    assert [slip.text for slip in logic.slips] == ["第一行\nsecond line"]
    with EscposPrinter(f"file://{file}") as printer:
        assert printer.status() == Health(Status.UNKNOWN), "residents are not told that there are no slips"


def test_a_model_that_nobody_knows_is_refused_with_the_names():
    with pytest.raises(DeviceError) as caught:
        print_on("file:///dev/null", model="typewriter")
    assert caught.value.code is ErrorCode.INVALID
    assert "generic" in caught.value.message
