"""A simulated receipt printer on TCP: eats ESC/POS, keeps its status bits, draws the paper it would have printed."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from enum import StrEnum
from typing import Self

from drivers.simulators.escpos_parser import Item, Op, Parser
from drivers.simulators.paper_roll import PaperRoll, PrintedSlip


class Paper(StrEnum):
    """How much paper is on the roll."""

    OK = "ok"
    NEAR_END = "near_end"
    OUT = "out"


class SimulatedPrinter:
    """Knobs: `paper`, `cover_open`, `cutter_jam`, `overheated`, `silent`, `runs_out_after_mm`.

    Data that arrive while the printer cannot print stay in its buffer and come out later, as with a real one.
    """

    def __init__(
        self, host: str = "127.0.0.1", port: int = 0, on_slip: Callable[[PrintedSlip], None] | None = None
    ) -> None:
        self._host = host
        self._want_port = port
        self._on_slip = on_slip
        self._arrived = threading.Condition()
        self._stopping = threading.Event()
        self.slips: list[PrintedSlip] = []
        self.paper = Paper.OK
        self.cover_open = False
        self.cutter_jam = False
        self.overheated = False
        self.silent = False
        self.runs_out_after_mm: float | None = None
        self.url = ""

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()

    def start(self) -> None:
        """Switch on."""
        self._listener = socket.create_server((self._host, self._want_port))
        self._listener.settimeout(0.1)
        self.url = f"socket://{self._host}:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, name="simulated-printer", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Switch off."""
        self._stopping.set()
        self._thread.join()
        self._listener.close()

    def wait_slip(self, count: int = 1, timeout: float = 20.0) -> PrintedSlip:
        """The newest slip once `count` have been printed. Raises TimeoutError."""
        with self._arrived:
            if not self._arrived.wait_for(lambda: len(self.slips) >= count, timeout):
                raise TimeoutError("no slip was printed")
            return self.slips[-1]

    @property
    def ready(self) -> bool:
        """Whether it prints now."""
        return not (self.paper is Paper.OUT or self.cover_open or self.cutter_jam or self.overheated)

    def _serve(self) -> None:
        memory = _Memory()
        while not self._stopping.is_set():
            try:
                peer, _ = self._listener.accept()
            except TimeoutError:
                continue
            with peer:
                peer.settimeout(0.05)
                self._talk(peer, memory)

    def _talk(self, peer: socket.socket, memory: _Memory) -> None:
        while not self._stopping.is_set():
            try:
                data = peer.recv(65536)
                if not data:
                    return
            except TimeoutError:
                data = b""
            except OSError:
                return
            with contextlib.suppress(OSError):
                for item in memory.parser.feed(data):
                    if isinstance(item, Op) and item.name in (b"\x10\x04", b"\x10\x05", b"\x10\x14"):
                        self._at_once(item, memory, peer)
                    else:
                        memory.queue.append(item)
                self._work(memory, peer)

    def _at_once(self, item: Op, memory: _Memory, peer: socket.socket) -> None:
        if item.name == b"\x10\x04":
            if not self.silent:
                peer.sendall(bytes([self._status(item.data[0])]))
            return
        memory.queue.clear()
        memory.roll.reset()
        if item.name == b"\x10\x05":
            self.cutter_jam = False

    def _work(self, memory: _Memory, peer: socket.socket) -> None:
        while memory.queue and self.ready:
            item = memory.queue.pop(0)
            if item == Op(b"\x1dr", b"\x01"):
                if not self.silent:
                    peer.sendall(bytes([0x0C if self.paper is Paper.OUT else 0x03 * (self.paper is Paper.NEAR_END)]))
                continue
            slip = memory.roll.feed(item)
            if slip is not None:
                self._drop(slip)
            elif self.runs_out_after_mm is not None and memory.roll.used_mm > self.runs_out_after_mm:
                self.paper, self.runs_out_after_mm = Paper.OUT, None

    def _drop(self, slip: PrintedSlip) -> None:
        with self._arrived:
            self.slips.append(slip)
            self._arrived.notify_all()
        if self._on_slip is not None:
            self._on_slip(slip)

    def _status(self, n: int) -> int:
        end = self.paper is Paper.OUT
        match n:
            case 1:
                return 0x12 | 0x08 * (not self.ready)
            case 2:
                return 0x12 | 0x04 * self.cover_open | 0x20 * end | 0x40 * (self.cutter_jam or self.overheated)
            case 3:
                return 0x12 | 0x08 * self.cutter_jam | 0x40 * self.overheated
            case 4:
                return 0x12 | 0x0C * (self.paper is Paper.NEAR_END) | 0x6C * end
        return 0x12


class _Memory:
    """What a printer keeps over connections: half a command, the buffer, the paper."""

    def __init__(self) -> None:
        self.parser = Parser()
        self.queue: list[Item] = []
        self.roll = PaperRoll()
