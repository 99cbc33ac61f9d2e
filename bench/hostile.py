"""Hostile bytes: mutated frames of every wire, counted; none may crash or hang. `KIOSK_FRAMES` says how many."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable

from bench.row import Row
from drivers.id_card_reader import hid_wire
from drivers.id_card_reader.layouts import decode, split
from drivers.id_card_reader.samv_wire import Answer, Receiver
from drivers.model import DeviceError
from drivers.receipt_printer import escpos_status as said
from drivers.simulators.module_logic import answer_frame
from drivers.simulators.people import PEOPLE

FRAMES = int(os.environ.get("KIOSK_FRAMES", "1000000"))
SEED = 370102


def card_frames(rng: random.Random) -> Callable[[], None]:
    """Answers of a security module, some bytes changed, lost or doubled, fed in pieces and decoded as cards."""
    good = [answer_frame(0x90, bytes.fromhex("01000400") + card.text + card.photo) for card in PEOPLE.values()]
    good += [answer_frame(code) for code in (0x41, 0x80, 0x91)] + [answer_frame(0x9F, bytes(4))]

    def one() -> None:
        receiver = Receiver()
        data = _mutated(rng, rng.choice(good))
        cut = rng.randrange(len(data) + 1)
        for piece in (data[:cut], data[cut:]):
            for item in receiver.feed(piece):
                if isinstance(item, Answer) and item.data:
                    _card(item.data)

    return one


def _card(data: bytes) -> None:
    try:
        text, photo = split(data)
        decode(text, photo=photo)
    except DeviceError:
        return


def card_texts(rng: random.Random) -> Callable[[], None]:
    """The 256 bytes of a card with changed bytes: a card or a named error."""
    good = [card.text for card in PEOPLE.values()]

    def one() -> None:
        try:
            decode(_mutated(rng, rng.choice(good))[:256].ljust(256, b" "))
        except DeviceError:
            return

    return one


def printer_answers(rng: random.Random) -> Callable[[], None]:
    """Status bytes in any order."""
    listener = said.Listener()

    def one() -> None:
        for answer in listener.feed(rng.randbytes(rng.randrange(1, 12))):
            match answer:
                case said.Automatic(data):
                    said.automatic_health(data)
                case said.RealTime(byte):
                    said.health({rng.randrange(1, 5): byte})
                    said.ejector_health(byte)

    return one


def hid_reports(rng: random.Random) -> Callable[[], None]:
    """HID reports, half of them wrapped answers with changed bytes."""
    packets = hid_wire.Packets()
    good = b"\xaa\x01\x00\x08\x00\x90\x01\x02hello" + (0x08 + 0x90 + 3 + sum(b"hello")).to_bytes(2, "little")

    def one() -> None:
        packets.feed(_mutated(rng, good) if rng.random() < 0.5 else rng.randbytes(64))

    return one


KINDS = (card_frames, card_texts, printer_answers, hid_reports)


def rows() -> list[Row]:
    """Frames a second of each wire, FRAMES in all; a crash ends the run with its trace."""
    found = []
    for kind in KINDS:
        one = kind(random.Random(SEED))
        began = time.perf_counter()
        for _ in range(FRAMES // len(KINDS)):
            one()
        took = time.perf_counter() - began
        name = kind.__name__.replace("_", " ")
        found.append(Row(f"hostile {name}: {FRAMES // len(KINDS):,} survived", "a second", FRAMES / len(KINDS) / took))
    return found


def _mutated(rng: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.randrange(4)):
        at = rng.randrange(len(changed))
        match rng.randrange(3):
            case 0:
                changed[at] = rng.randrange(256)
            case 1:
                del changed[at]
            case 2:
                changed.insert(at, rng.randrange(256))
    return bytes(changed)
