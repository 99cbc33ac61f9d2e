"""The shell and the other ends of its wires."""

from __future__ import annotations

import pytest

from drivers.simulators.document_camera import SimulatedCamera
from drivers.simulators.id_card_reader import SimulatedReader
from drivers.simulators.receipt_printer import SimulatedPrinter
from tests.kiosk.shell.rig import Rig


@pytest.fixture
def reader():
    with SimulatedReader() as simulated:
        yield simulated


@pytest.fixture
def camera():
    with SimulatedCamera() as simulated:
        yield simulated


@pytest.fixture
def printer():
    with SimulatedPrinter() as simulated:
        yield simulated


@pytest.fixture
def rig(tmp_path, reader, camera, printer):
    made = Rig(tmp_path, reader, camera, printer)
    yield made
    made.close()
