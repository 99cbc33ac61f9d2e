"""The driver against the simulated reader on both wires, and against peers that misbehave."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from drivers.id_card_reader.samv import SamvReader
from drivers.id_card_reader.samv_wire import Command, meaning
from drivers.model import CancelToken, DeviceError, ErrorCode, Status
from drivers.simulators.id_card_reader import Fault, SimulatedReader, answer_frame
from drivers.simulators.people import CARDS, PEOPLE


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
    assert caught.value.advice.mender


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


def test_the_end_of_the_time_does_not_make_a_broken_card_a_broken_reader(simulator):
    simulator.insert(CARDS["broken_chip"])
    seen = []

    def silent_the_second_time():
        seen.append(1)
        if len(seen) == 2:
            simulator.fault(Fault.SILENCE, times=None)

    with SamvReader(simulator.url) as reader, pytest.raises(DeviceError) as caught:
        reader.read_card(1.2, CancelToken(), silent_the_second_time)
    assert (caught.value.code, len(seen)) == (ErrorCode.CARD_UNREADABLE, 2)


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


@pytest.mark.parametrize("sw3", sorted(set(range(256)) - {0x90, 0x9F}))
def test_every_status_of_the_module_is_named(sw3):
    code, message = meaning(sw3)
    assert code in set(ErrorCode)
    assert message


@pytest.mark.parametrize(
    ("command", "sw3", "code"),
    [
        (Command.FIND, 0x60, ErrorCode.HARDWARE),
        (Command.FIND, 0x66, ErrorCode.NOT_AUTHORISED),
        (Command.SELECT, 0x81, ErrorCode.CARD_MOVED),
        (Command.SELECT, 0x40, ErrorCode.CARD_REJECTED),
        (Command.READ, 0x41, ErrorCode.CARD_MOVED),
        (Command.READ, 0x33, ErrorCode.CARD_UNREADABLE),
        (Command.READ, 0x23, ErrorCode.NOT_AUTHORISED),
        (Command.READ, 0x77, ErrorCode.BAD_ANSWER),
    ],
)
def test_a_status_at_each_command(simulator, command, sw3, code):
    simulator.sw12 = b"\x12\x34"
    simulator.insert(PEOPLE["resident"])
    simulator.answer_with(command, sw3)
    with pytest.raises(DeviceError) as caught:
        read(simulator.url, timeout=0.8)
    assert caught.value.code is code


@pytest.mark.parametrize("fault", [Fault.BYTE_LOST, Fault.BYTE_INSERTED, Fault.WRONG_LENGTH])
def test_a_damaged_answer_is_asked_for_again(simulator, fault):
    simulator.insert(PEOPLE["resident"])
    with SamvReader(simulator.url) as reader:
        for _ in range(3):
            simulator.fault(fault, times=1)
            assert reader.read_card(8.0, CancelToken()).name == "欧阳泉"


def test_slow_bytes_are_waited_for(simulator):
    simulator.insert(PEOPLE["resident"])
    simulator.fault(Fault.SLOW, times=None)
    assert read(simulator.url, timeout=10.0).name == "欧阳泉"


@pytest.mark.parametrize("fingers", [0, 1, 2])
def test_answers_with_fingers(simulator, fingers):
    simulator.fingers = fingers
    simulator.insert(PEOPLE["elder"])
    card = read(simulator.url)
    assert card == PEOPLE["elder"].person
    assert len(card.photo) == 1024


@pytest.mark.parametrize("rests_silent", [False, True])
def test_a_card_left_lying_is_noticed_and_read_again(simulator, rests_silent):
    simulator.rests_silent = rests_silent
    simulator.insert(PEOPLE["resident"])
    with SamvReader(simulator.url) as reader:
        first = reader.read_card(5.0, CancelToken())
        assert reader.wait_removed(1.0, CancelToken()) is False
        assert reader.read_card(5.0, CancelToken()) == first
        simulator.remove()
        assert reader.wait_removed(5.0, CancelToken()) is True
        with pytest.raises(DeviceError) as caught:
            reader.read_card(0.7, CancelToken())
        assert caught.value.code is ErrorCode.NO_CARD
        assert reader.counters() == {"cards_read": 2, "cards_failed": 0}


def test_a_card_pulled_away_and_laid_again(simulator):
    simulator.insert(PEOPLE["resident"])
    simulator.answer_with(Command.READ, 0x41)
    threading.Timer(0.5, simulator.clear_faults).start()
    assert read(simulator.url, timeout=8.0).name == "欧阳泉"


def test_a_reader_that_is_unplugged_and_back(simulator):
    simulator.insert(PEOPLE["resident"])
    reader = SamvReader(simulator.url)
    with reader:
        simulator.unplug()
        with pytest.raises(DeviceError) as caught:
            reader.read_card(5.0, CancelToken())
        assert caught.value.code in (ErrorCode.NO_DEVICE, ErrorCode.NO_ANSWER)
    simulator.plug()
    with reader:
        assert reader.read_card(5.0, CancelToken()).name == "欧阳泉"
