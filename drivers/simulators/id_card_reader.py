"""A simulated identity-card reader: the security module's end of the wire, on TCP and on a pseudo-terminal at once."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import termios
import threading
import time
import tty
from typing import Self

from drivers.simulators.module_logic import Fault, ModuleLogic, answer_frame

__all__ = ["Fault", "SimulatedReader", "answer_frame"]

TURN = 0.02
"""Seconds between two looks at what the tester changed."""

SLOW_PIECE = 16
SLOW_PAUSE = 0.004
"""Bytes of a slow answer at once, and seconds between them: about 38400 baud."""

_SPEEDS = {speed: int(name[1:]) for name, speed in vars(termios).items() if name[0] == "B" and name[1:].isdigit()}
"""Bits a second by the constants of termios."""


class SimulatedReader(ModuleLogic):
    """`unplug` and `plug` it; with `baud` set, the pseudo-terminal hears only a host that speaks at that rate."""

    def __init__(self, host: str = "127.0.0.1", port: int = 0) -> None:
        super().__init__()
        self._address = (host, port)
        self._listener: socket.socket | None = None
        self._peers: dict[int, socket.socket] = {}
        self._buffers: dict[int, bytearray] = {}
        self._stopping = threading.Event()
        self._wires = threading.Lock()
        self.baud: int | None = None
        self.pty = ""
        self.url = ""

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()

    def start(self) -> None:
        """Open both lines and begin to answer."""
        self.plug()
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.pty = os.ttyname(self._slave)
        self._buffers[self._master] = bytearray()
        self._thread = threading.Thread(target=self._serve, name="simulated-reader", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Switch off."""
        self._stopping.set()
        self._thread.join()
        self.unplug()
        os.close(self._master)
        os.close(self._slave)

    @property
    def plugged(self) -> bool:
        """Whether its cable is in."""
        return self._listener is not None

    def plug(self) -> None:
        """Connect: the address is the same each time."""
        with self._wires:
            if self._listener is None:
                self._listener = socket.create_server(self._address)
                self._address = (self._address[0], self._listener.getsockname()[1])
                self.url = f"socket://{self._address[0]}:{self._address[1]}"

    def unplug(self) -> None:
        """Pull the cable: connections break and no other is taken."""
        with self._wires:
            for descriptor, peer in self._peers.items():
                del self._buffers[descriptor]
                peer.close()
            self._peers.clear()
            if self._listener is not None:
                self._listener.close()
            self._listener = None

    def _serve(self) -> None:
        while not self._stopping.is_set():
            with self._wires:
                self._turn()
            self._stopping.wait(0.001)

    def _turn(self) -> None:
        listeners = [] if self._listener is None else [self._listener.fileno()]
        ready, _, _ = select.select([*listeners, *self._buffers], [], [], TURN)
        for descriptor in ready:
            if descriptor in listeners and self._listener is not None:
                peer, _ = self._listener.accept()
                self._peers[peer.fileno()], self._buffers[peer.fileno()] = peer, bytearray()
            elif not self._heard(descriptor) and descriptor in self._peers:
                self._peers.pop(descriptor).close()
                del self._buffers[descriptor]

    def _heard(self, descriptor: int) -> bool:
        try:
            data = os.read(descriptor, 4096)
        except OSError:
            return False
        if not data:
            return False
        if descriptor == self._master and not self._rate_fits():
            return True
        self._buffers[descriptor] += data
        answers = self.hear(self._buffers[descriptor])
        piece = SLOW_PIECE if self.slow else max(len(answers), 1)
        with contextlib.suppress(OSError):
            for start in range(0, len(answers), piece):
                os.write(descriptor, answers[start : start + piece])
                time.sleep(SLOW_PAUSE if self.slow else 0)
        return True

    def _rate_fits(self) -> bool:
        return self.baud is None or _SPEEDS.get(termios.tcgetattr(self._slave)[5]) == self.baud
