"""One protocol over every way to a module: serial at any rate, USB with one or two pairs of endpoints, HID reports."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers import usb_device
from drivers.id_card_reader import hid_wire
from drivers.id_card_reader.samv import SamvReader
from drivers.model import CancelToken, DeviceError, ErrorCode, Status
from drivers.simulators.id_card_reader import SimulatedReader
from drivers.simulators.module_logic import ModuleLogic
from drivers.simulators.people import PEOPLE
from drivers.simulators.usb_bus import UsbBus


def read(port, timeout=5.0):
    with SamvReader(port) as reader:
        return reader.read_card(timeout, CancelToken())


class Usb(ModuleLogic):
    """A module behind bulk endpoints."""

    def __init__(self, endpoints=(0x02, 0x81), split=0):
        super().__init__()
        self._buffer = bytearray()
        self.bus = UsbBus(0x0400, 0xC35A, self.write, endpoints=endpoints, split=split)

    def write(self, data):
        self._buffer += data
        return self.hear(self._buffer)


@pytest.mark.parametrize("port", ["usb:", "usb://0400:c35a"])
@pytest.mark.parametrize(("endpoints", "split"), [((0x02, 0x81), 0), ((0x02, 0x06, 0x81, 0x85), 7)])
def test_usb_with_one_or_two_pairs(monkeypatch, port, endpoints, split):
    module = Usb(endpoints, split)
    monkeypatch.setattr(usb_device, "BACKEND", module.bus)
    module.insert(PEOPLE["elder"])
    assert read(port) == PEOPLE["elder"].person


def test_usb_unplugged_and_back(monkeypatch):
    module = Usb()
    monkeypatch.setattr(usb_device, "BACKEND", module.bus)
    module.insert(PEOPLE["resident"])
    reader = SamvReader("usb:")
    with reader:
        module.bus.plugged = False
        with pytest.raises(DeviceError) as caught:
            reader.read_card(2.0, CancelToken())
        assert caught.value.code is ErrorCode.NO_DEVICE
        assert reader.status().status is Status.NO_DEVICE
    module.bus.plugged = True
    with reader:
        assert reader.read_card(5.0, CancelToken()).name == "欧阳泉"


def test_a_reader_in_firmware_update_is_left_alone():
    with pytest.raises(DeviceError) as caught:
        SamvReader("usb://0483:df11").open()
    assert caught.value.code is ErrorCode.INVALID


class Hid:
    """hidapi's device, with a module behind it that wraps its frames or sends them bare."""

    logic, wrapped, plugged = None, True, True

    def __init__(self):
        self._sent, self._frames, self._reports = bytearray(), bytearray(), []

    def open(self, vendor, product):
        if not self.plugged or (vendor, product) not in {(0x10C4, 0x0007), (0x0425, 0x8159)}:
            raise OSError("open failed")
        type(self).wrapped = vendor == 0x10C4

    def write(self, report):
        if not self.plugged:
            return -1
        assert len(report) == 65
        assert report[0] == 0
        self._sent += report[1:]
        if self.wrapped:
            self._unwrap()
        else:
            self._frames += report[1:]
        answer = self.logic.hear(self._frames)
        for start in range(0, len(answer), 50 if self.wrapped else 64):
            piece = answer[start : start + (50 if self.wrapped else 64)]
            self._reports.append((packet(b"\x01\x02" + piece) if self.wrapped else piece).ljust(64, b"\0"))
        return len(report)

    def _unwrap(self):
        head = self._sent.find(0x88)
        count = int.from_bytes(self._sent[head + 3 : head + 5], "little")
        if head < 0 or len(self._sent) < head + 7 + count:
            return
        assert self._sent[head + 5] == 0xB1
        self._frames += self._sent[head + 6 : head + 5 + count]
        self._sent.clear()

    def read(self, size, timeout):
        if not self.plugged:
            raise OSError("read error")
        return list(self._reports.pop(0)) if self._reports else []

    def close(self):
        return None


def packet(data, result=0x90):
    counted = (len(data) + 1).to_bytes(2, "little") + bytes([result]) + data
    return b"\xaa\x01\x00" + counted + (sum(counted) & 0xFFFF).to_bytes(2, "little")


@pytest.fixture
def hid(monkeypatch):
    monkeypatch.setattr(Hid, "logic", ModuleLogic())
    monkeypatch.setattr(Hid, "plugged", True)
    monkeypatch.setitem(sys.modules, "hid", SimpleNamespace(device=Hid))
    return Hid


@pytest.mark.parametrize("port", ["hid://10c4:0007", "hid://0425:8159"])
def test_hid_wrapped_and_bare(hid, port):
    hid.logic.insert(PEOPLE["hmt"])
    assert read(port) == PEOPLE["hmt"].person


def test_hid_unplugged(hid):
    with SamvReader("hid://10c4:0007") as reader:
        hid.plugged = False
        with pytest.raises(DeviceError) as caught:
            reader.read_card(2.0, CancelToken())
    assert caught.value.code is ErrorCode.NO_DEVICE
    with pytest.raises(DeviceError):
        SamvReader("hid://10c4:0007").open()


def test_packets_are_found_behind_padding_and_noise():
    packets = hid_wire.Packets()
    whole = bytes(9) + packet(b"\x01\x02hello") + bytes(20) + b"\x88\x55" + packet(b"\x01\x02 module")
    assert b"".join(packets.feed(whole[at : at + 1]) for at in range(len(whole))) == b"hello module"


@given(st.lists(st.binary(max_size=80)))
def test_no_reports_break_the_packets(reports):
    packets = hid_wire.Packets()
    for report in reports:
        packets.feed(report)
    packets.feed(bytes(hid_wire.LONGEST + 16))
    assert packets.feed(packet(b"\x01\x02ok")).endswith(b"ok")


@pytest.mark.parametrize("baud", [115200, 9600])
def test_the_rate_of_a_serial_reader_is_found(baud):
    with SimulatedReader() as simulator:
        simulator.baud = baud
        simulator.insert(PEOPLE["resident"])
        reader = SamvReader(simulator.pty)
        for _ in range(2):
            with reader:
                assert reader.read_card(5.0, CancelToken()).name == "欧阳泉"


def test_a_rate_that_is_set_is_not_searched():
    with SimulatedReader() as simulator:
        simulator.baud = 9600
        with SamvReader(simulator.pty, baud=115200) as reader:
            assert reader.status().error is ErrorCode.NO_ANSWER
