"""What a simulated receipt printer does with bytes, whatever wire they come from: buffer, paper, presenter, status."""

from __future__ import annotations

import threading
from collections.abc import Callable
from enum import StrEnum

from drivers.simulators.escpos_parser import Item, Op, Parser
from drivers.simulators.paper_roll import PaperRoll, PrintedSlip

NOISE = bytes.fromhex("00FF8091EE")
"""Bytes that are no answer to anything."""

CLEARED = bytes.fromhex("372500")
"""Answer to DLE DC4 8."""

MODEL_ID = 0x5D
"""GS I 1, as a VKP80 answers."""

TEXTS = {65: b"1.00", 66: b"KIOSK", 67: b"SIM-80", 68: b"SIM0000001", 69: b"CHINA GB18030"}
"""GS I n: firmware, maker, model, serial number, font of the built-in language."""

_AT_ONCE = (b"\x10\x04", b"\x10\x05", b"\x10\x14")


class Paper(StrEnum):
    """How much paper is on the roll."""

    OK = "ok"
    NEAR_END = "near_end"
    OUT = "out"


class PrinterLogic:
    """Knobs: `paper`, `cover_open`, `cutter_jam`, `overheated`, `paper_jam`, `broken` (unrecoverable), `presenter`,
    `fixed_bits` (False: status without the constant bits).

    Triggers, in millimetres of the slip: `near_end_after_mm`, `runs_out_after_mm`, `cover_opens_after_mm`; and
    `jams_at_cut`.
    Bad wires: `silent`, `garbage` (noise before each answer), `drop_every` (each n-th byte is lost), `eager` (status
    commands inside pictures are answered, too). Data that arrive while it cannot print stay in its buffer and come
    out later, over connections, as with a real one.
    """

    def __init__(self, on_slip: Callable[[PrintedSlip], None] | None = None) -> None:
        self._on_slip = on_slip
        self._arrived = threading.Condition()
        self._parser = Parser()
        self._queue: list[Item] = []
        self._roll = PaperRoll()
        self._received = 0
        self._asb = 0
        self._told = b""
        self.slips: list[PrintedSlip] = []
        self.retracted: list[PrintedSlip] = []
        self.paper = Paper.OK
        self.cover_open = False
        self.cutter_jam = False
        self.overheated = False
        self.paper_jam = False
        self.broken = False
        self.presenter = False
        self.outlet: PrintedSlip | None = None
        self.fixed_bits = True
        self.near_end_after_mm: float | None = None
        self.runs_out_after_mm: float | None = None
        self.cover_opens_after_mm: float | None = None
        self.jams_at_cut = False
        self.silent = False
        self.garbage = False
        self.drop_every = 0
        self.eager = False

    @property
    def ready(self) -> bool:
        """Whether it prints now."""
        stops = (self.cover_open, self.cutter_jam, self.overheated, self.paper_jam, self.broken)
        return self.paper is not Paper.OUT and not any(stops)

    def wait_slip(self, count: int = 1, timeout: float = 20.0) -> PrintedSlip:
        """The newest slip once `count` have been printed. Raises TimeoutError."""
        with self._arrived:
            if not self._arrived.wait_for(lambda: len(self.slips) >= count, timeout):
                raise TimeoutError("no slip was printed")
            return self.slips[-1]

    def take_slip(self) -> PrintedSlip | None:
        """A hand takes the slip out of the presenter."""
        taken, self.outlet = self.outlet, None
        return taken

    def restart(self) -> None:
        """Switched off and on again: nothing is left in its buffer."""
        with self._arrived:
            self._queue.clear()
            self._parser = Parser()
            self._roll.reset()
            self.outlet = None

    def hear(self, data: bytes) -> bytes:
        """Bytes arrived: what is answered at once. Real-time commands overtake the buffer."""
        answers = bytearray()
        for item in self._parser.feed(self._lossy(data)):
            if isinstance(item, Op) and item.name in _AT_ONCE:
                answers += self._at_once(item)
                continue
            if self.eager and isinstance(item, Op) and b"\x10\x04\x01" in item.data:
                answers += bytes([self._status(1)])
            self._queue.append(item)
        return self._said(bytes(answers))

    def work(self) -> bytes:
        """Print what is in the buffer while it can; what is answered on the way, and changes of status."""
        answers = bytearray()
        while self._queue and self.ready:
            answers += self._do(self._queue.pop(0))
        if self._asb:
            now = self._automatic_status()
            if now != self._told:
                self._told = now
                answers += now
        return self._said(bytes(answers))

    def _lossy(self, data: bytes) -> bytes:
        if not self.drop_every:
            return data
        start, self._received = self._received, self._received + len(data)
        return bytes(byte for index, byte in enumerate(data, start + 1) if index % self.drop_every)

    def _said(self, answers: bytes) -> bytes:
        if self.silent or not answers:
            return b""
        return NOISE + answers if self.garbage else answers

    def _at_once(self, item: Op) -> bytes:
        if item.name == b"\x10\x04":
            return self._full_status() if item.data[0] == 20 else bytes([self._status(item.data[0])])
        if item.name == b"\x10\x05":
            self.cutter_jam = False
            if item.data[0] != 2:
                return b""
        self._queue.clear()
        self._roll.reset()
        return CLEARED if item.name == b"\x10\x14" else b""

    def _do(self, item: Item) -> bytes:
        match item:
            case Op(b"\x1dr", b"\x01" | b"1") | Op(b"\x1bv"):
                return bytes([self._paper_bits()])
            case Op(b"\x1dr"):
                return b"\x00"
            case Op(b"\x1dI", data):
                return b"\x5f" + TEXTS[data[0]] + b"\0" if data[0] in TEXTS else bytes([MODEL_ID])
            case Op(b"\x1da", data):
                self._asb, self._told = data[0], b""
            case Op(b"\x1d(", data) if data[:1] == b"H" and len(data) >= 9:
                return b"\x37\x22" + data[5:9] + b"\0"
            case Op(b"\x1de", data):
                return self._move(data[0])
            case Op(b"\x1dV"):
                self._cut(item)
            case _:
                self._roll.feed(item)
                self._watch_roll()
        return b""

    def _cut(self, item: Op) -> None:
        if self.jams_at_cut:
            self.jams_at_cut, self.cutter_jam = False, True
            self._queue.insert(0, item)
            return
        slip = self._roll.feed(item)
        if slip is None:
            return
        with self._arrived:
            self.slips.append(slip)
            self.outlet = slip if self.presenter else None
            self._arrived.notify_all()
        if self._on_slip is not None:
            self._on_slip(slip)

    def _move(self, what: int) -> bytes:
        """GS e: 2 retract, 5 eject, 6 send the ejector's status."""
        if what == 2 and self.outlet is not None:
            self.retracted.append(self.outlet)
        if what in (2, 5):
            self.outlet = None
        if what != 6:
            return b""
        near, ticket = self.paper is not Paper.OK, self.outlet is not None
        return bytes([0x01 * near | 0x04 | 0x08 * ticket | 0x40 * self.broken | 0x80 * self.paper_jam])

    def _watch_roll(self) -> None:
        used = self._roll.used_mm
        if self.near_end_after_mm is not None and used > self.near_end_after_mm:
            self.paper, self.near_end_after_mm = Paper.NEAR_END, None
        if self.runs_out_after_mm is not None and used > self.runs_out_after_mm:
            self.paper, self.runs_out_after_mm = Paper.OUT, None
        if self.cover_opens_after_mm is not None and used > self.cover_opens_after_mm:
            self.cover_open, self.cover_opens_after_mm = True, None

    def _paper_bits(self) -> int:
        """Near end in bits 0 and 1, end in bits 2 and 3."""
        return {Paper.OK: 0x00, Paper.NEAR_END: 0x03, Paper.OUT: 0x0F}[self.paper]

    def _status(self, n: int) -> int:
        """DLE EOT 1 to 4."""
        end, base = self.paper is Paper.OUT, 0x12 if self.fixed_bits else 0
        error = self.cutter_jam or self.overheated or self.paper_jam or self.broken
        match n:
            case 1:
                return base | 0x08 * (not self.ready)
            case 2:
                return base | 0x04 * self.cover_open | 0x20 * end | 0x40 * error
            case 3:
                return base | 0x08 * self.cutter_jam | 0x20 * (self.broken or self.paper_jam) | 0x40 * self.overheated
            case 4:
                return base | 0x0C * (self.paper is Paper.NEAR_END) | 0x6C * end
        return base

    def _automatic_status(self) -> bytes:
        """GS a: four bytes."""
        first = 0x10 | 0x08 * (not self.ready) | 0x20 * self.cover_open
        second = 0x08 * self.cutter_jam | 0x20 * (self.broken or self.paper_jam) | 0x40 * self.overheated
        return bytes([first, second, self._paper_bits(), 0x0F])

    def _full_status(self) -> bytes:
        """DLE EOT 20 of presenter printers: six bytes."""
        paper = (
            0x01 * (self.paper is Paper.OUT) | 0x04 * (self.paper is not Paper.OK) | 0x20 * (self.outlet is not None)
        )
        user = 0x03 * self.cover_open
        errors = 0x01 * self.overheated | 0x40 * self.paper_jam
        return bytes([0x10, 0x0F, paper, user, errors, 0x01 * self.cutter_jam | 0x08 * self.broken])
