"""The bench: a simulated reader, camera and printer, each behind its real wire, and the line to the city."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Self

import cv2
import numpy as np

from drivers.simulators.document_camera import SimulatedCamera
from drivers.simulators.id_card_reader import SimulatedReader
from drivers.simulators.papers import PAPERS
from drivers.simulators.receipt_printer import SimulatedPrinter
from kiosk.rehearsal.line import Line


class Bench:
    """The three simulators and the line, started and stopped together. Port 0 takes any free one."""

    def __init__(self, reader_port: int = 0, camera_port: int = 0, printer_port: int = 0) -> None:
        self.reader = SimulatedReader(port=reader_port)
        self.camera = SimulatedCamera(port=camera_port)
        self.printer = SimulatedPrinter(port=printer_port)
        self.line = Line()
        self.paper = ""
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            for simulator in (self.reader, self.camera, self.printer, self.line):
                stack.enter_context(simulator)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *exc: object) -> None:
        self._stack.close()

    def lay(self, paper: str) -> None:
        """Lay an invented paper, by its key in PAPERS, under the camera; an empty key lifts it."""
        self.paper = paper
        if paper:
            self.camera.lay(PAPERS[paper]())
        else:
            self.camera.lift()

    def lay_slip(self) -> None:
        """Lay the slip that was printed last under the camera, as a resident does who asks after a case."""
        picture = cv2.imdecode(np.frombuffer(self.printer.slips[-1].png, np.uint8), cv2.IMREAD_COLOR)
        self.paper = ""
        self.camera.lay(np.asarray(picture, dtype=np.uint8))

    def configuration(self) -> str:
        """The device tables of a configuration that uses this bench."""
        return (
            f'[devices.id_card_reader]\ndriver = "samv"\nport = "{self.reader.url}"\n\n'
            f'[devices.document_scanner]\ndriver = "camera"\nsource = "{self.camera.url}"\n\n'
            f'[devices.receipt_printer]\ndriver = "escpos"\nport = "{self.printer.url}"\n'
        )
