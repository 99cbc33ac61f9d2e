"""The bench: a simulated reader, camera and printer, each behind its real wire, the line to the city, the clock.

What is done on it is told to `did`, in the words of a scenario's step.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any, Self

import cv2
import numpy as np

from drivers.document_scanner.page import Image
from drivers.simulators.document_camera import SimulatedCamera
from drivers.simulators.id_card_reader import SimulatedReader
from drivers.simulators.papers import PAPERS
from drivers.simulators.people import CARDS
from drivers.simulators.receipt_printer import SimulatedPrinter
from kiosk.rehearsal.clock import Clock
from kiosk.rehearsal.line import Line

OWN_PICTURE = "own_picture"
SLIP = "slip"
"""What may lie under the camera beside the invented papers."""


class Bench:
    """The three simulators and the line, started and stopped together. Port 0 takes any free one."""

    def __init__(self, reader_port: int = 0, camera_port: int = 0, printer_port: int = 0) -> None:
        self.reader = SimulatedReader(port=reader_port)
        self.camera = SimulatedCamera(port=camera_port)
        self.printer = SimulatedPrinter(port=printer_port)
        self.line = Line()
        self.clock = Clock()
        self.printer_family = "generic"
        self.card = ""
        self.paper = ""
        self.taken = self.laid = 0
        self.did: Callable[[dict[str, Any]], None] = lambda _: None
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            for simulator in (self.reader, self.camera, self.printer, self.line):
                stack.enter_context(simulator)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *exc: object) -> None:
        self._stack.close()

    @property
    def plugged(self) -> dict[str, bool]:
        """Whether the cable of each device is in."""
        return {
            "reader": self.reader.plugged,
            "camera": self.camera.plugged,
            "printer": self.printer.plugged,
        }

    def insert(self, card: str) -> None:
        """Lay a card, by its key in CARDS, on the reader."""
        self.reader.insert(CARDS[card])
        self.card = card
        self.did({"insert_card": card})

    def remove(self) -> None:
        """Take the card away."""
        self.reader.remove()
        self.card = ""
        self.did({"remove_card": True})

    def lay(self, paper: str) -> None:
        """Lay an invented paper, by its key in PAPERS, under the camera; an empty key lifts it."""
        if paper:
            self._lay(paper, PAPERS[paper](), {"lay_paper": paper})
        else:
            self.camera.lift()
            self.paper = ""
            self.did({"lift_paper": True})

    def lay_slip(self) -> None:
        """Lay the slip that was printed last under the camera, as a resident does who asks after a case."""
        picture = cv2.imdecode(np.frombuffer(self.printer.slips[-1].png, np.uint8), cv2.IMREAD_COLOR)
        self._lay(SLIP, np.asarray(picture, dtype=np.uint8), {"lay_slip": True})

    def lay_picture(self, picture: Image) -> None:
        """Lay a tester's own picture under the camera."""
        self._lay(OWN_PICTURE, picture, {OWN_PICTURE: True})

    def _lay(self, paper: str, picture: Image, did: dict[str, Any]) -> None:
        self.camera.lay(picture)
        self.paper, self.laid = paper, self.laid + 1
        self.did(did)

    def take_slip(self) -> None:
        """Take the slip out of the printer, and those that lie under it."""
        self.printer.take_slip()
        self.taken = len(self.printer.slips)

    def configuration(self) -> str:
        """The device tables of a configuration that uses this bench."""
        return (
            f'[devices.id_card_reader]\ndriver = "samv"\nport = "{self.reader.url}"\n\n'
            f'[devices.document_scanner]\ndriver = "camera"\nsource = "{self.camera.url}"\n\n'
            f'[devices.receipt_printer]\ndriver = "escpos"\nport = "{self.printer.url}"\n'
            f'model = "{self.printer_family}"\n'
        )
