"""A simulated receipt printer on its wires: TCP as on port 9100, and a pseudo-terminal."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import threading
import time
import tty
from collections.abc import Callable
from typing import Self

from drivers.simulators.paper_roll import PrintedSlip
from drivers.simulators.printer_logic import Paper, PrinterLogic

__all__ = ["Paper", "PrintedSlip", "SimulatedPrinter"]

TURN = 0.02
"""Seconds between two looks at what the tester changed."""


class SimulatedPrinter(PrinterLogic):
    """Serves one TCP client at a time: a second one waits, or is refused with `refuse_second`. `unplug` and `plug`.

    `bytes_per_second` makes it take data slowly.
    """

    def __init__(
        self, host: str = "127.0.0.1", port: int = 0, on_slip: Callable[[PrintedSlip], None] | None = None
    ) -> None:
        super().__init__(on_slip)
        self._address = (host, port)
        self._listener: socket.socket | None = None
        self._peer: socket.socket | None = None
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self.bytes_per_second: float | None = None
        self.refuse_second = False
        self.url = ""
        self.pty = ""

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()

    def start(self) -> None:
        """Switch on."""
        self.plug()
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.pty = os.ttyname(self._slave)
        self._thread = threading.Thread(target=self._serve, name="simulated-printer", daemon=True)
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
        """Connect the network cable: the address is the same each time. Without effect on one that is connected."""
        with self._lock:
            if self._listener is None:
                self._listener = socket.create_server(self._address)
                self._address = (self._address[0], self._listener.getsockname()[1])
                self.url = f"socket://{self._address[0]}:{self._address[1]}"

    def unplug(self) -> None:
        """Pull the cable: the connection breaks and no other is taken."""
        with self._lock:
            for line in (self._peer, self._listener):
                if line is not None:
                    line.close()
            self._peer = self._listener = None

    def _serve(self) -> None:
        while not self._stopping.is_set():
            with self._lock:
                self._turn()
            self._stopping.wait(0.001)

    def _turn(self) -> None:
        self._accept()
        lines = [self._master] if self._peer is None else [self._master, self._peer.fileno()]
        ready, _, _ = select.select(lines, [], [], TURN)
        for line in ready:
            try:
                data = os.read(line, self._share())
            except OSError:
                data = b""
            if data:
                self._say(line, self.hear(data))
            elif line != self._master:
                self._drop()
        answers = self.work()
        if answers:
            self._say(self._master if self._peer is None else self._peer.fileno(), answers)

    def _accept(self) -> None:
        if self._listener is None or (self._peer is not None and not self.refuse_second):
            return
        if not select.select([self._listener], [], [], 0)[0]:
            return
        caller, _ = self._listener.accept()
        if self._peer is None:
            self._peer = caller
        else:
            caller.close()

    def _share(self) -> int:
        if self.bytes_per_second is None:
            return 65536
        time.sleep(TURN)
        return max(1, int(self.bytes_per_second * TURN))

    def _say(self, line: int, answers: bytes) -> None:
        if answers:
            with contextlib.suppress(OSError):
                os.write(line, answers)

    def _drop(self) -> None:
        if self._peer is not None:
            self._peer.close()
        self._peer = None
