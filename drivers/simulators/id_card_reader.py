"""A simulated identity-card reader: the security module's end of the wire, on TCP and on a pseudo-terminal at once."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import threading
import tty
from enum import StrEnum
from typing import Self

from drivers.id_card_reader.samv_wire import PREAMBLE, Command, checksum
from drivers.simulators.people import SimulatedCard

SAM_ID = bytes.fromhex("05000300F5FD340187D61200B17F3905")
"""An invented module number."""

FINGERLESS = bytes.fromhex("01000400")
"""Lengths of text and photo in front of them."""


class Fault(StrEnum):
    """What the reader can do wrong, by name."""

    SILENCE = "silence"
    BAD_CHECKSUM = "bad_checksum"
    TRUNCATED = "truncated"
    NOISE_BEFORE = "noise_before"
    NOISE_ONLY = "noise_only"
    CARD_PULLED_AWAY = "card_pulled_away"
    CARD_REJECTED = "card_rejected"
    UNAUTHORISED = "unauthorised"
    SELF_TEST_FAILED = "self_test_failed"


_STATUS = {
    Fault.CARD_PULLED_AWAY: 0x41,
    Fault.CARD_REJECTED: 0x31,
    Fault.UNAUTHORISED: 0x66,
    Fault.SELF_TEST_FAILED: 0x60,
}

NOISE = bytes.fromhex("00FFAA96AAAA55AAAA")
"""Bytes with pieces of a preamble in them and no whole one."""


class SimulatedReader:
    """Answers the frames of GA 467. `insert` and `remove` a card; `fault` breaks the next answers."""

    def __init__(self, host: str = "127.0.0.1", port: int = 0) -> None:
        self._host = host
        self._want_port = port
        self._lock = threading.Lock()
        self._card: SimulatedCard | None = None
        self._faults: list[Fault] = []
        self._always: Fault | None = None
        self._selected = False
        self._stop_read, self._stop_write = -1, -1
        self.pty = ""
        self.url = ""

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()

    def start(self) -> None:
        """Open both lines and begin to answer."""
        self._listener = socket.create_server((self._host, self._want_port))
        self.url = f"socket://{self._host}:{self._listener.getsockname()[1]}"
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.pty = os.ttyname(self._slave)
        self._stop_read, self._stop_write = os.pipe()
        self._thread = threading.Thread(target=self._serve, name="simulated-reader", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Unplug."""
        os.write(self._stop_write, b".")
        self._thread.join()
        self._listener.close()
        for descriptor in (self._master, self._slave, self._stop_read, self._stop_write):
            os.close(descriptor)

    def insert(self, card: SimulatedCard) -> None:
        """Lay a card on the reader."""
        with self._lock:
            self._card, self._selected = card, False

    def remove(self) -> None:
        """Take the card away."""
        with self._lock:
            self._card = None

    @property
    def inserted(self) -> SimulatedCard | None:
        """The card that lies there."""
        with self._lock:
            return self._card

    def fault(self, fault: Fault, times: int | None = 1) -> None:
        """Break the next `times` answers, or all of them (`None`)."""
        with self._lock:
            if times is None:
                self._always = fault
            else:
                self._faults += [fault] * times

    def clear_faults(self) -> None:
        """Whole again."""
        with self._lock:
            self._faults.clear()
            self._always = None

    def _serve(self) -> None:
        peers: dict[int, socket.socket] = {}
        buffers: dict[int, bytearray] = {self._master: bytearray()}
        try:
            while True:
                listener = self._listener.fileno()
                ready, _, _ = select.select([self._stop_read, listener, *buffers], [], [])
                if self._stop_read in ready:
                    return
                if listener in ready:
                    peer, _ = self._listener.accept()
                    peers[peer.fileno()], buffers[peer.fileno()] = peer, bytearray()
                for descriptor in [item for item in ready if item in buffers]:
                    if not self._hear(descriptor, buffers[descriptor]) and descriptor in peers:
                        peers.pop(descriptor).close()
                        del buffers[descriptor]
        finally:
            for peer in peers.values():
                peer.close()

    def _hear(self, descriptor: int, buffer: bytearray) -> bool:
        try:
            data = os.read(descriptor, 4096)
        except OSError:
            return False
        if not data:
            return False
        buffer += data
        for answer in self._answers(buffer):
            with contextlib.suppress(OSError):
                os.write(descriptor, answer)
        return True

    def _answers(self, buffer: bytearray) -> list[bytes]:
        found = []
        while (start := buffer.find(PREAMBLE)) >= 0 and len(buffer) >= start + 7:
            end = start + 7 + int.from_bytes(buffer[start + 5 : start + 7], "big")
            if len(buffer) < end:
                break
            body = bytes(buffer[start + 5 : end])
            del buffer[:end]
            answer = self._reply(body)
            if answer:
                found.append(answer)
        return found

    def _reply(self, body: bytes) -> bytes:
        with self._lock:
            fault = self._faults.pop(0) if self._faults else self._always
            if fault in (Fault.SILENCE, Fault.NOISE_ONLY):
                return NOISE if fault is Fault.NOISE_ONLY else b""
            frame = answer_frame(*self._obey(body, fault))
        match fault:
            case Fault.BAD_CHECKSUM:
                return frame[:-1] + bytes([frame[-1] ^ 0x5A])
            case Fault.TRUNCATED:
                return frame[: max(8, len(frame) // 2)]
            case Fault.NOISE_BEFORE:
                return NOISE + frame
        return frame

    def _obey(self, body: bytes, fault: Fault | None) -> tuple[int, bytes]:
        if checksum(body) != 0:
            return 0x10, b""
        if fault in _STATUS:
            return _STATUS[fault], b""
        card = self._card
        match body[2:4]:
            case Command.SELF_TEST.value:
                return 0x90, b""
            case Command.SAM_ID.value:
                return 0x90, SAM_ID
            case Command.FIND.value:
                return (0x9F, bytes(4)) if card else (0x80, b"")
            case Command.SELECT.value:
                self._selected = card is not None
                return (0x90, bytes(8)) if card else (0x81, b"")
            case Command.READ.value if card and self._selected:
                return 0x90, FINGERLESS + card.text + card.photo
            case Command.NEWEST_ADDRESS.value if card and self._selected:
                return (0x90, card.newest_address) if card.newest_address else (0x91, b"")
            case Command.READ.value | Command.NEWEST_ADDRESS.value:
                return 0x41, b""
        return 0x21, b""


def answer_frame(sw3: int, data: bytes = b"") -> bytes:
    """An answer as it stands on the wire."""
    body = (len(data) + 4).to_bytes(2, "big") + bytes([0, 0, sw3]) + data
    return PREAMBLE + body + bytes([checksum(body)])
