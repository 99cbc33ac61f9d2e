"""The driver against the simulated reader on both wires, and against peers that misbehave."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from drivers.id_card_reader.samv import SamvReader
from drivers.model import CancelToken, DeviceError, ErrorCode, Status
from drivers.simulators.id_card_reader import Fault, SimulatedReader, answer_frame
from drivers.simulators.people import PEOPLE


@pytest.fixture
def simulator():
    with SimulatedReader() as reader:
        yield reader


def read(url, timeout=5.0):
    with SamvReader(url) as reader:
        return reader.read_card(timeout, CancelToken())


@pytest.mark.parametrize("wire", ["url", "pty"])
@pytest.mark.parametrize("key", ["resident", "elder", "hmt", "foreign_2017", "foreign_2023", "rare_name"])
def test_every_card_over_both_wires(simulator, wire, key):
    simulator.insert(PEOPLE[key])
    assert read(getattr(simulator, wire)) == PEOPLE[key].person


def test_a_card_laid_later_is_read(simulator):
    timer = threading.Timer(0.5, simulator.insert, [PEOPLE["resident"]])
    timer.start()
    assert read(simulator.url).name == "欧阳泉"
    timer.join()


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Fault.SILENCE, ErrorCode.NO_ANSWER),
        (Fault.BAD_CHECKSUM, ErrorCode.BAD_CHECKSUM),
        (Fault.TRUNCATED, ErrorCode.TRUNCATED),
        (Fault.NOISE_ONLY, ErrorCode.NOISE),
        (Fault.CARD_PULLED_AWAY, ErrorCode.CARD_MOVED),
        (Fault.CARD_REJECTED, ErrorCode.CARD_REJECTED),
        (Fault.UNAUTHORISED, ErrorCode.NOT_AUTHORISED),
        (Fault.SELF_TEST_FAILED, ErrorCode.HARDWARE),
    ],
)
def test_a_lasting_fault_has_its_name(simulator, fault, code):
    simulator.insert(PEOPLE["resident"])
    simulator.fault(fault, times=None)
    with pytest.raises(DeviceError) as caught:
        read(simulator.url, timeout=3.0)
    assert caught.value.code is code
    assert caught.value.advice.remedy


@pytest.mark.parametrize("fault", list(Fault)[:6])
def test_a_passing_fault_is_outlived(simulator, fault):
    simulator.insert(PEOPLE["resident"])
    simulator.fault(fault, times=1)
    assert read(simulator.url).name == "欧阳泉"


def test_noise_before_every_answer_is_read_through(simulator):
    simulator.insert(PEOPLE["resident"])
    simulator.fault(Fault.NOISE_BEFORE, times=None)
    assert read(simulator.url).name == "欧阳泉"


def test_a_card_is_seen_before_it_is_read(simulator):
    seen = []
    with SamvReader(simulator.url) as reader:
        with pytest.raises(DeviceError):
            reader.read_card(0.5, CancelToken(), lambda: seen.append(1))
        assert seen == []
        simulator.insert(PEOPLE["resident"])
        reader.read_card(5.0, CancelToken(), lambda: seen.append(1))
    assert seen == [1]


def test_no_card(simulator):
    with pytest.raises(DeviceError) as caught:
        read(simulator.url, timeout=0.7)
    assert caught.value.code is ErrorCode.NO_CARD


def test_waiting_for_removal(simulator):
    simulator.insert(PEOPLE["resident"])
    with SamvReader(simulator.url) as reader:
        assert reader.wait_removed(0.5, CancelToken()) is False
        simulator.remove()
        assert reader.wait_removed(2.0, CancelToken()) is True


def test_cancelling_ends_the_wait(simulator):
    cancel = CancelToken()
    threading.Timer(0.3, cancel.cancel).start()
    with SamvReader(simulator.url) as reader, pytest.raises(DeviceError) as caught:
        reader.read_card(30.0, cancel)
    assert caught.value.code is ErrorCode.CANCELLED


def test_health_and_module_number(simulator):
    with SamvReader(simulator.url) as reader:
        assert reader.status().status is Status.ONLINE
        assert reader.capabilities().model == "05.03-20250101-0001234567-0087654321"
        simulator.fault(Fault.SILENCE)
        assert reader.status().status is Status.UNKNOWN
        simulator.fault(Fault.SELF_TEST_FAILED)
        assert reader.status().status is Status.HARDWARE_ERROR


@pytest.mark.parametrize(
    ("port", "code"),
    [
        ("socket://127.0.0.1:1", ErrorCode.NO_DEVICE),
        ("/dev/no-such-port", ErrorCode.NO_DEVICE),
        ("nonsense://x", ErrorCode.INVALID),
        ("socket://127.0.0.1", ErrorCode.NO_DEVICE),
    ],
)
def test_ports_that_cannot_be_opened(port, code):
    with pytest.raises(DeviceError) as caught:
        SamvReader(port).open()
    assert caught.value.code is code


class Peer:
    """A hostile peer: answers every request with what `reply` makes of it."""

    def __init__(self, reply):
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"socket://127.0.0.1:{self._server.getsockname()[1]}"
        self._reply = reply
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self):
        try:
            connection, _ = self._server.accept()
        except OSError:
            return
        with connection:
            try:
                while request := connection.recv(100):
                    answer = self._reply(request)
                    if answer is None:
                        return
                    connection.sendall(answer)
            except OSError:
                return

    def close(self):
        self._server.close()
        self._thread.join()


@pytest.fixture
def peer(request):
    made = Peer(request.param)
    yield made
    made.close()


CARD = PEOPLE["resident"]
READ_FRAME = answer_frame(0x90, bytes.fromhex("01000400") + CARD.text + CARD.photo)


def minimal(request: bytes) -> bytes:
    """Knows find, select and read, and nothing else."""
    return {b"\x20\x01": answer_frame(0x9F, bytes(4)), b"\x20\x02": answer_frame(0x90, bytes(8))}.get(
        request[7:9], READ_FRAME if request[7:9] == b"\x30\x01" else b""
    )


@pytest.mark.parametrize("peer", [minimal], indirect=True)
def test_a_peer_that_knows_only_the_three_commands(peer):
    assert read(peer.url) == CARD.person


@pytest.mark.parametrize(
    ("peer", "codes"),
    [
        (lambda _: None, {ErrorCode.NO_DEVICE}),
        (lambda _: b"garbage" * 200, {ErrorCode.NOISE}),
        (lambda _: bytes.fromhex("AAAAAA9669FFFF"), {ErrorCode.BAD_ANSWER}),
        (lambda _: READ_FRAME[:600], {ErrorCode.TRUNCATED}),
        (lambda _: answer_frame(0x55), {ErrorCode.BAD_ANSWER}),
    ],
    indirect=["peer"],
)
def test_hostile_peers_are_named_and_never_hang(peer, codes):
    began = time.monotonic()
    with pytest.raises(DeviceError) as caught:
        read(peer.url, timeout=4.0)
    assert caught.value.code in codes
    assert time.monotonic() - began < 30, "a hang, not a measurement"
